"""Hot statements as SQL that both engines read alike, prepared once and handed to the driver as they are.

What is said of rows' locks is for PostgreSQL alone. SQLite has one writer, who has them all: there it is left out.
What is said of indexes is for SQLite alone, where one ANALYZE may have it choose another; PostgreSQL looks for itself.

SQLAlchemy writes them for each engine, and keeps the connection, its transaction and its faults; only its way
through parameters and results is left out: it takes five times as long as the database itself.
"""

from __future__ import annotations

import re
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from sqlalchemy import BindParameter, Connection, Date, Dialect, TextClause, bindparam, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import TextualSelect
from sqlmodel import Session
from sqlmodel.sql.sqltypes import UTCDateTime

TIME = re.compile(r"now|\w+_(at|until)")
DAY = re.compile(r"\w+_on")
LOCK = re.compile(r" FOR UPDATE(?: SKIP LOCKED)?")
INDEX = re.compile(r" INDEXED BY \w+")

Statement = TextClause | TextualSelect
Turn = Callable[[Any], Any]
SHORT = 16
"""Up to so many values of a list, a statement is prepared for each number of them."""
NOTHING: Mapping[str, Any] = MappingProxyType({})


@compiles(TextClause, "postgresql")
def _by_its_own_plan(clause: TextClause, compiler: SQLCompiler, **how: Any) -> str:
    written: str = compiler.visit_textclause(clause, **how)  # type: ignore[no-untyped-call]
    return INDEX.sub("", written)


@compiles(TextClause, "sqlite")
def _without_locks(clause: TextClause, compiler: SQLCompiler, **how: Any) -> str:
    written: str = compiler.visit_textclause(clause, **how)  # type: ignore[no-untyped-call]
    return LOCK.sub("", written)


def sql(statement: str) -> TextClause:
    """Bound names tell their type: `now`, `…_at`, `…_until` are aware times, `…_on` days, `IN :…` a list."""
    clause = text(statement)
    names = clause.compile().params
    times = [bindparam(name, type_=UTCDateTime()) for name in names if TIME.fullmatch(name)]
    days = [bindparam(name, type_=Date()) for name in names if DAY.fullmatch(name)]
    lists: list[BindParameter[Any]] = [
        bindparam(name, expanding=True) for name in names if f"IN :{name}" in statement
    ]
    return clause.bindparams(*times, *days, *lists)


def query(statement: str, *typed: str) -> TextualSelect:
    """A statement that gives rows, of which `typed` are the columns that are times, or days (`…_on`)."""
    return sql(statement).columns(
        **{name: Date() if DAY.fullmatch(name) else UTCDateTime() for name in typed}
    )


class Rows(list[Any]):
    """What a statement gave: rows whose columns have names. rowcount: how many rows it changed."""

    def __init__(self, rows: Iterable[Any], rowcount: int) -> None:
        super().__init__(rows)
        self.rowcount = rowcount

    def one(self) -> Any:
        """The only row. Raises LookupError."""
        if len(self) != 1:
            raise LookupError(f"{len(self)} rows where there is one")
        return self[0]

    def one_or_none(self) -> Any:
        """The only row, or None where there is none. Raises LookupError."""
        return self.one() if self else None

    def first(self) -> Any:
        """The first row, or None where there is none."""
        return self[0] if self else None

    def scalars(self) -> list[Any]:
        """The first column of every row."""
        return [row[0] for row in self]

    def scalar_one(self) -> Any:
        """The first column of the only row. Raises LookupError."""
        return self.one()[0]

    def scalar_one_or_none(self) -> Any:
        """The first column of the only row, or None where there is none. Raises LookupError."""
        return self.one()[0] if self else None


def run(db: Session, statement: Statement, values: Mapping[str, Any] = NOTHING) -> Rows:
    """Execute a statement of `sql` or `query` in the session's transaction. Raises DBAPIError."""
    connection = db.connection()
    lengths = _lengths(statement, values)
    if max(lengths, default=0) > SHORT:
        result = connection.execute(statement, dict(values))
        return Rows(result if result.returns_rows else (), result.rowcount)
    key = statement, connection.dialect.name, lengths
    if key not in _PREPARED:
        _PREPARED[key] = _Prepared(statement, connection.dialect, values)
    return _PREPARED[key].run(connection, values)


@cache
def _lists(statement: Statement) -> tuple[str, ...]:
    """The names of its parameters that are lists."""
    return tuple(name for name, bind in statement.compile().binds.items() if bind.expanding)


def _lengths(statement: Statement, values: Mapping[str, Any]) -> tuple[int, ...]:
    return tuple(len(values[name]) for name in _lists(statement))


class _Prepared:
    """A statement as one engine's driver takes it, and how values are turned: ours for it, its for us.

    values  of which nothing is kept: a list is written out for as many as there are
    """

    def __init__(self, statement: Statement, dialect: Dialect, values: Mapping[str, Any]) -> None:
        self._spread = {
            name: [f"{name}_{at}" for at in range(1, len(values[name]) + 1)] for name in _lists(statement)
        }
        clause = statement.element if isinstance(statement, TextualSelect) else statement
        blank = {
            name: [None] * len(self._spread[name]) if name in self._spread else None
            for name in clause.compile().params
        }
        compiled = clause.bindparams(**blank).compile(
            dialect=dialect, compile_kwargs={"render_postcompile": True}
        )
        columns = statement.selected_columns if isinstance(statement, TextualSelect) else ()
        self._text = compiled.string
        self._to: list[tuple[str, Turn]] = [
            (one, turn)
            for name, bind in compiled.binds.items()
            if (turn := bind.type.dialect_impl(dialect).bind_processor(dialect))
            for one in self._spread.get(name, [name])
        ]
        self._row: Turn | None = None
        self._from: dict[str, Turn] = {
            column.name: turn
            for column in columns
            if (turn := column.type.dialect_impl(dialect).result_processor(dialect, None))
        }

    def run(self, connection: Connection, values: Mapping[str, Any]) -> Rows:
        told = dict(values)
        for name, spread in self._spread.items():
            told.update(zip(spread, told.pop(name), strict=True))
        for name, turn in self._to:
            told[name] = turn(told[name])
        driver: Any = connection.connection.driver_connection
        dialect = connection.dialect
        try:
            cursor = driver.execute(self._text, told)
            found = cursor.fetchall() if cursor.description else ()
        except dialect.loaded_dbapi.Error as fault:
            if dialect.is_disconnect(fault, driver, None):
                connection.invalidate(fault)
            known = DBAPIError.instance(None, None, fault, dialect.loaded_dbapi.Error, dialect=dialect)
            raise known from None
        if not found:
            return Rows((), cursor.rowcount)
        if self._row is None:
            self._row = self._rows_of([column[0] for column in cursor.description])
        return Rows(map(self._row, found), cursor.rowcount)

    def _rows_of(self, names: list[str]) -> Turn:
        """How a row becomes ours, by the names of its columns, which the first answer tells."""
        made: Any = namedtuple("Row", names, rename=True)  # type: ignore[misc]  # noqa: PYI024 - known only now
        make: Turn = made._make
        turns = [(at, self._from[name]) for at, name in enumerate(names) if name in self._from]

        def turned(row: tuple[Any, ...]) -> Any:
            values = list(row)
            for at, turn in turns:
                values[at] = turn(values[at])
            return make(values)

        return turned if turns else make


_PREPARED: dict[tuple[Statement, str, tuple[int, ...]], _Prepared] = {}
