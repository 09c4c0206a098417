"""Taken back, a case is never with somebody who can have it no longer, and what went along comes back too."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from storage import desks
from storage.desks import Officer
from tests.casework.room import BKN, GIVEN, TICKETS, WAKATOBI, Room

THIRD = "HJK-MNP-9"


@pytest.fixture
def engine() -> str:
    """What comes back is decided above the database."""
    return "sqlite"


def given_on(room: Room, first: Officer, *, chief: Officer) -> Officer:
    """`first` has the case, and the supervisor gives it to Dewi."""
    dewi = room.officer(first.desk, name="Dewi")
    room.did(chief, "assign", {"officer": dewi.id})
    return dewi


def test_an_officer_who_has_left_meanwhile_does_not_have_it_again(room: Room, budi: Officer) -> None:
    chief = room.officer(WAKATOBI, Role.SUPERVISOR)
    room.file()
    room.did(budi, "take")
    given_on(room, budi, chief=chief)
    with room.database.transaction() as db:
        assert desks.leave(db, budi.id, room.database.now())
    room.undo(chief)
    assert (room.case().status, room.case().officer_id) == ("waiting", None)
    assert room.names()[-2:] == ["undo", "return"]
    assert room.happened()[-1].data["why"] == "left"
    assert "read" in room.open_clocks()
    assert "step" not in room.open_clocks()
    assert room.cards[-1] == (TICKETS[0], WAKATOBI, WAKATOBI)
    assert room.holds()


def test_nor_one_who_has_said_meanwhile_that_they_are_close_to_it(room: Room, budi: Officer) -> None:
    chief = room.officer(WAKATOBI, Role.SUPERVISOR)
    room.file()
    room.did(budi, "take")
    given_on(room, budi, chief=chief)
    room.did(budi, "recuse")
    room.undo(chief)
    assert (room.case().status, room.case().officer_id) == ("waiting", None)
    assert room.happened()[-1].data["why"] == "close"
    assert room.refused(budi, "take") == "barred"


def test_at_the_ppks_only_who_has_it_changes(room: Room, budi: Officer) -> None:
    eka, chief = room.officer(BKN), room.officer(BKN, Role.SUPERVISOR)
    room.file()
    room.did(budi, "take")
    room.did(budi, "pass_to_bkn", GIVEN)
    room.did(eka, "recommend", GIVEN)
    clocks = room.open_clocks()
    given_on(room, eka, chief=chief)
    with room.database.transaction() as db:
        assert desks.leave(db, eka.id, room.database.now())
    room.undo(chief)
    assert (room.case().status, room.case().officer_id) == ("at_ppk", None)
    assert room.names()[-2:] == ["undo", "released"]
    assert room.open_clocks() == clocks, "the PPK has no day more"


def test_who_is_still_there_has_it_as_before(room: Room, budi: Officer) -> None:
    chief = room.officer(WAKATOBI, Role.SUPERVISOR)
    room.file()
    room.did(budi, "take")
    given_on(room, budi, chief=chief)
    room.undo(chief)
    assert (room.case().status, room.case().officer_id) == ("examined", budi.id)
    assert room.names()[-1] == "undo"


def test_what_was_merged_before_and_went_along_comes_back_with_the_case_it_is_part_of(
    room: Room, budi: Officer
) -> None:
    for ticket, lane in ((TICKETS[0], "sari"), (TICKETS[1], "ani"), (THIRD, "umi")):
        room.file(ticket, lane=lane)
    room.did(budi, "merge", {"ticket": TICKETS[1]}, TICKETS[0])
    room.did(budi, "merge", {"ticket": THIRD}, TICKETS[1])
    assert {room.case(one).merged_into for one in TICKETS[:2]} == {f"case-{THIRD}"}
    room.undo(budi, TICKETS[1])
    assert (room.case(TICKETS[1]).status, room.case(TICKETS[1]).merged_into) == ("waiting", None)
    assert room.case(TICKETS[0]).merged_into == f"case-{TICKETS[1]}"
    assert room.case(TICKETS[0]).closed_at is None
