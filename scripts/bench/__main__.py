"""`make bench`: ratios within one run, each with what bounds it. Figures of two machines are not to be compared.

Usage: python -m scripts.bench [citizens]
"""

from __future__ import annotations

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import httpx2
import pysqlite3.dbapi2 as sqlite3

from scripts.bench import drafts, handler, raw
from scripts.bench.served import SECRET
from scripts.bench.talk import LINES, updates

PORT = 18_731
ABREAST = 40
"""Posts under way at once: Telegram's own default for a webhook."""


def main() -> None:
    citizens = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        turns = citizens * len(LINES)
        child, ready, idle = started(folder)
        try:
            spent, acks = asyncio.run(posted(folder, citizens))
        finally:
            child.terminate()
            child.wait(20)
        ours = turns / spent
        floor = raw.turns_a_second(folder / "raw.db", turns, **sizes(folder))
        beside = handler.run(folder, citizens)
        cuts = statistics.quantiles(acks, n=100)
        opened = drafts.memory(folder / "many")
    print(
        f"durable turns        {ours:8.0f} /s   {citizens} citizens interleaved, webhook post to committed letter"
    )
    print(f"raw SQLite           {floor:8.0f} /s   the same rows in the same commits; bounded by fsync")
    print(f"ratio                {ours / floor:8.2f}      goal 0.35; bounded by Python, not by the disk")
    print(
        f"ConversationHandler  {beside:8.0f} /s   with PicklePersistence: not durable, no HTTP, sends nothing"
    )
    shares = " / ".join(f"{cuts[at] * 1e3:.0f}" for at in (49, 94, 98))
    print(f"acknowledged in      {shares} ms   p50 / p95 / p99, {ABREAST} posts at once")
    print(f"start to ready       {ready:8.1f} s    goal 4")
    print(f"memory at idle       {idle:8.0f} MB   goal 150")
    print(f"with 10,000 drafts   {opened:8.0f} MB   of one process that loaded each of them once")


def started(folder: Path) -> tuple[subprocess.Popen[bytes], float, float]:
    """The service, the seconds until it was ready, and its memory then, in MB."""
    environment = os.environ | {"SAKSI_DATA_DIR": str(folder / "var"), "SAKSI_METRICS_PORT": "0"}
    begun = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "scripts.bench.served", str(folder), str(PORT)], env=environment
    )
    while True:
        try:
            if httpx2.get(f"http://127.0.0.1:{PORT}/readyz").status_code == 200:
                break
        except httpx2.TransportError:
            if child.poll() is not None:
                raise SystemExit("the service did not start") from None
            time.sleep(0.02)
    ready = time.perf_counter() - begun
    return child, ready, drafts.resident(child.pid)


async def posted(folder: Path, citizens: int) -> tuple[float, list[float]]:
    """Seconds from the first post until every turn is committed, and how long each acknowledgement took.

    One citizen's messages follow one another; citizens are side by side.
    """
    acks: list[float] = []
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
        while left(folder):
            await asyncio.sleep(0.01)
        return time.perf_counter() - begun, acks


def left(folder: Path) -> int:
    with sqlite3.connect(f"file:{folder}/var/saksi.db?mode=ro", uri=True) as db:
        waiting: int = db.execute("SELECT count(*) FROM inbox WHERE state = 'new'").fetchone()[0]
    return waiting


def sizes(folder: Path) -> dict[str, int]:
    """Bytes of a sealed message, draft and letter, on the average of this run."""
    with sqlite3.connect(f"file:{folder}/var/saksi.db?mode=ro", uri=True) as db:
        letter = db.execute("SELECT avg(length(sealed)) FROM outbox").fetchone()[0]
    return {"body": 350, "draft": 600, "letter": int(letter or 500)}


if __name__ == "__main__":
    main()
