"""One person under two names: a number, and the id that the channel gives beside it or, for those who hide it, alone.

Her lane is that of the name she was first known by. When both names were known before anybody saw them together,
what the later lane holds moves to the earlier.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Session

from storage import desks, drafts, evidence, people
from storage.keys import Keys
from storage.merging import merge
from storage.sql import query, run, sql

_OF = query("SELECT of, beside FROM alias WHERE lane = :lane")
_PUT = sql(
    "INSERT INTO alias (lane, of, beside, seen_at) VALUES (:lane, :of, :beside, :now)"
    " ON CONFLICT (lane) DO UPDATE SET of = excluded.of, beside = excluded.beside, seen_at = excluded.seen_at"
)
_DROP = sql("DELETE FROM alias WHERE lane = :lane")
_TIED = sql("SELECT 1 FROM tie WHERE lane = :lane LIMIT 1")
_DRAFTS = query("SELECT id, dossier_id FROM draft WHERE lane = :lane")
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
    """The blind indexes of what a message names its sender by; "" where it does not."""

    number: str = field(repr=False, default="")
    scoped: str = field(repr=False, default="")


def lane_of(db: Session, keys: Keys, names: Names, now: datetime) -> str:
    """Whose lane a message belongs to. What it teaches about her names is remembered."""
    if not (names.number and names.scoped):
        one = names.number or names.scoped
        return _of(db, one)[0]
    number, beside = _of(db, names.number)
    if beside and beside != names.scoped:
        number = _parted(db, names.number, number, beside, now)
    scoped = _of(db, names.scoped)[0]
    lane = number if number == scoped else _joined(db, keys, number, scoped, now)
    if (number, beside, scoped) != (lane, names.scoped, lane) or not beside:
        _put(db, names.number, lane, names.scoped, now)
        if lane != names.scoped:
            _put(db, names.scoped, lane, "", now)
    return lane


def known(db: Session, names: Names) -> str:
    """The lane of one name, without learning anything."""
    return _of(db, names.number or names.scoped)[0]


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


def _parted(db: Session, name: str, lane: str, before: str, now: datetime) -> str:
    """Another id stands beside the number: another phone, perhaps another person (a recycled number, a stolen SIM).

    Cases of this chat answer to their code only from now on, unfinished answers are erased, and an officer has to be
    enrolled anew. Where the person is known by the id before, the number is simply not hers any more.
    """
    run(db, _DROP, {"lane": before})
    if lane != name:
        run(db, _DROP, {"lane": name})
        return name
    desks.part(db, lane, now)
    known = people.load(db, lane)
    if known is None:
        return lane
    if run(db, _TIED, {"lane": lane}).first() is not None:
        people.flag(db, known, locked=True)
    for draft in run(db, _DRAFTS, {"lane": lane}):
        evidence.erase(db, draft.dossier_id, now)
        drafts.delete(db, draft.id, draft.dossier_id, now)
    return lane


def _of(db: Session, lane: str) -> tuple[str, str]:
    row: Any = run(db, _OF, {"lane": lane}).one_or_none()
    return (lane, "") if row is None else (row.of, row.beside)


def _put(db: Session, lane: str, of: str, beside: str, now: datetime) -> None:
    run(db, _PUT, {"lane": lane, "of": of, "beside": beside, "now": now})
