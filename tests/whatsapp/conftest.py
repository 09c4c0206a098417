"""A strict Twilio, a client of it, real words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

import pytest
from twilio.rest import Client

from bot.conversation.message import Line, Option, Say
from bot.words.words import Words, load_words
from handlers.whatsapp.client import connected
from storage.letters import Letter
from tests.fakes.twilio.server import FakeTwilio

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


def letter(say: Say, **more: Any) -> Letter:
    about: dict[str, Any] = dict.fromkeys((field.name for field in fields(Letter)), None)
    usual = {"id": 7, "lane": "sari", "language": "id", "doubts": 0, "made_at": datetime.now(UTC)}
    return Letter(**about | usual | {"say": say} | more)


def question(name: str = "Sari", count: int = 2) -> Say:
    if count == 2:
        options: tuple[Option, ...] = (Option("ya", "yes"), Option("no", "no"))
    else:
        options = tuple(Option(f"o{n}", "row", {"n": n}) for n in range(1, count + 1))
    return Say((Line("hello", {"name": name}), Line("ask")), options, "d1", "sure")


def push() -> Say:
    return Say((Line("push", {"ticket": "K7M-4QX-3"}), Line("news")))
