"""When a case is late. Each deadline is claimed once, by whichever replica's clock comes first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from storage.sql import query, run, sql


@dataclass(frozen=True, slots=True)
class Deadline:
    """`why` is a clock of the law (`news`) or a wait of ours (`withdraw`, `erase`). Times are aware."""

    id: int
    case_id: str
    why: str
    due_at: datetime
    state: str
    desk: str = ""
    reminded: int = 0


_COLUMNS = "id, case_id, why, due_at, state, desk, reminded"
_START = sql(
    "INSERT INTO deadline (case_id, why, due_at, state, desk) VALUES (:case, :why, :due_at, 'open', :desk)"
    " ON CONFLICT (case_id, why, due_at) DO UPDATE SET state = 'open', claimed_at = NULL, desk = excluded.desk,"
    " reminded = 0"
)
_END = sql("UPDATE deadline SET state = :state WHERE case_id = :case AND why = :why AND state = 'open'")
_END_ALL = sql(
    "UPDATE deadline SET state = 'cancelled' WHERE case_id = :case AND state = 'open' AND why <> :keep"
)
_OF = query(f"SELECT {_COLUMNS} FROM deadline WHERE case_id = :case ORDER BY due_at, id", "due_at")
_FIRST = query(
    f"SELECT {_COLUMNS} FROM deadline WHERE case_id = :case AND why = :why AND desk = :desk ORDER BY id LIMIT 1",
    "due_at",
)
_REOPEN = sql("UPDATE deadline SET state = 'open', claimed_at = NULL WHERE id = :id AND state <> 'passed'")
_SET = sql("UPDATE deadline SET state = :state WHERE id = :id AND state <> :state")
_REMIND = sql("UPDATE deadline SET reminded = :times WHERE id = :id AND state = 'open' AND reminded < :times")
_DUE = query(
    f"SELECT {_COLUMNS} FROM deadline WHERE state = 'open' AND due_at <= :until_at"
    " AND why IN :whys AND id > :after ORDER BY id LIMIT :most",
    "due_at",
)
_CLAIM = sql(
    "UPDATE deadline SET state = 'passed', claimed_at = :now WHERE id = :id AND state = 'open' AND claimed_at IS NULL"
)


def start(db: Session, case: str, why: str, due_at: datetime, desk: str = "") -> None:
    """Start a deadline in place of an open one of the same kind."""
    end(db, case, why, "met")
    run(db, _START, {"case": case, "why": why, "due_at": due_at, "desk": desk})


def resume(db: Session, case: str, why: str, desk: str) -> bool:
    """The first of its kind at this desk goes on as if it had not been met. False: there was none.

    One that has passed stays passed: its lateness was told.
    """
    first = run(db, _FIRST, {"case": case, "why": why, "desk": desk}).one_or_none()
    if first is None:
        return False
    end(db, case, why, "met")
    reopen(db, first.id)
    return True


def reopen(db: Session, id: int) -> None:
    """It is open again, unless it has passed."""
    run(db, _REOPEN, {"id": id})


def restore(db: Session, case: str, states: Mapping[int, str]) -> None:
    """Each as it was, by its id; what was started since is cancelled."""
    for one in of(db, case):
        run(db, _SET, {"id": one.id, "state": states.get(one.id, "cancelled")})


def end(db: Session, case: str, why: str, state: str) -> bool:
    """Close the open deadline of that kind: `met` or `cancelled`. False when there is none."""
    return bool(run(db, _END, {"case": case, "why": why, "state": state}).rowcount)


def cancel_all(db: Session, case: str, *, keep: str = "") -> None:
    """Close every open deadline of a case but the one of that kind."""
    run(db, _END_ALL, {"case": case, "keep": keep})


def of(db: Session, case: str) -> Sequence[Deadline]:
    return [Deadline(**row._asdict()) for row in run(db, _OF, {"case": case})]


def due(
    db: Session, whys: Collection[str], until: datetime, *, after: int = 0, most: int = 100
) -> Sequence[Deadline]:
    """Open deadlines of these kinds that are due by then, in the order in which they started, a page at a time.

    after   the id the last page ended with
    """
    told = {"whys": list(whys), "until_at": until, "after": after, "most": most}
    return [Deadline(**row._asdict()) for row in run(db, _DUE, told)]


def claim(db: Session, deadline: Deadline, now: datetime) -> bool:
    """Take it: True for exactly one caller."""
    return bool(run(db, _CLAIM, {"id": deadline.id, "now": now}).rowcount)


def remind(db: Session, deadline: Deadline, times: int) -> bool:
    """Take its reminders up to that many: True for exactly one caller, however many were missed."""
    return bool(run(db, _REMIND, {"id": deadline.id, "times": times}).rowcount)
