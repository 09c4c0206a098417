"""No statement of a turn, a move or a letter looks through a whole table: each finds its rows by an index."""

from __future__ import annotations

import importlib
import pkgutil
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import TextClause, text
from sqlalchemy.sql.selectable import TextualSelect

import storage
from storage.database import Database

GROWS = re.compile(
    r"SCAN (o|c|t|inbox|outbox|lane|bubble|taken|address|tie|draft|dossier|case_file|case_event|deadline|evidence"
    r"|likeness|slot|undo|proposal|recusal)\b(?!.*INDEX)"
)
"""Reads all of a table that grows with what citizens send."""
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
                if isinstance(clause, TextClause):
                    yield f"{module.name}.{name}.{number}", clause.text


def _all(found: Any) -> Iterable[Any]:
    kept = (
        found.values() if isinstance(found, dict) else found if isinstance(found, tuple | list) else (found,)
    )
    return (each for one in kept for each in (one if isinstance(one, tuple | list) else (one,)))


ALL = dict(statements())


@pytest.fixture(scope="module")
def database(migrated_sqlite: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = tmp_path_factory.mktemp("plans") / "saksi.db"
    shutil.copy(migrated_sqlite, path)
    opened = Database(f"sqlite:///{path}")
    yield opened
    opened.dispose()


@pytest.mark.parametrize("name", sorted(ALL.keys() - SELDOM))
def test_no_statement_scans_what_grows(database: Database, name: str) -> None:
    told = re.sub(r"IN :(\w+)", r"IN (:\1)", ALL[name])
    told = re.sub(r" FOR UPDATE( OF \w+)?( SKIP LOCKED)?", "", told)
    bound = dict.fromkeys(re.findall(r"(?<!:):(\w+)", told), "1")
    with database.reading() as db:
        plan = db.connection().execute(text(f"EXPLAIN QUERY PLAN {told}"), bound)
        steps = [row.detail for row in plan]
    assert [step for step in steps if GROWS.match(step)] == [], steps


def test_the_statements_are_found() -> None:
    assert len(ALL) > 300
    assert ALL.keys() > SELDOM
