"""Files on their way in: whole and told once, whatever breaks on the way."""

from __future__ import annotations

import asyncio
import hashlib
import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import structlog
from PIL import Image

from handlers.channel import FetchFailed
from handlers.evidence import Collector
from handlers.intake import Intake
from storage import drafts
from storage.database import Database
from storage.keys import Keys
from storage.vault import Vault
from tests import files
from tests.storage.clock import Clock
from tests.storage.collecting import Channel, Desk


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
