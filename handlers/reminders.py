"""Some days before a deadline passes, who is waited for is reminded: a citizen once, officers of many in one notice.

Each reminder is claimed in the transaction that tells it; what was missed while all slept is told once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.cases.clock import Clock
from bot.cases.deadline import reminders_by
from bot.conversation.message import Line, Moment, Value
from bot.flows.officer import question_value
from handlers import asked, push
from handlers.casework import calls
from handlers.casework.work import Notice, Work
from handlers.civil import asleep
from handlers.house import House
from handlers.promises import due
from handlers.tick import Effect, Look, attempted, work_of
from handlers.tied import hold
from handlers.visit import zone_of_case
from storage import cases, deadlines, events
from storage.cases import Case
from storage.deadlines import Deadline
from storage.desks import ACTING

ANSWER, CALL = "answer", "call"
HERS = frozenset({"objection"})
"""Times of hers that she knows from the letter that began them."""
TOGETHER = 50
"""Reminders of one transaction: the writer is soon free again."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A reminder that should have been told by now: the `times`-th. day: on which the deadline is due."""

    deadline: Deadline
    clock: Clock
    case: Case
    times: int
    day: date


def reminders(house: House, looked: Look) -> Iterator[Effect]:
    """The citizen of a question or call; officers of what they or others owe, all of one officer (or desk) at once."""
    rows = {one.id: one for one in house.library.law.clocks.rows if one.remind and one.id not in HERS}
    furthest = max((max(one.remind) for one in rows.values()), default=0)
    officers: dict[tuple[str, str], list[Owed]] = {}
    for deadline in due(house, tuple(rows), looked.at + timedelta(days=furthest + 1)):
        owed = _owed(house, looked, deadline, rows[deadline.why])
        if owed is None:
            continue
        if deadline.why in TOLD:
            yield from attempted("reminded", partial(_her, house, looked, owed))
        else:
            officers.setdefault((owed.case.desk, owed.case.officer_id or ""), []).append(owed)
    for one in officers.values():
        soonest_first = sorted(one, key=lambda owed: owed.deadline.due_at)
        for start in range(0, len(one), TOGETHER):
            some = soonest_first[start : start + TOGETHER]
            yield from attempted("reminded", partial(_officers, house, looked, some))


def _owed(house: House, looked: Look, deadline: Deadline, clock: Clock) -> Owed | None:
    if deadline.due_at <= looked.at or deadline.reminded >= len(clock.remind) + len(clock.hours):
        return None
    with house.database.reading() as db:
        case = cases.by_id(db, deadline.case_id)
    if case is None:
        return None
    zone = zone_of_case(house.library, case)
    last = deadline.due_at.astimezone(ZoneInfo(zone)).date()
    times = reminders_by(clock, deadline.due_at, looked.at, zone)
    if deadline.reminded >= times or (asleep(looked.at, zone) and not looked.rehearsal):
        return None
    return Owed(deadline, clock, case, times, last)


def _her(house: House, looked: Look, owed: Owed) -> Effect | None:
    if looked.dry:
        return Effect("reminded", owed.case.ticket)
    with house.database.transaction() as db:
        case, tied = hold(db, owed.case.id, house.settings.language)
        if not deadlines.remind(db, owed.deadline, owed.times):
            return None
        work = work_of(house, db, looked)
        line = TOLD[owed.deadline.why](work, case, owed)
        if line is None or tied is None or not tied.hears:
            return None
        push.post(work, case, tied, [line], push.leaves(work, case), rank=2)
    return Effect("reminded", case.ticket)


def _asked(work: Work, case: Case, owed: Owed) -> Line | None:
    """A question of the officers, or times for a call; nothing where none of these is left."""
    happened = list(events.of(work.db, case.id))
    proposal = calls.proposed(case, happened)
    if proposal is not None:
        over = calls.gone(work.db, case, proposal, work.at) == set(proposal.times)
        return None if over else Line("remind-pick", {"day": owed.day})
    question = asked.asked_of(work.db, work.keys, case, happened)
    return (
        Line("remind-answer", {"question": question_value(question[1]), "day": owed.day})
        if question
        else None
    )


def _call(work: Work, case: Case, owed: Owed) -> Line | None:
    return Line("remind-call", {"at": Moment(owed.deadline.due_at, zone_of_case(work.library, case))})


TOLD: Mapping[str, Callable[[Work, Case, Owed], Line | None]] = {ANSWER: _asked, CALL: _call}
"""Clocks of hers of which she is reminded herself -> what she reads."""


def _officers(house: House, looked: Look, some: Sequence[Owed]) -> Effect | None:
    if looked.dry:
        return Effect("reminded", some[0].case.ticket, len(some))
    with house.database.transaction() as db:
        taken = [owed for owed in some if deadlines.remind(db, owed.deadline, owed.times)]
        if not taken:
            return None
        _notice(work_of(house, db, looked), taken)
    return Effect("reminded", taken[0].case.ticket, len(taken))


def _notice(work: Work, taken: Sequence[Owed]) -> None:
    """Of one case what is due when; of many how many, and the soonest."""
    first = taken[0]
    case = cases.by_id(work.db, first.case.id) or first.case
    values: dict[str, Value] = {"ticket": case.ticket, "by": first.day}
    key = "remind-legal" if first.clock.promise == "legal" else "remind-target"
    if len(taken) > 1:
        key, values = "remind-many", {**values, "count": len(taken)}
    work.office.notice(work, case, Notice(key, case.desk, ACTING, values, case.officer_id or ""))
