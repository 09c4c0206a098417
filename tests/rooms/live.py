"""An office on a real HTTP Telegram: fetched, answered, delivered and ticked as in service, its clock by hand."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from telegram import Bot

from bot.cases.lifecycle import Role
from handlers.boards import lost, pinned
from handlers.casework.work import Office as Wired
from handlers.delivery import Delivery
from handlers.dispatch import Dispatch
from handlers.house import House
from handlers.telegram.door import Door, packed
from handlers.telegram.hear import Envelope, ear
from handlers.telegram.presses import Presses
from handlers.telegram.send import TelegramSender, aside, sender
from handlers.tick import Look, perform
from storage import letters, mail, rooms
from storage.keys import Keys
from storage.rooms import Room
from storage.vault import Vault
from tests.fakes.telegram.groups import Group
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.server import FakeTelegram
from tests.hours import house
from tests.officers.office import WAKATOBI, Office
from tests.talking import library

CHANNEL = "telegram"


class Live:
    """`settle` lets everything happen that is due: updates, turns, what is said aside, letters."""

    def __init__(self, office: Office, fake: FakeTelegram, bot: Bot, folder: Path) -> None:
        self.office, self.fake, self.bot = office, fake, bot
        self.keys: Keys = office.keys
        presses = Presses(bot)
        self.door = Door(bot, library().words, presses, self._accept)
        self.sender = sender(TelegramSender(bot, library().words, presses))
        self.delivery = Delivery(Dispatch(office.database, office.keys, owner="live"), [self.sender])
        before = office.saksi.reception
        ears = {**before.ears, CHANNEL: ear}
        me = f"https://t.me/{fake.world.me['username']}"
        office.saksi.reception = self.reception = replace(before, ears=ears, ways=lambda: {CHANNEL: me})
        wired = before.office

        class Ours(House):
            @property
            def office(self) -> Wired:
                return wired

        made = house(office.database, office.keys, Vault(folder))
        self.house = Ours(made.settings, made.library, made.database, made.keys, made.vault, made.civil)

    def _accept(self, found: Envelope, body: bytes) -> None:
        lane = self.keys.index(f"{CHANNEL}:{found.address}")
        with self.office.database.transaction() as db:
            mail.accept(
                db, self.keys, channel=CHANNEL, bot="b", external_id=found.external_id, lane=lane, body=body,
                ref=found.ref, now=self.office.database.now(),
            )  # fmt: skip

    async def settle(self) -> None:
        """Until nothing is due within ten seconds. Each round is a second, in which pacing lets letters go."""
        for _ in range(200):
            await self._hear()
            self.office.pass_by(seconds=1)
            await self.delivery.round(self.sender)
            await self.delivery.finish()
            with self.office.database.reading() as db:
                due = letters.soonest(db, CHANNEL)
            late = due is not None and due <= self.office.database.now() + timedelta(seconds=10)
            if not late and not self.fake.world.pending():
                return
        raise AssertionError("it does not come to rest")

    async def _hear(self) -> None:
        for update in await self.bot.do_api_request("getUpdates", {"timeout": 0}):
            await self.door.take(packed(update))
            await self.bot.do_api_request("getUpdates", {"timeout": 0, "offset": update["update_id"] + 1})
        while done := await asyncio.to_thread(self.reception.turns, 16):
            for one in done:
                assert one.end == "done", one
                if one.aside is not None:
                    await aside(self.bot)(*one.aside)

    async def tick(self) -> list[str]:
        """What the clock owes rooms and boards now; then everything that comes of it."""
        now = self.office.database.now()
        done = [str(one.what) for one in perform(self.house, (lost, pinned), Look(now, self.office.at, now))]
        await self.settle()
        return done

    async def officer(self, name: str, desk: str = WAKATOBI, role: Role = Role.OFFICER) -> Person:
        person = self.fake.person(name)
        person.start(self.office.invite(desk, role, name))
        await self.settle()
        return person

    def code(self, desk: str = WAKATOBI) -> str:
        with self.office.database.transaction() as db:
            now = self.office.database.now()
            return rooms.make_code(
                db, self.keys, desk=desk, now=now, drawn=self.fake.world.random.randbytes(32)
            )[0]

    async def bound(self, *members: Person, desk: str = WAKATOBI) -> Group:
        """The group of the first of them is the room."""
        group = self.fake.group("Meja", *members)
        group.say(f"/meja@{self.fake.world.me['username']} {self.code(desk)}")
        await self.settle()
        assert self.room(desk) is not None, group.screen
        return group

    def room(self, desk: str = WAKATOBI) -> Room | None:
        with self.office.database.reading() as db:
            return rooms.of_desk(db, desk)
