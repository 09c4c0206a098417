"""A call is one officer's and one citizen's: whoever presses second, however close, does not have it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from storage import slots
from storage.sql import sql
from tests.casework.room import THURSDAY, TICKETS, Room
from tests.together import together

OMBUDSMAN = "ombudsman:74"
TEN = THURSDAY + timedelta(days=1)
TWO = TEN + timedelta(hours=4)


def taking(room: Room, ticket: str, officer: str, at: object) -> Callable[[], bool]:
    case = room.case(ticket).id

    def take() -> bool:
        with room.database.transaction() as db:
            return slots.take(db, case, officer, at, room.database.now())  # type: ignore[arg-type]

    return take


def test_of_many_who_press_at_once_one_has_the_moment(room: Room) -> None:
    dewi = room.officer(OMBUDSMAN, name="Dewi").id
    tickets = [*TICKETS, "QRT-UVW-8", "XYZ-234-7", "456-789-2"]
    for ticket in tickets:
        room.file(ticket, desk=OMBUDSMAN, lane=f"lane-{ticket}")
    given = together(*(taking(room, ticket, dewi, TEN) for ticket in tickets))
    assert sorted(map(str, given)) == ["False"] * 5 + ["True"]
    with room.database.reading() as db:
        assert slots.busy(db, dewi, THURSDAY) == {TEN}
        held = [slots.of(db, room.case(ticket).id) for ticket in tickets]
    assert sum(slot is not None for slot in held) == 1


def test_two_who_change_their_times_for_each_others_never_wait_for_each_other(room: Room) -> None:
    dewi = room.officer(OMBUDSMAN, name="Dewi").id
    for ticket, at in zip(TICKETS[:2], (TEN, TWO), strict=True):
        room.file(ticket, desk=OMBUDSMAN, lane=f"lane-{ticket}")
        assert taking(room, ticket, dewi, at)()
    for _ in range(5):
        given = together(taking(room, TICKETS[0], dewi, TWO), taking(room, TICKETS[1], dewi, TEN))
        assert given == [False, False]
    with room.database.reading() as db:
        assert [slots.of(db, room.case(one).id).starts_at for one in TICKETS[:2]] == [TEN, TWO]  # type: ignore[union-attr]


def test_another_officer_has_the_same_moment_free(room: Room) -> None:
    dewi, fajar = (room.officer(OMBUDSMAN, name=name).id for name in ("Dewi", "Fajar"))
    for ticket, officer in zip(TICKETS[:2], (dewi, fajar), strict=True):
        room.file(ticket, desk=OMBUDSMAN, lane=f"lane-{ticket}")
        assert taking(room, ticket, officer, TEN)()


def test_a_moment_that_was_let_go_of_is_anothers_to_take(room: Room) -> None:
    dewi = room.officer(OMBUDSMAN, name="Dewi").id
    for ticket in TICKETS[:2]:
        room.file(ticket, desk=OMBUDSMAN, lane=f"lane-{ticket}")
    assert taking(room, TICKETS[0], dewi, TEN)()
    with room.database.transaction() as db:
        slots.let_go(db, room.case(TICKETS[0]).id)
    assert taking(room, TICKETS[1], dewi, TEN)()


def test_who_moves_to_a_moment_that_is_taken_keeps_her_own(room: Room) -> None:
    dewi = room.officer(OMBUDSMAN, name="Dewi").id
    for ticket, at in zip(TICKETS[:2], (TEN, TWO), strict=True):
        room.file(ticket, desk=OMBUDSMAN, lane=f"lane-{ticket}")
        assert taking(room, ticket, dewi, at)()
    assert not taking(room, TICKETS[0], dewi, TWO)()
    with room.database.reading() as db:
        kept = slots.of(db, room.case(TICKETS[0]).id)
    assert kept is not None
    assert kept.starts_at == TEN


def test_the_database_itself_refuses_a_second_call_of_one_moment(room: Room) -> None:
    dewi = room.officer(OMBUDSMAN, name="Dewi").id
    for ticket in TICKETS[:2]:
        room.file(ticket, desk=OMBUDSMAN, lane=f"lane-{ticket}")
    assert taking(room, TICKETS[0], dewi, TEN)()
    told = sql(
        "INSERT INTO slot (case_id, officer_id, starts_at, state, made_at)"
        " VALUES (:case, :officer, :starts_at, 'taken', :now)"
    )
    values = {"case": room.case(TICKETS[1]).id, "officer": dewi, "starts_at": TEN, "now": TEN}
    with pytest.raises(IntegrityError), room.database.transaction() as db:
        db.connection().execute(told, values)
