"""Officers act: the lifecycle decides, who may see decides, and of two who press at once one wins."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest

from bot.cases.desk import powers_of
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.violation import VIOLATION
from handlers.casework import looks, moves, undo
from handlers.casework.work import Moved, Refused
from storage import cases
from storage.desks import Officer
from tests.casework.room import BKN, BUTON, GIVEN, SULTRA, TICKETS, WAKATOBI, WHY, Room
from tests.casework.ticking import Ticking
from tests.talking import library


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


@pytest.mark.parametrize("engine", ["postgresql"])
@pytest.mark.parametrize(
    ("first", "second"),
    [("ask", "forward"), ("not_pursue", "register"), ("merge", "give_back"), ("undo", "ask"),
     ("confirm", "decline"), ("confirm", "ask")],
)  # fmt: skip
def test_of_two_different_moves_at_once_one_is_made(room: Room, first: str, second: str) -> None:
    """By who has the case and a supervisor, or by two who are asked to confirm; the other hears that it is late."""
    high = first == "confirm"
    room.officer(BUTON)
    room.file(desk=SULTRA, high=high)
    room.file(TICKETS[1], lane="ani", desk=SULTRA)
    budi, chief, dewi = room.officer(SULTRA), room.officer(SULTRA, Role.SUPERVISOR), room.officer(SULTRA)
    room.did(budi, "take")
    if high:
        room.do(budi, "not_pursue", WHY)
    case, done, together = room.case(), list[moves.Done](), threading.Barrier(2)
    special = {"undo": undo.undo, "confirm": moves.confirm, "decline": moves.decline}

    def press(officer: Officer, key: str) -> None:
        together.wait(30)
        with room.database.transaction() as db:
            work = room.work(db)
            if key in special:
                done.append(special[key](work, officer, case.id, case.step))
            else:
                done.append(moves.move(work, officer, case.id, case.step, key, GIVEN))

    pressing = ((dewi if high else budi, first), (chief, second))
    threads = [threading.Thread(target=press, args=one) for one in pressing]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    made = [one for one in done if isinstance(one, Moved)]
    refused = [one for one in done if isinstance(one, Refused)]
    assert (len(made), len(refused)) == (1, 1), done
    assert refused[0].reason in ("stale", "late", "second", "gone")
    assert room.holds()


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
    assert room.refused(chief, "assign", {"officer": other.id}) == "needs"
    assert room.did(chief, "assign", {"officer": budi.id}).officer_id == budi.id


def test_who_gives_a_case_to_its_own_reporter_learns_nothing_and_the_reporter_can_do_nothing(
    ticking: Ticking, room: Room
) -> None:
    """A refusal, or a name that is missing from the list, would tell who reported."""
    sari, chief = room.officer(WAKATOBI, address="sari-chat"), room.officer(WAKATOBI, Role.SUPERVISOR)
    room.file(lane=sari.lane)
    assert room.did(chief, "assign", {"officer": sari.id}).officer_id == sari.id
    for move in ("ask", "give_back", "not_pursue", "recuse"):
        assert room.refused(sari, move, GIVEN) == "barred", move
    with room.database.transaction() as db:
        for look in (looks.story, looks.files, looks.timeline):
            assert look(room.work(db), sari, room.case().id) == Refused("barred")
    ticking.tick(room.at + timedelta(days=5))
    assert (room.case().status, room.case().officer_id) == ("waiting", None)


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
