"""No decision of the PPK is on record: who wrote to them is told, then the office above, and she is told of it.

Nobody is accused: an office may have acted without telling us. What the office above reads is the officer's own
summary; never her text, the talk, or times to the minute.
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from bot.cases.agency import TRIAGE, Agency
from bot.cases.desk import risen
from bot.cases.lifecycle import Move, Role
from bot.conversation.message import Value, Word
from bot.flows.kinds import KINDS
from bot.flows.reader import area_word, desk_word
from handlers.casework import letter
from handlers.casework.abreast import waited
from handlers.casework.carry import moved_by
from handlers.casework.work import Notice, Work
from handlers.tied import Tied
from handlers.visit import zone_of_case
from storage import desks, events
from storage.cases import Case
from storage.deadlines import Deadline
from storage.desks import ACTING


def told_above(work: Work, case: Case) -> Agency | None:
    """The office that hears next; None where all have heard."""
    happened = list(events.of(work.db, case.id))
    written = letter.last(happened)
    above = work.library.law.agencies.above_ppk(letter.employer(happened))
    heard = sum(
        event.what in ("overdue", "escalate") and (written is None or event.seq > written.seq)
        for event in happened
    )
    return above[heard] if heard < len(above) else None


def carried_up(
    work: Work, case: Case, tied: Tied | None, row: Move, passed: Deadline, office: Agency
) -> Case:
    """One step up: the event, her letter, and what the office's desk reads; triage, where nobody sits there yet.

    That office will write to the PPK itself: the number of her report goes no further than who has the case.
    """
    happened = list(events.of(work.db, case.id))
    zone = ZoneInfo(zone_of_case(work.library, case))
    desk = risen(work.library.law, office.key, lambda one: desks.staffed(work.db, one))
    values: dict[str, Value] = {
        "target": _told(work, desk, office),
        "day": passed.due_at.astimezone(zone).date(),
        "since": letter.since(case, happened, zone.key),
    }
    waited(work, case, desk)
    moved = moved_by(
        work, case, tied, row, Role.CLOCK, {"told": office.key, "why": passed.why}, values=values
    )
    beyond = desk != case.desk
    named: dict[str, Value] = (
        {"area": area_word(work.library.land, case.region), "desk": desk_word(work.library, case.desk)}
        if beyond
        else {"ticket": case.ticket}
    )
    words: dict[str, Value] = {
        **values, **named, "head": letter.head(work.library, case, happened),
        "offence": KINDS[case.kind].topic(work.library, case.topic),
        "summary": letter.summary(work, case, happened),
    }  # fmt: skip
    key = "silent-above" if beyond else "silent"
    work.office.notice(work, moved, Notice(key, desk, ACTING, words, beyond=beyond))
    return moved


def _told(work: Work, desk: str, office: Agency) -> Word:
    """Whom she is told that it was told: where nobody sits at the office yet, who is to pass it on."""
    name = desk_word(work.library, office.key)
    return (
        Word("desk-onward", {"triage": desk_word(work.library, desk), "office": name})
        if desk == TRIAGE
        else name
    )
