"""The whole service in this process, beside the strict Twilio (and a strict Telegram); its civil clock stands."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
from sqlmodel import Session

from handlers import web
from handlers.ears import EARS
from handlers.house import House, open_house
from handlers.reception import Reception
from handlers.service import Channel, Service
from handlers.settings import Settings
from handlers.telegram.channel import telegram
from handlers.whatsapp.channel import whatsapp
from storage.database import Database
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.twilio.server import FakeTwilio
from tests.talking import QUICKLY, Drawing, library

START = datetime(2024, 10, 16, 19, 40, tzinfo=ZoneInfo("Asia/Makassar"))
STAFFED = frozenset({"bawaslu:74.07", "bawaslu:74", "bkn"})


@dataclass(frozen=True, slots=True)
class Staged(House):
    """A house whose tickets and codes are those of the transcripts."""

    draw: Callable[[int], bytes] = field(default_factory=Drawing)
    staffed: Callable[[Session, str], bool] = lambda db, desk: desk in STAFFED

    def reception(self) -> Reception:
        return Reception(
            self.database, self.keys, self.library, EARS, "id", self.civil,
            staffed=self.staffed, draw=self.draw, office=self.office,
        )  # fmt: skip


@dataclass
class Running:
    house: House
    service: Service
    channel: Channel
    url: str

    @property
    def database(self) -> Database:
        return self.house.database


def staged(
    folder: Path, fake: FakeTwilio, database_url: str, port: int, beside: FakeTelegram | None = None
) -> House:
    told: dict[str, Any] = {
        "data_dir": folder, "database_url": database_url, "twilio_account_sid": fake.account,
        "twilio_auth_token": fake.token, "twilio_sender": fake.sender, "twilio_api_url": fake.url,
        "public_url": f"http://127.0.0.1:{port}", "metrics_port": 0, "push_delay": "0",
        "operator": "{pengelola}", "contact": "{kontak}",
    }  # fmt: skip
    if beside is not None:
        told |= {"telegram_token": beside.token, "telegram_api_url": beside.url}
    house = open_house(Settings(_env_file=None, **told), lambda now: START.astimezone(UTC))
    return Staged(house.settings, library(), house.database, house.keys, house.vault, house.civil)


@asynccontextmanager
async def running(
    folder: Path, fake: FakeTwilio, database_url: str, beside: FakeTelegram | None = None, **house: Any
) -> AsyncIterator[Running]:
    """Serving, and known to Twilio. beside: a Telegram that is polled."""
    with web.bound("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
        here = replace(staged(folder, fake, database_url, port, beside), **house)
        service = Service(here)
        async with contextlib.AsyncExitStack() as stack:
            made = await stack.enter_async_context(whatsapp(service))
            channel = replace(made, sender=replace(made.sender, rate=lambda _: QUICKLY))
            channels = {"whatsapp": channel}
            if beside is not None:
                channels["telegram"] = await stack.enter_async_context(telegram(service))
            serving = asyncio.create_task(service.run(channels, door))
            url = f"http://127.0.0.1:{port}"
            await _answers(f"{url}/healthz", serving)
            fake.connect(f"{url}/whatsapp/webhook")
            try:
                yield Running(here, service, channel, url)
            finally:
                serving.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await serving
    here.database.dispose()


async def _answers(url: str, serving: asyncio.Task[None]) -> None:
    """Wait until somebody answers there, or the service has ended."""
    async with aiohttp.ClientSession() as client:
        while not serving.done():
            with contextlib.suppress(aiohttp.ClientError):
                async with client.get(url):
                    return
            await asyncio.sleep(0.02)
    await serving
