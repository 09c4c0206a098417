"""An officer whose screens have numbers: the same cards, the same moves; a number never does what was not meant."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest

from storage import letters, pace
from storage.sql import query, sql
from tests.officers.office import TICKET, Office
from tests.phone import Phone

FREE = f"{TICKET} · belum diambil"
SECOND = re.compile(r"Nomor laporan: (\S+)")
WHICH = "Angka itu bisa berarti lebih dari satu laporan, jadi belum ada yang dilakukan. Laporan yang mana?"


@pytest.fixture
def budi(office: Office) -> Phone:
    return office.officer("2001", channel="whatsapp")


def second_report(office: Office) -> str:
    """Another citizen's; its ticket."""
    phone = office.citizen("1002")
    office.report(phone)
    found = next(match for line in phone_text(phone) if (match := SECOND.search(line)))
    return found[1]


def phone_text(phone: Phone) -> list[str]:
    return [line for letter in phone.screens for line in phone.shown(letter.say)]


def holder(office: Office, ticket: str = TICKET) -> str | None:
    return office.case(ticket).officer_id


def test_the_code_enrols_on_whatsapp_and_what_cannot_be_promised_there_is_not(office: Office) -> None:
    budi = Phone(office.saksi, "whatsapp", "2001")
    read = budi.line(office.invite())
    assert read[0] == "Halo, Budi. Chat ini sekarang terdaftar sebagai petugas Bawaslu Kab. Wakatobi."
    assert "WhatsApp tidak mengizinkan kami menghapusnya dari HP Anda" in " ".join(read)
    assert "15 menit" not in " ".join(read)


def test_a_card_is_answered_by_its_number(office: Office, budi: Phone) -> None:
    office.report(office.citizen())
    assert budi.read() == [
        FREE,
        "Baliho atau spanduk · PNS/PPPK",
        "Kab. Wakatobi · masa kampanye",
        "Informasi awal · 1 berkas",
        "Masuk: Kamis, 17 Okt · Target baca: Jumat, 18 Okt",
        "1 Ambil",
        "2 Bukan meja kami",
        "3 Saya ada hubungan",
    ]
    read = office.say(budi, "nomor satu")
    assert read[0] == f"{TICKET} · diambil Budi, Kamis 17 Okt"
    assert "1 Cerita" in read
    assert FREE not in read, "and no second card of what was just done"
    assert holder(office)


def test_what_is_opened_stays_and_that_is_said(office: Office, budi: Phone) -> None:
    office.report(office.citizen())
    budi.read()
    read = office.say(budi, "1", "1")
    assert f"Cerita pelapor {TICKET}" in read[0] or TICKET in read[0]
    assert read[-1].startswith("Setelah dibaca, hapus pesan-pesan di atas dari HP Anda")
    with office.database.reading() as db:
        waiting = db.connection().execute(query("SELECT count(*) FROM outbox WHERE state = 'due'")).scalar()
    assert waiting == 0, "nothing is promised to vanish that cannot"
    assert "1 Cerita" not in read
    assert "berkas" in " ".join(office.say(budi, "2")).lower(), "the number of the screen before still holds"


def test_of_two_cards_a_number_takes_neither_and_asks_which(office: Office, budi: Phone) -> None:
    office.report(office.citizen())
    other = second_report(office)
    budi.read()
    read = office.say(budi, "1")
    assert read[0] == WHICH
    assert {line.split()[1] for line in read[1:]} == {TICKET, other}
    assert (holder(office), holder(office, other)) == (None, None)
    chosen = read[1].split()[1]
    assert office.say(budi, "1")[0].startswith(chosen)
    assert (holder(office), holder(office, other)) == (None, None), "opened, not taken"


def test_a_card_that_comes_while_another_case_is_open_is_not_taken_for_it(
    office: Office, budi: Phone
) -> None:
    office.report(office.citizen())
    budi.read()
    office.say(budi, "1")
    other = second_report(office)
    budi.read()
    assert office.say(budi, "3")[0] == WHICH
    assert office.happened(other)[-1][0] != "recuse"


def test_long_after_a_case_was_worked_on_a_new_card_is_meant(office: Office, budi: Phone) -> None:
    office.report(office.citizen())
    budi.read()
    office.say(budi, "1")
    office.pass_by(hours=2)
    other = second_report(office)
    budi.read()
    office.say(budi, "1")
    assert holder(office, other)


def test_a_number_of_a_card_that_somebody_else_has_changed_does_nothing(office: Office, budi: Phone) -> None:
    """Citra was first; what he read last offers something else under the same number."""
    citra = office.officer("2002", name="Citra")
    office.report(office.citizen())
    budi.read()
    citra.read()
    office.say(citra, "[Ambil]")
    read = office.say(budi, "1")
    assert "Citra" in " ".join(budi.read() + read)
    assert [what for what, _ in office.happened()].count("take") == 1
    assert "recuse" not in [what for what, _ in office.happened()]


