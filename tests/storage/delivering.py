"""For tests of delivery: a service that does as it is told, and processes that deliver to it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

from bot.conversation.message import Line, Say
from handlers.channel import TELEGRAM_CHAT, TELEGRAM_GROUP, TELEGRAM_OVERALL, Sender
from handlers.delivery import Delivery
from handlers.dispatch import Dispatch
from storage import mail
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from storage.pace import Rate
from storage.tables import Address, Outbox
from tests.storage.clock import Clock

Answer = str | Exception


class Service:
    """A channel that takes letters and answers what it was told to, else the next number."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.arrived: list[tuple[datetime, str, str, str | None]] = []
        self.answers: list[Answer] = []
        self.five = asyncio.Event()

    async def send(self, letter: Letter, address: str, edit: str | None) -> str:
        answer = self.answers.pop(0) if self.answers else str(len(self.arrived) + 1)
        if isinstance(answer, str):
            self.arrived.append((self.clock.at, address, letter.say.lines[0].key, edit))
            if len(self.arrived) == 5:
                self.five.set()
            return answer
        raise answer

    @property
    def texts(self) -> list[str]:
        return [text for _, _, text, _ in self.arrived]


class Office:
    """One replica's delivery beside a service, with addresses to write to."""

    def __init__(self, database: Database, keys: Keys, clock: Clock) -> None:
        self.database, self.keys, self.clock = database, keys, clock
        self.service = Service(clock)
        self.told: list[tuple[str, str]] = []
        self.sender = self.as_channel()
        self.delivery = self.replica()

    def as_channel(
        self, *, edits: bool = True, overall: Rate = TELEGRAM_OVERALL, rate: Rate | None = None
    ) -> Sender:
        def rate_of(address: str) -> Rate:
            return rate or (TELEGRAM_GROUP if address.startswith("-") else TELEGRAM_CHAT)

        self.sender = Sender("telegram", self.service.send, edits, overall, rate_of)
        return self.sender

    def replica(self, owner: str = "a") -> Delivery:
        dispatch = Dispatch(
            self.database,
            self.keys,
            owner=owner,
            jitter=lambda: 0.0,
            tell=lambda channel, outcome, reason: self.told.append((outcome, reason)),
        )
        return Delivery(dispatch, [self.sender])

    def post(self, name: str, text: str, slot: str = "", rank: int = 0) -> int:
        """To the chat of that name; its address is the name."""
        lane = self.keys.index(f"telegram:{name}")
        with self.database.transaction() as db:
            if db.get(Address, lane) is None:
                sealed = self.keys.seal(name.encode(), f"address:{lane}")
                db.add(Address(lane=lane, channel="telegram", sealed=sealed, seen_at=self.clock.at))
                db.flush()
            return mail.post(
                db,
                self.keys,
                lane=lane,
                channel="telegram",
                say=Say((Line(text),), slot=slot),
                language="id",
                rank=rank,
                due_at=self.clock.at,
                now=self.clock.at,
            )

    async def round(self, delivery: Delivery | None = None) -> float:
        delivery = delivery or self.delivery
        rest = await delivery.round(self.sender)
        await delivery.finish()
        return rest

    async def until(self, done: Callable[[], bool], pace: float = 1, most: float = 3600) -> None:
        """Rounds, with the clock turned by each round's rest (times `pace`) between them, until it is so."""
        end = self.clock.at + timedelta(seconds=most)
        while not done():
            assert self.clock.at < end, "it never came to that"
            self.clock.turn(seconds=await self.round() * pace)

    def row(self, posted: int) -> tuple[str, str]:
        with self.database.reading() as db:
            row = db.get_one(Outbox, posted)
            return row.state, row.reason
