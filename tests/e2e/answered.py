"""Many people on WhatsApp whose service is killed again and again; and the count of what became of what they said.

Each says the same few lines, so that each must find the same answers on her phone: one that is missing is lost, one
that is there twice is doubled.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from storage.sql import query
from tests.e2e.rows import until
from tests.e2e.running import Saksi
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio

LINES = ("Halo", "1", "1", "1")
"""Up to the story. Each is answered by a screen of its own."""
SEEN = ("Setuju, mulai", "Apa yang Anda lihat?", "Ada fotonya?", "ceritakan apa yang Anda lihat")
TOLD = "belum tersimpan"
"""Stands where she is told that a message was not kept."""

_INBOX = query("SELECT external_id, state FROM inbox WHERE channel = 'whatsapp'")
_LEFT = query(
    "SELECT (SELECT count(*) FROM inbox WHERE state = 'new')"
    " + (SELECT count(*) FROM outbox WHERE state NOT IN ('sent', 'failed'))"
)
_FAILED = query("SELECT reason, count(*) AS many FROM outbox WHERE state = 'failed' GROUP BY reason")


@dataclass(frozen=True, slots=True)
class Count:
    """Messages and letters. lost: a message that was taken, with no answer on her phone; doubled: an answer twice.

    failed   letters that were given up, by reason
    """

    taken: int
    lost: int
    doubled: int
    told: int
    failed: dict[str, int]

    @property
    def whole(self) -> bool:
        return not (self.lost or self.doubled or self.failed)


def connected(saksi: Saksi, fake: FakeTwilio) -> Saksi:
    """Known to Twilio, which posts everything twice, and messages until they are taken."""
    saksi.told |= {
        "twilio_account_sid": fake.account, "twilio_auth_token": fake.token, "twilio_sender": fake.sender,
        "twilio_api_url": fake.url, "public_url": saksi.url, "operator": "Bawaslu Uji", "contact": "uji@contoh.id",
    }  # fmt: skip
    fake.connect(f"{saksi.url}/whatsapp/webhook")
    fake.callbacks.twice, fake.callbacks.tries = True, 1000
    return saksi


async def say_all(people: Sequence[Person], every: float) -> None:
    """Interleaved, a message each `every` seconds, faster than anybody answers."""
    for line in LINES:
        for person in people:
            person.say(line)
            await asyncio.sleep(every)


async def kill_again(saksi: Saksi, lots: random.Random, every: tuple[float, float]) -> None:
    """SIGKILL and start anew, until cancelled; killed no earlier than it is ready."""
    while True:
        await saksi.ready()
        await asyncio.sleep(lots.uniform(*every))
        await saksi.kill()
        saksi.start()


async def settled(saksi: Saksi, fake: FakeTwilio, within: float) -> None:
    """Until everything was heard, every letter has left or failed, and every status was told."""
    with saksi.stores() as stores:

        def left() -> Any:
            with stores.database.reading() as db:
                return db.connection().execute(_LEFT).scalar_one()

        await fake.idle(within)
        await until(lambda: not left(), within, left)
        await fake.idle(within)


def count(saksi: Saksi, people: Sequence[Person]) -> Count:
    """What is on the phones against what was taken."""
    with saksi.stores() as stores, stores.database.reading() as db:
        read = db.connection().execute
        taken = {row.external_id: row.state for row in read(_INBOX)}
        failed = {row.reason: row.many for row in read(_FAILED)}
    lost = doubled = told = 0
    for person in people:
        came = [message.text for message in person.messages if message.mine]
        hers = [message for message in person.messages if not message.mine]
        found = Counter(seen for text in came for seen in SEEN if seen in text)
        lost += sum(taken.get(message.sid) is not None and not found[seen]
                    for message, seen in zip(hers, SEEN, strict=True))  # fmt: skip
        doubled += sum(many - 1 for many in found.values())
        told += sum(TOLD in text for text in came)
    return Count(len(taken), lost, doubled, told, failed)