def test_a_number_that_stands_nowhere_is_answered(office: Office, budi: Phone) -> None:
    office.report(office.citizen())
    budi.read()
    assert office.say(budi, "7") == [
        "Angka itu tidak ada di layar terakhir. Balas dengan salah satu angkanya, atau ketik MEJA."
    ]


def test_an_interview_of_their_own_keeps_its_numbers_and_a_new_card_makes_one_doubtful(
    office: Office, budi: Phone
) -> None:
    office.say(budi, "Halo", "1")
    office.report(office.citizen("1003"))
    budi.read()
    assert office.say(budi, "1")[0].startswith("Baru saja ada kartu baru, jadi belum jelas")
    assert "Ada fotonya?" in office.say(budi, "1")[0]
    assert holder(office) is None


def test_a_notice_left_open_does_not_stand_in_an_officers_way(office: Office, budi: Phone) -> None:
    office.say(budi, "Halo")
    office.pass_by(hours=3)
    office.report(office.citizen())
    budi.read()
    assert office.say(budi, "1")[0] == f"{TICKET} · diambil Budi, Kamis 17 Okt"
    assert not [line for line in office.say(budi, "MEJA") if "Pengelola" in line]


def test_but_right_after_it_a_number_answers_the_notice(office: Office, budi: Phone) -> None:
    office.report(office.citizen())
    budi.read()
    office.say(budi, "Halo")
    assert "Apa yang Anda lihat?" in " ".join(office.say(budi, "1"))
    assert holder(office) is None


@pytest.mark.parametrize(("said", "reads"), [("ambil", "diambil Budi"), (TICKET, "belum diambil")])
def test_a_title_or_the_number_of_the_case_does_as_well(
    office: Office, budi: Phone, said: str, reads: str
) -> None:
    office.report(office.citizen())
    budi.read()
    if said == TICKET:
        office.say(budi, "meja")
    assert reads in office.say(budi, said)[0]


def test_a_move_is_made_whole_by_numbers(office: Office, budi: Phone) -> None:
    sari = office.citizen()
    office.report(sari)
    budi.read()
    sari.read()
    read = office.say(budi, "1")
    place = next(line.split()[0] for line in read if line.endswith("Tanya pelapor"))
    assert "1 " in " ".join(office.say(budi, place))
    office.say(budi, "1")
    read = office.say(budi, "kirim")
    assert f"{TICKET}" in read[0]
    assert ("ask", "officer") in office.happened()
    assert "Petugas bertanya" in " ".join(sari.read())


def test_numbers_of_who_is_no_officer_any_more_are_a_citizens(office: Office, budi: Phone) -> None:
    office.report(office.citizen())
    budi.read()
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE officer SET left_at = enrolled_at"))
    assert "Ambil" not in " ".join(office.say(budi, "1"))
    assert holder(office) is None


def test_the_desk_is_paged_by_numbers(office: Office, budi: Phone) -> None:
    office.report(office.citizen())
    budi.read()
    read = office.say(budi, "MEJA")
    assert read[0].startswith("Meja Bawaslu Kab. Wakatobi")
    assert read[-1] == f"1 {FREE}"
    assert office.say(budi, "1")[0] == FREE


@pytest.mark.parametrize("recorded", [False, True], ids=["not known yet", "known a moment later"])
def test_a_number_written_while_an_answer_is_on_its_way_does_nothing_that_was_not_meant(
    office: Office, budi: Phone, *, recorded: bool
) -> None:
    office.report(office.citizen())
    budi.read()
    office.pass_by(seconds=1)
    office.saksi.accept("whatsapp", "2001", text="1", ref="a")
    minute = timedelta(minutes=1)
    with office.database.transaction() as db:
        sending = letters.claim(
            db, office.keys, channel="whatsapp", owner="a", room=9, now=office.database.now(), lease=minute
        )

    def sent(now: datetime) -> None:
        with office.database.transaction() as db:
            for letter in sending:
                letters.sent(db, office.keys, letter, f"ref-{letter.id}", rate=pace.Rate(minute), now=now)

    office.pass_by(seconds=1)
    if recorded:
        sent(office.database.now() + minute / 60)
    office.saksi.accept("whatsapp", "2001", text="3", ref="b")
    assert not any(what == "recuse" for what, _ in office.happened())
    if not recorded:
        sent(office.database.now())
    office.pass_by(minutes=2)
    assert budi.read()[0] == WHICH
