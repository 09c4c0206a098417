"""What the clock owes the desks: a deadline passes once, and somebody hears of it.

Each is claimed in the transaction that brings it about, whichever replica comes first, and however long all slept.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from zoneinfo import ZoneInfo

from bot.cases.clock import Clock
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from handlers import silence
from handlers.casework.carry import moved_by, record
from handlers.casework.work import Notice, Standing, Work
from handlers.house import House
from handlers.promises import due
from handlers.tick import Effect, Look, attempted, work_of
from handlers.tied import Tied, hold
from handlers.visit import zone_of_case
from storage import cases, deadlines
from storage.cases import Case
from storage.deadlines import Deadline
from storage.desks import ACTING

ANSWER = "answer"
ELSEWHERE = frozenset({"news", "untie"})
"""Clocks that somebody else keeps: `promises`, `expiry`."""
DONE = {
    "return": "returned",
    "unanswered": "unanswered",
    "called": "called",
    "overdue": "overdue",
    "escalate": "escalated",
    "settle": "settled",
    "unrated": "unrated",
}
"""What the clock does when a deadline passes -> what has then happened."""
HEARD = frozenset({"unanswered", "called"})
"""Of these the officer hears who has the case: `notice-KEY`."""


def passing(house: House, looked: Look) -> Iterator[Effect]:
    """Deadlines that have passed: the move that the clock table names, or else an event, and the supervisor told.

    Questions first: who waited for an answer has not let the case lie.
    """
    others = tuple(one.id for one in house.library.law.clocks.rows if one.id not in (ANSWER, *ELSEWHERE))
    for whys in ((ANSWER,), others):
        for deadline in due(house, whys, looked.at):
            yield from attempted("late", partial(_pass, house, looked, deadline))


def _pass(house: House, looked: Look, deadline: Deadline) -> Effect | None:
    clock = house.library.law.clocks.by_id[deadline.why]
    if looked.dry:
        with house.database.reading() as db:
            case = cases.by_id(db, deadline.case_id)
        return Effect(DONE.get(clock.then, "late"), case.ticket) if case else None
    with house.database.transaction() as db:
        case, tied = hold(db, deadline.case_id, house.settings.language)
        if not deadlines.claim(db, deadline, looked.now):
            return None
        return Effect(_act(work_of(house, db, looked), case, tied, deadline, clock), case.ticket)


def _act(work: Work, case: Case, tied: Tied | None, deadline: Deadline, clock: Clock) -> str:
    """What follows; a clock whose move is not possible any more, or has nobody left to tell, is simply late."""
    row = allowed(LIVES[case.kind], Status(case.status), clock.then, Role.CLOCK) if clock.then else None
    told = {"why": deadline.why, "due": deadline.due_at.date().isoformat()}
    if not isinstance(row, Move) and clock.owner == "citizen":
        return "lapsed"
    if not isinstance(row, Move):
        _late(work, case, deadline, clock)
        return "late"
    if clock.then in ("overdue", "escalate"):
        office = silence.told_above(work, case)
        if office is None:
            _late(work, case, deadline, clock)
            return "late"
        silence.carried_up(work, case, tied, row, deadline, office)
        return DONE[clock.then]
    moved = moved_by(work, case, tied, row, Role.CLOCK, told)
    if clock.then in HEARD and moved.officer_id:
        notice = Notice(clock.then, moved.desk, ACTING, {"ticket": case.ticket}, moved.officer_id)
        work.office.notice(work, moved, notice)
    return DONE[clock.then]


def _late(work: Work, case: Case, deadline: Deadline, clock: Clock) -> None:
    """An event; the supervisor hears with the next digest, of however many at once."""
    zone = ZoneInfo(zone_of_case(work.library, case))
    day = deadline.due_at.astimezone(zone).date()
    record(
        work,
        case,
        "late",
        Role.CLOCK,
        {"why": deadline.why, "promise": clock.promise, "due": day.isoformat()},
    )
    work.office.cards(Standing(work, case), case.desk)
