"""From one chat to another: a code that works once, the chat that wrote it, and what goes over after a yes.

1. `begin`: the first chat gets a code. Only its blind index is kept, for half an hour.
2. `reach`: another chat writes it, and the code is that chat's from then on. Nothing goes over yet.
3. `end`, once the first chat has said yes or no. Then nothing says any more that the two were one person's.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal

from sqlmodel import Session

from storage import lanes, pace
from storage.keys import Keys
from storage.sql import query, run, sql

VALID = timedelta(minutes=30)
TRIES = pace.Rate(timedelta(minutes=12), burst=5)
"""Wrong codes of one chat: five, then one in twelve minutes."""

_FORGET = sql("DELETE FROM crossing WHERE lane = :lane")
_BEGIN = sql(
    "INSERT INTO crossing (code, lane, what, to_lane, expires_at) VALUES (:code, :lane, :what, '', :expires_at)"
)
_REACH = query(
    "UPDATE crossing SET to_lane = :to WHERE code = :code AND expires_at > :now AND to_lane IN ('', :to)"
    " AND lane <> :to RETURNING lane, what, to_lane"
)
_WAITING = query(
    "SELECT lane, what, to_lane FROM crossing WHERE lane = :lane AND to_lane <> '' AND expires_at > :now"
)
_PRUNE = sql("DELETE FROM crossing WHERE expires_at < :now")
_DRAFTS = tuple(
    sql(f"UPDATE {table} SET lane = :to WHERE lane = :lane AND {key} IN :ids")
    for table, key in (("draft", "id"), ("evidence", "draft_id"))
)
_TIE = sql(
    "UPDATE tie SET lane = :to, channel = :channel, sealed = :sealed WHERE case_id = :case AND lane = :lane"
)
_FILES = sql(
    "UPDATE evidence SET lane = :to WHERE lane = :lane"
    " AND dossier_id = (SELECT dossier_id FROM case_file WHERE id = :case)"
)
_LETTERS = query(
    "SELECT id, rank, sealed, due_at, reason FROM outbox"
    f" WHERE lane = :lane AND {lanes.OPEN} AND case_id = :case AND state = 'due' ORDER BY id",
    "due_at",
)
_LETTER = sql(
    "UPDATE outbox SET lane = :to, channel = :channel, sealed = :sealed, due_at = :due_at, reason = '' WHERE id = :id"
)


@dataclass(frozen=True, slots=True)
class Crossing:
    """`what` goes from the chat `lane` to the chat `to`: a case's id, or "" for the report that is not sent yet."""

    lane: str = field(repr=False)
    what: str = field(repr=False)
    to: str = field(repr=False)


def begin(db: Session, keys: Keys, lane: str, what: str, code: str, now: datetime) -> None:
    """Any code this chat had before works no more."""
    run(db, _FORGET, {"lane": lane})
    told = {"code": _index(keys, code), "lane": lane, "what": what, "expires_at": now + VALID}
    run(db, _BEGIN, told)


def reach(db: Session, keys: Keys, code: str, to: str, now: datetime) -> Crossing | Literal["wrong", "slow"]:
    """That chat wrote the code.

    wrong  never given, used, expired, another chat's, or its own: told alike.  slow  too many of them: wait
    """
    bucket = pace.of_lane("crossing", to)
    if not pace.room(db, bucket, TRIES, now):
        return "slow"
    row = run(db, _REACH, {"code": _index(keys, code), "to": to, "now": now}).one_or_none()
    if row is None:
        pace.spend(db, bucket, TRIES, 1, now)
        return "wrong"
    return Crossing(row.lane, row.what, row.to_lane)


def waiting(db: Session, lane: str, now: datetime) -> Crossing | None:
    """What this chat is asked to say yes to."""
    row = run(db, _WAITING, {"lane": lane, "now": now}).one_or_none()
    return None if row is None else Crossing(row.lane, row.what, row.to_lane)


def end(db: Session, lane: str) -> bool:
    """The code of this chat works no more. False: it had none."""
    return bool(run(db, _FORGET, {"lane": lane}).rowcount)


def prune(db: Session, now: datetime) -> int:
    """Forget what has expired. Returns how many."""
    return run(db, _PRUNE, {"now": now}).rowcount


def bring_drafts(db: Session, ids: Collection[str], going: Crossing) -> None:
    """These drafts are the other chat's now, and their files with them, also those still on their way."""
    lanes.lock(db, "in", going.to)
    for statement in _DRAFTS:
        run(db, statement, {"lane": going.lane, "to": going.to, "ids": list(ids)})


def bring_tie(
    db: Session, keys: Keys, case: str, going: Crossing, channel: str, address: str, now: datetime
) -> bool:
    """A case answers to the other chat now, at that address; what waits to leave about it leaves there.

    False: it was this chat's no more.
    """
    for lane in sorted((going.lane, going.to)):
        lanes.lock(db, "out", lane)
    told = {"case": case, "lane": going.lane, "to": going.to, "channel": channel}
    sealed = keys.seal(address.encode(), f"tie:{case}")
    if not run(db, _TIE, told | {"sealed": sealed}).rowcount:
        return False
    run(db, _FILES, told)
    for row in run(db, _LETTERS, told):
        body = keys.seal(keys.open(row.sealed, f"outbox:{going.lane}"), f"outbox:{going.to}")
        due = now if row.reason == lanes.HELD else row.due_at  # held for the window of the chat it leaves
        lanes.wake(db, "out", going.to, next_at=due, channel=channel, rank=row.rank)
        run(db, _LETTER, told | {"id": row.id, "sealed": body, "due_at": due})
    lanes.settle(db, "out", going.lane)
    return True


def _index(keys: Keys, code: str) -> str:
    return keys.index(f"crossing:{code}")
