"""The PPK is silent: the office above is told, and the one above that; a decision ends the waiting."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.cases.lifecycle import Role
from handlers.casework.work import Standing
from handlers.desk import order
from storage.desks import Officer
from tests.casework.room import BKN, GIVEN, TICKETS, WAKATOBI, WITA, Room
from tests.casework.ticking import Ticking

MINISTRY = "kemendagri"


def at(day: int, hour: int = 9, month: int = 10) -> datetime:
    return datetime(2024, month, day, hour, 0, tzinfo=WITA)


def sent_to_ppk(room: Room, employer: str = "region") -> Officer:
    eko = room.officer(BKN)
    room.file(desk=BKN)
    room.turn(at(5, month=11))
    room.did(eko, "take")
    room.did(eko, "recommend", GIVEN | {"employer": employer, "day": "2024-11-05"})
    room.turn(at(5, 13, month=11))
    room.read()
    return eko


def test_a_silent_ppk_is_carried_to_bkn_and_then_to_the_ministry(ticking: Ticking, room: Room) -> None:
    eko = sent_to_ppk(room)
    room.officer(MINISTRY)
    assert ticking.tick(at(22, 9, 11)) == [f"reminded {TICKETS[0]}"], "three days before"
    assert ticking.notices[-1].to == eko.id
    assert ticking.tick(at(26, 9, 11)) == [f"overdue {TICKETS[0]}"]
    room.turn(at(26, 11, 11))
    (told,) = room.read()
    assert told == (
        f"Ada kabar untuk {TICKETS[0]}.\n\nSampai Senin, 25 November, belum ada keputusan bupati yang tercatat di "
        "sini. Hal itu kami sampaikan ke BKN, yang dapat menegur sampai memblokir data kepegawaian. Menunggu sejak 5 "
        "November. Berkas Anda tetap ada. Kabar berikutnya paling lambat Selasa, 3 Desember."
    )
    assert ticking.told()[-1] == ("silent", BKN)
    assert ticking.tick(at(17, 9, 12)) == [f"reminded {TICKETS[0]}"]
    assert ticking.tick(at(18, 9, 12)) == [f"escalated {TICKETS[0]}"]
    last = ticking.notices[-1]
    assert (last.key, last.desk, last.beyond) == ("silent-above", MINISTRY, True)
    assert last.values["summary"] == GIVEN["summary"]
    assert TICKETS[0] not in str(last.values), "it will write to the PPK itself"
    room.turn(at(18, 11, 12))
    assert "Hal itu kami sampaikan ke Kementerian Dalam Negeri" in room.read()[-1]
    assert room.case().status == "at_ppk"
    assert room.holds()


def test_the_days_of_the_ppk_count_from_the_letter_and_not_from_when_it_was_recorded(
    ticking: Ticking, room: Room
) -> None:
    eko = room.officer(BKN)
    room.file(desk=BKN)
    room.put(status="at_bkn")
    room.turn(at(28))
    for before in ("2024-10-16", "2023-10-18"):
        assert room.refused(eko, "recommend", GIVEN | {"day": before}) == "needs", "it was not reported yet"
    room.did(eko, "recommend", GIVEN | {"day": "2024-10-18"})
    assert room.open_clocks()["ppk"] == "2024-11-07"
    assert ticking.tick(at(8, 9, 11)) == [f"overdue {TICKETS[0]}"]


@pytest.mark.parametrize("sits", ["kemenpanrb", "triage"])
def test_a_ministrys_ppk_is_carried_to_its_own_supervisor_or_to_who_passes_it_on(
    ticking: Ticking, room: Room, sits: str
) -> None:
    """Where nobody sits at that office yet, she is not told that it knows."""
    sent_to_ppk(room, "ministry")
    room.officer(sits)
    ticking.tick(at(26, 9, 11))
    ticking.tick(at(18, 9, 12))
    assert ticking.told()[-1] == ("silent-above", sits)
    room.turn(at(18, 11, 12))
    onward = "kami sampaikan ke petugas penerima laporan untuk diteruskan ke Kementerian PANRB"
    assert (onward in room.read()[-1]) is (sits == "triage")


@pytest.mark.parametrize(
    ("employer", "head", "above"),
    [
        ("region", "bupati", "kemendagri"),
        ("province", "gubernur", "kemendagri"),
        ("ministry", "menteri atau pimpinan lembaga", "kemenpanrb"),
    ],
)
def test_she_reads_of_the_ppk_who_was_written_to_also_when_a_decision_was_annulled(
    ticking: Ticking, room: Room, employer: str, head: str, above: str
) -> None:
    """A teacher of a high school in Wakatobi is the governor's."""
    eko = sent_to_ppk(room, employer)
    room.officer(above)
    room.did(eko, "sanction", GIVEN)
    room.turn(at(6, 13, month=11))
    room.read()
    room.did(eko, "annul", {"reason": "grade", "day": "2024-11-06"})
    room.turn(at(6, 15, month=11))
    ticking.tick(at(27, 9, 11))
    room.turn(at(27, 11, 11))
    letters = room.read()
    assert [f"menyurati {head} lagi" in letters[0], f"keputusan {head} yang" in letters[1]] == [True, True], (
        letters
    )
    ticking.tick(at(19, 9, 12))
    last = ticking.notices[-1]
    assert (last.key, last.desk, last.values["summary"]) == ("silent-above", above, GIVEN["summary"])


