"""The rows of the calendar: elections and their stages, corrections to holidays, office hours.

Read from `calendar.toml`. Working days and office hours, which need more than the rows, are in `calendar.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from pathlib import Path

from bot.cases.rows import Row, tables, twice

KINDS = ("pemilu", "pilkada")
STAGES = ("preparation", "nomination", "campaign", "quiet", "voting", "count", "result")
"""tahapan: persiapan, pencalonan, kampanye, masa tenang, pemungutan suara, penghitungan, hasil."""


@dataclass(frozen=True, slots=True)
class Election:
    """One election; `kind` says whose law and clocks hold. `voting` is None until the day is set."""

    key: str
    kind: str
    year: int
    voting: date | None
    source: str
    unconfirmed: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage of an election, first and last day included; `regions` empty is nation-wide."""

    election: str
    kind: str
    key: str
    first: date
    last: date
    regions: tuple[str, ...]
    source: str
    unconfirmed: str

    def holds(self, day: date, region: str) -> bool:
        return self.first <= day <= self.last and inside(region, self.regions)


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day added to (`off`) or taken from the days off."""

    day: date
    off: bool
    name: str
    regions: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Hours:
    """When an office takes a report in on these weekdays (1 is Monday), local time."""

    weekdays: tuple[int, ...]
    opens: time
    closes: time
    source: str


@dataclass(frozen=True, slots=True)
class Calendar:
    elections: tuple[Election, ...]
    stages: tuple[Stage, ...]
    daysoff: tuple[DayOff, ...]
    hours: tuple[Hours, ...]


def inside(region: str, regions: tuple[str, ...]) -> bool:
    """Does a rule for `regions` hold in `region`? "19" holds in "19.01"; no regions is everywhere."""
    return not regions or any(region == one or region.startswith(one + ".") for one in regions)


def stage_on(calendar: Calendar, day: date, region: str = "") -> Stage | None:
    """The election stage of this day in this region (Kemendagri code; "" knows nation-wide stages only).

    Where stages overlap, the row that stands higher in the calendar wins. None is off season.
    """
    return next((row for row in calendar.stages if row.holds(day, region)), None)


def load_calendar(path: Path, faults: list[str]) -> Calendar:
    """The calendar of this file; faults are appended, none is raised."""
    found = tables(path, ("election", "stage", "dayoff", "hours"), faults)
    elections = tuple(_election(row) for row in found["election"])
    kinds = {election.key: election.kind for election in elections}
    stages = tuple(_stage(row, kinds) for row in found["stage"])
    daysoff = tuple(_dayoff(row) for row in found["dayoff"])
    hours = tuple(_hours(row) for row in found["hours"])
    twice(f"{path.name}: election", (election.key for election in elections), faults)
    twice(f"{path.name}: weekday", (str(day) for row in hours for day in row.weekdays), faults)
    twice(f"{path.name}: day off", (f"{row.day} {'/'.join(row.regions)}".strip() for row in daysoff), faults)
    if not hours:
        faults.append(f"{path.name}: no office hours")
    return Calendar(elections, stages, daysoff, hours)


def never_wins(calendar: Calendar) -> list[str]:
    """A sentence for each stage whose every day, in every region it names, belongs to a row above it."""
    faults: list[str] = []
    for at, stage in enumerate(calendar.stages):
        above = calendar.stages[:at]
        days = (stage.first + timedelta(n) for n in range((stage.last - stage.first).days + 1))
        places = stage.regions or ("",)
        if all(any(row.holds(day, place) for row in above) for day in days for place in places):
            faults.append(
                f"calendar.toml: stage {stage.key} of {stage.election} never wins over those above it"
            )
    return faults


def _election(row: Row) -> Election:
    election = Election(
        key=row.text("key"),
        kind=row.one("kind", KINDS),
        year=row.number("year"),
        voting=row.day("voting", False),
        source=row.text("source"),
        unconfirmed=row.text("unconfirmed", ""),
    )
    row.done()
    return election


def _stage(row: Row, kinds: dict[str, str]) -> Stage:
    election = row.one("election", kinds)
    stage = Stage(
        election=election,
        kind=kinds.get(election, ""),
        key=row.one("key", STAGES),
        first=row.day("first") or date.min,
        last=row.day("last") or date.min,
        regions=row.texts("regions"),
        source=row.text("source"),
        unconfirmed=row.text("unconfirmed", ""),
    )
    if stage.last < stage.first:
        row.fault("last is before first")
    row.done()
    return stage


def _dayoff(row: Row) -> DayOff:
    dayoff = DayOff(
        day=row.day("day") or date.min,
        off=row.flag("off", True),
        name=row.text("name"),
        regions=row.texts("regions"),
        source=row.text("source"),
    )
    row.done()
    return dayoff


def _hours(row: Row) -> Hours:
    hours = Hours(row.numbers("weekdays"), row.time("opens"), row.time("closes"), row.text("source"))
    if not hours.weekdays or not all(1 <= day <= 7 for day in hours.weekdays):
        row.fault("weekdays must be days 1 (Monday) to 7")
    if hours.closes <= hours.opens:
        row.fault("closes before it opens")
    row.done()
    return hours
