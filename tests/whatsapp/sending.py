"""The sender of WhatsApp beside a strict Twilio; what the database knows of windows and refusals is set by the test."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import UTC, datetime
from typing import Any, cast

from bot.conversation.message import Say
from bot.words.words import Words
from handlers.commands.whatsapp import _push
from handlers.whatsapp.send import WhatsAppSender
from handlers.whatsapp.shelf import Shelf
from handlers.whatsapp.templates import load
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.letters import letter

STATUS = "http://saksi.example.id/whatsapp/status"
FAR = datetime(2099, 1, 1, tzinfo=UTC)


class Clock:
    """The window as the database would tell it."""

    def __init__(self) -> None:
        self.open, self.told, self.wrote = True, False, False
        self.refs: set[str] = set()

    def open_until(self, lane: str) -> datetime | None:
        return FAR if self.open else None

    def close(self, lane: str, seen: datetime) -> bool:
        assert seen == FAR
        self.open = self.wrote
        return not self.open

    def knocked(self, lane: str) -> bool:
        return self.told

    def knock(self, lane: str) -> None:
        self.told = True

    def sent(self, lane: str, since: datetime) -> AbstractSet[str]:
        return self.refs


class Refused:
    """What is parked, as the database would tell it."""

    def __init__(self) -> None:
        self.held: list[str] = []

    def sids(self) -> list[str]:
        return self.held

    def add(self, sid: str, code: int) -> None:
        self.held.append(sid)


class Sending:
    def __init__(self, client: Any, words: Words, fake: FakeTwilio, sender: str = "") -> None:
        self.clock, self.parked, self.paused = Clock(), Refused(), list[float]()
        clock, parked = cast("Any", self.clock), cast("Any", self.parked)
        self.shelf = Shelf(client, parked)
        self.rung: list[int] = []
        self.made = WhatsAppSender(
            client,
            sender or fake.sender,
            words,
            self.shelf,
            clock,
            STATUS,
            self._pause,
            alarm=self.rung.append,
        )
        self.fake, self.client = fake, client

    async def _pause(self, seconds: float) -> None:
        self.paused.append(seconds)

    async def __call__(self, say: Say, to: Person, **more: Any) -> str:
        return await self.made.send(letter(say, **more), to.address.removeprefix("whatsapp:"), None)

    async def templates(self, status: str = "approved") -> None:
        await _push(self.client, load())
        self.fake.approve(status)
        await self.shelf.look()
