"""What lies at a desk today, the late ones first, a page at a time: MEJA, and the message that stays pinned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cases.lifecycle import Role
from bot.conversation.message import Option, Say, Value
from bot.flows.officer_card import DESK, NONE
from bot.flows.officer_desk import PAGE, Counts, Listed, behind, further, listed, which_of
from bot.flows.officer_seat import trail_option
from bot.flows.reader import desk_word
from handlers.casework import may
from handlers.casework.work import Refused, Standing, Work
from handlers.civil import MORNING
from handlers.desk import cards, order, screens, seats
from handlers.desk.cards import Reader
from handlers.visit import STAYS, Visit
from storage import cases, lying, rooms
from storage.cards import read_since
from storage.cases import Case
from storage.desks import Officer
from storage.lying import FIRST, Lying

PINNED = "board"
"""The slot of the pinned message."""


def page(
    visit: Visit, officer: Officer, after: Lying = FIRST, began: datetime | None = None, *, pin: bool = False
) -> None:
    """MEJA, from there on. A supervisor may ask for a code that makes a group its room, where it has none.

    Who audits the desk reads there what was done about who sits at it; who only looks after that, figures.
    """
    if not isinstance(may.runs(visit.work, officer, officer.desk), Refused):
        seats.page(visit, officer)
        return
    say = desk_today(visit.work, Reader.of(officer), after, began)
    if officer.role is Role.AUDITOR:
        say = replace(say, options=(*say.options, trail_option(officer.desk)), draft=DESK)
    if officer.role is Role.SUPERVISOR and may_bind(visit, officer):
        say = replace(
            say, options=(*say.options, Option(f"room.0.{NONE}.{officer.desk}", "desk-room")), draft=DESK
        )
    visit.say(replace(say, pin=pin), slot=PINNED if pin else screens.slot_of(visit))


def next_page(visit: Visit, officer: Officer, spent: Mapping[str, Value]) -> None:
    """What follows the page under which that button stood; where it was another desk's, the first."""
    case = cases.by_ticket(visit.db, str(spent["ticket"]))
    if case is None or spent["desk"] != officer.desk:
        page(visit, officer)
        return
    due_on, began = behind(int(str(spent["step"])), int(visit.now.timestamp()))
    page(visit, officer, Lying(due_on, case.id), datetime.fromtimestamp(began, UTC))


def may_bind(visit: Visit, officer: Officer) -> bool:
    """Whether a group could become the room of this officer's desk: their channel has groups, the desk has none yet."""
    return officer.channel not in STAYS and rooms.of_desk(visit.db, officer.desk) is None


def desk_today(work: Work, reader: Reader, after: Lying = FIRST, began: datetime | None = None) -> Say:
    """Counts, then a page of cases: those that nobody has and the reader's own; in a room whoever has them.

    began  when the reader saw the first page; None: this is it
    """
    desk, officer = reader.desk, reader.officer
    order.settled(work, desk)
    today, found = order.today(work, desk), order.counted(work, desk, officer)
    rows = _rows(work, reader, after, began)
    shown = [_listed(work, reader, row, today) for row in rows[:PAGE]]
    more = _more(work, desk, max(after, *rows[:PAGE]), began or work.now) if len(rows) > PAGE else None
    counts = Counts(free=found.free, mine=found.held, due=found.due, late=found.late)
    return listed(desk_word(work.library, desk), today, counts, shown, more, room=order.alls(officer))


def _rows(work: Work, reader: Reader, after: Lying, began: datetime | None) -> Sequence[Lying]:
    """One more than a page. A reading may have begun at what is pinned in the room."""
    whose, room = order.sees(work, reader.officer), rooms.of_desk(work.db, reader.desk)
    if whose is None:
        return ()
    if began is None:
        return lying.page(work.db, reader.desk, whose, after, began=work.now, read=(), most=PAGE + 1)
    read = read_since(work.db, {reader.lane, room.lane if room else reader.lane}, began)
    return lying.onward(work.db, reader.desk, whose, after, began=began, read=read, most=PAGE + 1)


def _more(work: Work, desk: str, last: Lying, began: datetime) -> Option:
    case = cases.by_id(work.db, last.id)
    assert case is not None
    return further(case.ticket, desk, last.due_on, int(began.timestamp()))


def which(visit: Visit, officer: Officer, tickets: Sequence[str]) -> None:
    """These cases, as far as they are still at this desk, to be opened."""
    work = visit.work
    here = [cases.by_ticket(visit.db, ticket) for ticket in dict.fromkeys(tickets)]
    found = [case for case in here if case is not None and may.knows(Standing(work, case), officer) is None]
    today = order.today(work, officer.desk)
    rows = [_marked(work, officer, case, today) for case in found[:PAGE]]
    visit.say(which_of(rows), slot=screens.slot_of(visit))


def _marked(work: Work, officer: Officer, case: Case, today: date) -> Listed:
    card = cards.facts(Standing(work, case), officer)
    by = card.clock.by if card.clock else None
    return Listed(card, late=by is not None and by < today, today=by == today)


def pinned(work: Work, reader: Reader) -> Say:
    """The first page, for the top of the chat."""
    return replace(desk_today(work, reader), pin=True)


def _listed(work: Work, reader: Reader, row: Lying, today: date) -> Listed:
    case = cases.by_id(work.db, row.id)
    assert case is not None
    card = cards.facts(Standing(work, case), reader.officer)
    return Listed(card, late=row.due_on < today, today=row.due_on == today)


def morning(at: datetime, zone: str) -> datetime:
    """When the list is next looked at by itself: at six, when a day begins, and at eight with the digest."""
    local = at.astimezone(ZoneInfo(zone))
    days = (local.date() + timedelta(days=more) for more in (0, 1))
    times = [datetime.combine(day, hour, local.tzinfo) for day in days for hour in (MORNING, cards.DIGEST)]
    return next(time for time in times if time > local)
