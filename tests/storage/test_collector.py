"""Files on their way in: whole and told once, whatever breaks, and nothing half-written."""

from __future__ import annotations

import asyncio
import hashlib
import io
import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import structlog
from PIL import Image

from bot.conversation.draft import Draft
from bot.conversation.message import Attachment
from handlers.channel import FetchFailed
from handlers.evidence import Collector
from handlers.intake import Intake
from storage import custody, drafts, evidence, mail
from storage.database import Database
from storage.keys import Keys
from storage.seal import FileKey
from storage.vault import Vault
from tests import files
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


@pytest.fixture
def desk(database: Database, keys: Keys, clock: Clock, tmp_path: Path) -> Desk:
    return Desk(database, keys, Vault(tmp_path / "evidence", floor=0), clock, Channel())


async def test_a_photo_is_stored_byte_for_byte_with_a_clean_copy_and_then_she_hears_of_it(desk: Desk) -> None:
    photo = files.image()
    desk.send(photo)
    assert await desk.collector().once() == 1
    row = desk.row()
    assert (row.state, row.type, row.clean_state, row.size) == ("stored", "image/jpeg", "ready", len(photo))
    assert row.sha256 == hashlib.sha256(photo).hexdigest()
    assert desk.bytes_of() == photo
    shown = Image.open(io.BytesIO(desk.bytes_of(clean=True)))
    assert dict(shown.getexif()) == {}
    assert row.clean_sha256 == hashlib.sha256(desk.bytes_of(clean=True)).hexdigest()
    assert desk.heard() == [{"draft": "d1", "attachment": "e1", "stored": True, "reason": ""}]
    assert desk.told.qsize() == 1


async def test_an_album_of_three_is_three_files_each_told_once(desk: Desk) -> None:
    for number in range(3):
        desk.send(files.image(picture=files.photo(60 + number)), f"e{number}")
    running = asyncio.create_task(desk.collector().run())
    for _ in range(3):
        await asyncio.wait_for(desk.told.get(), 30)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert {desk.row(f"e{number}").state for number in range(3)} == {"stored"}
    assert sorted(str(told["attachment"]) for told in desk.heard()) == ["e0", "e1", "e2"]


@pytest.mark.parametrize(("content", "reason", "word"), [
    (files.EXE, "type", "type"),
    (files.png_bomb(), "bomb", "bomb"),
    (files.image(picture=files.photo(400, 300))[:2500], "broken", "broken"),
    (files.image() + files.zipped({"a": b"b"}), "mixed", "broken"),
    (b"", "empty", "broken"),
])  # fmt: skip
async def test_what_is_refused_leaves_nothing_behind_and_she_hears_why(
    desk: Desk, content: bytes, reason: str, word: str
) -> None:
    desk.send(content)
    await desk.collector().once()
    assert (desk.row().state, desk.row().reason) == ("refused", reason)
    assert desk.files() == []
    assert [told["reason"] for told in desk.heard()] == [word]


async def test_a_locked_pdf_is_kept_though_no_copy_can_be_made(desk: Desk) -> None:
    desk.send(files.locked_pdf())
    await desk.collector().once()
    assert (desk.row().state, desk.row().clean_state, desk.row().reason) == ("stored", "failed", "encrypted")
    assert desk.bytes_of() == files.locked_pdf()
    assert len(desk.files()) == 1


async def test_a_file_larger_than_allowed_is_told_at_once_and_leaves_nothing(desk: Desk) -> None:
    desk.send(bytes(3_000_000))
    await desk.collector(largest=2_000_000).once()
    assert (desk.row().state, desk.row().reason) == ("failed", "too-large")
    assert desk.files() == []
    assert [told["reason"] for told in desk.heard()] == ["too-large"]


async def test_a_download_that_breaks_off_is_tried_again_and_succeeds(desk: Desk) -> None:
    photo = files.image()
    desk.send(photo)
    desk.channel.faults = [FetchFailed("network", again=True), FetchFailed("network", again=True)]
    collector = desk.collector()
    await collector.once()
    assert desk.files() == []
    for pause in (2, 8):
        assert desk.row().state == "wanted"
        assert desk.told.empty()
        desk.clock.turn(seconds=pause)
        await collector.once()
    assert desk.bytes_of() == photo
    assert [told["stored"] for told in desk.heard()] == [True]


async def test_a_file_that_is_gone_is_not_asked_for_again(desk: Desk) -> None:
    desk.send(files.image())
    desk.channel.faults = [FetchFailed("gone", again=False)]
    collector = desk.collector()
    await collector.once()
    desk.clock.turn(minutes=10)
    await collector.once()
    assert desk.channel.asked == ["source-e1"]
    assert [told["reason"] for told in desk.heard()] == ["gone"]


async def test_a_disk_that_fills_up_makes_files_wait_and_later_they_come(desk: Desk) -> None:
    photo = files.image()
    desk.send(photo)

    def full() -> None:
        desk.vault.floor = 1 << 60

    desk.channel.ahead = full
    collector = desk.collector()
    await collector.once()
    assert desk.files() == []
    for _ in range(6):
        desk.clock.turn(seconds=15)
        assert await collector.once() == 0
    assert len(desk.channel.asked) == 1
    assert (desk.row().state, desk.heard()) == ("wanted", [])

    desk.vault.floor, desk.channel.ahead = 0, lambda: None
    assert await collector.once() == 1
    assert desk.bytes_of() == photo
    assert len(desk.heard()) == 1


class Filling(Vault):
    """Its disk fills up while a file is looked at."""

    @contextmanager
    def reading(self, path: str, key: FileKey, about: str) -> Iterator[Iterator[bytes]]:
        self.floor = 1 << 60
        with super().reading(path, key, about) as pieces:
            yield pieces


