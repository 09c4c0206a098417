"""Officers act: the lifecycle decides, who may see decides, and of two who press at once one wins."""

from __future__ import annotations

import threading
from typing import Any

import pytest

from bot.cases.desk import powers_of
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.violation import VIOLATION
from handlers.casework import moves
from handlers.casework.work import Moved, Refused, Waiting
from storage import cases
from storage.desks import Officer
from tests.casework.room import BAWASLU, BKN, BUTON, SULTRA, TICKETS, WAKATOBI, Room
from tests.talking import library

WHY = {"reason": "other", "sentence": "fotonya belum menunjukkan siapa yang memasang"}
GIVEN: dict[str, Any] = {
    **WHY, "question": {"ready": "still"}, "desk": BUTON, "number": "001/TM/2024", "day": "2024-10-17",
    "summary": "Baliho di pagar kantor.", "copies": [], "office": "Inspektorat", "ppk": "Bupati Wakatobi",
    "employer": "region", "decision": "SK 12", "grade": "berat", "ticket": TICKETS[1],
}  # fmt: skip


@pytest.fixture
def budi(room: Room) -> Officer:
    return room.officer(WAKATOBI)


def test_taken_is_taken_and_everybody_concerned_hears_of_it(room: Room, budi: Officer) -> None:
    room.file()
    case = room.did(budi, "take")
    assert (case.status, case.officer_id, case.step) == ("examined", budi.id, 1)
    event = room.happened()[-1]
    assert (event.what, event.by) == ("take", "officer")
    assert event.data == {"officer": budi.id, "from": "waiting", "to": "examined"}
    assert room.open_clocks() == {"news": "2024-10-24", "step": "2024-10-21"}
    assert room.cards == [(TICKETS[0], WAKATOBI, WAKATOBI)]
    assert len(room.waiting_letters()) == 1
    assert room.holds()


@pytest.mark.parametrize(
    ("desk", "role"),
    [
        (WAKATOBI, Role.OFFICER),
        (WAKATOBI, Role.SUPERVISOR),
        (BKN, Role.OFFICER),
        ("inspektorat:74", Role.OFFICER),
        ("kemenpanrb", Role.SUPERVISOR),
    ],
)
def test_every_move_from_every_status_is_as_the_table_says(room: Room, desk: str, role: Role) -> None:
    """Through casework: refused where the table refuses, and where the table allows, done exactly so."""
    tried, made = attempts(room, desk, role), set[str]()
    powers = powers_of(library().law, desk)
    for status, key, done in tried:
        row = allowed(VIOLATION, status, key, role, powers)
        if isinstance(done, Moved):
            assert isinstance(row, Move), (status, key)
            assert done.case.status == (row.to or status).value, (status, key)
            made.add(key)
        elif isinstance(row, Move):
            assert isinstance(done, Refused)
            nowhere = key == "rise" and done.missing == ("desk",)
            assert done.reason == "kind" or nowhere, (status, key, done)
        else:
            assert done == Refused(row.reason), (status, key)
    assert {"take", "give_back", "ask", "forward", "merge", "not_pursue", "reopen"} <= made


@pytest.mark.parametrize("role", [Role.GUARDIAN, Role.AUDITOR, Role.ADMIN])
def test_who_only_looks_moves_nothing_from_anywhere(room: Room, role: Role) -> None:
    tried = attempts(room, WAKATOBI, role)
    assert {done.reason for _, _, done in tried if isinstance(done, Refused)} <= {
        "gone",
        "role",
        "status",
        "unknown",
    }
    assert all(isinstance(done, Refused) for _, _, done in tried)


