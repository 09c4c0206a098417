"""A desk's list and every search, among 100,000 cases against among 1,000: on both engines."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from sqlmodel import Session

from bot.flows.officer_desk import PAGE
from scripts.bench.cases import DESKS, FIRST_DAY, LAST_DAY, Made, fill
from storage import cases, lying, search
from storage.database import Database
from storage.lying import FIRST, Lying, Sees
from storage.migrate import migrate
from storage.search import Sought
from tests.postgresql import Server

FEW, MANY = 1_000, 100_000
ROUNDS = 200
FOUND = 50
"""Cases on a page of what was searched."""
FRESH = 10
"""Cases that came with the last batch or after it."""
Look = Callable[[Session], object]


def report(folder: Path) -> Iterator[str]:
    """A page of a desk's list, its counts, and a page of each search: 100,000 cases against 1,000; goal 2×."""
    server = Server()
    try:
        for engine, filled in (
            ("sqlite", partial(_sqlite, folder)),
            ("postgresql", partial(_postgresql, server)),
        ):
            (some, few), (all_, many) = filled(FEW), filled(MANY)
            for name in few:
                fast, slow = _spent((some, few[name]), (all_, many[name]))
                yield f"{engine:10} {name:14} {fast * 1e3:5.2f} ms -> {slow * 1e3:5.2f} ms   ratio {slow / fast:5.2f}"
            some.dispose()
            all_.dispose()
    finally:
        server.stop()


def _sqlite(folder: Path, count: int) -> tuple[Database, Mapping[str, Look]]:
    """A database with so many cases, and what is looked at there."""
    database = Database(f"sqlite:///{folder / f'{count}.db'}")
    migrate(database)
    return database, _looks(fill(database, count, random.Random(1)))


def _postgresql(server: Server, count: int) -> tuple[Database, Mapping[str, Look]]:
    """The same. SQLite never looks at how its rows lie; PostgreSQL does."""
    name = server.make()
    database = Database(server.url(name))
    migrate(database)
    made = fill(database, count, random.Random(1))
    server.tidy(name)
    return database, _looks(made)


def _looks(made: list[Made]) -> Mapping[str, Look]:
    middle = made[len(made) // 2]
    busy, out = DESKS[0], made[-FRESH].filed_at
    budi, everybody = Sees("o1", "nobody", alls=False, out=out), Sees(out=out)
    last = sorted((one.due_on, one.id) for one in made if one.desk == busy and one.due_on)[-PAGE // 2]
    walk: dict[str, Any] = {"began": FIRST_DAY, "read": (), "most": PAGE + 1}
    return {
        "an officer's": lambda db: lying.page(db, busy, budi, FIRST, **walk),
        "a room's": lambda db: lying.page(db, busy, everybody, FIRST, **walk),
        "its last page": lambda db: lying.page(db, busy, everybody, Lying(*last), **walk),
        "its counts": lambda db: lying.counted(db, busy, everybody, LAST_DAY),
        "by ticket": lambda db: cases.by_ticket(db, middle.ticket),
        "by desk": lambda db: search.page(db, Sought(desk=busy), most=FOUND),
        "by topic": lambda db: search.page(db, Sought(topic="car"), most=FOUND),
        "by area": lambda db: search.page(db, Sought(region="74.07"), most=FOUND),
        "by status": lambda db: search.page(db, Sought(status="closed"), most=FOUND),
        "by day": lambda db: search.page(db, Sought(until_at=middle.filed_at), before=middle.id, most=FOUND),
        "by two facts": lambda db: search.page(db, Sought(topic="car", region="74.07"), most=FOUND // 5),
    }


def _spent(*looks: tuple[Database, Look]) -> list[float]:
    """The median seconds of each: by turns, so that what else the machine does hits all alike."""
    spent: list[list[float]] = [[] for _ in looks]
    for _ in range(ROUNDS):
        for (database, look), seconds in zip(looks, spent, strict=True):
            with database.reading() as db:
                look(db)  # the connection and its plans are there already
                begun = time.perf_counter()
                look(db)
                seconds.append(time.perf_counter() - begun)
    return [statistics.median(seconds) for seconds in spent]
