"""What comes in, and the letters that answer it. `storage.letters` is what happens to a letter afterwards.

An update is accepted in one transaction (sealed, unique by channel, bot and the channel's own id) and taken
in another: the oldest of its lane, locked until it is done. What fails five times is parked; its lane moves on.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.conversation.codec import say_to_json
from bot.conversation.message import Say
from storage import lanes
from storage.keys import Keys
from storage.sql import query, run, sql

TRIES = 5
PAUSES = (timedelta(seconds=1), timedelta(seconds=5), timedelta(seconds=30), timedelta(minutes=2))

_ACCEPT = sql(
    "INSERT INTO inbox (channel, bot, external_id, lane, sealed, state, attempts, received_at, reason, ref)"
    " VALUES (:channel, :bot, :external_id, :lane, :sealed, 'new', 0, :now, '', :ref)"
    " ON CONFLICT (channel, bot, external_id) DO NOTHING"
)
_OLDEST = query(
    "SELECT id, channel, bot, external_id, lane, sealed, attempts, received_at FROM inbox"
    " WHERE lane = :lane AND state = 'new' ORDER BY id LIMIT 1",
    "received_at",
)
_DONE = sql(
    "UPDATE inbox SET state = 'done', done_at = :now, sealed = NULL,"
    " lane = CASE WHEN ref IS NULL THEN '' ELSE lane END WHERE id = :id AND state = 'new'"
)
_BLAME = query(
    "UPDATE inbox SET attempts = attempts + 1, reason = :reason,"
    " state = CASE WHEN attempts + 1 >= :tries THEN 'parked' ELSE state END"
    " WHERE id = :id AND state = 'new' RETURNING state"
)
_SUSPECTS = query("SELECT lane FROM inbox WHERE state = 'new' GROUP BY lane ORDER BY min(id)")
_REACHABLE = sql("UPDATE address SET unreachable_at = NULL WHERE lane = :lane")

_REPLACE = query(
    "UPDATE outbox SET sealed = :sealed, rank = :rank, protect = :protect, offers = :offers, made_at = :now,"
    " due_at = :due_at"
    " WHERE id = (SELECT max(o.id) FROM outbox o WHERE o.lane = :lane AND o.slot = :slot"
    f" AND o.{lanes.OPEN} AND o.state = 'due')"
    " RETURNING id"
)
_NOT_BEFORE = query(
    "SELECT max(due_at) AS due_at FROM outbox WHERE lane = :lane AND rank = 1 AND case_id = :case_id"
    f" AND {lanes.OPEN} AND reason <> '{lanes.HELD}'",
    "due_at",
)
_POST = query(
    "INSERT INTO outbox (lane, channel, state, rank, slot, case_id, sealed, protect, last, offers, made_at, due_at,"
    " attempts, doubts, owner, reason) VALUES (:lane, :channel, 'due', :rank, :slot, :case_id, :sealed,"
    " :protect, :last, :offers, :now, :due_at, 0, 0, '', '') RETURNING id"
)


@dataclass(frozen=True, slots=True)
class Inbound:
    """One update, locked in its lane until the transaction ends. Its body is sealed: `read`."""

    id: int
    channel: str
    bot: str
    external_id: str = field(repr=False)
    lane: str = field(repr=False)
    sealed: bytes = field(repr=False)
    attempts: int
    received_at: datetime


def accept(
    db: Session,
    keys: Keys,
    *,
    channel: str,
    bot: str,
    external_id: str,
    lane: str,
    body: bytes,
    ref: str = "",
    now: datetime,
) -> bool:
    """Store an update; after the commit it may be acknowledged. False: we had it already, and it was dropped.

    ref   the channel's id of a citizen's message, kept as long as it may be deleted
    """
    place = f"inbox:{channel}:{bot}:{external_id}:{lane}"
    lanes.wake(db, "in", lane, next_at=now)
    stored = run(
        db,
        _ACCEPT,
        {
            "channel": channel,
            "bot": bot,
            "external_id": external_id,
            "lane": lane,
            "sealed": keys.seal(body, place),
            "ref": keys.seal(ref.encode(), f"inbox-ref:{lane}") if ref else None,
            "now": now,
        },
    )
    return bool(stored.rowcount)


def next_inbound(db: Session, now: datetime, *, only: str | None = None) -> Inbound | None:
    """The oldest update of a lane that is due, locked with its lane; None when nobody waits.

    only   look at this lane alone
    """
    while due := lanes.take(db, "in", "", now, only=only):
        row = run(db, _OLDEST, {"lane": due[0].lane}).one_or_none()
        if row is not None:
            return Inbound(**row._asdict())
        lanes.settle(db, "in", due[0].lane)  # a duplicate woke it
    return None


def read(keys: Keys, inbound: Inbound) -> bytes:
    """The body as the channel gave it. Raises SealBroken."""
    place = f"inbox:{inbound.channel}:{inbound.bot}:{inbound.external_id}:{inbound.lane}"
    return keys.open(inbound.sealed, place)


def resume(db: Session, lane: str) -> None:
    """She wrote, so she can be reached: what waits in her lane leaves."""
    lanes.resume(db, lane)
    run(db, _REACHABLE, {"lane": lane})


def done(db: Session, inbound: Inbound, now: datetime) -> None:
    """The turn is over: the body goes, the key stays. Raises LookupError when it was done before."""
    if not run(db, _DONE, {"id": inbound.id, "now": now}).rowcount:
        raise LookupError("this message was done before")
    lanes.settle(db, "in", inbound.lane)


def stumble(db: Session, inbound: Inbound, reason: str, now: datetime, *, counted: bool = False) -> bool:
    """A turn failed by its own fault, and was rolled back: try its lane later, or park the message (True).

    Call it in a new transaction; never for a fault of the database or the disk.
    counted   `suspect` has counted this try already
    """
    lanes.hold(db, "in", inbound.lane, now + PAUSES[min(inbound.attempts, len(PAUSES) - 1)])
    return False if counted and inbound.attempts < TRIES else _blame(db, inbound, reason, now)


def suspects(db: Session) -> list[str]:
    """The lanes in which something waits, the longest waiting first.

    At the start one of them may have been the end of the process before: take each alone, `suspect`, commit,
    then a turn with `only`.
    """
    return run(db, _SUSPECTS).scalars()


def suspect(db: Session, lane: str, now: datetime) -> Inbound | None:
    """Count a try of the lane's oldest message before its turn. It is returned when that has parked it."""
    lanes.lock(db, "in", lane)
    row = run(db, _OLDEST, {"lane": lane}).one_or_none()
    if row is None:
        return None
    inbound = Inbound(**row._asdict())
    if inbound.attempts < TRIES:
        run(db, _BLAME, {"id": inbound.id, "reason": "", "tries": TRIES + 1})
        return None
    return inbound if _blame(db, inbound, "crash", now) else None


