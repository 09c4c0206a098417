"""One citizen's chat in a transcript: what she does as it is written, and what she then reads."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from sqlmodel import Session

from bot.conversation import screen
from bot.conversation.asking import BACK
from bot.conversation.message import Option, Place, Say
from bot.flows.told import CASE
from handlers.visit import MAKES
from storage.letters import Letter
from storage.sql import sql
from tests.talking import Saksi, library

WAKATOBI = Place(-5.3258, 123.5952)
SINGAPORE = Place(1.2903, 103.8519)
KINDS = {"foto": "photo", "dokumen": "document", "video": "video", "suara": "voice"}
ODD = {"stiker": "sticker", "kontak": "contact", "lokasi langsung": "live", "jajak pendapat": "poll"}
FILES = re.compile(
    r"(?:(?P<album>album|susulan album): )?(?:(?P<count>\d+) )?(?P<kind>foto|dokumen|video|suara)"
    r"(?:: (?P<caption>.*?))?(?P<coming>, belum sampai)?(?P<one>, satu)?(?P<failed>,? gagal(?: (?P<reason>[a-z-]+))?)?"
)
CHANGES = {"nama profil lain": False, "HP lain": True}
EDITED = re.compile(r"ubah pesan (\d+): (.*)")
FORWARDED = re.compile(r"diteruskan: (.*)")


@dataclass
class Phone:
    """`line` hears one line of a transcript, and gives what she then reads.

    screens  every letter she got, newest last
    messages what her own messages are called, in order; lines: what they said, as it was written
    """

    saksi: Saksi
    channel: str
    address: str = "1001"
    language: str = "id"
    said: int = 0
    album: int = 0
    parts: bool | None = None
    screens: list[Letter] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)

    @property
    def lane(self) -> str:
        return self.saksi.lane(self.channel, self.address)

    @property
    def asked(self) -> str:
        """The question on her newest screen that asks one; "" after a case was filed."""
        asking = (
            letter.say for letter in reversed(self.screens) if letter.say.question or letter.say.draft == CASE
        )
        return next((say.question for say in asking), "")

    def line(self, text: str) -> list[str]:
        """A text, `[Button]`, or one of the things that stand in brackets above."""
        self.lines.append(text)
        inside = text[1:-1] if text.startswith("[") and text.endswith("]") else None
        if inside is None:
            return self.send(text=text)
        if inside in ("titik lokasi", "titik di luar negeri"):
            pin = WAKATOBI if inside == "titik lokasi" else SINGAPORE
            return self.send(place=[pin.latitude, pin.longitude])
        if inside in CHANGES:
            self.change(surely=CHANGES[inside])
            return []
        if inside in ODD:
            return self.send(odd=ODD[inside])
        if inside == "berkas sampai":
            self.settle()
            return self.read()
        if match := EDITED.fullmatch(inside):
            return self.send(text=match[2], edited=True, ref=self.messages[-int(match[1])])
        if match := FORWARDED.fullmatch(inside):
            return self.send(text=match[1], forwarded=True)
        if match := FILES.fullmatch(inside):
            return self._files(match)
        return self.press(inside)

    def change(self, *, surely: bool) -> None:
        """Seen with her next message: her profile has another name, or (surely) another account has her number."""
        self.parts = surely

    def send(self, **said: Any) -> list[str]:
        self._accept(**said)
        return self.read()

    def press(self, name: str) -> list[str]:
        """The newest button of that name."""
        for letter in reversed(self.screens):
            for option in screen.choices(letter.say, "buttons"):
                if self.label(option) == name:
                    say = letter.say
                    return self.send(press=[say.draft, say.question, option.key], ref=f"ref-{letter.id}")
        raise AssertionError(f"no button {name!r} on any screen")

    def files(self, *kinds: str, stored: bool = True) -> list[str]:
        """Files arrive one by one, as every channel tells them; what came of each is told once all are here."""
        for kind in kinds:
            self._accept(files=[kind])
        self.settle(stored=stored)
        return self.read()

    def settle(self, *, stored: bool = True, reason: str = "network", most: int = 99) -> None:
        """Every file that is wanted, or as many as that, is stored, or could not be had."""
        with self.saksi.database.transaction() as db:
            wanted = _wanted(db, self.lane)[:most]
            for file, _ in wanted:
                _outcome(db, file, "stored" if stored else "failed")
        for file, draft in wanted:
            self.saksi.tell(self.lane, file, draft, stored=stored, reason="" if stored else reason)

    def label(self, option: Option) -> str:
        return screen.label(option, library().words, self.language, self.channel)

    def read(self) -> list[str]:
        """The letters that have come since, as lines; an empty line between two."""
        lines: list[str] = []
        shown: dict[str, list[str]] = {}
        for letter in self.saksi.deliver(self.channel, self.lane):
            if letter.say.pin and (pinned := [one for one in self.screens if one.say.pin]):
                self.screens[self.screens.index(pinned[-1])] = (
                    letter  # at the top of the chat, without a sound
                )
                continue
            self.screens.append(letter)
            if letter.say.takes:
                continue  # nothing is said: what it takes out of the chat is gone
            self.language = letter.language
            built = self.shown(letter.say)
            if letter.slot and letter.slot in shown:
                shown[letter.slot][:] = built
                continue
            shown[letter.slot or str(letter.id)] = built
        for built in shown.values():
            lines += ([""] if lines else []) + built
        return lines

    def shown(self, say: Say) -> list[str]:
        """Its lines; *Kembali* by itself is left out: it is on every question (words.md §4)."""
        words = library().words
        if MAKES[self.channel] == "numbers":
            return [
                line for line in screen.numbered(say, words, self.language, self.channel).split("\n") if line
            ]
        text = [line for line in screen.text(say, words, self.language, self.channel).split("\n") if line]
        text = ["[berkas]", *text] if say.file else text
        shown = [row for row in screen.rows(say) if [option.key for option in row] != [BACK.key]]
        rows = [" ".join(f"[{self.label(option)}]" for option in row) for row in shown]
        return text + ([" | ".join(rows)] if rows else [])

    def _accept(self, **said: Any) -> None:
        if self.parts is not None:
            self.saksi.part(self.channel, self.address, surely=self.parts)
            self.parts = None
        self.said += 1
        told = {"ref": f"m{self.said}", **said}
        if not said.get("edited"):
            self.messages.append(told["ref"])
        self.saksi.accept(self.channel, self.address, **told)

    def _files(self, match: re.Match[str]) -> list[str]:
        self.album += match["album"] == "album"
        album = f"album-{self.album}" if match["album"] else ""
        for number in range(int(match["count"] or 1)):
            caption = match["caption"] if number == 0 and match["caption"] else ""
            self._accept(files=[KINDS[match["kind"]]], album=album, text=caption)
        if match["one"]:
            self.settle(stored=False, reason=match["reason"] or "network", most=1)
            self.settle()
        elif not match["coming"]:
            self.settle(stored=match["failed"] is None, reason=match["reason"] or "network")
        return self.read()


def _wanted(db: Session, lane: str) -> list[tuple[str, str]]:
    rows = db.connection().execute(
        sql(
            "SELECT id, draft_id FROM evidence WHERE lane = :lane AND state = 'wanted' ORDER BY dossier_id, seq"
        ),
        {"lane": lane},
    )
    return [(row.id, row.draft_id) for row in rows]


def _outcome(db: Session, id: str, state: str) -> None:
    """A photo that is stored has its clean copy."""
    told = {"id": id, "state": state}
    db.connection().execute(sql("UPDATE evidence SET state = :state WHERE id = :id"), told)
    db.connection().execute(
        sql(
            "UPDATE evidence SET size = 248000, type = 'image/jpeg', sha256 = '9f86d081884c7d65', clean_state = 'ready'"
            " WHERE id = :id AND kind = 'photo' AND state = 'stored'"
        ),
        {"id": id},
    )
