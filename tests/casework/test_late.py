"""Deadlines pass once, and somebody hears: the desk, the supervisor, the office above a silent PPK, and she."""

from __future__ import annotations

import threading
from datetime import datetime
from pathlib import Path

import pytest

from bot.cases.lifecycle import Role
from handlers import late
from handlers.abandoned import abandoned
from handlers.casework.work import Notice, Office
from handlers.house import House
from handlers.reminders import reminders
from handlers.tick import Look, perform
from storage import desks, handling
from storage.desks import Officer
from storage.keys import Keys
from storage.vault import Vault
from tests.casework.room import BKN, GIVEN, SULTRA, TICKETS, WAKATOBI, WITA, Room
from tests.hours import house

MINISTRY = "kemendagri"


def at(day: int, hour: int = 9, month: int = 10) -> datetime:
    return datetime(2024, month, day, hour, 0, tzinfo=WITA)


class Ticking:
    """A room whose duties of the clock are run by hand."""

    def __init__(self, room: Room, keys: Keys, folder: Path) -> None:
        self.room = room

        class Wired(House):
            """The house, with the room's own officers' side."""

            @property
            def office(self) -> Office:
                return room.office

        made = house(room.database, keys, Vault(folder))
        self.house = Wired(made.settings, made.library, made.database, made.keys, made.vault, made.civil)

    def tick(self, when: datetime | None = None, *, rehearsal: bool = False, dry: bool = False) -> list[str]:
        if when is not None and not rehearsal:
            self.room.turn(when)
        now = self.room.database.now()
        looked = Look(now, when or self.room.at, now, rehearsal=rehearsal, dry=dry)
        return [f"{one.what} {one.about}" for one in perform(self.house, (late.passing, reminders), looked)]

    def left(self) -> list[str]:
        now = self.room.database.now()
        return [
            f"{one.what} {one.about}"
            for one in perform(self.house, (abandoned,), Look(now, self.room.at, now))
        ]

    @property
    def notices(self) -> list[Notice]:
        return self.room.notices

    def told(self) -> list[tuple[str, str]]:
        return [(notice.key, notice.desk) for notice in self.notices]


@pytest.fixture
def ticking(room: Room, keys: Keys, tmp_path: Path) -> Ticking:
    return Ticking(room, keys, tmp_path)


