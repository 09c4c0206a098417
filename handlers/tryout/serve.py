"""The try-out at work: a house, and after each reset another one, at the same port."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import socket
import sys
import time
from collections.abc import AsyncIterator, Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

from handlers import boards
from handlers.accepting import Accepting
from handlers.clock import RHYTHM, Rhythm
from handlers.copies import Copies
from handlers.service import Channel, Service
from handlers.settings import Settings
from handlers.stores import CannotOpen
from handlers.tryout.clock import Clock
from handlers.tryout.here import local, possible
from handlers.tryout.house import clear, own, tried
from handlers.tryout.page import Table
from handlers.tryout.phones import phones
from handlers.webchat.channel import shelf
from handlers.webchat.hear import CHANNEL
from handlers.webchat.live import Live
from handlers.webchat.page import Pages
from handlers.webchat.send import WebSender, sender
from handlers.webchat.spool import fetch, over
from storage import upkeep
from storage.database import Database
from storage.sole import inherit, sole

FOLDER = Path(__file__).parent
LIVELY: Rhythm = (*RHYTHM, (timedelta(seconds=2), (boards.pinned,)))
"""Both phones are looked at side by side: what a desk's list counts is there as soon as its cards."""
LEAVES, LOOKED = 1.0, 0.02
"""Seconds that letters have to leave at each stop of the clock, and between two looks at whether they have."""
REFUSED = (
    "The page for trying Saksi out is for this machine alone, and is never there beside a real channel. With "
    "SAKSI_HTTP_HOST=127.0.0.1 and no channel set up it opens."
)


async def serve(settings: Settings, bound: socket.socket) -> None:
    """Until it is stopped. Whoever calls while the house is changed waits at the port, and is answered by the new one.

    Raises CannotOpen, also where it may not be, AlreadyServed, OSError.
    """
    if not possible(settings) or not local(bound.getsockname()[0]):
        raise CannotOpen(REFUSED)
    mine, stop, said = own(settings), asyncio.Event(), False
    bound.listen(128)
    while not stop.is_set():
        file = mine.database_file
        assert file is not None
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with sole(file):
            house, clock = await asyncio.to_thread(tried, mine)
            try:
                with house.database.transaction() as db:
                    inherit(db, house.database.now())
                again = asyncio.Event()
                service = Service(house, LIVELY)
                async with tryout(service, clock, again) as channel:
                    if not said:
                        print(welcome(mine), file=sys.stderr)  # noqa: T201 - for whoever started it
                        said = True
                    await service.run({channel.name: channel}, bound.dup())
            finally:
                house.database.dispose()
            if not again.is_set():
                return
            loop = asyncio.get_running_loop()
            for one in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(one, stop.set)
            await asyncio.to_thread(clear, mine.data_dir)


@contextlib.asynccontextmanager
async def tryout(service: Service, clock: Clock, again: asyncio.Event) -> AsyncIterator[Channel]:
    """The page with two phones, as the one channel of its house. again: somebody wants to begin anew."""
    house = service.house
    live, writing = Live(house.database), Accepting(house.database)
    copies = Copies(house.database, house.keys, house.vault)
    made = WebSender(
        house.database, house.keys, house.library.words, writing, live.poke, copies, civil=house.civil
    )
    pages = Pages(
        house.library.words, house.settings.language, shelf(house.library.land, FOLDER / "static"),
        FOLDER / "templates",
    )  # fmt: skip
    every = dict(phones(house, pages, live, writing, service.wake, copies))
    table = Table(every, clock, partial(leaves, house.database, service.posted), again.set)
    yield Channel(
        CHANNEL, sender(made), partial(fetch, house.vault), partial(until, live, again), table.routes(),
        over=partial(over, house.vault), link=lambda: house.settings.address,
    )  # fmt: skip


def leaves(database: Database, posted: Callable[[], None], patience: float = LEAVES) -> None:
    """Let go what was posted, before the clock is moved on: a letter bears the time at which it leaves. Blocking."""
    posted()
    latest = time.monotonic() + patience
    while time.monotonic() < latest:
        with database.reading() as db:
            if not upkeep.depths(db, database.now()).outbox_age:
                return
        time.sleep(LOOKED)


async def until(live: Live, again: asyncio.Event) -> None:
    """Show what changes until somebody wants to begin anew."""
    watching = asyncio.create_task(live.run())
    try:
        await again.wait()
        await asyncio.sleep(0)
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)


def welcome(settings: Settings) -> str:
    """What a newcomer reads: one paragraph, one address."""
    return (
        f"Saksi is open at {settings.address} for you alone: a citizen's phone and an officer's, side by side, with "
        "the real engine behind them and a clock you can move. Report something, then answer as the officer. Nothing "
        "of it is real or leaves this machine; it lives in the folder tryout, never in your real data. The same talk "
        "runs in a terminal with `make talk`. To be reached on Telegram, write SAKSI_TELEGRAM_TOKEN, SAKSI_OPERATOR "
        "and SAKSI_CONTACT into .env and start again. Ctrl-C stops."
    )
