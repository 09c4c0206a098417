"""A desk's list: what of it an officer reads, and by which day of the desk each case has its place there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.cases.clock import Clock
from bot.cases.lifecycle import Role, Status
from bot.cases.lives import OPEN
from bot.conversation.asking import HOME
from bot.flows.officer_desk import LATE, NEVER
from bot.library import Library
from handlers.casework import batch, may
from handlers.casework.work import Standing, Work
from storage import cases, lying
from storage.deadlines import Deadline
from storage.desks import Officer
from storage.lying import Counted, Sees

OFFICES = frozenset({"desk", "ppk", "agency"})
"""Whose lateness stands on a card."""
STEPPING = frozenset({Role.OFFICER.value, Role.SUPERVISOR.value})
AWAITED = "ppk"
"""Whose silence the clock carries up by itself, telling the desk each time: none of it is the desk's lateness."""
LOOKING = frozenset({"opened", "proposed", "declined", "joined"})
"""Events of theirs by which nothing has been done."""
AT_ONCE = 200


def zone_of(library: Library, desk: str) -> str:
    """Where its officers' mornings are."""
    area = desk.partition(":")[2]
    return library.land.zone(area) if area and library.land.region(area) else HOME


def placed(stands: Standing) -> None:
    """The case has its place in the list of its desk, or none. It is held."""
    lying.place(stands.work.db, stands.case.id, _place(stands), stands.work.now)


def settled(work: Work, desk: str) -> None:
    """Cases without a place have theirs, as in a database from before there was one: so many at a look.

    They are not held: what moves meanwhile finds its own.
    """
    for one in lying.unsettled(work.db, desk, most=AT_ONCE):
        case = cases.by_id(work.db, one)
        assert case is not None
        lying.settle(work.db, case.id, _place(Standing(work, case)), work.now)


def running(stands: Standing) -> tuple[datetime, bool] | None:
    """The next thing an office is late with, and whether the law sets it: a limit of the law before a target."""
    found = [(one.due_at, clock.promise == "legal") for one, clock in _owed(stands) if one.state == "open"]
    return min(found, key=lambda one: (not one[1], one[0]), default=None)


def counted(work: Work, desk: str, officer: Officer | None) -> Counted:
    """How much of the desk's list this officer reads, or without one everybody in its room."""
    whose = sees(work, officer)
    return lying.counted(work.db, desk, whose, today(work, desk)) if whose else Counted(0, 0, 0, 0)


def sees(work: Work, officer: Officer | None) -> Sees | None:
    """What of a desk's list this officer reads, or without one everybody in its room; None: nothing."""
    if officer is None:
        return Sees(out=batch.out(work))
    if officer.role not in may.SEES:
        return None
    return Sees(officer.id, officer.lane, alls(officer), batch.out(work))


def alls(officer: Officer | None) -> bool:
    """Whether the list is about all who sit there: in a room, and for who looks after desks."""
    return officer is None or officer.role in may.FROM_ABOVE


def today(work: Work, desk: str) -> date:
    """The day it is there."""
    return work.at.astimezone(ZoneInfo(zone_of(work.library, desk))).date()


def _place(stands: Standing) -> date | None:
    """None: it is in no list."""
    case = stands.case
    return _day(stands) if case.closed_at is None and Status(case.status) in OPEN else None


def _day(stands: Standing) -> date:
    found = running(stands)
    if _is_late(stands):
        return LATE
    return (
        found[0].astimezone(ZoneInfo(zone_of(stands.work.library, stands.case.desk))).date()
        if found
        else NEVER
    )


def _is_late(stands: Standing) -> bool:
    """Whether a time of this desk has passed, and no officer has done anything since."""
    steps = [event.at for event in stands.events if event.by in STEPPING and event.what not in LOOKING]
    last = max(steps, default=None)
    passed = (
        one.due_at
        for one, clock in _owed(stands)
        if one.state == "passed" and one.desk == stands.case.desk and clock.owner != AWAITED
    )
    return any(last is None or last <= due_at for due_at in passed)


def _owed(stands: Standing) -> Iterator[tuple[Deadline, Clock]]:
    """What offices owe the case."""
    clocks = stands.work.library.law.clocks.by_id
    for one in stands.deadlines:
        clock = clocks.get(one.why)
        if clock is not None and clock.owner in OFFICES:
            yield one, clock
