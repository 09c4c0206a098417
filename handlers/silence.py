"""No decision of the PPK is on record: who wrote to them is told, then the office above, and she is told of it.

Nobody is accused: an office may have acted without telling us. What the office above reads is the officer's own
summary; never her text, the talk, or times to the minute.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from bot.cases.agency import TRIAGE, Agency
from bot.cases.desk import risen
from bot.cases.lifecycle import Move, Role
from bot.conversation.message import Value, Word
from bot.flows.kinds import KINDS
from bot.flows.reader import desk_word, head_word
from handlers.casework.carry import moved_by
from handlers.casework.work import Notice, Work
from handlers.tied import Tied
from handlers.visit import zone_of_case
from storage import cases, desks, events
from storage.cases import Case
from storage.deadlines import Deadline
from storage.desks import ACTING
from storage.events import Event

LETTERS = frozenset({"recommend", "annul"})
REGION = "region"


def awaited(work: Work, case: Case) -> tuple[Word, date]:
    """Whose decision is waited for, as people call them, and since which day."""
    letter = letter_of(list(events.of(work.db, case.id)))
    ministry = letter is not None and letter.data.get("employer", REGION) != REGION
    since = (letter.at if letter else case.filed_at).astimezone(ZoneInfo(zone_of_case(work.library, case)))
    return Word("head-unknown") if ministry else head_word(work.library, case.region), since.date()


def told_above(work: Work, case: Case) -> Agency | None:
    """The office that hears next; None where all have heard."""
    happened = list(events.of(work.db, case.id))
    letter = letter_of(happened)
    above = work.library.law.agencies.above_ppk(
        str(letter.data.get("employer", REGION)) if letter else REGION
    )
    heard = sum(
        event.what in ("overdue", "escalate") and (letter is None or event.seq > letter.seq)
        for event in happened
    )
    return above[heard] if heard < len(above) else None


def carried_up(
    work: Work, case: Case, tied: Tied | None, row: Move, passed: Deadline, office: Agency
) -> Case:
    """One step up: the event, her letter, and what the office's desk reads; triage, where nobody sits there yet."""
    letter = letter_of(list(events.of(work.db, case.id)))
    zone = ZoneInfo(zone_of_case(work.library, case))
    desk = risen(work.library.law, office.key, lambda one: desks.staffed(work.db, one))
    values: dict[str, Value] = {
        "target": _told(work, desk, office),
        "day": passed.due_at.astimezone(zone).date(),
        "since": (letter.at if letter else case.filed_at).astimezone(zone).date(),
    }
    moved = moved_by(
        work, case, tied, row, Role.CLOCK, {"told": office.key, "why": passed.why}, values=values
    )
    beyond = desk != case.desk
    words: dict[str, Value] = {
        **values, "ticket": case.ticket, "head": head_word(work.library, case.region),
        "offence": KINDS[case.kind].topic(work.library, case.topic), "summary": _summary(work, case, letter),
    }  # fmt: skip
    work.office.notice(work, moved, Notice("silent", desk, ACTING, words, beyond=beyond))
    return moved


def _told(work: Work, desk: str, office: Agency) -> Word:
    """Whom she is told that it was told: where nobody sits at the office yet, who is to pass it on."""
    name = desk_word(work.library, office.key)
    return (
        Word("desk-onward", {"triage": desk_word(work.library, desk), "office": name})
        if desk == TRIAGE
        else name
    )


def letter_of(happened: list[Event]) -> Event | None:
    """The last letter to the PPK."""
    return next((event for event in reversed(happened) if event.what in LETTERS), None)


def _summary(work: Work, case: Case, letter: Event | None) -> str:
    """What the officer wrote for others to read; a dash where it was erased or never written."""
    if letter is None:
        return "-"
    secret: Mapping[str, object] = (
        events.secret_of(letter, case.id, cases.dossier_of(work.db, work.keys, case)) or {}
    )
    return str(secret.get("summary") or "-")
