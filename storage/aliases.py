"""One person under two names: a number, and the id that the channel gives beside it or, for those who hide it, alone.

Her lane is that of the name she was first known by. When both names were known before anybody saw them together,
what the later lane holds moves to the earlier.

A number may come to another phone, or to another person (a stolen SIM, a recycled number). Two witnesses stand beside
it: that id, and the name of her profile. Where the id speaks, the name counts for nothing: docs/adr/a-changed-phone.md.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from storage import people
from storage.keys import Keys
from storage.merging import merge
from storage.parting import Parted, part
from storage.sql import query, run, sql

_OF = query("SELECT of, beside, profile FROM alias WHERE lane = :lane")
_PUT = sql(
    "INSERT INTO alias (lane, of, beside, profile, seen_at) VALUES (:lane, :of, :beside, :profile, :now)"
    " ON CONFLICT (lane) DO UPDATE SET of = excluded.of, beside = excluded.beside, profile = excluded.profile,"
    " seen_at = excluded.seen_at"
)
_DROP = sql("DELETE FROM alias WHERE lane = :lane")
_FORGET = sql(
    "DELETE FROM alias WHERE of = :lane AND NOT EXISTS (SELECT 1 FROM address WHERE address.lane = :lane)"
    " AND NOT EXISTS (SELECT 1 FROM tie WHERE tie.lane = :lane)"
)
_PRUNE = sql(
    "DELETE FROM alias WHERE seen_at < :seen_until AND NOT EXISTS (SELECT 1 FROM address WHERE address.lane = alias.of)"
    " AND NOT EXISTS (SELECT 1 FROM tie WHERE tie.lane = alias.of)"
)


@dataclass(frozen=True, slots=True)
class Names:
    """The blind indexes of what a message names its sender by; "" where it does not. `profile` names nobody alone."""

    number: str = field(repr=False, default="")
    scoped: str = field(repr=False, default="")
    profile: str = field(repr=False, default="")


@dataclass(frozen=True, slots=True)
class Whose:
    """Whose lane a message belongs to. parted: another phone answers there since, and what came of it."""

    lane: str = field(repr=False)
    parted: Parted | None = None


@dataclass(frozen=True, slots=True)
class _Name:
    """One name as it was known: whose it is, and what stood beside it."""

    of: str
    beside: str = ""
    profile: str = ""

    def is_anothers(self, names: Names) -> bool:
        """Whether what stands beside the number now says so: the id where it was and is told, else the profile."""
        if self.beside and names.scoped:
            return self.beside != names.scoped
        return bool(self.profile and names.profile) and self.profile != names.profile


def lane_of(
    db: Session, keys: Keys, names: Names, now: datetime, *, again: Callable[[], bool] = lambda: False
) -> Whose:
    """Whose a message is. What it teaches about her names is remembered.

    again   whether the message came before: a late copy from the phone before is no change back
    """
    if not names.number:
        return Whose(_of(db, names.scoped).of)
    before, parted = _of(db, names.number), None
    lane = before.of
    if before.is_anothers(names):
        if again():
            return Whose(lane)
        lane, parted = _parted(db, keys, names, before, now)
    if names.scoped:
        scoped = _of(db, names.scoped).of
        lane = lane if lane == scoped else _joined(db, keys, lane, scoped, now)
        if scoped != lane or before.beside != names.scoped:
            _put(db, names.scoped, _Name(lane), now)
    known = _Name(lane, names.scoped or before.beside, names.profile or before.profile)
    if known != before:
        _put(db, names.number, known, now)
    return Whose(lane, parted)


def known(db: Session, names: Names) -> str:
    """The lane of one name, without learning anything."""
    return _of(db, names.number or names.scoped).of


def forget(db: Session, lane: str) -> None:
    """Forget her other name, unless her address or a case is still there."""
    run(db, _FORGET, {"lane": lane})


def prune(db: Session, seen_until: datetime) -> int:
    """Forget names of nobody. Returns how many."""
    return run(db, _PRUNE, {"seen_until": seen_until}).rowcount


def _joined(db: Session, keys: Keys, number: str, scoped: str, now: datetime) -> str:
    """Both are hers: the lane of the first known; what the other holds moves there."""
    by_number, by_scoped = people.load(db, number), people.load(db, scoped)
    if by_number is None or by_scoped is None:
        return scoped if by_scoped is not None else number
    kept, gone = (number, scoped) if by_number.seen_at <= by_scoped.seen_at else (scoped, number)
    merge(db, keys, gone, kept, now)
    return kept


def _parted(db: Session, keys: Keys, names: Names, before: _Name, now: datetime) -> tuple[str, Parted | None]:
    """Its chat has another phone. Who is known by her id keeps hers: the number is simply not hers any more.

    None where nobody has been heard of in this chat yet.
    """
    if before.of != names.number:
        return names.number, None
    surely = bool(before.beside and names.scoped)
    if surely:
        run(db, _DROP, {"lane": before.beside})
    if people.load(db, before.of) is None:
        return before.of, None
    return before.of, part(db, keys, before.of, now, surely=surely)


def _of(db: Session, lane: str) -> _Name:
    row: Any = run(db, _OF, {"lane": lane}).one_or_none()
    return _Name(lane) if row is None else _Name(row.of, row.beside, row.profile)


def _put(db: Session, lane: str, name: _Name, now: datetime) -> None:
    told = {"lane": lane, "of": name.of, "beside": name.beside, "profile": name.profile, "now": now}
    run(db, _PUT, told)
