"""Ten thousand deadlines that pass at once: each claimed once, and the one writer never held for long."""

from __future__ import annotations

import os
import random
import statistics
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from sqlalchemy import insert
from sqlmodel import Session

from handlers import late
from handlers.house import House, open_house
from handlers.settings import read
from handlers.tick import look
from scripts.bench.cases import Made, fill
from storage.case_tables import Deadline
from storage.database import Database
from storage.sql import query, run

COUNT = 10_000
CLOCKS = 2
"""Processes that tick at the same time: here threads, each with a database of its own."""
_STATES = query("SELECT state, count(*) AS many FROM deadline WHERE why = 'read' GROUP BY state")
_TOLD = query("SELECT count(*) AS many, count(DISTINCT case_id) AS cases FROM case_event WHERE what = 'late'")


class Timed(Database):
    """A database that notes for how long, in seconds, each of its transactions held the writer."""

    held: list[float]

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        with super().transaction() as db:
            db.connection()  # BEGIN IMMEDIATE: from here on nobody else writes
            begun = time.perf_counter()
            yield db
        self.held.append(time.perf_counter() - begun)


def report(folder: Path) -> Iterator[str]:
    """10,000 deadlines due in one tick, two clocks at it; goal: each claimed once, the writer held below 100 ms."""
    os.environ["SAKSI_DATA_DIR"] = str(folder / "var")
    house = open_house(read(folder))
    _start(house, fill(house.database, COUNT, random.Random(1), status="waiting"))
    clocks = [_clock(house) for _ in range(CLOCKS)]
    begun = time.perf_counter()
    threads = [threading.Thread(target=lambda one=one: list(late.passing(one, look(one)))) for one in clocks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    spent = time.perf_counter() - begun
    held = sorted(one for clock in clocks for one in _held(clock))
    with house.database.reading() as db:
        states = {row.state: row.many for row in run(db, _STATES)}
        told = run(db, _TOLD).one()
    house.database.dispose()
    assert states == {"passed": COUNT}, states
    assert (told.many, told.cases) == (COUNT, COUNT), told
    yield f"passed and told     {COUNT / spent:6.0f} /s   {COUNT} in {spent:.0f} s, each exactly once; a commit each"
    yield f"writer held         {statistics.median(held) * 1e3:6.1f} ms   the median"
    yield f"                    {held[len(held) * 99 // 100] * 1e3:6.1f} ms   the 99th of a hundred"
    yield f"                    {held[-1] * 1e3:6.1f} ms   the longest; goal 100; by fsync"


def _start(house: House, made: list[Made]) -> None:
    due_at = house.database.now() - timedelta(hours=1)
    rows = [{"case_id": one.id, "why": "read", "due_at": due_at, "desk": one.desk} for one in made]
    with house.database.transaction() as db:
        db.connection().execute(insert(Deadline), [row | {"state": "open", "reminded": 0} for row in rows])


def _clock(house: House) -> House:
    database = Timed(f"sqlite:///{house.settings.database_file}")
    database.held = []
    return replace(house, database=database)


def _held(clock: House) -> list[float]:
    assert isinstance(clock.database, Timed)
    return clock.database.held