def test_above_the_last_office_there_is_only_the_supervisor(ticking: Ticking, room: Room) -> None:
    sent_to_ppk(room)
    room.officer(BKN, Role.SUPERVISOR)
    for day, month in ((26, 11), (18, 12)):
        ticking.tick(at(day, 9, month))
    room.turn(datetime(2025, 1, 20, 9, 0, tzinfo=WITA))
    assert ticking.tick() == [f"late {TICKETS[0]}"]
    assert room.names().count("escalate") == 1
    assert ticking.tick() == []


def test_the_silence_of_the_ppk_is_no_lateness_of_the_desk_whose_own_still_is(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    """It is told when it passes, and once to the supervisor; the list of each morning has what is waited for."""
    room.file(TICKETS[1], lane="ani")
    sent_to_ppk(room)
    assert f"late {TICKETS[1]}" in ticking.tick()
    assert (listed_late(room, WAKATOBI, TICKETS[1]), listed_late(room, BKN)) == (1, 0)
    silent = {"overdue": at(26, 9, 11), "escalated": at(18, 9, 12), "late": at(20, 9, 1).replace(year=2025)}
    for done, day in silent.items():
        assert f"{done} {TICKETS[0]}" in ticking.tick(day)
        assert listed_late(room, BKN) == 0, done


def listed_late(room: Room, desk: str, ticket: str = TICKETS[0]) -> int:
    with room.database.transaction() as db:
        order.placed(Standing(room.work(db), room.case(ticket)))
        return order.counted(room.work(db), desk, None).late


def test_a_decision_in_time_ends_the_waiting(ticking: Ticking, room: Room) -> None:
    eko = sent_to_ppk(room)
    room.did(eko, "sanction", GIVEN)
    assert ticking.tick(at(26, 9, 11)) == []


def test_decided_and_nobody_objects_it_is_closed(ticking: Ticking, room: Room) -> None:
    eko = sent_to_ppk(room)
    room.did(eko, "sanction", GIVEN)
    assert ticking.tick(at(6, 9, 12)) == [f"settled {TICKETS[0]}"]
    case = room.case()
    assert case.status == "closed"
    assert case.closed_at is not None
    assert set(room.open_clocks()) == {"untie"}
    room.turn(at(6, 13, 12))
    assert "ditutup: keputusan sanksi sudah tercatat." in room.read()[-1], (
        "nobody told her of a time to object"
    )
