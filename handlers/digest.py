"""The morning's digest: at eight, local time, each officer reads what lies at the desk, a supervisor what was let lie.

One letter an officer, once a day, however many replicas tick and however long all slept. None on a day off, unless an
election stage runs there, and none where nothing waits.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.cases import calendar
from bot.cases.lifecycle import Role
from bot.cases.stage import stage_on
from bot.conversation.message import Line, Say, Value
from bot.flows.reader import desk_word
from handlers.casework import chiefs
from handlers.casework.work import Work
from handlers.civil import asleep
from handlers.desk import order, today
from handlers.desk.cards import DIGEST, Reader, post
from handlers.desk.order import OFFICES
from handlers.house import House
from handlers.tick import Effect, Look, attempted, work_of
from storage import cards, desks, digests, readers
from storage.desks import Officer
from storage.digests import Lain

A_DAY = timedelta(hours=24)
BACK = "return"
"""The move by which a case that nobody works on goes back to its desk."""
DESKS_SHOWN = 8
"""Desks below that one digest names."""


def digest(house: House, looked: Look) -> Iterator[Effect]:
    """Every desk whose day has begun and that has not had today's."""
    with house.database.reading() as db:
        had = digests.days(db)
        staffed = desks.staffed_desks(db)
    for desk in staffed:
        today = _today(house, looked, desk)
        if today is not None and (looked.rehearsal or had.get(desk, date.min) < today):
            yield from attempted("digest", partial(_told, house, looked, desk, today))


def _today(house: House, looked: Look, desk: str) -> date | None:
    """The desk's day, once its digest is due; None before that, at night, and on a day off."""
    law = house.library.law
    zone, region = order.zone_of(house.library, desk), desk.partition(":")[2]
    local = looked.at.astimezone(ZoneInfo(zone))
    if local.time() < DIGEST or asleep(looked.at, zone):
        return None
    works = calendar.working(law, local.date(), region) or stage_on(law.calendar, local.date(), region)
    return local.date() if works else None


def _told(house: House, looked: Look, desk: str, today: date) -> Effect | None:
    if looked.dry:
        return Effect("digest", desk)
    with house.database.transaction() as db:
        work = work_of(house, db, looked)
        since = digests.last(db, desk) or looked.now - A_DAY
        order.settled(work, desk)
        readers.lock(db, {desk})
        if not looked.rehearsal and not digests.claim(db, desk, today, looked.now):
            return None
        read = [_letter(work, officer, since) for officer in desks.officers_of(db, work.keys, desk)]
    return Effect("digest", desk) if any(read) else None


def _letter(work: Work, officer: Officer, since: datetime) -> bool:
    """In place of the night's pager, which waits for it a little. False: nothing lies there for this officer."""
    say = today.desk_today(work, Reader.of(officer))
    below = tuple(_lain(work, officer, since)) if officer.role is Role.SUPERVISOR else ()
    if not say.options and not below:
        return False
    lines = (Line("digest"), *say.lines, *below) if say.options else (Line("digest"), *below)
    slot, _ = cards.paged(work.db, officer.lane) or (cards.pager(work.now), work.now)
    told = Say(lines, say.options, draft=say.draft, protect=True)
    post(work, Reader.of(officer), told, due_at=work.now, slot=slot)
    return True


def _lain(work: Work, chief: Officer, since: datetime) -> Iterator[Line]:
    """A line for each desk that this supervisor answers for, where time has passed or a case came back since then."""
    clocks = [clock for clock in work.library.law.clocks.rows if clock.owner in OFFICES]
    whys, back = [clock.id for clock in clocks], [clock.id for clock in clocks if clock.then == BACK]
    passed = digests.lain(work.db, chief.desk, since, whys, back)
    found = [lain for lain in passed if chiefs.seat(work, lain.desk) == chief.desk]
    for lain in found[:DESKS_SHOWN]:
        yield replace(Line("digest-lain", _values(work, lain)), join="row")
    if len(found) > DESKS_SHOWN:
        yield Line("digest-more", {"count": len(found) - DESKS_SHOWN}, "row")


def _values(work: Work, lain: Lain) -> dict[str, Value]:
    return {"desk": desk_word(work.library, lain.desk), "late": lain.late, "returned": lain.returned}
