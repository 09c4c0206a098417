"""What lies at a desk today, the late ones first, a page at a time: MEJA, and the message that stays pinned."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.cases.lifecycle import Role
from bot.cases.lives import OPEN
from bot.conversation.asking import HOME
from bot.conversation.message import Option, Say
from bot.flows.officer_card import DESK, NONE
from bot.flows.officer_desk import PAGE, Counts, Listed, listed, which_of
from bot.flows.reader import desk_word
from bot.library import Library
from handlers.casework import may
from handlers.casework.work import Standing, Work
from handlers.civil import MORNING
from handlers.desk import cards
from handlers.desk.cards import OFFICES, Reader
from handlers.visit import STAYS, Visit
from storage import boards, cases, rooms
from storage.boards import Lying
from storage.cases import Case
from storage.desks import Officer

PINNED = "board"
"""The slot of the pinned message."""


def page(visit: Visit, officer: Officer, start: int, *, pin: bool = False) -> None:
    """MEJA, from that case on. A supervisor may ask for a code that makes a group its room, where it has none."""
    say = desk_today(visit.work, Reader.of(officer), start)
    if officer.role is Role.SUPERVISOR and may_bind(visit, officer):
        say = replace(
            say, options=(*say.options, Option(f"room.0.{NONE}.{officer.desk}", "desk-room")), draft=DESK
        )
    visit.say(replace(say, pin=pin), slot=PINNED if pin else "")


def may_bind(visit: Visit, officer: Officer) -> bool:
    """Whether a group could become the room of this officer's desk: their channel has groups, the desk has none yet."""
    return officer.channel not in STAYS and rooms.of_desk(visit.db, officer.desk) is None


def desk_today(work: Work, reader: Reader, start: int = 0) -> Say:
    """Counts, then a page of cases: those that nobody has and the reader's own; in a room whoever has them."""
    today = work.at.astimezone(ZoneInfo(zone_of_desk(work, reader.desk))).date()
    rows = sorted(_lying(work, reader), key=partial(_order, work, reader, today))
    counts = Counts(
        free=sum(row.officer_id is None for row in rows),
        mine=sum(row.officer_id is not None for row in rows),
        due=sum(_by(work, reader, row) == today for row in rows),
        late=sum(_late(work, reader, row, today) for row in rows),
    )
    shown = [_listed(work, reader, row, today) for row in rows[start : start + PAGE]]
    desk, more = desk_word(work.library, reader.desk), len(rows) > start + PAGE
    return listed(desk, reader.desk, today, counts, shown, start, more=more, room=_everybodys(reader))


def which(visit: Visit, officer: Officer, tickets: Sequence[str]) -> None:
    """These cases, as far as they are still at this desk, to be opened."""
    work = visit.work
    here = [cases.by_ticket(visit.db, ticket) for ticket in dict.fromkeys(tickets)]
    found = [case for case in here if case is not None and may.knows(Standing(work, case), officer) is None]
    today = work.at.astimezone(ZoneInfo(zone_of_desk(work, officer.desk))).date()
    visit.say(which_of([_marked(work, officer, case, today) for case in found[:PAGE]]))


def _marked(work: Work, officer: Officer, case: Case, today: date) -> Listed:
    card = cards.facts(Standing(work, case), officer)
    by = card.clock.by if card.clock else None
    return Listed(card, late=by is not None and by < today, today=by == today)


def pinned(work: Work, reader: Reader) -> Say:
    """The first page, for the top of the chat."""
    return replace(desk_today(work, reader), pin=True)


def zone_of_desk(work: Work, desk: str) -> str:
    return zone_of(work.library, desk)


def zone_of(library: Library, desk: str) -> str:
    """Where its officers' mornings are."""
    area = desk.partition(":")[2]
    return library.land.zone(area) if area and library.land.region(area) else HOME


def _lying(work: Work, reader: Reader) -> Sequence[Lying]:
    officer = reader.officer
    if officer is not None and officer.role not in may.SEES:
        return ()
    clocks = [clock for clock in work.library.law.clocks.rows if clock.owner in OFFICES]
    mine = {"officer": officer.id, "lane": officer.lane} if officer else {}
    found = boards.lying(
        work.db, reader.desk, sorted(OPEN), whys=[clock.id for clock in clocks],
        legal=[clock.id for clock in clocks if clock.promise == "legal"], **mine,
    )  # fmt: skip
    return [row for row in found if _everybodys(reader) or row.officer_id in (None, officer and officer.id)]


def _everybodys(reader: Reader) -> bool:
    """Whether it is about all who sit there: in a room, and for who looks after desks."""
    return reader.officer is None or reader.officer.role in may.FROM_ABOVE


def _listed(work: Work, reader: Reader, row: Lying, today: date) -> Listed:
    case = cases.by_id(work.db, row.id)
    assert case is not None
    card = cards.facts(Standing(work, case), reader.officer)
    return Listed(card, late=_late(work, reader, row, today), today=_by(work, reader, row) == today)


def _by(work: Work, reader: Reader, row: Lying) -> date | None:
    return row.due_at and row.due_at.astimezone(ZoneInfo(zone_of_desk(work, reader.desk))).date()


def _late(work: Work, reader: Reader, row: Lying, today: date) -> bool:
    by = _by(work, reader, row)
    return row.over or (by is not None and by < today)


def _order(work: Work, reader: Reader, today: date, row: Lying) -> tuple[bool, bool, bool, datetime]:
    """Late, then due today, then in somebody's hands; the oldest first."""
    late, due = _late(work, reader, row, today), _by(work, reader, row) == today
    return (not late, not due, row.officer_id is None, row.filed_at)


def morning(at: datetime, zone: str) -> datetime:
    """When the list is next looked at by itself: at six, when a day begins, and at eight with the digest."""
    local = at.astimezone(ZoneInfo(zone))
    days = (local.date() + timedelta(days=more) for more in (0, 1))
    times = [datetime.combine(day, hour, local.tzinfo) for day in days for hour in (MORNING, cards.DIGEST)]
    return next(time for time in times if time > local)
