"""MEJA: what lies at an officer's desk today, the late ones first, a page at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.cases.lifecycle import Status
from bot.cases.lives import OPEN
from bot.conversation.asking import HOME
from bot.flows.officer_desk import PAGE, Counts, Listed, listed, which_of
from bot.flows.reader import desk_word
from handlers import desk_cards
from handlers.casework import may
from handlers.casework.work import Work
from handlers.visit import Visit
from storage import cards, cases, handling
from storage.cases import Case
from storage.desks import Officer

MOST = 200
"""Cases that one look at the desk puts in order; the rest come when these are done."""


def page(visit: Visit, officer: Officer, start: int) -> None:
    work = visit.work
    found = _found(work, officer)
    today = work.at.astimezone(ZoneInfo(_zone(work, officer))).date()
    rows = sorted((_listed(work, officer, case, today) for case in found), key=_order)
    counts = Counts(
        free=cards.free(work.db, officer, Status.WAITING),
        mine=sum(row.card.mine for row in rows),
        due=sum(row.today for row in rows),
        late=sum(row.late for row in rows),
    )
    desk = desk_word(work.library, officer.desk)
    more = len(rows) > start + PAGE
    visit.say(listed(desk, officer.desk, today, counts, rows[start : start + PAGE], start, more))


def which(visit: Visit, officer: Officer, tickets: Sequence[str]) -> None:
    """These cases, as far as they are still at this desk, to be opened."""
    work = visit.work
    here = [cases.by_ticket(visit.db, ticket) for ticket in dict.fromkeys(tickets)]
    found = [case for case in here if case is not None and may.sees(work, officer, case) is None]
    today = work.at.astimezone(ZoneInfo(_zone(work, officer))).date()
    rows = sorted((_listed(work, officer, case, today) for case in found), key=_order)
    visit.say(which_of(rows[:PAGE]))


def _found(work: Work, officer: Officer) -> Sequence[Case]:
    """Of the desk, those that nobody has and those that this officer has."""
    here = handling.queue(work.db, officer.desk, officer.id, sorted(OPEN), most=MOST)
    return [
        case for case in here
        if case.officer_id in (None, officer.id) and may.sees(work, officer, case) is None
    ]  # fmt: skip


def _listed(work: Work, officer: Officer, case: Case, today: date) -> Listed:
    card = desk_cards.facts(work, officer, case)
    by = card.clock.by if card.clock else None
    return Listed(card, late=by is not None and by < today, today=by == today)


def _order(row: Listed) -> tuple[bool, bool, bool, date]:
    """Late, then due today, then in this officer's hands; the oldest first."""
    return (not row.late, not row.today, not row.card.mine, row.card.filed)


def _zone(work: Work, officer: Officer) -> str:
    area = officer.desk.partition(":")[2]
    return work.library.land.zone(area) if area and work.library.land.region(area) else HOME
