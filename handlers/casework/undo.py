"""Taking the last move back, as long as nobody outside has heard of it. What happened stays in the record."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from handlers.casework import clocks, may, whole
from handlers.casework.carry import go_along, record
from handlers.casework.release import Why, release
from handlers.casework.work import Moved, Refused, Standing, Work
from handlers.tied import hold
from storage import cases, deadlines, events, handling
from storage.cases import Case
from storage.desks import Officer


def undo(work: Work, officer: Officer, case_id: str, step: int) -> Moved | Refused:
    """Put status, desk, officer and clocks back to where they were before this officer's last move.

    Where the officer who had it before can have it no longer, it is the desk's.

    `step` is the case's after the move. It must be the last one, and none of its letters may have left.
    """
    try:
        case, tied = hold(work.db, case_id, work.language)
    except LookupError:
        return Refused("gone")
    today = may.present(work, officer)
    if today is None:
        return Refused("left")
    kept = handling.undo_of(work.db, case.id)
    if kept is None or kept.officer_id != today.id:
        return may.sees(work, today, case) or Refused("late", case=case)
    if Standing(work, case).close.bars(today):
        return Refused("barred")
    lead = (case.merged_into,) if case.merged_into else ()
    for other in (*lead, *(one.id for one in cases.merged_into(work.db, case.id)), *_along(kept)):
        hold(work.db, other, work.language)
    if not case.step == step == kept.step or not _still_here(work, kept):
        return Refused("late", case=case)
    handling.unsend(work.db, kept.letters)
    back = _put_back(work, case, kept)
    data = {"officer": today.id, "of": _last_move(work, case), "from": case.status, "to": back.status}
    record(work, back, "undo", today.role, data | ({"desk": back.desk} if back.desk != case.desk else {}))
    handling.undone(work.db, kept)
    stands = Standing(work, back)
    work.office.cards(stands, case.desk)
    if case.merged_into and case.merged_into != back.merged_into:
        whole.changed(stands, case.merged_into)
    if why := _cannot_have(stands):
        stands = Standing(work, release(work, back, tied, why))
    return Moved(stands, "undo")


def offered(stands: Standing, officer: Officer) -> bool:
    """Whether this officer is offered to take their last move of the case back: as long as its news could be here.

    Whether it is, only the press tells: who could see it leave, minute by minute, would see whose phone rings then.
    """
    work, case = stands.work, stands.case
    kept = handling.undo_of(work.db, case.id)
    if kept is None or kept.final or (kept.officer_id, kept.step) != (officer.id, case.step):
        return False
    last = datetime.fromisoformat(kept.before.get("last", kept.until_at.isoformat()))
    return not stands.close.bars(officer) and work.now < last


def _still_here(work: Work, kept: handling.Undo) -> bool:
    """The same where there is nobody to tell: until then, and no longer where a letter cannot leave."""
    return not kept.final and work.now < kept.until_at and handling.unsent(work.db, kept.letters)


def _put_back(work: Work, case: Case, kept: handling.Undo) -> Case:
    before = kept.before
    closed = datetime.fromisoformat(before["closed_at"]) if before["closed_at"] else None
    if "high" in before:
        cases.set_high(work.db, case.id, high=before["high"])
    if "region" in before:
        cases.set_region(work.db, case.id, before["region"])
    back = cases.place(
        work.db, case.id, status=before["status"], desk=before["desk"], officer=before["officer"], closed_at=closed,
        merged_into=before["merged_into"],
    )  # fmt: skip
    for other in cases.merged_into(work.db, case.id):
        go_along(work, other, back)
        clocks.promise(work, other)
    for one in _along(kept):
        went = cases.by_id(work.db, one)
        if went is not None and went.merged_into == case.merged_into:
            cases.place(work.db, went.id, status=went.status, desk=back.desk, officer=went.officer_id,
                        closed_at=closed, merged_into=case.id)  # fmt: skip
    deadlines.restore(work.db, case.id, {int(one): state for one, state in before["deadlines"].items()})
    return back


def _along(kept: handling.Undo) -> Sequence[str]:
    """What was merged into the case before it was itself; what older versions kept does not tell."""
    found: Sequence[str] = kept.before.get("along", ())
    return found


def _cannot_have(stands: Standing) -> Why | None:
    """Why the officer who has it again, as before the move, can have it no longer: both may have come since."""
    if stands.holder is None:
        return None
    if stands.holder.left_at is not None:
        return "left"
    return "close" if stands.holder.id in stands.close.officers else None


def _last_move(work: Work, case: Case) -> int:
    """The event of the move: the last that tells from where to where."""
    return max(
        event.seq for event in events.of(work.db, case.id) if "to" in event.data and event.what != "undo"
    )
