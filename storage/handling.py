"""What stands between officers and a case: what waits for a second one, what may be undone, what was left behind."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel import Session

from storage import lanes
from storage.cases import COLUMNS, TYPED, Case
from storage.desks import ACTING
from storage.keys import Dossier
from storage.sql import query, run, sql

_PROPOSE = sql(
    "INSERT INTO proposal (case_id, step, move, officer_id, sealed, made_at)"
    " VALUES (:case, :step, :move, :officer, :sealed, :now)"
    " ON CONFLICT (case_id) DO UPDATE SET step = excluded.step, move = excluded.move,"
    " officer_id = excluded.officer_id, sealed = excluded.sealed, made_at = excluded.made_at"
)
_PROPOSED = query(
    "SELECT case_id, step, move, officer_id, sealed, made_at FROM proposal WHERE case_id = :case", "made_at"
)
_UNPROPOSE = sql("DELETE FROM proposal WHERE case_id = :case")
_KEEP = sql(
    "INSERT INTO undo (case_id, step, officer_id, before, letters, until_at, final)"
    " VALUES (:case, :step, :officer, :before, :letters, :until_at, :final)"
)
_UNDO = "SELECT case_id, step, officer_id, before, letters, until_at, final FROM undo WHERE case_id = :case"
_LAST = query(f"{_UNDO} ORDER BY step DESC LIMIT 1", "until_at")
_UNHEARD = query(f"{_UNDO} AND until_at > :now ORDER BY step LIMIT 1", "until_at")
_HEARD = sql("DELETE FROM undo WHERE case_id = :case AND until_at <= :now")
_UNDONE = sql("DELETE FROM undo WHERE case_id = :case AND step = :step")
_FORGET = sql("DELETE FROM undo WHERE case_id = :case")
_UNTOLD = sql("SELECT letters FROM undo WHERE case_id = :case")
_UNSENT = sql("SELECT count(*) FROM outbox WHERE id IN :ids AND state = 'due'")
_UNSEND = sql("DELETE FROM outbox WHERE id IN :ids AND state = 'due'")
_UNREMIND = sql(
    "DELETE FROM outbox WHERE lane = (SELECT lane FROM tie WHERE case_id = :case) AND rank = 2 AND case_id = :case"
    f" AND {lanes.OPEN} AND state = 'due'"
)
_GONE = "o.id = c.officer_id AND o.left_at IS NOT NULL AND c.closed_at IS NULL"
_ABANDONED = query(
    f"SELECT {COLUMNS} FROM case_file c JOIN officer o ON {_GONE}"
    " WHERE c.officer_id IS NOT NULL AND c.id > :after AND (:untold = 1 OR o.told_at IS NOT NULL)"
    " ORDER BY c.id LIMIT :most",
    *TYPED,
)
_STRANDED = query(
    f"SELECT {COLUMNS} FROM case_file c WHERE c.closed_at IS NULL AND c.officer_id IS NULL AND c.merged_into IS NULL"
    " AND c.id > :after AND c.desk NOT IN (SELECT desk FROM officer WHERE role IN :roles AND left_at > :since_at)"
    " AND NOT EXISTS (SELECT 1 FROM officer who WHERE who.desk = c.desk AND who.left_at IS NULL AND who.role IN :roles"
    " AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.officer_id = who.id AND r.case_id = c.id))"
    " ORDER BY c.id LIMIT :most",
    *TYPED,
)
_ORPHAN = (
    f"SELECT {COLUMNS} FROM case_file c JOIN case_file lead ON lead.id = c.merged_into WHERE c.merged_into IS NOT NULL"
    " AND c.status = 'merged' AND c.closed_at IS NULL AND lead.closed_at IS NOT NULL"
)
"""What goes on with another case ends with it, so that this one was ended by its reporter alone."""
_ORPHANED = query(f"{_ORPHAN} AND c.id > :after ORDER BY c.id LIMIT :most", *TYPED)
_IS_ORPHANED = sql(f"{_ORPHAN} AND c.id = :case")
_LEFT = sql(
    f"SELECT DISTINCT o.id FROM case_file c JOIN officer o ON {_GONE} WHERE o.told_at IS NULL ORDER BY o.id"
)
_TELL = sql(
    "UPDATE officer SET told_at = :now WHERE id = :officer AND left_at IS NOT NULL AND told_at IS NULL"
)
_LEFT_AT = sql(
    "SELECT c.desk, count(*) AS count, min(c.id) AS first FROM case_file c"
    " WHERE c.officer_id = :officer AND c.closed_at IS NULL GROUP BY c.desk ORDER BY c.desk"
)
_IS_ABANDONED = sql(
    f"SELECT 1 FROM case_file c JOIN officer o ON {_GONE} WHERE c.id = :case AND o.told_at IS NOT NULL"
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A move that waits for a second officer; spent against the step at which it was made."""

    case_id: str
    step: int
    move: str
    officer_id: str
    sealed: bytes
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Undo:
    """How a case stood `before` a move; `letters` tell of the move, and till `until_at` she has not heard of it.

    final   it is never taken back
    """

    case_id: str
    step: int
    officer_id: str
    before: Mapping[str, Any]
    letters: Sequence[int]
    until_at: datetime
    final: bool = False


