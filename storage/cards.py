"""Cards on their way to an officer's chat: those of a batch that has not left, and what stands for many of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from storage import lanes
from storage.desks import Officer
from storage.sql import query, run, sql

CARD = "card:"
PAGER = "pager"

_WAITING = query(
    "SELECT id, slot, due_at FROM outbox WHERE lane = :lane AND state = 'due'"
    f" AND {lanes.OPEN} AND due_at > :now AND slot LIKE 'card:%' ORDER BY id",
    "due_at",
)
_PAGED = query(
    f"SELECT due_at FROM outbox WHERE lane = :lane AND state = 'due' AND {lanes.OPEN} AND slot = :slot"
    " ORDER BY id LIMIT 1",
    "due_at",
)
_DROP = sql("DELETE FROM outbox WHERE lane = :lane AND state = 'due' AND slot IN :slots")
_FREE = sql(
    "SELECT count(*) FROM case_file c WHERE c.desk = :desk AND c.status = :status AND c.closed_at IS NULL"
    " AND c.officer_id IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.case_id = c.id AND r.officer_id = :officer)"
    " AND NOT EXISTS (SELECT 1 FROM tie t WHERE t.case_id = c.id AND t.lane = :lane)"
)


def slot_of(case: str) -> str:
    """The slot of a case's card, in every chat that has one."""
    return f"{CARD}{case}"


def waiting(db: Session, lane: str, now: datetime) -> Sequence[str]:
    """Slots of the cards of this chat that wait for their batch."""
    return [row.slot for row in run(db, _WAITING, {"lane": lane, "now": now})]


def paged_at(db: Session, lane: str) -> datetime | None:
    """When the one letter leaves that stands for many cards; None when none waits."""
    due: datetime | None = run(db, _PAGED, {"lane": lane, "slot": PAGER}).scalar_one_or_none()
    return due


def drop(db: Session, lane: str, slots: Sequence[str]) -> None:
    """These never leave: one letter stands for them, or the case is no longer for this chat."""
    if slots:
        lanes.lock(db, "out", lane)
        run(db, _DROP, {"lane": lane, "slots": list(slots)})
        lanes.settle(db, "out", lane)


def free(db: Session, officer: Officer, status: str) -> int:
    """How many cases of this officer's desk nobody has: without those they are close to, or reported themselves."""
    told = {"desk": officer.desk, "status": status, "officer": officer.id, "lane": officer.lane}
    count: int = run(db, _FREE, told).scalar_one()
    return count
