"""A durable queue with one lane per address and direction: what is in a lane happens in order, one at a time.

A lane's row is the lock of all that waits in it. Whoever adds a message touches the lane first, so the ids
of its messages follow one another as they were committed; whoever works on one holds the row (inbound, inside
its transaction) or leases it (outbound, while a letter is on its way).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from sqlmodel import Session

from storage.sql import query, run, sql

Direction = Literal["in", "out"]
NEVER_HELD = datetime(1970, 1, 1, tzinfo=UTC)

OPEN = "state IN ('due', 'sending', 'unknown')"
"""Letters that are not over. Said in exactly these words, SQLite finds them by their partial index."""

HELD = "window"
"""The reason of a letter that waits until its reader writes, since the channel allows only replies."""

_WAKE = sql(
    "INSERT INTO lane (direction, lane, channel, next_at, held_until, rank, silent, owner)"
    " VALUES (:direction, :lane, :channel, :next_at, :held_until, :rank, false, '')"
    " ON CONFLICT (direction, lane) DO UPDATE SET"
    " next_at = CASE WHEN lane.silent THEN NULL"
    " WHEN lane.next_at IS NULL OR lane.next_at > excluded.next_at"
    " THEN excluded.next_at ELSE lane.next_at END,"
    " rank = CASE WHEN lane.next_at IS NULL OR lane.rank > excluded.rank"
    " THEN excluded.rank ELSE lane.rank END"
)
_DUE = (
    "SELECT lane, held_until FROM lane WHERE direction = :direction AND channel = :channel"
    " AND next_at <= :now AND held_until <= :now AND (lease_until IS NULL OR lease_until <= :now)"
)
_TAKE = query(f"{_DUE} ORDER BY rank, next_at LIMIT :most FOR UPDATE SKIP LOCKED", "held_until")
_TAKE_ONE = query(f"{_DUE} AND lane = :lane FOR UPDATE SKIP LOCKED", "held_until")
_LOCK = query("SELECT lane, held_until FROM lane WHERE direction = :direction AND lane = :lane FOR UPDATE")
_LOCK_ALL = query("SELECT lane FROM lane WHERE direction = 'in' AND lane IN :lanes ORDER BY lane FOR UPDATE")
_HOLD = sql("UPDATE lane SET held_until = :held_until WHERE direction = :direction AND lane = :lane")
_SETTLE = {
    "in": sql(
        "UPDATE lane SET next_at ="
        " (SELECT min(inbox.received_at) FROM inbox WHERE inbox.lane = :lane AND inbox.state = 'new')"
        " WHERE direction = 'in' AND lane = :lane"
    ),
    "out": sql(
        "UPDATE lane SET next_at = CASE WHEN silent THEN NULL ELSE"
        " (SELECT min(due_at) FROM outbox WHERE outbox.lane = :lane AND " + OPEN + ") END,"
        " rank = coalesce((SELECT min(rank) FROM outbox WHERE outbox.lane = :lane AND " + OPEN + "), 0)"
        " WHERE direction = 'out' AND lane = :lane"
    ),
}
_LEASE = sql(
    "UPDATE lane SET owner = :owner, lease_until = :lease_until WHERE direction = 'out' AND lane IN :lanes"
)
_RELEASE = sql(
    "UPDATE lane SET owner = '', lease_until = NULL, held_until = :held_until"
    " WHERE direction = 'out' AND lane = :lane AND owner = :owner AND lease_until = :lease_until"
)
_LEASED = query(
    "SELECT owner, lease_until FROM lane WHERE direction = 'out' AND lane = :lane AND lease_until > :now",
    "lease_until",
)
_LET_GO = sql("UPDATE lane SET owner = '', lease_until = NULL WHERE direction = 'out' AND lane = :lane")
_SILENCE = sql("UPDATE lane SET silent = true, next_at = NULL WHERE direction = 'out' AND lane = :lane")
_RESUME = sql("UPDATE lane SET silent = false WHERE direction = 'out' AND lane = :lane AND silent")
_DROP = sql(
    "DELETE FROM lane WHERE (direction, lane) IN"
    " (SELECT direction, lane FROM lane WHERE direction IN ('in', 'out') AND lane = :lane"
    " AND next_at IS NULL AND NOT silent AND owner = '' FOR UPDATE SKIP LOCKED)"
)


@dataclass(frozen=True, slots=True)
class Due:
    """A lane that may be worked on, held from then on by pacing or a pause (in the past)."""

    lane: str
    held_until: datetime


def wake(
    db: Session, direction: Direction, lane: str, *, next_at: datetime, channel: str = "", rank: int = 0
) -> None:
    """Something is due in this lane at that time. Locks the lane: call it before the message is added.

    Inbound lanes are worked on in the order of time, whatever their channel: theirs is "".
    """
    run(
        db,
        _WAKE,
        {
            "direction": direction,
            "lane": lane,
            "channel": channel,
            "next_at": next_at,
            "held_until": NEVER_HELD,
            "rank": rank,
        },
    )


def take(
    db: Session, direction: Direction, channel: str, now: datetime, *, most: int = 1, only: str | None = None
) -> list[Due]:
    """The lanes that are due, by rank, then by how long they wait; locked, and those that are locked left out."""
    told = {"direction": direction, "channel": channel, "now": now}
    statement, more = (_TAKE, {"most": most}) if only is None else (_TAKE_ONE, {"lane": only})
    return [Due(row.lane, row.held_until) for row in run(db, statement, told | more)]


def lock(db: Session, direction: Direction, lane: str) -> None:
    """Wait for the lane, and keep it until the transaction ends. SQLite's one writer has them all."""
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK, {"direction": direction, "lane": lane})


