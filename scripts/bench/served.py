"""The service of the benchmark, a process of its own: the real webhook, inbox, turns, storage; nothing is sent."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from functools import partial
from pathlib import Path

from telegram import Bot

from handlers import web
from handlers.house import open_house
from handlers.service import Service
from handlers.settings import read
from handlers.telegram import webhook
from handlers.telegram.door import Door
from handlers.telegram.hear import Envelope
from handlers.telegram.presses import Presses
from handlers.turns import Turns

TOKEN = "1:" + "a" * 35
SECRET = "secret"


async def serve(folder: Path, port: int) -> None:
    house = open_house(read(folder))
    service = Service(house)
    bot = Bot(TOKEN)
    turns = Turns(house.reception(), lambda done: None, 1)

    def accept(found: Envelope, body: bytes) -> None:
        service.accept("telegram", "1", found.external_id, found.address, found.ref, body)
        turns.poke()

    door = Door(bot, house.library.words, Presses(bot), accept)
    app = web.create(house.troubles, [webhook.router(SECRET, door)])
    server = web.server(app, "127.0.0.1", port)
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(server.serve(), turns.run())


if __name__ == "__main__":
    asyncio.run(partial(serve, Path(sys.argv[1]), int(sys.argv[2]))())
