"""What the clock takes away: drafts nobody touched, what closed cases hold, their ties, unused addresses, leftovers.

One thing a transaction, so that nobody waits long for the writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import partial
from typing import TypeVar

import structlog
from sqlmodel import Session

from bot.cases.deadline import due
from bot.cases.lifecycle import Role
from bot.conversation.message import Line
from bot.talk.rest import unsaid
from handlers import endings
from handlers.acts import added
from handlers.casework import hers
from handlers.house import House
from handlers.promises import leaves
from handlers.tick import Effect, Look, attempted, work_of
from handlers.tied import hold, push
from handlers.visit import zone_of_case
from storage import cases, custody, deadlines, events, refs, retention, upkeep
from storage import drafts as drafts_
from storage.cases import Case
from storage.disk import VaultGone
from storage.retention import Stale

log = structlog.get_logger(__name__)

Thing = TypeVar("Thing")

ROUNDS = 1000
"""Of forgetting rows, in one look: the next look goes on."""


def drafts(house: House, looked: Look) -> Iterator[Effect]:
    """Answers that were not sent, seven days after the last of them; small interviews after one."""

    def page(after: str) -> Sequence[Stale]:
        with house.database.reading() as db:
            return retention.stale(db, looked.then, after)

    def drop(draft: Stale) -> Effect | None:
        with house.database.transaction() as db:
            return Effect("drafts") if retention.drop(db, draft, looked.then, looked.now) else None

    after = ""
    while stale := page(after):
        after = stale[-1].id
        yield from _summed("drafts", _taken("drafts", stale, drop, looked))


def additions(house: House, looked: Look) -> Iterator[Effect]:
    """What she began to add to her case and left so for hours: added as it is, for she was told it is stored."""

    def page(after: str) -> Sequence[Stale]:
        with house.database.reading() as db:
            return retention.left(db, looked.then, after)

    after = ""
    while left := page(after):
        after = left[-1].id
        for one in left:
            yield from attempted("added", partial(_add, house, looked, one))


def contents(house: House, looked: Look) -> Iterator[Effect]:
    """What she wrote and sent, some months after her case was closed."""
    until = retention.months_before(looked.at, retention.MONTHS)
    for case in _cases(house, lambda db, after: retention.full(db, until, after)):
        if looked.dry:
            yield Effect("expired", case.ticket)
        else:
            yield from attempted("expired", partial(_expire, house, looked, case.id, until))


def ties(house: House, looked: Look) -> Iterator[Effect]:
    """The way to her chat, some days after her case was closed: the clock `untie` of the law says how many."""
    for case in _cases(house, retention.tied):
        if not _untied_by(house, case, looked.at):
            continue
        if looked.dry:
            yield Effect("untied", case.ticket)
        else:
            yield from attempted("untied", partial(_untie, house, looked, case.id))


def addresses(house: House, looked: Look) -> Iterator[Effect]:
    """Chats that nothing hangs on, thirty days after they last wrote."""

    def page(after: str) -> Sequence[str]:
        with house.database.reading() as db:
            return retention.unused(db, looked.then, after)

    def forget(lane: str) -> Effect | None:
        with house.database.transaction() as db:
            return Effect("addresses") if retention.forget(db, lane, looked.then) else None

    after = ""
    while unused := page(after):
        after = unused[-1]
        yield from _summed("addresses", _taken("addresses", unused, forget, looked))


def leftovers(house: House, looked: Look) -> Iterator[Effect]:
    """Rows of the queues that are over, and files whose rows were let go of.

    By real time alone: a rehearsal forgets no key by which a duplicate is known.
    """
    if looked.dry:
        return
    yield from _summed("rows", _pruned(house, looked))
    house.database.settle()
    try:
        custody.forget(house.database)
        yield from _summed("files", _buried(house))
        custody.forget(house.database)
    except VaultGone as fault:
        log.warning("clock.evidence_away", kind=type(fault).__name__)
        yield Effect("failed", "files")


def _pruned(house: House, looked: Look) -> Iterator[Effect]:
    for _ in range(ROUNDS):
        with house.database.transaction() as db:
            count = upkeep.prune(db, looked.now)
        if not count:
            return
        yield Effect("rows", count=count)


def _buried(house: House) -> Iterator[Effect]:
    while count := custody.bury(house.database, house.vault):
        yield Effect("files", count=count)


def _add(house: House, looked: Look, left: Stale) -> Effect | None:
    with house.database.transaction() as db:
        if not retention.is_left(db, left, looked.then):
            return None
        opened = drafts_.load(db, house.keys, left.lane)
        acts = [act for draft in opened.under_way if draft.id == left.id for act in unsaid(draft)]
        found = cases.by_ticket(db, str(acts[0].answers["case"])) if acts else None
        if found is None:
            return None
        case, tied = hold(db, found.id, house.settings.language)
        kept = cases.dossier_of(db, house.keys, case).wrapped_content is not None
        if tied is None or tied.lane != left.lane or not kept:
            return None
        effect = Effect("added", case.ticket)
        if looked.dry:
            return effect
        added.keep(work_of(house, db, looked), case, tied, acts[0], opened.dossiers[left.id])
        drafts_.delete(db, left.id, left.dossier, looked.now)
        if tied.hears:
            line = Line("added", {"ticket": case.ticket})
            push(db, house.keys, case, tied, line, due_at=leaves(house, looked, case), now=looked.now)
        hers.told(work_of(house, db, looked), case.id, "added")
        return effect


def _expire(house: House, looked: Look, id: str, until: datetime) -> Effect | None:
    with house.database.transaction() as db:
        case, _ = hold(db, id, house.settings.language)
        if not retention.is_full(db, id, until):
            return None
        endings.expire(db, case, at=looked.at, now=looked.now, rehearsal=looked.rehearsal)
        return Effect("expired", case.ticket)


def _untied_by(house: House, case: Case, at: datetime) -> bool:
    if case.closed_at is None:
        return False
    return due(house.library.law, "untie", case.closed_at, zone_of_case(house.library, case)) <= at


def _untie(house: House, looked: Look, id: str) -> Effect | None:
    with house.database.transaction() as db:
        case, tied = hold(db, id, house.settings.language)
        if tied is None or not _untied_by(house, case, looked.at):
            return None
        deadlines.end(db, id, "untie", "met")
        events.append(db, id, what="untied", by=Role.CLOCK.value, at=looked.at, rehearsal=looked.rehearsal)
        refs.untie(db, tied.lane, id)
        return Effect("untied", case.ticket)


def _cases(house: House, page: Callable[[Session, str], Sequence[str]]) -> Iterator[Case]:
    after = ""
    while True:
        with house.database.reading() as db:
            found = [case for one in page(db, after) if (case := cases.by_id(db, one))]
        if not found:
            return
        yield from found
        after = found[-1].id


def _taken(
    what: str, page: Sequence[Thing], take: Callable[[Thing], Effect | None], looked: Look
) -> Iterator[Effect]:
    for one in page:
        if looked.dry:
            yield Effect(what)
        else:
            yield from attempted(what, partial(take, one))


def _summed(what: str, effects: Iterator[Effect]) -> Iterator[Effect]:
    """One effect with the count of all; those that failed as they are."""
    count = 0
    for effect in effects:
        if effect.what == what:
            count += effect.count
        else:
            yield effect
    if count:
        yield Effect(what, count=count)
