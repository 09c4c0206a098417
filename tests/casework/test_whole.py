"""What is merged is one matter: an officer who is close to a part of it sees none of it, as long as it is one."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from handlers.casework import may
from handlers.casework.work import Refused
from storage import lying, recusals
from storage.desks import Officer
from storage.lying import FIRST, Sees
from tests.casework.room import THURSDAY, TICKETS, WAKATOBI, Room

A, B, C = TICKETS


@pytest.fixture
def dewi(room: Room) -> Officer:
    """Of Budi's desk; she puts together what Budi may not see."""
    for ticket, lane in ((A, "sari"), (B, "ani"), (C, "umi")):
        room.file(ticket, lane=lane)
    return room.officer(WAKATOBI, name="Dewi")


def told(room: Room, officer: Officer, ticket: str) -> str:
    """What they are told of it: "" where they may know of it."""
    with room.database.transaction() as db:
        found = may.sees(room.work(db), officer, room.case(ticket))
    return found.reason if isinstance(found, Refused) else ""


def listed(room: Room, officer: Officer | None) -> tuple[set[str], int]:
    """The open cases that stand in the desk's list, as they read it, and how many that are by its count."""
    sees = Sees(officer.id, officer.lane) if officer else Sees()
    with room.database.transaction() as db:
        for ticket in TICKETS:
            case = room.case(ticket)
            lying.place(db, case.id, None if case.merged_into else THURSDAY.date(), room.database.now())
    with room.database.reading() as db:
        page = lying.page(db, WAKATOBI, sees, FIRST, began=room.database.now(), read=(), most=9)
        passed = lying.onward(
            db, WAKATOBI, sees, page[-1] if page else FIRST, began=room.database.now(), read=(), most=9
        )
        found = lying.counted(db, WAKATOBI, sees, THURSDAY.date())
    assert {one.id for one in passed} <= {one.id for one in page}
    return {one.id.removeprefix("case-") for one in page}, found.free + found.held


@pytest.mark.parametrize("close", [A, B])
def test_who_is_close_to_a_part_sees_none_of_the_whole_till_it_is_taken_apart(
    room: Room, budi: Officer, dewi: Officer, close: str
) -> None:
    room.did(budi, "recuse", ticket=close)
    room.did(dewi, "merge", {"ticket": C}, A)
    room.did(dewi, "merge", {"ticket": C}, B)
    assert [told(room, budi, one) for one in TICKETS] == ["barred"] * 3
    assert (listed(room, budi), listed(room, None)) == ((set(), 0), (set(), 0))
    assert room.refused(budi, "take", ticket=C) == "barred"
    assert listed(room, dewi) == ({C}, 1)
    room.undo(dewi, B)
    assert (told(room, budi, C), told(room, budi, close)) == ("" if close == B else "barred", "barred")
    room.undo(dewi, A)
    other = B if close == A else A
    assert (told(room, budi, C), told(room, budi, other), told(room, budi, close)) == ("", "", "barred")
    assert (listed(room, budi), listed(room, None)) == (({C, other}, 2), ({C, other}, 2))


def test_who_says_so_of_the_whole_is_close_to_each_part_of_it_for_good(
    room: Room, budi: Officer, dewi: Officer
) -> None:
    chief = room.officer(WAKATOBI, Role.SUPERVISOR)
    room.did(dewi, "merge", {"ticket": C}, A)
    room.did(budi, "recuse", ticket=C)
    room.did(chief, "split", {"reason": "different"}, A)
    assert [told(room, budi, one) for one in TICKETS] == ["barred", "", "barred"]
    assert [told(room, dewi, one) for one in TICKETS] == [""] * 3


def test_looked_at_apart_at_her_wish_it_is_still_about_the_same(
    room: Room, budi: Officer, dewi: Officer
) -> None:
    chief = room.officer(WAKATOBI, Role.SUPERVISOR)
    room.did(budi, "recuse", ticket=C)
    room.did(dewi, "merge", {"ticket": C}, A)
    with room.database.transaction() as db:
        recusals.stay_close(db, room.case(A).id)
    room.did(chief, "split", {"reason": "different"}, A)
    assert [told(room, budi, one) for one in TICKETS] == ["barred", "", "barred"]


def test_an_officer_who_has_the_other_case_lets_go_of_it_with_the_merge(
    room: Room, budi: Officer, dewi: Officer
) -> None:
    room.did(budi, "recuse", ticket=A)
    room.did(budi, "take", ticket=B)
    room.cards.clear()
    room.did(dewi, "merge", {"ticket": B}, A)
    assert (room.case(B).status, room.case(B).officer_id) == ("waiting", None)
    assert (room.happened(B)[-1].what, room.happened(B)[-1].data["why"]) == ("return", "close")
    assert [ticket for ticket, *_ in room.cards] == [A, B], "both are drawn for who sees them now"
    room.undo(dewi, A)
    assert [ticket for ticket, *_ in room.cards[2:]] == [A, B]
    assert room.did(budi, "take", ticket=B).officer_id == budi.id


def test_her_own_report_is_no_colleagues_to_handle_in_another_and_nobody_learns_whose_it_was(
    room: Room, dewi: Officer
) -> None:
    budi = room.officer(WAKATOBI, address="budi")
    room.did(budi, "take", ticket=B)
    with room.database.transaction() as db:
        db.connection().exec_driver_sql(f"UPDATE tie SET lane = '{budi.lane}' WHERE case_id = 'case-{A}'")
    room.did(dewi, "merge", {"ticket": B}, A)
    assert told(room, budi, B) == "barred"
    assert (room.case(B).officer_id, room.names(B)[-1]) == (budi.id, "joined")
    assert listed(room, budi) == ({C}, 1)
    assert listed(room, dewi) == ({B, C}, 2)
