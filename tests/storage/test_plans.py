"""No statement of a turn, a move or a letter looks through a whole table: each finds its rows by an index."""

from __future__ import annotations

import importlib
import pkgutil
import random
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, TextClause, text
from sqlalchemy.sql.selectable import TextualSelect

import storage
from scripts.bench.cases import DESKS, fill
from storage.database import Database

GROWING = (
    "(inbox|outbox|lane|bubble|taken|address|tie|draft|dossier|case_file|case_event|deadline|evidence|likeness|slot"
    "|undo|proposal|recusal)"
)
"""Tables that grow with what citizens send."""
SCANS = {
    "sqlite": re.compile(rf"(SCAN (o|c|t|{GROWING})|SEARCH {GROWING})\b(?!.*USING)"),
    "postgresql": re.compile(rf"\s*(-> +)?Seq Scan on {GROWING}\b"),
}
SELDOM = frozenset({
    "bubbles._PRUNE_CLOCKS.0", "custody._DEAD.0", "custody._FORGOTTEN.0", "custody._ORPHANS.0", "custody._PATHS.0",
    "custody._UNUSED.0", "drafts._STALE.0", "merging._FORGET.0", "merging._FORGET.1", "merging._INBOX.0",
    "parting._NO_NEWS.0", "sole._FREE.0", "upkeep._PRUNE.0", "upkeep._PRUNE.2", "upkeep._PRUNE.3",
    "upkeep._PRUNE_LANES.0", "upkeep._SILENT.0",
})  # fmt: skip
"""Upkeep, once in a while; and what happens once to a number: it is another's, or has two names."""


def statements() -> Iterator[tuple[str, str]]:
    """Every statement of the storage, by its name."""
    for module in pkgutil.iter_modules(storage.__path__):
        for name, found in vars(importlib.import_module(f"storage.{module.name}")).items():
            for number, statement in enumerate(() if name.startswith("__") else _all(found)):
                clause = statement.element if isinstance(statement, TextualSelect) else statement
                if isinstance(clause, TextClause) and "SAVEPOINT" not in clause.text:
                    yield f"{module.name}.{name}.{number}", clause.text


def _all(found: Any) -> Iterable[Any]:
    kept = (
        found.values() if isinstance(found, dict) else found if isinstance(found, tuple | list) else (found,)
    )
    return (each for one in kept for each in (one if isinstance(one, tuple | list) else (one,)))


ALL = dict(statements())
LIST = re.compile(r"IN :(\w+)")
NAME = re.compile(r"(?<!:):(\w+)")
UNTYPED = {"pace._TAKE.0", "pace._SPEND.0"}
"""PostgreSQL cannot tell of what type their sums are; their rows are named by their key."""


def test_a_desks_list_is_read_by_its_desk_whatever_an_operator_has_had_counted(
    migrated_sqlite: Path, tmp_path: Path
) -> None:
    """After ANALYZE SQLite would go from officer to officer for the cases of one desk: a hundred times as slow."""
    shutil.copy(migrated_sqlite, tmp_path / "saksi.db")
    database = Database(f"sqlite:///{tmp_path / 'saksi.db'}")
    fill(database, 3_000, random.Random(1))
    with database.transaction() as db:
        db.connection().execute(text("ANALYZE"))
    database.dispose()
    with database.reading() as db:
        plans = {
            name: _of_sqlite(db.connection(), LIST.sub(r"IN (:\1)", ALL[name]), desk=DESKS[0])
            for name in ALL
            if name.startswith(("lying._PAGE.", "lying._PASSED.", "lying._COUNT.", "lying._UNSETTLED."))
        }
    database.dispose()
    assert len(plans) > 10
    assert {name: plan for name, plan in plans.items() if any("ANY(" in step for step in plan)} == {}


def test_no_statement_scans_what_grows(database_url: str, engine: str) -> None:
    plan_of = {"sqlite": _of_sqlite, "postgresql": _of_postgresql}[engine]
    database = Database(database_url)
    with database.transaction() as db:
        plans = {
            name: plan_of(db.connection(), LIST.sub(r"IN (:\1)", ALL[name])) for name in sorted(asked(engine))
        }
    database.dispose()
    assert {name: plan for name, plan in plans.items() if any(map(SCANS[engine].match, plan))} == {}


def asked(engine: str) -> set[str]:
    return ALL.keys() - SELDOM - (UNTYPED if engine == "postgresql" else set())


def _of_sqlite(db: Connection, statement: str, **known: str) -> list[str]:
    """With these values; SQLite asks its statistics about them."""
    told = re.sub(r" FOR UPDATE( OF \w+)?( SKIP LOCKED)?", "", statement)
    return [
        row.detail
        for row in db.execute(
            text(f"EXPLAIN QUERY PLAN {told}"), dict.fromkeys(NAME.findall(told), "1") | known
        )
    ]


def _of_postgresql(db: Connection, statement: str) -> list[str]:
    """Whatever its values are, and where it has no choice but to look through a table."""
    places: dict[str, str] = {}
    told = NAME.sub(lambda found: places.setdefault(found[1], f"${len(places) + 1}"), statement)
    told = re.sub(r" INDEXED BY \w+", "", told)
    db.exec_driver_sql("SET LOCAL enable_seqscan = off")
    return [row[0] for row in db.exec_driver_sql("EXPLAIN (GENERIC_PLAN) " + told.replace("%", "%%"))]


def test_the_statements_are_found() -> None:
    assert len(ALL) > 300
    assert ALL.keys() > SELDOM
