"""The `saksi` command as an operator types it, in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from handlers.cli import app
from handlers.settings import read, variables
from handlers.stores import Stores, establish
from tests.cli.asking import Saksi


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, and an environment that sets nothing."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    working = tmp_path / "working"
    working.mkdir()
    monkeypatch.chdir(working)
    return working


@pytest.fixture
def stores(place: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stores]:
    """Saksi set up in that folder, on each database."""
    monkeypatch.setenv("SAKSI_DATABASE_URL", database_url)
    made = establish(read(place))
    yield made
    made.database.dispose()


@pytest.fixture
def saksi() -> Saksi:
    runner = CliRunner()

    def typed(*words: str) -> Result:
        return runner.invoke(app, words)

    return typed
