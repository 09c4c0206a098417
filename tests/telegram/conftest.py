"""A strict Telegram, a client of it, and a few words."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from telegram import Bot

from bot.conversation.message import Line, Option, Say
from bot.words.words import Words, load_words
from handlers.telegram.client import connected
from handlers.telegram.presses import Presses
from handlers.telegram.profile import COMMANDS
from storage.letters import Letter
from tests.fakes.telegram.server import FakeTelegram

TEXTS = """
hello = Halo { $name }.
ask = Benar?
yes = Ya
no = Tidak
row = Baris { $n }
not-stored = Tolong kirim lagi.
    .telegram = Belum tersimpan. Kami mengambilnya lagi.
profile-description = Ceritakan di sini.
profile-short = Ceritakan.
""" + "\n".join(f"command-{name} = Perintah {name}" for name in COMMANDS)
ENGLISH = TEXTS.replace("Belum tersimpan. Kami mengambilnya lagi.", "Not stored yet.").replace(
    "Ceritakan", "Tell"
)


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as made:
        yield made


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    async with connected(fake.token, fake.url) as made:
        yield made


@pytest.fixture
def presses(bot: Bot) -> Presses:
    return Presses(bot)


@pytest.fixture(scope="session")
def words(tmp_path_factory: pytest.TempPathFactory) -> Words:
    folder: Path = tmp_path_factory.mktemp("words")
    (folder / "id.ftl").write_text(TEXTS, "utf-8")
    (folder / "en.ftl").write_text(ENGLISH, "utf-8")
    return load_words(folder, {})


def letter(say: Say, language: str = "id") -> Letter:
    about: dict[str, Any] = dict.fromkeys((field.name for field in fields(Letter)), None)
    return Letter(**about | {"say": say, "language": language, "slot": say.slot})


def question(name: str = "Sari") -> Say:
    return Say(
        (Line("hello", {"name": name}), Line("ask")),
        (Option("ya", "yes"), Option("no", "no")),
        "d1",
        "sure",
        "ya no",
    )
