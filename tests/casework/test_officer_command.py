"""`saksi officer`: a code for a desk that exists, who sits where, and who has left."""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from handlers.cli import app
from handlers.settings import read, variables
from handlers.stores import Stores, establish
from storage import desks, rooms
from storage.desks import Officer
from storage.ulid import ulid


@pytest.fixture
def stores(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stores]:
    """Saksi set up in an empty folder, and an environment that sets nothing else."""
    for name in variables():
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "working").mkdir()
    monkeypatch.chdir(tmp_path / "working")
    monkeypatch.setenv("SAKSI_DATABASE_URL", database_url)
    made = establish(read(Path()))
    yield made
    made.database.dispose()


def typed(*words: str) -> Result:
    return CliRunner().invoke(app, ["officer", *words])


def enrolled(stores: Stores, code: str) -> Officer | str:
    with stores.database.transaction() as db:
        now = stores.database.now()
        fresh = ulid(now, secrets.token_bytes(10))
        lane = stores.keys.index("telegram:2001")
        return desks.enrol(
            db, stores.keys, code, id=fresh, lane=lane, channel="telegram", address="2001", now=now
        )


def test_the_code_that_is_printed_enrols(stores: Stores) -> None:
    result = typed("invite", "--desk", "bawaslu:74.07", "--name", "Budi", "--role", "supervisor")
    assert result.exit_code == 0, result.output
    code = result.output.split("Code: ")[1].split()[0]
    assert f"/start {code}" in result.output, "without a bot there is no link"
    budi = enrolled(stores, code)
    assert isinstance(budi, Officer)
    assert (budi.name, budi.desk, budi.role) == ("Budi", "bawaslu:74.07", "supervisor")
    assert "Budi" in typed("list").output
    (row,) = json.loads(typed("list", "--json").output)
    assert (row["id"], row["desk"], row["role"]) == (budi.id, "bawaslu:74.07", "supervisor")
    assert typed("leave", budi.id).exit_code == 0
    assert typed("leave", budi.id).exit_code == 1
    happened = json.loads(typed("events", "--desk", "bawaslu:74.07", "--json").output)
    assert [(one["what"], one["role"], one["officer"], one["by"]) for one in happened] == [
        ("left", "supervisor", budi.id, None), ("enrolled", "supervisor", budi.id, None),
        ("invited", "supervisor", None, None),
    ]  # fmt: skip
    assert f"left  supervisor  {budi.id}  by operator" in typed("events").output
    assert typed("events", "--desk", "bkn").output == "Nothing has happened yet.\n"
    assert json.loads(typed("list", "--json").output) == []


def test_a_group_is_let_go_by_the_operator_and_only_where_there_is_one(stores: Stores) -> None:
    assert "has no group" in typed("unroom", "--desk", "bawaslu:74.07").output
    invited = typed("invite", "--desk", "bawaslu:74.07", "--name", "Budi").output
    budi = enrolled(stores, invited.split("Code: ")[1].split()[0])
    assert isinstance(budi, Officer)
    code = typed("room", "--desk", "bawaslu:74.07").output.split("Code: ")[1].split()[0]
    with stores.database.transaction() as db:
        now = stores.database.now()
        rooms.bind(db, stores.keys, code, budi, id="r", lane="group", address="-5", now=now)
    assert typed("unroom", "--desk", "bawaslu:74.07").exit_code == 0
    assert typed("unroom", "--desk", "bawaslu:74.07").exit_code == 1
    with stores.database.reading() as db:
        assert rooms.of_desk(db, "bawaslu:74.07") is None
        assert rooms.untold(db) == [], "nobody is told that it was lost"


def test_the_code_for_a_group_is_for_a_desk_where_somebody_sits(stores: Stores) -> None:
    assert "Nobody sits at" in typed("room", "--desk", "bawaslu:74.07").output
    assert "is no desk" in typed("room", "--desk", "kasn").output
    invited = typed("invite", "--desk", "bawaslu:74.07", "--name", "Budi").output
    budi = enrolled(stores, invited.split("Code: ")[1].split()[0])
    assert isinstance(budi, Officer)
    result = typed("room", "--desk", "bawaslu:74.07")
    code = result.output.split("Code: ")[1].split()[0]
    assert f"/meja {code}" in result.output, "without a bot there is no link"
    with stores.database.transaction() as db:
        now = stores.database.now()
        made = rooms.bind(db, stores.keys, code, budi, id="r", lane="group", address="-5", now=now)
    assert isinstance(made, rooms.Room)
    assert "bawaslu:74.07  group  since" in typed("list").output


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--desk", "bawaslu:99.99", "--name", "B"), "is no desk"),
        (("--desk", "kasn", "--name", "B"), "is no desk"),
        (("--desk", "bkn", "--name", "B", "--role", "boss"), "is no role"),
        (("--desk", "bkn", "--name", " "), "A name is needed"),
    ],
)
def test_what_cannot_be_is_said_and_makes_nothing(stores: Stores, words: tuple[str, ...], why: str) -> None:
    result = typed("invite", *words)
    assert result.exit_code == 1
    assert why in result.output
