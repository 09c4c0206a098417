"""What only one process may do at a time, such as polling: held for a while, renewed, and taken over when it lapses."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import Session

from storage.sql import run, sql

_HOLD = sql(
    "INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
    " WHERE meta.value < :free OR meta.value LIKE :ours"
)
_LET_GO = sql("DELETE FROM meta WHERE key = :key AND value LIKE :ours")


def hold(db: Session, name: str, owner: str, now: datetime, lasts: timedelta) -> bool:
    """Take or renew it; False while another holds it.

    The value is `until owner`, the moment written so that it sorts as text.
    """
    value = f"{(now + lasts).isoformat(timespec='microseconds')} {owner}"
    free = now.isoformat(timespec="microseconds")
    told = {"key": f"lease:{name}", "value": value, "free": free, "ours": f"% {owner}"}
    return bool(run(db, _HOLD, told).rowcount)


def let_go(db: Session, name: str, owner: str) -> None:
    """Give it back, if it is ours: another may take it at once."""
    run(db, _LET_GO, {"key": f"lease:{name}", "ours": f"% {owner}"})
