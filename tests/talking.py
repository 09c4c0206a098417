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

from bot.cases.law import load_law
from bot.cases.region import load_land
from bot.cases.ticket import ALPHABET
from bot.conversation.message import Attachment, Heard, Place, Press, Value
from bot.library import Library
from bot.words.words import load_words
from handlers.reception import OURS, Reception
from handlers.visit import MAKES
from handlers.whatsapp.accept import changed
from storage import letters, mail, people
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from storage.pace import Rate
from storage.parting import part

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
WAYS = {"telegram": "https://t.me/SaksiBot", "whatsapp": "https://wa.me/14155238886"}
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
    if raw.get("lets_in"):
        return raw["address"], None
    files = tuple(
        Attachment(fresh(), kind, source="held", name=f"{kind}.bin") for kind in raw.get("files", ())
    )
    return raw["address"], Heard(
        at - timedelta(seconds=raw.get("ago", 0)),
        fresh(),
        text=raw.get("text", ""),
        press=Press(*raw["press"]) if raw.get("press") else None,
        attachments=files,
        place=Place(*raw["place"]) if raw.get("place") else None,
        ref=raw.get("ref", ""),
        album=raw.get("album", ""),
        forwarded=raw.get("forwarded", False),
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
        self.delivered: dict[str, list[Letter]] = {}
        ears = dict.fromkeys(MAKES, hears)
        self.reception = Reception(
            database, keys, library(), ears, "id", civil=lambda at: at,
            staffed=lambda db, desk: desk in staffed, draw=Drawing(), ways=lambda: WAYS,
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

    def part(self, channel: str, address: str, *, surely: bool) -> None:
        """Another phone, or only another name, stands behind this address."""
        lane, now = self.lane(channel, address), self.now()
        with self.database.transaction() as db:
            known, parted = people.load(db, lane), part(db, self.keys, lane, now, surely=surely)
            assert known is not None
            mail.post(
                db, self.keys, lane=lane, channel=channel, say=changed(parted), language=known.language, rank=0,
                due_at=now, now=now,
            )  # fmt: skip

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

    def deliver(self, channel: str, lane: str) -> list[Letter]:
        """Every letter of this chat that is due within ten seconds, as sent; those of other chats wait for them."""
        later = self.now() + timedelta(seconds=10)
        while True:
            with self.database.transaction() as db:
                found = letters.claim(
                    db, self.keys, channel=channel, owner="t", room=50, now=later, lease=timedelta(minutes=1)
                )
                for letter in found:
                    letters.sent(db, self.keys, letter, f"ref-{letter.id}", rate=QUICKLY, now=self.now())
            if not found:
                return sorted(self.delivered.pop(lane, ()), key=lambda letter: letter.id)
            for letter in found:
                self.delivered.setdefault(letter.lane, []).append(letter)
