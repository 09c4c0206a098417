"""For tests of the collector: a channel that hands files over, and what becomes of them."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.conversation.draft import Draft
from bot.conversation.message import Attachment
from handlers.evidence import Collector
from handlers.intake import Intake
from storage import custody, drafts, evidence, mail
from storage.database import Database
from storage.keys import Keys
from storage.vault import Vault
from tests.storage.clock import Clock

LANE = "lane-of-sari"


@dataclass
class Channel:
    """Hands over what it holds, under the source it is asked for; `ahead` happens before the last piece."""

    held: dict[str, bytes] = field(default_factory=dict)
    faults: list[Exception] = field(default_factory=list)
    ahead: Callable[[], None] = lambda: None
    asked: list[str] = field(default_factory=list)

    async def fetch(self, source: str, limit: int) -> AsyncIterator[bytes]:
        self.asked.append(source)
        content = self.held[source]
        half = len(content) // 2
        yield content[:half]
        await asyncio.sleep(0)
        if self.faults:
            raise self.faults.pop(0)
        self.ahead()
        yield content[half:]


@dataclass
class Desk:
    database: Database
    keys: Keys
    vault: Vault
    clock: Clock
    channel: Channel
    told: asyncio.Queue[None] = field(default_factory=asyncio.Queue)

    def collector(self, **more: Any) -> Collector:
        intake = Intake(self.database, self.keys, self.vault, {"telegram": self.channel.fetch}, **more)
        return Collector(self.database, self.keys, self.vault, intake, lambda: self.told.put_nowait(None))

    def send(self, content: bytes, id: str = "e1", channel: str = "telegram") -> None:
        """Sari sends a file, and the turn wants it."""
        self.channel.held[f"source-{id}"] = content
        want(self.database, self.keys, self.clock, id, channel)

    def row(self, id: str = "e1") -> evidence.Evidence:
        with self.database.reading() as db:
            found = evidence.by_id(db, id)
        assert found is not None
        return found

    def bytes_of(self, id: str = "e1", *, clean: bool = False) -> bytes:
        row = self.row(id)
        with self.database.transaction() as db:
            key = evidence.key_of(row, drafts.load(db, self.keys, LANE).dossiers["d1"])
        assert key is not None
        path, about = (
            (row.clean_path, custody.clean_about(id)) if clean else (row.path, custody.original_about(id))
        )
        with self.vault.reading(path, key, about) as pieces:
            return b"".join(pieces)

    def heard(self) -> list[dict[str, object]]:
        return heard(self.database, self.keys, self.clock)

    def files(self) -> list[Path]:
        found = self.vault.folder.rglob("*") if self.vault.folder.exists() else iter(())
        return [path for path in found if path.is_file() and path.name != "name"]


def want(database: Database, keys: Keys, clock: Clock, id: str, channel: str = "telegram") -> None:
    attachment = Attachment(id, "photo", f"source-{id}", f"rahasia-{id}.jpg")
    with database.transaction() as db:
        opened = drafts.load(db, keys, LANE)
        under_way = opened.under_way or (Draft("report", "d1", {}),)
        dossier = drafts.save(db, keys, LANE, opened, under_way, (), clock())["d1"]
        evidence.want(db, keys, dossier, attachment, lane=LANE, channel=channel, draft_id="d1", now=clock())


def heard(database: Database, keys: Keys, clock: Clock) -> list[dict[str, object]]:
    told = []
    with database.transaction() as db:
        while inbound := mail.next_inbound(db, clock()):
            told.append(json.loads(mail.read(keys, inbound)))
            mail.done(db, inbound, clock())
    return told
