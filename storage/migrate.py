"""Bring the schema to this release, once, however many processes start together."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from storage.database import Database

MIGRATIONS = Path(__file__).with_name("migrations")
VERSION = "alembic_version"


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
    if not inspect(connection).has_table(VERSION):
        return None
    current: str | None = connection.execute(text(f"SELECT version_num FROM {VERSION}")).scalar()
    return current


def differences(database: Database) -> list[object]:
    """Where `storage.every_table` and the database disagree; empty when they agree."""
    from alembic.autogenerate import compare_metadata  # noqa: PLC0415 - as above
    from alembic.runtime.migration import MigrationContext  # noqa: PLC0415

    from storage.every_table import Table  # noqa: PLC0415 - five megabytes: hot statements are SQL

    with database.reading() as db:
        context = MigrationContext.configure(db.connection(), opts={"compare_type": True})
        return list(compare_metadata(context, Table.metadata))


def is_current(database: Database) -> bool:
    with database.reading() as db:
        return revision(db.connection()) == revisions()[-1]


def is_empty(database: Database) -> bool:
    """Is there nothing yet that could have been sealed? Only then may new keys be made."""
    with database.reading() as db:
        connection = db.connection()
        return not any(_has_rows(connection, name) for name in inspect(connection).get_table_names())


def _has_rows(connection: Connection, table: str) -> bool:
    if table == VERSION:
        return False
    return connection.execute(text(f'SELECT 1 FROM "{table}" LIMIT 1')).first() is not None
