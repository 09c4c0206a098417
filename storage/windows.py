"""Reply windows: how long after her last message a lane may be written to freely, and what waits for the next.

A letter that finds its lane's window closed is held: it stays due, long from now, until she writes.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from storage import lanes
from storage.sql import query, run, sql

LASTS = timedelta(hours=24)
"""https://www.twilio.com/docs/whatsapp/key-concepts#the-24-hour-window"""

_OPEN = sql(
    "INSERT INTO reply_window (lane, until_at) VALUES (:lane, :until_at)"
    " ON CONFLICT (lane) DO UPDATE SET until_at = excluded.until_at"
    " WHERE reply_window.until_at < excluded.until_at"
)
_CLOSE = sql("UPDATE reply_window SET until_at = :now WHERE lane = :lane AND until_at > :now")
_UNTIL = query("SELECT until_at FROM reply_window WHERE lane = :lane", "until_at")
_FREE = sql(
    "UPDATE outbox SET due_at = :now, reason = '' WHERE lane = :lane AND state = 'due'"
    f" AND reason = '{lanes.HELD}'"
)
_PRUNE = sql("DELETE FROM reply_window WHERE until_at < :until_at")


def heard(db: Session, lane: str, said_at: datetime, now: datetime) -> None:
    """She wrote at that time: the window opens anew, and what was held for it leaves."""
    until = said_at + LASTS
    run(db, _OPEN, {"lane": lane, "until_at": until})
    if until > now:
        lanes.lock(db, "out", lane)
        if run(db, _FREE, {"lane": lane, "now": now}).rowcount:
            lanes.settle(db, "out", lane)


def close(db: Session, lane: str, now: datetime) -> None:
    """The channel says that it is closed, whatever we thought."""
    run(db, _CLOSE, {"lane": lane, "now": now})


def is_open(db: Session, lane: str, at: datetime) -> bool:
    until: datetime | None = run(db, _UNTIL, {"lane": lane}).scalar_one_or_none()
    return until is not None and at < until


def prune(db: Session, now: datetime) -> int:
    """Forget windows that are closed: no row is a closed one. Returns how many."""
    return run(db, _PRUNE, {"until_at": now}).rowcount
