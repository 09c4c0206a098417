"""Desks where cases lie and nobody sits: in no hand, and read by nobody until somebody is enrolled there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage.desks import ACTING
from storage.sql import query, run

_DESERTED = query(
    "SELECT c.desk, count(*) AS cases, min(c.filed_at) AS oldest_at,"
    " (SELECT max(o.left_at) FROM officer o WHERE o.desk = c.desk AND o.role IN :roles) AS left_at"
    " FROM case_file c WHERE c.due_on IS NOT NULL AND c.officer_id IS NULL AND c.closed_at IS NULL"
    " AND c.desk NOT IN (SELECT desk FROM officer WHERE role IN :roles AND left_at IS NULL)"
    " GROUP BY c.desk ORDER BY c.desk",
    "oldest_at", "left_at",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Deserted:
    """A desk, how many cases lie there, and since when with nobody: the oldest was filed, or the last officer left."""

    desk: str
    cases: int
    since: datetime


def deserted(db: Session) -> Sequence[Deserted]:
    """By desk; none where all that lies anywhere lies with somebody."""
    rows = run(db, _DESERTED, {"roles": [role.value for role in ACTING]})
    return [Deserted(row.desk, row.cases, max(row.oldest_at, row.left_at or row.oldest_at)) for row in rows]
