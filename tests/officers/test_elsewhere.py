"""It happened elsewhere: the officer says where, and the law's routes say which desk reads it."""

from __future__ import annotations

import pytest

from tests.casework.room import BUTON
from tests.officers.office import SULTRA, TICKET, WAKATOBI, Office
from tests.officers.pressing import buttons
from tests.phone import Phone

JABAR = "bawaslu:32"
THAT = "tulis provinsi itu."
AWAY = ("[Bukan meja kami]", "[Kabupaten atau kota lain]")


@pytest.fixture
def engine() -> str:
    """Where it goes is decided above the database."""
    return "sqlite"


@pytest.fixture
def budi(slow: Office) -> Phone:
    """Sari's report lies before him; others sit at Buton, above him, and in West Java."""
    for number, desk in enumerate((BUTON, SULTRA, JABAR)):
        slow.officer(f"300{number}", desk)
    budi = slow.officer("2001")
    slow.report(slow.citizen())
    slow.turn(17, 10, 10)
    budi.read()
    return budi


def test_the_right_place_is_typed_and_its_desk_gets_the_report(slow: Office, budi: Phone) -> None:
    citra, sari = Phone(slow.saksi, "telegram", "3000"), slow.citizen()
    read = slow.say(budi, *AWAY)
    assert read == [
        f"Di mana kejadiannya? Tulis kabupaten atau kotanya, misalnya: Buton. Kalau hanya tahu provinsinya, {THAT}"
    ]
    read = slow.say(budi, "Kab. Buton")
    assert read[-5:] == [
        f"{TICKET}: Teruskan.", "Ini yang dibaca pelapor:", "Ke: Bawaslu Kab. Buton",
        "Alasan: kejadiannya di wilayah lain", "[Kirim] | [Ubah jawaban]",
    ]  # fmt: skip
    slow.say(budi, "[Kirim]")
    assert (slow.case().desk, slow.case().region) == (BUTON, "74.04")
    slow.pass_by(minutes=5)
    assert citra.read()[:3] == [
        f"{TICKET} · belum diambil", "Baliho atau spanduk · PNS/PPPK", "Kab. Buton · masa kampanye",
    ]  # fmt: skip
    slow.turn(17, 11, 30)
    assert "meneruskan laporan ini ke Bawaslu Kab. Buton. Alasannya: kejadiannya di wilayah lain." in "".join(
        sari.read()
    )


def test_taken_back_the_place_is_the_old_one_too(slow: Office, budi: Phone) -> None:
    slow.say(budi, *AWAY, "Kab. Buton", "[Kirim]", "[Urungkan]")
    assert (slow.case().desk, slow.case().region) == (WAKATOBI, "74.07")


@pytest.mark.parametrize(
    ("said", "desk", "region"),
    [
        (("Sulawesi Tenggara", "[Saya tidak tahu kabupatennya]"), SULTRA, "74"),
        (("Jawa Barat", "Kota Bandung"), JABAR, "32.73"),
        (("Wakatobi", "Atlantis", "Kota Bandung"), JABAR, "32.73"),
    ],
)
def test_by_province_and_after_a_slip_too(
    slow: Office, budi: Phone, said: tuple[str, ...], desk: str, region: str
) -> None:
    slow.say(budi, *AWAY, *said, "[Kirim]")
    assert (slow.case().desk, slow.case().region) == (desk, region), "where nobody sits, the one above"


def test_where_it_would_stay_or_nobody_sits_she_is_told_so_and_asked_again(slow: Office, budi: Phone) -> None:
    assert slow.say(budi, *AWAY, "Wakatobi")[0].startswith("Untuk tempat itu laporan ini tetap di meja Anda.")
    assert slow.say(budi, "Kota Surabaya")[0].startswith("Untuk tempat itu belum ada meja yang berpetugas.")
    assert slow.case().desk == WAKATOBI


def test_about_a_high_post_it_is_the_province_of_that_place(slow: Office, budi: Phone) -> None:
    slow.say(slow.citizen(), "tambah", "1", "Ternyata dia camat")
    rina = Phone(slow.saksi, "telegram", "3001")
    slow.pass_by(minutes=5)
    rina.read()
    slow.say(rina, *AWAY, "Kota Bandung", "[Kirim]")
    assert (slow.case().desk, slow.case().region) == (JABAR, "32.73")


def test_on_whatsapp_it_is_done_by_numbers(slow: Office) -> None:
    slow.officer("3000", BUTON)
    budi = slow.officer("2001", channel="whatsapp")
    slow.report(slow.citizen())
    slow.turn(17, 10, 10)
    budi.read()
    read = slow.say(budi, "2")
    place = next(line for line in read if line.endswith("Kabupaten atau kota lain")).partition(" ")[0]
    slow.say(budi, place, "kab. buton", "kirim")
    assert slow.case().desk == BUTON


def test_after_two_times_the_province_decides_as_before(slow: Office, budi: Phone) -> None:
    citra, other = Phone(slow.saksi, "telegram", "3000"), slow.officer("3009", "bawaslu:32.73")
    slow.say(budi, *AWAY, "Kota Bandung", "[Kirim]")
    slow.pass_by(minutes=10)
    other.read()
    slow.say(other, *AWAY, "Kab. Buton", "[Kirim]")
    slow.pass_by(minutes=10)
    citra.read()
    read = slow.say(citra, "[Bukan meja kami]")
    assert "langsung ke Bawaslu Provinsi Sulawesi Tenggara, yang memutuskan." in read[0]
    assert "Kabupaten atau kota lain" not in buttons(citra)
