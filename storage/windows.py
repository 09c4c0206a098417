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
MARGIN = timedelta(minutes=5)
"""A letter is on its way for a while: so long before its end the window counts as closed."""

_OPEN = sql(
    "INSERT INTO reply_window (lane, until_at) VALUES (:lane, :until_at)"
    " ON CONFLICT (lane) DO UPDATE SET until_at = excluded.until_at"
    " WHERE reply_window.until_at < excluded.until_at"
)
_EXTEND = sql(
    "UPDATE reply_window SET until_at = CASE WHEN until_at < :until_at THEN :until_at ELSE until_at END"
    " WHERE lane = :lane AND until_at > :open_until"
)
_CLOSE = sql(
    "UPDATE reply_window SET until_at = :now WHERE lane = :lane AND until_at > :now AND until_at <= :seen_until"
)
_UNTIL = query("SELECT until_at FROM reply_window WHERE lane = :lane", "until_at")
_FREE = sql(
    f"UPDATE outbox SET due_at = :now, reason = '' WHERE lane = :lane AND {lanes.OPEN} AND state = 'due'"
    f" AND reason = '{lanes.HELD}'"
)
_UNTOLD = query(
    f"SELECT DISTINCT lane FROM outbox WHERE channel = :channel AND {lanes.OPEN} AND state = 'due'"
    f" AND reason = '{lanes.HELD}' AND due_at > :now AND due_at <= :soon ORDER BY lane"
)
_TRY = sql(
    f"UPDATE outbox SET due_at = :now WHERE lane = :lane AND {lanes.OPEN} AND state = 'due'"
    f" AND reason = '{lanes.HELD}' AND due_at > :now AND due_at <= :soon"
)
_PRUNE = sql("DELETE FROM reply_window WHERE until_at < :until_at")


def heard(db: Session, lane: str, said_at: datetime, now: datetime) -> None:
    """She wrote at that time: the window opens anew, and what was held for it leaves.

    The lane first, as whoever holds a letter in it does: else he could still see the window closed, and hold it, when
    all that was held has been let go.
    """
    until = said_at + LASTS
    lanes.lock(db, "out", lane)
    if run(db, _EXTEND, {"lane": lane, "until_at": until, "open_until": now + 2 * MARGIN}).rowcount:
        return  # nothing is held where the window is open, and was when whoever holds the lane looked at it
    run(db, _OPEN, {"lane": lane, "until_at": until})
    if until > now:
        free(db, lane, now)


def free(db: Session, lane: str, now: datetime) -> None:
    """What is held in this lane leaves. Its lock is held."""
    if run(db, _FREE, {"lane": lane, "now": now}).rowcount:
        lanes.settle(db, "out", lane)


def hasten(db: Session, channel: str, soon: datetime, now: datetime) -> None:
    """What is held in this channel and would be tried again until `soon` is tried now."""
    told = {"channel": channel, "soon": soon, "now": now}
    for lane in run(db, _UNTOLD, told).scalars():
        lanes.lock(db, "out", lane)
        if run(db, _TRY, {"lane": lane, "soon": soon, "now": now}).rowcount:
            lanes.settle(db, "out", lane)


def close(db: Session, lane: str, seen_until: datetime, now: datetime) -> None:
    """The channel says that the window we thought open until then is closed; one she opened since stays open."""
    run(db, _CLOSE, {"lane": lane, "seen_until": seen_until, "now": now})


def open_until(db: Session, lane: str, now: datetime) -> datetime | None:
    """When the window ends in which a letter may leave now; None where there is none."""
    until: datetime | None = run(db, _UNTIL, {"lane": lane}).scalar_one_or_none()
    return until if until is not None and now + MARGIN < until else None


def prune(db: Session, now: datetime) -> int:
    """Forget windows that are closed: no row is a closed one. Returns how many."""
    return run(db, _PRUNE, {"until_at": now}).rowcount
