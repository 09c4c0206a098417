"""From when on officers see what a citizen does: with the next full five minutes, so that nothing tells its minute.

A card that leaves in batches hides nothing while a list, or a number that is tried, shows the case at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from bot.cases.lifecycle import Role
from handlers.casework.work import Standing, Work
from storage import evidence
from storage.events import Event
from storage.evidence import Evidence
from storage.lying import EVER

BATCH = timedelta(minutes=5)
"""What came in it shows together (threats.md 6)."""


def at_once(work: Work) -> bool:
    """Whether nothing waits for a batch: with a delay of nought, and in a rehearsal."""
    return not work.office.delay.most or work.rehearsal


def last(at: datetime) -> datetime:
    """When the last batch left: the last full five minutes, which may be now."""
    return at - timedelta(
        minutes=at.minute % (BATCH.seconds // 60), seconds=at.second, microseconds=at.microsecond
    )


def waits(at: datetime) -> timedelta:
    """How long the next batch takes from then; nothing at a full five minutes."""
    return (last(at) - at) % BATCH


def out(work: Work) -> datetime:
    """What a citizen has done by then officers see, in civil time; what leaves with a batch tells what came in it."""
    return EVER if work.hers or at_once(work) else last(work.at)


def coming(work: Work) -> Work:
    """The same, for what leaves with the next batch."""
    return replace(work, hers=True)


def drawn(stands: Standing) -> Standing:
    """As its cards and notices show it: what nobody has seen of it yet leaves with its batch, whoever moves it."""
    return replace(stands, work=coming(stands.work)) if unseen(stands) else stands


def seen(stands: Standing) -> Sequence[Event]:
    """What happened to it, as far as officers see it."""
    later = {event.seq for event in unseen(stands)}
    return tuple(event for event in stands.events if event.seq not in later)


def unseen(stands: Standing) -> Sequence[Event]:
    """What she did since the last batch."""
    until = out(stands.work)
    if until == EVER:
        return ()
    hers = (event for event in stands.events if event.by == Role.CITIZEN and not event.rehearsal)
    return tuple(event for event in hers if event.at > until)


def files(stands: Standing) -> Sequence[Evidence]:
    """The files that are stored with it, in the order they came; without those that officers do not see yet."""
    later = hidden(stands)
    rows = evidence.of(stands.work.db, stands.case.dossier_id)
    return [row for row in rows if row.state == "stored" and row.id not in later]


def hidden(stands: Standing) -> frozenset[str]:
    """The files that came with what she did since: ids, which it names when she sends them and when they are stored."""
    named = (file for event in unseen(stands) for file in event.data.get("files", ()))
    return frozenset(file if isinstance(file, str) else str(file["id"]) for file in named)
