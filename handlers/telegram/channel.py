"""Telegram as one channel of the service: polled or posted to, sent to, fetched from."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from functools import partial

import structlog
from telegram.error import TelegramError

from handlers.copies import Copies
from handlers.service import Channel, Service
from handlers.telegram import webhook
from handlers.telegram.client import connected
from handlers.telegram.door import Door
from handlers.telegram.fetch import fetch
from handlers.telegram.hear import Envelope
from handlers.telegram.poll import Poller
from handlers.telegram.presses import Presses
from handlers.telegram.profile import show
from handlers.telegram.send import TelegramSender, aside, sender
from storage import lease
from storage.database import UNAVAILABLE

CHANNEL = "telegram"
POLLS = timedelta(seconds=20)
"""How long a process that died keeps the others of its database from polling; it renews four times as often."""
AGAIN, LONGEST = 15.0, 300.0
"""Seconds between tries to tell Telegram our webhook or profile, doubling."""

log = structlog.get_logger(__name__)


@asynccontextmanager
async def telegram(service: Service) -> AsyncIterator[Channel]:
    """The channel, connected. It asks nothing of Telegram until it runs."""
    house = service.house
    settings = house.settings
    assert settings.telegram_token is not None
    token = settings.telegram_token.get_secret_value()
    name = token.partition(":")[0]
    async with connected(token, settings.telegram_api_url) as bot:
        presses = Presses(bot)
        words = house.library.words
        out = TelegramSender(bot, words, presses, Copies(house.database, house.keys, house.vault))

        def accept(found: Envelope, body: bytes) -> None:
            service.accept(CHANNEL, name, found.external_id, found.address, found.ref, body)

        def held() -> bool:
            if house.database.sqlite:
                return True  # it serves one process: `storage.sole`
            with house.database.transaction() as db:
                return lease.hold(db, f"poll:{name}", service.owner, house.database.now(), POLLS)

        def let_go() -> None:
            with suppress(*UNAVAILABLE), house.database.transaction() as db:
                lease.let_go(db, f"poll:{name}", service.owner)

        door = Door(bot, words, presses, accept)
        posted = settings.telegram_mode == "webhook" and settings.telegram_secret is not None
        secret = settings.telegram_secret.get_secret_value() if settings.telegram_secret else ""

        link: list[str] = []

        async def named() -> None:
            link[:] = [(await bot.get_me()).link or ""]

        async def run() -> None:
            asked = (("name", named), ("profile", partial(show, bot, words, settings.language)))
            telling = [asyncio.create_task(patiently(what, tell)) for what, tell in asked]
            try:
                if posted:
                    await patiently("webhook", partial(webhook.register, bot, settings.address, secret))
                    await asyncio.Event().wait()
                else:
                    await Poller(bot, door, held, renewed=POLLS.total_seconds() / 4).run()
            finally:
                for one in telling:
                    one.cancel()
                await asyncio.to_thread(let_go)

        yield Channel(
            CHANNEL,
            sender(out),
            partial(fetch, bot),
            run,
            webhook.router(secret, door) if posted else None,
            link=lambda: next(iter(link), ""),
            aside=aside(bot),
        )


async def patiently(
    what: str,
    tell: Callable[[], Awaitable[object]],
    pause: Callable[[float], Awaitable[object]] = asyncio.sleep,
) -> None:
    """Tell Telegram something about us until it has heard it, however long that takes: without it nobody reaches us."""
    wait = AGAIN
    while True:
        try:
            await tell()
        except TelegramError as fault:
            log.warning("telegram.not_told", what=what, fault=type(fault).__name__)
            await pause(wait)
            wait = min(2 * wait, LONGEST)
        else:
            return
