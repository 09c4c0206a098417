"""Who sat down at a desk and who left it, by whose doing: one row each, never changed. No case, and no name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage.sql import query, run, sql

_RECORD = sql(
    "INSERT INTO desk_event (desk, at, what, role, by_id, about_id)"
    " VALUES (:desk, :now, :what, :role, NULLIF(:by, ''), NULLIF(:about, ''))"
)
_LEAVES = sql(
    "INSERT INTO desk_event (desk, at, what, role, by_id, about_id)"
    " SELECT desk, :now, 'left', role, NULLIF(:by, ''), id FROM officer"
    " WHERE (id = :id OR lane = :lane) AND left_at IS NULL"
)
_LATEST = query(
    "SELECT desk, at, what, role, by_id, about_id FROM desk_event WHERE desk = :desk OR :desk = ''"
    " ORDER BY id DESC LIMIT :most",
    "at",
)


@dataclass(frozen=True, slots=True)
class Seating:
    """One change of who sits at a desk.

    what   invited (nobody yet: a code was made for this role), enrolled, left
    by     the officer who did it, None: an operator, at enrolment the officer themself; about: whom it is about
    """

    desk: str
    at: datetime
    what: str
    role: str
    by: str | None
    about: str | None


def record(
    db: Session, desk: str, what: str, role: str, now: datetime, *, by: str = "", about: str = ""
) -> None:
    run(db, _RECORD, {"desk": desk, "now": now, "what": what, "role": role, "by": by, "about": about})


def leaves(db: Session, now: datetime, *, id: str = "", lane: str = "", by: str = "") -> None:
    """Whoever sits there by this id, or acts from this chat, is about to leave. Nothing where nobody does."""
    run(db, _LEAVES, {"id": id, "lane": lane, "by": by, "now": now})


def latest(db: Session, desk: str = "", *, most: int) -> Sequence[Seating]:
    """The newest first, of one desk or of all."""
    return [Seating(*row) for row in run(db, _LATEST, {"desk": desk, "most": most})]
