"""Files wait, uncounted, while it is our own disk that fails, and come when it is well again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from storage import custody
from storage.database import Database
from storage.keys import Keys
from storage.seal import FileKey
from storage.vault import Vault
from tests import files
from tests.storage.clock import Clock
from tests.storage.collecting import Channel, Desk


@pytest.fixture
def desk(database: Database, keys: Keys, clock: Clock, tmp_path: Path) -> Desk:
    return Desk(database, keys, Vault(tmp_path / "evidence", floor=0), clock, Channel())


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
