"""Times that were offered for a call: whose they are, and what becomes of them when the case moves on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from bot.cases.lifecycle import Role
from bot.flows.call import NONE
from handlers.casework import calls
from storage.desks import Officer
from tests.casework.calling import OMBUDSMAN, TIMES, asked, held, lane, presses
from tests.casework.room import Room
from tests.talking import Saksi

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
