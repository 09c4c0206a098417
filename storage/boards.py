"""When the pinned message of a desk is drawn anew."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from storage.sql import query, run, sql

_DUE_OF = query("SELECT due_at FROM board WHERE desk = :desk", "due_at")
_STALE = sql(
    "INSERT INTO board (desk, due_at) VALUES (:desk, :due_at) ON CONFLICT (desk) DO UPDATE SET due_at ="
    " CASE WHEN board.due_at > excluded.due_at THEN excluded.due_at ELSE board.due_at END"
)
_DUE = query("SELECT desk FROM board WHERE due_at <= :now ORDER BY due_at")
_CLAIM = sql("UPDATE board SET due_at = :next_at WHERE desk = :desk AND due_at <= :now")


def stale(db: Session, desk: str, due_at: datetime) -> None:
    """Something changes at this desk: its pinned message is drawn anew then, or before. What is due before stays."""
    known: datetime | None = run(db, _DUE_OF, {"desk": desk}).scalar_one_or_none()
    if known is None or known > due_at:
        run(db, _STALE, {"desk": desk, "due_at": due_at})


def due(db: Session, now: datetime) -> Sequence[str]:
    """The desks whose pinned message is to be drawn anew."""
    return run(db, _DUE, {"now": now}).scalars()


def claim(db: Session, desk: str, now: datetime, next_at: datetime) -> bool:
    """Drawn now by whoever this returns True to, and again at `next_at`."""
    return bool(run(db, _CLAIM, {"desk": desk, "now": now, "next_at": next_at}).rowcount)
