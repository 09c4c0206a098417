"""A case as its citizen has heard of it.

What an officer did shows to her nowhere before the letter that tells of it may leave, not even where she asks: it may
still be taken back, and nobody who watches her chat learns at which minute somebody pressed a button.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel import Session

from bot.cases.appointment import moment_of
from bot.cases.lifecycle import Status
from storage import cases, deadlines, events, handling, slots
from storage.cases import Case
from storage.deadlines import Deadline
from storage.events import Event

HEARD_IF_MERGED = frozenset({
    Status.AT_BKN, Status.AT_PPK, Status.HANDED_OVER, Status.SANCTIONED, Status.NOT_PROVEN, Status.NOT_PURSUED,
    Status.CANCELLED, Status.LEFT_SERVICE, Status.CLOSED,
})  # fmt: skip
"""Where a case must come to for those to hear whose reports were merged into it."""
HERS = frozenset({"withdraw", "erase"})
"""Waits that she began, from another chat: she knows of them at once."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Where it stands, what happened to it and its clocks, as far as she has heard."""

    case: Case
    events: Sequence[Event]
    deadlines: Sequence[Deadline]

    def due(self, why: str) -> datetime | None:
        """When its open deadline of that kind is due."""
        return next((one.due_at for one in self.deadlines if (one.why, one.state) == (why, "open")), None)


def heard(db: Session, case: Case, now: datetime) -> Hearing:
    """As it stood before the first move that she has not heard of at `now` (real time); as it stands, where none is.

    What she does herself she knows: a move of hers lets go of what is kept from her (`handling.forget_undo`).
    """
    happened, clocks = tuple(events.of(db, case.id)), deadlines.of(db, case.id)
    unheard = handling.unheard(db, case.id, now)
    if unheard is None:
        return Hearing(case, happened, clocks)
    stood, version = unheard.before, unheard.before.get("version", case.version)
    closed = datetime.fromisoformat(stood["closed_at"]) if stood["closed_at"] else None
    return Hearing(
        replace(
            case, status=stood["status"], desk=stood["desk"], officer_id=stood["officer"], closed_at=closed
        ),
        tuple(event for event in happened if event.seq <= version or event.by == "citizen"),
        [
            _as_it_was(one, stood["deadlines"])
            for one in clocks
            if str(one.id) in stood["deadlines"] or one.why in HERS
        ],
    )


def leading(db: Session, told: Hearing, now: datetime) -> Hearing:
    """The case that goes on for both, as was heard of it, where she has heard that hers was merged; else hers."""
    if told.case.status != Status.MERGED.value or not told.case.merged_into:
        return told
    return heard(db, cases.lead_of(db, told.case), now)


def call_of(db: Session, told: Hearing) -> datetime | None:
    """When she is called, as far as she has heard: her officer may just have let go of it."""
    if told.case.status != Status.SCHEDULED.value:
        return None
    picked = (str(event.data["time"]) for event in reversed(told.events) if event.what == "pick")
    return slots.starts(db, told.case.id) or next(map(moment_of, picked), None)


def _as_it_was(one: Deadline, states: dict[str, str]) -> Deadline:
    return one if one.why in HERS else replace(one, state=states[str(one.id)])
