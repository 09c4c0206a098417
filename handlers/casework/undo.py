"""Taking the last move back, as long as nobody outside has heard of it. What happened stays in the record."""

from __future__ import annotations

from datetime import datetime

from handlers.casework import may
from handlers.casework.carry import record
from handlers.casework.work import Moved, Refused, Standing, Work
from handlers.tied import hold
from storage import cases, deadlines, events, handling
from storage.cases import Case
from storage.desks import Officer


def undo(work: Work, officer: Officer, case_id: str, step: int) -> Moved | Refused:
    """Put status, desk, officer and clocks back to where they were before this officer's last move.

    `step` is the case's after the move. It must be the last one, and none of its letters may have left.
    """
    try:
        case, _ = hold(work.db, case_id, work.language)
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
    for other in cases.merged_into(work.db, case.id):
        hold(work.db, other.id, work.language)
    if not case.step == step == kept.step or not _still_here(work, kept):
        return Refused("late", case=case)
    handling.unsend(work.db, kept.letters)
    back = _put_back(work, case, kept)
    data = {"officer": today.id, "of": _last_move(work, case), "from": case.status, "to": back.status}
    record(work, back, "undo", today.role, data | ({"desk": back.desk} if back.desk != case.desk else {}))
    handling.forget_undo(work.db, case.id)
    stands = Standing(work, back)
    work.office.cards(stands, case.desk)
    return Moved(stands, "undo")


def may_undo(stands: Standing, officer: Officer) -> bool:
    """Whether this officer's last move of the case may still be taken back."""
    work, case = stands.work, stands.case
    kept = handling.undo_of(work.db, case.id)
    if kept is None or (kept.officer_id, kept.step) != (officer.id, case.step):
        return False
    return not stands.close.bars(officer) and _still_here(work, kept)


def _still_here(work: Work, kept: handling.Undo) -> bool:
    return handling.unsent(work.db, kept.letters) and (bool(kept.letters) or work.now < kept.until_at)


def _put_back(work: Work, case: Case, kept: handling.Undo) -> Case:
    before = kept.before
    closed = datetime.fromisoformat(before["closed_at"]) if before["closed_at"] else None
    back = cases.place(
        work.db, case.id, status=before["status"], desk=before["desk"], officer=before["officer"], closed_at=closed,
        merged_into=before["merged_into"],
    )  # fmt: skip
    for other in cases.merged_into(work.db, case.id):
        if (other.closed_at is None) != (closed is None):
            cases.place(
                work.db, other.id, status=other.status, desk=other.desk, officer=None, closed_at=closed,
                merged_into=case.id,
            )  # fmt: skip
    deadlines.restore(work.db, case.id, {int(one): state for one, state in before["deadlines"].items()})
    return back


def _last_move(work: Work, case: Case) -> int:
    """The event of the move: the last that tells from where to where."""
    return max(
        event.seq for event in events.of(work.db, case.id) if "to" in event.data and event.what != "undo"
    )
