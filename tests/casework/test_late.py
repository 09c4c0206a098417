"""Deadlines pass once, and somebody hears: the desk, the supervisor, and she."""

from __future__ import annotations

import threading
from datetime import date, datetime, time, timedelta

import pytest

from bot.cases.lifecycle import Role
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