def propose(
    db: Session,
    case: Case,
    move: str,
    officer: str,
    given: Mapping[str, Any],
    dossier: Dossier,
    now: datetime,
) -> None:
    """Wait for a second officer, in place of what waited before. Raises Erased."""
    sealed = dossier.content.seal(json.dumps(given).encode(), f"proposal:{case.id}")
    told = {
        "case": case.id,
        "step": case.step,
        "move": move,
        "officer": officer,
        "sealed": sealed,
        "now": now,
    }
    run(db, _PROPOSE, told)


def proposed(db: Session, case: Case) -> Proposal | None:
    """What waits for a second officer; None where the case has moved since."""
    row = run(db, _PROPOSED, {"case": case.id}).one_or_none()
    return Proposal(**row._asdict()) if row is not None and row.step == case.step else None


def given_with(proposal: Proposal, dossier: Dossier) -> Mapping[str, Any] | None:
    """What was given with it; None when it was erased."""
    return dossier.opened(proposal.sealed, f"proposal:{proposal.case_id}")


def unpropose(db: Session, case: str) -> None:
    run(db, _UNPROPOSE, {"case": case})


def keep_undo(db: Session, undo: Undo, now: datetime) -> None:
    """The last move of a case: it may be taken back, and the one before no more. What she has heard of is let go."""
    told = {
        "case": undo.case_id, "step": undo.step, "officer": undo.officer_id, "until_at": undo.until_at,
        "before": json.dumps(undo.before), "letters": json.dumps(list(undo.letters)), "final": undo.final,
    }  # fmt: skip
    run(db, _HEARD, {"case": undo.case_id, "now": now})
    run(db, _KEEP, told)


def undo_of(db: Session, case: str) -> Undo | None:
    """The last move of an officer, which alone may be taken back."""
    return _undo(run(db, _LAST, {"case": case}).one_or_none())


def unheard(db: Session, case: str, now: datetime) -> Undo | None:
    """The first move of an officer that she has not heard of at `now`: nor has she of what came after it."""
    return _undo(run(db, _UNHEARD, {"case": case, "now": now}).one_or_none())


def undone(db: Session, undo: Undo) -> None:
    """It was taken back."""
    run(db, _UNDONE, {"case": undo.case_id, "step": undo.step})


def overtaken(db: Session, case: str) -> None:
    """What tells her of moves she has not heard of never leaves. Its lanes must be held."""
    for row in run(db, _UNTOLD, {"case": case}):
        unsend(db, json.loads(row.letters))


def forget_undo(db: Session, case: str) -> None:
    """None of its moves is taken back any more, and none is kept from her."""
    run(db, _FORGET, {"case": case})


def _undo(row: Any) -> Undo | None:
    if row is None:
        return None
    return Undo(
        row.case_id, row.step, row.officer_id, json.loads(row.before), json.loads(row.letters), row.until_at,
        bool(row.final),
    )  # fmt: skip


def unsent(db: Session, letters: Collection[int]) -> bool:
    """Whether every one of these letters is still with us. Their lanes must be held."""
    if not letters:
        return True
    count: int = run(db, _UNSENT, {"ids": list(letters)}).scalar_one()
    return count == len(letters)


def unsend(db: Session, letters: Collection[int]) -> None:
    """They never leave."""
    if letters:
        run(db, _UNSEND, {"ids": list(letters)})


def unremind(db: Session, case: str) -> None:
    """Reminders to the citizen that still wait, such as for her to write, never leave. Her lane must be held."""
    run(db, _UNREMIND, {"case": case})


def abandoned(db: Session, after: str = "", most: int = 50, *, untold: bool = False) -> Sequence[Case]:
    """Open cases whose officer has left, a page after id `after`. untold: also while nobody was told of it."""
    return [Case(*row) for row in run(db, _ABANDONED, {"after": after, "most": most, "untold": int(untold)})]


def stranded(db: Session, after: str, since: datetime, *, most: int = 100) -> Sequence[Case]:
    """Open cases that nobody has at desks where nobody sits, or has sat since then, who is not close to it: a page, by
    id."""
    told = {"after": after, "since_at": since, "most": most, "roles": [role.value for role in ACTING]}
    return [Case(*row) for row in run(db, _STRANDED, told)]


def orphaned(db: Session, after: str = "", most: int = 50) -> Sequence[Case]:
    """Reports merged into a case that its reporter has withdrawn or erased: a page after id `after`."""
    return [Case(*row) for row in run(db, _ORPHANED, {"after": after, "most": most})]


def is_orphaned(db: Session, case: str) -> bool:
    """Whether this is one of them still."""
    return run(db, _IS_ORPHANED, {"case": case}).first() is not None


def left_untold(db: Session) -> Sequence[str]:
    """Officers who have left open cases behind, of which nobody was told."""
    return run(db, _LEFT).scalars()


def tell_left(db: Session, officer: str, now: datetime) -> bool:
    """Take the telling of it: True for exactly one caller."""
    return bool(run(db, _TELL, {"officer": officer, "now": now}).rowcount)


def left_behind(db: Session, officer: str) -> Sequence[tuple[str, int, str]]:
    """By desk, how many open cases they left there, and the oldest."""
    return [(row.desk, row.count, row.first) for row in run(db, _LEFT_AT, {"officer": officer})]


def is_abandoned(db: Session, case: str) -> bool:
    """Whether its officer has left, and it was told what they left behind."""
    return run(db, _IS_ABANDONED, {"case": case}).first() is not None
