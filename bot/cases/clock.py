"""The clock table: each row says when something is due, after what, and whose promise that is.

Read from `clocks.toml`; what a row means for an instant is in `deadline.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.cases.rows import Row, tables, twice
from bot.cases.stage import KINDS

UNITS = ("working", "calendar", "hours", "years")
PROMISES = ("legal", "target")
OWNERS = ("citizen", "desk", "ppk", "agency", "us")


@dataclass(frozen=True, slots=True)
class Clock:
    """One row of the clock table.

    id        its name in code and in the lifecycle
    ref       its number in the domain table, "" for a promise of our own
    after     what starts it
    amount    of `unit`: working days, calendar days, hours or years
    promise   legal (batas hukum) or target (our own or an office's goal): never one word for both
    owner     who is late when it passes
    election  only for this kind of election; "" is any
    remind    how many days before it is due its owner is reminded
    hours     how many hours before that once more (`remind_hours`)
    then      the move that the clock makes when it passes; "" is none
    dated     it counts from the day that is given with the move, of a letter, and not from when that was recorded
    restarts  a later start moves it; otherwise the first start of a case (and desk) stands
    """

    id: str
    ref: str
    after: str
    amount: int
    unit: str
    promise: str
    owner: str
    election: str
    remind: tuple[int, ...]
    hours: tuple[int, ...]
    then: str
    dated: bool
    restarts: bool
    source: str
    unconfirmed: str


@dataclass(frozen=True, slots=True)
class Clocks:
    rows: tuple[Clock, ...]
    by_id: Mapping[str, Clock]


def load_clocks(path: Path, faults: list[str]) -> Clocks:
    """The clock table of this file; faults are appended, none is raised."""
    rows = tuple(_clock(row) for row in tables(path, ("clock",), faults)["clock"])
    twice(f"{path.name}: clock", (clock.id for clock in rows), faults)
    if not rows:
        faults.append(f"{path.name}: no clock")
    return Clocks(rows, {clock.id: clock for clock in rows})


def _clock(row: Row) -> Clock:
    clock = Clock(
        id=row.text("id"),
        ref=row.text("ref", ""),
        after=row.text("after"),
        amount=row.number("amount"),
        unit=row.one("unit", UNITS),
        promise=row.one("promise", PROMISES),
        owner=row.one("owner", OWNERS),
        election=row.one("election", KINDS, ""),
        remind=row.numbers("remind"),
        hours=row.numbers("remind_hours"),
        then=row.text("then", ""),
        dated=row.flag("dated"),
        restarts=row.flag("restarts"),
        source=row.text("source"),
        unconfirmed=row.text("unconfirmed", ""),
    )
    row.done()
    return clock
