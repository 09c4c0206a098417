"""What has been kept long enough: drafts nobody touched, what closed cases hold, ties, addresses nobody uses.

Each function that lists gives a page, in the order of ids, after the one the last page ended with. What is listed
may have changed before it is taken away: the taker locks, looks again, and only then acts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.flows.kinds import BY_FORM
from bot.talk.rest import REST, SOON
from storage import drafts, evidence, lanes, refs
from storage.sql import query, sql

MONTHS = 12
"""How long what she wrote and sent is kept after her case was closed. The notice tells it (`$months`)."""
DRAFTS = timedelta(days=7)
"""How long answers that were not sent are kept untouched. The notice tells it."""
SMALL = timedelta(days=1)
"""How long an interview is kept that holds no case in the making: a menu, a question about a file."""
ADDRESSES = timedelta(days=30)
"""How long an address is kept that nothing hangs on."""
LASTING = (*BY_FORM, "add", "answer", "welcome")
"""The interviews that hold what she would have to tell again."""
PAGE = 100

_IS_STALE = (
    "(touched_at < :small_until AND form NOT IN ('"
    + "', '".join(LASTING)
    + "') OR touched_at < :drafts_until"
    + "".join(f" OR touched_at < :{form}_until AND form = '{form}'" for form in SOON)
    + ")"
)
_STALE = query(
    f"SELECT id, lane, dossier_id FROM draft WHERE id > :after AND {_IS_STALE} ORDER BY id LIMIT :most"
)
_STILL_STALE = sql(f"SELECT 1 FROM draft WHERE id = :id AND {_IS_STALE}")
_LEFT = query(
    "SELECT id, lane, dossier_id FROM draft WHERE id > :after AND form = 'add' AND touched_at < :left_until"
    " ORDER BY id LIMIT :most"
)
_STILL_LEFT = sql("SELECT 1 FROM draft WHERE id = :id AND touched_at < :left_until")
_CLOSED = (
    "SELECT c.id FROM case_file c JOIN dossier d ON d.id = c.dossier_id WHERE c.closed_at < :closed_until"
    " AND (d.content_key IS NOT NULL OR d.identity_key IS NOT NULL)"
)
_FULL = query(f"{_CLOSED} AND c.id > :after ORDER BY c.id LIMIT :most")
_IS_FULL = sql(f"{_CLOSED} AND c.id = :id")
_TIED = query(
    "SELECT c.id FROM tie t JOIN case_file c ON c.id = t.case_id WHERE c.id > :after AND c.closed_at IS NOT NULL"
    " ORDER BY c.id LIMIT :most"
)
_IS_UNUSED = (
    "seen_at < :seen_until"
    " AND NOT EXISTS (SELECT 1 FROM tie WHERE tie.lane = address.lane)"
    " AND NOT EXISTS (SELECT 1 FROM officer WHERE officer.lane = address.lane AND left_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.lane = address.lane)"
    " AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.lane = address.lane AND state = 'new')"
    " AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.lane = address.lane AND state = 'parked')"
    f" AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.lane = address.lane AND {lanes.OPEN})"
)
_UNUSED = query(f"SELECT lane FROM address WHERE lane > :after AND {_IS_UNUSED} ORDER BY lane LIMIT :most")
_FORGET = sql(f"DELETE FROM address WHERE lane = :lane AND {_IS_UNUSED}")


@dataclass(frozen=True, slots=True)
class Stale:
    """A draft that was left too long."""

    id: str
    lane: str = field(repr=False)
    dossier: str


def stale(db: Session, then: datetime, after: str = "") -> Sequence[Stale]:
    """Drafts that were left too long by then, cancelled ones too."""
    told = _untouched(then) | {"after": after, "most": PAGE}
    return [Stale(row.id, row.lane, row.dossier_id) for row in db.connection().execute(_STALE, told)]


def drop(db: Session, draft: Stale, then: datetime, now: datetime) -> bool:
    """Delete it with its dossier's keys and let go of its files. False: she has touched it, or it is gone.

    then   the moment it was too old at; now the moment of this act
    """
    lanes.lock(db, "in", draft.lane)
    told = _untouched(then) | {"id": draft.id}
    if db.connection().execute(_STILL_STALE, told).one_or_none() is None:
        return False
    evidence.erase(db, draft.dossier, now)
    drafts.delete(db, draft.id, draft.dossier, now)
    return True


def left(db: Session, then: datetime, after: str = "") -> Sequence[Stale]:
    """Additions to a case that by then nobody had touched for long."""
    told = {"left_until": then - REST, "after": after, "most": PAGE}
    return [Stale(row.id, row.lane, row.dossier_id) for row in db.connection().execute(_LEFT, told)]


def is_left(db: Session, draft: Stale, then: datetime) -> bool:
    """Whether this is still such an addition. It is locked: its chat waits."""
    lanes.lock(db, "in", draft.lane)
    told = {"id": draft.id, "left_until": then - REST}
    return db.connection().execute(_STILL_LEFT, told).one_or_none() is not None


def full(db: Session, closed_until: datetime, after: str = "") -> Sequence[str]:
    """Cases that were closed before that and still hold what was written or sent."""
    told = {"closed_until": closed_until, "after": after, "most": PAGE}
    return list(db.connection().execute(_FULL, told).scalars())


def is_full(db: Session, id: str, closed_until: datetime) -> bool:
    """Whether this is such a case."""
    told = {"id": id, "closed_until": closed_until}
    return db.connection().execute(_IS_FULL, told).one_or_none() is not None


def tied(db: Session, after: str = "") -> Sequence[str]:
    """Closed cases that are still tied to a chat."""
    return list(db.connection().execute(_TIED, {"after": after, "most": PAGE}).scalars())


def unused(db: Session, then: datetime, after: str = "") -> Sequence[str]:
    """Lanes of addresses that nothing hangs on, and that by then nobody had written from for long."""
    told = {"seen_until": then - ADDRESSES, "after": after, "most": PAGE}
    return list(db.connection().execute(_UNUSED, told).scalars())


def forget(db: Session, lane: str, then: datetime) -> bool:
    """Forget an address, and that its lane was ever used. False: it is used after all, or gone."""
    lanes.lock(db, "in", lane)
    lanes.lock(db, "out", lane)
    if not db.connection().execute(_FORGET, {"lane": lane, "seen_until": then - ADDRESSES}).rowcount:
        return False
    refs.forget(db, lane)
    return True


def months_before(at: datetime, months: int) -> datetime:
    """The same day and time `months` earlier; a day that month does not have becomes its last."""
    years, month = divmod(at.year * 12 + at.month - 1 - months, 12)
    for day in range(at.day, at.day - 4, -1):
        try:
            return at.replace(year=years, month=month + 1, day=day)
        except ValueError:
            continue
    raise AssertionError("a month has at least 28 days")


def _untouched(then: datetime) -> dict[str, datetime]:
    soon = {f"{form}_until": then - rest for form, rest in SOON.items()}
    return {"drafts_until": then - DRAFTS, "small_until": then - SMALL, **soon}
