"""A citizen with a phone, and Saksi behind it: the real reception and storage, and letters as she would read them.

Between every two lines everything is written to the database and read back, since every message is a transaction.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from sqlmodel import Session

from bot.cases.law import load_law
from bot.cases.region import load_land
from bot.cases.ticket import ALPHABET
from bot.conversation import screen
from bot.conversation.asking import BACK
from bot.conversation.message import Attachment, Heard, Option, Place, Press, Say, Value
from bot.library import Library
from bot.words.words import load_words
from handlers.reception import OURS, Reception
from handlers.visit import MAKES
from storage import letters, mail
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from storage.pace import Rate
from storage.sql import sql

ROOT = Path(__file__).parent.parent
LAW = ROOT / "bot" / "law"
WORDS = ROOT / "bot" / "words"
CONSTANTS: dict[str, Value] = {
    "operator": "{pengelola}",
    "contact": "{kontak}",
    "months": "{N}",
    "ombudsman-phone": "137",
    "ombudsman-whatsapp": "0821-3737-3737",
    "backup-days": 35,
}
WAKATOBI = Place(-5.3258, 123.5952)
QUICKLY = Rate(timedelta(microseconds=1), burst=1000)


@cache
def library() -> Library:
    return Library(load_law(LAW), load_land(LAW), load_words(WORDS, CONSTANTS))


@dataclass
class Drawing:
    """Random bytes that give the tickets and codes of the transcripts, in order, then some that differ."""

    tickets: list[str] = field(default_factory=lambda: ["K7M4QX"])
    receipts: list[str] = field(default_factory=lambda: ["8F2KQM7T4XRW"])
    drawn: int = 0

    def __call__(self, count: int) -> bytes:
        self.drawn += 1
        if count == 16 and self.receipts:
            return _bytes(self.receipts.pop(0), 16)
        if count == 16 and self.tickets:
            return _bytes(self.tickets.pop(0), 16)
        return self.drawn.to_bytes(count)


def _bytes(characters: str, count: int) -> bytes:
    number = 0
    for character in reversed(characters):
        number = number * len(ALPHABET) + ALPHABET.index(character)
    return number.to_bytes(count)


def hears(body: bytes, at: datetime, fresh: Callable[[], str]) -> tuple[str, Heard | None]:
    """What a phone of the tests sends."""
    raw: dict[str, Any] = json.loads(body)
    files = tuple(
        Attachment(fresh(), kind, source="held", name=f"{kind}.bin") for kind in raw.get("files", ())
    )
    return raw["address"], Heard(
        at,
        fresh(),
        text=raw.get("text", ""),
        press=Press(*raw["press"]) if raw.get("press") else None,
        attachments=files,
        place=Place(*raw["place"]) if raw.get("place") else None,
        ref=raw.get("ref", ""),
        edited=raw.get("edited", False),
        odd=raw.get("odd"),
        language=raw.get("language", ""),
    )


class Saksi:
    """The whole of it but the channels: a database, keys, the reception, a clock that is turned by hand."""

    def __init__(self, database: Database, keys: Keys, staffed: frozenset[str] = frozenset()) -> None:
        self.database, self.keys = database, keys
        self.now = database.now
        self.heard = 0
        ears = dict.fromkeys(MAKES, hears)
        self.reception = Reception(
            database, keys, library(), ears, "id", civil=lambda at: at,
            staffed=lambda db, desk: desk in staffed, draw=Drawing(),
        )  # fmt: skip

    def accept(self, channel: str, address: str, **said: Any) -> None:
        self.heard += 1
        body = json.dumps({"address": address, **said}).encode()
        with self.database.transaction() as db:
            mail.accept(
                db, self.keys, channel=channel, bot="b", external_id=str(self.heard), lane=self.lane(channel, address),
                body=body, ref=str(said.get("ref", "")), now=self.now(),
            )  # fmt: skip
        self.work()

    def lane(self, channel: str, address: str) -> str:
        return self.keys.index(f"{channel}:{address}")

    def work(self) -> None:
        while self.reception.turn() is not None:
            pass

    def tell(self, lane: str, evidence: str, draft: str, *, stored: bool, reason: str = "") -> None:
        """What the evidence worker tells when a file is stored, or could not be had."""
        arrival = {"draft": draft, "attachment": evidence, "stored": stored, "reason": reason}
        with self.database.transaction() as db:
            mail.accept(
                db, self.keys, channel=OURS, bot="", external_id=f"evidence:{evidence}:{stored}", lane=lane,
                body=json.dumps(arrival).encode(), now=self.now(),
            )  # fmt: skip
        self.work()

    def deliver(self, channel: str) -> list[Letter]:
        """Every letter that is due within ten seconds, as sent."""
        sent: list[Letter] = []
        later = self.now() + timedelta(seconds=10)
        while True:
            with self.database.transaction() as db:
                found = letters.claim(
                    db, self.keys, channel=channel, owner="t", room=50, now=later, lease=timedelta(minutes=1)
                )
                for letter in found:
                    letters.sent(db, self.keys, letter, f"ref-{letter.id}", rate=QUICKLY, now=later)
            if not found:
                return sorted(sent, key=lambda letter: letter.id)
            sent += found


@dataclass
class Phone:
    """One citizen's chat. `line` hears one line of a transcript, and gives what she then reads."""

    saksi: Saksi
    channel: str
    address: str = "1001"
    language: str = "id"
    said: int = 0
    screens: list[Letter] = field(default_factory=list)

    @property
    def lane(self) -> str:
        return self.saksi.lane(self.channel, self.address)

    def line(self, text: str) -> list[str]:
        """`[titik lokasi]`, `[foto]`, `[album: 3 foto]`, `[foto gagal]`, `[suara]`, `[Button]`, or a text."""
        self.said += 1
        inside = text[1:-1] if text.startswith("[") and text.endswith("]") else None
        if inside is None:
            return self.send(text=text)
        match inside.split():
            case ["titik", "lokasi"]:
                return self.send(place=[WAKATOBI.latitude, WAKATOBI.longitude])
            case ["foto"]:
                return self.files("photo")
            case ["foto", "gagal"]:
                return self.files("photo", stored=False)
            case ["dokumen"]:
                return self.files("document")
            case ["suara"]:
                return self.files("voice")
            case ["stiker"]:
                return self.send(odd="sticker")
            case ["album:", count, "foto"]:
                return self.files(*["photo"] * int(count))
            case _:
                return self.press(inside)

    def send(self, **said: Any) -> list[str]:
        self.saksi.accept(self.channel, self.address, ref=f"m{self.said}", **said)
        return self.read()

    def press(self, label: str) -> list[str]:
        """The newest button of that name."""
        for letter in reversed(self.screens):
            for option in screen.choices(letter.say, "buttons"):
                if self.label(option) == label:
                    say = letter.say
                    return self.send(press=[say.draft, say.question, option.key])
        raise AssertionError(f"no button {label!r} on any screen")

    def files(self, *kinds: str, stored: bool = True) -> list[str]:
        """Files arrive one by one, as every channel tells them; what came of each is told once all are here."""
        for kind in kinds:
            self.said += 1
            self.saksi.accept(self.channel, self.address, files=[kind], ref=f"m{self.said}")
        self.settle(stored=stored)
        return self.read()

    def settle(self, *, stored: bool = True) -> None:
        """Every file that is wanted is stored, or could not be had."""
        with self.saksi.database.transaction() as db:
            wanted = _wanted(db, self.lane)
            for file, _ in wanted:
                _outcome(db, file, "stored" if stored else "failed")
        for file, draft in wanted:
            self.saksi.tell(self.lane, file, draft, stored=stored, reason="" if stored else "network")

    def label(self, option: Option) -> str:
        return screen.label(option, library().words, self.language, self.channel)

    def read(self) -> list[str]:
        """The letters that have come since, as lines; an empty line between two."""
        lines: list[str] = []
        shown: dict[str, list[str]] = {}
        for letter in self.saksi.deliver(self.channel):
            self.screens.append(letter)
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
        words = library().words
        if MAKES[self.channel] == "numbers":
            return [
                line for line in screen.numbered(say, words, self.language, self.channel).split("\n") if line
            ]
        text = [line for line in screen.text(say, words, self.language, self.channel).split("\n") if line]
        shown = [row for row in screen.rows(say) if row != (BACK,)]  # it is on every question (words.md §4)
        rows = [" ".join(f"[{self.label(option)}]" for option in row) for row in shown]
        return text + ([" | ".join(rows)] if rows else [])


def _wanted(db: Session, lane: str) -> list[tuple[str, str]]:
    rows = db.connection().execute(
        sql(
            "SELECT id, draft_id FROM evidence WHERE lane = :lane AND state = 'wanted' ORDER BY dossier_id, seq"
        ),
        {"lane": lane},
    )
    return [(row.id, row.draft_id) for row in rows]


def _outcome(db: Session, id: str, state: str) -> None:
    db.connection().execute(
        sql("UPDATE evidence SET state = :state WHERE id = :id"), {"id": id, "state": state}
    )
