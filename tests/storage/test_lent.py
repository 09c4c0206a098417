"""A database of PostgreSQL that a test has given back is as new for the next; others cannot tell it from a copy."""

from __future__ import annotations

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import OperationalError

from storage import mail
from storage.database import Database
from storage.keys import Keys
from tests.postgresql import Server
from tests.storage.clock import Clock

FILL = """
INSERT INTO dossier (id, made_at) VALUES ('d', now());
INSERT INTO draft (id, lane, dossier_id, form, sealed, kept, touched_at) VALUES ('e', 'l', 'd', 'f', '', false, now())
"""


@pytest.mark.parametrize(
    "changed", ["ALTER TABLE draft DROP COLUMN form", "CREATE TABLE more (a int)", "DROP INDEX ix_draft_lane"]
)
def test_a_database_whose_tables_were_changed_is_not_lent_again(
    postgresql: Server, migrated_postgresql: str, changed: str
) -> None:
    name = postgresql.lend(migrated_postgresql)
    database = Database(postgresql.url(name))
    with database.transaction() as db:
        db.connection().execute(text(changed))
    database.dispose()
    spare = list(postgresql.spare)
    postgresql.take_back(name)
    assert postgresql.spare == spare


def test_a_database_is_lent_again_without_its_rows_and_without_who_still_writes_to_it(
    postgresql: Server, migrated_postgresql: str, keys: Keys, clock: Clock
) -> None:
    name = postgresql.lend(migrated_postgresql)
    left = Database(postgresql.url(name))
    first = accepted(left, keys, clock)
    with left.transaction() as db:
        db.connection().execute(text(FILL))
    postgresql.take_back(name)
    with pytest.raises(OperationalError), left.transaction() as db:
        db.connection()
    left.dispose()
    new = postgresql.lend(migrated_postgresql)
    again = Database(postgresql.url(new))
    with again.reading() as db:
        tables = inspect(db.connection()).get_table_names()
        full = [one for one in tables if db.connection().execute(text(f'SELECT 1 FROM "{one}"')).first()]
    assert full == ["alembic_version"]
    assert accepted(again, keys, clock) == first, "numbers begin anew"
    again.dispose()
    postgresql.take_back(new)


def accepted(database: Database, keys: Keys, clock: Clock) -> int:
    """The number of a message that has come."""
    with database.transaction() as db:
        mail.accept(
            db, keys, channel="telegram", bot="1", external_id="1", lane="sari", body=b"{}", now=clock.at
        )
        number: int = db.connection().execute(text("SELECT max(id) FROM inbox")).scalar_one()
    return number
