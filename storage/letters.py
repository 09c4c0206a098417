"""A letter on its way: due, sending, then sent, failed or unknown. Its lane is leased meanwhile.

Whoever claimed it reports what became of it; a report counts only while the letter is still that claim's,
so nothing is recorded twice. A lease that runs out leaves the letter `unknown`, never `due`: it may be there.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from bot.conversation.codec import Unreadable, say_from_json
from bot.conversation.message import Say
from storage import lanes, refs
from storage.keys import Keys
from storage.pace import Rate
from storage.seal import SealBroken
from storage.sql import query, run, sql

_EXPIRE = sql(
    "UPDATE outbox SET state = 'unknown', doubts = doubts + 1, reason = 'lease'"
    " WHERE state = 'sending' AND lease_until <= :now"
)
_HEADS = query(
    "SELECT * FROM (SELECT id, lane, channel, rank, slot, case_id, sealed, last, attempts, doubts, made_at, due_at,"
    " row_number() OVER (PARTITION BY lane ORDER BY rank, id) AS place FROM outbox"
    f" WHERE lane IN :lanes AND {lanes.OPEN} AND state <> 'sending' AND due_at <= :now) AS waiting"
    " WHERE place = 1 ORDER BY rank, id",
    "made_at",
    "due_at",
)
_SOONEST = query(
    "SELECT min(CASE WHEN lease_until > next_at AND lease_until > held_until THEN lease_until"
    " WHEN held_until > next_at THEN held_until ELSE next_at END) AS due_at"
    " FROM lane WHERE direction = 'out' AND channel = :channel AND next_at IS NOT NULL",
    "due_at",
)
_CLAIM = sql(
    "UPDATE outbox SET state = 'sending', attempts = attempts + 1, owner = :owner, lease_until = :lease_until"
    " WHERE id IN :ids"
)
_UNREADABLE = sql("UPDATE outbox SET state = 'failed', reason = 'unreadable', sent_at = :now WHERE id = :id")
_MINE = (
    " WHERE id = :id AND owner = :owner AND lease_until = :lease_until AND state IN ('sending', 'unknown')"
)
_SENT = sql(
    "UPDATE outbox SET state = 'sent', sent_at = :now, sealed = NULL, reason = '', provider_ref = :ref,"
    " lane = CASE WHEN :named THEN lane ELSE '' END" + _MINE
)
_FAILED = sql(
    "UPDATE outbox SET state = 'failed', sent_at = :now, sealed = NULL, reason = :reason, lane = ''" + _MINE
)
_AGAIN = sql("UPDATE outbox SET state = 'due', owner = '', reason = :reason" + _MINE)
_LATER = sql("UPDATE outbox SET state = 'due', owner = '', attempts = attempts - 1, due_at = :due_at" + _MINE)
_HOLD = sql(
    f"UPDATE outbox SET state = 'due', owner = '', attempts = 0, doubts = 0, due_at = :due_at, reason = '{lanes.HELD}'"
    + _MINE
)
_UNKNOWN = sql(
    "UPDATE outbox SET state = 'unknown', doubts = doubts + 1, reason = :reason"
    + _MINE
    + " AND state = 'sending'"
)
_ADDRESSES = query(
    "SELECT 'address:' || lane AS place, sealed FROM address WHERE lane = :lane"
    " UNION ALL SELECT 'tie:' || case_id, sealed FROM tie WHERE lane = :lane"
    " UNION ALL SELECT 'officer:' || id, sealed FROM officer WHERE lane = :lane AND left_at IS NULL"
    " UNION ALL SELECT 'room:' || id, sealed FROM room WHERE lane = :lane"
)
_LANE = query("SELECT lane FROM outbox WHERE id = :id AND lane <> ''")
_UNREACHABLE = sql("UPDATE address SET unreachable_at = :now WHERE lane = :lane AND unreachable_at IS NULL")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that is ours to send until `lease_until`.

    doubts   how often it was unknown whether it arrived; above zero, it may be there already
    held     since when its lane might be used: what pacing counts from
    """

    id: int
    lane: str = field(repr=False)
    channel: str
    say: Say = field(repr=False)
    language: str
    rank: int
    slot: str
    case_id: str | None = field(repr=False)
    last: bool
    attempts: int
    doubts: int
    made_at: datetime
    due_at: datetime
    held: datetime
    owner: str
    lease_until: datetime


