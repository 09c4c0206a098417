"""The database: one SQLite file, or PostgreSQL. Writers use `transaction()`, lists and health `reading()`.

SQLite has one writer. Inside this process a pool of one connection queues for it, so that threads wait in
turn instead of asking again and again; between processes `BEGIN IMMEDIATE` does, because a transaction that
reads first and writes later would be refused at once. Readers have an engine of their own, which cannot write
and never waits for the writer.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import quote

import pysqlite3.dbapi2  # the system's own SQLite can corrupt a WAL database (fixed in 3.51.3)
from sqlalchemy import Connection, Engine, QueuePool, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import DBAPIError, DisconnectionError, InterfaceError, InternalError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlmodel import Session

from storage.sql import run, sql

T = TypeVar("T")

_MARK, _UNDO, _KEEP = sql("SAVEPOINT part"), sql("ROLLBACK TO SAVEPOINT part"), sql("RELEASE SAVEPOINT part")

BUSY_MILLISECONDS = 10_000
UNAVAILABLE = (OperationalError, InterfaceError, InternalError, DisconnectionError, PoolTimeout, OSError)
"""The database or its disk is at fault: locked, full, away. What else it refuses is the fault of who asked."""
CROSSED = ("40P01", "40001")
"""What PostgreSQL tells who was ended so that others, with whom it waited in a circle, may go on: done anew, it works.
https://www.postgresql.org/docs/current/mvcc-serialization-failure-handling.html"""
PAUSES = (0.01, 0.04, 0.16, 0.64)
"""Seconds before each try that follows: at once, its locks would be taken from those who wait for them
before they have woken up."""
STATEMENTS = 500
"""How many statements a connection keeps prepared: more than we have that are told often. By the drivers' own measure,
about 100, a turn and an officer's move push out one another's, and each is prepared anew each time.
"""
CLOCK_TRUSTED = 30.0
"""Seconds for which PostgreSQL's clock is followed by counting, before it is asked again."""


class Database:
    """`sqlite:///path` or `postgresql+psycopg://…`.

    clock   real time, aware; None: PostgreSQL's own clock, on SQLite the machine's
    """

    def __init__(self, url: str, clock: Callable[[], datetime] | None = None) -> None:
        self.url = make_url(url)
        self.sqlite = self.url.get_backend_name() == "sqlite"
        self._engine = _sqlite(self.url, write=True) if self.sqlite else _postgres(self.url)
        self._readers = _sqlite(self.url, write=False) if self.sqlite else _postgres(self.url, read=True)
        self._clock = clock or (_machine if self.sqlite else None)
        self._told: tuple[datetime, float] | None = None

    def __repr__(self) -> str:
        return f"<Database {self.url.get_backend_name()}>"

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One transaction that may write: committed at the end, rolled back when anything is raised."""
        with Session(self._engine, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """One consistent look at what is committed. It cannot write, and no writer makes it wait."""
        with Session(self._readers, expire_on_commit=False) as session, session.begin():
            yield session

    @contextmanager
    def migrating(self) -> Iterator[Connection]:
        """The one who changes the schema: everybody else waits, other processes too.

        On SQLite foreign keys are off meanwhile (a table made anew would take its children with it), and
        checked before the commit. Raises BrokenReference when a row points at nothing.
        """
        with self._engine.connect() as connection:
            if self.sqlite:
                _pragma(connection, "foreign_keys=OFF")
            try:
                with connection.begin():
                    if not self.sqlite:
                        connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('saksi migrate'))"))
                    yield connection
                    if self.sqlite and (broken := connection.execute(text("PRAGMA foreign_key_check")).all()):
                        names = ", ".join(sorted({row[0] for row in broken}))
                        raise BrokenReference(f"{len(broken)} rows point at nothing (in {names}).")
            finally:
                if self.sqlite:
                    _pragma(connection, "foreign_keys=ON")

    def now(self) -> datetime:
        """Real time, as everybody who shares this database counts it."""
        if self._clock is not None:
            return self._clock()
        counted = time.monotonic()
        if self._told is None or counted - self._told[1] > CLOCK_TRUSTED:
            with self.reading() as session:
                told: datetime = session.connection().execute(text("SELECT clock_timestamp()")).scalar_one()
            # Counted from the answer on: this can lag by one round trip, and never runs ahead.
            self._told = told.astimezone(UTC), time.monotonic()
            return self._told[0]
        return self._told[0] + timedelta(seconds=counted - self._told[1])

    def settle(self) -> None:
        """Empty SQLite's log into its file: what was erased stands in neither then. PostgreSQL does it by itself.

        Nobody waits for it: while somebody reads, the log stays until the next time.
        """
        if not self.sqlite:
            return
        with self._engine.connect() as connection:
            _pragma(connection, "busy_timeout=0")
            try:
                _pragma(connection, "wal_checkpoint(TRUNCATE)")
            finally:
                _pragma(connection, f"busy_timeout={BUSY_MILLISECONDS}")

    def dispose(self) -> None:
        self._engine.dispose()
        self._readers.dispose()


@contextmanager
def undoable(db: Session) -> Iterator[None]:
    """A part of a transaction that is undone alone when it raises; unless the database itself is what failed."""
    run(db, _MARK)
    try:
        yield
    except UNAVAILABLE:
        raise
    except BaseException:
        run(db, _UNDO)
        raise
    run(db, _KEEP)


def anew(act: Callable[[], T], enough: Callable[[T], bool] = lambda given: True) -> T:
    """Do what is one transaction; where it was ended for the sake of others (CROSSED), again, soon, a few times.

    enough   whether what then comes of it is what was wanted: who passes by what is locked may find nothing yet
    """
    ended = False
    for pause in PAUSES:
        try:
            given = act()
        except DBAPIError as fault:
            if getattr(fault.orig, "sqlstate", None) not in CROSSED:
                raise
            ended = True
        else:
            if not ended or enough(given):
                return given
        time.sleep(pause)
    return act()


class BrokenReference(Exception):
    """After a migration a row points at another that is not there; nothing was changed."""


def _machine() -> datetime:
    return datetime.now(UTC)


def _pragma(connection: Connection, pragma: str) -> None:
    """Set on the driver's connection: some pragmas do nothing inside a transaction."""
    driver: Any = connection.connection.driver_connection
    driver.execute(f"PRAGMA {pragma}").fetchall()


