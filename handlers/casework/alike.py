"""Reports that may be about the same thing as this one: what an officer is proposed to merge.

Fifty reports of one banner are one proposal. A person decides: nothing is merged by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.cases import resemblance as rules
from bot.cases.lifecycle import Move, Status
from handlers.casework import batch, may, moves
from handlers.casework.given import GOES_ON
from handlers.casework.work import Moved, Refused, Standing, Waiting, Work
from storage import cases, likeness
from storage.cases import Case
from storage.desks import Officer

REASONS = ("file", "link", "look", "spot", "place")
"""Why they may be the same, the surest first."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Another report, and why it may be about the same."""

    case: Case
    why: tuple[str, ...]

    @property
    def strong(self) -> bool:
        return any(reason in rules.STRONG for reason in self.why)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What came of merging many: how many are merged, how many wait for a second officer, how many could not be."""

    merged: int
    waiting: int
    left: int


def alike(work: Work, officer: Officer, case: Case) -> Sequence[Alike]:
    """Open reports that this officer may know of, the surest first; of some what speaks for it."""
    why: dict[str, set[str]] = {}
    for other, reason in _found(Standing(work, case)):
        why.setdefault(other, set()).add(reason)
    found = ((one, why[one.id]) for other in sorted(why) if (one := _open(work, officer, case, other)))
    return sorted(
        (Alike(one, tuple(reason for reason in REASONS if reason in reasons)) for one, reasons in found),
        key=lambda one: (REASONS.index(one.why[0]), one.case.id),
    )


def is_any(stands: Standing, officer: Officer) -> bool:
    """Whether there is one at all: asked with every card that is opened, so it looks no further than the first."""
    work, case = stands.work, stands.case
    asked: set[str] = set()
    for other, _ in _found(stands):
        if other not in asked and _open(work, officer, case, other):
            return True
        asked.add(other)
    return False


def gather(work: Work, officer: Officer, case: Case) -> Gathered:
    """Merge into this case what is surely alike, each as if it were pressed by itself."""
    merged = waiting = left = 0
    for one in alike(work, officer, case):
        if not one.strong:
            continue
        told = moves.move(work, officer, one.case.id, one.case.step, "merge", {"ticket": case.ticket})
        merged += isinstance(told, Moved)
        waiting += isinstance(told, Waiting)
        left += isinstance(told, Refused)
    return Gathered(merged, waiting, left)


def may_gather(work: Work, officer: Officer, case: Case, found: Sequence[Alike]) -> int:
    """How many of these would be merged into the case, or wait for a second officer."""
    if Status(case.status) not in GOES_ON:
        return 0
    return sum(
        one.strong and isinstance(may.makes(Standing(work, one.case), officer, "merge"), Move)
        for one in found
    )


def _open(work: Work, officer: Officer, case: Case, other: str) -> Case | None:
    """The other report, where it is one, goes on, and this officer may know of it."""
    one = cases.by_id(work.db, other)
    if one is None or one.kind != case.kind or one.merged_into or Status(one.status) not in GOES_ON:
        return None
    return one if may.knows(Standing(work, one), officer) is None else None


def _found(stands: Standing) -> Iterator[tuple[str, str]]:
    """(case, reason), as often as there are reasons."""
    work, case = stands.work, stands.case
    content = cases.content_of(work.db, work.keys, case)
    if content is not None:
        sought = rules.sought(case.topic, case.region, case.happened_on, content["answers"])
        yield from likeness.sharing(work.db, work.keys, case.id, sought)
    own = {row.id: row.dhash for row in batch.files(stands)}
    for other, mine, theirs in likeness.same_files(work.db, case):
        if mine in own and _is_seen(work, other, theirs):
            yield other, "file"
    looks = [dhash for dhash in own.values() if dhash]
    for other, theirs, dhash in likeness.pictures(work.db, case) if looks else ():
        if any(rules.alike(dhash, one) for one in looks) and _is_seen(work, other, theirs):
            yield other, "look"


def _is_seen(work: Work, other: str, file: str) -> bool:
    """A file that just came to the other report speaks for nothing before its batch."""
    case = cases.by_id(work.db, other)
    return case is not None and file not in batch.hidden(Standing(work, case))
