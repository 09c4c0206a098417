"""What an officer did shows to her nowhere before its letter may leave, not even where she asks; what she did does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.cases.lifecycle import Role
from handlers.casework.work import Moved
from storage import people, slots
from storage.desks import Officer
from tests.casework.calling import CHATS, agreed, lane
from tests.casework.room import BUTON, GIVEN, TICKETS, WAKATOBI, WHY, Room
from tests.phone import Phone
from tests.talking import Saksi

WAITS = f"{TICKETS[0]}: menunggu dibaca petugas"
READ = f"{TICKETS[0]}: sedang diperiksa"
HERE = "Ada di Bawaslu Kab. Wakatobi sejak Kamis, 17 Oktober 2024."
STILL, PHOTO = "Apakah masih terpasang hari ini?", "Apakah ada foto lain?"


@pytest.fixture
def sari(room: Room, saksi: Saksi) -> Phone:
    """She has reported in this chat. Each push waits exactly ten minutes, for whatever is drawn is nought."""
    room.office = replace(room.office, draw=bytes)
    room.file(lane=lane(room))
    with room.database.transaction() as db:
        people.consent(db, lane(room), version="1", text_hash="h", channel="telegram", at=room.database.now())
    return Phone(saksi, "telegram", CHATS[TICKETS[0]])


def later(room: Room, minutes: int) -> None:
    room.turn(room.at + timedelta(minutes=minutes))


def test_status_tells_what_she_has_heard_of_each_move_in_turn(room: Room, sari: Phone, budi: Officer) -> None:
    room.officer(BUTON)
    assert sari.line("status")[:2] == [WAITS, HERE]
    room.did(budi, "take")
    later(room, 7)
    room.did(budi, "forward", GIVEN | {"reason": "place"})
    assert sari.line("status")[:2] == [WAITS, HERE], "nothing has left"
    later(room, 3)
    assert "mulai memeriksanya" in " ".join(sari.read())
    assert sari.line("status")[:2] == [READ, HERE], "of the first she has heard"
    later(room, 7)
    assert "meneruskan" in " ".join(sari.read())
    assert sari.line("status")[:2] == [WAITS, HERE.replace("Wakatobi", "Buton")]


def test_what_was_taken_back_she_never_sees(room: Room, sari: Phone, budi: Officer) -> None:
    room.did(budi, "take")
    later(room, 10)
    room.did(budi, "ask", {"question": {"ready": "still"}})
    later(room, 10)
    sari.read()
    room.did(budi, "ask", {"question": {"ready": "photos"}})
    told = sari.line("status")
    assert isinstance(room.undo(budi), Moved)
    later(room, 30)
    assert sari.line("status") == told
    assert STILL in " ".join(told)
    assert PHOTO not in " ".join(told)


def test_a_move_that_tells_her_nothing_takes_no_question_from_her(
    room: Room, sari: Phone, budi: Officer
) -> None:
    room.did(budi, "take")
    room.did(budi, "ask", {"question": {"ready": "still"}})
    later(room, 10)
    assert STILL in " ".join(sari.read())
    dewi = room.officer(WAKATOBI, name="Dewi")
    room.did(room.officer(WAKATOBI, Role.SUPERVISOR, name="Tuti"), "assign", {"officer": dewi.id})
    later(room, 1)
    sari.line("Masih, tadi pagi saya lewat")
    assert room.names()[-1] == "answer"
    assert (room.case().status, room.case().officer_id) == ("examined", dewi.id)


def test_an_answer_to_an_older_question_leaves_the_newer_one_open(
    room: Room, sari: Phone, budi: Officer
) -> None:
    room.did(budi, "take")
    room.did(budi, "ask", {"question": {"ready": "still"}})
    later(room, 10)
    sari.read()
    sari.line("[Jawab]")
    room.did(budi, "ask", {"question": {"ready": "photos"}})
    sari.line("Masih, tadi pagi saya lewat")
    assert (room.case().status, room.names()[-1]) == ("asked", "added")
    later(room, 10)
    assert PHOTO in " ".join(sari.read())
    sari.line("Tidak ada")
    assert (room.case().status, room.names()[-1]) == ("examined", "answer")


def test_what_she_does_herself_she_sees_at_once(room: Room, sari: Phone, budi: Officer) -> None:
    room.did(budi, "take")
    sari.line("tarik")
    sari.line("1")
    assert room.case().status == "withdrawn"
    assert (
        sari.line(f"status {TICKETS[0]} 8F2K-QM7T-4XRW")[0] == f"{TICKETS[0]}: ditarik atas permintaan Anda"
    )


def test_an_outcome_that_she_has_not_heard_of_is_nothing_to_complain_of(
    room: Room, sari: Phone, budi: Officer
) -> None:
    room.did(budi, "take")
    later(room, 10)
    room.did(budi, "not_pursue", WHY)
    assert sari.line("status")[-1] == "[Tambah bukti] | [Bertanya ke Ombudsman]"
    assert "sudah dibawa ke pertanyaan baru" in " ".join(sari.line("[Bertanya ke Ombudsman]"))


def test_an_answer_and_a_call_that_is_off_show_with_their_letters(room: Room, saksi: Saksi) -> None:
    room.office = replace(room.office, draw=bytes)
    dewi = agreed(room, saksi)
    sari = Phone(saksi, "telegram", CHATS[TICKETS[0]])
    room.put(identity_level="anonymous")
    sari.read()
    call = "Telepon dari petugas: Jumat, 18 Oktober 2024, pukul 10.00 WITA."
    assert call in " ".join(sari.line("status")), sari.lines
    room.did(dewi, "advise", {"advice": "Bawalah surat itu ke kantor kami."})
    with room.database.reading() as db:
        assert slots.starts(db, room.case().id) is None
    told = " ".join(sari.line("status"))
    assert call in told
    assert "Bawalah surat" not in told
    later(room, 10)
    sari.read()
    told = " ".join(sari.line("status"))
    assert call not in told
    assert "Bawalah surat" in told
