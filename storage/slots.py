"""Calls that were agreed: which officer, when, for which case. One row stands for one moment of one officer.

Two presses at the same time meet in the unique indexes of the table: whoever comes second is told so. A moment is
taken under the lock of its officer, so that two who change their times never wait for each other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage.sql import query, run, sql


@dataclass(frozen=True, slots=True)
class Slot:
    """A call to come, or that was. `times`: how often it was agreed anew, which a calendar wants to know."""

    case_id: str
    officer_id: str
    starts_at: datetime
    times: int


_LOCK = sql("SELECT id FROM officer WHERE id = :officer FOR UPDATE")
_TAKE = sql(
    "INSERT INTO slot (case_id, officer_id, starts_at, state, made_at)"
    " VALUES (:case, :officer, :starts_at, 'taken', :now) ON CONFLICT DO NOTHING"
)
_LET_GO = sql("UPDATE slot SET state = 'free' WHERE case_id = :case AND state = 'taken'")
_OF = query(
    "SELECT case_id, officer_id, starts_at,"
    " (SELECT count(*) FROM slot s WHERE s.case_id = slot.case_id) AS times"
    " FROM slot WHERE case_id = :case AND state = 'taken'",
    "starts_at",
)
_BUSY = query(
    "SELECT starts_at FROM slot WHERE officer_id = :officer AND state = 'taken' AND starts_at >= :since_at",
    "starts_at",
)

_HELD = sql(
    "SELECT slot.case_id FROM slot JOIN tie ON tie.case_id = slot.case_id"
    " WHERE slot.state = 'taken' AND tie.held_at IS NOT NULL ORDER BY slot.case_id"
)


def take(db: Session, case: str, officer: str, starts_at: datetime, now: datetime) -> bool:
    """The call of this case is then, in place of one it had before. False: this officer has another call then."""
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK, {"officer": officer})
    before = of(db, case)
    let_go(db, case)
    if _taken(db, case, officer, starts_at, now):
        return True
    if before is not None:
        _taken(db, case, before.officer_id, before.starts_at, now)
    return False


def let_go(db: Session, case: str) -> None:
    """There is no call any more; its moment may be another's."""
    run(db, _LET_GO, {"case": case})


def of(db: Session, case: str) -> Slot | None:
    """The call of this case; None where there is none."""
    row = run(db, _OF, {"case": case}).one_or_none()
    return None if row is None else Slot(row.case_id, row.officer_id, row.starts_at, row.times)


def starts(db: Session, case: str) -> datetime | None:
    """When the call of this case begins; None where there is none."""
    slot = of(db, case)
    return slot.starts_at if slot else None


def busy(db: Session, officer: str, since: datetime) -> Collection[datetime]:
    """When this officer has calls, from then on."""
    return {row.starts_at for row in run(db, _BUSY, {"officer": officer, "since_at": since})}


def held(db: Session) -> Sequence[str]:
    """Cases with a call to come in whose chat somebody else may answer now."""
    return run(db, _HELD).scalars()


def _taken(db: Session, case: str, officer: str, starts_at: datetime, now: datetime) -> bool:
    told = {"case": case, "officer": officer, "starts_at": starts_at, "now": now}
    return bool(run(db, _TAKE, told).rowcount)
