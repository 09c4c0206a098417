"""An office at work, for every test here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from storage.keys import Keys
from tests.officers.office import Office


@pytest.fixture
def office(database_url: str, keys: Keys) -> Iterator[Office]:
    office = Office(database_url, keys)
    yield office
    office.lists_hold()
    office.database.dispose()


@pytest.fixture
def slow(database_url: str, keys: Keys) -> Iterator[Office]:
    """Where pushes and cards wait, as they do outside tests."""
    office = Office(database_url, keys, "10-40")
    yield office
    office.lists_hold()
    office.database.dispose()
