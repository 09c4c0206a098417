"""How fast letters leave by WhatsApp: so many a second from our number, and so many to one phone; by a turned clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from bot.words.words import Words
from handlers.channel import SendFailed
from handlers.dispatch import Dispatch
from handlers.whatsapp.send import WhatsAppSender, sender
from handlers.whatsapp.shelf import Shelf
from storage import mail, people
from storage.database import Database
from storage.keys import Keys
from tests.storage.clock import Clock
from tests.whatsapp.letters import push


@dataclass
class Office:
    """The sender of WhatsApp as the service has it; what it would send is counted instead."""

    database: Database
    keys: Keys
    clock: Clock
    words: Words
    sent: int = 0

    def __post_init__(self) -> None:
        none: Any = None
        self.sender = sender(WhatsAppSender(none, "+62811", self.words, Shelf(none, none), none, ""))
        self.dispatch = Dispatch(self.database, self.keys, owner="a", jitter=lambda: 0.0)

    def post(self, *numbers: str) -> None:
        """A letter to each."""
        now = self.clock()
        with self.database.transaction() as db:
            for number in numbers:
                lane = self.keys.index(f"whatsapp:{number}")
                people.meet(
                    db, self.keys, lane=lane, channel="whatsapp", address=number, language="id", now=now
                )
                mail.post(
                    db,
                    self.keys,
                    lane=lane,
                    channel="whatsapp",
                    say=push(),
                    language="id",
                    rank=1,
                    due_at=now,
                    now=now,
                )

    def leave(self, **later: float) -> int:
        """How many letters leave at once when the clock was turned so far."""
        self.clock.turn(**later)
        left = 0
        while errands := self.dispatch.claim(self.sender, 99):
            for errand in errands:
                self.sent += 1
                self.dispatch.record(self.sender, errand, f"SM{self.sent}")
            left += len(errands)
        return left


@pytest.fixture
def office(database_url: str, keys: Keys, words: Words) -> Iterator[Office]:
    clock = Clock()
    database = Database(database_url, clock)
    yield Office(database, keys, clock, words)
    database.dispose()


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_phone_gets_four_at_once_and_then_one_in_six_seconds(office: Office) -> None:
    """Meta's 131056, which Twilio tells as 63018."""
    office.post(*["+62800000001"] * 7)
    assert [office.leave(seconds=later) for later in (0, 5, 1, 5, 1, 30)] == [4, 0, 1, 0, 1, 1]


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_number_sends_five_at_once_and_then_twenty_five_a_second(office: Office) -> None:
    office.post(*[f"+628000001{number:02}" for number in range(20)])
    assert [office.leave(seconds=later) for later in (0, 0.04, 0.08, 0.2, 60)] == [5, 1, 2, 5, 5]


@pytest.mark.parametrize("engine", ["sqlite"])
def test_too_many_requests_rest_the_whole_number_as_long_as_twilio_says(office: Office) -> None:
    office.post("+62800000001", "+62800000002")
    (first,) = office.dispatch.claim(office.sender, 1)
    office.dispatch.record(office.sender, first, SendFailed("too-many", again=True, after=17, scope="bot"))
    assert [office.leave(seconds=later) for later in (0, 16, 1, 1)] == [0, 0, 1, 1]
