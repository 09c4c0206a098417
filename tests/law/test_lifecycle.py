"""The lives of cases: every status × move × role of each is tried; then what a violation promises."""

from collections.abc import Collection

import pytest

from bot.cases.agency import POWERS
from bot.cases.law import Law
from bot.cases.lifecycle import Move, Refusal, Role, Status, Table, allowed, move, possible
from bot.cases.lives import LIVES
from bot.cases.violation import FILED, VIOLATION
from scripts.lifecycle import PAGE, page

pytestmark = pytest.mark.unit

S = Status
OFFICERS = frozenset({Role.OFFICER, Role.SUPERVISOR})
BAWASLU, BKN = ("register", "pass_on"), ("address_ppk",)


def go(status: Status, *moves: tuple[str, Role, Collection[str]]) -> Status:
    """Where a case stands after these moves, none of them refused."""
    for key, role, powers in moves:
        after = move(VIOLATION, status, key, role, powers)
        assert isinstance(after, Status), f"{key} from {status}: {after}"
        status = after
    return status


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_every_move_from_every_status_by_every_role_has_one_answer(
    life: Table, status: Status, role: Role
) -> None:
    for key in (*life.keys, "of_an_older_card"):
        for powers in ((), *((power,) for power in POWERS), POWERS):
            rows = [
                row
                for row in life.moves
                if row.key == key
                and status in row.start
                and role in row.by
                and (not row.powers or row.powers & set(powers))
            ]
            after = move(life, status, key, role, powers)
            if rows:
                tried = [(row.powers, row.most) for row in rows]
                assert len(set(tried)) == len(tried), f"{key} from {status} by {role} stands twice"
                assert len({row.to for row in rows}) == 1, (
                    f"{key} from {status} by {role} leads to two places"
                )
                assert after == (rows[0].to or status)
                assert after != S.UNFILED
            else:
                assert isinstance(after, Refusal)


def test_a_refusal_names_the_first_reason() -> None:
    def reason(status: Status, key: str, role: Role, powers: Collection[str] = ()) -> str:
        after = move(VIOLATION, status, key, role, powers)
        assert isinstance(after, Refusal)
        return after.reason

    assert reason(S.WAITING, "of_an_older_card", Role.OFFICER) == "unknown"
    assert reason(S.WAITING, "register", Role.OFFICER) == "status"
    assert reason(S.EXAMINED, "register", Role.CITIZEN) == "role"
    assert reason(S.EXAMINED, "register", Role.OFFICER, BKN) == "power"


def known(life: Table) -> set[Status]:
    """The statuses that its rows name."""
    return {status for row in life.moves for status in (*row.start, *([row.to] if row.to else ()))}


def test_every_status_is_of_some_kind_of_case() -> None:
    assert set[Status]().union(*(known(life) for life in LIVES.values())) == set(Status)


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_every_status_can_be_reached(life: Table) -> None:
    reached = {life.first}
    while True:
        more = {row.to for row in life.moves if row.to and row.start & reached} - reached
        if not more:
            break
        reached |= more
    assert reached == known(life)


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_from_every_status_there_is_a_way_to_the_end(life: Table) -> None:
    ending = set(life.finals)
    for _ in Status:
        ending |= {start for row in life.moves if row.to in ending for start in row.start}
    assert ending == known(life)
    assert life.open <= known(life) - life.finals


def test_she_is_heard_at_every_moment_of_a_case() -> None:
    for status in FILED - {S.ERASED, S.WITHDRAWN}:
        keys = {row.key for row in possible(VIOLATION, status, Role.CITIZEN)}
        assert {"add", "silence", "erase"} <= keys, status


def test_she_withdraws_a_report_but_not_a_registered_one() -> None:
    assert move(VIOLATION, S.WAITING, "withdraw", Role.CITIZEN) == S.WITHDRAWN
    assert move(VIOLATION, S.EXAMINED, "withdraw", Role.CITIZEN) == S.WITHDRAWN
    assert move(VIOLATION, S.REGISTERED, "withdraw", Role.CITIZEN) == S.REGISTERED
    assert move(VIOLATION, S.AT_PPK, "withdraw", Role.CITIZEN) == S.AT_PPK


def test_a_coerced_withdrawal_does_not_kill_the_facts() -> None:
    assert move(VIOLATION, S.WITHDRAWN, "pursue", Role.OFFICER) == S.EXAMINED
    assert move(VIOLATION, S.WITHDRAWN, "find", Role.OFFICER, BAWASLU) == S.REGISTERED


def test_only_a_desk_with_the_power_addresses_the_ppk() -> None:
    to_ppk = [row for row in VIOLATION.moves if row.to == S.AT_PPK]
    assert all(row.powers == {"address_ppk"} for row in to_ppk)
    assert move(VIOLATION, S.AT_BKN, "recommend", Role.OFFICER, BAWASLU) == Refusal("power")
    assert move(VIOLATION, S.AT_BKN, "recommend", Role.OFFICER, BKN) == S.AT_PPK


