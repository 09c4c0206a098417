"""How a case ends by her will or by time: withdrawn, erased, expired. Who is told, and how, is the caller's."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.cases.lifecycle import Refusal, Role, Status, allowed
from bot.cases.lives import LIVES
from storage import bubbles, cases, deadlines, events, evidence, handling, likeness, offers, slots, ties
from storage.cases import Case


def withdraw(db: Session, case: Case, *, by: str, at: datetime, rehearsal: bool = False) -> None:
    """She does not go on with it. An erasure that waits goes on waiting."""
    _end(db, case, "withdraw", at)
    deadlines.cancel_all(db, case.id, keep="erase")
    events.append(db, case.id, what="withdrawn", by=by, at=at, rehearsal=rehearsal)


def erase(db: Session, case: Case, *, by: str, at: datetime, now: datetime, rehearsal: bool = False) -> None:
    """Destroy what she wrote and sent; the number, the offence, the area and the dates stay."""
    _end(db, case, "erase", at)
    deadlines.cancel_all(db, case.id)
    events.append(db, case.id, what="erased", by=by, at=at, rehearsal=rehearsal)
    _destroy(db, case, now)


def expire(db: Session, case: Case, *, at: datetime, now: datetime, rehearsal: bool = False) -> None:
    """A closed case was kept long enough: the same is destroyed, and it stays as it was closed."""
    deadlines.cancel_all(db, case.id)
    why = {"why": "retention"}
    events.append(db, case.id, what="erased", by=Role.CLOCK.value, at=at, data=why, rehearsal=rehearsal)
    _destroy(db, case, now)


def _end(db: Session, case: Case, move: str, at: datetime) -> None:
    """Her move, as the lifecycle allows it; where it allows none, the case goes on and only she has left it.

    A complaint taken back before it was decided on does not use up the one that each decision allows. There is no call
    any more, none is offered, and she is reminded of nothing.
    """
    slots.let_go(db, case.id)
    handling.unremind(db, case.id)
    offers.drop(db, case.id)
    life = LIVES[case.kind]
    row = allowed(life, Status(case.status), move, Role.CITIZEN)
    if Status(case.status) in life.open:
        cases.frees(db, case.id)
    if not isinstance(row, Refusal) and row.to is not None:
        cases.set_status(db, case.id, row.to.value, at)
        handling.forget_undo(db, case.id)


def _destroy(db: Session, case: Case, now: datetime) -> None:
    if tie := ties.tied_to(db, case.id):
        bubbles.clean(db, tie.lane, now)
    likeness.forget(db, case.id)
    evidence.erase(db, case.dossier_id, now)
    cases.erase(db, case, now)
