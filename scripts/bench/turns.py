"""The whole way of a report: webhook post to committed reply letter, against raw SQLite; acknowledgement."""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pysqlite3.dbapi2 as sqlite3

from handlers.turns import TOGETHER
from scripts.bench import handler, raw
from scripts.bench.served import SECRET
from scripts.bench.talk import LINES, updates

PORT = 18_731
SEAL = 33
"""Bytes that sealing adds: Tink's prefix, the nonce and the tag."""
ABREAST = 40
"""Posts under way at once: Telegram's own default for a webhook."""


def report(folder: Path, citizens: int = 200) -> Iterator[str]:
    """Durable turns against their floors, and how fast each message is acknowledged."""
    turns = citizens * len(LINES)
    child = started(folder)
    try:
        spent, acks, draft = asyncio.run(posted(folder, citizens))
    finally:
        child.terminate()
        child.wait(20)
    ours = turns / spent
    told = sizes(folder, citizens) | {"draft": draft}
    alone = raw.turns_a_second(folder / "alone.db", turns, 1, **told)
    grouped = raw.turns_a_second(folder / "grouped.db", turns, TOGETHER, **told)
    beside = handler.run(folder, citizens)
    p50, p95, p99 = (statistics.quantiles(acks, n=100)[at - 1] * 1e3 for at in (50, 95, 99))
    yield f"durable turns        {ours:7.0f} /s   {citizens} citizens interleaved, webhook post to committed letter;"
    yield "                                by Python: HTTP, talk, sealing and statements on one core"
    yield f"raw, each alone      {alone:7.0f} /s   the same rows, a commit for each message and each turn; by fsync"
    yield f"ratio                {ours / alone:7.2f}      goal 0.35; ours shares commits, this floor does not"
    yield f"raw, {TOGETHER} together    {grouped:7.0f} /s   the same rows, commits shared as far as ours may; by SQLite"
    yield f"ratio                {ours / grouped:7.2f}      no goal"
    yield f"ConversationHandler  {beside:7.0f} /s   with PicklePersistence: not durable, no HTTP, sends nothing"
    yield f"acknowledged in      {p50:.0f} / {p95:.0f} / {p99:.0f} ms   p50 / p95 / p99, {ABREAST} posts at once;"
    yield "                                by the turns, which share the one writer with what comes in"


def started(folder: Path, *how: str) -> subprocess.Popen[bytes]:
    """The service, ready. how: as `served` is told."""
    environment = os.environ | {"SAKSI_DATA_DIR": str(folder / "var"), "SAKSI_METRICS_PORT": "0"}
    child = subprocess.Popen(
        [sys.executable, "-m", "scripts.bench.served", str(folder), str(PORT), *how], env=environment
    )
    while True:
        try:
            if httpx2.get(f"http://127.0.0.1:{PORT}/readyz").status_code == 200:
                break
        except httpx2.TransportError:
            if child.poll() is not None:
                raise SystemExit("the service did not start") from None
            time.sleep(0.02)
    return child


async def posted(folder: Path, citizens: int) -> tuple[float, list[float], int]:
    """Seconds until every turn is committed, those of each acknowledgement, bytes of a sealed draft at its longest.

    One citizen's messages follow one another; citizens are side by side.
    """
    acks: list[float] = []
    draft = 0
    waiting = asyncio.Semaphore(ABREAST)
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
    async with httpx2.AsyncClient(limits=httpx2.Limits(max_connections=ABREAST)) as client:

        async def post(body: bytes) -> None:
            async with waiting:
                begun = time.perf_counter()
                answer = await client.post(
                    f"http://127.0.0.1:{PORT}/telegram/webhook", content=body, headers=headers
                )
                acks.append(time.perf_counter() - begun)
                assert answer.status_code == 200, answer.status_code

        begun = time.perf_counter()
        bodies = [body for _, body in updates(citizens)]
        for at in range(0, len(bodies), citizens):
            await asyncio.gather(*(post(body) for body in bodies[at : at + citizens]))
            draft = max(draft, length(folder, "draft"))
        while left(folder):
            await asyncio.sleep(0.01)
        return time.perf_counter() - begun, acks, draft


def left(folder: Path) -> int:
    with sqlite3.connect(f"file:{folder}/var/saksi.db?mode=ro", uri=True) as db:
        waiting: int = db.execute("SELECT count(*) FROM inbox WHERE state = 'new'").fetchone()[0]
    return waiting


def sizes(folder: Path, citizens: int) -> dict[str, int]:
    """Bytes of a sealed message and a sealed letter, on the average of this run."""
    bodies = [len(body) + SEAL for _, body in updates(citizens)]
    return {"body": sum(bodies) // len(bodies), "letter": length(folder, "outbox")}


def length(folder: Path, table: str) -> int:
    """Bytes of what is sealed in a table's rows, on the average."""
    with sqlite3.connect(f"file:{folder}/var/saksi.db?mode=ro", uri=True) as db:
        return int(db.execute(f"SELECT avg(length(sealed)) FROM {table}").fetchone()[0] or 0)
