"""What an act on a case works with, and what comes of it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Literal

from sqlmodel import Session

from bot.cases.lifecycle import Role
from bot.conversation.message import Value
from bot.library import Library
from handlers.variables import PushDelay
from storage import cases, deadlines, desks, events, recusals, slots
from storage.cases import Case
from storage.deadlines import Deadline
from storage.desks import Officer
from storage.events import Event
from storage.keys import Keys
from storage.recusals import Close

NOTICES = (
    "recused", "second", "own-question", "answered", "skipped", "added", "raised", "withdrawn", "erased",
    "objected", "unanswered", "released", "released-many", "picked", "unfit", "unfit-last", "unfit-said",
    "call-other", "call-cancel", "call-parted", "called", "remind-legal", "remind-target", "remind-many",
    "silent", "silent-above",
)  # fmt: skip
"""What officers are told of beside their cards: words `notice-KEY`."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something that the officers of a desk should know: words `notice-KEY`, and who of them.

    to      the one officer who should know, where it is one: by id
    but     the one who need not be told: by id
    beyond  the desk does not have the case: it is told, and can open nothing
    count   of how many cases it tells at once: of more than one, none can be opened from it
    """

    key: str
    desk: str
    roles: Sequence[Role]
    values: Mapping[str, Value] = field(default_factory=dict, repr=False)
    to: str = ""
    but: str = ""
    beyond: bool = False
    count: int = 1


DELAY = PushDelay(10, 40)
ACCOUNTS = frozenset({"telegram", "whatsapp"})
"""Channels that know a person's account. A page knows only a browser, which whoever sits before it has."""


@dataclass(frozen=True, slots=True)
class Office:
    """The officers' side, as it is wired.

    delay   how long a push waits that an officer caused
    cards   draws the cards of a case anew: (the case as it stands now, the desk that had it before)
    notice  tells the officers of a desk: (work, the case, what)
    draw    random bytes
    enrols  channels whose chats may become an officer's
    """

    delay: PushDelay = DELAY
    cards: Callable[[Standing, str], None] = lambda stands, was: None
    notice: Callable[[Work, Case, Notice], None] = lambda work, case, notice: None
    draw: Callable[[int], bytes] = secrets.token_bytes
    enrols: frozenset[str] = ACCOUNTS


@dataclass(frozen=True, slots=True)
class Work:
    """One transaction. now: real time (queues); at: civil time (deadlines, texts); language: where none is known.

    chat   the lane in which it is done and answered, "" by the clock
    hers   she did it, and no officer: what desks see of it leaves with the next batch, so that it tells no minute
    """

    db: Session
    keys: Keys
    library: Library
    office: Office
    now: datetime
    at: datetime
    language: str = "id"
    rehearsal: bool = False
    hers: bool = False
    chat: str = ""


@dataclass(frozen=True)
class Standing:
    """A case as it stands in a transaction, and what lies beside it: each part read when first asked for, and once.

    True until somebody writes: who does makes another. It is handed on, never kept.

    barred   who never handles it, where that is known from before the move
    """

    work: Work
    case: Case
    barred: Close | None = None

    @cached_property
    def events(self) -> Sequence[Event]:
        """What happened to it, in order."""
        return tuple(events.of(self.work.db, self.case.id))

    @cached_property
    def deadlines(self) -> Sequence[Deadline]:
        return deadlines.of(self.work.db, self.case.id)

    @cached_property
    def close(self) -> Close:
        """Who never handles it."""
        return self.barred or recusals.close_to(self.work.db, self.case.id)

    @cached_property
    def lead(self) -> Standing:
        """The case that goes on for both, where this one was merged into it; else this one."""
        return Standing(self.work, cases.lead_of(self.work.db, self.case)) if self.case.merged_into else self

    @cached_property
    def holder(self) -> Officer | None:
        """Who has it; they may have left."""
        held = self.case.officer_id
        return desks.by_id(self.work.db, self.work.keys, held) if held else None

    @cached_property
    def call(self) -> datetime | None:
        """When she is called, as was agreed."""
        return slots.starts(self.work.db, self.case.id)

    @cached_property
    def grown(self) -> Sequence[Case]:
        """The cases that took their answers from this one."""
        return cases.grown_of(self.work.db, self.case.id)

    def made(self, move: str) -> int:
        """How often this move was made in its life; what was taken back does not count."""
        undone = {event.data.get("of") for event in self.events if event.what == "undo"}
        return sum(event.what == move and event.seq not in undone for event in self.events)

    def due(self, why: str) -> datetime | None:
        """When its open deadline of that kind is due."""
        return next((one.due_at for one in self.deadlines if (one.why, one.state) == (why, "open")), None)


Reason = Literal[
    "gone", "barred", "left", "stale", "unknown", "status", "role", "power", "kind", "most", "taken", "untaken",
    "needs", "second", "late", "erased", "slow", "chat",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Refused:
    """Why not.

    gone     there is no such case at your desk: also what another desk is told
    barred   you are close to it, or it is your own: told alike
    left     you are an officer no more
    stale    somebody was first: `case` tells who has it now
    unknown, status, role, power   as the lifecycle says
    kind     not about this kind of accused
    most     not that often
    taken    another officer has it;  untaken  take it first
    needs    `missing` names what is not given, or not possible
    second   the one who proposed it cannot confirm it; or nothing waits
    late     its letter has left, or it is not the last move any more
    erased   what it needs was erased
    chat     she wants her answer in the chat, and left no number to be called at
    """

    reason: Reason
    missing: tuple[str, ...] = ()
    case: Case | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """Done. stands: the case after it; until: it may be taken back till then (real time), None where it may not."""

    stands: Standing
    move: str
    until: datetime | None = None

    @property
    def case(self) -> Case:
        return self.stands.case


@dataclass(frozen=True, slots=True)
class Waiting:
    """It waits for a second officer."""

    case: Case
    move: str
