"""Looking at the database from outside: every row of every table as text, and waiting for what becomes true there."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from typing import Any, TypeVar

from sqlalchemy import MetaData

from storage.database import Database

T = TypeVar("T")


def rows(database: Database, only: str = "") -> list[tuple[str, str]]:
    """(table, row as text) of all tables there are, or of one."""
    found = []
    with database.reading() as db:
        connection = db.connection()
        described = MetaData()
        described.reflect(connection)
        for table in described.sorted_tables:
            if only in ("", table.name):
                found += [(table.name, repr(tuple(row))) for row in connection.execute(table.select())]
    return found


async def until(found: Callable[[], T], within: float = 30, why: Callable[[], Any] = lambda: "") -> T:
    """Look again and again until `found()` is true."""
    ends = time.monotonic() + within
    while not (answer := await asyncio.to_thread(found)):
        assert time.monotonic() < ends, f"not within {within} s: {why()}"
        await asyncio.sleep(0.05)
    return answer
