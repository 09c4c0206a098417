"""A room with a desk, a citizen and a clock."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from storage.database import Database
from storage.desks import Officer
from storage.keys import Keys
from tests.casework.room import THURSDAY, WAKATOBI, Room


@pytest.fixture
def room(database_url: str, keys: Keys) -> Iterator[Room]:
    clock = [THURSDAY]

    def turn(at: datetime) -> None:
        clock[0] = at

    database = Database(database_url, lambda: clock[0].astimezone(UTC))
    yield Room(database, keys, turn)
    database.dispose()


@pytest.fixture
def budi(room: Room) -> Officer:
    return room.officer(WAKATOBI)
