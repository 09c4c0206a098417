"""A report turns out to be about a high post: no local desk has it from then on, nor what is merged with it.

As if it had been known when it was filed (threats.md 1); and what goes against it needs a second officer.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.cases.desk import is_local
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from handlers.casework import batch
from handlers.casework.abreast import waited
from handlers.casework.carry import moved_by
from handlers.casework.upward import away
from handlers.casework.work import Standing, Work
from handlers.tied import Tied, hold
from storage import cases, handling
from storage.cases import Case


def lifts(work: Work, case: Case) -> str:
    """The desk that would have it instead; "" where it stays, also because it is decided already."""
    lead = cases.lead_of(work.db, case)
    row = allowed(LIVES[lead.kind], Status(lead.status), "name_post", Role.CITIZEN)
    desk = away(work, lead)
    return desk if isinstance(row, Move) and desk != lead.desk else ""


def mark(work: Work, case: Case) -> None:
    """It is about a high post, and so is all it is merged with. The case must be held."""
    for part in _whole(work, case):
        cases.set_high(work.db, part.id, high=True)


def lift(work: Work, case: Case) -> Case:
    """The same, and no local desk has it any more. The case must be held; as it stands then.

    Its citizen is told in her own chat by whoever calls this. The others whose reports it is merged with hear of the
    move as of any: the one whose report goes on, by a push that leaves when pushes do; the rest when it is decided.
    """
    desk, lead = lifts(work, case), cases.lead_of(work.db, case)
    mark(work, case)
    if not desk:
        return _now(work, case)
    lead, tied = hold(work.db, lead.id, work.language)
    parts = [part for part in _whole(work, lead) if part.id != lead.id and is_local(part.desk)]
    waited(work, lead, desk)
    _move(work, lead, None if lead.id == case.id else tied, desk)
    for part in parts:
        work.office.cards(Standing(batch.coming(work), _now(work, part)), part.desk)
    return _now(work, case)


def _move(work: Work, lead: Case, tied: Tied | None, desk: str) -> None:
    row = allowed(LIVES[lead.kind], Status(lead.status), "name_post", Role.CITIZEN)
    assert isinstance(row, Move)
    if row.to is not None:
        handling.overtaken(work.db, lead.id)
    moved_by(work, lead, tied, row, Role.CITIZEN, {}, desk=desk)


def _whole(work: Work, case: Case) -> Iterator[Case]:
    """What is merged is one matter."""
    lead = cases.lead_of(work.db, case)
    yield lead
    yield from cases.merged_into(work.db, lead.id)


def _now(work: Work, case: Case) -> Case:
    found = cases.by_id(work.db, case.id)
    assert found is not None
    return found
