"""A room with a desk, a citizen and a clock."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from storage.database import Database
from storage.desks import Officer
from storage.keys import Keys
from tests.casework.room import THURSDAY, WAKATOBI, Room
from tests.casework.ticking import Ticking
from tests.talking import Saksi


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


@pytest.fixture
def saksi(room: Room) -> Saksi:
    """The room's, whose chats are answered as they are in the house."""
    made = Saksi(room.database, room.keys)
    made.reception = replace(made.reception, office=room.office)
    return made


@pytest.fixture
def ticking(room: Room, keys: Keys, tmp_path: Path) -> Ticking:
    return Ticking(room, keys, tmp_path)
