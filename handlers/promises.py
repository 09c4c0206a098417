"""What the clock owes citizens: news every seven days, and what was asked for from another chat and waited."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.cases.deadline import news_due
from bot.cases.lifecycle import Role
from bot.conversation.message import Line, Value
from bot.flows.told import Facts
from handlers import endings
from handlers.casework import clocks, hers
from handlers.civil import asleep, waking
from handlers.house import House
from handlers.tick import Effect, Look, attempted, work_of
from handlers.tied import Tied, farewell, hold, look, push
from handlers.visit import facts_of, zone_of_case
from storage import deadlines, events
from storage.cases import Case
from storage.deadlines import Deadline

DAYLIGHT = time(16)
"""From when on the day's promise of news is kept: the day is what people read, and they read by day."""
AHEAD = timedelta(hours=24) - timedelta(hours=DAYLIGHT.hour)
ASKED = {"withdraw": "withdrawn", "erase": "erased"}
"""What another chat asked for -> what has then happened."""


def news(house: House, looked: Look) -> Iterator[Effect]:
    """Nothing has changed, and that is news: on the promised day from 16.00 on, or as soon after as she is awake.

    1. A case that goes on, tied to a chat: the deadline is claimed, the next starts, the event is written.
    2. She is told, unless she asked for no news or cannot be reached. However long we slept, once.
    3. A case that is over, or whose tie was cut: its deadline ends.
    """
    for deadline in due(house, ("news",), looked.at + AHEAD):
        yield from attempted("news", partial(_news, house, looked, deadline))


def asked(house: House, looked: Look) -> Iterator[Effect]:
    """Withdrawn or erased from another chat, and nobody said no for 48 hours: done, told, the tie cut with it."""
    for deadline in due(house, tuple(ASKED), looked.at):
        yield from attempted(deadline.why, partial(_asked, house, looked, deadline))


def due(house: House, whys: tuple[str, ...], until: datetime) -> Iterator[Deadline]:
    """Open deadlines of these kinds that are due by then, page by page."""
    after = 0
    while True:
        with house.database.reading() as db:
            page = deadlines.due(db, whys, until, after=after)
        yield from page
        if not page:
            return
        after = page[-1].id


def _news(house: House, looked: Look, deadline: Deadline) -> Effect | None:
    with house.database.reading() as db:
        seen = _owed(db, house, looked, deadline, *look(db, deadline.case_id, house.settings.language))
    if seen is None or looked.dry:
        return seen
    with house.database.transaction() as db:
        case, tied = hold(db, deadline.case_id, house.settings.language)
        effect = _owed(db, house, looked, deadline, case, tied)
        if effect is None or not deadlines.claim(db, deadline, looked.now):
            return None
        if effect.what != "news-over":
            _tell_news(db, house, looked, case, tied if effect.what == "news" else None)
        return effect


def _owed(
    db: Session, house: House, looked: Look, deadline: Deadline, case: Case, tied: Tied | None
) -> Effect | None:
    """What this deadline asks for now; None while it is too early in its day, or night."""
    if tied is None or not clocks.goes_on(db, case):
        return Effect("news-over", case.ticket)
    zone = zone_of_case(house.library, case)
    promised = deadline.due_at.astimezone(ZoneInfo(zone))
    if looked.at < datetime.combine(promised.date(), DAYLIGHT, promised.tzinfo):
        return None
    if asleep(looked.at, zone) and not looked.rehearsal:
        return None
    return Effect("news" if tied.hears else "news-unheard", case.ticket)


def _tell_news(db: Session, house: House, looked: Look, case: Case, tied: Tied | None) -> None:
    by = news_due(house.library.law, looked.at, zone_of_case(house.library, case))
    deadlines.start(db, case.id, "news", by, case.desk)
    data = {"told": tied is not None, "by": by.date().isoformat()}
    events.append(
        db, case.id, what="news", by=Role.CLOCK.value, at=looked.at, data=data, rehearsal=looked.rehearsal
    )
    if tied is not None:
        still = _still(facts_of(db, house.keys, house.library, case, looked.now))
        push(db, house.keys, case, tied, still, due_at=looked.now, now=looked.now)


def _still(facts: Facts) -> Line:
    """Where it waits, and since when: with the official who may sanction, at an office beyond ours, or at a desk."""
    if facts.awaited:
        values: dict[str, Value] = {"head": facts.head, "since": facts.awaited, "by": facts.news_by}
        return Line("news-still-ppk", values)
    if facts.outside:
        office, since = facts.outside
        return Line("news-still-outside", {"office": office, "since": since, "by": facts.news_by})
    return Line("news-still", {"reader": facts.reader, "since": facts.since, "by": facts.news_by})


def _asked(house: House, looked: Look, deadline: Deadline) -> Effect | None:
    if looked.dry:
        with house.database.reading() as db:
            case, _ = look(db, deadline.case_id, house.settings.language)
        return Effect(ASKED[deadline.why], case.ticket)
    with house.database.transaction() as db:
        case, tied = hold(db, deadline.case_id, house.settings.language)
        if not deadlines.claim(db, deadline, looked.now):
            return None
        if deadline.why == "withdraw":
            endings.withdraw(db, case, by=Role.CLOCK.value, at=looked.at, rehearsal=looked.rehearsal)
        else:
            endings.erase(
                db, case, by=Role.CLOCK.value, at=looked.at, now=looked.now, rehearsal=looked.rehearsal
            )
        if tied is not None:
            done = Line(f"pushed-{ASKED[deadline.why]}")
            farewell(db, house.keys, case, tied, done, due_at=leaves(house, looked, case), now=looked.now)
        hers.told(work_of(house, db, looked), case.id, ASKED[deadline.why])
        return Effect(ASKED[deadline.why], case.ticket)


def leaves(house: House, looked: Look, case: Case) -> datetime:
    """When a letter about this case may leave, in real time."""
    if looked.rehearsal:
        return looked.now
    return looked.now + (waking(looked.at, zone_of_case(house.library, case)) - looked.at)
