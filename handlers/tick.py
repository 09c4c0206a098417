"""What the clock does: one look at it, by whichever replica, once or a thousand times.

Every effect is claimed in the database in the transaction that brings it about, so it happens once. Nothing here is
needed in time: a look after a week of sleep does in one what was missed, and tells each citizen once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy.exc import OperationalError
from sqlmodel import Session

from handlers.casework.work import Work
from handlers.house import House
from storage.database import anew

log = structlog.get_logger(__name__)

SENTENCES = {
    "news": "{about}: she is told that nothing has changed",
    "news-unheard": "{about}: nothing has changed, and no letter may leave",
    "news-over": "{about}: no more news is owed",
    "withdrawn": "{about}: withdrawn, as asked for from another chat",
    "erased": "{about}: erased, as asked for from another chat",
    "expired": "{about}: what it held was kept long enough and is erased",
    "untied": "{about}: the tie to her chat is cut",
    "returned": "{about}: without a step for two working days, it is the desk's again",
    "lifted": "{about}: nobody sits at its desk, and the next that has officers reads it",
    "orphaned": "{about}: what it was merged into was taken back, and it is read by itself",
    "released": "{about}: its officer has left, it is the desk's again",
    "call-off": "{about}: another phone may answer in its chat, so that nobody is called",
    "unanswered": "{about}: the question stays unanswered",
    "overdue": "{about}: the time to decide has passed, and the desk that wrote is told",
    "escalated": "{about}: still no decision, and the office above is told",
    "lapsed": "{about}: she had time to answer or to object and did not; nothing follows",
    "settled": "{about}: closed, the time to object has passed",
    "unrated": "{about}: not rated, and counted as nothing",
    "late": "{about}: late, as the supervisor's digest will say",
    "digest": "{about}: its officers have the morning's digest",
    "reminded": "{about}: whoever is waited for is reminded",
    "board": "{about}: its list of today is drawn anew",
    "room-lost": "{about}: the bot is out of its group, and its officers are told",
    "added": "{about}: what she had begun to add is added",
    "drafts": "{count} unfinished interviews that nobody touched are deleted",
    "addresses": "{count} addresses that nobody uses are forgotten",
    "rows": "{count} rows of the queues that are over are forgotten",
    "files": "{count} files that were let go of are removed",
    "failed": "{about} could not be done; the log says why",
}
"""What an operator reads of each effect."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that was done, or with a dry run would be: a key of SENTENCES, and the ticket it is about."""

    what: str
    about: str = ""
    count: int = 1

    def __str__(self) -> str:
        return SENTENCES[self.what].format(about=self.about, count=self.count)


@dataclass(frozen=True, slots=True)
class Look:
    """One look at the clock.

    now        real time: queues, and when letters leave
    at         civil time: deadlines and texts
    then       real time as it will be when civil time is `at`: what is kept is measured by it
    rehearsal  somebody asked for this `at`: events are marked, and nobody waits for the morning
    dry        nothing is done
    """

    now: datetime
    at: datetime
    then: datetime
    rehearsal: bool = False
    dry: bool = False


Duty = Callable[[House, Look], Iterator[Effect]]


def look(house: House, at: datetime | None = None, *, dry: bool = False) -> Look:
    """The clock as it stands, or as it would at civil time `at` (aware)."""
    now = house.database.now()
    civil = house.civil(now)
    if at is None:
        return Look(now, civil, now, dry=dry)
    return Look(now, at, now + (at - civil), rehearsal=True, dry=dry)


def work_of(house: House, db: Session, looked: Look) -> Work:
    """One transaction of the clock, as casework sees it."""
    language = house.settings.language
    return Work(
        db,
        house.keys,
        house.library,
        house.office,
        looked.now,
        looked.at,
        language,
        rehearsal=looked.rehearsal,
    )


def perform(
    house: House, duties: Iterable[Duty], looked: Look, stopping: Callable[[], bool] = lambda: False
) -> Iterator[Effect]:
    """Every duty in order, until we are to stop: the rest is for the next look.

    Raises what the database raises when it is not there.
    """
    for duty in duties:
        for effect in duty(house, looked):
            yield effect
            if stopping():
                return


def attempted(what: str, act: Callable[[], Effect | None]) -> Iterator[Effect]:
    """One effect of many: what goes wrong with it is logged and left for the next look, and the others go on."""
    try:
        effect = anew(act)
    except OperationalError as fault:
        log.warning("clock.put_off", what=what, kind=type(fault).__name__)
        yield Effect("failed", what)
    except Exception:
        log.exception("clock.failed", what=what)
        yield Effect("failed", what)
    else:
        if effect is not None:
            yield effect
