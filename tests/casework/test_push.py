"""She hears of each move: later and by day, in words that say nothing on a lock screen; until then it may be undone."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.cases.desk import powers_of
from bot.cases.lifecycle import Role
from bot.cases.violation import VIOLATION
from handlers.casework.work import Moved, Office, Refused
from handlers.variables import PushDelay
from storage import people, refs
from storage.desks import Officer
from tests.casework.room import BKN, BUTON, GIVEN, SULTRA, TICKETS, WAKATOBI, WHY, WITA, Room
from tests.talking import library

HEAD = f"Ada kabar untuk {TICKETS[0]}.\n\n"


def later(room: Room, **span: float) -> list[str]:
    room.turn(room.at + timedelta(**span))
    return room.read()


def test_a_push_waits_ten_to_forty_minutes_and_never_the_same(room: Room, budi: Officer) -> None:
    waits = set()
    for number in range(12):
        ticket = f"T{number:02}-AAA-A"
        room.file(ticket, lane=f"lane-{number}")
        room.did(budi, "take", ticket=ticket)
        waits.add((room.waiting_letters()[-1] - room.at).total_seconds() / 60)
    assert all(10 <= wait <= 40 for wait in waits)
    assert len(waits) > 6


def test_the_words_of_taking_passing_on_and_the_letter_to_the_ppk(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    assert later(room, hours=1) == [
        HEAD
        + "Petugas Bawaslu Kab. Wakatobi mulai memeriksanya. Ini pemeriksaan awal: belum ada yang dinyatakan "
        "bersalah. Anda tidak perlu berbuat apa-apa. Kabar berikutnya paling lambat Kamis, 24 Oktober."
    ]
    room.did(budi, "ask", {"question": {"own": "Apakah baliho itu masih terpasang?"}})
    assert later(room, hours=1) == [
        HEAD
        + 'Petugas bertanya: "Apakah baliho itu masih terpasang?" Balas di sini, boleh dengan foto. Jangan '
        "tulis hal yang menunjukkan siapa Anda, dan jangan ke lokasi kalau tidak aman. Boleh tidak menjawab: balas "
        "LEWATI. Ditunggu sampai Senin, 21 Oktober."
    ]
    room.did(budi, "pass_to_bkn", GIVEN)
    assert later(room, hours=1) == [
        HEAD
        + "Bawaslu Kab. Wakatobi selesai memeriksa dan meneruskan dugaan ini ke BKN, lembaga yang mengawasi "
        "pegawai negeri. Nomor Anda tetap sama. BKN memeriksa lagi sebelum meminta keputusan sanksi. Kabar "
        "berikutnya paling lambat Kamis, 24 Oktober."
    ]
    eko = room.officer(BKN)
    room.turn(datetime(2024, 11, 5, 10, 0, tzinfo=WITA))
    room.did(eko, "take")
    room.did(eko, "recommend", GIVEN | {"day": "2024-11-05"})
    assert later(room, hours=1)[-1] == (
        HEAD
        + "BKN sudah menyurati bupati, pejabat yang berwenang memberi sanksi. Batasnya 14 hari kerja: Senin, 25 "
        "November 2024. Yang memutuskan bupati, bukan Bawaslu dan bukan kami. Paling lambat hari itu Anda kami "
        "kabari, juga kalau belum ada jawaban."
    )
    room.did(eko, "sanction", GIVEN | {"pns": True})
    told = later(room, hours=1)[-1]
    assert told.startswith(
        HEAD + "Sudah ada keputusan: dinyatakan terbukti, dengan hukuman disiplin tingkat berat. Ia"
    )
    chief = room.officer(BKN, Role.SUPERVISOR)
    room.did(chief, "close", {"reason": "other", "sentence": "keputusan sanksi sudah tercatat."})
    assert later(room, hours=1)[-1].startswith(
        HEAD + "Berkas ini selesai dan ditutup. Alasannya: keputusan sanksi sudah tercatat. Terima kasih"
    )
    assert room.holds()


def test_the_grade_is_told_of_pns_only(room: Room) -> None:
    room.file(desk=BKN)
    room.put(status="at_ppk")
    room.did(room.officer(BKN), "sanction", GIVEN)
    assert "dinyatakan terbukti, dan sudah ada sanksi." in later(room, hours=1)[-1]


def test_an_officers_own_sentence_stands_as_such(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    room.did(budi, "not_pursue", {"reason": "evidence", "sentence": "Fotonya gelap."})
    told = later(room, hours=1)[-1]
    assert "Ini tidak berarti Anda salah. Kata petugas: Fotonya gelap." in told


def test_the_pushes_the_table_promises_can_all_be_told(room: Room) -> None:
    """Every row with words, by whom it may be made, in a letter of at most 500 characters."""
    for number, row in enumerate(
        row for row in VIOLATION.moves if row.says and row.by & {Role.OFFICER, Role.SUPERVISOR}
    ):
        ticket = f"T{number:02}-AAA-A"
        desk = next(
            d for d in (WAKATOBI, BKN, "inspektorat:74", "triage") if not row.powers or powers(d) & row.powers
        )
        room.officer(BUTON)
        room.officer(SULTRA)
        officer = room.officer(desk, Role.SUPERVISOR)
        room.file(ticket, desk=desk, lane=f"lane-{number}", accused_kind="village" if row.kinds else "asn")
        room.file(TICKETS[1], desk=desk, lane="ani") if not number else room.put(TICKETS[1], desk=desk)
        room.put(ticket, status=min(row.start).value)
        helper = room.officer(desk)
        room.did(officer, row.key, GIVEN | {"officer": helper.id, "day": f"{room.at:%F}"}, ticket)
        room.turn(room.at + timedelta(hours=1) if room.at.hour < 16 else room.at + timedelta(hours=18))
        told = room.read(f"lane-{number}")
        assert len(told) == 1, row.key
        assert len(told[0]) <= 500, told


def powers(desk: str) -> frozenset[str]:
    return powers_of(library().law, desk)


def test_nobody_is_woken_and_nothing_leaves_at_six_sharp_for_all(room: Room, budi: Officer) -> None:
    room.turn(datetime(2024, 10, 17, 19, 55, tzinfo=WITA))
    room.file()
    room.did(budi, "take")
    (due,) = room.waiting_letters()
    local = due.astimezone(WITA)
    assert (local.day, local.hour) == (18, 6)
    assert local.minute >= 10
    room.turn(datetime(2024, 10, 18, 6, 5, tzinfo=WITA))
    assert room.read() == []
    assert len(later(room, hours=1)) == 1


@pytest.mark.parametrize(("hour", "day"), [(10, 17), (21, 18)])
def test_who_is_open_hears_at_once_but_not_at_night(room: Room, budi: Officer, hour: int, day: int) -> None:
    room.turn(datetime(2024, 10, 17, hour, 0, tzinfo=WITA))
    room.file(identity_level="open")
    room.did(budi, "take")
    (due,) = room.waiting_letters()
    assert due.astimezone(WITA) == datetime(2024, 10, day, hour if day == 17 else 6, 0, tzinfo=WITA)


def test_without_a_delay_it_leaves_at_once(room: Room, budi: Officer) -> None:
    room.office = Office(PushDelay(0, 0))
    room.turn(datetime(2024, 10, 17, 23, 0, tzinfo=WITA))
    room.file()
    done = room.do(budi, "take")
    assert isinstance(done, Moved)
    assert done.until is None
    assert len(room.read()) == 1


def test_short_news_is_the_first_line_and_no_news_is_none(room: Room, budi: Officer) -> None:
    room.file()
    for flag, letters in (("short", [HEAD.strip()]), ("muted", [])):
        with room.database.transaction() as db:
            known = people.load(db, "sari")
            assert known is not None
            people.flag(db, known, **{flag: True})
        room.put(status="waiting", officer_id=None)
        room.did(budi, "take")
        assert later(room, hours=1) == letters
    assert room.open_clocks()["news"] == "2024-10-24", "the promise goes on"


def test_without_a_tie_nothing_is_told_and_the_officer_cannot_see_that(room: Room, budi: Officer) -> None:
    room.file()
    with room.database.transaction() as db:
        refs.untie(db, "sari", room.case().id)
    done = room.do(budi, "take")
    assert isinstance(done, Moved)
    assert done.until is not None
    assert room.waiting_letters() == []
    assert isinstance(room.undo(budi), Moved)
    room.did(budi, "take")
    room.turn(room.at + timedelta(hours=1))
    assert room.undo(budi) == Refused("late", case=room.case()), "just as where she hears of it"


def test_undone_before_the_push_has_left_it_is_as_it_was(room: Room, budi: Officer) -> None:
    room.file()
    clocks, before = room.open_clocks(), room.case()
    room.did(budi, "take")
    room.turn(room.at + timedelta(minutes=9))
    done = room.undo(budi)
    assert isinstance(done, Moved)
    case = room.case()
    assert (case.status, case.desk, case.officer_id) == (before.status, before.desk, before.officer_id)
    assert case.step == 2, "no button of before is good any more"
    assert room.open_clocks() == clocks
    assert later(room, hours=2) == []
    assert room.names() == ["filed", "take", "undo"]
    assert room.happened()[-1].data["of"] == 2
    assert room.holds()


def test_after_the_push_has_left_nothing_is_undone(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    assert len(later(room, hours=1)) == 1
    assert room.undo(budi) == Refused("late", case=room.case())
    assert room.case().status == "examined"


def test_a_forward_is_undone_from_where_it_came_and_does_not_count(room: Room, budi: Officer) -> None:
    citra = room.officer(BUTON)
    room.file()
    for _ in range(4):
        assert room.did(budi, "forward", {"reason": "place", "desk": BUTON}).desk == BUTON
        assert isinstance(room.undo(budi), Moved)
        assert room.case().desk == WAKATOBI
    room.did(budi, "forward", {"reason": "place", "desk": BUTON})
    room.did(citra, "take")
    assert room.undo(budi) == Refused("gone"), "it is another desk's now"


def test_only_who_made_the_move_takes_it_back_and_being_close_is_for_good(room: Room, budi: Officer) -> None:
    room.file()
    room.did(budi, "take")
    dewi = room.officer(WAKATOBI)
    assert room.undo(dewi) == Refused("late", case=room.case())
    room.did(budi, "recuse")
    assert room.undo(budi) == Refused("barred")


def test_merging_is_undone_with_the_letters_of_both(room: Room, budi: Officer) -> None:
    room.file()
    room.file(TICKETS[1], lane="ani")
    room.did(budi, "take", ticket=TICKETS[1])
    room.did(budi, "merge", {"ticket": TICKETS[0]}, TICKETS[1])
    assert isinstance(room.undo(budi, TICKETS[1]), Moved)
    assert room.case(TICKETS[1]).merged_into is None
    assert room.case(TICKETS[1]).status == "examined"


def test_an_outcome_is_undone_for_those_merged_into_it_too(room: Room, budi: Officer) -> None:
    room.file()
    room.file(TICKETS[1], lane="ani")
    room.did(budi, "merge", {"ticket": TICKETS[0]}, TICKETS[1])
    room.turn(room.at + timedelta(hours=1))
    room.read()
    room.did(budi, "take")
    room.did(budi, "not_pursue", WHY)
    assert len(room.waiting_letters()) == 3
    assert isinstance(room.undo(budi), Moved)
    room.turn(room.at + timedelta(hours=1))
    assert room.read("ani") == []
