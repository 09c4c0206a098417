"""Every golden transcript on WhatsApp over real HTTP, with numbers and with buttons, against the strict Twilio.

Those written for Telegram are played by the same thumb: what it presses there is the number that stands here, and what
comes of it is what the talk itself says on numbered screens.
"""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from bot.conversation import screen
from bot.conversation.message import Option
from handlers.commands.whatsapp import _push
from handlers.whatsapp.client import connected
from handlers.whatsapp.render import render, shape
from handlers.whatsapp.templates import load
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from tests.fakes.twilio.server import FakeTwilio
from tests.phone import Phone
from tests.talking import library
from tests.test_transcripts import FOLDER, STAFFED, Stage, replay
from tests.whatsapp.wired import CHANNEL, OnWire, Wired

CANNOT = ("lokasi langsung", "jajak pendapat", "ubah pesan")
"""What WhatsApp does not carry: live places, polls, and the change of a message that was sent."""
TYPED = {
    "Kembali": "kembali", "Back": "back", "Tambah bukti": "tambah", "Langkah berikutnya": "status",
    "Cara jadi resmi": "bagaimana caranya", "Bersihkan seluruh chat": "bersihkan chat", "Kirim": "kirim",
    "Ubah jawaban": "ubah", "Tempatnya keliru": "ubah", "Ya, pindahkan": "pindah", "Ke provinsi saja": "8",
}  # fmt: skip
"""Buttons that numbered screens do not have -> the word that does the same there."""
RENDERINGS = ("numbers", "buttons")
PATHS = sorted(FOLDER.glob("*.txt"))


def carried(path: Path) -> bool:
    return not any(f"> [{what}" in path.read_text("utf-8") for what in CANNOT)


def is_numbered(path: Path) -> bool:
    return CHANNEL in path.read_text("utf-8").splitlines()[0]


@pytest.fixture(scope="module", params=RENDERINGS)
def fake(request: pytest.FixtureRequest) -> Iterator[FakeTwilio]:
    """One for all of them. With buttons the contents were made at deploy; status reports come twice, in any order."""
    with FakeTwilio() as made:
        made.callbacks.twice = made.callbacks.shuffled = True
        if request.param == "buttons":
            asyncio.run(_made(made))
        yield made


async def _made(fake: FakeTwilio) -> None:
    async with connected(fake.account, fake.token, fake.url) as client:
        await _push(client, load())


@dataclass
class OnWhatsApp(Stage):
    """Her phone is at Twilio; a second one on another channel is as in any transcript."""

    fake: FakeTwilio | None = None
    phone: Callable[[Wired, Callable[[timedelta], None]], Phone] = OnWire
    ahead: timedelta = timedelta(0)
    held: ExitStack = field(default_factory=ExitStack)

    def __post_init__(self) -> None:
        assert self.fake is not None
        self.database = Database(self.url, lambda: (self.at + self.ahead).astimezone(UTC))
        wired = Wired(self.database, self.keys, STAFFED, self.fake, tapping=bool(self.fake.world.contents))
        self.held.enter_context(wired.serving())
        second = self.phone(wired, self.turn) if self.second == CHANNEL else Phone(wired, self.second, "1002")
        self.phones = {"": self.phone(wired, self.turn), "2": second}

    def turn(self, ahead: timedelta) -> None:
        self.ahead = ahead

    def close(self) -> None:
        self.held.close()
        super().close()


class Thumb(Phone):
    """What is pressed in a transcript of Telegram, done on a numbered screen: tapped where it is a button, or typed."""

    tapping = False

    def press(self, name: str) -> list[str]:
        words = library().words
        for letter in reversed(self.screens):
            for number, option in enumerate(screen.choices(letter.say, "numbers"), 1):
                if screen.label(option, words, self.language, "telegram") == name:
                    shown = shape(render(letter.say, words, letter.language))
                    return self.tap(letter, option) if self.tapping and shown else self.send(text=str(number))
        return self.send(text=TYPED[name])

    def _accept(self, **said: Any) -> None:
        """Nothing says that files belong together."""
        super()._accept(**{**said, "album": ""})

    def tap(self, letter: Letter, option: Option) -> list[str]:
        return self.send(press=[letter.say.draft, letter.say.question, option.key])


class ThumbOnWire(Thumb, OnWire):
    """The same, on the phone at Twilio."""

    def tap(self, letter: Letter, option: Option) -> list[str]:
        sid = next(sid for sid, sent in self.wired.sent.items() if sent is letter)
        message = self.wired.fake.world.messages[sid]
        title = next(title for title, data in message.actions if data == screen.data(letter.say, option))
        self._posted(self.person.press(title, message))
        return self.read()


@dataclass
class Spoken(Stage):
    """The talk itself on numbered screens, without a wire."""

    tapping: bool = False

    def __post_init__(self) -> None:
        super().__post_init__()
        for name, phone in self.phones.items():
            if phone.channel == CHANNEL:
                thumb = Thumb(phone.saksi, CHANNEL, phone.address)
                thumb.tapping = self.tapping
                self.phones[name] = thumb


def test_few_transcripts_are_beyond_whatsapp() -> None:
    assert len(PATHS) > 80
    assert sum(not carried(path) for path in PATHS) <= 3


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize(
    "path", [path for path in PATHS if is_numbered(path) and carried(path)], ids=lambda path: path.stem
)
def test_the_conversation_goes_as_written_over_http(
    path: Path, database_url: str, keys: Keys, fake: FakeTwilio
) -> None:
    written = path.read_text("utf-8").splitlines()
    assert list(replay(written, CHANNEL, database_url, keys, partial(OnWhatsApp, fake=fake))) == written
    assert {post.status for post in fake.posts} == {200}
    assert fake.world.leaked == []


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize(
    "path", [path for path in PATHS if not is_numbered(path) and carried(path)], ids=lambda path: path.stem
)
def test_what_is_done_on_telegram_can_be_done_here(
    path: Path, database_url: str, keys: Keys, fake: FakeTwilio, tmp_path: Path
) -> None:
    written = path.read_text("utf-8").splitlines()
    tapping = bool(fake.world.contents)
    other = shutil.copy(database_url.removeprefix("sqlite:///"), tmp_path / "spoken.db")
    spoken = list(replay(written, CHANNEL, f"sqlite:///{other}", keys, partial(Spoken, tapping=tapping)))
    staged = partial(OnWhatsApp, fake=fake, phone=partial(on_wire, tapping=tapping))
    assert list(replay(written, CHANNEL, database_url, keys, staged)) == spoken
    assert len(spoken) > len([line for line in written if ">" in line[:3]]), "something was answered"


def on_wire(wired: Wired, turn: Callable[[timedelta], None], *, tapping: bool) -> Phone:
    phone = ThumbOnWire(wired, turn)
    phone.tapping = tapping
    return phone
