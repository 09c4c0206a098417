"""What every test may ask for: an empty database of its own, once on SQLite and once on PostgreSQL."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from storage.database import Database
from storage.keys import Keys
from storage.migrate import migrate
from tests.hours import Hours
from tests.postgresql import Server

# A busy machine is no fault of the code. New examples are looked for by developers; CI repeats the same ones.
settings.register_profile("saksi", deadline=None, print_blob=True, derandomize=bool(os.environ.get("CI")))
settings.load_profile("saksi")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-transcripts", action="store_true", help="write down what the bot says today")


OUTSIDE = ("socket.", "subprocess.", "os.fork", "os.posix_spawn", "os.exec", "os.system", "pty.spawn")
"""What Python announces before it happens: https://docs.python.org/3/library/audit_events.html"""
OTHERS_RUN = {"engine", "postgresql", "browser"}
"""Fixtures behind which a database or a browser runs already."""
_unit: list[str] = []


def _inside(event: str, told: tuple[Any, ...]) -> None:
    if _unit and event.startswith(OUTSIDE):
        pytest.fail(f"{_unit[0]} is marked unit, and went outside: {event}")


sys.addaudithook(_inside)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Whatever is marked unit opens no socket and starts no process, nor do the fixtures it asks for."""
    if item.get_closest_marker("unit"):
        _unit.append(item.nodeid)
    try:
        return (yield)
    finally:
        _unit.clear()


def pytest_runtest_setup(item: pytest.Item) -> None:
    asked = OTHERS_RUN.intersection(getattr(item, "fixturenames", ()))
    if _unit and asked:
        pytest.fail(f"{item.nodeid} is marked unit, and asks for {', '.join(sorted(asked))}")


def pytest_terminal_summary(terminalreporter: Any) -> None:
    """Show what tests have measured: `record_property("measured", "start to ready: 2.1 s")`."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "measured" and report.when == "call":
                terminalreporter.write_line(f"measured: {value}")


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Keys:
    return Keys.make(tmp_path_factory.mktemp("keys") / "keys.json")


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    server = Server(autovacuum="off")  # it would make plans of its own for rows of tests that are over
    yield server
    server.stop()


@pytest.fixture(scope="session")
def migrated_postgresql(postgresql: Server) -> str:
    """The name of a database that others are copied from."""
    name = postgresql.make()
    _migrate(postgresql.url(name))
    return name


@pytest.fixture(scope="session")
def migrated_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that others are copied from."""
    path = tmp_path_factory.mktemp("migrated") / "saksi.db"
    _migrate(f"sqlite:///{path}")
    return path


@pytest.fixture(params=["sqlite", "postgresql"])
def engine(request: pytest.FixtureRequest) -> str:
    """Which database this run of the test is on."""
    name: str = request.param
    return name


@pytest.fixture
def database_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database without rows."""
    if engine == "sqlite":
        path = tmp_path / "var" / "saksi.db"
        path.parent.mkdir(mode=0o700)
        shutil.copy(request.getfixturevalue("migrated_sqlite"), path)
        yield f"sqlite:///{path}"
    else:
        server: Server = request.getfixturevalue("postgresql")
        name = server.lend(request.getfixturevalue("migrated_postgresql"))
        yield server.url(name)
        server.take_back(name)


@pytest.fixture
def hours(database_url: str, keys: Keys, tmp_path: Path) -> Iterator[Hours]:
    """A house whose time is turned by hand."""
    hours = Hours(database_url, keys, tmp_path)
    yield hours
    hours.database.dispose()


@pytest.fixture
def bare_database_url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database without tables: for those who test the migrations themselves."""
    if engine == "sqlite":
        yield f"sqlite:///{tmp_path / 'var' / 'saksi.db'}"
    else:
        yield request.getfixturevalue("bare_postgresql_url")


@pytest.fixture
def bare_postgresql_url(postgresql: Server) -> Iterator[str]:
    name = postgresql.make()
    yield postgresql.url(name)
    postgresql.drop(name)


def _migrate(url: str) -> None:
    database = Database(url)
    migrate(database)
    database.dispose()
