"""Polling: nothing is confirmed before it is kept, and nobody waits for one that cannot be read."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from telegram import Bot

from bot.words.words import Words
from handlers import metrics
from handlers.telegram.door import Door
from handlers.telegram.hear import Envelope
from handlers.telegram.poll import LONGEST, NEXT_LOOK, Poller
from handlers.telegram.presses import Presses
from handlers.telegram.send import TelegramSender
from tests.fakes.bell import Bell
from tests.fakes.telegram.faults import Broken, Refuse, Reset, TooMany
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.conftest import letter, question


class Inbox:
    """Keeps what it is given, unless the disk is full; drops what it has."""

    def __init__(self) -> None:
        self.bell = Bell()
        self.full = False
        self.kept: dict[str, tuple[Envelope, bytes]] = {}

    def accept(self, envelope: Envelope, body: bytes) -> None:
        if self.full:
            raise OSError(28, "No space left on device")
        self.kept.setdefault(envelope.external_id, (envelope, body))
        self.bell.ring()

    @property
    def texts(self) -> list[str]:
        found = [json.loads(body).get("message", {}).get("text", "") for _, body in self.kept.values()]
        return [text for text in found if isinstance(text, str) and text]


class Waiter:
    """How the poller waits: at once, and each wait is written down."""

    def __init__(self) -> None:
        self.bell = Bell()
        self.waits: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.bell.ring()
        await asyncio.sleep(0.001)


class Polling:
    def __init__(self, bot: Bot, words: Words, lease: Callable[[], bool]) -> None:
        self.inbox, self.waiter = Inbox(), Waiter()
        door = Door(bot, words, Presses(bot), self.inbox.accept)
        self.poller = Poller(bot, door, lease, long=1, pause=self.waiter)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        task = asyncio.create_task(self.poller.run())
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def has(self, *texts: str) -> None:
        await self.inbox.bell.until(lambda: len(self.inbox.texts) >= len(texts), 10)
        assert self.inbox.texts == list(texts)

    async def waited(self, seconds: float) -> None:
        assert await self.waiter.bell.until(lambda: [w for w in self.waiter.waits if w >= seconds], 10)


async def test_what_people_say_is_kept_in_order_and_confirmed_after_that(
    bot: Bot, words: Words, fake: FakeTelegram
) -> None:
    sari, polling = fake.person("Sari"), Polling(bot, words, lambda: True)
    sari.say("satu")
    sari.say("dua")
    async with polling.running():
        await polling.has("satu", "dua")
        await fake.settled()
        sari.say("tiga")
        await polling.has("satu", "dua", "tiga")
    envelope, _ = next(iter(polling.inbox.kept.values()))
    assert (envelope.address, envelope.private) == (str(sari.id), True)
    assert fake.called("deleteWebhook")[0].params["drop_pending_updates"] == "false"
    asked = json.loads(fake.called("getUpdates")[0].params["allowed_updates"])
    assert asked == ["message", "edited_message", "callback_query", "my_chat_member", "message_reaction"]


async def test_a_webhook_that_was_set_goes_and_its_waiting_updates_stay(
    bot: Bot, words: Words, fake: FakeTelegram, unused_tcp_port: int
) -> None:
    await bot.set_webhook(f"http://127.0.0.1:{unused_tcp_port}/nobody")
    fake.person("Sari").say("menunggu")
    polling = Polling(bot, words, lambda: True)
    async with polling.running():
        await polling.has("menunggu")


async def test_while_nothing_can_be_kept_the_offset_stays_and_she_is_told_once(
    bot: Bot, words: Words, fake: FakeTelegram
) -> None:
    sari, tom, polling = (
        fake.person("Sari"),
        fake.person("Tom", language="en"),
        Polling(bot, words, lambda: True),
    )
    polling.inbox.full = True
    sari.say("satu")
    sari.say("dua")
    tom.say("three")
    async with polling.running():
        await sari.sees("Belum tersimpan. Kami mengambilnya lagi.")
        await tom.sees("Not stored yet.")
        await polling.waited(LONGEST)
        assert len(fake.world.pending()) == 3
        polling.inbox.full = False
        await polling.has("satu", "dua", "three")
        await fake.settled()
    assert len([m for m in sari.messages if m.mine]) == 1
    assert max(polling.waiter.waits) <= LONGEST * 1.3


async def test_an_update_that_cannot_be_read_is_kept_and_blocks_nobody(
    bot: Bot, words: Words, fake: FakeTelegram
) -> None:
    sari, polling = fake.person("Sari"), Polling(bot, words, lambda: True)
    odd = fake.world.queue({"message": {"chat": "?", "text": 5}})
    sari.say("satu")
    async with polling.running():
        await polling.has("satu")
        await fake.settled()
    envelope, body = polling.inbox.kept[str(odd)]
    assert (envelope.address, envelope.private) == ("unreadable", False)
    assert json.loads(body)["message"]["text"] == 5


async def test_a_second_poller_stops_us_with_an_alarm_until_it_is_gone(
    bot: Bot, words: Words, fake: FakeTelegram
) -> None:
    sari, polling = fake.person("Sari"), Polling(bot, words, lambda: True)
    fake.fault("getUpdates", Refuse(409, "Conflict: terminated by other getUpdates request"), times=2)
    async with polling.running():
        await polling.waited(LONGEST)
        sari.say("satu")
        await polling.has("satu")
        await fake.settled()
        assert metrics.REGISTRY.get_sample_value("saksi_poll_conflict") == 0
    assert len(fake.called("deleteWebhook")) == 3


async def test_without_the_lease_we_only_look_again(bot: Bot, words: Words, fake: FakeTelegram) -> None:
    mine = threading.Event()
    sari, polling = fake.person("Sari"), Polling(bot, words, mine.is_set)
    sari.say("satu")
    async with polling.running():
        await polling.waited(NEXT_LOOK)
        assert fake.calls == []
        mine.set()
        await polling.has("satu")


async def test_trouble_on_the_way_is_waited_out(bot: Bot, words: Words, fake: FakeTelegram) -> None:
    sari, polling = fake.person("Sari"), Polling(bot, words, lambda: True)
    for fault in (Reset(), Broken(502), TooMany(7), Refuse(401, "Unauthorized")):
        fake.fault("getUpdates", fault)
    sari.say("satu")
    async with polling.running():
        await polling.has("satu")
        await fake.settled()
    assert 7 <= next(wait for wait in polling.waiter.waits if wait >= 7) <= 7 * 1.3


async def test_a_lease_that_cannot_be_asked_for_is_none(bot: Bot, words: Words, fake: FakeTelegram) -> None:
    def broken() -> bool:
        raise OSError("database is locked")

    polling = Polling(bot, words, broken)
    async with polling.running():
        await polling.waited(NEXT_LOOK)
    assert fake.calls == []


async def test_who_polled_when_the_database_went_away_goes_on_and_tells_people(
    bot: Bot, words: Words, fake: FakeTelegram
) -> None:
    away = threading.Event()
    sari, polling = fake.person("Sari"), Polling(bot, words, answers_until(away))
    async with polling.running():
        sari.say("satu")
        await polling.has("satu")
        away.set()
        polling.inbox.full = True
        sari.say("dua")
        await sari.sees("Belum tersimpan")
        away.clear()
        polling.inbox.full = False
        await polling.has("satu", "dua")


async def test_whose_database_alone_is_away_leaves_the_polling_to_who_took_it_over(
    bot: Bot, words: Words, fake: FakeTelegram
) -> None:
    away = threading.Event()
    sari, polling = fake.person("Sari"), Polling(bot, words, answers_until(away))
    async with polling.running():
        sari.say("satu")
        await polling.has("satu")
        away.set()
        fake.fault("getUpdates", Refuse(409, "Conflict: terminated by other getUpdates request"))
        await polling.waited(LONGEST)
        assert metrics.REGISTRY.get_sample_value("saksi_poll_conflict") == 1
        assert await polling.waiter.bell.until(lambda: polling.waiter.waits.count(NEXT_LOOK) >= 3, 10)
        asked = len(fake.called("getUpdates"))
        assert await polling.waiter.bell.until(lambda: polling.waiter.waits.count(NEXT_LOOK) >= 6, 10)
        assert len(fake.called("getUpdates")) == asked


def answers_until(away: threading.Event) -> Callable[[], bool]:
    """A lease that is ours, as long as the database is there."""

    def lease() -> bool:
        if away.is_set():
            raise OSError("connection refused")
        return True

    return lease


async def test_a_press_stops_its_clock_only_after_it_is_kept(
    bot: Bot, words: Words, fake: FakeTelegram
) -> None:
    sari, polling = fake.person("Sari"), Polling(bot, words, lambda: True)
    await TelegramSender(bot, words, Presses(bot)).send(letter(question()), str(sari.id), None)
    polling.inbox.full = True
    sari.press("Ya")
    async with polling.running():
        await sari.sees("Belum tersimpan")
        assert fake.called("answerCallbackQuery") == []
        polling.inbox.full = False
        await sari.until(lambda: not any(m.buttons for m in sari.messages))
    assert "✓ Ya" in sari.screen
