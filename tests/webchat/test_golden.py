"""Every golden transcript that a page can speak, over real HTTP, in the looks of Telegram and of WhatsApp.

The page posts what she does; the answers are read from the events of its stream, as HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field
from datetime import UTC, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.conversation.message import Make
from handlers.visit import MAKES
from handlers.webchat import told
from handlers.webchat.hear import CHANNEL
from handlers.webchat.looks import LOOKS
from handlers.webchat.told import Ours
from storage import bubbles, upkeep
from storage.database import Database
from storage.keys import Keys
from storage.sql import sql
from storage.vault import Vault
from tests.files import image
from tests.phone import KINDS, Phone
from tests.test_transcripts import STAFFED, Stage, replay, scripts
from tests.webchat.site import Browser, Site, read

AHEAD = timedelta(seconds=10)
"""A progress line waits a little for its files; the test sends it as if so much time had passed."""
CANNOT = (
    "stiker",
    "kontak",
    "lokasi langsung",
    "jajak pendapat",
    "ubah pesan",
    "nama profil lain",
    "diteruskan: ",
    "susulan album: ",
)
"""What a messenger sends and a page cannot. Two phones on two channels are not two pages, either."""
TYPES = {"photo": "image/jpeg", "document": "application/pdf", "video": "video/mp4", "voice": "audio/ogg"}


def spoken() -> Iterator[tuple[Path, str]]:
    for path, channel in scripts():
        written = path.read_text("utf-8")
        if "# HP kedua: " not in written and not any(f"> [{what}" in written for what in CANNOT):
            yield path, channel


def test_few_transcripts_are_beyond_a_page() -> None:
    every, ours = list(scripts()), list(spoken())
    assert len(every) > 80
    assert len(every) - len(ours) <= 12


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize(("path", "channel"), list(spoken()), ids=lambda value: getattr(value, "stem", value))
def test_the_page_carries_the_conversation_as_written(
    path: Path, channel: str, database_url: str, keys: Keys
) -> None:
    written = path.read_text("utf-8").splitlines()
    assert list(replay(written, channel, database_url, keys, OnThePage)) == written


@pytest.mark.parametrize("engine", ["postgresql"])
@pytest.mark.parametrize("name", ["report_telegram", "clean_chat", "report_numbered"])
def test_it_does_on_postgresql_too(name: str, database_url: str, keys: Keys) -> None:
    for path, channel in spoken():
        if path.stem == name:
            written = path.read_text("utf-8").splitlines()
            assert list(replay(written, channel, database_url, keys, OnThePage)) == written


def test_the_code_is_on_the_page_until_she_has_noted_it(database_url: str, keys: Keys) -> None:
    with closing(OnThePage(database_url, keys, "telegram", "telegram")) as stage:
        list(stage.get_to("", "sent", {}))
        sari = stage.phones[""]
        assert isinstance(sari, Sari)
        assert "8F2K-QM7T-4XRW" in sari.browser.load()
        assert list(stage.say("", "[Sudah saya catat: hapus kode ini]")) == [
            "< Pesan kodenya kami hapus dari chat ini. Simpan kertasnya di tempat yang aman."
        ]
        assert "8F2K-QM7T-4XRW" not in sari.browser.load()
        assert "K7M-4QX-3" in sari.browser.load()


def test_what_she_erases_is_gone_from_the_page_with_it(database_url: str, keys: Keys) -> None:
    with closing(OnThePage(database_url, keys, "telegram", "telegram")) as stage:
        list(stage.get_to("", "sent", {}))
        sari = stage.phones[""]
        assert isinstance(sari, Sari)
        assert "Baliho calon bupati" in sari.browser.load()
        list(stage.say("", "hapus"))
        list(stage.say("", "[Ya, hapus]"))
        page = sari.browser.load()
        assert [one["class"] for one in read(page)] == ["bubble ours"]
        for never in ("Baliho", "Harun", "8F2K"):
            assert never not in page
        with sari.site.database.reading() as db:
            kept = bubbles.since(db, keys, sari.lane, 0)
        assert sum(one.body is not None for one in kept) == 1


def test_of_a_report_she_throws_away_nothing_is_shown_any_more(database_url: str, keys: Keys) -> None:
    with closing(OnThePage(database_url, keys, "telegram", "telegram")) as stage:
        list(stage.get_to("", "kind", {}))
        sari = stage.phones[""]
        assert isinstance(sari, Sari)
        list(stage.say("", "hapus"))
        assert "Baliho calon bupati" in sari.browser.load()
        list(stage.say("", "[Hapus isian itu]"))
        assert [one["text"] for one in read(sari.browser.load())] == [
            [["Isian itu sudah dihapus. Kalau mau melapor lagi, tulis LAPOR."]]
        ]


def test_where_she_wants_no_news_the_talk_is_gone_within_the_hour(database_url: str, keys: Keys) -> None:
    with closing(OnThePage(database_url, keys, "telegram", "telegram")) as stage:
        list(stage.get_to("", "sent", {"identity": "4"}))
        sari = stage.phones[""]
        assert isinstance(sari, Sari)
        assert "8F2K-QM7T-4XRW" in sari.browser.load()
        stage.at += timedelta(minutes=51)
        assert read(sari.browser.load()) == []
        with sari.site.database.transaction() as db:
            while upkeep.prune(db, sari.site.database.now()):
                pass
            assert db.connection().execute(sql("SELECT count(*) FROM bubble")).scalar_one() == 0


def test_where_she_does_not_agree_nothing_is_left_within_the_hour(database_url: str, keys: Keys) -> None:
    with closing(OnThePage(database_url, keys, "webchat", "webchat")) as stage:
        list(stage.say("", "Halo"))
        list(stage.say("", "[Baca dulu]"))
        told = list(stage.say("", "[Tidak jadi]"))
        assert told[0].startswith("< Baik. Percakapan ini terhapus sendiri dalam satu jam")
        stage.at += timedelta(minutes=51)
        sari = stage.phones[""]
        assert isinstance(sari, Sari)
        assert read(sari.browser.load()) == []


@dataclass
class OnThePage(Stage):
    """The two phones are two browsers. The channel of the transcript is how the page looks."""

    held: ExitStack = field(default_factory=ExitStack)
    ahead: timedelta = timedelta(0)

    def __post_init__(self) -> None:
        self.database = Database(self.url, lambda: (self.at + self.ahead).astimezone(UTC))
        folder = Path(self.held.enter_context(_folder()))
        vault = Vault(folder / "evidence")
        vault.make()
        makes: dict[str, Make] = {**MAKES, CHANNEL: MAKES[self.channel]}
        site = Site(self.database, self.keys, vault, STAFFED, LOOKS[self.channel], makes)
        self.held.enter_context(site.serving())
        self.phones = {"": Sari(site, self.channel, self), "2": Sari(site, self.channel, self)}

    def close(self) -> None:
        self.held.close()
        super().close()


def _folder() -> Any:
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - named as what it is for

    return TemporaryDirectory()


class Sari(Phone):
    """A citizen at a browser. `looked` is the look of the page: which make of screen its lines are."""

    def __init__(self, site: Site, looked: str, stage: OnThePage) -> None:
        super().__init__(site, CHANNEL)
        self.site, self.looked, self.stage = site, looked, stage
        self.browser = Browser(site)
        self.tab: list[tuple[str, str]] = []
        self.browser.load()

    @property
    def lane(self) -> str:
        return self.browser.lane

    @property
    def asked(self) -> str:
        """As any phone: by the newest letter that asks."""
        with self.site.database.reading() as db:
            shown = bubbles.shown(db, self.site.keys, self.lane, self.site.database.now())
        letters = [told.opened(one.body) for one in shown if one.body is not None]
        says = [one.say for one in letters if isinstance(one, Ours)]
        return next((say.question for say in reversed(says) if say.question or say.draft == "case"), "")

    def press(self, name: str) -> list[str]:
        """The newest button of that name on the page as it stands, or where it is open unchanged in another tab."""
        here = [button for bubble in read(self.browser.load()) for row in bubble["rows"] for button in row]
        found = [value for (label,), value in here if label == name] or [
            value for label, value in self.tab if label == name
        ]
        assert found, f"no button {name!r} on the page"
        self._sent(press=found[-1])
        return self.read()

    def read(self) -> list[str]:
        """The letters that have come since, as lines; of one that changed twice the last."""
        self.stage.ahead = AHEAD
        self.site.deliver_all()
        self.stage.ahead = timedelta(0)
        with self.site.database.reading() as db:
            last = bubbles.changed(db, (self.lane,)).get(self.lane, 0)
            newest = max((one.changed for one in bubbles.since(db, self.site.keys, self.lane, 0)), default=0)
        assert newest <= last
        lines: list[str] = []
        for event, data in self.browser.events(newest):
            bubble = read(data)[0] if event == "bubble" else None
            if bubble is not None and "ours" in bubble["class"] and not bubble["chosen"]:
                self.tab += [(label, value) for row in bubble["rows"] for (label,), value in row]
                lines += ([""] if lines else []) + self._shown(bubble)
        return lines

    def _shown(self, bubble: dict[str, Any]) -> list[str]:
        text = [line for paragraph in bubble["text"] for line in paragraph if line]
        if MAKES[self.looked] == "numbers":
            return text
        rows = [row for row in bubble["rows"] if not all(value.endswith(":@back") for _, value in row)]
        drawn = [" ".join(f"[{''.join(label)}]" for label, _ in row) for row in rows]
        return text + ([" | ".join(drawn)] if drawn else [])

    def _accept(self, **said: Any) -> None:
        assert said.keys() <= {"text", "place"}
        latitude, longitude = said.get("place", ("", ""))
        self._sent(text=said.get("text", ""), lat=str(latitude), lon=str(longitude))

    def _files(self, match: re.Match[str]) -> list[str]:
        kind = KINDS[match["kind"]]
        files = [(f"{kind}.bin", image(), TYPES[kind]) for _ in range(int(match["count"] or 1))]
        self._sent(files, text=match["caption"] or "")
        if not match["coming"]:
            self.settle(stored=match["failed"] is None, reason=match["reason"] or "network")
        return self.read()

    def _sent(self, files: list[tuple[str, bytes, str]] | None = None, **fields: str) -> None:
        self.said += 1
        answer = self.browser.post(files, id=f"message-{self.said}", **fields)
        assert answer.status_code == 204, answer.text
        self.site.work()
