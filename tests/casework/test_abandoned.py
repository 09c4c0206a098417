"""What an officer had who has left is the desk's again, and a supervisor hears of it once."""

from __future__ import annotations

from bot.cases.lifecycle import Role
from handlers.abandoned import abandoned
from handlers.tick import Look, perform
from storage import desks, handling
from storage.desks import Officer
from tests.casework.room import BKN, GIVEN, SULTRA, TICKETS, Room
from tests.casework.ticking import Ticking


def test_what_an_officer_had_who_has_left_is_the_desks_again_wherever_it_stands(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    eka, other = room.officer(BKN), room.officer(BKN, name="Fitri")
    room.officer(SULTRA, Role.SUPERVISOR)
    room.file()
    room.file(TICKETS[1], lane="ani")
    room.did(budi, "take")
    room.did(budi, "pass_to_bkn", GIVEN)
    room.did(eka, "recommend", GIVEN)
    room.did(budi, "take", ticket=TICKETS[1])
    assert room.refused(other, "sanction", GIVEN) == "taken"
    with room.database.transaction() as db:
        for one in (budi, eka):
            desks.leave(db, one.id, room.database.now())
    assert sorted(ticking.left()) == sorted(f"released {ticket}" for ticket in TICKETS[:2])
    assert ticking.left() == []
    assert (room.case().status, room.case().officer_id) == ("at_ppk", None)
    assert (room.case(TICKETS[1]).status, room.case(TICKETS[1]).officer_id) == ("waiting", None)
    assert ("released", SULTRA) in ticking.told()
    assert ("released", BKN) in ticking.told(), "of whom nobody is above"
    assert room.did(other, "sanction", GIVEN).officer_id == other.id


def test_however_many_an_officer_left_it_is_one_word_to_the_supervisor(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    room.officer(SULTRA, Role.SUPERVISOR)
    tickets = [f"T{number:02}-AAA-A" for number in range(12)]
    for number, ticket in enumerate(tickets):
        room.file(ticket, lane=f"lane-{number}")
        room.did(budi, "take", ticket=ticket)
    with room.database.transaction() as db:
        desks.leave(db, budi.id, room.database.now())
    room.notices.clear()
    with room.database.reading() as db:
        assert not handling.abandoned(db), "nothing is let go before it was said"
        assert not handling.is_abandoned(db, room.case(tickets[0]).id)
    now = room.database.now()
    looked = Look(now, room.at, now)
    assert [one.what for one in perform(ticking.house, (abandoned,), looked, lambda: True)] == ["released"]
    assert sorted(ticking.left()) == [f"released {ticket}" for ticket in tickets[1:]]
    assert ticking.left() == []
    (told,) = [notice for notice in room.notices if notice.key.startswith("released")]
    assert (told.key, told.desk, told.count, told.values["count"]) == ("released-many", SULTRA, 12, 12)
    assert {room.case(ticket).officer_id for ticket in tickets} == {None}