def _blame(db: Session, inbound: Inbound, reason: str, now: datetime) -> bool:
    told = {"id": inbound.id, "reason": reason, "tries": TRIES}
    parked: bool = run(db, _BLAME, told).scalar_one_or_none() == "parked"
    if parked:
        lanes.hold(db, "in", inbound.lane, now)
        lanes.settle(db, "in", inbound.lane)
    return parked


def post(
    db: Session,
    keys: Keys,
    *,
    lane: str,
    channel: str,
    say: Say,
    language: str,
    rank: int,
    due_at: datetime,
    now: datetime,
    slot: str = "",
    case_id: str | None = None,
    last: bool = False,
    offers: str = "",
) -> int:
    """Write a letter, to leave at `due_at` and the seconds of `say.after`. Returns its id.

    A letter still due of the same slot is replaced and keeps its place; without `slot` it is the Say's own
    slot within its draft. Pushes about one case (rank 1) never overtake one another, however long each waits.

    last   with this letter her tie to the case is cut (`storage.letters.sent`)
    offers what its numbers stand for, where no interview asks (`storage.cards.on_screen`)
    """
    slot = slot or (f"{say.slot}:{say.draft}" if say.slot else "")
    due_at += timedelta(seconds=say.after)
    lanes.wake(db, "out", lane, next_at=due_at, channel=channel, rank=rank)
    told = {
        "lane": lane,
        "rank": rank,
        "slot": slot,
        "sealed": keys.seal(f"{language}\n{say_to_json(say)}".encode(), f"outbox:{lane}"),
        "protect": say.protect,
        "offers": offers,
        "due_at": due_at,
        "now": now,
    }
    if slot:
        replaced = run(db, _REPLACE, told).scalar_one_or_none()
        if replaced is not None:
            return int(replaced)
    if rank == 1 and case_id is not None:
        before = run(db, _NOT_BEFORE, {"lane": lane, "case_id": case_id}).scalar_one()
        told["due_at"] = max(due_at, before or due_at)
    told |= {"channel": channel, "case_id": case_id, "last": last}
    return int(run(db, _POST, told).scalar_one())