def attempts(room: Room, desk: str, role: Role) -> list[tuple[Status, str, moves.Done]]:
    """Every move from every status by an officer of this desk, each in a savepoint that is then rolled back."""
    for one in (BUTON, SULTRA):
        room.officer(one)
    room.file(desk=desk)
    room.file(TICKETS[1], lane="ani", desk=desk)
    room.put(TICKETS[1], status="examined")
    officer, helper = room.officer(desk, role), room.officer(desk, Role.SUPERVISOR)
    tried = []
    with room.database.transaction() as db:
        id = f"case-{TICKETS[0]}"  # noqa: A001
        for status in Status:
            holder = None if status is Status.WAITING else officer.id
            cases.place(
                db, id, status=status.value, desk=desk, officer=holder, closed_at=None, merged_into=None
            )
            case = cases.by_id(db, id)
            assert case is not None
            for key in (*VIOLATION.keys, "of_an_older_card"):
                before = db.begin_nested()
                given = GIVEN | {"officer": helper.id}
                done = moves.move(room.work(db), officer, case.id, case.step, key, given)
                before.rollback()
                if isinstance(done, Refused):
                    done = Refused(done.reason, done.missing)
                tried.append((status, key, done))
    return tried


def test_of_many_who_press_at_once_one_wins_and_the_others_hear_who(room: Room) -> None:
    room.file()
    officers = [room.officer(WAKATOBI) for _ in range(6)]
    case, done = room.case(), []
    together = threading.Barrier(len(officers))

    def press(officer: Officer) -> None:
        together.wait()
        with room.database.transaction() as db:
            done.append((officer, moves.take(room.work(db), officer, case.id, case.step)))

    threads = [threading.Thread(target=press, args=(officer,)) for officer in officers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [officer for officer, one in done if isinstance(one, Moved)]
    late = [one for _, one in done if isinstance(one, Refused)]
    assert len(late) == 5
    assert {one.reason for one in late} == {"stale"}
    assert {one.case.officer_id for one in late if one.case} == {winner.id}
    assert room.names().count("take") == 1
    assert len(room.waiting_letters()) == 1


def test_an_old_button_does_nothing(room: Room, budi: Officer) -> None:
    case = room.file()
    room.did(budi, "take")
    room.did(budi, "give_back")
    with room.database.transaction() as db:
        done = moves.take(room.work(db), budi, case.id, case.step)
    assert isinstance(done, Refused)
    assert done.reason == "stale"


def test_another_desk_sees_and_moves_nothing(room: Room, budi: Officer) -> None:
    room.file()
    citra, far = room.officer(BUTON), room.officer("bawaslu:75", Role.SUPERVISOR)
    for officer in (
        citra,
        far,
        room.officer(BKN, Role.SUPERVISOR),
        room.officer(SULTRA),
        room.officer(BUTON, Role.ADMIN),
    ):
        for key in VIOLATION.keys:
            assert room.refused(officer, key, GIVEN | {"officer": officer.id}) == "gone", key
    assert room.names() == ["filed"]
    with room.database.transaction() as db:
        assert moves.take(room.work(db), citra, "case-of-nobody", 0) == Refused("gone"), "told alike"


def test_a_supervisor_above_acts_for_the_desks_below_and_an_officer_does_not(room: Room) -> None:
    room.file()
    assert room.refused(room.officer(SULTRA), "take") == "gone"
    assert room.did(room.officer(SULTRA, Role.SUPERVISOR), "take").status == "examined"


def test_nobody_handles_a_case_of_their_own_and_it_looks_like_being_close_to_it(
    room: Room, budi: Officer
) -> None:
    sari = room.officer(WAKATOBI, address="sari-chat")
    room.file(lane=sari.lane)
    assert room.refused(sari, "take") == "barred"
    other = room.officer(WAKATOBI)
    room.did(other, "recuse")
    assert room.refused(other, "take") == "barred"
    chief = room.officer(WAKATOBI, Role.SUPERVISOR)
    assert room.refused(chief, "assign", {"officer": sari.id}) == "needs"
    assert room.refused(chief, "assign", {"officer": other.id}) == "needs"
    assert room.did(chief, "assign", {"officer": budi.id}).officer_id == budi.id


def test_being_close_to_a_case_that_another_has_leaves_it_with_them(room: Room, budi: Officer) -> None:
    room.officer(SULTRA, Role.SUPERVISOR)
    room.file()
    room.did(budi, "take")
    dewi = room.officer(WAKATOBI)
    case = room.did(dewi, "recuse")
    assert (case.officer_id, case.status, case.step) == (budi.id, "examined", 1)
    assert room.did(budi, "recuse").officer_id is None
    assert room.refused(budi, "take") == "barred"
    assert [(notice.key, notice.desk) for notice in room.notices] == [("recused", SULTRA)] * 2


def test_what_another_has_is_theirs(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    dewi = room.officer(WAKATOBI)
    assert room.refused(dewi, "not_pursue", WHY) == "taken"
    assert room.refused(dewi, "give_back") == "taken"
    assert room.did(room.officer(WAKATOBI, Role.SUPERVISOR), "give_back").officer_id is None


def test_who_left_or_lost_the_role_moves_nothing_with_the_buttons_they_have(
    room: Room, budi: Officer
) -> None:
    room.file()
    chief = room.officer(WAKATOBI, Role.SUPERVISOR, address="chief")
    room.officer(WAKATOBI, Role.AUDITOR, address="chief")
    assert room.refused(chief, "take") == "left"


def test_every_piece_that_is_missing_is_named(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    done = room.do(budi, "pass_to_bkn")
    assert done == Refused("needs", ("summary", "copies"))
    assert room.do(budi, "not_pursue", {"reason": "other"}) == Refused("needs", ("sentence",))
    assert room.do(budi, "not_pursue", {"reason": "because"}) == Refused("needs", ("reason",))
    assert room.do(budi, "pass_to_bkn", {"summary": "Ada baliho.", "copies": ["another-case's"]}) == Refused(
        "needs", ("copies",)
    )


def test_passed_on_it_lies_at_bkn_and_only_bkn_writes_to_the_ppk(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    case = room.did(budi, "pass_to_bkn", {"summary": "Baliho di pagar kantor.", "copies": []})
    assert (case.desk, case.status, case.officer_id) == (BKN, "at_bkn", None)
    assert room.cards[-1] == (TICKETS[0], BKN, WAKATOBI)
    assert room.refused(budi, "recommend", GIVEN) == "gone", "it is theirs no more"
    eko = room.officer(BKN)
    room.did(eko, "take")
    named = GIVEN | {"summary": f"Lihat {TICKETS[0]}."}
    assert room.do(eko, "recommend", named) == Refused("needs", ("summary",)), "no ticket toward the PPK"
    case = room.did(eko, "recommend", GIVEN)
    assert (case.status, case.desk, case.officer_id) == ("at_ppk", BKN, eko.id)
    assert room.open_clocks()["ppk"] == "2024-11-06"
    assert room.holds()


def test_what_an_officer_writes_is_sealed_in_the_event(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "not_pursue", WHY)
    event = room.happened()[-1]
    assert event.data["reason"] == "other"
    assert WHY["sentence"] not in str(event)
    assert event.sealed is not None


def test_a_case_travels_twice_then_the_desk_above_decides(room: Room, budi: Officer) -> None:
    room.file()
    citra, dodi, eka = room.officer(BUTON), room.officer("bawaslu:74.01"), room.officer(SULTRA)
    why = {"reason": "place", "sentence": ""}
    assert room.did(budi, "forward", why | {"desk": BUTON}).desk == BUTON
    assert room.did(citra, "forward", why | {"desk": "bawaslu:74.01"}).desk == "bawaslu:74.01"
    assert room.refused(dodi, "forward", why | {"desk": WAKATOBI}) == "most"
    case = room.did(dodi, "rise", WHY)
    assert (case.desk, case.status) == (SULTRA, "waiting")
    assert room.did(eka, "take").officer_id == eka.id


@pytest.mark.parametrize(
    "desk", [WAKATOBI, "ppk:74.07", "triage", "bawaslu:99.99", "kasn", "ombudsman", "nobody", ""]
)
def test_some_desks_are_no_place_to_forward_to(room: Room, budi: Officer, desk: str) -> None:
    room.file()
    assert room.refused(budi, "forward", {"reason": "place", "desk": desk}) == "needs"


def test_forwarded_to_an_empty_desk_it_rises(room: Room, budi: Officer) -> None:
    room.file()
    assert room.did(budi, "forward", {"reason": "place", "desk": BUTON}).desk == "triage"
    room.officer(BAWASLU)
    room.file(TICKETS[1], lane="ani")
    assert room.did(budi, "forward", {"reason": "place", "desk": BUTON}, TICKETS[1]).desk == BAWASLU


@pytest.mark.parametrize("facts", [{"high": True}, {"audience": "province"}])
def test_what_is_about_a_high_post_or_meant_for_the_province_goes_to_no_local_desk(
    room: Room, facts: dict[str, Any]
) -> None:
    room.officer(BUTON)
    room.file(desk=SULTRA, **facts)
    assert room.refused(room.officer(SULTRA), "forward", {"reason": "place", "desk": BUTON}) == "needs"


def test_against_a_report_about_a_high_post_a_second_officer_is_needed(room: Room) -> None:
    room.file(desk=SULTRA, high=True)
    budi, dewi, chief = room.officer(SULTRA), room.officer(SULTRA), room.officer(BAWASLU, Role.SUPERVISOR)
    room.did(budi, "take")
    assert isinstance(room.do(budi, "not_pursue", WHY), Waiting)
    case = room.case()
    assert case.status == "examined"
    with room.database.transaction() as db:
        assert moves.confirm(room.work(db), budi, case.id, case.step) == Refused("second", case=case)
    with room.database.transaction() as db:
        declined = moves.decline(room.work(db), dewi, case.id, case.step)
    assert isinstance(declined, Moved)
    with room.database.transaction() as db:
        nothing = moves.confirm(room.work(db), dewi, case.id, case.step)
    assert isinstance(nothing, Refused)
    assert nothing.reason == "second"
    room.do(budi, "not_pursue", WHY)
    with room.database.transaction() as db:
        done = moves.confirm(room.work(db), chief, case.id, case.step)
    assert isinstance(done, Moved)
    assert room.case().status == "not_pursued"
    assert room.happened()[-1].data["second"] == chief.id
    assert room.holds()


def test_a_second_officer_confirms_nothing_when_the_case_has_moved_since(room: Room) -> None:
    room.file(desk=SULTRA, high=True)
    budi, dewi = room.officer(SULTRA), room.officer(SULTRA)
    room.did(budi, "take")
    room.do(budi, "not_pursue", WHY)
    room.did(budi, "ask", GIVEN)
    case = room.case()
    with room.database.transaction() as db:
        assert isinstance(moves.confirm(room.work(db), dewi, case.id, case.step), Refused)
    assert room.case().status == "asked"


def test_merged_cases_go_on_as_one_and_hear_only_what_came_of_it(room: Room, budi: Officer) -> None:
    room.file()
    room.file(TICKETS[1], lane="ani")
    room.did(budi, "take")
    merged = room.did(budi, "merge", {"ticket": TICKETS[0]}, TICKETS[1])
    assert (merged.status, merged.merged_into) == ("merged", "case-K7M-4QX-3")
    assert room.names()[-1] == "joined"
    room.turn(room.at.replace(hour=12))
    assert len(room.read("ani")) == 1
    room.did(budi, "ask", GIVEN)
    room.turn(room.at.replace(hour=14))
    assert room.read("ani") == [], "never another's question"
    room.did(budi, "pass_to_bkn", GIVEN)
    room.turn(room.at.replace(hour=16))
    (told,) = room.read("ani")
    assert told.startswith(f"Ada kabar untuk {TICKETS[1]}.")
    assert TICKETS[0] not in told


def test_giving_back_wins_no_time(room: Room, budi: Officer) -> None:
    room.file()
    read_by = room.open_clocks()["read"]
    room.did(budi, "take")
    assert "read" not in room.open_clocks()
    room.turn(room.at.replace(day=18))
    room.did(budi, "give_back")
    assert room.open_clocks()["read"] == read_by


def test_more_time_to_decide_is_counted_from_the_registration(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "register", GIVEN)
    assert room.open_clocks()["decision_pilkada"] == "2024-10-20"
    room.turn(room.at.replace(day=19))
    room.did(budi, "extend", {"reason": "witness"})
    assert room.open_clocks()["decision_pilkada_longer"] == "2024-10-22"
    assert "decision_pilkada" not in room.open_clocks()


def test_a_question_stops_no_clock(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "register", GIVEN)
    before = room.open_clocks()["decision_pilkada"]
    room.did(budi, "ask", GIVEN)
    assert room.open_clocks()["decision_pilkada"] == before
    assert room.open_clocks()["answer"] == "2024-10-21"
