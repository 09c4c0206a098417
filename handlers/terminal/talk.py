"""`saksi talk`: the same conversation in a terminal, with the same engine and the same storage."""

from __future__ import annotations

import asyncio
import logging
import secrets
import sys
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import TextIO

from bot.conversation import screen
from bot.words.words import Words
from handlers import logs
from handlers.channel import FetchFailed, Sender
from handlers.delivery import Delivery
from handlers.dispatch import Dispatch
from handlers.evidence import Collector
from handlers.house import House, open_house
from handlers.intake import Intake
from handlers.reception import Reception
from handlers.settings import Settings
from handlers.stores import CannotOpen
from handlers.terminal.hear import CHANNEL, packed
from storage import mail
from storage.letters import Letter
from storage.pace import Rate

ADDRESS = "terminal"
"""One citizen sits at a terminal; her drafts are there again when she comes back."""
UNPACED = Rate(timedelta(microseconds=1), burst=1000)
PIECE = 1 << 16


class Terminal:
    """A line in, letters out. Everything that follows from a line is done before the next is read."""

    def __init__(self, house: House, out: TextIO) -> None:
        self._house = house
        self._out = out
        self._reception: Reception = house.reception()
        self._sender = Sender(CHANNEL, self._send, True, UNPACED, lambda address: UNPACED)
        self._delivery = Delivery(Dispatch(house.database, house.keys), [self._sender])
        intake = Intake(house.database, house.keys, house.vault, {CHANNEL: read_file})
        self._collector = Collector(house.database, house.keys, house.vault, intake)

    async def hear(self, line: str) -> None:
        """Accept a line, answer it, take its files in, and show every letter."""
        body = packed(line, ADDRESS)
        lane = self._house.keys.index(f"{CHANNEL}:{ADDRESS}")
        with self._house.database.transaction() as db:
            mail.accept(
                db, self._house.keys, channel=CHANNEL, bot="", external_id=secrets.token_hex(16), lane=lane, body=body,
                now=self._house.database.now(),
            )  # fmt: skip
        await self.settle()

    async def settle(self) -> None:
        """Turns, files and letters, until nothing is left to do now."""
        await asyncio.to_thread(self._turns)
        if await self._collector.once():
            await asyncio.to_thread(self._turns)
        while await self._delivery.round(self._sender) <= 0.001:
            await self._delivery.finish()
        await self._delivery.finish()

    def _turns(self) -> None:
        while self._reception.turn() is not None:
            pass

    async def _send(self, letter: Letter, address: str, edit: str | None) -> str:
        text = screen.numbered(letter.say, self._house.library.words, letter.language, CHANNEL)
        print(f"\n{text}", file=self._out, flush=True)
        return str(letter.id)


async def read_file(source: str, limit: int) -> AsyncIterator[bytes]:
    """A file of this machine in pieces. Raises FetchFailed."""
    try:
        with await asyncio.to_thread(Path(source).open, "rb") as file:
            had = 0
            while piece := await asyncio.to_thread(file.read, PIECE):
                had += len(piece)
                if had > limit:
                    raise FetchFailed("too-large", again=False)
                yield piece
    except OSError:
        raise FetchFailed("gone", again=False) from None


async def talk(house: House) -> None:
    """Read lines until the end of input."""
    terminal = Terminal(house, sys.stdout)
    words: Words = house.library.words
    print(words.text(house.settings.language, "terminal-hello"))  # noqa: T201
    await terminal.settle()
    while line := await asyncio.to_thread(sys.stdin.readline):
        if not line.strip():
            continue
        try:
            await terminal.hear(line.strip())
        except FileNotFoundError as fault:
            print(words.text(house.settings.language, "terminal-no-file", {"name": str(fault)}))  # noqa: T201


def main(settings: Settings) -> None:
    """`saksi talk`. What cannot be opened: one sentence, exit 1."""
    logs.configure(settings.secrets)
    logging.getLogger().setLevel(logging.ERROR)
    try:
        house = open_house(settings)
    except CannotOpen as fault:
        print(fault, file=sys.stderr)  # noqa: T201
        sys.exit(1)
    try:
        asyncio.run(talk(house))
    except KeyboardInterrupt:
        pass
    finally:
        house.database.dispose()
