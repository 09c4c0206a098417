"""*Riwayat*: who did what and what they gave with it; who looked, for those who look after the desks."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from tests.officers.office import BKN, STORY, SULTRA, TICKET, WAKATOBI, Office
from tests.officers.pressing import buttons
from tests.phone import Phone

SUMMARY = "Diduga staf kecamatan memasang baliho calon bupati."
OWN = "Apakah pagarnya di depan kantor camat?"


@pytest.fixture
def budi(office: Office) -> Phone:
    """He has taken a case, looked at it and asked."""
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    office.say(budi, "[Ambil]", "[Cerita]", "[Foto]", "[Tanya pelapor]", OWN, "[Kirim]")
    return budi


def test_the_desk_that_gets_a_case_reads_what_the_one_before_wrote(office: Office, budi: Phone) -> None:
    eka = office.officer("2002", BKN, name="Eka")
    office.say(budi, TICKET, "[Teruskan ke BKN]", SUMMARY, "[Semua salinan]", "[Kirim]")
    read = office.say(eka, TICKET, "[Riwayat]")
    assert read == [
        f"Riwayat {TICKET}",
        "Kamis, 17 Okt: masuk",
        "Kamis, 17 Okt: diambil, Budi",
        "Kamis, 17 Okt: pertanyaan ke pelapor, Budi",
        f"Pertanyaan: {OWN}",
        "Kamis, 17 Okt: diteruskan ke BKN, Budi",
        "Ke: BKN",
        f"Ringkasan: {SUMMARY}",
    ]
    assert STORY not in "\n".join(read)


def test_who_looks_after_desks_reads_who_opened_what_and_others_do_not(office: Office, budi: Phone) -> None:
    assert "cerita dibuka" not in "\n".join(office.say(budi, "[Riwayat]"))
    for role in (Role.SUPERVISOR, Role.AUDITOR):
        tuti = office.officer(f"20{role}", SULTRA, role, "Tuti")
        read = office.say(tuti, TICKET, "[Riwayat]")
        assert {"Kamis, 17 Okt: cerita dibuka, Budi", "Kamis, 17 Okt: berkas dibuka, Budi"} <= set(read)


def test_a_supervisor_sees_the_whole_desk_and_opens_what_others_have(office: Office, budi: Phone) -> None:
    tono = office.officer("2003", role=Role.SUPERVISOR, name="Tono")
    read = office.say(tono, "meja")
    assert "Belum diambil: 0 · sudah diambil: 1 · jatuh tempo hari ini: 0 · lewat: 0" in read
    office.say(tono, f"[{TICKET} · menunggu jawaban pelapor · Budi]")
    assert "Tugaskan" in buttons(tono)


def test_an_auditor_is_welcomed_as_one_who_looks(office: Office) -> None:
    phone = Phone(office.saksi, "telegram", "2009")
    read = phone.line(f"/start {office.invite(WAKATOBI, Role.AUDITOR, 'Rani')}")
    assert "Ketik nomor laporan untuk membukanya, atau MEJA untuk melihat isi meja." in read
    assert not any(line.startswith("Kartu laporan datang") for line in read)


def test_a_case_is_forwarded_only_to_where_somebody_sits(office: Office, budi: Phone) -> None:
    """The preview names who reads it, and so does her letter."""
    office.say(budi, TICKET)
    assert office.say(budi, "[Teruskan]") == [
        "Belum ada meja lain yang berpetugas untuk ini. Beri tahu pengelola."
    ]
    office.officer("2002", SULTRA, name="Citra")
    read = office.say(budi, "[Teruskan]")
    assert read[-1] == "[Bawaslu Provinsi Sulawesi Tenggara] | [Kabupaten atau kota lain]"
    read = office.say(budi, "[Bawaslu Provinsi Sulawesi Tenggara]", "[kejadiannya di wilayah lain]")
    assert read[1:4] == [
        "Ini yang dibaca pelapor:", "Ke: Bawaslu Provinsi Sulawesi Tenggara", "Alasan: kejadiannya di wilayah lain",
    ]  # fmt: skip
    assert "Hanya dicatat" not in "\n".join(read)


def test_a_preview_says_what_is_only_recorded(office: Office, budi: Phone) -> None:
    read = office.say(budi, TICKET, "[Catat registrasi]", "012/Reg/LP/2024", "[Hari ini]")
    assert "Hanya dicatat, tidak dibaca pelapor:" not in read, "she reads that it was done, and nothing of it"
    office.say(budi, "batal")
    read = office.say(budi, TICKET, "[Teruskan ke BKN]", SUMMARY, "[Semua salinan]")
    assert "Pelapor hanya membaca bahwa langkah ini diambil, tanpa isian berikut." in read
