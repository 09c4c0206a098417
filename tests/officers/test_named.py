"""She names a high post only later: from then on no local desk has her report, and she is told who reads it."""

from __future__ import annotations

import pytest

from storage.sql import sql
from tests.officers.office import SULTRA, TICKET, Office
from tests.phone import Phone

LIFTED = (
    f"Anda menyebut jabatan tinggi. Supaya yang membaca bukan orang dekatnya, {TICKET} sekarang dibaca Bawaslu Provinsi"
    " Sulawesi Tenggara. Bawaslu Kab. Wakatobi tidak bisa membukanya lagi; yang sempat dibaca di sana tidak bisa kami"
    " tarik kembali. Nomor Anda tetap sama."
)
ASKED = (
    "Anda menulis tentang orang dekat seorang pejabat. Supaya laporan ini tidak dibaca kenalannya, provinsi dapat"
    " membacanya, bukan kantor di kabupaten atau kota. Pindahkan ke provinsi?"
)
ADDS = ("tambah", "1")
ASKS = ("[Tanya pelapor]", "[Apakah ada foto lain?]", "[Kirim]")
WAYS = {
    "added": (*ADDS, "Yang menyuruh ternyata Pak Sekda"),
    "under a photo": ("tambah", "[foto: Ini kepala dinas yang menyuruh]", "1", "1"),
    "edited": ("[ubah pesan 6: Baliho calon bupati dipasang pegawai yang disuruh Bu Camat Wangi-Wangi]",),
    "answered": ("Tidak ada. Yang menyuruh kepala dinas pendidikan",),
}


@pytest.fixture
def engine() -> str:
    """Where it goes is decided above the database."""
    return "sqlite"


@pytest.fixture
def desks(slow: Office) -> tuple[Phone, Phone]:
    """Budi of Wakatobi, and Rina of the province."""
    return slow.officer("2001"), slow.officer("3001", SULTRA, name="Rina")


def at_desk(slow: Office, budi: Phone) -> Phone:
    """The phone of Sari, whose report he has read of."""
    sari = slow.citizen()
    slow.report(sari)
    slow.turn(17, 10, 10)
    budi.read()
    return sari


@pytest.mark.parametrize("way", WAYS)
def test_a_high_post_she_names_later_takes_her_report_away_from_the_local_desk(
    slow: Office, desks: tuple[Phone, Phone], way: str
) -> None:
    budi, rina = desks
    sari = at_desk(slow, budi)
    slow.say(budi, "[Ambil]")
    if way == "answered":
        slow.say(budi, *ASKS)
        slow.turn(17, 10, 51)
        sari.read()
    assert LIFTED in slow.say(sari, *WAYS[way])
    case = slow.case()
    assert (case.desk, case.status, case.officer_id, bool(case.high)) == (SULTRA, "waiting", None, True)
    assert (budi.read(), rina.read()) == ([], []), "who looks at her phone sees no card go"
    assert slow.say(budi, "[Cerita]") == ["Laporan itu tidak ada di meja Anda."]
    slow.pass_by(minutes=5)
    assert budi.read() == [f"{TICKET} · tidak lagi di meja ini"]
    assert f"{TICKET} · belum diambil" in rina.read()
    slow.turn(17, 14, 0)
    assert sari.read() == [], "what the desk did that has it no more is no news"


@pytest.mark.parametrize(("reply", "desk"), [("1", SULTRA), ("2", "bawaslu:74.07"), ("ya", SULTRA)])
def test_of_one_who_is_only_close_to_a_post_she_is_asked(
    slow: Office, desks: tuple[Phone, Phone], reply: str, desk: str
) -> None:
    sari = slow.citizen()
    slow.report(sari)
    read = slow.say(sari, *ADDS, "Katanya dia adik bupati")
    assert read[-3:] == [ASKED, "1 Ya, provinsi saja", "2 Tidak, biarkan"]
    assert slow.case().desk == "bawaslu:74.07"
    told = slow.say(sari, reply)
    assert told == ([LIFTED] if desk == SULTRA else ["Baik, tidak ada yang berubah."])
    assert slow.case().desk == desk


