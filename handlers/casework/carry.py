"""A move, carried out: one transaction with its event, its clocks, the letters that tell of it, the desks' cards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.cases.desk import with_power
from bot.cases.lifecycle import Move, Role, Status
from bot.cases.routing import PROVINCE
from bot.conversation.message import Option, Value
from bot.flows.call import Proposal, offered
from bot.flows.officer import POST
from handlers import push
from handlers.casework import calls, chiefs, clocks
from handlers.casework.given import Given
from handlers.casework.upward import is_upward, upward
from handlers.casework.work import Moved, Standing, Work
from handlers.hearing import HEARD_IF_MERGED
from handlers.tied import Tied, hold
from storage import cases, events, handling
from storage.cases import Case
from storage.desks import Officer
from storage.handling import Undo
from storage.keys import Erased

LETS_GO = clocks.BACK | {
    "forward", "send_back", "rise", "pass_to_bkn", "merge", "split", "object", "name_post",
}  # fmt: skip
"""Moves after which nobody has the case."""
FOR_GOOD = frozenset({"recuse"})
"""Moves that are never taken back. Nor are those that let go of a call, whose moment may be another's by then, or of
times for one that she was not told of yet: there is nothing to go back to."""
OVER = frozenset({Status.WITHDRAWN, Status.ERASED, Status.CLOSED, Status.RAISED})


def carry(
    was: Standing,
    tied: Tied | None,
    row: Move,
    officer: Officer,
    given: Given,
    second: Officer | None = None,
) -> Moved:
    """Carry out an officer's move. The case must be held, and the move allowed. `second` has confirmed it."""
    work, before = was.work, was.case
    status = row.to or Status(before.status)
    into = given.into.id if given.into else before.merged_into
    if given.public.get("reason") == POST:
        cases.set_high(work.db, before.id, high=True)
    if given.region:
        cases.set_region(work.db, before.id, given.region)
    case = _place(work, before, status, _desk(work, before, row, given), _holder(before, row, officer, given),
                  merged_into=None if row.key == "split" else into)  # fmt: skip
    along = _join(work, case, given.into, officer) if given.into else ()
    data = {"officer": officer.id, "from": before.status, "to": case.status, **given.public}
    if case.desk != before.desk:
        data |= {"desk": case.desk, "was": before.desk}
    if given.officer is not None:
        data["given_to"] = given.officer.id
    if second is not None:
        data["second"] = second.id
    seq = record(work, case, row.key, officer.role, data, given.secret)
    clocks.turn(was, case, row, given.dated)
    handling.unpropose(work.db, case.id)
    unsaid = calls.unsay(work.db, before, case, row)
    leaves = push.leaves(work, case, was.due("call"))
    stands = Standing(work, case, was.close if case.merged_into == before.merged_into else None)
    offers: tuple[Option, ...] = ()
    if "times" in row.needs:
        offers = offered(case.ticket, Proposal(seq, given.public["times"], given.public["zone"]))
    told = push.Told(
        before, stands, row, push.values_of(work.library.law, given.public, given.secret), offers
    )
    letters = _tell(work, told, tied, leaves)
    until = _keep(was, told, officer, leaves, letters, along, unsaid=unsaid)
    if row.key == "ask" and "question" in given.secret:
        asked: dict[str, Value] = {"name": officer.name, "question": str(given.secret["question"])}
        chiefs.tell(work, case, "own-question", asked, but=officer.id)
    work.office.cards(stands, before.desk)
    return Moved(stands, row.key, until)


def _join(work: Work, case: Case, into: Case, officer: Officer) -> Sequence[Case]:
    """Of that case it is a part now, with all that was merged into it before, which is returned.

    What no local desk may read keeps the whole from them.
    """
    if case.high or case.audience == PROVINCE:
        cases.set_high(work.db, into.id, high=True)
    along = cases.merged_into(work.db, case.id)
    for other in along:
        cases.place(work.db, other.id, status=other.status, desk=case.desk, officer=other.officer_id,
                    closed_at=other.closed_at, merged_into=into.id)  # fmt: skip
    record(work, into, "joined", officer.role, {"officer": officer.id, "ticket": case.ticket})
    return along


def record(
    work: Work,
    case: Case,
    what: str,
    role: Role,
    data: Mapping[str, Any],
    secret: Mapping[str, Any] | None = None,
) -> int:
    """An event; an officer's own words are sealed with what she wrote, and gone where that was erased."""
    told: dict[str, Any] = {
        "what": what, "by": role.value, "at": work.at, "data": data, "rehearsal": work.rehearsal,
    }  # fmt: skip
    if secret:
        try:
            dossier = cases.dossier_of(work.db, work.keys, case)
            return events.append(work.db, case.id, secret=secret, dossier=dossier, **told)
        except Erased:
            pass
    return events.append(work.db, case.id, **told)


