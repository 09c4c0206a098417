"""What the clock owes the desks: a deadline passes once, and somebody hears of it; before that, reminders.

Each is claimed in the transaction that brings it about, whichever replica comes first, and however long all slept.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.cases.clock import Clock
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.message import Line, Value
from bot.flows.officer import question_value
from handlers import asked, push, silence
from handlers.casework import chiefs
from handlers.casework.carry import moved_by, record
from handlers.casework.work import Notice, Work
from handlers.civil import asleep
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
    "overdue": "overdue",
    "escalate": "escalated",
    "settle": "settled",
    "unrated": "unrated",
}
"""What the clock does when a deadline passes -> what has then happened."""
MORNING = time(8)
"""From when on the day of a reminder it is told."""


def passing(house: House, looked: Look) -> Iterator[Effect]:
    """Deadlines that have passed: the move that the clock table names, or else an event, and the supervisor told.

    Questions first: who waited for an answer has not let the case lie.
    """
    others = tuple(one.id for one in house.library.law.clocks.rows if one.id not in (ANSWER, *ELSEWHERE))
    for whys in ((ANSWER,), others):
        for deadline in due(house, whys, looked.at):
            yield from attempted("late", partial(_pass, house, looked, deadline))


def reminders(house: House, looked: Look) -> Iterator[Effect]:
    """Some days before: the citizen of a question, once; an officer of what they or others owe."""
    rows = {one.id: one for one in house.library.law.clocks.rows if one.remind and one.id != "objection"}
    furthest = max((max(one.remind) for one in rows.values()), default=0)
    for deadline in due(house, tuple(rows), looked.at + timedelta(days=furthest + 1)):
        if deadline.due_at > looked.at:
            yield from attempted("reminded", partial(_remind, house, looked, deadline, rows[deadline.why]))


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
    if clock.then == "return":
        chiefs.tell(work, moved, "returned", {"count": clock.amount})
    elif clock.then == "unanswered" and moved.officer_id:
        notice = Notice("unanswered", moved.desk, ACTING, {"ticket": case.ticket}, moved.officer_id)
        work.office.notice(work, moved, notice)
    return DONE[clock.then]


def _late(work: Work, case: Case, deadline: Deadline, clock: Clock) -> None:
    """An event, and the supervisor hears: of many at one desk in one notice."""
    zone = ZoneInfo(zone_of_case(work.library, case))
    day = deadline.due_at.astimezone(zone).date()
    record(
        work,
        case,
        "late",
        Role.CLOCK,
        {"why": deadline.why, "promise": clock.promise, "due": day.isoformat()},
    )
    count = deadlines.passed(work.db, case.desk)
    values: dict[str, Value] = {"count": count, "day": work.at.astimezone(zone).date()}
    chiefs.tell(work, case, "late", values, slot=f"late:{case.desk}:{values['day']}")
    work.office.cards(work, case, case.desk)


def _remind(house: House, looked: Look, deadline: Deadline, clock: Clock) -> Effect | None:
    with house.database.reading() as db:
        case = cases.by_id(db, deadline.case_id)
    if case is None:
        return None
    zone = zone_of_case(house.library, case)
    times = _reminders_due(deadline, clock, looked.at, zone)
    if deadline.reminded >= times or (asleep(looked.at, zone) and not looked.rehearsal):
        return None
    if looked.dry:
        return Effect("reminded", case.ticket)
    with house.database.transaction() as db:
        case, tied = hold(db, deadline.case_id, house.settings.language)
        if not deadlines.remind(db, deadline, times):
            return None
        return _reminded(work_of(house, db, looked), case, tied, deadline, clock)


def _reminders_due(deadline: Deadline, clock: Clock, at: datetime, zone: str) -> int:
    """How many of its reminders should have been told by now."""
    local, last = at.astimezone(ZoneInfo(zone)), deadline.due_at.astimezone(ZoneInfo(zone)).date()
    days = (datetime.combine(last - timedelta(days=one), MORNING, local.tzinfo) for one in clock.remind)
    return sum(day <= local for day in days)


def _reminded(work: Work, case: Case, tied: Tied | None, deadline: Deadline, clock: Clock) -> Effect | None:
    day = deadline.due_at.astimezone(ZoneInfo(zone_of_case(work.library, case))).date()
    if deadline.why == ANSWER:
        question = asked.asked_of(work.db, work.keys, case)
        if question is None or tied is None or not tied.hears:
            return None
        values: dict[str, Value] = {"question": question_value(question[1]), "day": day}
        push.post(work, case, tied, [Line("remind-answer", values)], push.leaves(work, case), rank=2)
    else:
        key = "remind-legal" if clock.promise == "legal" else "remind-target"
        told: dict[str, Value] = {"ticket": case.ticket, "by": day}
        work.office.notice(work, case, Notice(key, case.desk, ACTING, told, case.officer_id or ""))
    return Effect("reminded", case.ticket)
