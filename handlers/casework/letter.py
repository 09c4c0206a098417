"""What a case waits on outside: whose decision the letter to the PPK asks for, and with what; an office beyond ours."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.cases.agency import REGION
from bot.cases.lifecycle import Status
from bot.conversation.message import Word
from bot.flows.reader import head_word
from bot.library import Library
from handlers.casework.work import Work
from handlers.hearing import Hearing
from storage import cases, events
from storage.cases import Case
from storage.events import Event
from storage.keys import Keys

RECOMMEND = "recommend"
LETTERS = frozenset({RECOMMEND, "annul"})
"""Where a decision was annulled the same PPK is asked again: to whom, and with what, stands in the first letter."""
HEADS = {"province": "head-governor", "ministry": "head-minister"}
"""Who employs the accused -> who may sanction them; of a kabupaten or kota, the head of the place."""


def last(happened: Sequence[Event]) -> Event | None:
    """The last letter: what is waited for since."""
    return next((event for event in reversed(happened) if event.what in LETTERS), None)


def since(case: Case, happened: Sequence[Event], zone: str) -> date:
    """The day of the last letter, as the officer gave it, else that on which it was recorded."""
    written = last(happened)
    if written and "day" in written.data:
        return date.fromisoformat(written.data["day"])
    return (written.at if written else case.filed_at).astimezone(ZoneInfo(zone)).date()


def outside(db: Session, keys: Keys, told: Hearing, zone: str) -> tuple[str, date] | None:
    """The office beyond ours at which a case lies, as the officer named it, and since when; None: at none."""
    if told.case.status != Status.HANDED_OVER.value:
        return None
    handed = next((event for event in reversed(told.events) if event.what == "hand_over"), None)
    if handed is None:
        return None
    secret = events.secret_of(handed, told.case.id, cases.dossier_of(db, keys, told.case)) or {}
    office = str(secret.get("office", ""))
    return (office, handed.at.astimezone(ZoneInfo(zone)).date()) if office else None


def employer(happened: Sequence[Event]) -> str:
    """Who employs the accused, as the officer who wrote to the PPK said."""
    asked = _asked(happened)
    return str(asked.data.get("employer", REGION)) if asked else REGION


def head(library: Library, case: Case, happened: Sequence[Event]) -> Word:
    """The PPK as people call them: bupati, wali kota, gubernur or a minister."""
    of = HEADS.get(employer(happened))
    return Word(of) if of else head_word(library, case.region)


def summary(work: Work, case: Case, happened: Sequence[Event]) -> str:
    """What the officer wrote for others to read; a dash where it was erased or never written."""
    asked = _asked(happened)
    if asked is None:
        return "-"
    secret = events.secret_of(asked, case.id, cases.dossier_of(work.db, work.keys, case)) or {}
    return str(secret.get("summary") or "-")


def _asked(happened: Sequence[Event]) -> Event | None:
    return next((event for event in reversed(happened) if event.what == RECOMMEND), None)
