"""Letters that offer times for a call. Each has a slot of its own, so that one is found while it is still with us."""

from __future__ import annotations

from sqlmodel import Session

from storage import lanes
from storage.sql import run, sql

_DROP = sql(
    "DELETE FROM outbox WHERE lane = (SELECT lane FROM tie WHERE case_id = :case) AND case_id = :case"
    f" AND {lanes.OPEN} AND state = 'due' AND slot LIKE 'offer:%'"
)


def slot_of(case: str, step: int) -> str:
    """The slot of the letter that tells of the move after which the case is at this step: no other letter has it."""
    return f"offer:{case}:{step}"


def drop(db: Session, case: str) -> bool:
    """Times that have not left yet never leave. Her lane must be held. False: none waited."""
    return bool(run(db, _DROP, {"case": case}).rowcount)
