"""Another phone answers in a chat, perhaps another person: what was said there before is nobody's until she proves it.

1. The chat's cases are held: shown nowhere, told to nobody, until the receipt of one is given there.
2. Whoever acted there as an officer does no more, until enrolled anew.
3. What waits to be sent there about all this is not sent.
4. Unfinished answers have no receipt to open them with, so they are erased. Where nothing but the name of the profile
   has changed, and that happens often, a report she is in the middle of goes on.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.flows.kinds import BY_FORM, tells_of_a_case
from storage import desks, drafts, evidence, lanes, people, ties
from storage.keys import Keys
from storage.sql import query, run, sql

GOES_ON = timedelta(days=1)
"""How long she may have been silent, and still be in the middle of a report."""

_DRAFTS = query("SELECT id, dossier_id, form, touched_at FROM draft WHERE lane = :lane", "touched_at")
_TAKEN = "DELETE FROM taken WHERE lane = :lane"
_UNSAY = f"DELETE FROM outbox WHERE lane = :lane AND {lanes.OPEN}"
_NOTHING = (sql(_TAKEN), sql(_UNSAY))
_NO_NEWS = (
    sql(f"{_TAKEN} AND letter IN (SELECT id FROM outbox WHERE lane = :lane AND case_id IN :cases)"),
    sql(f"{_UNSAY} AND case_id IN :cases"),
)


@dataclass(frozen=True, slots=True)
class Parted:
    """What came of it. officer: somebody was an officer there; goes_on: a report she is in the middle of stays."""

    surely: bool = False
    officer: bool = False
    goes_on: bool = False


def part(db: Session, keys: Keys, lane: str, now: datetime, *, surely: bool) -> Parted:
    """surely: the channel itself says that it is another account, and not only another name of the profile."""
    for direction in ("in", "out"):
        lanes.lock(db, direction, lane)
    held = ties.hold(db, lane, now)
    officer = desks.part(db, lane, now)
    goes_on = _leave_drafts(db, keys, lane, now, surely=surely)
    for statement in _NOTHING if surely or officer else _NO_NEWS if held else ():
        run(db, statement, {"lane": lane, "cases": held} if statement in _NO_NEWS else {"lane": lane})
    if surely:
        people.begin_anew(db, lane)
    lanes.settle(db, "out", lane)
    return Parted(surely, officer, goes_on)


def _leave_drafts(db: Session, keys: Keys, lane: str, now: datetime, *, surely: bool) -> bool:
    """Erase them, but for what goes on. Returns whether anything does."""
    opened = drafts.load(db, keys, lane)
    answers = {draft.id: draft.answers for draft in (*opened.under_way, *opened.kept)}
    goes_on = False
    for row in run(db, _DRAFTS, {"lane": lane}):
        fresh = row.form in BY_FORM and now - row.touched_at < GOES_ON
        if not surely and fresh and not tells_of_a_case(answers[row.id]):
            goes_on = True
            continue
        evidence.erase(db, row.dossier_id, now)
        drafts.delete(db, row.id, row.dossier_id, now)
    return goes_on
