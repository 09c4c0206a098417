"""Who is close to a case, and never handles it. What is merged is one matter: close to a part is close to all."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from storage.desks import Officer
from storage.sql import run, sql

_WHOLE = (
    "WITH lead AS (SELECT coalesce(merged_into, id) AS id FROM case_file WHERE id = :case),"
    " whole AS (SELECT id FROM lead UNION SELECT c.id FROM lead JOIN case_file c ON c.merged_into = lead.id)"
)
"""A case, and what is merged with it."""
_RECUSE = sql(
    f"INSERT INTO recusal (officer_id, case_id, made_at) {_WHOLE} SELECT :officer, id, :now"
    " FROM whole WHERE TRUE ON CONFLICT (officer_id, case_id) DO NOTHING"
)
_CLOSE = sql(
    f"{_WHOLE} SELECT r.officer_id, '' AS lane FROM whole JOIN recusal r ON r.case_id = whole.id"
    " UNION ALL SELECT '', t.lane FROM whole JOIN tie t ON t.case_id = whole.id"
)
_STAY = sql(
    f"INSERT INTO recusal (officer_id, case_id, made_at) {_WHOLE} SELECT r.officer_id, :case, min(r.made_at)"
    " FROM whole JOIN recusal r ON r.case_id = whole.id WHERE TRUE GROUP BY r.officer_id"
    " ON CONFLICT (officer_id, case_id) DO NOTHING"
)


@dataclass(frozen=True, slots=True)
class Close:
    """Who never handles a case: officers who have said that they are close to it, and the chat it was reported from.

    What is merged is one matter: who is close to a part of it is close to the whole, as long as it is one.

    officers   by id; where there are any, what many read together does not show the case
    """

    officers: frozenset[str]
    lanes: frozenset[str] = field(repr=False)

    def bars(self, officer: Officer) -> bool:
        return officer.id in self.officers or officer.lane in self.lanes


def recuse(db: Session, officer: str, case: str, now: datetime) -> None:
    """This officer never sees the case again, nor any part of what it is now, however it is taken apart later."""
    run(db, _RECUSE, {"officer": officer, "case": case, "now": now})


def stay_close(db: Session, case: str) -> None:
    """Who is close to what it is merged with never sees this one either, although it is looked at apart now."""
    run(db, _STAY, {"case": case})


def close_to(db: Session, case: str) -> Close:
    rows = run(db, _CLOSE, {"case": case})
    return Close(
        frozenset(row.officer_id for row in rows if row.officer_id),
        frozenset(row.lane for row in rows if row.lane),
    )
