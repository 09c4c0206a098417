"""Groups in which desks sit: bound by a code that works once, found by desk or by chat, moved, lost."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlmodel import Session

from storage import desks, lanes, pace, refs
from storage.desks import Officer
from storage.keys import Keys
from storage.sql import query, run, sql

VALID = timedelta(hours=24)
BACK = timedelta(hours=1)
"""How long after a room was lost it is found again where the news of its move came late."""

_COLUMNS = "id, desk, lane, channel, bound_by, bound_at, lost_at, language"
_TIMES = ("bound_at", "lost_at")
_MAKE_CODE = sql(
    "INSERT INTO room_code (code, desk, made_at, expires_at) VALUES (:code, :desk, :now, :expires_at)"
)
_USE = query(
    "UPDATE room_code SET used_at = :now WHERE code = :code AND desk = :desk AND used_at IS NULL"
    " AND expires_at > :now RETURNING desk"
)
_BIND = sql(
    "INSERT INTO room (id, desk, lane, channel, sealed, bound_by, bound_at, language)"
    " VALUES (:id, :desk, :lane, :channel, :sealed, :officer, :now, :language)"
)
_AT = query(f"SELECT {_COLUMNS} FROM room WHERE lane = :lane AND lost_at IS NULL", *_TIMES)
_OF_DESK = query(f"SELECT {_COLUMNS} FROM room WHERE desk = :desk AND lost_at IS NULL", *_TIMES)
_ALL = query(f"SELECT {_COLUMNS} FROM room WHERE lost_at IS NULL ORDER BY desk", *_TIMES)
_UNTOLD = query(
    f"SELECT {_COLUMNS} FROM room WHERE lost_at IS NOT NULL AND told_at IS NULL ORDER BY lost_at", *_TIMES
)
_TELL = sql("UPDATE room SET told_at = :now WHERE id = :id AND lost_at IS NOT NULL AND told_at IS NULL")
_LOSE = sql("UPDATE room SET lost_at = :now WHERE lane = :lane AND lost_at IS NULL")
_END = sql("UPDATE room SET lost_at = :long_ago, told_at = :now WHERE id = :id AND lost_at IS NULL")
_FOUND = query(
    "SELECT id, desk FROM room WHERE lane = :lane AND (lost_at IS NULL OR (lost_at > :since_at AND NOT EXISTS"
    " (SELECT 1 FROM room other WHERE other.desk = room.desk AND other.lost_at IS NULL)))"
    " ORDER BY bound_at DESC LIMIT 1",
)
_MOVE = sql("UPDATE room SET lane = :to, sealed = :sealed, lost_at = NULL, told_at = NULL WHERE id = :id")
_WAITING = query(f"SELECT id, sealed, due_at FROM outbox WHERE lane = :lane AND {lanes.OPEN} AND state <> 'sending'",
                 "due_at")  # fmt: skip
_RESEAL = sql("UPDATE outbox SET lane = :to, sealed = :sealed WHERE id = :id")
_DROP = sql(f"DELETE FROM outbox WHERE lane = :lane AND {lanes.OPEN} AND state <> 'sending'")


@dataclass(frozen=True, slots=True)
class Room:
    """The group of a desk. `lane` and `channel` are the chat; lost_at: since when we are in it no more.

    language  spoken in it, in which all of it is read, whoever presses or reports
    """

    id: str
    desk: str
    lane: str = field(repr=False)
    channel: str
    bound_by: str
    bound_at: datetime
    lost_at: datetime | None = None
    language: str = "id"


def make_code(db: Session, keys: Keys, *, desk: str, now: datetime, drawn: bytes) -> tuple[str, datetime]:
    """A new code for a group of this desk, and when it expires. `drawn` are 32 random bytes; only its index is kept."""
    code, expires = desks.written(drawn), now + VALID
    run(db, _MAKE_CODE, {"code": _index(keys, code), "desk": desk, "now": now, "expires_at": expires})
    return code, expires


def bind(
    db: Session,
    keys: Keys,
    code: str,
    officer: Officer,
    *,
    id: str,
    lane: str,
    address: str,
    now: datetime,
    language: str = "id",
) -> Room | Literal["wrong", "slow", "other", "two"]:
    """Make this group the room of the officer's desk, for which the code must have been made.

    wrong  never given, used, expired, another desk's: told alike.  slow  too many wrong codes of this officer: wait
    other  the group is another desk's;  two  the desk has a group already: the code stays good
    """
    bucket = f"room:{officer.lane}"
    if not pace.room(db, bucket, desks.TRIES, now):
        return "slow"
    read = desks.read_code(code)
    here, there = at(db, lane), of_desk(db, officer.desk)
    if here is not None and here.desk != officer.desk:
        return "other"
    if there is not None:
        return "two"
    told = {"code": _index(keys, read) if read else "", "desk": officer.desk, "now": now}
    if not run(db, _USE, told):
        pace.spend(db, bucket, desks.TRIES, 1, now)
        return "wrong"
    run(db, _BIND, {
        "id": id, "desk": officer.desk, "lane": lane, "channel": officer.channel, "officer": officer.id, "now": now,
        "sealed": keys.seal(address.encode(), f"room:{id}"), "language": language,
    })  # fmt: skip
    return Room(id, officer.desk, lane, officer.channel, officer.id, now, language=language)


def at(db: Session, lane: str) -> Room | None:
    """The room that this group is today."""
    return _one(db, _AT, {"lane": lane})


def of_desk(db: Session, desk: str) -> Room | None:
    """The room of this desk today."""
    return _one(db, _OF_DESK, {"desk": desk})


def everything(db: Session) -> Sequence[Room]:
    """Every room of today, by desk."""
    return [Room(**row._asdict()) for row in run(db, _ALL)]


def move(db: Session, keys: Keys, lane: str, *, to: str, address: str, now: datetime) -> Room | None:
    """The group has another address: the room is there now, and what waits for it leaves to there.

    What we sent before cannot be changed from the new one, so it is forgotten. None: no room was here. Called again it
    takes along what has come back meanwhile.
    """
    found = run(db, _FOUND, {"lane": lane, "since_at": now - BACK}).one_or_none()
    if found is not None:
        told = {"id": found.id, "to": to, "sealed": keys.seal(address.encode(), f"room:{found.id}")}
        run(db, _MOVE, told)
    room = at(db, to)
    if room is None:
        return None
    lanes.lock(db, "out", lane)
    for row in run(db, _WAITING, {"lane": lane}):
        lanes.wake(db, "out", to, next_at=row.due_at, channel=room.channel)
        sealed = keys.seal(keys.open(row.sealed, f"outbox:{lane}"), f"outbox:{to}")
        run(db, _RESEAL, {"id": row.id, "to": to, "sealed": sealed})
    lanes.settle(db, "out", to)
    refs.forget(db, lane)
    return room


def lose(db: Session, lane: str, now: datetime) -> bool:
    """We are in this group no more: nothing waits for it any longer. False: it was no room."""
    if not run(db, _LOSE, {"lane": lane, "now": now}).rowcount:
        return False
    lanes.lock(db, "out", lane)
    run(db, _DROP, {"lane": lane})
    lanes.resume(db, lane)
    refs.forget(db, lane)
    return True


def end(db: Session, id: str, now: datetime) -> None:
    """The group is let go, and what waits for it still leaves. No move finds it again: it counts as lost long ago."""
    run(db, _END, {"id": id, "long_ago": now - BACK, "now": now})


def untold(db: Session) -> Sequence[Room]:
    """Rooms that were lost, and nobody knows."""
    return [Room(**row._asdict()) for row in run(db, _UNTOLD)]


def tell(db: Session, id: str, now: datetime) -> bool:
    """Its officers are told, by whoever this returns True to."""
    return bool(run(db, _TELL, {"id": id, "now": now}).rowcount)


def _one(db: Session, statement: Any, told: dict[str, str]) -> Room | None:
    row = run(db, statement, told).one_or_none()
    return None if row is None else Room(**row._asdict())


def _index(keys: Keys, code: str) -> str:
    return keys.index(f"room:{code}")
