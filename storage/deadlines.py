"""When a case is late. Each deadline is claimed once, by whichever replica's clock comes first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage.sql import query, sql


@dataclass(frozen=True, slots=True)
class Deadline:
    """`why` is a clock of the law (`news`) or a wait of ours (`withdraw`, `erase`). Times are aware."""

    id: int
    case_id: str
    why: str
    due_at: datetime
    state: str


_START = sql(
    "INSERT INTO deadline (case_id, why, due_at, state) VALUES (:case, :why, :due_at, 'open')"
    " ON CONFLICT (case_id, why, due_at) DO UPDATE SET state = 'open', claimed_at = NULL"
)
_END = sql("UPDATE deadline SET state = :state WHERE case_id = :case AND why = :why AND state = 'open'")
_END_ALL = sql(
    "UPDATE deadline SET state = 'cancelled' WHERE case_id = :case AND state = 'open' AND why <> :keep"
)
_OF = query(
    "SELECT id, case_id, why, due_at, state FROM deadline WHERE case_id = :case ORDER BY due_at, id", "due_at"
)
_DUE = query(
    "SELECT id, case_id, why, due_at, state FROM deadline WHERE state = 'open' AND due_at <= :until_at"
    " AND why IN :whys AND id > :after ORDER BY id LIMIT :most",
    "due_at",
)
_CLAIM = sql(
    "UPDATE deadline SET state = 'passed', claimed_at = :now WHERE id = :id AND state = 'open' AND claimed_at IS NULL"
)


def start(db: Session, case: str, why: str, due_at: datetime) -> None:
    """Start a deadline in place of an open one of the same kind."""
    end(db, case, why, "met")
    db.connection().execute(_START, {"case": case, "why": why, "due_at": due_at})


def end(db: Session, case: str, why: str, state: str) -> bool:
    """Close the open deadline of that kind: `met` or `cancelled`. False when there is none."""
    return bool(db.connection().execute(_END, {"case": case, "why": why, "state": state}).rowcount)


def cancel_all(db: Session, case: str, *, keep: str = "") -> None:
    """Close every open deadline of a case but the one of that kind."""
    db.connection().execute(_END_ALL, {"case": case, "keep": keep})


def of(db: Session, case: str) -> Sequence[Deadline]:
    return [Deadline(**row._mapping) for row in db.connection().execute(_OF, {"case": case})]


def due(
    db: Session, whys: Collection[str], until: datetime, *, after: int = 0, most: int = 100
) -> Sequence[Deadline]:
    """Open deadlines of these kinds that are due by then, in the order in which they started, a page at a time.

    after   the id the last page ended with
    """
    told = {"whys": list(whys), "until_at": until, "after": after, "most": most}
    return [Deadline(**row._mapping) for row in db.connection().execute(_DUE, told)]


def claim(db: Session, deadline: Deadline, now: datetime) -> bool:
    """Take it: True for exactly one caller."""
    return bool(db.connection().execute(_CLAIM, {"id": deadline.id, "now": now}).rowcount)
