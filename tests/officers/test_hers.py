"""What she does with a filed case reaches its desk, though never at the minute she did it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.cases.lifecycle import Role
from storage.keys import Keys
from tests.officers.office import TICKET, WAKATOBI, Office
from tests.officers.pressing import forged
from tests.phone import Phone

ADDED = f"Pelapor menambah sesuatu untuk {TICKET}."
WITHDRAWN = f"Pelapor menarik {TICKET}. Ia tidak dihubungi lagi; faktanya masih boleh ditelusuri."


@pytest.fixture
def office(database_url: str, keys: Keys) -> Iterator[Office]:
    """Where cards and pushes wait, as they do outside tests."""
    office = Office(database_url, keys, "10-40")
    yield office
    office.database.dispose()


@pytest.fixture
def sari(office: Office) -> Phone:
    return office.citizen()


@pytest.fixture
def budi(office: Office, sari: Phone) -> Phone:
    """He has taken her case."""
    budi = office.officer("2001")
    office.report(sari)
    office.turn(17, 10, 10)
    budi.read()
    office.say(budi, "[Ambil]")
    return budi


def test_who_has_the_case_hears_with_the_next_batch_that_she_added(
    office: Office, sari: Phone, budi: Phone
) -> None:
    office.turn(17, 11, 1)
    office.say(sari, "tambah", "[foto]", "1", "Baliho itu sudah pindah ke seberang jalan")
    assert budi.read() == []
    office.turn(17, 11, 5)
    assert ADDED in budi.read()


def test_who_opens_the_case_every_minute_sees_what_she_added_with_its_batch(
    office: Office, sari: Phone, budi: Phone
) -> None:
    def opened() -> list[str]:
        looks = ("open", "story", "files", "history")
        lines = [line for look in looks for line in forged(budi, look, office.case().step)]
        return [line for line in lines if "pukul" not in line]  # the hour at which he looks

    office.turn(17, 11, 0)
    before = opened()
    office.say(sari, "tambah", "[foto]", "1", "Baliho itu sudah pindah ke seberang jalan")
    office.turn(17, 11, 4)
    assert opened() == before
    office.turn(17, 11, 5)
    after = "\n".join(opened())
    assert "Baliho itu sudah pindah" in after
    assert "2 berkas" in after


def test_her_answer_changes_no_card_at_the_minute_she_gave_it(
    office: Office, sari: Phone, budi: Phone
) -> None:
    office.say(budi, "[Tanya pelapor]", "[Apakah masih terpasang hari ini?]", "[Kirim]")
    office.turn(17, 11, 1)
    sari.read()
    assert office.say(sari, "Masih, tadi pagi saya lihat")[0].startswith("Terima kasih, jawaban Anda")
    assert budi.read() == []
    office.turn(17, 11, 5)
    assert f"Pelapor menjawab pertanyaan tentang {TICKET}." in budi.read()


def test_a_file_that_came_late_is_counted_on_the_card(office: Office, sari: Phone) -> None:
    budi = office.officer("2001")
    office.say(sari, "Halo", "1", "1", "[foto, belum sampai]", "1")
    office.say(sari, "Baliho calon bupati dipasang di pagar kantor camat siang-siang", "1", "Pak Harun")
    office.say(sari, "[titik lokasi]", "2", "1", "kirim")
    office.turn(17, 10, 15)
    assert "Informasi awal · 0 berkas" in budi.read()
    office.say(sari, "[berkas sampai]")
    office.turn(17, 10, 20)
    assert "Informasi awal · 1 berkas" in budi.read()


def test_withdrawn_it_says_so_on_the_card_and_may_still_be_looked_into(
    office: Office, sari: Phone, budi: Phone
) -> None:
    office.turn(17, 11, 1)
    office.say(sari, "tarik", "1")
    assert budi.read() == []
    office.turn(17, 11, 5)
    read = budi.read()
    assert WITHDRAWN in read
    assert f"{TICKET} · ditarik pelapor · Budi" in read
    assert "[Telusuri sendiri]" in office.say(budi, "[Buka]")[-1]


def test_at_night_the_desk_hears_in_the_morning(office: Office, sari: Phone, budi: Phone) -> None:
    office.turn(17, 22)
    office.say(sari, "hapus", "1")
    office.turn(18, 7, 59)
    assert budi.read() == []
    office.turn(18, 8)
    assert f"Pelapor menghapus isi {TICKET}. Nomor dan langkahnya tetap ada." in budi.read()


def test_a_report_that_another_took_is_no_new_card(office: Office, sari: Phone) -> None:
    """After a pager nobody is rung for each case that a colleague takes."""
    budi, dewi = office.officer("2001"), office.officer("2002", name="Dewi")
    office.turn(17, 21)
    office.report(sari)
    office.turn(18, 8, 6)
    budi.read(), dewi.read()
    office.say(budi, "meja", f"[Hari ini: {TICKET} · belum diambil]", "[Ambil]")
    office.pass_by(minutes=10)
    assert dewi.read() == []


def test_an_officer_above_who_was_given_a_case_sees_it_and_hears_of_it(office: Office, sari: Phone) -> None:
    office.officer("2001")
    tuti = office.officer("2002", "bawaslu:74", Role.SUPERVISOR, "Tuti")
    citra = office.officer("2003", "bawaslu:74", name="Citra")
    office.report(sari)
    office.pass_by(minutes=5)
    step = office.case().step
    tuti.send(press=["desk", "", f"assign.{step}.{TICKET}.{WAKATOBI}"])
    office.say(tuti, "[Citra]", "[Kirim]")
    office.pass_by(minutes=6)
    assert f"{TICKET} · diambil Citra, Kamis 17 Okt" in citra.read()
    assert "[Cerita] [Foto]" in office.say(citra, "[Buka]")[-1]
    office.say(sari, "tambah", "[foto]", "1", "Ini satu lagi dari pagi tadi")
    office.pass_by(minutes=6)
    assert ADDED in citra.read()


def test_an_officers_own_question_is_seen_by_the_supervisor(office: Office, sari: Phone) -> None:
    budi, tuti = office.officer("2001"), office.officer("2002", role=Role.SUPERVISOR, name="Tuti")
    office.report(sari)
    office.pass_by(minutes=6)
    budi.read(), tuti.read()
    office.say(budi, "[Ambil]", "[Tanya pelapor]", "Anda berdiri di mana waktu itu?", "[Kirim]")
    assert (
        f'Budi menanyai pelapor {TICKET} dengan kata-kata sendiri: "Anda berdiri di mana waktu itu?"'
        in tuti.read()
    )
    assert not any("kata-kata sendiri" in line for line in budi.read())
