"""A desk's list and every search, among 100,000 cases against among 1,000: on both engines."""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import text
from sqlmodel import Session

from scripts.bench.cases import DESKS, FIRST_DAY, LAST_DAY, Made, fill
from storage import cases, lying, search
from storage.database import Database
from storage.lying import FIRST, Lying, Sees
from storage.migrate import migrate
from storage.search import Sought
from tests.postgresql import Server

FEW, MANY = 1_000, 100_000
ROUNDS = 60
PAGE = 50
Look = Callable[[Session], object]


def report(folder: Path) -> Iterator[str]:
    """A page of a desk's list, its counts, and a page of each search: 100,000 cases against 1,000; goal 2×."""
    server = Server()
    try:
        for engine in ("sqlite", "postgresql"):
            spent = {}
            for count in (FEW, MANY):
                url = (
                    f"sqlite:///{folder / f'{count}.db'}" if engine == "sqlite" else server.url(server.make())
                )
                spent[count] = _spent(url, count)
            for name, few in spent[FEW].items():
                many = spent[MANY][name]
                told = f"{few * 1e3:5.2f} ms -> {many * 1e3:5.2f} ms"
                yield f"{engine:10} {name:14} {told}   ratio {many / few:5.2f}   by reading a page of {PAGE}"
    finally:
        server.stop()


def _spent(url: str, count: int) -> Mapping[str, float]:
    """The median seconds of each look."""
    database = Database(url)
    migrate(database)
    made = fill(database, count, random.Random(1))
    if url.startswith("postgresql"):  # which does so by itself; SQLite never does
        with database.transaction() as db:
            db.connection().execute(text("ANALYZE"))
    spent = {name: statistics.median(_rounds(database, look)) for name, look in _looks(made).items()}
    database.dispose()
    return spent


def _looks(made: list[Made]) -> Mapping[str, Look]:
    middle = made[len(made) // 2]
    busy, budi, everybody = DESKS[0], Sees("o1", "nobody", alls=False), Sees()
    last = sorted((one.due_on, one.id) for one in made if one.desk == busy and one.due_on)[-PAGE // 2]
    walk: dict[str, Any] = {"began": FIRST_DAY, "read": (), "most": PAGE}
    return {
        "an officer's": lambda db: lying.page(db, busy, budi, FIRST, **walk),
        "a room's": lambda db: lying.page(db, busy, everybody, FIRST, **walk),
        "its last page": lambda db: lying.page(db, busy, everybody, Lying(*last), **walk),
        "its counts": lambda db: lying.counted(db, busy, everybody, LAST_DAY),
        "by ticket": lambda db: cases.by_ticket(db, middle.ticket),
        "by desk": lambda db: search.page(db, Sought(desk=busy), most=PAGE),
        "by topic": lambda db: search.page(db, Sought(topic="car"), most=PAGE),
        "by area": lambda db: search.page(db, Sought(region="74.07"), most=PAGE),
        "by status": lambda db: search.page(db, Sought(status="closed"), most=PAGE),
        "by day": lambda db: search.page(db, Sought(until_at=middle.filed_at), before=middle.id, most=PAGE),
        "by two facts": lambda db: search.page(db, Sought(topic="car", region="74.07"), most=PAGE // 5),
    }


def _rounds(database: Database, look: Look) -> Iterator[float]:
    for _ in range(ROUNDS):
        with database.reading() as db:
            look(db)  # the connection and its plans are there already
            begun = time.perf_counter()
            look(db)
            yield time.perf_counter() - begun
