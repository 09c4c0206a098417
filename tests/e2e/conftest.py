"""A strict Telegram, and installations of Saksi that leave nothing running, whatever happens to the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.running import Saksi
from tests.fakes.telegram.server import FakeTelegram

Install = Callable[..., Saksi]


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as made:
        yield made


@pytest.fixture
def install(tmp_path: Path) -> Iterator[Install]:
    """`install(fake, name="one", database_url=…)`: an installation that is not started yet."""
    made: list[Saksi] = []

    def new(fake: FakeTelegram | None = None, name: str = "saksi", **told: str) -> Saksi:
        made.append(Saksi(tmp_path / name, fake, **told))
        return made[-1]

    yield new
    for saksi in made:
        saksi.clear()