@pytest.mark.parametrize("note", ["Dia staf kantor camat, bukan camat", "Baliho calon bupati itu masih ada"])
def test_where_nobody_of_a_high_post_is_named_nothing_moves(
    slow: Office, desks: tuple[Phone, Phone], note: str
) -> None:
    sari = slow.citizen()
    slow.report(sari)
    assert slow.say(sari, *ADDS, note) == [f"Tambahan untuk {TICKET} tersimpan. Terima kasih."]
    assert (slow.case().desk, bool(slow.case().high)) == ("bawaslu:74.07", False)


def test_what_is_known_already_or_read_above_already_is_not_told_again(
    slow: Office, desks: tuple[Phone, Phone]
) -> None:
    budi, _ = desks
    sari = at_desk(slow, budi)
    slow.say(
        budi,
        "[Bukan meja kami]",
        "[Bawaslu Provinsi Sulawesi Tenggara]",
        "[ini wewenang lembaga lain]",
        "[Kirim]",
    )
    slow.turn(17, 11, 30)
    sari.read()
    only = [f"Tambahan untuk {TICKET} tersimpan. Terima kasih."]
    assert slow.say(sari, *ADDS, "Ternyata dia camat") == only
    assert (slow.case().desk, bool(slow.case().high)) == (SULTRA, True), "what goes against it needs two"
    assert slow.say(sari, *ADDS, "Ya, camat, adik bupati") == only


def test_what_it_is_merged_with_goes_along_and_the_other_citizen_hears_it_when_pushes_leave(
    slow: Office, desks: tuple[Phone, Phone]
) -> None:
    sari, ani = slow.citizen(), slow.citizen("1002")
    slow.report(sari)
    slow.report(ani)
    budi, other = desks[0], second(slow)
    slow.turn(17, 10, 10)
    slow.say(budi, other, "[Gabungkan]", TICKET, "[Kirim]")
    assert slow.case(other).merged_into == slow.case().id
    slow.turn(17, 11, 30)
    assert (len(ani.read()), sari.read()) == (2, [])
    read = slow.say(ani, *ADDS, "Yang menyuruh ternyata Pak Sekda")
    assert read[-1] == LIFTED.replace(TICKET, other)
    assert {slow.case(one).desk for one in (TICKET, other)} == {SULTRA}
    assert all(slow.case(one).high for one in (TICKET, other))
    assert slow.case(other).status == "merged"
    assert sari.read() == []
    slow.turn(17, 12, 30)
    told = sari.read()[1]
    assert told.startswith(
        "Laporan ini menyangkut jabatan tinggi. Supaya yang membaca bukan orang dekatnya, sekarang "
    )
    assert "sekarang Bawaslu Provinsi Sulawesi Tenggara yang membacanya. Nomor Anda tetap sama." in told
    assert "Laporan itu tidak ada di meja Anda." in slow.say(budi, other)
    assert ani.read() == []


def test_named_in_an_objection_the_province_looks_at_it_again(
    slow: Office, desks: tuple[Phone, Phone]
) -> None:
    budi, rina = desks
    sari = at_desk(slow, budi)
    slow.say(budi, "[Ambil]", "[Tidak dilanjutkan]", "[buktinya belum cukup]", "[Tanpa kalimat]", "[Kirim]")
    slow.turn(17, 13, 0)
    sari.read()
    (told,) = slow.say(sari, "tinjau", "Kepala dinasnya sendiri yang memasang baliho itu")
    assert told.startswith(
        f"Permintaan Anda tersimpan. Bawaslu Provinsi Sulawesi Tenggara membaca {TICKET} sekali"
    )
    assert (slow.case().desk, bool(slow.case().high)) == (SULTRA, True)
    slow.turn(17, 13, 10)
    assert f"{TICKET} · belum diambil" in rina.read()


def second(office: Office) -> str:
    """The ticket that is not Sari's."""
    with office.database.reading() as db:
        found = db.connection().execute(sql("SELECT ticket FROM case_file")).scalars().all()
    (other,) = set(found) - {TICKET}
    return str(other)
