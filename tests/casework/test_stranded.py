"""Nobody sits at a desk any more: what lies there is read by the next that has officers, and she hears where it is."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from handlers.stranded import stranded
from handlers.tick import Look, perform
from storage import desks, recusals
from storage.desks import Officer
from tests.casework.room import BAWASLU, BKN, GIVEN, SULTRA, TICKETS, WAKATOBI, Room
from tests.casework.ticking import Ticking

NEXT_DAY = timedelta(hours=25)


def lifted(ticking: Ticking, *, dry: bool = False) -> list[str]:
    now = ticking.room.database.now()
    looked = Look(now, ticking.room.at, now, dry=dry)
    return [f"{one.what} {one.about}" for one in perform(ticking.house, (stranded,), looked)]


def left(room: Room, *officers: Officer) -> None:
    """They have left their desk, the day before."""
    with room.database.transaction() as db:
        for one in officers:
            desks.leave(db, one.id, room.database.now())
    room.turn(room.at + NEXT_DAY)


def test_what_lies_at_a_desk_that_nobody_sits_at_rises_once_and_she_hears_where_it_is(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    room.officer(SULTRA)
    room.file()
    left(room, budi)
    assert lifted(ticking, dry=True) == [f"lifted {TICKETS[0]}"]
    assert room.case().desk == WAKATOBI
    assert lifted(ticking) == [f"lifted {TICKETS[0]}"]
    assert lifted(ticking) == []
    case = room.case()
    assert (case.desk, case.status, case.officer_id) == (SULTRA, "waiting", None)
    assert room.cards[-1] == (TICKETS[0], SULTRA, WAKATOBI)
    assert room.open_clocks() == {"news": "2024-10-25", "read": "2024-10-21"}
    room.turn(room.at + timedelta(hours=2))
    (told,) = room.read()
    assert told.startswith(
        f"Ada kabar untuk {TICKETS[0]}.\n\nDi Bawaslu Kab. Wakatobi sedang tidak ada petugas yang dapat "
        "membacanya. Supaya tetap dibaca, "
        "laporan ini sekarang ada di Bawaslu Provinsi Sulawesi Tenggara."
    )
    assert room.holds()


def test_what_all_who_sit_there_are_close_to_rises_and_passes_by_who_is_close_above(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    """Else it would lie where the only officer may not see it, and nobody else looks."""
    dewi, chief = room.officer(SULTRA), room.officer(BAWASLU)
    room.file()
    room.did(budi, "recuse")
    with room.database.transaction() as db:
        recusals.recuse(db, dewi.id, room.case().id, room.database.now())
    assert lifted(ticking) == [f"lifted {TICKETS[0]}"]
    assert room.case().desk == BAWASLU
    room.did(chief, "take")


def test_who_reported_from_their_own_chat_is_not_told_by_where_it_goes(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    room.officer(SULTRA)
    room.file(lane=budi.lane)
    assert lifted(ticking) == []


def test_a_desk_that_changes_hands_within_a_day_keeps_what_it_has(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    room.officer(SULTRA)
    room.file()
    with room.database.transaction() as db:
        desks.leave(db, budi.id, room.database.now())
    room.turn(room.at + timedelta(hours=23))
    assert lifted(ticking) == []
    room.officer(WAKATOBI, name="Dewi")
    room.turn(room.at + NEXT_DAY)
    assert lifted(ticking) == []


@pytest.mark.parametrize(
    ("sits", "facts", "desk"),
    [
        (BAWASLU, {}, BAWASLU),
        ("triage", {}, "triage"),
        ("", {}, WAKATOBI),
        ("inspektorat:74", {"topic": "levy"}, "inspektorat:74"),
        ("kpk", {"topic": "levy", "high": True}, "kpk"),
    ],
)
def test_it_goes_where_a_new_report_would_and_stays_where_nobody_sits_anywhere(
    ticking: Ticking, room: Room, budi: Officer, sits: str, facts: dict[str, Any], desk: str
) -> None:
    if sits:
        room.officer(sits)
    room.file(**facts)
    left(room, budi)
    lifted(ticking)
    assert room.case().desk == desk


@pytest.mark.parametrize("facts", [{"high": True}, {"audience": "province"}])
def test_from_triage_nothing_comes_down_to_a_desk_it_is_kept_from(
    ticking: Ticking, room: Room, budi: Officer, facts: dict[str, Any]
) -> None:
    """Nobody sits at triage; in Wakatobi somebody does."""
    room.file(desk="triage", **facts)
    assert lifted(ticking) == []
    room.officer(SULTRA)
    assert lifted(ticking) == [f"lifted {TICKETS[0]}"]
    assert room.case().desk == SULTRA


def test_what_is_registered_stays_so_with_its_limits_of_the_law(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    rini = room.officer(SULTRA)
    room.file()
    for key in ("take", "register", "give_back"):
        room.did(budi, key, GIVEN)
    due = room.open_clocks()["decision_pilkada"]
    left(room, budi)
    assert lifted(ticking) == [f"lifted {TICKETS[0]}"]
    assert (room.case().desk, room.case().status) == (SULTRA, "registered")
    assert room.open_clocks()["decision_pilkada"] == due
    assert room.did(rini, "not_prove", GIVEN).status == "not_proven"


def test_what_somebody_has_and_what_is_over_stays_where_it_is(ticking: Ticking, room: Room) -> None:
    room.officer("triage")
    eka = room.officer(BKN)
    room.file(desk=BKN)
    room.did(eka, "take")
    room.file(TICKETS[1], lane="ani", desk=BKN)
    room.put(TICKETS[1], status="sanctioned")
    left(room, eka)
    assert lifted(ticking) == []
    ticking.left()
    assert lifted(ticking) == [f"lifted {TICKETS[0]}"], "it was let go of"
