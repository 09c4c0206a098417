"""A strict Twilio, a client of it, real words; and one letter on its way."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from twilio.rest import Client

from bot.words.words import Words, load_words
from handlers.whatsapp.client import connected
from storage.database import Database
from storage.keys import Keys
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.desk import AT, Desk
from tests.whatsapp.inbox import Inbox
from tests.whatsapp.sending import Sending

TEXTS = """
hello = Halo { $name }.
ask = Benar?
yes = Ya
no = Tidak
row = Pilihan nomor { $n } dengan nama yang panjang sekali
push = Ada kabar untuk { $ticket }.
news = Petugas mulai memeriksanya.
not-stored = Belum tersimpan. Tolong kirim ulang.
"""


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    with FakeTwilio() as made:
        yield made


@pytest.fixture
async def client(fake: FakeTwilio) -> AsyncIterator[Client]:
    async with connected(fake.account, fake.token, fake.url) as made:
        yield made


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    folder = tmp_path_factory.mktemp("words")
    for name in ("id", "en"):
        (folder / f"{name}.ftl").write_text(TEXTS, "utf-8")
    return load_words(folder, {})


@pytest.fixture
def sari(fake: FakeTwilio) -> Person:
    return fake.person("Sari")


@pytest.fixture
def sending(client: Client, words: Words, fake: FakeTwilio, sari: Person) -> Sending:
    """To her, who has written."""
    sari.say("Halo")
    return Sending(client, words, fake)


@pytest.fixture
async def inbox(tmp_path: Path, fake: FakeTwilio, client: Client, database_url: str) -> AsyncIterator[Inbox]:
    made = Inbox(tmp_path / "house", fake, client, database_url)
    yield made
    made.database.dispose()


@pytest.fixture
def desk(database_url: str, keys: Keys) -> Iterator[Desk]:
    made: list[Desk] = []
    database = Database(database_url, lambda: made[0].at if made else AT)
    made.append(Desk(database, keys))
    yield made[0]
    database.dispose()
