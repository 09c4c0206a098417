"""The page as one channel of the service: posted to, written onto, its files taken from where it laid them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from bot.cases.region import Land
from handlers.accepting import Accepting
from handlers.copies import Copies
from handlers.service import Channel, Service
from handlers.webchat import towns
from handlers.webchat.assets import FOLDER, Shelf
from handlers.webchat.hear import CHANNEL
from handlers.webchat.live import Live
from handlers.webchat.page import Pages
from handlers.webchat.phone import Phone
from handlers.webchat.receive import router
from handlers.webchat.send import WebSender, sender
from handlers.webchat.session import Sessions
from handlers.webchat.spool import fetch, over


@asynccontextmanager
async def webchat(service: Service) -> AsyncIterator[Channel]:
    """The channel, one phone a browser."""
    house = service.house
    settings = house.settings
    live = Live(house.database)
    # Apart: a post holds a lane before its talk, a letter the talk alone; in one commit they could wait in a circle.
    posts, letters = Accepting(house.database), Accepting(house.database)
    copies = Copies(house.database, house.keys, house.vault)
    made = WebSender(house.database, house.keys, house.library.words, letters, live.poke, copies)
    phone = Phone(
        house,
        Pages(house.library.words, settings.language, shelf(house.library.land)),
        Sessions(house.keys, secure=settings.address.startswith("https://")),
        live,
        posts,
        service.wake,
        copies,
    )
    served = router(phone)
    served.include_router(phone.pages.shelf.router())
    yield Channel(
        CHANNEL,
        sender(made),
        partial(fetch, house.vault),
        live.run,
        served,
        over=partial(over, house.vault),
        link=lambda: f"{settings.address}{phone.path}",
    )


def shelf(land: Land, *folders: Path) -> Shelf:
    """What its pages ask for; `folders` hold more of it."""
    return Shelf(FOLDER, *folders, made={"towns.json": towns.packed(land)})
