"""A process that takes and delivers until it is killed: `python -m tests.storage.crash_worker URL KEYS FILE`.

A turn posts one letter for each message. A delivered letter is one line in FILE, written and flushed before it is
recorded, as a service would have taken it.
"""

from __future__ import annotations

import os
import sys
from datetime import timedelta
from pathlib import Path

from bot.conversation.message import Line, Say
from storage import letters, mail
from storage.database import Database
from storage.keys import Keys
from storage.pace import Rate

LEASE = timedelta(seconds=0.3)
RATE = Rate(timedelta(microseconds=1))


def turn(database: Database, keys: Keys) -> bool:
    with database.transaction() as db:
        now = database.now()
        inbound = mail.next_inbound(db, now)
        if inbound is None:
            return False
        heard = mail.read(keys, inbound).decode()
        mail.post(
            db,
            keys,
            lane=inbound.lane,
            channel="telegram",
            say=Say((Line(heard),)),
            language="id",
            rank=0,
            due_at=now,
            now=now,
        )
        mail.done(db, inbound, now)
    return True


def deliver(database: Database, keys: Keys, owner: str, arrived: int) -> bool:
    with database.transaction() as db:
        claimed = letters.claim(
            db, keys, channel="telegram", owner=owner, room=3, now=database.now(), lease=LEASE
        )
    for letter in claimed:
        os.write(arrived, f"{letter.say.lines[0].key} {letter.doubts}\n".encode())
        with database.transaction() as db:
            letters.sent(db, keys, letter, "1", rate=RATE, now=database.now())
    return bool(claimed)


def main(url: str, keys_path: str, file: str) -> None:
    database, keys = Database(url), Keys.load(Path(keys_path))
    arrived = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    while True:
        turn(database, keys)
        deliver(database, keys, str(os.getpid()), arrived)


if __name__ == "__main__":
    main(*sys.argv[1:])
