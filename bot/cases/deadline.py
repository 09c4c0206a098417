"""When something is due: the clock table applied to an instant, in the zone of the case's region.

A deadline counted in days is due at the last second of its day: the day it falls on is the day people read.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cases import calendar
from bot.cases.clock import Clock
from bot.cases.law import Law
from bot.cases.stage import Stage

END_OF_DAY = time(23, 59, 59)
REPLACED_LEAP_DAY = 28
MORNING = time(8)
"""From when on its day a reminder is told."""


def due(law: Law, rule: str, start: datetime, zone: str, region: str = "") -> datetime:
    """When the clock `rule`, started at `start` (aware), is due; aware, in `zone` (an IANA name).

    Days are local days of `zone`, and the day of the start does not count. KeyError: no such clock.
    """
    if start.tzinfo is None:
        raise ValueError("a deadline needs an aware start")
    clock = law.clocks.by_id[rule]
    local = start.astimezone(ZoneInfo(zone))
    match clock.unit:
        case "hours":
            later = start.astimezone(ZoneInfo("UTC")) + timedelta(hours=clock.amount)
            return later.astimezone(ZoneInfo(zone))
        case "working":
            last = calendar.after_working(law, local.date(), clock.amount, region)
        case "years":
            last = _years_after(local.date(), clock.amount)
        case _:
            last = local.date() + timedelta(days=clock.amount)
    return datetime.combine(last, END_OF_DAY, ZoneInfo(zone))


def safest_formal_day(law: Law, learned: date, zone: str, region: str = "") -> datetime | None:
    """The last moment at which a formal report to Bawaslu is safe, however the law is read; aware, in `zone`.

    The seven days are calendar days and the day of learning is the first of them (UU 7/2017 counts working
    days, regional elections calendar days: the shorter stands). A last day on which the office is closed
    moves earlier, and the moment is when the office closes. None: it is closed on all of them, so nothing
    safe can be said.
    """
    days = law.clocks.by_id["formal_safe"].amount
    for back in range(days - 1, -1, -1):
        day = learned + timedelta(days=back)
        hours = calendar.office(law, day, region)
        if hours is not None:
            return datetime.combine(day, hours.closes, ZoneInfo(zone))
    return None


def news_due(law: Law, told: datetime, zone: str) -> datetime:
    """When we write next at the latest, after a letter at `told`: our own promise, in calendar days."""
    return due(law, "news", told, zone)


def starting(law: Law, rules: Iterable[str], stage: Stage | None) -> tuple[Clock, ...]:
    """Those of `rules` that start now: a clock of one kind of election runs only in a stage of that kind."""
    kind = stage.kind if stage else ""
    clocks = (law.clocks.by_id[rule] for rule in rules)
    return tuple(clock for clock in clocks if clock.election in ("", kind))


def reminders_by(clock: Clock, due_at: datetime, at: datetime, zone: str) -> int:
    """How many reminders of a clock that is due then should have been told by `at`; days are those of `zone`."""
    last = due_at.astimezone(ZoneInfo(zone)).date()
    days = [datetime.combine(last - timedelta(days=one), MORNING, ZoneInfo(zone)) for one in clock.remind]
    hours = [due_at - timedelta(hours=one) for one in clock.hours]
    return sum(one <= at for one in (*days, *hours))


def _years_after(day: date, years: int) -> date:
    """The same day `years` later; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=REPLACED_LEAP_DAY)
