"""Two processes work on the same queues and are killed again and again: nothing is lost, nothing out of order.

A letter may arrive twice only with a doubt recorded first: what was under way when its process died.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from storage import mail, upkeep
from storage.database import Database
from storage.keys import Keys

CITIZENS = 12
MESSAGES = 12
KILLS = 6


def start(url: str, keys: Path, file: Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "tests.storage.crash_worker", url, keys, file])


def accept(database: Database, keys: Keys, number: int) -> None:
    citizen, message = number % CITIZENS, number // CITIZENS
    for _ in range(2):  # the channel gives everything twice
        with database.transaction() as db:
            mail.accept(
                db,
                keys,
                channel="telegram",
                bot="1",
                external_id=str(number),
                lane=f"lane-{citizen}",
                body=f"{citizen}-{message}".encode(),
                now=database.now(),
            )


def waiting(database: Database) -> int:
    with database.reading() as db:
        depths = upkeep.depths(db, database.now())
    return depths.inbox + depths.outbox


def test_killed_processes_lose_nothing_and_mix_nothing_up(database_url: str, tmp_path: Path) -> None:
    luck = random.Random(7)
    keys_path, file = tmp_path / "keys.json", tmp_path / "arrived"
    keys, database = Keys.make(keys_path), Database(database_url)
    workers = [start(database_url, keys_path, file) for _ in range(2)]
    total = CITIZENS * MESSAGES
    try:
        for number in range(total):
            accept(database, keys, number)
            if number % (total // KILLS) == total // KILLS - 1:
                victim = luck.randrange(2)
                time.sleep(luck.uniform(0.0, 0.05))
                workers[victim].kill()
                workers[victim].wait()
                workers[victim] = start(database_url, keys_path, file)
        give_up = time.monotonic() + 60
        while waiting(database):
            assert time.monotonic() < give_up, "not everything was delivered"
            time.sleep(0.05)
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    lines = [line.split() for line in file.read_text().splitlines()]
    arrived = [name for name, _ in lines]
    expected = [f"{citizen}-{message}" for message in range(MESSAGES) for citizen in range(CITIZENS)]
    assert set(arrived) == set(expected)
    twice = {name for name, count in Counter(arrived).items() if count > 1}
    doubted = {name for name, doubts in lines if doubts != "0"}
    assert twice <= doubted
    assert len(twice) <= KILLS * 3, "three may be under way at a kill"
    for citizen in range(CITIZENS):
        order = [int(name.split("-")[1]) for name in arrived if name.startswith(f"{citizen}-")]
        assert order == sorted(order)
    with database.reading() as db:
        depths = upkeep.depths(db, database.now())
    assert (depths.parked, depths.failed, depths.unknown) == (0, 0, 0)
    database.dispose()
