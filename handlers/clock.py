"""The clock: APScheduler pokes, and every effect is claimed in the database. Any number of replicas may tick.

What comes late comes once: a poke that was missed is made up for by the next, however long the process slept.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from handlers import boards, deserted, expiry, late, promises
from handlers.abandoned import abandoned
from handlers.digest import digest
from handlers.house import House
from handlers.orphaned import orphaned
from handlers.parted import parted
from handlers.reminders import reminders
from handlers.stranded import stranded
from handlers.tick import Duty, Effect, look, perform

log = structlog.get_logger(__name__)

PROMISES: tuple[Duty, ...] = (promises.asked, abandoned, parted, late.passing, reminders, promises.news)
"""In this order: who has left is owed no news, and who was told of something is told nothing more that day."""
ROOMS: tuple[Duty, ...] = (boards.lost, boards.pinned, digest)
"""Last in their minute: what the others have changed stands on the list."""
EXPIRY: tuple[Duty, ...] = (
    orphaned,
    stranded,
    deserted.alarm,
    expiry.additions,
    expiry.drafts,
    expiry.contents,
    expiry.ties,
    expiry.addresses,
    expiry.leftovers,
)
Rhythm = Sequence[tuple[timedelta, tuple[Duty, ...]]]
RHYTHM: Rhythm = (
    (timedelta(minutes=1), (*PROMISES, *ROOMS)),
    (timedelta(minutes=10), EXPIRY),
)
"""How often each is looked at. Nothing is promised to the minute."""


def tick(house: House, at: datetime | None = None, *, dry_run: bool = False) -> list[Effect]:
    """What the clock would do now, or at civil time `at` (aware), which makes it a rehearsal. `str()` reads an effect.

    Raises what the database raises when it is not there.
    """
    return list(perform(house, (*PROMISES, *ROOMS, *EXPIRY), look(house, at, dry=dry_run)))


async def clock(house: House, told: Callable[[], None] = lambda: None, rhythm: Rhythm = RHYTHM) -> None:
    """Tick until cancelled, first at once; the case that is being seen to then is finished.

    told    called, from any thread, when letters may have been posted
    rhythm  how often each duty is looked at
    """
    stop = threading.Event()
    under_way: set[asyncio.Future[None]] = set()
    scheduler = AsyncIOScheduler(
        timezone=UTC,
        job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
    )

    async def poked(duties: Sequence[Duty]) -> None:
        looking = asyncio.ensure_future(asyncio.to_thread(_poked, house, duties, told, stop))
        under_way.add(looking)
        looking.add_done_callback(under_way.discard)
        with contextlib.suppress(asyncio.CancelledError):  # the scheduler would log it as a fault
            await asyncio.shield(looking)

    for every, duties in rhythm:
        scheduler.add_job(
            poked, "interval", seconds=every.total_seconds(), args=(duties,), next_run_time=datetime.now(UTC)
        )
    scheduler.start()
    try:
        await asyncio.Event().wait()
    finally:
        stop.set()
        scheduler.shutdown(wait=False)
        if under_way:
            await asyncio.wait(under_way)


def _poked(house: House, duties: Sequence[Duty], told: Callable[[], None], stop: threading.Event) -> None:
    """One look. Whatever goes wrong, the clock goes on."""
    effects: list[Effect] = []
    try:
        effects.extend(perform(house, duties, look(house), stop.is_set))
    except Exception:
        log.exception("clock.failed")
    if effects:
        log.info("clock.ticked", **_counts(effects))
        told()


def _counts(effects: Sequence[Effect]) -> dict[str, int]:
    """How many of each; the log names no case."""
    counts: dict[str, int] = {}
    for effect in effects:
        name = effect.what.replace("-", "_")
        counts[name] = counts.get(name, 0) + effect.count
    return counts
