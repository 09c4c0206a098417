"""What officers do with a case. Each is one transaction, spent against the step that their button was drawn at.

1. The case is held; who may not know of it hears that there is none.
2. Somebody was first: it says so. Else the lifecycle, the role, and who has the case decide.
3. What was given is looked at. What goes against a report about a high post waits for a second officer.
4. The move is carried out: event, clocks, letters, cards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.cases.desk import above
from bot.cases.lifecycle import Move
from handlers.casework import chiefs, may
from handlers.casework.carry import carry, record
from handlers.casework.given import Given, checked
from handlers.casework.work import Moved, Notice, Refused, Waiting, Work
from handlers.tied import Tied, hold
from storage import cases, desks, handling
from storage.cases import Case
from storage.desks import Officer
from storage.keys import Erased

Done = Moved | Waiting | Refused


def take(work: Work, officer: Officer, case_id: str, step: int) -> Done:
    return move(work, officer, case_id, step, "take")


def give_back(work: Work, officer: Officer, case_id: str, step: int) -> Done:
    return move(work, officer, case_id, step, "give_back")


def move(
    work: Work, officer: Officer, case_id: str, step: int, key: str, given: Mapping[str, Any] | None = None
) -> Done:
    """Make the move `key` of the lifecycle; `given` is what its row needs, by name."""
    if key == "recuse":
        return recuse(work, officer, case_id)
    found = _held(work, officer, case_id, step)
    if isinstance(found, Refused):
        return found
    case, tied = found
    row = may.moves(work, officer, case, key)
    if isinstance(row, Refused):
        return row
    taken = checked(work, officer, case, row, given or {})
    if isinstance(taken, Refused):
        return taken
    if (
        key == "rise"
        and above(work.library.law, case.desk, lambda desk: desks.staffed(work.db, desk)) is None
    ):
        return Refused("needs", ("desk",))
    acting = may.present(work, officer) or officer
    if row.second and case.high:
        return _propose(work, case, row, acting, given or {})
    return carry(work, case, tied, row, acting, taken)


def recuse(work: Work, officer: Officer, case_id: str) -> Done:
    """Out of this officer's sight for good, and the supervisor is told; who had the case gives it back with this."""
    try:
        case, tied = hold(work.db, case_id, work.language)
    except LookupError:
        return Refused("gone")
    row = may.moves(work, officer, case, "recuse")
    if isinstance(row, Refused):
        return row
    acting = may.present(work, officer) or officer
    handling.recuse(work.db, acting.id, case.id, work.now)
    above = chiefs.seat(work, case.desk, but=acting.id)
    if above is not None:
        told = Notice("recused", above, chiefs.CHIEFS, {"ticket": case.ticket}, but=acting.id)
        work.office.notice(work, case, told)
    if case.officer_id == acting.id:
        return carry(work, case, tied, row, acting, Given())
    record(work, case, "recuse", acting.role, {"officer": acting.id})
    work.office.cards(work, case, case.desk)
    return Moved(case, "recuse")


def confirm(work: Work, officer: Officer, case_id: str, step: int) -> Done:
    """A second officer agrees to what waits; it is looked at anew, and done in the name of the first."""
    found = _waiting(work, officer, case_id, step)
    if isinstance(found, Refused):
        return found
    case, tied, proposal = found
    first = desks.by_id(work.db, work.keys, proposal.officer_id)
    second = may.present(work, officer) or officer
    given = _given(work, case, proposal)
    if first is None or first.left_at is not None or given is None:
        handling.unpropose(work.db, case.id)
        return Refused("erased")
    for one in (first, second):
        row = may.moves(work, one, case, proposal.move)
        if isinstance(row, Refused) and not (one is second and row.reason == "taken"):
            return row
    row = may.moves(work, first, case, proposal.move)
    assert isinstance(row, Move)
    taken = checked(work, first, case, row, given)
    if isinstance(taken, Refused):
        return taken
    return carry(work, case, tied, row, first, taken, second)


def decline(work: Work, officer: Officer, case_id: str, step: int) -> Done:
    """A second officer does not agree, or the first thinks better of it: nothing waits any more."""
    found = _waiting(work, officer, case_id, step, first_too=True)
    if isinstance(found, Refused):
        return found
    case, _, proposal = found
    acting = may.present(work, officer) or officer
    handling.unpropose(work.db, case.id)
    record(work, case, "declined", acting.role, {"officer": acting.id, "move": proposal.move})
    work.office.cards(work, case, case.desk)
    return Moved(case, "decline")


def _held(work: Work, officer: Officer, case_id: str, step: int) -> tuple[Case, Tied | None] | Refused:
    """The case, held, as far as this officer may know of it and nobody was first."""
    try:
        case, tied = hold(work.db, case_id, work.language)
    except LookupError:
        return Refused("gone")
    if refused := may.sees(work, officer, case):
        return refused
    return Refused("stale", case=case) if case.step != step else (case, tied)


def _propose(work: Work, case: Case, row: Move, officer: Officer, given: Mapping[str, Any]) -> Done:
    try:
        dossier = cases.dossier_of(work.db, work.keys, case)
        handling.propose(work.db, case, row.key, officer.id, given, dossier, work.now)
    except Erased:
        return Refused("erased")
    record(work, case, "proposed", officer.role, {"officer": officer.id, "move": row.key})
    notice = Notice("second", case.desk, desks.ACTING, {"ticket": case.ticket})
    work.office.notice(work, case, notice)
    work.office.cards(work, case, case.desk)
    return Waiting(case, row.key)


def _waiting(
    work: Work, officer: Officer, case_id: str, step: int, *, first_too: bool = False
) -> tuple[Case, Tied | None, handling.Proposal] | Refused:
    found = _held(work, officer, case_id, step)
    if isinstance(found, Refused):
        return found
    case, tied = found
    proposal = handling.proposed(work.db, case)
    if proposal is None or (proposal.officer_id == officer.id and not first_too):
        return Refused("second", case=case)
    return case, tied, proposal


def _given(work: Work, case: Case, proposal: handling.Proposal) -> Mapping[str, Any] | None:
    return handling.given_with(proposal, cases.dossier_of(work.db, work.keys, case))
