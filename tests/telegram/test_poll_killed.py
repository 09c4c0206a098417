"""A poller is killed at awkward instants, again and again: nothing said is lost, and nothing is kept twice."""

from __future__ import annotations

import asyncio
import json
import random
import sqlite3
import sys
from pathlib import Path

from tests.fakes.telegram.server import FakeTelegram

PROCESS = Path(__file__).with_name("polling_process.py")
ROOT = Path(__file__).parents[2]
MESSAGES = 60


async def test_kill_nine_around_the_commit_loses_nothing_and_doubles_nothing(
    fake: FakeTelegram, tmp_path: Path
) -> None:
    database = tmp_path / "inbox.db"
    with sqlite3.connect(database) as db:
        db.execute("PRAGMA journal_mode=WAL")
        db.execute("CREATE TABLE inbox (external_id TEXT PRIMARY KEY, body BLOB)")
    people = [fake.person(name) for name in ("Sari", "Budi", "Citra")]
    said = []
    for number in range(MESSAGES):
        person = people[number % 3]
        person.say(f"{number}")
        said.append(str(number))
    kills = random.Random(7)
    deaths = 0
    for _ in range(8):
        where = kills.choice(["before", "after"])
        deaths += await _run(fake, database, where, kills.randrange(1, 12)) == -9
    finishing = asyncio.create_task(_run(fake, database, "never", 0))
    await fake.settled(30)
    finishing.cancel()
    await asyncio.gather(finishing, return_exceptions=True)
    with sqlite3.connect(database) as db:
        kept = [
            json.loads(body)["message"]["text"]
            for (body,) in db.execute("SELECT body FROM inbox ORDER BY rowid")
        ]
    assert kept == said
    assert deaths >= 5


async def _run(fake: FakeTelegram, database: Path, where: str, after: int) -> int:
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(PROCESS), fake.url, fake.token, str(database), where, str(after),
        cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    try:
        return await process.wait()
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
