"""The engines keep their promises: durable, one writer, readers that never wait."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import quote

import pysqlite3.dbapi2
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from storage.database import Database
from storage.sql import run, sql
from storage.tables import Dossier, Meta


def read(database: Database, key: str) -> str | None:
    with database.reading() as db:
        row = db.get(Meta, key)
        return row.value if row else None


def write(database: Database, key: str, value: str) -> None:
    with database.transaction() as db:
        db.merge(Meta(key=key, value=value))


def test_what_a_transaction_wrote_is_there_for_another_process(database: Database, database_url: str) -> None:
    write(database, "a", "1")
    other = Database(database_url)
    assert read(other, "a") == "1"
    other.dispose()


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.transaction() as db:
            db.add(Meta(key="a", value="1"))
            db.flush()
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert read(database, "a") is None
    write(database, "a", "2")


def test_reading_cannot_write(database: Database) -> None:
    with pytest.raises(SQLAlchemyError), database.reading() as db:
        db.connection().execute(text("INSERT INTO meta (key, value) VALUES ('a', '1')"))
    assert read(database, "a") is None


def test_reading_does_not_wait_for_a_writer_and_sees_one_state(database: Database) -> None:
    write(database, "a", "1")
    with database.transaction() as writing:
        writing.merge(Meta(key="a", value="2"))
        writing.flush()
        assert read(database, "a") == "1"
        with database.reading() as db:
            assert db.connection().execute(text("SELECT value FROM meta")).scalar_one() == "1"
            writing.commit()
            assert db.connection().execute(text("SELECT value FROM meta")).scalar_one() == "1"
    assert read(database, "a") == "2"


def test_read_then_write_by_many_loses_no_update(database: Database, database_url: str) -> None:
    """Two "processes" of four threads each: nobody is refused, nothing is overwritten."""
    write(database, "count", "0")
    databases = [database, Database(database_url)]
    faults: list[BaseException] = []

    def count(mine: Database) -> None:
        try:
            for _ in range(10):
                with mine.transaction() as db:
                    locked = "" if mine.sqlite else " FOR UPDATE"
                    value = db.connection().execute(text("SELECT value FROM meta" + locked)).scalar_one()
                    db.connection().execute(
                        text("UPDATE meta SET value = :value"), {"value": str(int(value) + 1)}
                    )
        except BaseException as fault:
            faults.append(fault)
            raise

    threads = [threading.Thread(target=count, args=(databases[number % 2],)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    databases[1].dispose()
    assert faults == []
    assert read(database, "count") == "80"


def test_times_come_back_aware_and_exact(database: Database) -> None:
    at = datetime(2026, 11, 22, 17, 4, 5, 678901, tzinfo=UTC)
    with database.transaction() as db:
        db.add(Dossier(id="d", made_at=at.astimezone(tz=None)))
    with database.reading() as db:
        found = db.get_one(Dossier, "d").made_at
    assert found == at
    assert found.utcoffset() == timedelta(0)


def test_real_time_is_near_the_machines_and_does_not_stand_still(database_url: str) -> None:
    database = Database(database_url)
    first, second = database.now(), database.now()
    database.dispose()
    assert first.utcoffset() == timedelta(0)
    assert first <= second
    assert abs(datetime.now(UTC) - second) < timedelta(seconds=5)


def test_what_was_erased_stands_in_no_file_of_sqlite_any_more(tmp_path: Path) -> None:
    database = Database(f"sqlite:///{tmp_path}/saksi.db")
    with database.transaction() as db:
        db.connection().execute(text("CREATE TABLE t (a)"))
        db.connection().execute(text("INSERT INTO t VALUES ('cerita Sari')"))
    with database.transaction() as db:
        db.connection().execute(text("DELETE FROM t"))
    with database.reading() as db:
        db.connection().execute(text("SELECT 1 FROM t"))
        database.settle()  # nobody waits: the log stays while somebody reads
    assert b"cerita Sari" in (tmp_path / "saksi.db-wal").read_bytes()
    database.settle()
    assert not [file.name for file in tmp_path.iterdir() if b"cerita Sari" in file.read_bytes()]
    database.dispose()


def test_a_fault_shows_no_value_of_a_row(database_url: str) -> None:
    database = Database(database_url)
    with pytest.raises(DBAPIError) as fault, database.transaction() as db:
        db.connection().execute(text("SELECT nothing FROM nowhere WHERE a = :a"), {"a": "cerita Sari"})
    assert "cerita Sari" not in str(fault.value)
    database.dispose()


def test_the_password_is_not_in_the_repr() -> None:
    assert "rahasia" not in repr(Database("postgresql+psycopg://saksi:rahasia@db.example/saksi"))


def test_sqlite_is_set_as_promised(tmp_path: Path) -> None:
    path = tmp_path / "a folder # ? %20" / "saksi.db"
    database = Database(f"sqlite:///{quote(str(path))}")
    with database.transaction() as db:
        for pragma, expected in {
            "journal_mode": "wal",
            "synchronous": 2,
            "secure_delete": 1,
            "foreign_keys": 1,
            "busy_timeout": 10_000,
        }.items():
            assert db.connection().execute(text(f"PRAGMA {pragma}")).scalar_one() == expected, pragma
        version = db.connection().execute(text("SELECT sqlite_version()")).scalar_one()
        assert tuple(map(int, version.split("."))) >= (3, 51, 3), "older ones can corrupt a WAL database"
        db.connection().execute(text("CREATE TABLE t (a)"))
    assert path.stat().st_mode & 0o077 == 0
    assert path.parent.stat().st_mode & 0o077 == 0
    assert {other.name for other in path.parent.iterdir()} >= {"saksi.db", "saksi.db-wal"}
    for other in path.parent.iterdir():
        assert other.stat().st_mode & 0o077 == 0, other.name
    database.dispose()


def test_who_opens_a_new_file_beside_another_waits_till_it_is_set_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SQLite refuses a second one at once while the first changes the file's mode, whatever busy_timeout says."""
    first = pysqlite3.dbapi2.connect(str(tmp_path / "saksi.db"), isolation_level=None)
    first.execute("BEGIN IMMEDIATE")
    waited: list[float] = []

    def wait(seconds: float) -> None:
        waited.append(seconds)
        first.execute("COMMIT")

    monkeypatch.setattr("storage.database.time.sleep", wait)
    second = Database(f"sqlite:///{tmp_path / 'saksi.db'}")
    try:
        with second.transaction() as db:
            assert db.connection().execute(text("PRAGMA journal_mode")).scalar_one() == "wal"
    finally:
        second.dispose()
        first.close()
    assert len(waited) == 1


def test_more_statements_stay_prepared_than_a_driver_keeps_by_itself(bare_postgresql_url: str) -> None:
    database, told = (
        Database(bare_postgresql_url),
        [sql(f"SELECT {number} AS number") for number in range(150)],
    )
    with database.transaction() as db:
        for _ in range(7):
            for statement in told:
                run(db, statement)
        prepared = run(db, sql("SELECT count(*) FROM pg_prepared_statements")).scalar_one()
    database.dispose()
    assert prepared >= len(told)