def claim(
    db: Session, keys: Keys, *, channel: str, owner: str, room: int, now: datetime, lease: timedelta
) -> list[Letter]:
    """Lease up to `room` lanes that are due, and of each the letter that goes first: by rank, then by age.

    owner   this process; no two share a name
    A letter that cannot be opened has failed ("unreadable"); its lane moves on at the next claim.
    """
    run(db, _EXPIRE, {"now": now})
    held = {due.lane: due.held_until for due in lanes.take(db, "out", channel, now, most=room)}
    if not held:
        return []
    heads = run(db, _HEADS, {"lanes": list(held), "now": now})
    letters = []
    for row in heads:
        opened = _opened(keys, row)
        if opened is None:
            run(db, _UNREADABLE, {"id": row.id, "now": now})
            continue
        language, say = opened
        letters.append(
            Letter(
                row.id, row.lane, row.channel, say, language, row.rank, row.slot, row.case_id, bool(row.last),
                row.attempts + 1, row.doubts, row.made_at, row.due_at, held[row.lane], owner, now + lease,
            )
        )  # fmt: skip
    for lane in held.keys() - {letter.lane for letter in letters}:
        lanes.settle(db, "out", lane)
    if letters:
        ids = [letter.id for letter in letters]
        run(db, _CLAIM, {"ids": ids, "owner": owner, "lease_until": now + lease})
        lanes.lease(db, [letter.lane for letter in letters], owner, now + lease)
    return letters


def soonest(db: Session, channel: str) -> datetime | None:
    """When `claim` may next find something; None when nothing waits."""
    due: datetime | None = run(db, _SOONEST, {"channel": channel}).scalar_one()
    return due


def found(db: Session, letter: Letter) -> Letter:
    """The letter in the lane it is in now, which is locked: while it was on its way, two of one person may have become
    one (`storage.merging`)."""
    while True:
        lanes.lock(db, "out", letter.lane)
        lane = run(db, _LANE, {"id": letter.id}).scalar_one_or_none() or letter.lane
        if lane == letter.lane:
            return letter
        letter = replace(letter, lane=lane)


def sent(db: Session, keys: Keys, letter: Letter, ref: str, *, rate: Rate, now: datetime) -> bool:
    """It arrived, under the channel's id `ref`. The body goes, and with a last letter the tie.

    rate   of this chat: when the next may follow
    False, here and below: the letter is not this claim's any more, and nothing was recorded.
    """
    sealed = keys.seal(ref.encode(), f"outbox-ref:{letter.lane}") if ref else None
    told = {"now": now, "ref": sealed, "named": bool(ref)}
    return _over(db, letter, _SENT, told, rate.hold(letter.held, now), ended=True)


def failed(db: Session, letter: Letter, reason: str, *, now: datetime, unreachable: bool = False) -> bool:
    """It will not arrive. unreachable: its lane falls silent until she writes again (`resume`)."""
    over = _over(db, letter, _FAILED, {"now": now, "reason": reason}, letter.held, ended=True)
    if over and unreachable:
        silence(db, letter.lane, now)
    return over


def again(db: Session, letter: Letter, reason: str, at: datetime) -> bool:
    """It certainly did not arrive: its lane waits until `at`, then it is tried again."""
    return _over(db, letter, _AGAIN, {"reason": reason}, at)


def later(db: Session, letter: Letter, due_at: datetime) -> bool:
    """It was not tried: it waits until then, for a newer letter of its slot; others of its lane may pass."""
    return _over(db, letter, _LATER, {"due_at": due_at}, letter.held)


def hold(db: Session, letter: Letter, due_at: datetime) -> bool:
    """It waits for its reader to write (`storage.windows.heard`), at the longest until then; others may pass."""
    return _over(db, letter, _HOLD, {"due_at": due_at}, letter.held)


def unknown(db: Session, letter: Letter, reason: str, at: datetime) -> bool:
    """Nobody knows whether it arrived: its lane waits until `at`, then it is claimed once more."""
    return _over(db, letter, _UNKNOWN, {"reason": reason}, at)


def address(db: Session, keys: Keys, lane: str) -> str | None:
    """The channel's own address of a lane, from its row or else from a tie; None when both are gone."""
    row = run(db, _ADDRESSES, {"lane": lane}).first()
    return None if row is None else keys.open(row.sealed, row.place).decode()


def silence(db: Session, lane: str, now: datetime) -> None:
    """The address cannot be reached: what waits in its lane keeps waiting, until `storage.mail.resume`."""
    lanes.silence(db, lane)
    run(db, _UNREACHABLE, {"lane": lane, "now": now})


def _opened(keys: Keys, row: Any) -> tuple[str, Say] | None:
    try:
        language, _, told = keys.open(row.sealed, f"outbox:{row.lane}").decode().partition("\n")
        return language, say_from_json(told)
    except (SealBroken, Unreadable):
        return None


def _over(
    db: Session, letter: Letter, statement: Any, told: dict[str, Any], held: datetime, *, ended: bool = False
) -> bool:
    """Record what became of the letter, give its lane back, and cut the tie with a last letter that ended."""
    lanes.lock(db, "out", letter.lane)
    told |= {"id": letter.id, "owner": letter.owner, "lease_until": letter.lease_until}
    if not run(db, statement, told).rowcount:
        return False
    lanes.release(db, letter.lane, letter.owner, letter.lease_until, held)
    if letter.last and ended and letter.case_id:
        refs.untie(db, letter.lane, letter.case_id)
    else:
        lanes.settle(db, "out", letter.lane)
    return True