def test_two_working_days_without_a_step_and_it_is_the_desks_again(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    room.file()
    room.did(budi, "take")
    assert ticking.tick(at(21, 23)) == []
    assert ticking.tick(at(22, 0)) == [f"returned {TICKETS[0]}"]
    assert ticking.tick() == [f"late {TICKETS[0]}"], "giving back wins no time: its reading is late too"
    case = room.case()
    assert (case.status, case.officer_id) == ("waiting", None)
    assert ticking.told() == [], "that is for the digest"
    assert ticking.tick() == []
    assert room.names() == ["filed", "take", "return", "late"]
    assert room.holds()


def test_a_report_nobody_reads_is_late_once(ticking: Ticking, room: Room, budi: Officer) -> None:
    room.officer(WAKATOBI, Role.SUPERVISOR)
    room.file()
    assert ticking.tick(at(19)) == [f"late {TICKETS[0]}"]
    event = room.happened()[-1]
    assert (event.what, event.by) == ("late", "clock")
    assert event.data == {"why": "read", "promise": "target", "due": "2024-10-18"}
    assert ticking.tick(at(30)) == []


def test_what_an_officer_owes_of_many_cases_is_one_notice(ticking: Ticking, room: Room) -> None:
    eka = room.officer(BKN)
    for number, ticket in enumerate(TICKETS):
        room.file(ticket, lane=f"lane-{number}", desk=BKN)
        room.did(eka, "take", ticket=ticket)
        room.did(eka, "recommend", GIVEN, ticket)
    ticking.notices.clear()
    assert len(ticking.tick(at(4, 9, 11))) == 1
    (notice,) = ticking.notices
    assert (notice.key, notice.to, notice.values["count"]) == ("remind-many", eka.id, 3)
    assert ticking.tick() == []


def test_she_is_reminded_of_a_question_once_and_then_it_goes_on_without(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "ask", GIVEN)
    room.turn(at(17, 14))
    room.read()
    assert ticking.tick(at(20, 7)) == []
    assert ticking.tick(at(20, 8)) == [f"reminded {TICKETS[0]}"]
    assert ticking.tick(at(20, 9)) == []
    (reminder,) = room.read()
    assert reminder.startswith(
        f'Ada kabar untuk {TICKETS[0]}.\n\nPertanyaan petugas masih menunggu: "Apakah masih'
    )
    assert ticking.tick(at(22, 9)) == [f"unanswered {TICKETS[0]}"]
    assert (room.case().status, room.case().officer_id) == ("examined", budi.id), (
        "who waited did not let it lie"
    )
    assert room.open_clocks()["step"] == "2024-10-24"
    assert ("unanswered", WAKATOBI) in ticking.told()


def test_who_answered_is_not_reminded(ticking: Ticking, room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "ask", GIVEN)
    room.undo(budi)
    assert ticking.tick(at(20)) == []


def sent_to_ppk(room: Room, employer: str = "region") -> Officer:
    eko = room.officer(BKN)
    room.file(desk=BKN)
    room.turn(at(5, month=11))
    room.did(eko, "take")
    room.did(eko, "recommend", GIVEN | {"employer": employer})
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
    assert (last.key, last.desk, last.beyond) == ("silent", MINISTRY, True)
    assert last.values["summary"] == GIVEN["summary"]
    room.turn(at(18, 11, 12))
    assert "Hal itu kami sampaikan ke Kementerian Dalam Negeri" in room.read()[-1]
    assert room.case().status == "at_ppk"
    assert room.holds()


@pytest.mark.parametrize("sits", ["kemenpanrb", "triage"])
def test_a_ministrys_ppk_is_carried_to_its_own_supervisor_or_to_who_passes_it_on(
    ticking: Ticking, room: Room, sits: str
) -> None:
    """Where nobody sits at that office yet, she is not told that it knows."""
    sent_to_ppk(room, "ministry")
    room.officer(sits)
    ticking.tick(at(26, 9, 11))
    ticking.tick(at(18, 9, 12))
    assert ticking.told()[-1] == ("silent", sits)
    room.turn(at(18, 11, 12))
    onward = "kami sampaikan ke petugas penerima laporan untuk diteruskan ke Kementerian PANRB"
    assert (onward in room.read()[-1]) is (sits == "triage")


def test_above_the_last_office_there_is_only_the_supervisor(ticking: Ticking, room: Room) -> None:
    sent_to_ppk(room)
    room.officer(BKN, Role.SUPERVISOR)
    for day, month in ((26, 11), (18, 12)):
        ticking.tick(at(day, 9, month))
    room.turn(datetime(2025, 1, 20, 9, 0, tzinfo=WITA))
    assert ticking.tick() == [f"late {TICKETS[0]}"]
    assert room.names().count("escalate") == 1
    assert ticking.tick() == []


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


def test_after_weeks_of_sleep_each_is_done_once(ticking: Ticking, room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "register", GIVEN)
    assert sorted(ticking.tick(at(29, month=11))) == [f"late {TICKETS[0]}", f"returned {TICKETS[0]}"]
    assert ticking.tick() == [f"late {TICKETS[0]}"], "that nobody has it is late too"
    assert ticking.tick() == []


def test_two_clocks_that_tick_together_do_each_once(ticking: Ticking, room: Room) -> None:
    for number in range(8):
        room.file(f"T{number:02}-AAA-A", lane=f"lane-{number}")
    room.turn(at(22))
    done: list[str] = []
    together = threading.Barrier(3)

    def tick() -> None:
        together.wait()
        done.extend(ticking.tick())

    threads = [threading.Thread(target=tick) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [f"late T{number:02}-AAA-A" for number in range(8)]


def test_a_dry_run_does_nothing_and_a_rehearsal_is_marked(
    ticking: Ticking, room: Room, budi: Officer
) -> None:
    room.file()
    room.did(budi, "take")
    assert ticking.tick(at(22), rehearsal=True, dry=True) == [f"returned {TICKETS[0]}"]
    assert room.names() == ["filed", "take"]
    ticking.tick(at(22), rehearsal=True)
    assert room.happened()[2].rehearsal
    assert room.happened()[2].at.astimezone(WITA) == at(22)


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
