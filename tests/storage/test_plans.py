"""No statement of a hot path looks through a whole table of messages: each finds its rows by an index."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import TextClause, text
from sqlalchemy.sql.selectable import TextualSelect

from storage import bubbles, lanes, letters, mail, refs
from storage.database import Database


def statements() -> Iterator[tuple[str, str]]:
    """Every statement of the queues."""
    for module in (bubbles, lanes, mail, letters, refs):
        for name, found in vars(module).items():
            kept = {"": found} if not isinstance(found, dict) or name.startswith("__") else found
            for variant, statement in kept.items():
                clause = statement.element if isinstance(statement, TextualSelect) else statement
                if isinstance(clause, TextClause):
                    yield f"{module.__name__}.{name} {variant}".strip(), clause.text


HOT = dict(statements())
ONCE = {"storage.mail._SUSPECTS"}
"""Asked once, when the process starts."""


@pytest.mark.parametrize("name", sorted(HOT.keys() - ONCE))
def test_no_hot_statement_scans_the_messages(migrated_sqlite: Path, tmp_path: Path, name: str) -> None:
    shutil.copy(migrated_sqlite, tmp_path / "saksi.db")
    database = Database(f"sqlite:///{tmp_path / 'saksi.db'}")
    told = re.sub(r"IN :(\w+)", r"IN (:\1)", HOT[name])
    bound = dict.fromkeys(re.findall(r"(?<!:):(\w+)", told), "1")
    with database.reading() as db:
        plan = db.connection().execute(text(f"EXPLAIN QUERY PLAN {told}"), bound)
        steps = [row.detail for row in plan]
    database.dispose()
    assert [
        step for step in steps if re.match(r"SCAN (o|inbox|outbox|lane|bubble)\b(?!.*INDEX)", step)
    ] == [], steps


def test_the_statements_are_found() -> None:
    assert len(HOT) > 30
