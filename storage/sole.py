"""An SQLite database serves one process. The kernel keeps its lock, and frees it with the end of that process.

So whoever holds it knows that nobody else is at work: what another process had leased is free.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from sqlmodel import Session

from storage.sql import sql

_FREE = (
    sql("UPDATE lane SET lease_until = :now WHERE lease_until > :now"),
    sql("UPDATE outbox SET lease_until = :now WHERE state = 'sending' AND lease_until > :now"),
    sql("UPDATE evidence SET lease_until = :now WHERE state = 'wanted' AND lease_until > :now"),
)


class AlreadyServed(Exception):
    """Another process serves this database."""


@contextmanager
def sole(database: Path) -> Iterator[None]:
    """Be the one process that serves the database in this file. Raises AlreadyServed, OSError."""
    file = os.open(database.with_name(f"{database.name}.lock"), os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(file)
        raise AlreadyServed(f"another `saksi run` serves {database}") from None
    try:
        yield
    finally:
        os.close(file)


def inherit(db: Session, now: datetime) -> int:
    """Free every lease: whoever held it is gone. A letter that was on its way is `unknown` then. Returns how many."""
    return sum(db.connection().execute(statement, {"now": now}).rowcount for statement in _FREE)
