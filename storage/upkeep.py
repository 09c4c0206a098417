"""The queues as an operator sees them: what waits and for how long, what is parked, what may be forgotten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from storage import aliases, bubbles, crossings, lanes, pace, taken, windows
from storage.sql import query, sql

DEDUPE = timedelta(days=6)
"""How long a duplicate is known: Telegram keeps updates for a day, and starts anew after a quiet week."""
REFS = timedelta(hours=48)
"""How long a bot may delete a message: https://core.telegram.org/bots/api#deletemessage"""
CARDS = timedelta(days=60)
"""How long an officer's card is edited where it is; then a change sends a new one."""
STALE = timedelta(days=30)
"""When a letter that could not leave is of no use any more."""
BATCH = 500
"""Rows that one call forgets at most, of each kind: nobody waits long for the writer."""

_PARKED = query(
    "SELECT id, channel, received_at, attempts, reason FROM inbox WHERE state = 'parked' ORDER BY id",
    "received_at",
)
_LANE_OF_PARKED = query(
    "SELECT lane, received_at FROM inbox WHERE id = :id AND state = 'parked'", "received_at"
)
_RETRY = sql("UPDATE inbox SET state = 'new', attempts = 0, reason = '' WHERE id = :id AND state = 'parked'")
_DROP = sql(
    "UPDATE inbox SET state = 'done', done_at = :now, sealed = NULL, ref = NULL, lane = ''"
    " WHERE id = :id AND state = 'parked'"
)
_IN = query(
    "SELECT count(*) AS waiting, min(received_at) AS oldest_at FROM inbox WHERE state = 'new'", "oldest_at"
)
_PARKED_COUNT = query("SELECT count(*) FROM inbox WHERE state = 'parked'")
_OUT = query(
    "SELECT count(*) AS waiting, count(CASE WHEN state = 'unknown' THEN 1 END) AS unknown FROM outbox"
    f" WHERE {lanes.OPEN}"
)
_OUT_OLDEST = query(
    "SELECT min(next_at) AS oldest_at FROM lane WHERE direction = 'out' AND next_at <= :now", "oldest_at"
)
_FAILED = query("SELECT count(*) FROM outbox WHERE state = 'failed' AND sent_at >= :since_at")
_SILENT = query("SELECT count(*) FROM lane WHERE silent")

_OLDEST_IN = "(SELECT id FROM inbox WHERE state <> 'parked' ORDER BY id LIMIT :most)"
_OLDEST_OUT = (
    f"(SELECT id FROM outbox WHERE NOT ({lanes.OPEN}) AND slot NOT LIKE 'card:%' ORDER BY id LIMIT :most)"
)
_PRUNE = (
    sql(f"DELETE FROM inbox WHERE id IN {_OLDEST_IN} AND state = 'done' AND done_at < :dedupe_until"),
    sql(
        "UPDATE inbox SET ref = NULL, lane = '' WHERE id IN (SELECT id FROM inbox WHERE ref IS NOT NULL"
        " AND state = 'done' AND done_at < :refs_until LIMIT :most)"
    ),
    sql(
        f"DELETE FROM outbox WHERE id IN {_OLDEST_OUT} AND"
        " ((state = 'sent' AND sent_at < :refs_until) OR (state = 'failed' AND sent_at < :dedupe_until))"
    ),
    sql(
        "DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE slot LIKE 'card:%'"
        " AND state IN ('sent', 'failed') AND sent_at < :cards_until LIMIT :most)"
    ),
    sql(
        "UPDATE outbox SET state = 'failed', reason = 'stale', sealed = NULL, lane = '', sent_at = :now"
        f" WHERE id IN (SELECT id FROM outbox WHERE {lanes.OPEN} AND state <> 'sending'"
        " AND due_at < :stale_until LIMIT :most)"
    ),
)
_SPEAK_AGAIN = sql(
    "UPDATE lane SET silent = false, next_at ="
    f" (SELECT min(due_at) FROM outbox WHERE outbox.lane = lane.lane AND {lanes.OPEN})"
    " WHERE (direction, lane) IN (SELECT direction, lane FROM lane WHERE direction = 'out' AND silent AND NOT EXISTS"
    " (SELECT 1 FROM address WHERE address.lane = lane.lane AND unreachable_at IS NOT NULL)"
    " LIMIT :most FOR UPDATE SKIP LOCKED)"
)
"""Silent for nobody: the address was forgotten, and with it that it could not be reached. She may be back."""
_PRUNE_LANES = sql(
    "DELETE FROM lane WHERE (direction, lane) IN (SELECT direction, lane FROM lane WHERE next_at IS NULL"
    " AND NOT silent AND owner = '' AND held_until < :now LIMIT :most FOR UPDATE SKIP LOCKED)"
)


@dataclass(frozen=True, slots=True)
class Parked:
    """A message that failed five times. Its text is sealed and is not shown."""

    id: int
    channel: str
    received_at: datetime
    attempts: int
    reason: str


@dataclass(frozen=True, slots=True)
class Depths:
    """Both queues. Ages are how long the one that waits longest has waited for its turn, zero when none does.

    failed   letters of the last day
    silent   lanes whose address cannot be reached
    """

    inbox: int
    inbox_age: timedelta
    parked: int
    outbox: int
    outbox_age: timedelta
    unknown: int
    failed: int
    silent: int


def depths(db: Session, now: datetime) -> Depths:
    read = db.connection().execute
    heard = read(_IN).one()
    said = read(_OUT).one()
    return Depths(
        inbox=heard.waiting,
        inbox_age=_age(heard.oldest_at, now),
        parked=read(_PARKED_COUNT).scalar_one(),
        outbox=said.waiting,
        outbox_age=_age(read(_OUT_OLDEST, {"now": now}).scalar_one(), now),
        unknown=said.unknown,
        failed=read(_FAILED, {"since_at": now - timedelta(days=1)}).scalar_one(),
        silent=read(_SILENT).scalar_one(),
    )


def parked(db: Session) -> list[Parked]:
    return [Parked(**row._mapping) for row in db.connection().execute(_PARKED)]


def retry(db: Session, id: int) -> bool:
    """Give a parked message five more tries, before what came after it. False: it is not parked."""
    row = db.connection().execute(_LANE_OF_PARKED, {"id": id}).one_or_none()
    if row is None:
        return False
    lanes.wake(db, "in", row.lane, next_at=row.received_at)
    return bool(db.connection().execute(_RETRY, {"id": id}).rowcount)


def drop(db: Session, id: int, now: datetime) -> bool:
    """Erase a parked message; that it came stays known for some days. False: it is not parked."""
    return bool(db.connection().execute(_DROP, {"id": id, "now": now}).rowcount)


def prune(db: Session, now: datetime) -> int:
    """Forget what is over and old, some of each kind. Returns how many rows; call it until that is zero."""
    told = {"now": now, "most": BATCH}
    told |= {
        "dedupe_until": now - DEDUPE,
        "refs_until": now - REFS,
        "stale_until": now - STALE,
        "cards_until": now - CARDS,
    }
    statements = (*_PRUNE, _SPEAK_AGAIN, _PRUNE_LANES)
    gone = sum(db.connection().execute(statement, told).rowcount for statement in statements)
    reach = windows.prune(db, now) + taken.prune(db, now) + aliases.prune(db, now - DEDUPE)
    return gone + reach + crossings.prune(db, now) + bubbles.prune(db, now) + pace.prune(db, now)


def _age(since: datetime | None, now: datetime) -> timedelta:
    return max(now - since, timedelta(0)) if since else timedelta(0)
