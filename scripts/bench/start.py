"""What an idle Saksi costs: from the command to ready, and its memory; also with ten thousand open drafts."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2

from scripts.bench import drafts

PORT = 18_741
SECRET = "secret"
ANSWERED = 500
"""Of the open drafts, how many go on while memory is looked at."""
QUIET = 3.0
"""Seconds after which whatever a start set going is done."""
PAGE = os.sysconf("SC_PAGE_SIZE")


def report(folder: Path) -> Iterator[str]:
    """Seconds from `saksi run` to ready, and its memory when idle and with ten thousand open drafts."""
    with running(folder) as (child, first):
        after_first = settled(child)
    with running(folder) as (child, again):
        idle = settled(child)
    drafts.filled(folder)
    with running(folder) as (child, _):
        for chat in range(ANSWERED):
            said(chat)
        opened = settled(child)
    yield f"first start to ready  {first} goal 4; makes the database; by imports, then by the disk"
    yield f"start to ready        {again} goal 4; by imports"
    yield f"memory at idle        {idle:6.0f} MB   goal 150; by libraries, the land and the words"
    yield f"after the first start {after_first:6.0f} MB   goal 150; what makes the schema stays loaded until the next"
    yield f"with {drafts.MANY:,} drafts    {opened:6.0f} MB   {ANSWERED} of them went on meanwhile; none stays"


@contextmanager
def running(folder: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """`saksi run` with Telegram's webhook and nobody behind it; and the seconds until it was ready."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith("SAKSI_")}
    told = {
        "DATA_DIR": str(folder / "var"), "HTTP_PORT": str(PORT), "METRICS_PORT": str(PORT + 1),
        "PUBLIC_URL": f"http://127.0.0.1:{PORT}", "TELEGRAM_TOKEN": "1:" + "a" * 35, "TELEGRAM_MODE": "webhook",
        "TELEGRAM_SECRET": SECRET, "TELEGRAM_API_URL": "http://127.0.0.1:9", "OPERATOR": "bench", "CONTACT": "bench",
    }  # fmt: skip
    begun = time.perf_counter()
    child = subprocess.Popen(
        [str(Path(sys.executable).with_name("saksi")), "run"],
        cwd=folder, stderr=subprocess.DEVNULL, env=plain | {f"SAKSI_{name}": value for name, value in told.items()},
    )  # fmt: skip
    try:
        while not is_ready():
            if child.poll() is not None:
                raise SystemExit("the service did not start")
            time.sleep(0.02)
        yield child, f"{time.perf_counter() - begun:6.1f} s ({worked(child):.1f} s of one processor)"
    finally:
        child.terminate()
        child.wait(20)


def is_ready() -> bool:
    try:
        return httpx2.get(f"http://127.0.0.1:{PORT}/readyz").status_code == 200
    except httpx2.TransportError:
        return False


def worked(child: subprocess.Popen[bytes]) -> float:
    """Seconds that it has used of a processor."""
    told = Path(f"/proc/{child.pid}/stat").read_text().rpartition(")")[2].split()
    return (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def settled(child: subprocess.Popen[bytes]) -> float:
    """MB of it that are in memory, once it is quiet."""
    time.sleep(QUIET)
    return int(Path(f"/proc/{child.pid}/statm").read_text().split()[1]) * PAGE / 1e6


def said(chat: int) -> None:
    """Whose draft that is writes a word."""
    person = {"id": chat, "is_bot": False, "first_name": "x"}
    about = {
        "message_id": 1,
        "date": int(time.time()),
        "from": person,
        "chat": {"id": chat, "type": "private"},
    }
    body = json.dumps({"update_id": chat, "message": about | {"text": "Halo"}})
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
    answer = httpx2.post(f"http://127.0.0.1:{PORT}/telegram/webhook", content=body, headers=headers)
    assert answer.status_code == 200, answer.status_code
