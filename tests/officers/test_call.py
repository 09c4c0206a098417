"""A call as both phones see it, where the numbers of a list must go on meaning what was read."""

from __future__ import annotations

import pytest

from tests.officers.office import Office
from tests.officers.pressing import pressed_under
from tests.phone import Phone

ASKS = (
    "Halo", "3", "OMBUDSMAN", "1", "2", "Sudah dua bulan surat pindah saya di kantor kecamatan belum selesai.",
    "Wakatobi", "1", "2", "0812 3456 7890", "Sari", "kirim",
)  # fmt: skip
NONE = "Tidak ada yang pas"
MONDAY = "Senin, 21 Oktober 2024, pukul 09.00 WITA"


def test_with_short_news_she_sees_the_times_by_status_and_one_that_is_over_leaves_the_numbers_as_they_were(
    office: Office,
) -> None:
    dewi = office.officer("2001", "ombudsman:74", name="Dewi")
    sari = office.citizen()
    office.say(sari, *ASKS, "kabar singkat")
    dewi.read()
    office.say(dewi, "[Ambil]", "[Tawarkan telepon]", "besok 10.00, Senin 9 pagi", "[Kirim]")
    assert not [line for line in sari.read() if "telepon" in line]
    office.turn(18, 10, 30)
    shown = office.say(sari, "status")
    assert shown[-3:] == [
        "Petugas ingin menelepon Anda. Pilih waktu yang cocok. Ditunggu sampai Senin, 21 Oktober.",
        f"2 {MONDAY}", "3 Tidak ada yang pas",
    ]  # fmt: skip
    assert office.say(sari, "1")[-2:] == [f"2 {MONDAY}", "3 Tidak ada yang pas"]
    assert any(MONDAY in line for line in office.say(sari, "yang Senin saja"))
    assert office.case().status == "scheduled"
    office.turn(18, 11)
    assert any("dibatalkan" in line for line in office.say(sari, "2"))
    assert office.case().status == "in_talk"


# What stands under an earlier offer


def offered(office: Office, channel: str) -> tuple[Phone, Phone]:
    """Sari has asked to be called, and Dewi has offered tomorrow at ten, or Monday."""
    dewi, sari = office.officer("2001", "ombudsman:74", name="Dewi"), Phone(office.saksi, channel)
    office.say(sari, *ASKS)
    office.pass_by(hours=1)
    dewi.read()
    office.say(dewi, "[Ambil]", "[Tawarkan telepon]", "besok 10.00, Senin 9 pagi", "[Kirim]")
    office.pass_by(hours=1)
    dewi.read()
    assert any(MONDAY in line for line in sari.read())
    return dewi, sari


ON_ONE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)


@ON_ONE
@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
def test_what_she_presses_under_an_offer_that_was_replaced_answers_no_later_one(
    office: Office, channel: str
) -> None:
    dewi, sari = offered(office, channel)
    office.say(dewi, "[Buka]", "[Tawarkan telepon]", "Selasa 10.00, Rabu 10.00", "[Kirim]")
    sari.read()
    for name in (NONE, MONDAY):
        read = pressed_under(sari, 0, name)
        assert read[0] == "Tawaran itu sudah diganti. Pilih dari waktu yang ditawarkan sekarang."
        assert any("Selasa, 22 Oktober" in line for line in read[1:]), read
        assert MONDAY not in " ".join(read)
        assert office.case().status == "offered"
    assert any(
        "disepakati" in line for line in pressed_under(sari, 1, "Selasa, 22 Oktober 2024, pukul 10.00 WITA")
    )
    for number in (0, 1):
        read = pressed_under(sari, number, NONE)
        assert read[0] == "Tawaran itu sudah tidak berlaku."
        assert "Telepon dari petugas: Selasa, 22 Oktober 2024, pukul 10.00 WITA." in read
        assert office.case().status == "scheduled"
    twice = pressed_under(sari, 1, "Selasa, 22 Oktober 2024, pukul 10.00 WITA")
    assert twice[0].endswith("waktu telepon sudah disepakati"), "no word of an offer to who presses twice"


@ON_ONE
def test_what_she_presses_under_a_call_that_was_moved_lets_go_of_no_later_one(office: Office) -> None:
    dewi, sari = offered(office, "telegram")
    office.say(sari, f"[{MONDAY}]")
    office.say(dewi, "[Buka]", "[Tawarkan telepon]", "Selasa 10.00", "[Kirim]")
    sari.read()
    office.say(sari, "[Selasa, 22 Oktober 2024, pukul 10.00 WITA]")
    for name in ("Minta waktu lain", "Batalkan telepon"):
        read = pressed_under(sari, 0, name)
        assert read[0] == "Telepon yang itu sudah tidak berlaku."
        assert "Telepon dari petugas: Selasa, 22 Oktober 2024, pukul 10.00 WITA." in read
        assert office.case().status == "scheduled"
    assert any("dibatalkan" in line for line in office.say(sari, "[Batalkan telepon]"))
    assert office.case().status == "in_talk"