def _keep_a_log(driver: Any) -> None:
    """Write ahead. The first who opens a new file changes its mode, and whoever comes beside him then is refused at
    once: SQLite waits for no lock there, whatever its busy_timeout says. So we ask again for as long."""
    until = time.monotonic() + BUSY_MILLISECONDS / 1000
    while True:
        try:
            driver.execute("PRAGMA journal_mode=WAL")
        except pysqlite3.dbapi2.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _sqlite(url: URL, *, write: bool) -> Engine:
    path = Path(url.database or "").absolute()
    if write:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
    place = f"file:{quote(str(path))}?mode={'rw' if write else 'ro'}"
    pragmas = [f"busy_timeout={BUSY_MILLISECONDS}", "foreign_keys=ON"]
    pragmas += ["synchronous=FULL", "secure_delete=ON"] if write else ["query_only=ON"]

    def connect() -> Any:
        driver = pysqlite3.dbapi2.connect(
            place, uri=True, check_same_thread=False, isolation_level=None, cached_statements=STATEMENTS
        )
        for pragma in pragmas:
            driver.execute(f"PRAGMA {pragma}")
        if write:
            _keep_a_log(driver)
        return driver

    engine = create_engine(
        "sqlite://",
        module=pysqlite3.dbapi2,
        paramstyle="named",
        hide_parameters=True,
        creator=connect,
        poolclass=QueuePool,
        pool_size=1 if write else 4,
        max_overflow=0 if write else 4,
    )

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        driver: Any = connection.connection.driver_connection
        driver.execute("BEGIN IMMEDIATE" if write else "BEGIN")

    return engine


def _postgres(url: URL, *, read: bool = False) -> Engine:
    options: dict[str, Any] = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    engine = create_engine(
        url,
        hide_parameters=True,
        pool_size=4 if read else 8,
        max_overflow=4,
        pool_pre_ping=True,
        execution_options=options if read else {},
        connect_args={
            "connect_timeout": 10,
            "options": f"-c lock_timeout={BUSY_MILLISECONDS} -c idle_in_transaction_session_timeout=60000",
        },
    )

    @event.listens_for(engine, "connect")
    def connected(driver: Any, record: object) -> None:
        driver.prepared_max = STATEMENTS

    return engine
