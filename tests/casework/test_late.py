"""Deadlines pass once, and somebody hears: the desk, the supervisor, the office above a silent PPK, and she."""

from __future__ import annotations

import threading
from datetime import date, datetime, time, timedelta

import pytest

from bot.cases.lifecycle import Role
from handlers.casework.work import Standing
from handlers.desk import order
from storage import deadlines
from storage.desks import Officer
from tests.casework.room import BKN, GIVEN, TICKETS, WAKATOBI, WITA, Room
from tests.casework.ticking import Ticking

MINISTRY = "kemendagri"


def at(day: int, hour: int = 9, month: int = 10) -> datetime:
    return datetime(2024, month, day, hour, 0, tzinfo=WITA)


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


@pytest.mark.parametrize(
    ("taken", "last"),
    [
        (date(2026, 3, 17), date(2026, 3, 26)),  # Nyepi, Idul Fitri and their cuti bersama: until the 24th
        (date(2026, 12, 23), date(2026, 12, 29)),  # Christmas, its cuti bersama on the 24th, a weekend
        (date(2026, 12, 30), date(2027, 1, 4)),  # New Year, a weekend
    ],
)
def test_over_lebaran_and_the_end_of_the_year_no_office_is_late_by_days_it_was_closed(
    ticking: Ticking, room: Room, budi: Officer, taken: date, last: date
) -> None:
    """The days are those of Wakatobi: at midnight there it is still the day before in Jakarta."""
    room.turn(datetime.combine(taken, time(10), WITA))
    room.file()
    room.did(budi, "take")
    for days in range(1, (last - taken).days + 1):
        midnight = datetime.combine(taken + timedelta(days=days), time(23, 59), WITA)
        assert ticking.tick(midnight) == [], midnight
    assert ticking.tick(datetime.combine(last + timedelta(days=1), time(), WITA)) == [
        f"returned {TICKETS[0]}"
    ]


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


def test_a_reminder_is_taken_once_by_whoever_of_two_clocks_comes_first(room: Room) -> None:
    room.file()
    with room.database.transaction() as db:
        both_saw = deadlines.of(db, room.case().id)[0]
        taken = [deadlines.remind(db, both_saw, times) for times in (1, 1, 2)]
    assert taken == [True, False, True]


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
