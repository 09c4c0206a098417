"""A chat becomes an officer's by a code that works once."""

from __future__ import annotations

import pytest

from tests.officers.office import STORY, TICKET, Office
from tests.officers.pressing import GONE, forged
from tests.phone import Phone

CARD = f"{TICKET} · belum diambil"
WRONG = "Kode itu belum bisa dipakai. Mungkin salah ketik, sudah dipakai, atau sudah lewat waktunya."


@pytest.mark.parametrize("way", ["/start {}", "{}", "/start@SaksiBot {}"])
def test_a_code_makes_its_sender_the_officer_and_says_what_happens_next(office: Office, way: str) -> None:
    budi = Phone(office.saksi, "telegram", "2001")
    read = budi.line(way.format(office.invite()))
    assert read[0] == "Halo, Budi. Chat ini sekarang terdaftar sebagai petugas Bawaslu Kab. Wakatobi."
    assert "Meja Bawaslu Kab. Wakatobi, Kamis 17 Okt" in read


def test_a_code_works_once_and_a_used_one_reads_like_one_never_given(office: Office) -> None:
    code = office.invite()
    Phone(office.saksi, "telegram", "2001").line(f"/start {code}")
    used = Phone(office.saksi, "telegram", "2002").line(f"/start {code}")
    never = Phone(office.saksi, "telegram", "2003").line("/start ACDE2345FGHJ6789")
    assert used == never
    assert used[0].startswith(WRONG)


def test_an_expired_code_reads_the_same(office: Office) -> None:
    code = office.invite()
    office.pass_by(days=4)
    assert Phone(office.saksi, "telegram", "2001").line(f"/start {code}")[0].startswith(WRONG)


def test_guessing_codes_slows_down(office: Office) -> None:
    thief = Phone(office.saksi, "telegram", "2009")
    for _ in range(5):
        assert thief.line("ACDE2345FGHJ6789")[0].startswith(WRONG)
    assert thief.line(office.invite()) == ["Sudah beberapa kali dicoba. Tunggu satu jam, lalu coba lagi."]


def test_a_page_that_knows_no_person_enrols_nobody_and_keeps_the_code(office: Office) -> None:
    code = office.invite()
    assert Phone(office.saksi, "webchat", "2001").line(code) == [
        "Petugas bekerja lewat Telegram atau WhatsApp. Buka tautan undangan Anda di sana."
    ]
    assert Phone(office.saksi, "telegram", "2001").line(code)[0].startswith("Halo, Budi.")


def test_a_citizen_reads_nothing_of_desks(office: Office) -> None:
    sari = Phone(office.saksi, "telegram", "1001")
    assert "Setuju, mulai" in sari.line("meja")[-1]
    assert "Setuju, mulai" in sari.line("/start kampanye")[-1]


def test_an_officer_reports_in_the_same_chat_and_never_handles_that_case(office: Office) -> None:
    budi = office.officer("2001")
    citra = office.officer("2002", name="Citra")
    office.say(budi, "/start", "[Setuju, mulai]", "[Memasang baliho atau spanduk]", "[Tidak ada foto]", STORY)
    office.say(
        budi, "[Saya tidak tahu]", "[Saya tidak tahu]", "Wakatobi", "[Hari ini]", "[Tidak, saya anonim]"
    )
    read = office.say(budi, "[Kirim]")
    assert f"Nomor laporan: {TICKET}" in read
    assert CARD not in read
    assert citra.read()[0] == CARD
    assert forged(budi, "take", 0) == [GONE]
    assert forged(budi, "story", 0) == [GONE]
    assert forged(budi, "open", 0) == [GONE]
    assert office.case().officer_id is None
    assert "Belum diambil: 0" in office.say(budi, "meja")[1]


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
@pytest.mark.parametrize("hours", [13, 30])
def test_an_officer_who_writes_on_in_a_form_that_closed_is_sent_to_the_desk_and_not_to_the_citizens_notice(
    office: Office, hours: int
) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    office.say(budi, "[Ambil]", "[Teruskan ke BKN]")
    office.pass_by(hours=hours)
    budi.read()
    (read,) = office.say(budi, "Diduga staf kantor kecamatan memasang baliho calon bupati di pagar kantor.")
    assert read.startswith("Tidak ada isian petugas yang terbuka, jadi tulisan ini belum dipakai")
    assert "Meja Bawaslu Kab. Wakatobi" in office.say(budi, "MEJA")[0]
    assert office.say(budi, "lapor")[0].startswith("Halo, ini Saksi."), "an officer may report as anybody"
