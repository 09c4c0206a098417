"""A desk's list is in order however many lie there, is read to its end, and is counted as far as anybody counts."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest

from bot.flows.officer_desk import LATE, MANY, NEVER, PAGE, UNSETTLED, behind, further, number
from scripts.bench.cases import DESKS, FIRST_DAY, Made, fill
from storage import lying
from storage.database import Database
from storage.lying import FIRST, Lying, Sees
from storage.sql import run, sql
from tests.talking import library

BUSY = DESKS[0]
TODAY = date(2024, 10, 1)


def mine(made: list[Made], officer: str = "") -> list[Lying]:
    """Sorted by Python: what lies at the busy desk, of this officer and of nobody; or of everybody."""
    here = (one for one in made if one.desk == BUSY and one.due_on is not None)
    seen = (one for one in here if not officer or one.officer_id in (None, officer))
    return sorted(
        (Lying(one.due_on, one.id) for one in seen if one.due_on), key=lambda it: (it.due_on, it.id)
    )


def test_page_after_page_is_the_whole_list_in_its_order(database: Database) -> None:
    made = fill(database, 900, random.Random(3))
    for sees, officer in ((Sees(), ""), (Sees("o1", "lane", alls=False), "o1")):
        read: list[Lying] = []
        with database.reading() as db:
            while page := lying.page(
                db, BUSY, sees, read[-1] if read else FIRST, began=FIRST_DAY, read=(), most=PAGE
            ):
                read += page
            found = lying.counted(db, BUSY, sees, TODAY)
        wanted = mine(made, officer)
        assert read == wanted
        assert found.free + found.held == len(wanted) > PAGE
        assert found.late == sum(one.due_on < TODAY for one in wanted) > 0


def test_who_reads_to_the_end_has_read_each_case_once_although_places_change_meanwhile(
    database: Database,
) -> None:
    """Just after a migration nothing has a place yet; between two presses some are found, and some turn late."""
    chance, sees = random.Random(6), Sees("o1", "lane")
    tickets = {
        one.id: one.ticket for one in fill(database, 900, chance, status="waiting") if one.desk == BUSY
    }
    days = [LATE, TODAY, TODAY + timedelta(days=40), UNSETTLED, NEVER]
    with database.transaction() as db:
        for one in sorted(tickets)[::3]:
            lying.place(db, one, chance.choice(days), FIRST_DAY - timedelta(days=1))
    began, now = int(FIRST_DAY.timestamp()), FIRST_DAY
    read: list[str] = []
    with database.transaction() as db:
        rows = lying.page(db, BUSY, sees, FIRST, began=FIRST_DAY, read=(), most=PAGE + 1)
    after = FIRST
    while True:
        read += [tickets[row.id] for row in rows[:PAGE]]
        after = max(after, *rows[:PAGE])
        if len(rows) <= PAGE:
            break
        now += timedelta(minutes=1)
        with database.transaction() as db:
            for one in chance.sample(sorted(tickets), 5):
                lying.place(db, one, chance.choice(days), now)
            step = int(further(tickets[after.id], BUSY, after.due_on, began).key.split(".")[1])
            assert behind(step, int(now.timestamp())) == (after.due_on, began)
            rows = lying.onward(db, BUSY, sees, after, began=FIRST_DAY, read=read, most=PAGE + 1)
    assert sorted(read) == sorted(tickets.values())


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_of_more_than_a_thousand_the_number_is_not_told(database: Database) -> None:
    fill(database, (MANY + 50) * 10, random.Random(4), status="waiting")
    with database.reading() as db:
        found = lying.counted(db, BUSY, Sees("o1", "lane"), TODAY)
    assert (found.free, found.held) == (MANY + 1, 0)
    told = {"free": number(found.free), "mine": 0, "due": 0, "late": 0}
    read = library().words.text("id", "desk-counts", told, "telegram")
    assert read.startswith("Belum diambil: 1.000+ ·"), read


def test_a_place_found_without_the_case_held_is_not_put_over_a_newer_one(database: Database) -> None:
    one, other = (made.id for made in fill(database, 2, random.Random(5)))
    with database.transaction() as db:
        lying.place(db, one, UNSETTLED, FIRST_DAY)
        lying.place(db, other, None, FIRST_DAY)
        for case in (one, other):
            lying.settle(db, case, TODAY, FIRST_DAY)
    with database.reading() as db:
        placed = run(db, sql("SELECT id, due_on FROM case_file WHERE due_on IS NOT NULL"))
    assert [(row.id, str(row.due_on)) for row in placed] == [(one, TODAY.isoformat())]
