"""A talk that no service keeps for us, bubble by bubble, so that its page shows it whole after a reload.

Every change moves the lane's clock on and bears its moment, under the clock's lock: whoever asks for all since a
moment misses none and gets none twice. What is taken away leaves an empty row for an hour, so that open pages hear.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlmodel import Session

from storage.keys import Keys
from storage.sql import query, run, sql

SHORT = timedelta(minutes=50)
"""How long a bubble is shown where nothing may stay: no consent, or no way to her any more. With the clock's rhythm
it is erased within the hour, as the words say."""
SECRET = timedelta(days=1)
"""How long a letter that holds a secret is shown."""
TALK = timedelta(days=7)
"""How long the talk is shown: as long as answers that were not sent are kept."""
NEWS = timedelta(days=60)
"""How long news waits on the page for her to come back."""
START = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)

_TICK = query(
    "INSERT INTO bubble_clock (lane, changed) VALUES (:lane, :us) ON CONFLICT (lane) DO UPDATE SET changed ="
    " CASE WHEN bubble_clock.changed >= excluded.changed THEN bubble_clock.changed + 1 ELSE excluded.changed END"
    " RETURNING changed"
)
_STAYS = query(
    "SELECT 1 FROM address WHERE lane = :lane AND consent_version <> ''"
    " UNION SELECT 1 FROM officer WHERE lane = :lane AND left_at IS NULL"
)
_WRITE = sql(
    "INSERT INTO bubble (lane, place, changed, until, hers, letter, sealed)"
    " VALUES (:lane, :place, :place, :until, :hers, :letter, :sealed)"
)
_OF_LETTER = query("SELECT place FROM bubble WHERE lane = :lane AND letter = :letter")
_CHANGE = sql(
    "UPDATE bubble SET sealed = :sealed, changed = :changed,"
    " until = CASE WHEN until < :until THEN :until ELSE until END"
    " WHERE lane = :lane AND place = :place AND sealed IS NOT NULL"
)
_AT = query(
    "SELECT place, changed, hers, sealed FROM bubble"
    " WHERE lane = :lane AND place = :place AND until > :us AND sealed IS NOT NULL"
)
_SHOWN = query(
    "SELECT place, changed, hers, sealed FROM bubble"
    " WHERE lane = :lane AND until > :us AND sealed IS NOT NULL ORDER BY place"
)
_SINCE = query(
    "SELECT place, changed, hers, sealed FROM bubble WHERE lane = :lane AND changed > :after ORDER BY changed"
)
_LAST = query("SELECT lane, changed FROM bubble_clock WHERE lane IN :lanes")
_PLACES = query("SELECT place FROM bubble WHERE lane = :lane AND sealed IS NOT NULL")
_TAKE = sql(
    "UPDATE bubble SET sealed = NULL, changed = :changed, until = :until WHERE lane = :lane AND place = :place"
)
_LOCK = query("SELECT changed FROM bubble_clock WHERE lane = :lane FOR UPDATE")
_FADE = sql("UPDATE bubble SET until = place + :short WHERE lane = :lane AND until > place + :short")
_FADE_TALK = sql(
    "UPDATE bubble SET until = place + :short"
    " WHERE lane = :lane AND until > place + :short AND until < place + :news"
)
_FADE_ONE = sql(
    "UPDATE bubble SET until = place + :short WHERE lane = :lane AND place = :place AND until > place + :short"
)
_PRUNE = sql(
    "DELETE FROM bubble WHERE (lane, place) IN"
    " (SELECT lane, place FROM bubble WHERE until <= :us LIMIT :most FOR UPDATE SKIP LOCKED)"
)
_PRUNE_CLOCKS = sql(
    "DELETE FROM bubble_clock WHERE lane IN (SELECT c.lane FROM bubble_clock c WHERE c.changed < :us AND NOT EXISTS"
    " (SELECT 1 FROM bubble WHERE bubble.lane = c.lane) LIMIT :most)"
)
MOST = 500


@dataclass(frozen=True, slots=True)
class Bubble:
    """`body` is None where it was taken away."""

    place: int
    changed: int
    hers: bool
    body: bytes | None = field(repr=False)


def place_for(db: Session, lane: str, now: datetime) -> int:
    """A moment of this talk that no other change has. The talk is locked until the transaction ends."""
    changed: int = run(db, _TICK, {"lane": lane, "us": _us(now)}).scalar_one()
    return changed


def heard(db: Session, keys: Keys, lane: str, place: int, body: bytes, now: datetime) -> None:
    """Write what she said, at a place of its own."""
    _write(db, keys, lane, place, body, _stay(db, lane, TALK), hers=True, letter="")


def said(
    db: Session,
    keys: Keys,
    lane: str,
    letter: str,
    body: bytes,
    now: datetime,
    *,
    stay: timedelta | None = None,
) -> int:
    """Write a letter of ours, or again what it says where it is here already; its place.

    letter   a name that no other letter of this lane ever has
    stay     how long it is shown at least; None: as any other of this lane
    """
    before = run(db, _OF_LETTER, {"lane": lane, "letter": letter}).scalar_one_or_none()
    if before is not None:
        change(db, keys, lane, before, body, now, stay=stay)
        return int(before)
    place = place_for(db, lane, now)
    _write(db, keys, lane, place, body, stay or _stay(db, lane, TALK), hers=False, letter=letter)
    return place


def change(
    db: Session,
    keys: Keys,
    lane: str,
    place: int,
    body: bytes,
    now: datetime,
    *,
    stay: timedelta | None = None,
) -> bool:
    """Let a bubble say something else. False: it is not there any more."""
    told = {
        "lane": lane,
        "place": place,
        "changed": place_for(db, lane, now),
        "sealed": keys.seal(body, _about(lane, place)),
        "until": _us(now + (stay or _stay(db, lane, TALK))),
    }
    return bool(run(db, _CHANGE, told).rowcount)


def at(db: Session, keys: Keys, lane: str, place: int, now: datetime) -> Bubble | None:
    """The bubble at this place of this talk, and of no other."""
    row = run(db, _AT, {"lane": lane, "place": place, "us": _us(now)}).one_or_none()
    return None if row is None else _opened(keys, lane, row)


def shown(db: Session, keys: Keys, lane: str, now: datetime) -> list[Bubble]:
    """The talk as it stands, in the order in which it was said."""
    return [_opened(keys, lane, row) for row in run(db, _SHOWN, {"lane": lane, "us": _us(now)})]


def since(db: Session, keys: Keys, lane: str, after: int) -> list[Bubble]:
    """Whatever changed after that moment, in the order of the changes."""
    return [_opened(keys, lane, row) for row in run(db, _SINCE, {"lane": lane, "after": after})]


def changed(db: Session, lanes: Collection[str]) -> dict[str, int]:
    """The moment of the last change of each of these talks, where there was any."""
    if not lanes:
        return {}
    return {row.lane: row.changed for row in run(db, _LAST, {"lanes": list(lanes)})}


def take(db: Session, lane: str, places: Iterable[int], now: datetime) -> None:
    """Take these away at once. Open pages hear of it."""
    for place in places:
        told = {"lane": lane, "place": place, "changed": place_for(db, lane, now), "until": _us(now + SHORT)}
        run(db, _TAKE, told)


def clean(db: Session, lane: str, now: datetime) -> None:
    """Take the whole talk away at once."""
    take(db, lane, run(db, _PLACES, {"lane": lane}).scalars(), now)


def fade(db: Session, lane: str) -> None:
    """Nothing of the talk stays longer than an hour after it was said."""
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK, {"lane": lane})
    run(db, _FADE, {"lane": lane, "short": SHORT // MICROSECOND})


def fade_talk(db: Session, lane: str) -> None:
    """What was said in the talk stays no longer than an hour after it was said; news that waits for her stays."""
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK, {"lane": lane})
    run(db, _FADE_TALK, {"lane": lane, "short": SHORT // MICROSECOND, "news": NEWS // MICROSECOND})


def fade_one(db: Session, lane: str, ref: str) -> None:
    """What she said in this message stays no longer than an hour; nothing where no talk is shown."""
    if ref.isdecimal():
        run(db, _FADE_ONE, {"lane": lane, "place": int(ref), "short": SHORT // MICROSECOND})


def prune(db: Session, now: datetime) -> int:
    """Forget what was shown long enough, some of it. Returns how many rows."""
    gone = run(db, _PRUNE, {"us": _us(now), "most": MOST}).rowcount
    return gone + run(db, _PRUNE_CLOCKS, {"us": _us(now - TALK), "most": MOST}).rowcount


def _write(
    db: Session, keys: Keys, lane: str, place: int, body: bytes, stay: timedelta, *, hers: bool, letter: str
) -> None:
    told = {
        "lane": lane,
        "place": place,
        "until": place + stay // MICROSECOND,
        "hers": hers,
        "letter": letter,
        "sealed": keys.seal(body, _about(lane, place)),
    }
    run(db, _WRITE, told)


def _stay(db: Session, lane: str, usual: timedelta) -> timedelta:
    """Of who has not agreed to the notice, nothing stays."""
    return usual if run(db, _STAYS, {"lane": lane}) else SHORT


def _opened(keys: Keys, lane: str, row: Any) -> Bubble:
    body = None if row.sealed is None else keys.open(row.sealed, _about(lane, row.place))
    return Bubble(row.place, row.changed, bool(row.hers), body)


def _about(lane: str, place: int) -> str:
    return f"bubble:{lane}:{place}"


def _us(at: datetime) -> int:
    return (at - START) // MICROSECOND
