"""Two lanes of one person become one: what the one holds moves to the other, resealed where its place is sealed in."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from storage import lanes, windows
from storage.keys import Keys
from storage.sql import query, sql

_MOVE = tuple(
    sql(f"UPDATE {table} SET lane = :kept WHERE lane = :gone")
    for table in ("draft", "tie", "evidence", "officer")
)
_LEAVE = sql(
    "UPDATE officer SET left_at = :now WHERE lane = :gone AND left_at IS NULL"
    " AND EXISTS (SELECT 1 FROM officer o WHERE o.lane = :kept AND o.left_at IS NULL)"
)
"""A chat is one officer's at a time."""
_INBOX = query(
    "SELECT id, channel, bot, external_id, sealed FROM inbox WHERE lane = :gone AND state IN ('new', 'parked')"
    " ORDER BY id"
)
_HEARD = sql("UPDATE inbox SET lane = :kept, sealed = :sealed, ref = NULL WHERE id = :id")
_OUTBOX = query(
    f"SELECT id, channel, rank, sealed, due_at FROM outbox WHERE lane = :gone AND {lanes.OPEN} ORDER BY id",
    "due_at",
)
_SAID = sql("UPDATE outbox SET lane = :kept, sealed = :sealed WHERE id = :id")
_FORGET = tuple(
    sql(statement)
    for statement in (
        "UPDATE inbox SET lane = '', ref = NULL WHERE lane = :gone AND state = 'done'",
        "UPDATE outbox SET lane = '', provider_ref = NULL WHERE lane = :gone AND state IN ('sent', 'failed')",
        "DELETE FROM taken WHERE lane = :gone",
        "DELETE FROM reply_window WHERE lane = :gone",
        "UPDATE alias SET of = :kept WHERE of = :gone",
        "DELETE FROM address WHERE lane = :gone",
    )
)


def merge(db: Session, keys: Keys, gone: str, kept: str, now: datetime) -> None:
    """Move drafts, ties, files, whatever waits in either direction or is on its way; then the lane `gone` is nobody's.

    Both lanes are locked, in an order of their own, so that two who do this do not wait for each other.
    """
    for direction in ("in", "out"):
        for lane in sorted((gone, kept)):
            lanes.lock(db, direction, lane)
    db.connection().execute(_LEAVE, {"gone": gone, "kept": kept, "now": now})
    for statement in _MOVE:
        db.connection().execute(statement, {"gone": gone, "kept": kept})
    for row in db.connection().execute(_INBOX, {"gone": gone}).all():
        place = f"inbox:{row.channel}:{row.bot}:{row.external_id}"
        sealed = keys.seal(keys.open(row.sealed, f"{place}:{gone}"), f"{place}:{kept}")
        lanes.wake(db, "in", kept, next_at=now)
        db.connection().execute(_HEARD, {"id": row.id, "kept": kept, "sealed": sealed})
    for row in db.connection().execute(_OUTBOX, {"gone": gone}).all():
        sealed = keys.seal(keys.open(row.sealed, f"outbox:{gone}"), f"outbox:{kept}")
        lanes.wake(db, "out", kept, next_at=row.due_at, channel=row.channel, rank=row.rank)
        db.connection().execute(_SAID, {"id": row.id, "kept": kept, "sealed": sealed})
    lanes.hand(db, gone, kept, now)
    windows.free(db, kept, now)
    for statement in _FORGET:
        names = statement.compile().params
        db.connection().execute(statement, {"gone": gone} | ({"kept": kept} if "kept" in names else {}))
    lanes.settle(db, "in", gone)
    lanes.settle(db, "out", gone)
    lanes.drop(db, gone)
