"""Cases are found by their facts, newest first, a page at a time, and each fact has an index of its own."""

from __future__ import annotations

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from scripts.bench.cases import fill
from storage import search
from storage.database import Database
from storage.search import CONDITIONS, Sought
from tests.storage.clock import Clock

MANY = 600
WAYS = (
    Sought(),
    Sought(desk="bawaslu:74.07"),
    Sought(topic="billboard"),
    Sought(region="74.07", status="waiting"),
    Sought(desk="bkn", topic="car", region="74.07", status="closed"),
    Sought(topic="like", desk="nowhere"),
)


@pytest.mark.parametrize("sought", WAYS, ids=str)
def test_every_page_together_is_what_was_sought(database: Database, clock: Clock, sought: Sought) -> None:
    made = fill(database, MANY, random.Random(7))
    fits = [one for one in made if all(getattr(one, name) == value for name, value in sought.given.items())]
    found: list[str] = []
    with database.reading() as db:
        while page := search.page(db, sought, before=found[-1] if found else search.FIRST, most=50):
            found += [case.id for case in page]
    assert found == sorted((one.id for one in fits), reverse=True)


def test_days_bound_what_was_filed_from_and_before(database: Database) -> None:
    made = fill(database, MANY, random.Random(8))
    first = min(one.filed_at for one in made)
    sought = Sought(since_at=first + timedelta(days=10), until_at=first + timedelta(days=20))
    with database.reading() as db:
        found = search.page(db, sought, most=MANY)
    assert {case.id for case in found} == {
        one.id for one in made if timedelta(days=10) <= one.filed_at - first < timedelta(days=20)
    }
    assert 0 < len(found) < MANY


@pytest.mark.parametrize("name", ["desk", "topic", "region", "status"])
def test_no_search_by_one_fact_looks_through_all_cases(
    migrated_sqlite: Path, tmp_path: Path, name: str
) -> None:
    shutil.copy(migrated_sqlite, tmp_path / "saksi.db")
    database = Database(f"sqlite:///{tmp_path / 'saksi.db'}")
    sought = f"SELECT * FROM case_file c WHERE c.id < 'x' AND {CONDITIONS[name]} ORDER BY c.id DESC LIMIT 50"
    with database.reading() as db:
        plan = db.connection().execute(text(f"EXPLAIN QUERY PLAN {sought}"), {name: "x"})
        steps = " ".join(row.detail for row in plan)
    database.dispose()
    assert f"ix_case_file_by_{name}" in steps
    assert "TEMP B-TREE" not in steps
