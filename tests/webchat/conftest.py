"""A page over real HTTP, on both databases, and browsers that open it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storage.database import Database
from storage.keys import Keys
from storage.vault import Vault
from tests.webchat.site import Browser, Site

Opens = Callable[[], Browser]


@dataclass
class Clock:
    """Real time, turned by hand."""

    at: datetime = datetime(2024, 10, 16, 11, 40, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.at

    def turn(self, **by: float) -> None:
        self.at += timedelta(**by)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    made = Vault(tmp_path / "evidence", floor=0)
    made.make()
    return made


@pytest.fixture
def site(database_url: str, keys: Keys, vault: Vault, clock: Clock) -> Iterator[Site]:
    database = Database(database_url, clock)
    with Site(database, keys, vault).serving() as made:
        yield made
    database.dispose()


@pytest.fixture
def opens(site: Site) -> Iterator[Opens]:
    """`opens()`: another browser at the page."""
    made: list[Browser] = []

    def new() -> Browser:
        made.append(Browser(site))
        made[-1].load()
        return made[-1]

    yield new
    for browser in made:
        browser.client.close()


@pytest.fixture
def sari(opens: Opens) -> Browser:
    return opens()
