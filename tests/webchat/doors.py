"""Both of our sites as `saksi run` wires them, and every address they answer: none of it is listed by hand."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx2
from fastapi import FastAPI
from fastapi.routing import iter_route_contexts
from pydantic import SecretStr

from handlers.app import channels, front
from handlers.house import House, open_house
from handlers.service import Service
from handlers.settings import Settings
from handlers.tryout.clock import Clock
from handlers.tryout.house import own, tried
from handlers.tryout.serve import tryout
from storage.sql import sql
from tests.serving import serving

MADE_UP = {"name": "saksi.css"}
"""What stands in an address where its pattern leaves a gap; in any other, 1."""


@dataclass
class Doors:
    """forms: address of a form -> its page. clock, again: the try-out's; `again` is set when somebody begins anew."""

    app: FastAPI
    house: House
    client: httpx2.AsyncClient
    forms: dict[str, str]
    clock: Clock = field(default_factory=Clock)
    again: asyncio.Event = field(default_factory=asyncio.Event)

    def addresses(self, method: str) -> list[str]:
        """Each one that takes this method, its gaps filled."""
        found = {
            re.sub(r"\{(\w+)\}", lambda gap: MADE_UP.get(gap[1], "1"), context.path or "")
            for context in iter_route_contexts(self.app.routes)
            if method in (context.methods or ())
        }
        return sorted(found)

    def heard(self) -> int:
        """Messages that were kept."""
        with self.house.database.reading() as db:
            return int(db.connection().execute(sql("SELECT count(*) FROM inbox")).scalar_one())


@asynccontextmanager
async def real(folder: Path) -> AsyncIterator[Doors]:
    """Every channel there is, and the front page. None is run: nothing leaves this machine."""
    settings = Settings(
        _env_file=None, data_dir=folder, webchat=True, operator="Bawaslu Uji", contact="uji@contoh.id",
        telegram_token=SecretStr("1:AAH"), telegram_mode="webhook", telegram_secret=SecretStr("rahasia"),
        twilio_account_sid="AC1", twilio_auth_token=SecretStr("rahasia"), twilio_sender="+6281234567890",
    )  # fmt: skip
    house = await asyncio.to_thread(open_house, settings)
    service = Service(house)
    async with channels(service) as found:
        assert set(found) == set(settings.channels) == {"telegram", "whatsapp", "webchat"}
        app = service.site(found, front(house, service))
        async with serving(app) as url, httpx2.AsyncClient(base_url=url, timeout=30) as client:
            yield Doors(app, house, client, {"/chat": "/chat", "/chat/leave": "/chat"})
    house.database.dispose()


@asynccontextmanager
async def two_phones(folder: Path) -> AsyncIterator[Doors]:
    """The try-out."""
    house, clock = await asyncio.to_thread(tried, own(Settings(_env_file=None, data_dir=folder)))
    again = asyncio.Event()
    service = Service(house)
    async with tryout(service, clock, again) as channel:
        app = service.site({channel.name: channel})
        async with serving(app) as url, httpx2.AsyncClient(base_url=url, timeout=30) as client:
            yield Doors(app, house, client, {"/clock": "/", "/phones/sari/webchat": "/"}, clock, again)
    house.database.dispose()
