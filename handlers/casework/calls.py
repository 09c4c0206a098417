"""What a case holds of a call: the times that were proposed last, and whether she can be called at all."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Session

from bot.cases.appointment import moment_of
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.flows.call import Proposal
from bot.flows.consultation import CALL
from bot.flows.kinds import CONSULTATION
from handlers.casework.work import Standing, Work
from storage import cases, offers, slots
from storage.cases import Case
from storage.events import Event

PHONE = "phone"
"""Why the clock calls a call off, as its event says: another phone may answer in her chat."""


def proposed(case: Case, happened: Sequence[Event]) -> Proposal | None:
    """The times that wait for her choice, where the case stands so after what happened; None where none do."""
    if case.status != Status.OFFERED.value:
        return None
    undone = {event.data.get("of") for event in happened if event.what == "undo"}
    made = [event for event in happened if event.what == "propose" and event.seq not in undone]
    if not made:
        return None
    last = made[-1]
    return Proposal(last.seq, tuple(last.data["times"]), str(last.data["zone"]))


def gone(db: Session, case: Case, proposal: Proposal, at: datetime) -> Collection[str]:
    """Of the times that were proposed those that are over at `at`, or somebody else's by now."""
    busy = slots.busy(db, case.officer_id or "", at)
    return {key for key in proposal.times if moment_of(key) <= at or moment_of(key) in busy}


def unsay(db: Session, before: Case, after: Case, row: Move) -> bool:
    """Times that have not left yet, and hold no more after this move, never leave. Whether there were any.

    What she let pass may leave all the same: it says what happens then, and who was told that there is news reads it.
    """
    stays = (before.status, row.until) == (after.status, "")
    if before.status != Status.OFFERED.value or stays or row.key == "unanswered":
        return False
    return offers.drop(db, before.id)


def is_last(stands: Standing) -> bool:
    """Whether times for a call were offered as often as a case bears."""
    case = stands.case
    row = allowed(LIVES[case.kind], Status.IN_TALK, "propose", Role.OFFICER, made=stands.made)
    return not isinstance(row, Move)


def wants(work: Work, case: Case) -> bool:
    """Whether she asked to be called, and said at which number."""
    if case.kind != CONSULTATION.life.kind:
        return False
    content = cases.content_of(work.db, work.keys, case)
    return content is not None and content["answers"].get("way") == CALL
