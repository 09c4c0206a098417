"""Which desk has had the morning's digest of which day; and what was let lie at desks since."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from storage.sql import query, run, sql

_DAYS = query("SELECT desk, day AS day_on FROM digest", "day_on")
_LAST = query("SELECT told_at FROM digest WHERE desk = :desk", "told_at")
_CLAIM = sql(
    "INSERT INTO digest (desk, day, told_at) VALUES (:desk, :day_on, :now)"
    " ON CONFLICT (desk) DO UPDATE SET day = excluded.day, told_at = excluded.told_at WHERE digest.day < excluded.day"
)
_LAIN = sql(
    "SELECT d.desk, count(DISTINCT CASE WHEN c.closed_at IS NULL AND c.desk = d.desk THEN d.case_id END) AS late,"
    " count(DISTINCT CASE WHEN d.why IN :back THEN d.case_id END) AS returned"
    " FROM deadline d JOIN case_file c ON c.id = d.case_id"
    " WHERE d.state = 'passed' AND d.claimed_at > :since_at AND d.why IN :whys"
    " AND (d.desk = :desk OR d.desk LIKE :below)"
    " GROUP BY d.desk ORDER BY d.desk"
)


@dataclass(frozen=True, slots=True)
class Lain:
    """How many cases of a desk had a time pass, and how many came back to it without a step."""

    desk: str
    late: int
    returned: int


def days(db: Session) -> Mapping[str, date]:
    """Desk -> the last day of which it had the digest."""
    return {row.desk: row.day_on for row in run(db, _DAYS)}


def last(db: Session, desk: str) -> datetime | None:
    """When the desk had its last digest."""
    told: datetime | None = run(db, _LAST, {"desk": desk}).scalar_one_or_none()
    return told


def claim(db: Session, desk: str, day: date, now: datetime) -> bool:
    """This day's digest of the desk is told by whoever this returns True to."""
    return bool(run(db, _CLAIM, {"desk": desk, "day_on": day, "now": now}).rowcount)


def lain(
    db: Session, desk: str, since: datetime, whys: Collection[str], back: Collection[str]
) -> Sequence[Lain]:
    """What was let lie since then at this desk and those of its agency below it.

    whys   the clocks that count; back: those at whose end a case goes back to its desk
    """
    agency, _, area = desk.partition(":")
    below = f"{agency}:{area}.%" if area else f"{agency}:%"
    told = {"desk": desk, "below": below, "since_at": since, "whys": list(whys), "back": list(back)}
    found = (Lain(row.desk, row.late, row.returned) for row in run(db, _LAIN, told))
    return [lain for lain in found if lain.late or lain.returned]
