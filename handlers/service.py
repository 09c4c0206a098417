"""One process at work: channels → inbox → turns → outbox → channels; beside them the intake of files, the clock, and
two small web servers.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import signal
import socket
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

import structlog
from fastapi import APIRouter, FastAPI
from sqlmodel import Session

from bot.cases.horizon import lacking
from handlers import metrics, web
from handlers.accepting import Accepting, Write
from handlers.channel import Sender
from handlers.clock import RHYTHM, Rhythm, clock
from handlers.delivery import Delivery
from handlers.dispatch import Dispatch
from handlers.evidence import Collector
from handlers.house import House
from handlers.intake import Fetch, Intake
from handlers.reception import Done
from handlers.turns import Turns
from storage import evidence, mail, shelved, upkeep
from storage.deserted import deserted

log = structlog.get_logger(__name__)

ABREAST = 4
"""Turns side by side on PostgreSQL; SQLite has one writer."""

Aside = Callable[[str, str, str], Awaitable[object]]
"""(address, press, text) -> shown to who pressed, and to nobody else; without a press, said in that chat."""


async def _unsaid(address: str, press: str, text: str) -> None:
    """A channel without groups has nothing to say aside."""


@dataclass(frozen=True, slots=True)
class Channel:
    """One way in and out.

    run   what it does until cancelled, beside its router
    over  told in a thread when the file of that source is stored, refused or given up
    aside  what is said beside the letters, best effort
    link  what a person opens to reach us by it, "" while it is not known
    """

    name: str
    sender: Sender
    fetch: Fetch
    run: Callable[[], Awaitable[None]]
    router: APIRouter | None = None
    over: Callable[[str], None] = lambda source: None
    link: Callable[[], str] = lambda: ""
    aside: Aside = _unsaid


class Service:
    """One process. `accept`, or `keep`, is what channels call before they acknowledge."""

    def __init__(self, house: House, rhythm: Rhythm = RHYTHM) -> None:
        self.house = house
        self._rhythm = rhythm
        self.owner = secrets.token_hex(8)
        self._accepting = Accepting(house.database)
        self._channels: dict[str, Channel] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._turns: Turns | None = None
        self._delivery: Delivery | None = None
        self._collector: Collector | None = None
        self._asides: set[asyncio.Task[None]] = set()

    def accept(self, channel: str, bot: str, external_id: str, address: str, ref: str, body: bytes) -> None:
        """Keep a raw message of that address. Blocking; raises whatever stops the commit."""
        house = self.house
        lane = house.keys.index(f"{channel}:{address}")

        def write(db: Session) -> None:
            mail.accept(
                db, house.keys, channel=channel, bot=bot, external_id=external_id, lane=lane, body=body, ref=ref,
                now=house.database.now(),
            )  # fmt: skip

        self.keep(channel, lane, write)

    def keep(self, channel: str, lane: str, write: Write) -> None:
        """Commit what a channel's message brings, beside others that came with it, then wake the turns.

        write   as in `Accepting.accept`; blocking, and raises whatever stops the commit
        """
        self._accepting.accept(lane, write)
        metrics.ACCEPTED.labels(channel).inc()
        self.wake()

    def wake(self) -> None:
        """Something entered the inbox. May be called from any thread."""
        if self._turns is not None:
            self._turns.poke()

    def posted(self) -> None:
        """Letters may have entered the outbox. May be called from any thread."""
        if self._delivery is not None:
            self._delivery.poke()

    async def run(
        self, channels: Mapping[str, Channel], door: socket.socket, pages: Iterable[APIRouter] = ()
    ) -> None:
        """Until SIGTERM or SIGINT; what is under way is finished first. `door` is the public port, bound.

        pages  what is served beside the channels
        """
        house = self.house
        self._loop = asyncio.get_running_loop()
        self._channels = dict(channels)
        workers = 1 if house.database.sqlite else ABREAST
        self._turns = Turns(replace(house.reception(), ways=self.ways), self._turned, workers)
        dispatch = Dispatch(house.database, house.keys, owner=self.owner, tell=counted)
        self._delivery = Delivery(dispatch, [c.sender for c in channels.values()])
        intake = Intake(
            house.database,
            house.keys,
            house.vault,
            {c.name: c.fetch for c in channels.values()},
            over={c.name: c.over for c in channels.values()},
        )
        self._collector = Collector(house.database, house.keys, house.vault, intake, self._turns.poke)
        parts: list[Awaitable[None]] = [self._turns.run(), self._collector.run()]
        parts += [
            clock(house, self._delivery.poke, self._rhythm),
            web.serve(self.site(channels, pages), door),
        ]
        parts += [channel.run() for channel in channels.values()]
        if channels:
            parts.append(self._delivery.run())  # with nothing to serve it ends at once
        with self._metrics():
            await until_stopped(parts)

    def site(self, channels: Mapping[str, Channel], pages: Iterable[APIRouter] = ()) -> FastAPI:
        """What the public port answers: the channels' own doors, and `pages` beside them."""
        routers = [channel.router for channel in channels.values() if channel.router is not None]
        return web.create(self.house.troubles, [*routers, *pages])

    def ways(self) -> Mapping[str, str]:
        """Channel -> what a person opens to reach us there, "" while it is not known."""
        return {name: channel.link() for name, channel in self._channels.items()}

    def _turned(self, done: Done) -> None:
        """After a turn, from its thread: wake who has work now."""
        if self._delivery is not None:
            self._delivery.poke()
        if done.wants and self._collector is not None and self._loop is not None:
            self._loop.call_soon_threadsafe(self._collector.poke)
        if done.aside is not None and (channel := self._channels.get(done.channel)) is not None:
            assert self._loop is not None
            self._loop.call_soon_threadsafe(self._beside, channel, done.aside)

    def _beside(self, channel: Channel, aside: tuple[str, str, str]) -> None:
        async def said() -> None:
            try:
                await channel.aside(*aside)
            except Exception as fault:  # noqa: BLE001 - best effort: what was done is done
                log.info("aside not said", channel=channel.name, kind=type(fault).__name__)

        task = asyncio.ensure_future(said())
        self._asides.add(task)
        task.add_done_callback(self._asides.discard)

    @contextlib.contextmanager
    def _metrics(self) -> Iterator[None]:
        port = self.house.settings.metrics_port
        if not port:
            yield
            return
        try:
            stop = metrics.serve(port, metrics.Queues(self._waiting))
        except OSError as fault:
            log.warning("metrics port is taken", port=port, errno=fault.errno)
            yield
            return
        try:
            yield
        finally:
            stop()

    def _waiting(self) -> metrics.Waiting:
        now = self.house.database.now()
        with self.house.database.reading() as db:
            depths, files = upkeep.depths(db, now), evidence.waiting(db, now)
            refused, empty = shelved.standing(db, now), deserted(db)
        return metrics.Waiting(
            inbox=depths.inbox, inbox_age=depths.inbox_age, outbox=depths.outbox, outbox_age=depths.outbox_age,
            unknown=depths.unknown, parked=depths.parked, silent=depths.silent, shelved=len(refused),
            evidence=files.count, evidence_age=files.age,
            deserted=sum(one.cases for one in empty),
            deserted_age=max((now - one.since for one in empty), default=timedelta(0)),
            lacking=len(lacking(self.house.library.law, self.house.civil(now).date())),
        )  # fmt: skip


def counted(channel: str, outcome: str, reason: str) -> None:
    """Count what became of a letter."""
    if outcome == "sent":
        metrics.SENT.labels(channel).inc()
        return
    metrics.NOT_SENT.labels(channel, reason, str(outcome != "failed").lower()).inc()
    if reason == "too-many":
        metrics.THROTTLED.labels(channel).inc()


async def until_stopped(parts: list[Awaitable[None]]) -> None:
    """Run every part until one ends, fails, or we are told to stop; then cancel the rest and wait for them."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    tasks = [asyncio.ensure_future(part) for part in parts]
    for one in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(one, stop.set)
    stopped = asyncio.create_task(stop.wait())
    try:
        done, _ = await asyncio.wait({*tasks, stopped}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in (*tasks, stopped):
            task.cancel()
        await asyncio.gather(*tasks, stopped, return_exceptions=True)
    for task in done - {stopped}:
        task.result()