def _tell(work: Work, told: push.Told, tied: Tied | None, due_at: datetime) -> list[int]:
    """The letters of a move: hers, and where it matters to them, of those whose reports were merged into the case."""
    letters = [push.moved(work, told, tied, due_at)]
    hear = bool(told.row.says) and told.row.to is not None and Status(told.case.status) in HEARD_IF_MERGED
    turns = clocks.goes_on(work.db, told.was) != clocks.goes_on(work.db, told.case)
    for one in cases.merged_into(work.db, told.case.id):
        other, chat = hold(work.db, one.id, work.language)
        if hear or turns:
            clocks.promise(work, other)
        if hear:
            letters.append(push.merged(work, told, other, chat))
        if told.row.says or told.case.closed_at is None:
            go_along(work, other, told.case)
    return [letter for letter in letters if letter is not None]


def moved_by(
    work: Work,
    case: Case,
    tied: Tied | None,
    row: Move,
    role: Role,
    data: Mapping[str, Any],
    secret: Mapping[str, Any] | None = None,
    values: Mapping[str, Value] | None = None,
    *,
    desk: str = "",
) -> Case:
    """Carry out a move of the citizen or of the clock. The case must be held, and the move allowed.

    values   what its letter may name beside the facts of the case
    desk     where it lies after it, where that is another
    """
    work = replace(work, hers=role is Role.CITIZEN)
    was, before = Standing(work, case), case
    status = row.to or Status(before.status)
    holder = None if row.key in LETS_GO else before.officer_id
    into = before.merged_into if status is Status.MERGED else None
    case = _place(work, before, status, desk or before.desk, holder, merged_into=into)
    went = {"desk": case.desk, "was": before.desk} if case.desk != before.desk else {}
    record(work, case, row.key, role, {"from": before.status, "to": case.status, **went, **data}, secret)
    clocks.turn(was, case, row)
    handling.unpropose(work.db, case.id)
    handling.forget_undo(work.db, case.id)
    calls.unsay(work.db, before, case, row)
    stands = Standing(work, case)
    _tell(work, push.Told(before, stands, row, values or {}), tied, push.leaves(work, case))
    work.office.cards(stands, before.desk)
    return case


def _desk(work: Work, case: Case, row: Move, given: Given) -> str:
    """Where it lies after the move."""
    law = work.library.law
    if row.key == "pass_to_bkn":
        return with_power(law, "address_ppk") or case.desk
    if is_upward(row):
        return upward(work, case, row) or case.desk
    return given.into.desk if given.into else given.desk or case.desk


def _holder(case: Case, row: Move, officer: Officer, given: Given) -> str | None:
    """Who has it after the move: who acts on a case that nobody has takes it."""
    if row.key in LETS_GO or (row.to is not None and row.to in OVER):
        return None
    if given.officer is not None:
        return given.officer.id
    return officer.id if row.key == "take" else case.officer_id or officer.id


def _place(
    work: Work, case: Case, status: Status, desk: str, officer: str | None, *, merged_into: str | None = None
) -> Case:
    over = status in OVER
    return cases.place(
        work.db, case.id, status=status.value, desk=desk, officer=officer,
        closed_at=(case.closed_at or work.at) if over else None, merged_into=merged_into,
    )  # fmt: skip


def go_along(work: Work, other: Case, case: Case) -> None:
    """What was merged into a case lies where that lies, ends with it, and waits again with it; not what she erased."""
    if Status(other.status) is Status.MERGED and (other.closed_at is None, other.desk) != (
        case.closed_at is None,
        case.desk,
    ):
        cases.place(
            work.db, other.id, status=other.status, desk=case.desk, officer=None, closed_at=case.closed_at,
            merged_into=case.id,
        )  # fmt: skip


def _keep(
    before: Standing,
    told: push.Told,
    officer: Officer,
    until: datetime,
    letters: list[int],
    along: Sequence[Case],
    *,
    unsaid: bool,
) -> datetime | None:
    """Till when it may be taken back: as long as a push would wait, whether or not there is one to see.

    So long it shows to her nowhere, also where it is never taken back.

    along   what was merged into the case before, and went with it into another
    unsaid  times for a call that had not left never will: what she knows is what she knew before they were offered
    """
    work, was, case = before.work, before.case, told.case
    if until <= work.now:
        handling.forget_undo(work.db, case.id)
        return None
    final = told.row.key in FOR_GOOD or was.status == Status.SCHEDULED.value or unsaid
    offered = handling.undo_of(work.db, case.id) if unsaid else None
    stood = dict(offered.before) if offered else {
        "status": was.status, "desk": was.desk, "officer": was.officer_id, "merged_into": was.merged_into,
        "closed_at": was.closed_at.isoformat() if was.closed_at else None, "high": was.high,
        "region": was.region,
        "deadlines": {str(one.id): one.state for one in before.deadlines}, "along": [one.id for one in along],
        "last": push.leaves(before.work, case, before.due("call"), latest=True).isoformat(), "version": was.version,
    }  # fmt: skip
    handling.keep_undo(work.db, Undo(case.id, case.step, officer.id, stood, letters, until, final), work.now)
    return None if final else until
