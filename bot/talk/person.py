"""Who a turn of the whole talk is with, what comes of it, and what only the storage can do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.conversation.draft import Draft
from bot.conversation.message import Attachment, Option, Say
from bot.flows.officer_card import Shown


@dataclass(frozen=True, slots=True)
class Filed:
    """A case of this chat that was sent just now: what was sent along with it may still be on its way.

    albums  of which it holds something
    """

    ticket: str
    at: datetime
    albums: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Person:
    """What an address brings to a turn, and takes from it.

    language   "" until it is known
    consented  to the present version of the notice
    drafts     open interviews; the last is under way
    kept       cancelled reports, offered again until they expire
    cases      one option for each case tied to this chat; its key is the ticket
    locked     cases answer to their code only, even here
    muted      she asked for no pushes
    asked      questions of officers that she has not begun to answer, the oldest case first
    news       letters that waited for her to write leave now: she may have written only to read them
    officer    this chat is an officer's too
    screens    of the desk, whose numbers she may mean now
    """

    language: str = ""
    consented: bool = False
    drafts: tuple[Draft, ...] = ()
    kept: tuple[Draft, ...] = ()
    cases: tuple[Option, ...] = ()
    locked: bool = False
    muted: bool = False
    filed: Filed | None = None
    asked: tuple[Draft, ...] = ()
    news: bool = False
    officer: bool = False
    screens: tuple[Shown, ...] = ()

    @property
    def sent(self) -> Filed | None:
        """What she filed just now, where it may be spoken of: a locked chat says nothing."""
        return None if self.locked else self.filed

    def __repr__(self) -> str:
        return f"Person({len(self.drafts)} drafts, {len(self.cases)} cases)"


@dataclass(frozen=True, slots=True)
class Act:
    """Something only the storage can do; it may say things of its own. `answers` are those of the interview."""

    name: str
    answers: Mapping[str, Any] = field(default_factory=dict, repr=False)
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One message, answered.

    person  as she is now
    steps   what to say and to do, in order
    wants   files to fetch: (draft, file); drops: files to let go of
    fleeting  what she said is kept nowhere, and shown no longer than it has to be
    """

    person: Person
    steps: tuple[Say | Act, ...] = ()
    wants: tuple[tuple[str, Attachment], ...] = ()
    drops: tuple[str, ...] = ()
    fleeting: bool = False
