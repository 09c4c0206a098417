"""Nobody at a desk can have a case: it rises to the desk above, as a new report would; never nobody.

Nobody sits there any more, or all who do have said that they are close to it. Who reported from their own chat counts
as if they had not: else it would tell who reported.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator
from datetime import timedelta
from functools import partial

from sqlmodel import Session

from bot.cases.desk import agency_of, over
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from handlers.casework.carry import moved_by
from handlers.casework.upward import routed
from handlers.house import House
from handlers.tick import Effect, Look, attempted, work_of
from handlers.tied import hold
from storage import desks, handling, recusals
from storage.cases import Case

A_DAY = timedelta(hours=24)
"""Of an empty desk: somebody else may be about to be enrolled there."""


def stranded(house: House, looked: Look) -> Iterator[Effect]:
    """Every open case that nobody has, at a desk where for a day nobody has sat who could.

    1. The first desk above it that has officers who could gets it.
    2. Where there is none, and no office has begun with it, the law's routes are asked anew; the last resort is triage.
    3. Where nobody sits there either it stays where it is, until somebody does.
    She hears where it is now.
    """
    after = ""
    while True:
        with house.database.reading() as db:
            page = handling.stranded(db, after, looked.then - A_DAY)
            sits = frozenset(desks.staffed_desks(db))
        for case in page:
            yield from attempted("lifted", partial(_lifted, house, looked, case, sits))
        if not page:
            return
        after = page[-1].id


def _lifted(house: House, looked: Look, seen: Case, sits: Container[str]) -> Effect | None:
    if _whither(house, looked, seen, sits.__contains__) is None:
        return None
    if looked.dry:
        return Effect("lifted", seen.ticket)
    with house.database.transaction() as db:
        case, tied = hold(db, seen.id, house.settings.language)
        close = recusals.close_to(db, case.id).officers
        staffed = partial(_sits, house, db, close)
        row, desk = _row(case), _whither(house, looked, case, staffed)
        if row is None or desk is None or case.officer_id is not None or staffed(case.desk):
            return None
        moved_by(work_of(house, db, looked), case, tied, row, Role.CLOCK, {}, desk=desk)
        return Effect("lifted", case.ticket)


def _sits(house: House, db: Session, close: Container[str], desk: str) -> bool:
    """Whether somebody who is not close to it could act on it there."""
    return any(officer.id not in close for officer in desks.officers_of(db, house.keys, desk))


def _row(case: Case) -> Move | None:
    row = allowed(LIVES[case.kind], Status(case.status), "lift", Role.CLOCK)
    return row if isinstance(row, Move) else None


def _whither(house: House, looked: Look, case: Case, sits: Callable[[str], bool]) -> str | None:
    """Where it goes; None: it stays."""
    law = house.library.law
    known = agency_of(case.desk) in law.agencies.by_key
    desk = next((one for one in over(law, case.desk) if sits(one)), None) if known else None
    if _row(case) is None:
        return None
    if desk is None and case.status == Status.WAITING:
        desk = routed(house.library, case, looked.at, case.audience, sits)
    return desk if desk is not None and sits(desk) else None
