"""From when on officers see what a citizen does: with the next full five minutes, so that nothing tells its minute.

A card that leaves in batches hides nothing while a list, or a number that is tried, shows the case at once.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from handlers.casework.work import Standing, Work
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
    """A case as its cards and notices show it: one that nobody has seen yet as in its batch, whoever moves it."""
    seen = stands.case.filed_at <= out(stands.work)
    return stands if seen else replace(stands, work=coming(stands.work))
