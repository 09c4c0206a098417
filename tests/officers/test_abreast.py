"""Two moves at once on cases of the same officers: on PostgreSQL neither waits for the other in a circle."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from bot.cases.lifecycle import Role
from storage import lanes
from storage.sql import query, run
from tests.officers.office import Office
from tests.officers.pressing import forged
from tests.postgresql import waits

pytestmark = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)

PATIENCE = 30
FREE = query(
    "SELECT lane FROM lane WHERE direction = 'out' AND lane IN :wanted ORDER BY lane FOR UPDATE SKIP LOCKED"
)


@pytest.mark.parametrize("action", ["take", "recuse"])
def test_who_moves_a_case_has_no_lane_of_a_later_officer_while_waiting_for_that_of_an_earlier(
    office: Office, action: str
) -> None:
    """Cards, and news for the supervisor that comes before them; officers who came first have the last lanes."""
    numbers = sorted(
        (f"20{number}" for number in range(10, 14)),
        key=lambda number: office.saksi.lane("telegram", number),
        reverse=True,
    )
    phones = [
        office.officer(number, role=Role.SUPERVISOR if at == 1 else Role.OFFICER)
        for at, number in enumerate(numbers)
    ]
    office.report(office.citizen())
    first, *others = sorted(phone.lane for phone in phones)
    has, over = threading.Event(), threading.Event()

    def blocking() -> None:
        with office.database.transaction() as db:
            lanes.lock(db, "out", first)
            has.set()
            assert over.wait(PATIENCE)

    with ThreadPoolExecutor(2) as threads:
        blocked = threads.submit(blocking)
        assert has.wait(PATIENCE)
        moved = threads.submit(forged, phones[0], action, 0)
        try:
            waits(office.database, moved)
            with office.database.transaction() as db:
                assert run(db, FREE, {"wanted": others}).scalars() == others
        finally:
            over.set()
        blocked.result(PATIENCE)
        moved.result(PATIENCE)
