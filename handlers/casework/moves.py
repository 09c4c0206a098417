"""What officers do with a case. Each is one transaction, spent against the step that their button was drawn at.

1. The case is held; who may not know of it hears that there is none.
2. Somebody was first: it says so. Else the lifecycle, the role, and who has the case decide.
3. What was given is looked at. What goes against a report about a high post waits for a second officer.
4. The move is carried out: event, clocks, letters, cards.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.cases.lifecycle import Move
from handlers.casework import chiefs, may, whole
from handlers.casework.abreast import waited
from handlers.casework.carry import carry, record
from handlers.casework.given import Given, checked
from handlers.casework.work import Moved, Notice, Refused, Standing, Waiting, Work
from handlers.tied import Tied, hold
from storage import cases, desks, handling, recusals
from storage.cases import Case
from storage.desks import Officer
from storage.keys import Erased

Done = Moved | Waiting | Refused
Held = tuple[Standing, Tied | None, Officer]
"""A case held until the transaction ends, its chat, and who acts on it, as they are today."""


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
    stands, tied, today = found
    case, row = stands.case, may.makes(stands, today, key)
    if isinstance(row, Refused):
        return row
    taken = checked(stands, today, row, given or {})
    if isinstance(taken, Refused):
        return taken
    if row.second and case.high:
        return _propose(work, case, row, today, given or {})
    return _carried(stands, tied, row, today, taken)


def recuse(work: Work, officer: Officer, case_id: str) -> Done:
    """Out of this officer's sight for good, and the supervisor is told; who had the case gives it back with this."""
    try:
        case, tied = hold(work.db, case_id, work.language)
    except LookupError:
        return Refused("gone")
    row, acting = may.moves(work, officer, case, "recuse"), may.present(work, officer) or officer
    if isinstance(row, Refused):
        return row
    recusals.recuse(work.db, acting.id, case.id, work.now)
    above = chiefs.seat(work, case.desk, but=acting.id)
    if above is not None:
        waited(work, case, above)
        told = Notice("recused", above, chiefs.CHIEFS, {"ticket": case.ticket}, but=acting.id)
        work.office.notice(work, case, told)
    if case.officer_id == acting.id:
        return carry(Standing(work, case), tied, row, acting, Given())
    record(work, case, "recuse", acting.role, {"officer": acting.id})
    stands = Standing(work, case)
    work.office.cards(stands, case.desk)
    return Moved(stands, "recuse")


def confirm(work: Work, officer: Officer, case_id: str, step: int) -> Done:
    """A second officer agrees to what waits; it is looked at anew, and done in the name of the first."""
    found = _waiting(work, officer, case_id, step)
    if isinstance(found, Refused):
        return found
    (stands, tied, second), proposal = found
    first = desks.by_id(work.db, work.keys, proposal.officer_id)
    given = _given(stands, proposal)
    if first is None or first.left_at is not None or given is None:
        handling.unpropose(work.db, case_id)
        return Refused("erased")
    row, agreed = (may.makes(stands, one, proposal.move) for one in (first, second))
    if isinstance(row, Refused):
        return row
    if isinstance(agreed, Refused) and agreed.reason != "taken":
        return agreed
    taken = checked(stands, first, row, given)
    if isinstance(taken, Refused):
        return taken
    return _carried(stands, tied, row, first, taken, second)


def decline(work: Work, officer: Officer, case_id: str, step: int) -> Done:
    """A second officer does not agree, or the first thinks better of it: nothing waits any more."""
    found = _waiting(work, officer, case_id, step, first_too=True)
    if isinstance(found, Refused):
        return found
    (held, _, today), proposal = found
    case = held.case
    handling.unpropose(work.db, case.id)
    record(work, case, "declined", today.role, {"officer": today.id, "move": proposal.move})
    stands = Standing(work, case)
    work.office.cards(stands, case.desk)
    return Moved(stands, "decline")


def _held(work: Work, officer: Officer, case_id: str, step: int) -> Held | Refused:
    """The case, as far as this officer may know of it and nobody was first."""
    try:
        case, tied = hold(work.db, case_id, work.language)
    except LookupError:
        return Refused("gone")
    today, stands = may.present(work, officer), Standing(work, case)
    if today is None:
        return Refused("left")
    if refused := may.knows(stands, today):
        return refused
    return Refused("stale", case=case) if case.step != step else (stands, tied, today)


def _carried(
    was: Standing, tied: Tied | None, row: Move, officer: Officer, given: Given, second: Officer | None = None
) -> Moved:
    """Carried out. What it is merged into, or taken out of, is held before any officer is told, and changes with it."""
    before = was.case.merged_into
    lead = given.into.id if given.into else before
    if lead:
        hold(was.work.db, lead, was.work.language)
    done = carry(was, tied, row, officer, given, second)
    if lead and done.case.merged_into != before:
        whole.changed(was if given.into else done.stands, lead)
    return done


def _propose(work: Work, case: Case, row: Move, officer: Officer, given: Mapping[str, Any]) -> Done:
    try:
        dossier = cases.dossier_of(work.db, work.keys, case)
        handling.propose(work.db, case, row.key, officer.id, given, dossier, work.now)
    except Erased:
        return Refused("erased")
    record(work, case, "proposed", officer.role, {"officer": officer.id, "move": row.key})
    notice = Notice("second", case.desk, desks.ACTING, {"ticket": case.ticket})
    work.office.notice(work, case, notice)
    work.office.cards(Standing(work, case), case.desk)
    return Waiting(case, row.key)


def _waiting(
    work: Work, officer: Officer, case_id: str, step: int, *, first_too: bool = False
) -> tuple[Held, handling.Proposal] | Refused:
    found = _held(work, officer, case_id, step)
    if isinstance(found, Refused):
        return found
    case = found[0].case
    proposal = handling.proposed(work.db, case)
    if proposal is None or (proposal.officer_id == officer.id and not first_too):
        return Refused("second", case=case)
    return found, proposal


def _given(stands: Standing, proposal: handling.Proposal) -> Mapping[str, Any] | None:
    work = stands.work
    return handling.given_with(proposal, cases.dossier_of(work.db, work.keys, stands.case))
