"""What she had not read yet when she wrote: her words cannot have been meant for it."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from storage import lanes
from storage.sql import run, sql

_OF_CASE = sql(
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM outbox"
    f" WHERE lane = :lane AND {lanes.OPEN} AND rank = 1 AND case_id = :case)"
    " OR EXISTS (SELECT 1 FROM outbox"
    " WHERE lane = :lane AND provider_ref IS NOT NULL AND rank = 1 AND case_id = :case AND sent_at > :said_at)"
)
_LET_GO = sql(
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM outbox"
    f" WHERE lane = :lane AND {lanes.OPEN} AND rank > 0 AND due_at = :said_at AND made_at < :said_at)"
    " OR EXISTS (SELECT 1 FROM outbox"
    " WHERE lane = :lane AND provider_ref IS NOT NULL AND rank > 0 AND due_at = :said_at AND made_at < :said_at)"
)


def of_case(db: Session, lane: str, case: str, said_at: datetime) -> bool:
    """Whether news of this case came to her chat only after she wrote, or is still on its way."""
    return run(db, _OF_CASE, {"lane": lane, "case": case, "said_at": said_at}).first() is not None


def let_go(db: Session, lane: str, said_at: datetime) -> bool:
    """Whether her very message let news leave that had waited for it (`windows.heard`)."""
    return run(db, _LET_GO, {"lane": lane, "said_at": said_at}).first() is not None
