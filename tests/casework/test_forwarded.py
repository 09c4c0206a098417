"""Passed on to another desk: where it may go, and where it is decided when it has been passed on often enough."""

from __future__ import annotations

from typing import Any

import pytest

from bot.cases.lifecycle import Role
from handlers.casework import may, moves
from handlers.casework.work import Moved, Refused, Standing, Waiting
from storage.desks import Officer
from tests.casework.room import BAWASLU, BKN, BUTON, SULTRA, TICKETS, WAKATOBI, WHY, Room

KOLAKA = "bawaslu:74.01"
PLACE = {"reason": "place"}


def passed_on_twice(room: Room, budi: Officer, **facts: Any) -> Officer:
    """From Wakatobi to Buton and on; who has it then."""
    room.file(**facts)
    citra, dodi = room.officer(BUTON), room.officer(KOLAKA)
    assert room.did(budi, "forward", PLACE | {"desk": BUTON}).desk == BUTON
    assert room.did(citra, "forward", PLACE | {"desk": KOLAKA}).desk == KOLAKA
    return dodi


def test_passed_on_a_third_time_it_lies_at_the_province_which_decides(room: Room, budi: Officer) -> None:
    eka, dodi = room.officer(SULTRA), passed_on_twice(room, budi)
    room.turn(room.at.replace(hour=12))
    room.read()
    case = room.did(dodi, "forward", PLACE | {"desk": WAKATOBI})
    assert (case.desk, case.status, case.officer_id) == (SULTRA, "waiting", None), "whatever was asked for"
    assert room.cards[-1] == (TICKETS[0], SULTRA, KOLAKA)
    room.turn(room.at.replace(hour=14))
    (told,) = room.read()
    assert told == (
        f"Ada kabar untuk {TICKETS[0]}.\n\nBawaslu Kab. Kolaka meneruskan laporan ini ke Bawaslu Provinsi Sulawesi "
        "Tenggara. Alasannya: kejadiannya di wilayah lain. Sudah dua kali diteruskan, jadi sekarang diputuskan di "
        "sana. Nomor Anda tetap sama. Kabar berikutnya paling lambat Kamis, 24 Oktober."
    )
    room.did(eka, "take")
    assert room.refused(eka, "forward", PLACE | {"desk": WAKATOBI}) == "most", "it goes round no further"
    assert room.holds()


@pytest.mark.parametrize(("sits", "decides"), [(BAWASLU, BAWASLU), ("", "triage")])
def test_where_nobody_sits_at_the_province_who_is_above_decides(
    room: Room, budi: Officer, sits: str, decides: str
) -> None:
    if sits:
        room.officer(sits)
    assert room.did(passed_on_twice(room, budi), "forward", PLACE).desk == decides


def test_who_is_to_decide_already_passes_it_on_no_further(room: Room, budi: Officer) -> None:
    eka = room.officer(SULTRA)
    room.file(desk=SULTRA)
    for officer, desk in ((eka, BUTON), (room.officer(BUTON), SULTRA)):
        room.did(officer, "forward", PLACE | {"desk": desk})
    assert room.refused(eka, "forward", PLACE | {"desk": BUTON}) == "most"
    with room.database.transaction() as db:
        assert "forward" not in {row.key for row in may.offered(Standing(room.work(db), room.case()), eka)}


def test_off_season_it_is_decided_by_whoever_the_law_names_then(room: Room, budi: Officer) -> None:
    room.officer(BKN), room.officer(SULTRA)
    room.turn(room.at.replace(year=2026))
    assert room.did(passed_on_twice(room, budi), "forward", PLACE).desk == BKN


def test_who_only_distributes_does_so_as_often_as_it_takes(room: Room, budi: Officer) -> None:
    tia, dodi = room.officer("triage"), passed_on_twice(room, budi)
    assert room.did(dodi, "forward", PLACE).desk == "triage"
    assert room.did(tia, "forward", PLACE | {"desk": WAKATOBI}).desk == WAKATOBI
    assert room.refused(budi, "forward", PLACE | {"desk": BUTON}) == "most"


def test_what_was_taken_back_counts_as_not_passed_on(room: Room, budi: Officer) -> None:
    room.officer(SULTRA)
    dodi = passed_on_twice(room, budi)
    room.did(dodi, "forward", PLACE)
    assert isinstance(room.undo(dodi), Moved)
    assert room.case().desk == KOLAKA
    assert room.did(dodi, "forward", PLACE).desk == SULTRA


@pytest.mark.parametrize("key", ["rise", "forward"])
def test_a_post_that_an_officer_finds_out_keeps_the_case_from_local_desks_from_then_on(
    room: Room, budi: Officer, key: str
) -> None:
    """As if she had named it: a second officer is needed too. Taken back, it is as it was."""
    room.file()
    citra, eka, rini = room.officer(BUTON), room.officer(SULTRA), room.officer(SULTRA)
    post = {"reason": "post", "desk": SULTRA}
    assert room.do(budi, "forward", post | {"desk": BUTON}) == Refused("needs", ("reason",))
    case = room.did(budi, key, post)
    assert (case.desk, case.status, case.high) == (SULTRA, "waiting", True)
    assert isinstance(room.undo(budi), Moved)
    assert not room.case().high
    assert room.did(budi, "forward", PLACE | {"desk": BUTON}).desk == BUTON
    room.did(citra, key, post)
    room.did(eka, "take")
    assert room.refused(eka, "forward", PLACE | {"desk": WAKATOBI}) in ("needs", "most")
    assert isinstance(room.do(eka, "not_pursue", WHY), Waiting)
    with room.database.transaction() as db:
        case = room.case()
        assert isinstance(moves.confirm(room.work(db), rini, case.id, case.step), Moved)


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


@pytest.mark.parametrize("facts", [{"high": True}, {"audience": "province"}])
def test_nor_is_it_merged_into_a_case_that_lies_at_one(room: Room, facts: dict[str, Any]) -> None:
    rina = room.officer(SULTRA, Role.SUPERVISOR)
    room.file(desk=SULTRA, **facts)
    room.file(TICKETS[1], lane="ani")
    assert room.refused(rina, "merge", {"ticket": TICKETS[1]}) == "needs"
    room.put(TICKETS[1], desk=SULTRA)
    assert isinstance(room.do(rina, "merge", {"ticket": TICKETS[1]}), Moved | Waiting)
