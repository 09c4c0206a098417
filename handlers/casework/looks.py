"""Looking at a case: what an officer may open is opened, and each look is an event, committed with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.conversation.message import Line
from handlers import push
from handlers.casework import batch, may
from handlers.casework.carry import record
from handlers.casework.work import Refused, Standing, Work
from handlers.tied import hold
from storage import cases, events, evidence
from storage.cases import Case
from storage.desks import Officer
from storage.events import Event
from storage.evidence import Evidence

LONGEST_REASON = 300


@dataclass(frozen=True, slots=True)
class Added:
    """What came after the report: an answer or an addition, with what it said and the ids of its files."""

    event: Event
    said: Mapping[str, Any] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Story:
    """What she wrote: `answers` as they were filed, `captions` and `posts` beside them, what she added. Never who she
    is."""

    case: Case
    answers: Mapping[str, Any] = field(repr=False)
    beside: Mapping[str, Any] = field(repr=False)
    added: Sequence[Added] = field(repr=False, default=())


def story(work: Work, officer: Officer, case_id: str) -> Story | Refused:
    """Open what she wrote. Refused("erased") where it is gone."""
    case = _opened(work, officer, case_id, "story")
    if isinstance(case, Refused):
        return case
    content = cases.content_of(work.db, work.keys, case)
    if content is None:
        return Refused("erased")
    dossier = cases.dossier_of(work.db, work.keys, case)
    added = [
        Added(event, said)
        for event in batch.seen(Standing(work, case))
        if event.by == "citizen" and (said := events.secret_of(event, case.id, dossier)) is not None
    ]
    beside = {name: content[name] for name in ("captions", "posts") if name in content}
    return Story(case, content["answers"], beside, added)


def files(work: Work, officer: Officer, case_id: str) -> Sequence[Evidence] | Refused:
    """Her files, of which officers get the clean copies: those that are stored, in the order they came."""
    case = _opened(work, officer, case_id, "evidence")
    if isinstance(case, Refused):
        return case
    return batch.files(Standing(work, case))


def identity(work: Work, officer: Officer, case_id: str, reason: str = "") -> Mapping[str, Any] | Refused:
    """Who she is, as she told. Where it is sealed the guardian gives a reason, and she is told of the look."""
    case = _opened(work, officer, case_id, "identity", reason)
    if isinstance(case, Refused):
        return case
    found = cases.identity_of(work.db, work.keys, case)
    return Refused("erased") if found is None else found


def original(work: Work, officer: Officer, case_id: str, file: str, reason: str) -> Evidence | Refused:
    """The row of a file as she sent it: for the guardian, who gives a reason; she is told of the look."""
    case = _opened(work, officer, case_id, "original", reason, {"file": file})
    if isinstance(case, Refused):
        return case
    row = evidence.by_id(work.db, file)
    return row if row is not None and row.state == "stored" else Refused("erased")


def timeline(work: Work, officer: Officer, case_id: str) -> Sequence[Event] | Refused:
    """What happened to the case. Without what is sealed; not a look at what is hers."""
    case = cases.by_id(work.db, case_id)
    if case is None:
        return Refused("gone")
    return may.opens(work, officer, case, "timeline") or batch.seen(Standing(work, case))


def _opened(
    work: Work,
    officer: Officer,
    case_id: str,
    part: str,
    reason: str = "",
    more: Mapping[str, str] | None = None,
) -> Case | Refused:
    """The case, its look recorded; what is sealed for the guardian opens with a reason only, and she hears of it."""
    try:
        case, tied = hold(work.db, case_id, work.language)
    except LookupError:
        return Refused("gone")
    if refused := may.opens(work, officer, case, part):
        return refused
    row = evidence.by_id(work.db, more["file"]) if more else None
    if more and (row is None or row.dossier_id != case.dossier_id):
        return Refused("gone")
    guarded = part == "original" or (part == "identity" and case.identity_level == "sealed")
    if guarded and not 3 <= len(reason.strip()) <= LONGEST_REASON:
        return Refused("needs", ("reason",))
    today = may.present(work, officer) or officer
    secret = {"reason": reason.strip()} if guarded else None
    record(work, case, "opened", today.role, {"officer": today.id, "what": part, **(more or {})}, secret)
    if guarded and tied is not None and tied.hears:
        push.post(work, case, tied, [Line(f"opened-{part}")], push.leaves(work, case))
    return case
