"""How often something may happen, counted in the database, so that any number of replicas keep one rate.

The generic cell rate algorithm: a bucket is one time, `tat`, up to which its rate is already used. What costs
`n` moves it on by `n * per`; it may happen while `tat` lies no more than the burst ahead of now.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b

from sqlmodel import Session

from storage.sql import run, sql

MICROSECOND = timedelta(microseconds=1)
START = datetime(1970, 1, 1, tzinfo=UTC)
_PROCESS = secrets.token_bytes(32)


@dataclass(frozen=True, slots=True)
class Rate:
    """One every `per` in the long run; up to `burst` at once after a rest."""

    per: timedelta
    burst: int = 1

    def __post_init__(self) -> None:
        if self.per <= timedelta(0) or self.burst < 1:
            raise ValueError("a rate needs a time above zero and a burst of at least one")

    def hold(self, held_until: datetime, now: datetime) -> datetime:
        """Something held until then happened now: from when on the next may."""
        ahead = self.per * (self.burst - 1)
        return max(now, held_until + ahead) + self.per - ahead


_TAKE = sql(
    "INSERT INTO bucket (name, tat) VALUES (:name, :now_us + :cost_us)"
    " ON CONFLICT (name) DO UPDATE"
    " SET tat = CASE WHEN bucket.tat < :now_us THEN :now_us ELSE bucket.tat END + :cost_us"
    " WHERE bucket.tat <= :latest_us"
)
_SPEND = sql(
    "INSERT INTO bucket (name, tat) VALUES (:name, :now_us + :cost_us)"
    " ON CONFLICT (name) DO UPDATE"
    " SET tat = CASE WHEN bucket.tat < :now_us THEN :now_us ELSE bucket.tat END + :cost_us"
)
_FREEZE = sql(
    "INSERT INTO bucket (name, tat) VALUES (:name, :tat)"
    " ON CONFLICT (name) DO UPDATE SET tat = excluded.tat WHERE bucket.tat < excluded.tat"
)
_READ = sql("SELECT tat FROM bucket WHERE name = :name")
_LOCK = sql("SELECT tat FROM bucket WHERE name = :name FOR UPDATE")
_PRUNE = sql("DELETE FROM bucket WHERE tat < :before_us")


def of_lane(what: str, lane: str) -> str:
    """The bucket of one address, by a name that only this process can make.

    A bucket lives on for hours. So nothing in it may tell whose it is, with all keys and after a tie was cut.
    """
    return f"{what}:{blake2b(lane.encode(), digest_size=16, key=_PROCESS).hexdigest()}"


def allow(db: Session, name: str, rate: Rate, now: datetime, *, cost: int = 1) -> timedelta:
    """Take `cost` from the bucket. Zero: it may happen and is counted. Otherwise how long to wait, uncounted.

    Raises ValueError for a cost above the burst, which could never happen.
    """
    if not 0 < cost <= rate.burst:
        raise ValueError("a cost lies between one and the burst")
    latest = _us(now) + _span(rate) - _us_of(rate.per) * cost
    taken = run(
        db, _TAKE, {"name": name, "now_us": _us(now), "cost_us": _us_of(rate.per) * cost, "latest_us": latest}
    )
    if taken.rowcount:
        return timedelta(0)
    tat: int = run(db, _READ, {"name": name}).scalar_one()
    return MICROSECOND * (tat - latest)


def room(db: Session, name: str, rate: Rate, now: datetime) -> int:
    """How many may happen now. The bucket stays locked until the transaction ends; `spend` what was used."""
    postgres = db.get_bind().dialect.name == "postgresql"
    if postgres:  # a bucket that is not there cannot be locked
        spend(db, name, rate, 0, START)
    tat = run(db, _LOCK if postgres else _READ, {"name": name}).scalar_one_or_none() or 0
    free = _us(now) + _span(rate) - max(tat, _us(now))
    return max(0, free // _us_of(rate.per))


def wait(db: Session, name: str, rate: Rate, now: datetime) -> timedelta:
    """How long until one may happen; looks, and counts nothing."""
    tat = run(db, _READ, {"name": name}).scalar_one_or_none() or 0
    return max(timedelta(0), MICROSECOND * (tat - _us(now) - _span(rate) + _us_of(rate.per)))


def spend(db: Session, name: str, rate: Rate, used: int, now: datetime) -> None:
    """Count what happened, whether or not there was room for it."""
    cost = _us_of(rate.per) * used
    run(db, _SPEND, {"name": name, "now_us": _us(now), "cost_us": cost})


def freeze(db: Session, name: str, rate: Rate, until: datetime) -> None:
    """Nothing before `until`, then one; a longer freeze stays."""
    run(db, _FREEZE, {"name": name, "tat": _us(until) + _span(rate) - _us_of(rate.per)})


def prune(db: Session, now: datetime) -> int:
    """Forget the buckets that have been full for a day. Returns how many."""
    return run(db, _PRUNE, {"before_us": _us(now - timedelta(days=1))}).rowcount


def _us(at: datetime) -> int:
    return (at - START) // MICROSECOND


def _us_of(span: timedelta) -> int:
    return span // MICROSECOND


def _span(rate: Rate) -> int:
    return _us_of(rate.per) * rate.burst
