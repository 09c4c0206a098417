"""Details vanish from an officer's chat: a second letter takes the first out again, however late either leaves."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.codec import say_from_json, say_to_json
from bot.conversation.message import Line, Say
from handlers.channel import TELEGRAM_CHAT, TELEGRAM_OVERALL, Sender
from handlers.delivery import Delivery
from handlers.dispatch import Dispatch
from storage import mail, people
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter

NOON = datetime(2024, 10, 17, 12, tzinfo=UTC)
SLOT = "detail:1"


class Chat:
    """A channel with one chat, and what stands in it."""

    def __init__(self, database_url: str, keys: Keys, *, edits: bool = True) -> None:
        self.at = NOON
        self.database = Database(database_url, lambda: self.at)
        self.keys = keys
        self.shown: dict[str, str] = {}
        sender = Sender("telegram", self.send, edits, TELEGRAM_OVERALL, lambda address: TELEGRAM_CHAT)
        self.sender, self.delivery = sender, Delivery(Dispatch(self.database, keys, owner="a"), [sender])
        with self.database.transaction() as db:
            people.meet(db, keys, lane="budi", channel="telegram", address="7", language="id", now=NOON)

    async def send(self, letter: Letter, address: str, edit: str | None) -> str:
        if letter.say.takes:
            assert edit is not None
            del self.shown[edit]
            return ""
        self.shown[str(letter.id)] = letter.say.lines[0].key
        return str(letter.id)

    def post(self, say: Say, minutes: int, slot: str = "") -> None:
        with self.database.transaction() as db:
            mail.post(
                db, self.keys, lane="budi", channel="telegram", say=say, language="id", rank=0, slot=slot,
                due_at=NOON + timedelta(minutes=minutes), now=self.at,
            )  # fmt: skip

    async def leave(self, minutes: int) -> None:
        """Everything that is due by then leaves."""
        for second in range(0, 20, 2):
            self.at = NOON + timedelta(minutes=minutes, seconds=second)
            await self.delivery.round(self.sender)
            await self.delivery.finish()


@pytest.fixture
def chat(database_url: str, keys: Keys) -> Iterator[Chat]:
    chat = Chat(database_url, keys)
    yield chat
    chat.database.dispose()


async def test_a_detail_is_gone_after_its_quarter_of_an_hour(chat: Chat) -> None:
    chat.post(Say((Line("detail"),), protect=True), 0, SLOT)
    chat.post(Say((), takes=SLOT), 15)
    chat.post(Say((Line("reply"),)), 0)
    await chat.leave(14)
    assert list(chat.shown.values()) == ["detail", "reply"]
    await chat.leave(15)
    assert list(chat.shown.values()) == ["reply"]


async def test_after_an_hour_of_outage_it_comes_and_goes(chat: Chat) -> None:
    chat.post(Say((Line("detail"),)), 0, SLOT)
    chat.post(Say((), takes=SLOT), 15)
    await chat.leave(75)
    assert chat.shown == {}


async def test_what_never_came_holds_nothing_up(chat: Chat) -> None:
    chat.post(Say((), takes=SLOT), 0)
    chat.post(Say((Line("reply"),)), 0)
    await chat.leave(1)
    assert list(chat.shown.values()) == ["reply"]


async def test_a_channel_that_takes_nothing_back_keeps_it(database_url: str, keys: Keys) -> None:
    chat = Chat(database_url, keys, edits=False)
    chat.post(Say((Line("detail"),)), 0, SLOT)
    chat.post(Say((), takes=SLOT), 15)
    await chat.leave(20)
    assert list(chat.shown.values()) == ["detail"]
    chat.database.dispose()


def test_it_waits_as_json() -> None:
    say = Say((), takes=SLOT)
    assert say_from_json(say_to_json(say)) == say
