"""A database, keys, a clock that only moves when it is turned, and the outbox behind them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage import custody
from storage.database import Database
from storage.keys import Keys
from storage.vault import Vault
from tests.storage.clock import Clock
from tests.storage.outbox import Office
from tests.storage.shelf import Desk


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(database_url: str, clock: Clock) -> Iterator[Database]:
    database = Database(database_url, clock)
    yield database
    database.dispose()


@pytest.fixture
def office(database: Database, keys: Keys, clock: Clock) -> Office:
    return Office(database, keys, clock)


@pytest.fixture
def desk(database: Database, keys: Keys, clock: Clock, tmp_path: Path) -> Desk:
    vault = Vault(tmp_path / "evidence", floor=0)
    with database.transaction() as db:
        custody.bind(db, vault)
    return Desk(database, keys, vault, clock)


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return Keys.make(tmp_path_factory.mktemp("keys") / "keys.json")
