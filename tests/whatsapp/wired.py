"""Saksi behind a real webhook and a real sender, and her phone at the strict Twilio; turns are worked by the test.

Everything between the two is HTTP: signed posts, messages, contents, status reports, each of them twice and in any
order. What became of a file is told as in any transcript.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from handlers import web
from handlers.channel import WHATSAPP_PAIR
from handlers.dispatch import Dispatch, Errand
from handlers.ears import EARS
from handlers.house import House
from handlers.settings import Settings
from handlers.whatsapp.accept import accept
from handlers.whatsapp.client import connected
from handlers.whatsapp.parked import Parked
from handlers.whatsapp.receive import Notices, Seal, router
from handlers.whatsapp.send import WhatsAppSender, sender
from handlers.whatsapp.shelf import Shelf
from handlers.whatsapp.status import record
from handlers.whatsapp.window import Window
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from storage.sql import query, run
from tests.fakes.twilio.server import FakeTwilio
from tests.fakes.twilio.world import Message
from tests.files import image
from tests.phone import Phone
from tests.serving import served
from tests.talking import QUICKLY, Saksi, library

PATIENCE = 30.0
AHEAD = timedelta(seconds=10)
WAITING = query(
    "SELECT count(*) FROM outbox WHERE channel = 'whatsapp' AND state IN ('due', 'sending', 'unknown')"
    " AND due_at <= :due_at AND reason <> 'window'"
)
CHANNEL = "whatsapp"
TYPES = {"document": ("application/pdf", "surat.pdf"), "video": ("video/mp4", ""), "voice": ("audio/ogg", "")}


class Wired(Saksi):
    """tapping: contents were made, so that her screens have buttons and lists."""

    def __init__(
        self, database: Database, keys: Keys, staffed: frozenset[str], fake: FakeTwilio, *, tapping: bool
    ) -> None:
        super().__init__(database, keys, staffed)
        self.fake, self.tapping = fake, tapping
        self.settings = Settings(_env_file=None, twilio_account_sid=fake.account)
        vault: Any = None
        self.house = House(self.settings, library(), database, keys, vault, lambda at: at)
        self.reception = replace(self.reception, ears={**self.reception.ears, CHANNEL: EARS[CHANNEL]})
        self.dispatch = Dispatch(database, keys)
        self.sent: dict[str, Letter] = {}
        self.runner = asyncio.Runner()

    @contextmanager
    def serving(self) -> Iterator[Wired]:
        """Known to Twilio, until the end."""
        self.fake.world.messages.clear()
        self.fake.posts.clear()
        with ExitStack() as stack:
            self.runner = stack.enter_context(asyncio.Runner())
            held = AsyncExitStack()
            client = self.runner.run(
                held.enter_async_context(connected(self.fake.account, self.fake.token, self.fake.url))
            )
            stack.callback(lambda: self.runner.run(held.aclose()))
            tokens, places = (self.fake.token,), list[str]()

            def kept(found: Any, body: bytes) -> None:
                accept(self.house, self.fake.sender, found, body)

            async def sorry(address: str) -> None:
                raise AssertionError("a message was not kept")

            made = web.create(list, [])
            url = stack.enter_context(served(made))
            told = partial(record, self.database, self.keys)
            made.include_router(router(Seal(url, tokens), kept, told, Notices(sorry)))
            places.append(url)
            shelf = Shelf(client, Parked(self.database))
            if self.tapping:
                self.runner.run(shelf.look())
            window = Window(self.database, self.keys)
            out = WhatsAppSender(
                client, self.fake.sender, library().words, shelf, window, f"{url}/whatsapp/status"
            )
            self.sender = replace(sender(out), overall=QUICKLY, rate=lambda _: QUICKLY)
            self.fake.connect(f"{url}/whatsapp/webhook")
            yield self
            self.until(lambda: self.fake.callbacks.idle)

    def until(self, found: Callable[[], Any]) -> None:
        """Wait for what the fake does in its own thread."""
        assert self.runner.run(self.fake.world.bell.until(found, PATIENCE)), "the fake did not get there"

    def deliver_all(self, ahead: Callable[[timedelta], None]) -> None:
        """Every letter that is due leaves, and every one that left has arrived.

        ahead  turns the clock on: a progress line waits a little for its files, a chat that was written to for others
        """
        began, later = self.now(), AHEAD
        ahead(later)
        while self._waits(began + AHEAD):
            for errand in self.dispatch.claim(self.sender, 50):
                ref = self.runner.run(self._send(errand))
                self.dispatch.record(self.sender, errand, ref)
                self.sent[ref] = errand.letter
            later += WHATSAPP_PAIR.per
            ahead(later)
        ahead(timedelta(0))
        self.until(lambda: all(self.fake.world.messages[ref].arrived for ref in self.sent))

    def _waits(self, due_at: datetime) -> bool:
        with self.database.reading() as db:
            return bool(run(db, WAITING, {"due_at": due_at}).scalar_one())

    async def _send(self, errand: Errand) -> str:
        return await self.sender.send(errand.letter, errand.address, errand.edit)


class OnWire(Phone):
    """ahead: turns the clock on by so much, or back."""

    def __init__(self, saksi: Wired, ahead: Callable[[timedelta], None]) -> None:
        super().__init__(saksi, CHANNEL)
        self.wired, self.ahead = saksi, ahead
        self.person = saksi.fake.person("Sari")
        self.seen = 0

    @property
    def lane(self) -> str:
        return self.saksi.lane(CHANNEL, self.person.number)

    def line(self, text: str) -> list[str]:
        """A number is typed, or tapped where it stands on the newest screen that has buttons."""
        tappable = next((one for one in reversed(self.person.messages) if one.mine and one.actions), None)
        if self.wired.tapping and tappable is not None and text.isdecimal():
            for title in tappable.buttons:
                if title.partition(" ")[0] == text:
                    self._posted(self.person.press(title, tappable))
                    return self.read()
        return super().line(text)

    def change(self, *, surely: bool) -> None:
        assert not surely, "a person of the transcripts has no id beside her number"
        self.person.rename(f"{self.person.profile} lagi")

    def press(self, name: str) -> list[str]:
        raise AssertionError(f"no transcript of numbers presses {name!r}")

    def read(self) -> list[str]:
        """What came since, as lines; of a progress line that came twice the last."""
        self.wired.deliver_all(self.ahead)
        came = [one for one in self.person.messages if one.mine]
        shown: dict[str, list[str]] = {}
        for message in came[self.seen :]:
            letter = self.wired.sent[message.sid]
            self.screens.append(letter)
            self.language = letter.language
            place = letter.slot or message.sid
            shown[place] = [line for line in message.text.split("\n") if line]
        self.seen = len(came)
        lines: list[str] = []
        for built in shown.values():
            lines += ([""] if lines else []) + built
        return lines

    def _accept(self, **said: Any) -> None:
        sari = self.person
        match said:
            case {"place": [latitude, longitude]}:
                message = sari.pin(latitude, longitude)
            case {"odd": "sticker"}:
                message = sari.sticker()
            case {"odd": "contact"}:
                message = sari.contact("+62811", "Harun")
            case {"forwarded": True}:
                message = sari.forward(said["text"])
            case {"files": [kind]}:
                message = self._file(kind, said.get("text", ""))
            case _:
                message = sari.say(said["text"])
        self._posted(message)

    def _file(self, kind: str, caption: str) -> Message:
        if kind == "photo":
            return self.person.send_photo(image(), caption)
        mime, name = TYPES[kind]
        return self.person.send_file(b"held", mime, kind, caption or name)

    def _posted(self, message: Message) -> None:
        """Its webhook, both times, has been answered; then its turn."""
        self.said += 1
        posts = self.wired.fake.posts
        self.wired.until(lambda: sum(post.form.get("MessageSid") == message.sid for post in posts) == 2)
        self.saksi.work()
