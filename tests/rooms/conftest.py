"""Budi's desk at work on a real HTTP Telegram, at once and as slowly as outside tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from handlers.telegram.client import connected
from storage.keys import Keys
from tests.fakes.telegram.server import FakeTelegram
from tests.officers.office import Office
from tests.rooms.live import Live


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as made:
        yield made


@pytest.fixture
async def live(database_url: str, keys: Keys, fake: FakeTelegram, tmp_path: Path) -> AsyncIterator[Live]:
    office = Office(database_url, keys)
    async with connected(fake.token, fake.url) as bot:
        yield Live(office, fake, bot, tmp_path / "files")
    office.database.dispose()


@pytest.fixture
async def slow(database_url: str, keys: Keys, fake: FakeTelegram, tmp_path: Path) -> AsyncIterator[Live]:
    """Where cards wait for their batch, and for the morning."""
    office = Office(database_url, keys, "10-40")
    async with connected(fake.token, fake.url) as bot:
        yield Live(office, fake, bot, tmp_path / "files")
    office.database.dispose()
