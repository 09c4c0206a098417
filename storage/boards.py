"""What lies at a desk, counted and put in order by the database; and when its pinned message is drawn anew."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
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
_STEPS = "e.what NOT IN ('opened', 'proposed', 'declined') AND e.by IN ('officer', 'supervisor')"
_LISTED = query(
    "SELECT c.id, c.officer_id, c.filed_at, min(CASE WHEN d.state = 'open' AND d.why IN :legal THEN d.due_at END)"
    " AS legal_at, min(CASE WHEN d.state = 'open' THEN d.due_at END) AS any_at,"
    " max(CASE WHEN d.state = 'passed' AND d.desk = c.desk AND NOT EXISTS (SELECT 1 FROM case_event e"
    f" WHERE e.case_id = c.id AND e.at > d.due_at AND {_STEPS}) THEN 1 ELSE 0 END) AS over"
    " FROM case_file c LEFT JOIN deadline d ON d.case_id = c.id AND d.why IN :whys AND d.state IN ('open', 'passed')"
    " WHERE c.desk = :desk AND c.closed_at IS NULL AND c.status IN :statuses"
    " AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.case_id = c.id AND :officer IN (r.officer_id, ''))"
    " AND NOT EXISTS (SELECT 1 FROM tie t WHERE t.case_id = c.id AND t.lane = :lane)"
    " GROUP BY c.id, c.officer_id, c.filed_at",
    "filed_at",
    "legal_at",
    "any_at",
)


@dataclass(frozen=True, slots=True)
class Lying:
    """A case at a desk: who has it, and when it is due, a limit of the law before a target.

    over   a time of this desk has passed, and no officer has done anything since
    """

    id: str
    officer_id: str | None
    filed_at: datetime
    due_at: datetime | None
    over: bool


def lying(
    db: Session, desk: str, statuses: Collection[str], *, whys: Collection[str], legal: Collection[str],
    officer: str = "", lane: str = "",
) -> Sequence[Lying]:  # fmt: skip
    """Every case of a desk in these statuses, by the clocks `whys`, of which `legal` are the law's.

    officer, lane   without those this officer is close to, or has reported from this chat; where many read it, without
                    an officer, without those anybody is close to
    """
    told = {
        "desk": desk, "statuses": list(statuses), "whys": list(whys), "legal": list(legal), "officer": officer,
        "lane": lane,
    }  # fmt: skip
    return [
        Lying(row.id, row.officer_id, row.filed_at, row.legal_at or row.any_at, bool(row.over))
        for row in db.connection().execute(_LISTED, told)
    ]


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
