"""Bring the schema to this release, once, however many processes start together."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, select, text
from sqlmodel import Session

from storage.case_tables import Case
from storage.database import Database
from storage.desk_tables import Invite, Officer
from storage.reach_tables import Alias
from storage.room_tables import RoomCode
from storage.schema import Table
from storage.tables import Address, Dossier, Inbox, Meta
from storage.talk_tables import Bubble

MIGRATIONS = Path(__file__).with_name("migrations")


class SchemaIsNewer(Exception):
    """The database was written by a newer release; this one must not touch it."""


def migrate(database: Database, to: str = "head") -> None:
    """Upgrade under a lock. Raises SchemaIsNewer, BrokenReference, and what the database itself raises."""
    with database.migrating() as connection:
        current = revision(connection)
        if current is not None and current not in revisions():
            raise SchemaIsNewer(
                f"The database has schema {current}, which this release does not know. "
                "Run the newer release again, or restore the backup made before it."
            )
        if to == "head" and current == revisions()[-1]:
            return
        from alembic import command  # noqa: PLC0415 - eight megabytes that a database of today does not need
        from alembic.config import Config  # noqa: PLC0415

        config = Config()
        config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def revisions() -> list[str]:
    """Every revision of this release, oldest first: what its files are named by."""
    return sorted(script.name.partition("_")[0] for script in (MIGRATIONS / "versions").glob("[0-9]*_*.py"))


def revision(connection: Connection) -> str | None:
    """The revision the database is at; None when it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    current: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return current


def differences(database: Database) -> list[object]:
    """Where `storage.tables` and the database disagree; empty when they agree."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - as above
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    with database.reading() as db:
        context = MigrationContext.configure(db.connection(), opts={"compare_type": True})
        return list(compare_metadata(context, Table.metadata))


def is_current(database: Database) -> bool:
    with database.reading() as db:
        return revision(db.connection()) == revisions()[-1]


def is_empty(database: Database) -> bool:
    """Is there nothing yet that could have been sealed? Only then may new keys be made."""
    with database.reading() as db:
        if not inspect(db.connection()).has_table(str(Inbox.__tablename__)):
            return True
        return not any(
            _has_rows(db, table)
            for table in (Inbox, Address, Dossier, Case, Meta, Officer, Invite, RoomCode, Alias, Bubble)
        )


def _has_rows(db: Session, table: type[Table]) -> bool:
    return db.connection().execute(select(1).select_from(table).limit(1)).first() is not None