def test_nobody_but_officers_moves_a_case_to_an_outcome() -> None:
    outcomes = {S.SANCTIONED, S.NOT_PROVEN, S.NOT_PURSUED, S.CANCELLED, S.LEFT_SERVICE}
    assert all(row.by == OFFICERS for row in VIOLATION.moves if row.to in outcomes)


@pytest.mark.parametrize("role", [Role.GUARDIAN, Role.AUDITOR, Role.ADMIN])
def test_who_only_looks_moves_nothing(role: Role) -> None:
    assert all(not possible(VIOLATION, status, role, POWERS) for status in Status)


def test_a_question_starts_a_clock_and_stops_none() -> None:
    for status in (S.EXAMINED, S.REGISTERED, S.AT_BKN):
        row = allowed(VIOLATION, status, "ask", Role.OFFICER)
        assert not isinstance(row, Refusal)
        assert "answer" in row.starts
    assert move(VIOLATION, S.REGISTERED, "ask", Role.OFFICER) == S.REGISTERED


def test_what_goes_against_her_report_needs_a_reason_and_a_second_officer_for_high_posts() -> None:
    against = [row for row in VIOLATION.moves if row.to in (S.NOT_PROVEN, S.NOT_PURSUED, S.CANCELLED)]
    assert against
    assert all(row.second and row.needs == ("reason", "sentence") for row in against)
    assert all("objection" in row.starts for row in against)


def test_a_case_travels_twice_at_most_and_she_objects_once() -> None:
    most = {row.key: row.most for row in VIOLATION.moves if row.most}
    assert most == {"forward": 3, "send_back": 2, "rise": 1, "object": 1, "extend": 1}


@pytest.mark.parametrize("life", LIVES.values(), ids=LIVES)
def test_the_third_time_no_desk_is_asked_for(life: Table) -> None:
    asked = [
        allowed(life, S.WAITING, "forward", Role.OFFICER, (), {"forward": made}.__getitem__)
        for made in range(4)
    ]
    needs = [row.needs if isinstance(row, Move) else row.reason for row in asked]
    assert needs == [("desk", "reason"), ("desk", "reason"), ("reason",), "most"]


def test_only_others_than_asn_are_handed_to_an_office_outside() -> None:
    rows = [row for row in VIOLATION.moves if row.key == "hand_over"]
    assert all("asn" not in row.kinds and row.kinds for row in rows)


def test_her_own_moves_are_answered_in_the_talk_and_the_officers_are_pushed() -> None:
    said = {row.key for row in VIOLATION.moves if row.says and row.by == {Role.CITIZEN}}
    assert said == {"name_post"}, "which another hears, whose report goes on for both"
    silent = {row.key for row in VIOLATION.moves if not row.says and row.by != {Role.CITIZEN}}
    assert silent == {"assign", "give_back", "recuse", "pursue", "close", "return", "unanswered", "untie"}


def test_the_banner_of_october_2024_from_the_report_to_the_end() -> None:
    end = go(
        S.UNFILED,
        ("file", Role.CITIZEN, ()),
        ("take", Role.OFFICER, BAWASLU),
        ("ask", Role.OFFICER, BAWASLU),
        ("answer", Role.CITIZEN, ()),
        ("pass_to_bkn", Role.OFFICER, BAWASLU),
        ("take", Role.OFFICER, BKN),
        ("recommend", Role.OFFICER, BKN),
        ("overdue", Role.CLOCK, ()),
        ("escalate", Role.CLOCK, ()),
        ("sanction", Role.OFFICER, BKN),
        ("close", Role.SUPERVISOR, BKN),
    )
    assert end == S.CLOSED


def test_the_same_story_off_season_lies_at_bkn_from_the_start() -> None:
    assert go(S.WAITING, ("take", Role.OFFICER, BKN), ("recommend", Role.OFFICER, BKN)) == S.AT_PPK


def test_not_pursued_then_evidence_then_reopened() -> None:
    end = go(
        S.EXAMINED,
        ("not_pursue", Role.OFFICER, BAWASLU),
        ("add", Role.CITIZEN, ()),
        ("object", Role.CITIZEN, ()),
        ("take", Role.OFFICER, BAWASLU),
    )
    assert end == S.EXAMINED


def test_two_working_days_without_a_step_bring_the_case_back_to_the_desk(law: Law) -> None:
    assert law.clocks.by_id["step"].then == "return"
    assert move(VIOLATION, S.EXAMINED, "return", Role.CLOCK) == S.WAITING


def test_what_the_clock_does_at_the_end_of_a_clock_is_a_move_of_the_clock(law: Law) -> None:
    """But for a desk that is empty, what was merged into a case that is gone (`handlers.orphaned`), and a call where
    another phone may answer (`handlers.parted`)."""
    clock = {row.key for life in LIVES.values() for row in life.moves if Role.CLOCK in row.by}
    assert {row.then for row in law.clocks.rows if row.then} == clock - {"lift", "split", "call_off"}, (
        "no clock ends there"
    )


def test_the_page_that_draws_it_is_current() -> None:
    """`make docs` writes it anew."""
    assert PAGE.read_text("utf-8") == page()
