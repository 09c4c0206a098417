"""The service of the benchmark, a process of its own: real webhooks, inbox, turns, storage; nothing is sent.

Usage: python -m scripts.bench.served FOLDER PORT [accepts]; the last word leaves the turns for later.
"""

from __future__ import annotations

import asyncio
import contextlib
import sys
from functools import partial
from pathlib import Path

from telegram import Bot

from handlers import web
from handlers.app import settled
from handlers.house import open_house
from handlers.service import Service
from handlers.settings import read
from handlers.telegram import webhook
from handlers.telegram.door import Door
from handlers.telegram.hear import Envelope
from handlers.telegram.presses import Presses
from handlers.turns import Turns
from handlers.whatsapp import receive
from handlers.whatsapp.accept import lane, written

TOKEN = "1:" + "a" * 35
SECRET = "secret"
SENDER = "+14155238886"


async def serve(folder: Path, port: int, *, answers: bool) -> None:
    house = open_house(read(folder))
    service = Service(house)
    bot = Bot(TOKEN)
    turns = Turns(house.reception(), lambda done: None, 1)

    def accept(found: Envelope, body: bytes) -> None:
        service.accept("telegram", "1", found.external_id, found.address, found.ref, body)
        turns.poke()

    def keep(found: receive.Envelope, body: bytes) -> None:
        service.keep("whatsapp", lane(house, found), partial(written, house, SENDER, found, body))
        turns.poke()

    async def unsaid(address: str) -> None:
        raise SystemExit(f"a message was not kept ({len(address)})")

    door = Door(bot, house.library.words, Presses(bot), accept)
    seal = receive.Seal(f"http://127.0.0.1:{port}", (SECRET,))
    signed = receive.router(seal, keep, lambda letter, knock, form: None, receive.Notices(unsaid))
    app = web.create(house.troubles, [webhook.router(SECRET, door), signed])
    server = web.server(app, "127.0.0.1", port)
    settled()
    with contextlib.suppress(asyncio.CancelledError):
        await asyncio.gather(server.serve(), *([turns.run()] if answers else []))


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), answers="accepts" not in sys.argv[3:]))