async def test_a_disk_without_room_for_the_clean_copy_is_not_filled_with_originals(desk: Desk) -> None:
    desk.vault = Filling(desk.vault.folder, floor=0)
    desk.send(files.image())
    await desk.collector().once()
    assert desk.row().state == "wanted"
    assert desk.files() == []


async def test_an_evidence_folder_that_disappears_makes_files_wait_and_later_they_come(desk: Desk) -> None:
    collector = desk.collector()
    await collector.once()
    photo = files.image()
    desk.send(photo)
    away = desk.vault.folder.with_name("unmounted")

    def unmounted() -> None:
        desk.vault.folder.rename(away)

    desk.channel.ahead = unmounted
    await collector.once()
    assert desk.row().state == "wanted"
    assert not desk.vault.folder.exists()

    away.rename(desk.vault.folder)
    desk.channel.ahead = lambda: None
    desk.clock.turn(seconds=15)
    await collector.once()
    assert desk.bytes_of() == photo
    custody.sweep(desk.database, desk.vault, before=2e10)
    assert len(desk.files()) == 2


async def test_a_draft_erased_while_its_file_is_fetched_leaves_nothing(desk: Desk) -> None:
    desk.send(files.image())

    def erased() -> None:
        with desk.database.transaction() as db:
            drafts.delete(db, "d1", "d-d1", desk.clock())

    desk.channel.ahead = erased
    await desk.collector().once()
    assert desk.row().state == "removed"
    assert desk.files() == []
    assert desk.heard() == []


async def test_stopping_gives_a_file_back_at_once(desk: Desk) -> None:
    desk.send(files.image())
    reached, never = asyncio.Event(), asyncio.Event()

    async def hangs(source: str, limit: int) -> AsyncIterator[bytes]:
        yield b"half"
        reached.set()
        await never.wait()

    intake = Intake(desk.database, desk.keys, desk.vault, {"telegram": hangs})
    running = asyncio.create_task(Collector(desk.database, desk.keys, desk.vault, intake).run())
    await reached.wait()
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert desk.files() == []
    assert await desk.collector().once() == 1
    assert desk.row().state == "stored"


async def test_a_file_of_a_channel_that_another_process_serves_is_left_to_it(desk: Desk) -> None:
    desk.send(files.image(), channel="whatsapp")
    assert await desk.collector().once() == 0
    assert desk.row().state == "wanted"
    assert desk.heard() == []


async def test_no_source_and_no_name_reaches_the_log(desk: Desk) -> None:
    with structlog.testing.capture_logs() as logged:
        desk.send(files.image())
        desk.send(files.EXE, "e2")
        desk.channel.faults = [FetchFailed("network", again=True), KeyError("source-e2")]
        collector = desk.collector()
        await collector.once()
        desk.clock.turn(seconds=61)
        await collector.once()
    assert len(logged) >= 3
    assert "source" not in repr(logged)
    assert "rahasia" not in repr(logged)


KILLED = """
import asyncio, sys
from pathlib import Path
from handlers.evidence import Collector
from handlers.intake import Intake
from storage.database import Database
from storage.keys import Keys
from storage.seal import FileKey
from storage.vault import Vault

async def fetch(source, limit):
    for piece in range(4):
        await asyncio.sleep(0.01)
        yield (source + " ").encode() * 100_000

home = Path(sys.argv[1])
database, keys = Database(sys.argv[2]), Keys.load(home / "keys.json")
vault = Vault(home / "evidence", floor=0)
collector = Collector(database, keys, vault, Intake(database, keys, vault, {"telegram": fetch}))
print("ready", flush=True)
asyncio.run(collector.run())
"""


def test_killed_at_any_instant_every_file_is_stored_whole_and_told_once(
    database_url: str, tmp_path: Path
) -> None:
    database, keys = Database(database_url), Keys.make(tmp_path / "keys.json")
    vault = Vault(tmp_path / "evidence", floor=0)
    clock = Clock(database.now())
    names = [f"e{number}" for number in range(6)]
    for name in names:
        want(database, keys, clock, name)
    drawn = random.Random(41)
    for _ in range(5):
        worker = started(tmp_path, database_url)
        time.sleep(drawn.uniform(0.05, 0.9))
        killed(worker)
        with database.transaction() as db:
            # The lease of whoever was killed is over.
            db.connection().exec_driver_sql("UPDATE evidence SET lease_until = NULL, attempts = 0")
    worker = started(tmp_path, database_url)
    until = time.monotonic() + 60
    while waiting(database) and time.monotonic() < until:
        time.sleep(0.1)
    killed(worker)

    clock.at = database.now()
    told = heard(database, keys, clock)
    assert sorted(str(one["attachment"]) for one in told) == names
    assert all(one["stored"] for one in told)
    custody.sweep(database, vault, before=2e10)
    assert sorted(one.id for one in custody.prove(database, keys, vault) if one.proof == "whole") == names
    with database.reading() as db:
        for row in evidence.of(db, "d-d1"):
            assert row.sha256 == hashlib.sha256(f"source-{row.id} ".encode() * 400_000).hexdigest()
    left = [path for path in vault.folder.rglob("*") if path.is_file() and path.name != "name"]
    assert len(left) == len(names)
    database.dispose()


def started(home: Path, database_url: str) -> subprocess.Popen[bytes]:
    worker = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(home), database_url],
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
    )
    assert worker.stdout is not None
    worker.stdout.readline()
    return worker


def killed(worker: subprocess.Popen[bytes]) -> None:
    worker.send_signal(signal.SIGKILL)
    worker.communicate()


def waiting(database: Database) -> int:
    with database.reading() as db:
        return evidence.waiting(db, database.now()).count
