"""Letters that a channel took: how far each got, by what the channel tells afterwards, in any order and repeatedly.

Taken is not delivered: the body is kept, sealed, until it is, so that what the channel gives back can be sent anew.
A report also proves that a letter arrived whose answer was lost.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any

from sqlmodel import Session

from storage import lanes, refs, windows
from storage.keys import Keys
from storage.pace import Rate
from storage.sql import query, sql

KEPT = timedelta(days=2)
"""How long a body waits for a phone that is switched off."""
TRIES = 8


class Reached(IntEnum):
    """Forward only; that it failed counts only until it was delivered."""

    TAKEN = 0
    SENT = 1
    DELIVERED = 2
    READ = 3


_KEEP = sql(
    "INSERT INTO taken (letter, lane, sealed, reached, taken_at) SELECT id, lane, sealed, 0, :now FROM outbox"
    " WHERE id = :id ON CONFLICT (letter) DO NOTHING"
)
_FORGET = sql("DELETE FROM taken WHERE letter = :id")
_LANE = query("SELECT lane FROM outbox WHERE id = :id AND channel = :channel")
_ROW = query(
    "SELECT o.id, o.state, o.lane, o.channel, o.rank, o.attempts, o.reason, o.owner, o.lease_until, o.last, o.case_id,"
    " t.reached, t.sealed AS body FROM outbox o LEFT JOIN taken t ON t.letter = o.id WHERE o.id = :id",
    "lease_until",
)
_SENT_AT = query("SELECT sent_at FROM outbox WHERE id = :id AND state = 'sent'", "sent_at")
_HELD = query("SELECT held_until FROM lane WHERE direction = 'out' AND lane = :lane", "held_until")
_PROVED = sql(
    "UPDATE outbox SET state = 'sent', sent_at = :now, sealed = NULL, reason = '', owner = '', provider_ref = :ref"
    " WHERE id = :id"
)
_REACHED = sql(
    "UPDATE taken SET reached = :reached, sealed = CASE WHEN :reached >= :delivered THEN NULL ELSE sealed END"
    " WHERE letter = :id AND reached < :reached"
)
_BACK = sql(
    "UPDATE outbox SET state = 'due', owner = '', provider_ref = NULL, sent_at = NULL, due_at = :due_at,"
    " reason = :reason, sealed = coalesce(sealed, :body) WHERE id = :id"
)
_FAILED = sql(
    "UPDATE outbox SET state = 'failed', owner = '', sent_at = :now, sealed = NULL, reason = :reason, lane = ''"
    " WHERE id = :id"
)
_SOONER = sql(
    "UPDATE outbox SET state = 'due', owner = '', attempts = 0, doubts = 0, due_at = :due_at,"
    f" reason = '{lanes.HELD}' WHERE id = :id"
)
_PRUNE = sql("DELETE FROM taken WHERE taken_at < :kept_until")


def keep(db: Session, letter: int, lane: str, now: datetime) -> None:
    """It is taken: hold on to its body. Before `letters.sent`, which erases the other.

    The lane first, as everybody does: else this and a report of the channel would wait for each other.
    """
    lanes.lock(db, "out", lane)
    db.connection().execute(_KEEP, {"id": letter, "now": now})


def forget(db: Session, letter: int) -> None:
    db.connection().execute(_FORGET, {"id": letter})


def lane_of(db: Session, channel: str, letter: int) -> str | None:
    """The lane of a letter of that channel; None when there is none, or it forgot its lane."""
    return db.connection().execute(_LANE, {"id": letter, "channel": channel}).scalar_one_or_none() or None


def sent_at(db: Session, letter: int) -> datetime | None:
    """When the channel took it; None where we do not know yet that it did."""
    at: datetime | None = db.connection().execute(_SENT_AT, {"id": letter}).scalar_one_or_none()
    return at


def arrived(
    db: Session, keys: Keys, letter: int, lane: str, ref: str, reached: Reached, rate: Rate, now: datetime
) -> None:
    """The channel says how far it got. Where nobody knew whether it was taken at all, now we do."""
    row = _locked(db, letter, lane)
    if row is None:
        return
    if row.state in ("sending", "unknown") or (row.state == "due" and _may_be_there(row)):
        keep(db, letter, lane, now)
        sealed = keys.seal(ref.encode(), f"outbox-ref:{lane}")
        db.connection().execute(_PROVED, {"id": letter, "now": now, "ref": sealed})
        leased = row.state == "sending"
        held = db.connection().execute(_HELD, {"lane": lane}).scalar_one() if leased else now
        _give_back(db, row, rate.hold(held, now) if leased else now)
        if row.last and row.case_id:
            refs.untie(db, lane, row.case_id)
            return
        lanes.settle(db, "out", lane)
    told = {"id": letter, "reached": int(reached), "delivered": int(Reached.DELIVERED)}
    db.connection().execute(_REACHED, told)


def given_back(
    db: Session, letter: int, lane: str, reason: str, *, again: datetime | None, now: datetime
) -> bool:
    """The channel took it and could not deliver it: once more at `again`, or never. False: that is no news.

    Its body must still be there to be sent again.
    """
    row = _locked(db, letter, lane)
    if row is None or row.state in ("failed", "due") or (row.reached or 0) >= Reached.DELIVERED:
        return False
    whole = row.body is not None or row.state in ("sending", "unknown")
    if again is not None and whole and row.attempts < TRIES:
        told = {"id": letter, "due_at": again, "reason": reason, "body": row.body}
        db.connection().execute(_BACK, told)
        lanes.wake(db, "out", lane, next_at=again, channel=row.channel, rank=row.rank)
    else:
        db.connection().execute(_FAILED, {"id": letter, "now": now, "reason": reason})
    forget(db, letter)
    _give_back(db, row, now)
    lanes.settle(db, "out", lane)
    return True


def untold(db: Session, letter: int, lane: str, again: datetime, now: datetime) -> None:
    """She was not reached by what says that this letter waits for her: at `again` she is told anew. Where she has
    written meanwhile, nothing is held, and it leaves."""
    row = _locked(db, letter, lane)
    if row is None or not (row.state == "sending" or (row.state == "due" and row.reason == lanes.HELD)):
        return
    if windows.open_until(db, lane, now) is not None:
        again = now
    db.connection().execute(_SOONER, {"id": letter, "due_at": again})
    if row.state == "sending":
        _give_back(db, row, now)
    lanes.settle(db, "out", lane)


def prune(db: Session, now: datetime) -> int:
    """Forget what was never told to have arrived. Returns how many."""
    return db.connection().execute(_PRUNE, {"kept_until": now - KEPT}).rowcount


def _locked(db: Session, letter: int, lane: str) -> Any:
    lanes.lock(db, "out", lane)
    row = db.connection().execute(_ROW, {"id": letter}).one_or_none()
    return row if row is not None and row.lane == lane else None


def _may_be_there(row: Any) -> bool:
    """It was tried, and is due because we took it for not arrived; one that is held for the window never left."""
    return row.attempts > 0 and row.reason not in ("", lanes.HELD)


def _give_back(db: Session, row: Any, held: datetime) -> None:
    """The lane may go on from then: it was leased for this letter, or paused while nobody knew of it."""
    if row.state == "sending":
        lanes.release(db, row.lane, row.owner, row.lease_until, held)
    elif row.state in ("unknown", "due"):
        lanes.hold(db, "out", row.lane, held)
