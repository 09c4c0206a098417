"""`saksi run`: what must be there before anything starts, in the order in which nothing is touched for nothing.

1. The public port is free. 2. An SQLite database is served by nobody else. 3. Everything remembered opens.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import sys
from collections.abc import AsyncIterator, Iterator

import structlog
from fastapi import APIRouter

from handlers import logs, web
from handlers.house import House, open_house
from handlers.service import Channel, Service
from handlers.settings import Settings
from handlers.stores import CannotOpen, sentence
from handlers.tryout.here import possible
from storage.sole import AlreadyServed, inherit, sole

log = structlog.get_logger(__name__)


def main(settings: Settings) -> None:
    """Until it is stopped. What cannot be opened, or must not go on: one sentence, exit 1."""
    logs.configure(settings.secrets)
    try:
        with door(settings) as bound:
            if possible(settings):
                asyncio.run(try_out(settings, bound))
                return
            with alone_with(settings), opened(settings) as house:
                asyncio.run(serve(house, bound))
    except CannotOpen as fault:
        print(fault, file=sys.stderr)  # noqa: T201 - for the operator at the terminal
        sys.exit(1)
    except Exception:
        log.exception("stopped by a fault")
        sys.exit(1)


@contextlib.contextmanager
def door(settings: Settings) -> Iterator[socket.socket]:
    """The public port, ours. Raises CannotOpen."""
    host, port = settings.http_host, settings.http_port
    try:
        bound = web.bound(host, port)
    except OSError as fault:
        raise CannotOpen(
            f"Port {port} of {host} cannot be used: {fault.strerror}. Does Saksi run already? Otherwise choose another "
            "with SAKSI_HTTP_PORT."
        ) from fault
    with bound:
        yield bound


@contextlib.contextmanager
def alone_with(settings: Settings) -> Iterator[None]:
    """The one process of an SQLite database; of PostgreSQL there may be many. Raises CannotOpen."""
    file = settings.database_file
    with contextlib.ExitStack() as stack:
        try:
            if file is not None:
                file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                stack.enter_context(sole(file))
        except AlreadyServed as fault:
            raise CannotOpen(
                f"{str(fault).capitalize()}. Several processes need PostgreSQL: see SAKSI_DATABASE_URL."
            ) from fault
        except OSError as fault:
            raise CannotOpen(sentence(fault)) from fault
        yield


@contextlib.contextmanager
def opened(settings: Settings) -> Iterator[House]:
    """Raises CannotOpen."""
    house = open_house(settings)
    try:
        if house.database.sqlite:
            with house.database.transaction() as db:
                inherit(db, house.database.now())
        yield house
    finally:
        house.database.dispose()


async def serve(house: House, bound: socket.socket) -> None:
    """Every channel that is set up, and all the rest."""
    service = Service(house)
    async with channels(service) as found:
        if not found:
            print(alone(house.settings), file=sys.stderr)  # noqa: T201
        pages = front(house, service) if found else ()
        settled()
        await service.run(found, bound, pages)


def settled() -> None:
    """What was loaded at the start stays for good: no collection of garbage need look through the law and the land."""
    gc.collect()
    gc.freeze()


@contextlib.asynccontextmanager
async def channels(service: Service) -> AsyncIterator[dict[str, Channel]]:
    """Those that are set up, connected. None asks anything of anybody until it runs."""
    settings = service.house.settings
    async with contextlib.AsyncExitStack() as stack:
        found = {}
        if settings.telegram_token is not None:
            from handlers.telegram.channel import telegram  # noqa: PLC0415 - much to load for who has no Telegram

            found["telegram"] = await stack.enter_async_context(telegram(service))
        if settings.twilio_account_sid is not None:
            from handlers.whatsapp.channel import whatsapp  # noqa: PLC0415 - as above

            found["whatsapp"] = await stack.enter_async_context(whatsapp(service))
        if settings.webchat:
            from handlers.webchat.channel import webchat  # noqa: PLC0415 - as above

            found["webchat"] = await stack.enter_async_context(webchat(service))
        yield found


def front(house: House, service: Service) -> list[APIRouter]:
    """What a person sees who opens our address."""
    from handlers.webchat import assets  # noqa: PLC0415 - as above
    from handlers.webchat.front import router  # noqa: PLC0415
    from handlers.webchat.page import Pages  # noqa: PLC0415

    pages = Pages(house.library.words, house.settings.language, assets.Shelf(assets.FOLDER))
    return [router(pages, service.ways)]


async def try_out(settings: Settings, bound: socket.socket) -> None:
    """Two phones in a browser, where no citizen is reached. Raises CannotOpen."""
    from handlers.tryout.serve import serve  # noqa: PLC0415 - as above

    try:
        await serve(settings, bound)
    except AlreadyServed as fault:
        raise CannotOpen(f"{str(fault).capitalize()}.") from fault
    except OSError as fault:
        raise CannotOpen(sentence(fault)) from fault


def alone(settings: Settings) -> str:
    """What a newcomer without a channel reads."""
    return (
        "Saksi is running, but no citizen can reach it yet: no channel is set up. The page for trying it "
        f"out is shown to this machine alone, and SAKSI_HTTP_HOST={settings.http_host} lets others in: leave it away "
        "to see the page. To try the conversation at once, "
        "open another terminal and run `make talk`: the same interview, the same storage. To be reached on Telegram, "
        "ask @BotFather for a bot, write SAKSI_TELEGRAM_TOKEN, SAKSI_OPERATOR (who answers for the data) and "
        "SAKSI_CONTACT (how to reach them) into .env, and start again. Meanwhile "
        f"{settings.address}/healthz answers. Ctrl-C stops."
    )
