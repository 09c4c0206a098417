"""WhatsApp through Twilio as one channel of the service: posted to, sent to, fetched from, reconciled."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial

import structlog

from handlers import metrics
from handlers.alone import Alone
from handlers.copies import Copies
from handlers.service import Channel, Service
from handlers.whatsapp.accept import lane, written
from handlers.whatsapp.alarms import ring
from handlers.whatsapp.client import FAULTS, code, connected
from handlers.whatsapp.fetch import Doors, fetch
from handlers.whatsapp.form import PREFIX, link
from handlers.whatsapp.handout import Handout
from handlers.whatsapp.handout import router as files
from handlers.whatsapp.hear import Envelope
from handlers.whatsapp.parked import Parked
from handlers.whatsapp.receive import STATUS, Notices, Seal, router
from handlers.whatsapp.reconcile import Reconciler
from handlers.whatsapp.render import CHANNEL
from handlers.whatsapp.send import WhatsAppSender, origin, sender
from handlers.whatsapp.shelf import Shelf
from handlers.whatsapp.status import record
from handlers.whatsapp.window import Window

AGAIN = 30.0
"""Seconds between tries to learn from Twilio which contents it holds."""
LOOKED = 3600.0
"""Seconds between two looks: Meta may pause or recategorise a template at any time."""

log = structlog.get_logger(__name__)


@asynccontextmanager
async def whatsapp(service: Service) -> AsyncIterator[Channel]:
    """The channel, connected. It asks nothing of Twilio until it runs."""
    house = service.house
    settings = house.settings
    account, token, bot = settings.twilio_account_sid, settings.twilio_auth_token, settings.twilio_sender
    assert account is not None
    assert token is not None
    assert bot is not None
    secret = token.get_secret_value()
    before = settings.twilio_auth_token_old
    words = house.library.words
    async with connected(account, secret, settings.twilio_api_url) as client:
        shelf = Shelf(client, Parked(house.database))
        doors = Doors(account, secret, settings.twilio_api_url)
        status = f"{settings.address}{STATUS}"
        copies = Copies(house.database, house.keys, house.vault)
        handout = Handout(settings.address, house.keys, copies, house.database.now)
        window = Window(house.database, house.keys)
        alarm = partial(ring, house.database)
        made = WhatsAppSender(client, bot, words, shelf, window, status, handout=handout, alarm=alarm)

        def kept(found: Envelope, body: bytes) -> None:
            service.keep(CHANNEL, lane(house, found), partial(written, house, bot, found, body))

        async def sorry(address: str) -> None:
            text = words.text(settings.language, "not-stored", {}, CHANNEL)
            await client.messages.create_async(to=f"{PREFIX}{address}", body=text, **origin(bot))

        reconciler = Reconciler(house, client, bot, doors, service.wake)
        alone = Alone(house.database, f"reconcile:{CHANNEL}", service.owner)
        tokens = (secret, *((before.get_secret_value(),) if before is not None else ()))

        posted = router(
            Seal(settings.address, tokens),
            kept,
            partial(record, house.database, house.keys, park=shelf.park, alarm=alarm),
            Notices(sorry),
        )
        posted.include_router(files(handout))

        async def run() -> None:
            async with asyncio.TaskGroup() as parts:
                parts.create_task(_look(shelf))
                parts.create_task(alone.run(reconciler.run))

        yield Channel(
            CHANNEL,
            sender(made),
            partial(fetch, doors),
            run,
            posted,
            link=lambda: link(bot),
        )


async def _look(shelf: Shelf) -> None:
    """Know which contents there are, make the buttons that are missing, and say which templates are."""
    told: list[str] = []
    while True:
        try:
            missing = [f"{one.id} ({one.language})" for one in await shelf.look()]
        except FAULTS as fault:
            log.warning("whatsapp.contents_unknown", fault=type(fault).__name__)
            await asyncio.sleep(AGAIN)
            continue
        try:
            await shelf.fill()
        except FAULTS as fault:
            log.warning("whatsapp.buttons_not_made", code=code(fault), help="choices go as numbers")
        metrics.TEMPLATES.set(len(missing))
        if missing != told:
            log.error("whatsapp.templates_missing", templates=missing, help="saksi whatsapp templates push")
            told = missing
        await asyncio.sleep(LOOKED)
