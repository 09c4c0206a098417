"""The process that takes files in, killed at any instant."""

from __future__ import annotations

import hashlib
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from storage import custody, evidence
from storage.database import Database
from storage.keys import Keys
from storage.vault import Vault
from tests.storage.clock import Clock
from tests.storage.collecting import heard, want

KILLED = """
import asyncio, sys
from pathlib import Path
from handlers.evidence import Collector
from handlers.intake import Intake
from storage.database import Database
from storage.keys import Keys
from storage.seal import FileKey
from storage.vault import Vault

async def fetch(source, limit):
    for piece in range(4):
        await asyncio.sleep(0.01)
        yield (source + " ").encode() * 100_000

home = Path(sys.argv[1])
database, keys = Database(sys.argv[2]), Keys.load(home / "keys.json")
vault = Vault(home / "evidence", floor=0)
collector = Collector(database, keys, vault, Intake(database, keys, vault, {"telegram": fetch}))
print("ready", flush=True)
asyncio.run(collector.run())
"""


def test_killed_at_any_instant_every_file_is_stored_whole_and_told_once(
    database_url: str, tmp_path: Path
) -> None:
    database, keys = Database(database_url), Keys.make(tmp_path / "keys.json")
    vault = Vault(tmp_path / "evidence", floor=0)
    clock = Clock(database.now())
    names = [f"e{number}" for number in range(6)]
    for name in names:
        want(database, keys, clock, name)
    drawn = random.Random(41)
    for _ in range(5):
        worker = started(tmp_path, database_url)
        time.sleep(drawn.uniform(0.05, 0.9))
        killed(worker)
        with database.transaction() as db:
            # The lease of whoever was killed is over.
            db.connection().exec_driver_sql("UPDATE evidence SET lease_until = NULL, attempts = 0")
    worker = started(tmp_path, database_url)
    until = time.monotonic() + 60
    while waiting(database) and time.monotonic() < until:
        time.sleep(0.1)
    killed(worker)

    clock.at = database.now()
    told = heard(database, keys, clock)
    assert sorted(str(one["attachment"]) for one in told) == names
    assert all(one["stored"] for one in told)
    custody.sweep(database, vault, before=2e10)
    assert sorted(one.id for one in custody.prove(database, keys, vault) if one.proof == "whole") == names
    with database.reading() as db:
        for row in evidence.of(db, "d-d1"):
            assert row.sha256 == hashlib.sha256(f"source-{row.id} ".encode() * 400_000).hexdigest()
    left = [path for path in vault.folder.rglob("*") if path.is_file() and path.name != "name"]
    assert len(left) == len(names)
    database.dispose()


def started(home: Path, database_url: str) -> subprocess.Popen[bytes]:
    worker = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(home), database_url],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
    )
    assert worker.stdout is not None
    worker.stdout.readline()
    return worker


def killed(worker: subprocess.Popen[bytes]) -> None:
    worker.send_signal(signal.SIGKILL)
    worker.communicate()


def waiting(database: Database) -> int:
    with database.reading() as db:
        return evidence.waiting(db, database.now()).count