@ON_ONE
def test_buttons_of_letters_that_carry_no_number_answer_nothing_but_a_time_that_is_offered(
    office: Office,
) -> None:
    _, sari = offered(office, "telegram")
    old = [sari.send(press=["case", "", f"{what}.K7M-4QX-3"]) for what in ("pick-none", "call_cancel")]
    assert [read[0] for read in old] == [
        "Tawaran itu sudah diganti. Pilih dari waktu yang ditawarkan sekarang.",
        "Telepon yang itu sudah tidak berlaku.",
    ]  # fmt: skip
    assert office.case().status == "offered"
    assert any("disepakati" in line for line in sari.send(press=["case", "", "pick-20241021T0100.K7M-4QX-3"]))


@ON_ONE
def test_she_who_presses_under_an_offer_that_is_being_replaced_is_told_that_another_follows(
    slow: Office,
) -> None:
    dewi, sari = offered(slow, "telegram")
    slow.turn(17, 21)
    slow.say(dewi, "[Buka]", "[Tawarkan telepon]", "Selasa 10.00", "[Kirim]")
    read = pressed_under(sari, 0, NONE)
    assert read == ["Soal telepon ini sedang diubah petugas. Kabarnya menyusul di chat ini."]
    assert slow.case().status == "offered"


# What she writes instead of choosing

WROTE = "Saya mengajar sampai sore, jadi yang bisa hanya Rabu sesudah jam empat"
ASKED_ONCE = "Apakah tulisan Anda barusan jawabannya?"


@ON_ONE
@pytest.mark.parametrize("channel", ["telegram", "whatsapp"])
def test_what_she_writes_instead_of_a_time_reaches_the_officer_once_she_says_that_it_is_her_answer(
    office: Office, channel: str
) -> None:
    dewi, sari = offered(office, channel)
    assert ASKED_ONCE in " ".join(office.say(sari, WROTE))
    assert office.case().status == "offered", "nothing is taken from her before she says so"
    assert any("sudah disampaikan" in line for line in office.say(sari, "ya"))
    assert office.happened()[-1] == ("unfit", "citizen")
    assert any("ada tulisannya" in line for line in dewi.read())
    assert WROTE in " ".join(office.say(dewi, "[Buka]", "[Pertanyaan]"))


@ON_ONE
def test_what_was_not_meant_for_the_offer_is_kept_for_what_it_may_be(office: Office) -> None:
    _, sari = offered(office, "whatsapp")
    story = "Camat di tempat saya membagikan kaus calon bupati di halaman kantor tadi pagi"
    office.say(sari, story)
    assert any("Tulisan ini belum menjadi laporan" in line for line in office.say(sari, "2"))
    office.say(sari, story)
    assert any("disepakati" in line for line in office.say(sari, "yang Senin saja")), (
        "the times wait meanwhile"
    )
    assert office.case().status == "scheduled"


@ON_ONE
@pytest.mark.parametrize("word", ["ok", "Baik", "hmm"])
def test_a_word_that_chooses_none_of_the_times_shows_them_again(office: Office, word: str) -> None:
    _, sari = offered(office, "whatsapp")
    assert office.say(sari, "terima kasih")[0].startswith("Sama-sama")
    read = office.say(sari, word)
    assert "Petugas ingin menelepon Anda" in read[0]
    assert f"2 {MONDAY}" in read
    assert not any("Ada yang bisa kami bantu" in line for line in read)
    assert any("disepakati" in line for line in office.say(sari, "1"))


@ON_ONE
def test_what_she_wrote_for_an_offer_that_was_replaced_meanwhile_is_added_and_the_newer_stays(
    office: Office,
) -> None:
    dewi, sari = offered(office, "whatsapp")
    office.say(sari, WROTE)
    office.say(dewi, "[Buka]", "[Tawarkan telepon]", "Selasa 10.00", "[Kirim]")
    sari.read()
    assert "Tambahan untuk K7M-4QX-3 tersimpan." in " ".join(sari.line("[Ya, sampaikan]"))
    assert office.case().status == "offered"
    assert "unfit" not in [what for what, _ in office.happened()]
