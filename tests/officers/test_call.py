"""A call as both phones see it, where the numbers of a list must go on meaning what was read."""

from __future__ import annotations

from tests.officers.office import Office

ASKS = (
    "Halo", "3", "OMBUDSMAN", "1", "2", "Sudah dua bulan surat pindah saya di kantor kecamatan belum selesai.",
    "Wakatobi", "1", "2", "0812 3456 7890", "Sari", "kirim",
)  # fmt: skip
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
