"""Two moves at once on cases of the same officers: on PostgreSQL neither waits for the other in a circle."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.violation import VIOLATION
from handlers import silence
from handlers.casework.work import Work
from handlers.desk import gone
from handlers.tied import hold
from storage import lanes
from storage.deadlines import Deadline
from storage.sql import query, run, sql
from tests.officers.office import BKN, REPORT, SULTRA, WAKATOBI, Office
from tests.officers.pressing import forged
from tests.postgresql import waits
from tests.talking import library

pytestmark = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)

PATIENCE = 30
FREE = query(
    "SELECT lane FROM lane WHERE direction = 'out' AND lane IN :wanted ORDER BY lane FOR UPDATE SKIP LOCKED"
)


Act = Callable[[], object]


def last_lanes_first(office: Office, count: int) -> list[str]:
    """So many addresses; whoever is the first to enrol has the last lane."""
    found = (f"20{number}" for number in range(10, 10 + count))
    return sorted(found, key=lambda one: office.saksi.lane("telegram", one), reverse=True)


def waits_first(office: Office, lanes_: Sequence[str], act: Act) -> None:
    """While somebody else has the first of these lanes, who acts has none of the later ones."""
    first, *others = sorted(lanes_)
    has, over = threading.Event(), threading.Event()

    def blocking() -> None:
        with office.database.transaction() as db:
            lanes.lock(db, "out", first)
            has.set()
            assert over.wait(PATIENCE)

    with ThreadPoolExecutor(2) as threads:
        blocked = threads.submit(blocking)
        assert has.wait(PATIENCE)
        acted = threads.submit(act)
        try:
            waits(office.database, acted)
            with office.database.transaction() as db:
                assert run(db, FREE, {"wanted": others}).scalars() == others
        finally:
            over.set()
        blocked.result(PATIENCE)
        acted.result(PATIENCE)


def worked(office: Office, act: Callable[[Work], object]) -> None:
    with office.database.transaction() as db:
        now = office.database.now()
        act(Work(db, office.keys, library(), office.saksi.reception.office, now, office.at))


@pytest.mark.parametrize("action", ["take", "recuse"])
def test_who_moves_a_case_has_no_lane_of_a_later_officer_while_waiting_for_that_of_an_earlier(
    office: Office, action: str
) -> None:
    """Cards, and news for the supervisor that comes before them."""
    phones = [
        office.officer(number, role=Role.SUPERVISOR if at == 1 else Role.OFFICER)
        for at, number in enumerate(last_lanes_first(office, 4))
    ]
    office.report(office.citizen())
    waits_first(office, [phone.lane for phone in phones], lambda: forged(phones[0], action, 0))


def test_nor_where_a_colleague_reports_to_their_own_desk(office: Office) -> None:
    phones = [office.officer(number) for number in last_lanes_first(office, 3)]
    dewi, lanes_ = phones[0], [phone.lane for phone in phones]
    office.say(dewi, *REPORT, "1")
    waits_first(office, lanes_, lambda: dewi.line("kirim"))
    assert office.case().desk == WAKATOBI
    waits_first(office, lanes_, lambda: forged(phones[1], "take", 0))
    assert office.case().status == "examined"


def test_nor_where_the_office_above_hears_of_a_silence_too(office: Office) -> None:
    numbers = last_lanes_first(office, 2)
    phones = [office.officer(numbers[0], BKN), office.officer(numbers[1], "kemendagri")]
    office.report(office.citizen())
    with office.database.transaction() as db:
        run(db, sql("UPDATE case_file SET status = 'at_ppk', desk = 'bkn'"), {})
    passed = Deadline(1, office.case().id, "ppk", office.database.now(), "passed")

    def silent(work: Work) -> None:
        case, tied = hold(work.db, office.case().id, "id")
        row = allowed(VIOLATION, Status.AT_PPK, "overdue", Role.CLOCK)
        assert isinstance(row, Move)
        silence.carried_up(work, case, tied, row, passed, work.library.law.agencies.by_key["kemendagri"])

    waits_first(office, [phone.lane for phone in phones], lambda: worked(office, silent))


def test_nor_where_a_desk_hears_that_its_group_is_gone(office: Office) -> None:
    *numbers, above = last_lanes_first(office, 4)
    phones = [office.officer(number) for number in numbers]
    phones.append(office.officer(above, SULTRA, Role.SUPERVISOR))
    told = partial(gone.back_in_private, desk=WAKATOBI, key="room-lost")
    waits_first(office, [phone.lane for phone in phones], lambda: worked(office, told))
    assert all("Bot sudah tidak ada di grup Bawaslu Kab. Wakatobi" in phone.read()[0] for phone in phones)
