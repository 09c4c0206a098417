"""Which clocks of a case a move starts, and which it meets: the lifecycle's rows, the law's table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.cases.clock import Clock
from bot.cases.deadline import due, starting
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.cases.stage import Stage, stage_on
from handlers.casework.work import Standing, Work
from handlers.visit import zone_of_case
from storage import cases, deadlines, events, handling, slots
from storage.cases import Case
from storage.deadlines import Deadline

BACK = frozenset({"give_back", "recuse", "return"})
"""Moves that put a case back on its own desk: what had been met goes on, so that giving back wins no time."""
MEETS = {
    "take": ("read",), "assign": ("read",), "answer": ("answer",), "skip": ("answer",), "unanswered": ("answer",),
    "rate": ("rating",), "unrated": ("rating",), "extend": ("decision_pemilu", "decision_pilkada"),
    **dict.fromkeys(BACK, ("step",)),
}  # fmt: skip
"""What a move meets that leaves the case where it is; one that changes its status or desk meets all."""
ALWAYS = frozenset({"news", "withdraw", "erase"})
"""Waits that no move of an officer ends."""
REMINDED = frozenset({Status.ASKED.value, Status.OFFERED.value, Status.SCHEDULED.value})
"""Where something waits for her: what reminds her of it ends with the status."""
NOON = time(12)
"""Of a day that was given without an hour."""
REGISTERS = frozenset({"register", "find"})


def turn(was: Standing, case: Case, row: Move, dated: date | None = None) -> None:
    """End what this move meets, then start what its row starts.

    was: the case before it;  dated: the day that was given with it
    """
    work, before = was.work, was.case
    if before.status in REMINDED and case.status != before.status:
        handling.unremind(work.db, case.id)
    if before.status == Status.SCHEDULED.value != case.status:
        slots.let_go(work.db, case.id)
    running = starting(work.library.law, row.starts, _stage(work, case))
    kept = {*ALWAYS, *row.keeps}
    moved = (before.status, before.desk) != (case.status, case.desk)
    standing = {one.why: one for one in was.deadlines if one.state == "open"}
    met = [why for why in standing if why not in kept and (moved or why in MEETS.get(row.key, ()))]
    for why in met:
        deadlines.end(work.db, case.id, why, "met")
        del standing[why]
    for clock in running:
        _start(work, case, row, clock, standing.get(clock.id), dated if clock.dated else None)
    if (row.says or not goes_on(work.db, case)) and "news" not in row.starts:
        promise(work, case)


def first(work: Work, case: Case) -> None:
    """What runs from the moment a case is filed: beside our promise of news, that its desk reads it."""
    row = allowed(LIVES[case.kind], Status.UNFILED, "file", Role.CITIZEN)
    assert isinstance(row, Move)
    for clock in starting(work.library.law, row.starts, _stage(work, case)):
        _start(work, case, row, clock)


def may_object(stands: Standing) -> bool:
    """Whether she may ask to have it looked at again: once, while the time for it runs.

    Of a report that was merged that is the time of the case it is part of.
    """
    return stands.lead.due("objection") is not None and all(event.what != "object" for event in stands.events)


def goes_on(db: Session, case: Case) -> bool:
    """Whether we owe news about it: of a report that was merged, as long as the case goes on that it is part of."""
    lead = cases.lead_of(db, case)
    return isinstance(allowed(LIVES[lead.kind], Status(lead.status), "no_change", Role.CLOCK), Move)


def promise(work: Work, case: Case) -> None:
    """After every letter the next is promised anew, as long as the case goes on."""
    if not goes_on(work.db, case):
        deadlines.end(work.db, case.id, "news", "met")
        return
    zone = zone_of_case(work.library, case)
    deadlines.start(work.db, case.id, "news", due(work.library.law, "news", work.at, zone), case.desk)


def _start(
    work: Work,
    case: Case,
    row: Move,
    clock: Clock,
    standing: Deadline | None = None,
    dated: date | None = None,
) -> None:
    """A clock that restarts is moved; another stands where it was started first at this desk."""
    if not clock.restarts and standing is not None and standing.desk == case.desk:
        return
    if not clock.restarts and row.key in BACK and deadlines.resume(work.db, case.id, clock.id, case.desk):
        return
    zone = zone_of_case(work.library, case)
    begun = next(_registered(work, case), work.at) if row.key == "extend" else work.at
    if dated is not None:
        begun = datetime.combine(dated, NOON, ZoneInfo(zone))
    deadlines.start(
        work.db, case.id, clock.id, due(work.library.law, clock.id, begun, zone, case.region), case.desk
    )


def _registered(work: Work, case: Case) -> Iterator[datetime]:
    """When it was registered, last first: more time is counted from there."""
    found = [event.at for event in events.of(work.db, case.id) if event.what in REGISTERS]
    yield from reversed(found)


def _stage(work: Work, case: Case) -> Stage | None:
    today = work.at.astimezone(ZoneInfo(zone_of_case(work.library, case))).date()
    return stage_on(work.library.law.calendar, today, case.region)