def lock_all(db: Session, lanes: Collection[str]) -> None:
    """Wait for all these inbound lanes, as far as they are there, before anything else is touched.

    In one order: so whoever has one of them, or works on it, and wants another or what hangs on it, is not in our way.
    """
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK_ALL, {"lanes": list(lanes)})


def hold(db: Session, direction: Direction, lane: str, held_until: datetime) -> None:
    """Nothing happens in this lane before then."""
    run(db, _HOLD, {"direction": direction, "lane": lane, "held_until": held_until})


def settle(db: Session, direction: Direction, lane: str) -> None:
    """Look at what is left in the lane: when the next is due, and of which rank."""
    run(db, _SETTLE[direction], {"lane": lane})


def lease(db: Session, lanes: list[str], owner: str, lease_until: datetime) -> None:
    """Outbound lanes that were taken stay ours beyond this transaction, until then."""
    run(db, _LEASE, {"lanes": lanes, "owner": owner, "lease_until": lease_until})


def hand(db: Session, gone: str, kept: str, now: datetime) -> None:
    """The lease of an outbound lane goes over to another, whose letter its own is now, unless that is leased itself."""
    found = run(db, _LEASED, {"lane": gone, "now": now}).one_or_none()
    if found is not None and not run(db, _LEASED, {"lane": kept, "now": now}):
        lease(db, [kept], found.owner, found.lease_until)
    run(db, _LET_GO, {"lane": gone})


def release(db: Session, lane: str, owner: str, lease_until: datetime, held_until: datetime) -> None:
    """Give a lane back, if the lease is still ours, to be worked on again from `held_until` on."""
    run(db, _RELEASE, {"lane": lane, "owner": owner, "lease_until": lease_until, "held_until": held_until})


def silence(db: Session, lane: str) -> None:
    """Nothing leaves by this lane until `resume`; what waits in it keeps waiting."""
    run(db, _SILENCE, {"lane": lane})


def resume(db: Session, lane: str) -> None:
    """What waits in a silent lane may leave again."""
    if run(db, _RESUME, {"lane": lane}).rowcount:
        settle(db, "out", lane)


def drop(db: Session, lane: str) -> None:
    """Forget both directions of a lane, as far as nothing waits in them and nobody works on them."""
    run(db, _DROP, {"lane": lane})
