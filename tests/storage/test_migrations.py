"""Every release's database becomes this one's, with every row; nobody else's is touched."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Column, MetaData, Table, inspect, text
from sqlalchemy.exc import IntegrityError

from storage import every_table, tables
from storage.database import BrokenReference, Database
from storage.keys import Keys
from storage.mail import accept
from storage.migrate import SchemaIsNewer, differences, is_current, is_empty, migrate, revision, revisions

AT = datetime(2026, 11, 22, tzinfo=UTC)


@pytest.fixture
def bare(bare_database_url: str) -> Iterator[Database]:
    database = Database(bare_database_url)
    yield database
    database.dispose()


def value(column: Column[Any], number: int, first_of: dict[str, Any]) -> Any:
    """Something this column holds: the row its key points at, a state it knows, else by its type."""
    for key in column.foreign_keys:
        return first_of[key.column.table.name]
    known = {
        "state": "new" if column.table.name == "inbox" else None,
        "clean_state": "none",
        "role": "officer",
        "direction": "in",
        "what": "invited" if column.table.name == "desk_event" else None,
    }
    known["state"] = known["state"] or {
        "evidence": "wanted",
        "deadline": "open",
        "outbox": "due",
        "slot": "taken",
    }.get(column.table.name)
    if known.get(column.name):
        return known[column.name]
    kind = column.type.python_type
    if kind is datetime:
        return AT
    if kind is date:
        return AT.date()
    if kind is bytes:
        return b"sealed"
    if kind is bool:
        return False
    return number if kind is int else f"{column.name}-{number}"


def fill(database: Database) -> dict[str, int]:
    """One row in every table there is, by what the database itself says of it. Returns the count of each."""
    with database.transaction() as db:
        found = MetaData()
        found.reflect(db.connection())
        first_of: dict[str, Any] = {}
        for table in found.sorted_tables:
            if table.name == "alembic_version":
                continue
            row = {column.name: value(column, 1, first_of) for column in table.columns}
            db.connection().execute(table.insert().values(row))
            first_of[table.name] = next(iter(row[column.name] for column in table.primary_key))
    return counts(database)


def counts(database: Database) -> dict[str, int]:
    with database.reading() as db:
        names = set(inspect(db.connection()).get_table_names()) - {"alembic_version"}
        return {
            name: db.connection().execute(text(f'SELECT count(*) FROM "{name}"')).scalar_one()
            for name in names
        }


@pytest.mark.parametrize("start", revisions())
def test_a_filled_database_of_every_revision_keeps_every_row(bare: Database, start: str) -> None:
    migrate(bare, start)
    before = fill(bare)
    assert before
    assert set(before.values()) == {1}
    migrate(bare)
    after = counts(bare)
    assert {name: after[name] for name in before if name in after} == {
        name: count for name, count in before.items() if name in after
    }
    assert set(before) <= set(after), "a table that goes needs its own test of where its rows went"
    assert is_current(bare)


WAITED_FOR = {
    "times are offered": ("consultation", "asked", ("filed", "take", "propose"), "offered"),
    "after a question": (
        "consultation",
        "asked",
        ("filed", "take", "ask", "answer", "propose", "seen"),
        "offered",
    ),
    "offered again": ("consultation", "asked", ("filed", "take", "propose", "ask", "propose"), "offered"),
    "a question since": ("consultation", "asked", ("filed", "take", "propose", "ask"), "asked"),
    "taken back": ("consultation", "asked", ("filed", "take", "propose", "undo"), "asked"),
    "a question alone": ("consultation", "asked", ("filed", "take", "ask"), "asked"),
    "agreed": ("consultation", "scheduled", ("filed", "take", "propose", "pick"), "scheduled"),
    "of another kind": ("violation", "asked", ("filed", "take", "propose"), "asked"),
}
"""Rows of before 0021: kind, status, what happened, and the status since."""


def test_times_that_waited_for_her_choice_have_a_status_of_their_own(bare: Database) -> None:
    migrate(bare, "0020")
    fill(bare)
    with bare.transaction() as db:
        found = MetaData()
        found.reflect(db.connection())
        case, dossier, event = (found.tables[name] for name in ("case_file", "dossier", "case_event"))

        def insert(table: Table, number: int, **said: Any) -> None:
            keys = {"dossier": "none", "case_file": "none"}
            row = {column.name: value(column, number, keys) for column in table.columns}
            db.connection().execute(table.insert().values(row | said))

        for number, (name, (kind, status, happened, _)) in enumerate(WAITED_FOR.items(), 2):
            insert(dossier, number, id=name)
            insert(case, number, id=name, kind=kind, status=status, dossier_id=name)
            for seq, what in enumerate(happened, 1):
                insert(event, number, case_id=name, seq=seq, what=what)
    migrate(bare)
    with bare.reading() as db:
        stands = {
            row.id: row.status for row in db.connection().execute(text("SELECT id, status FROM case_file"))
        }
    assert {name: stands[name] for name in WAITED_FOR} == {name: row[-1] for name, row in WAITED_FOR.items()}


def test_the_migrations_make_exactly_the_tables(bare: Database) -> None:
    migrate(bare)
    assert differences(bare) == []


def test_the_migrations_make_exactly_the_checks_and_partial_indexes(
    bare: Database, bare_database_url: str, engine: str
) -> None:
    """What autogenerate does not compare: CHECKs and the conditions of indexes, as the engine itself tells them."""
    migrate(bare)
    migrated = _definitions(bare, engine)
    with bare.migrating() as connection:
        every_table.Table.metadata.drop_all(connection)
        every_table.Table.metadata.create_all(connection)
    assert _definitions(bare, engine) == migrated
    assert any("WHERE" in definition for definition in migrated)
    assert any("CHECK" in definition for definition in migrated)


def _definitions(database: Database, engine: str) -> set[str]:
    asked = {
        "sqlite": "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name <> 'alembic_version'",
        "postgresql": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'alembic_version'"
        " UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)"
        " FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid <> 'alembic_version'::regclass"
        " AND contype <> 'n'",  # NOT NULL has a name since PostgreSQL 18, of the column as it was first called
    }[engine]
    with database.reading() as db:
        # In what order a table names its constraints says nothing, nor do the quotes that a renamed one leaves.
        return {
            ", ".join(sorted(_unquoted(" ".join(row.split())).removesuffix(" )").split(", ")))
            for row in db.connection().execute(text(asked)).scalars()
        }


def _unquoted(definition: str) -> str:
    return re.sub(r'^CREATE TABLE "(\w+)"', r"CREATE TABLE \1", definition)


def test_migrating_again_changes_nothing(bare: Database) -> None:
    migrate(bare)
    before = fill(bare)
    migrate(bare)
    assert counts(bare) == before


def test_many_that_start_together_migrate_once(bare_database_url: str) -> None:
    faults: list[BaseException] = []

    def start() -> None:
        database = Database(bare_database_url)
        try:
            migrate(database)
        except BaseException as fault:
            faults.append(fault)
            raise
        finally:
            database.dispose()

    threads = [threading.Thread(target=start) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []


def test_a_newer_schema_is_refused_and_not_touched(bare: Database) -> None:
    migrate(bare)
    with bare.transaction() as db:
        db.connection().execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaIsNewer, match="newer release"):
        migrate(bare)
    with bare.reading() as db:
        assert revision(db.connection()) == "9999"
    assert not is_current(bare)


def test_a_migration_that_breaks_a_reference_changes_nothing(bare: Database) -> None:
    migrate(bare)
    fill(bare)
    with pytest.raises((BrokenReference, IntegrityError)), bare.migrating() as connection:
        connection.execute(text("DELETE FROM dossier"))
    assert counts(bare)["dossier"] == 1
    with pytest.raises(IntegrityError), bare.transaction() as db:
        db.connection().execute(text("DELETE FROM dossier"))


def test_a_table_made_anew_keeps_its_children(bare: Database, engine: str) -> None:
    """Alembic's batch mode on SQLite copies a table and drops the old one: no child may go with it."""
    if engine != "sqlite":
        pytest.skip("PostgreSQL alters tables in place")
    migrate(bare)
    before = fill(bare)
    with bare.migrating() as connection:
        connection.execute(text("CREATE TABLE dossier_new AS SELECT * FROM dossier"))
        connection.execute(text("DROP TABLE dossier"))
        sql = Table("dossier", MetaData(), *(column._copy() for column in tables.Dossier.__table__.columns))  # type: ignore[attr-defined]
        sql.create(connection)
        connection.execute(text("INSERT INTO dossier SELECT * FROM dossier_new"))
        connection.execute(text("DROP TABLE dossier_new"))
    assert counts(bare) == before


def test_new_keys_may_be_made_only_beside_an_empty_database(bare: Database, keys: Keys) -> None:
    assert is_empty(bare)
    migrate(bare)
    assert is_empty(bare)
    with bare.transaction() as db:
        accept(db, keys, channel="telegram", bot="1", external_id="1", lane="sari", body=b"x", now=AT)
    assert not is_empty(bare)


def test_a_state_that_is_not_ours_is_refused(database: Database) -> None:
    told = (
        "INSERT INTO deadline (case_id, why, due_at, state) VALUES ('c', 'late', '2026-11-22', 'forgotten')"
    )
    with pytest.raises(IntegrityError, match="ck_deadline_state"), database.transaction() as db:
        db.connection().execute(text(told))
