"""The letter to the PPK that a case waits on: whose decision it asks for, and the summary that went with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from zoneinfo import ZoneInfo

from bot.cases.agency import REGION
from bot.conversation.message import Word
from bot.flows.reader import head_word
from bot.library import Library
from handlers.casework.work import Work
from storage import cases, events
from storage.cases import Case
from storage.events import Event

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
