"""Times that were offered for a call: whose they are, and what becomes of them when the case moves on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.cases.appointment import key_of
from bot.cases.lifecycle import Role
from bot.flows.call import NONE
from handlers import endings
from handlers.casework import calls
from handlers.casework.work import Refused
from handlers.hearing import heard
from handlers.tied import hold
from storage.desks import Officer
from tests.casework.calling import FOUR, OMBUDSMAN, TEN, TIMES, asked, held, lane, presses
from tests.casework.room import THURSDAY, Room
from tests.talking import Saksi

NIGHT, MORNING = THURSDAY.replace(hour=21), THURSDAY.replace(day=18, hour=7)
ON_ONE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


def given_on(room: Room, dewi: Officer) -> None:
    chief = room.officer(OMBUDSMAN, Role.SUPERVISOR, name="Ani")
    room.did(chief, "assign", {"officer": room.officer(OMBUDSMAN, name="Fajar").id})


AWAY: dict[str, Callable[[Room, Officer], Any]] = {
    "assigned": given_on,
    "given back": lambda room, dewi: room.did(dewi, "give_back"),
    "recused": lambda room, dewi: room.did(dewi, "recuse"),
}


@ON_ONE
@pytest.mark.parametrize("how", AWAY)
def test_times_of_an_officer_who_no_longer_has_the_case_are_withdrawn_and_she_reads_so(
    room: Room, saksi: Saksi, how: str
) -> None:
    dewi = asked(room)
    room.did(dewi, "propose", {"times": TIMES})
    room.sent()
    AWAY[how](room, dewi)
    assert room.case().officer_id != dewi.id
    (told,) = room.read(lane(room))
    assert "Waktu telepon yang ditawarkan tidak berlaku lagi" in told
    assert "Anda tidak perlu memilih" in told
    assert calls.proposed(room.case(), room.happened()) is None
    for pressed in (TIMES[0], NONE):
        presses(room, saksi, f"pick-{pressed}")
        saksi.work()
        assert any("Tawaran itu sudah tidak berlaku." in text for text in room.read(lane(room)))
    assert held(room) is None
    assert {"pick", "unfit"}.isdisjoint(room.names())


LATER: dict[str, dict[str, Any]] = {
    "ask": {"question": {"ready": "office"}}, "advise": {"advice": "Datang ke kantor camat dengan KTP."},
    "close": {"outcome": "answered", "sentence": None},
}  # fmt: skip


@ON_ONE
@pytest.mark.parametrize("move", LATER)
def test_an_officer_who_goes_on_otherwise_tells_her_that_the_times_are_off(
    room: Room, saksi: Saksi, move: str
) -> None:
    dewi = asked(room)
    room.did(dewi, "propose", {"times": TIMES})
    room.sent()
    room.did(dewi, move, LATER[move])
    assert any("Waktu telepon yang ditawarkan tidak berlaku lagi." in text for text in room.read(lane(room)))
    presses(room, saksi, f"pick-{TIMES[0]}")
    saksi.work()
    assert held(room) is None


# Letters that hold no more


def test_times_that_were_replaced_before_their_letter_left_never_reach_her(room: Room) -> None:
    dewi = asked(room)
    room.sent()
    room.turn(NIGHT)
    room.did(dewi, "propose", {"times": [key_of(TEN)]})
    room.did(dewi, "propose", {"times": [key_of(FOUR)]})
    assert isinstance(room.undo(dewi), Refused), "what it would go back to has never been told"
    room.turn(MORNING)
    (told,) = room.read(lane(room))
    assert "ingin menelepon Anda" in told
    with room.database.reading() as db:
        found = heard(db, room.case(), room.database.now())
    assert calls.proposed(found.case, found.events) == calls.proposed(room.case(), room.happened())


@ON_ONE
@pytest.mark.parametrize("move", LATER)
def test_times_that_an_officer_thought_better_of_by_night_are_not_offered_in_the_morning(
    room: Room, move: str
) -> None:
    dewi = asked(room)
    room.sent()
    room.turn(NIGHT)
    room.did(dewi, "propose", {"times": TIMES})
    room.did(dewi, move, LATER[move])
    room.turn(MORNING)
    (told,) = room.read(lane(room))
    assert "menelepon Anda" not in told


def test_she_who_has_agreed_reads_no_later_offer_that_waited(room: Room, saksi: Saksi) -> None:
    """A time that stands in both offers is hers, whichever letter she has read."""
    dewi = asked(room)
    room.did(dewi, "propose", {"times": TIMES})
    room.sent()
    room.turn(NIGHT)
    room.did(dewi, "propose", {"times": [key_of(FOUR)]})
    presses(room, saksi, f"pick-{TIMES[1]}")
    saksi.work()
    assert held(room) == FOUR
    room.turn(MORNING)
    assert not [text for text in room.read(lane(room)) if "ingin menelepon Anda" in text]


@ON_ONE
@pytest.mark.parametrize("how", ["withdraw", "erase"])
def test_she_who_leaves_reads_of_no_times_that_waited(room: Room, how: str) -> None:
    dewi = asked(room)
    room.sent()
    room.turn(NIGHT)
    room.did(dewi, "propose", {"times": TIMES})
    with room.database.transaction() as db:
        case, _ = hold(db, room.case().id, "id")
        if how == "withdraw":
            endings.withdraw(db, case, by="citizen", at=room.at)
        else:
            endings.erase(db, case, by="citizen", at=room.at, now=room.database.now())
    room.turn(MORNING)
    assert room.read(lane(room)) == []


# The third is the last


@pytest.fixture
def last(room: Room, saksi: Saksi) -> Officer:
    """Nothing of two offers suited her; a third is open."""
    dewi = asked(room)
    for _ in range(2):
        room.did(dewi, "propose", {"times": TIMES})
        room.sent()
        presses(room, saksi, f"pick-{room.case().version}-{NONE}")
        saksi.work()
        assert any("dapat menawarkan waktu lain" in text for text in room.read(lane(room)))
    room.did(dewi, "propose", {"times": TIMES})
    assert "Ini waktu terakhir yang dapat ditawarkan" in room.read(lane(room))[-1]
    return dewi


@ON_ONE
def test_after_the_third_offer_nobody_is_told_that_another_may_follow(
    room: Room, saksi: Saksi, last: Officer
) -> None:
    presses(room, saksi, f"pick-{room.case().version}-{NONE}")
    saksi.work()
    (told,) = room.read(lane(room))
    assert "bicara dilanjutkan lewat chat ini" in told
    assert "menawarkan" not in told
    assert room.notices[-1].key == "unfit-last"
    assert room.refused(last, "propose", {"times": TIMES}) == "most"


@ON_ONE
def test_she_who_asks_for_another_time_than_the_last_keeps_it_and_is_told_why(
    room: Room, saksi: Saksi, last: Officer
) -> None:
    presses(room, saksi, f"pick-{room.case().version}-{TIMES[0]}")
    saksi.work()
    room.sent()
    presses(room, saksi, f"call_other-{TIMES[0]}")
    saksi.work()
    (told,) = room.read(lane(room))
    assert "Telepon Jumat, 18 Oktober 2024, pukul 10.00 WITA tetap berlaku" in told
    assert (room.case().status, held(room)) == ("scheduled", TEN)
    presses(room, saksi, f"call_cancel-{TIMES[0]}")
    saksi.work()
    assert (room.case().status, held(room)) == ("in_talk", None)
