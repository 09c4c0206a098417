"""Many reports of one banner are one proposal to merge; a person decides, and each can be taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.cases.lifecycle import Role
from storage.keys import Keys
from storage.sql import sql
from tests.officers.office import BKN, STORY, SULTRA, TICKET, WAKATOBI, Office
from tests.officers.pressing import GONE, buttons, forged
from tests.phone import Phone


@pytest.fixture
def slow(database_url: str, keys: Keys) -> Iterator[Office]:
    office = Office(database_url, keys, "10-40")
    yield office
    office.database.dispose()


def reported(office: Office, count: int) -> list[str]:
    """Budi sits at the desk, and so many citizens report the same banner; the tickets, Sari's first."""
    office.officer("2001")
    for number in range(count):
        office.report(office.citizen(f"100{number}"))
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE evidence SET sha256 = id"))
        found = db.connection().execute(sql("SELECT ticket FROM case_file ORDER BY id")).scalars().all()
    return [TICKET, *(ticket for ticket in found if ticket != TICKET)]


def taken(office: Office, ticket: str = TICKET) -> Phone:
    budi = Phone(office.saksi, "telegram", "2001")
    office.say(budi, ticket, "[Ambil]")
    return budi


def test_one_report_alone_offers_nothing(office: Office) -> None:
    reported(office, 1)
    assert "Laporan mirip" not in buttons(taken(office))


def test_what_is_alike_is_listed_with_why_and_merged_with_one_press(office: Office) -> None:
    _, second, third = reported(office, 3)
    budi = taken(office)
    read = office.say(budi, "[Laporan mirip]")
    assert read[0] == f"Mungkin sama dengan {TICKET}: 2 laporan. Buka dulu kalau ragu."
    assert sorted(buttons(budi)) == sorted([
        f"{second} · titik dan hari sama · belum diambil", f"{third} · titik dan hari sama · belum diambil",
        "Gabungkan 2 laporan ke sini",
    ])  # fmt: skip
    read = office.say(budi, "[Gabungkan 2 laporan ke sini]")
    assert f"2 laporan digabung ke {TICKET}." in "\n".join(read)
    for ticket in (second, third):
        case = office.case(ticket)
        assert (case.status, case.merged_into) == ("merged", office.case().id)
    assert [what for what, _ in office.happened()].count("joined") == 2
    assert "Laporan mirip" not in buttons(budi) or (
        office.say(budi, TICKET) and "Laporan mirip" not in buttons(budi)
    )


@pytest.mark.parametrize("engine", ["sqlite"])
def test_who_gives_a_reason_of_their_own_is_told_that_the_others_read_it(office: Office) -> None:
    reported(office, 2)
    budi, own = taken(office), "Baliho itu milik partai, bukan milik calon"
    asks = (TICKET, "[Tidak dilanjutkan]", "[alasan lain]", own)
    shared = "Juga dibaca pelapor lain yang laporannya digabung ke sini."
    assert shared not in "\n".join(office.say(budi, *asks))
    office.say(budi, "batal", TICKET, "[Laporan mirip]", "[Gabungkan 1 laporan ke sini]")
    assert shared in "\n".join(office.say(budi, *asks))


@pytest.mark.parametrize("engine", ["sqlite"])
def test_the_desk_that_decides_finds_every_report_that_was_merged(office: Office) -> None:
    _, second = reported(office, 2)
    budi, eka = taken(office), office.officer("2002", BKN, name="Eka")
    office.say(budi, "[Laporan mirip]", "[Gabungkan 1 laporan ke sini]", TICKET, "[Teruskan ke BKN]")
    office.say(budi, "Baliho calon di pagar kantor camat.", "[Tanpa salinan]", "[Kirim]")
    office.say(eka, TICKET, "[Ambil]")
    assert f"Nomornya: {second}" in office.say(eka, "[Riwayat]")
    office.say(eka, second)
    assert any(STORY in line for line in office.say(eka, "[Cerita]"))
    assert office.say(budi, second)[0] == GONE


def test_each_is_opened_first_where_in_doubt(office: Office) -> None:
    _, second = reported(office, 2)
    budi = taken(office)
    office.say(budi, "[Laporan mirip]")
    assert (
        office.say(budi, f"[{second} · titik dan hari sama · belum diambil]")[0]
        == f"{second} · belum diambil"
    )


def test_what_another_officer_has_is_left_with_them(office: Office) -> None:
    _, second, third = reported(office, 3)
    dewi = office.officer("2002", name="Dewi")
    office.say(dewi, second, "[Ambil]")
    budi = taken(office)
    office.say(budi, "[Laporan mirip]")
    assert "Gabungkan 1 laporan ke sini" in buttons(budi)
    read = "\n".join(office.say(budi, "[Gabungkan 1 laporan ke sini]"))
    assert "1 laporan tidak ikut" in read
    assert office.case(second).status == "examined"
    assert office.case(third).status == "merged"


def test_the_same_words_for_a_place_are_shown_and_not_merged_by_the_one_press(office: Office) -> None:
    office.officer("2001")
    for number in (8, 9):
        ani = office.citizen(f"100{number}")
        office.say(
            ani, "Halo", "1", "1", "1", "Baliho calon bupati di depan pasar, dipasang pegawai kecamatan", "1"
        )
        office.say(ani, "1", "Pasar Wanci, Wakatobi", "2", "1", "kirim")
    with office.database.reading() as db:
        found = db.connection().execute(sql("SELECT ticket FROM case_file ORDER BY id")).scalars().all()
    budi = taken(office, found[-1])
    office.say(budi, "[Laporan mirip]")
    assert [label.partition(" · ")[2] for label in buttons(budi)] == [
        "nama tempat dan hari sama · belum diambil"
    ]


def test_the_same_file_speaks_louder_than_the_same_spot(office: Office) -> None:
    _, second = reported(office, 2)
    budi = taken(office)
    office.say(budi, "[Laporan mirip]")
    assert f"{second} · titik dan hari sama · belum diambil" in buttons(budi)
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE evidence SET sha256 = 'f00d'"))
    office.say(budi, TICKET, "[Laporan mirip]")
    assert f"{second} · berkas sama · belum diambil" in buttons(budi)
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE evidence SET sha256 = id, dhash = 'f0f0f0f0f0f0f0f0'"))
    office.say(budi, TICKET, "[Laporan mirip]")
    assert f"{second} · foto mirip · belum diambil" in buttons(budi)


def test_about_high_posts_each_waits_for_a_second_officer(office: Office) -> None:
    _, second = reported(office, 2)
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE case_file SET high = true"))
    budi = taken(office)
    office.say(budi, "[Laporan mirip]")
    read = office.say(budi, "[Gabungkan 1 laporan ke sini]")
    assert "1 laporan menyangkut jabatan tinggi, jadi menunggu persetujuan petugas kedua." in read
    assert office.case(second).status == "waiting"


def test_each_can_be_taken_back_until_its_reporter_was_told(slow: Office) -> None:
    _, second = reported(slow, 2)
    slow.pass_by(minutes=5)
    budi = taken(slow)
    slow.say(budi, "[Laporan mirip]", "[Gabungkan 1 laporan ke sini]")
    assert "Urungkan" in (slow.say(budi, second), buttons(budi))[1]
    back = f"{second}: langkah terakhir diurungkan. Sekarang: belum diambil."
    assert back in slow.say(budi, "[Urungkan]")
    assert slow.case(second).merged_into is None


def test_a_proposal_that_was_made_before_the_case_moved_merges_nothing(office: Office) -> None:
    _, second = reported(office, 2)
    tuti = office.officer("2002", role=Role.SUPERVISOR, name="Tuti")
    budi = taken(office)
    office.say(budi, "[Laporan mirip]")
    forged(tuti, "give_back", office.case().step)
    read = office.say(budi, "[Gabungkan 1 laporan ke sini]")
    assert any(line.startswith("Sudah berubah") for line in read)
    assert office.case(second).status == "waiting"


def test_another_desk_gathers_nothing(office: Office) -> None:
    _, second = reported(office, 2)
    citra = office.officer("2002", "bawaslu:74.01", name="Citra")
    for action in ("alike", "gather"):
        assert forged(citra, action, 0) == [GONE]
        assert forged(citra, action, 0, desk="bawaslu:74.01") == [GONE]
    assert office.case(second).status == "waiting"


def test_reports_of_other_desks_are_not_told_of(office: Office) -> None:
    """The same banner, but one of them wished for the province."""
    reported(office, 2)
    with office.database.transaction() as db:
        db.connection().execute(sql(f"UPDATE case_file SET desk = '{SULTRA}' WHERE ticket <> '{TICKET}'"))
    office.officer("2004", SULTRA, name="Tono")
    assert "Laporan mirip" not in buttons(taken(office))


def test_what_was_erased_is_found_no_more(office: Office) -> None:
    _, second = reported(office, 2)
    sari = Phone(office.saksi, "whatsapp", "1001")
    office.say(sari, "hapus", "1")
    with office.database.reading() as db:
        kept = db.connection().execute(sql("SELECT count(DISTINCT case_id) FROM likeness")).scalar_one()
    assert kept == 1
    assert office.case(second).desk == WAKATOBI


def test_a_photo_that_both_have_just_added_makes_them_alike_with_its_batch(slow: Office) -> None:
    reported(slow, 2)
    slow.turn(17, 10, 10)
    budi = taken(slow)
    slow.turn(17, 11, 0)
    for address in ("1000", "1001"):
        slow.say(slow.citizen(address), "tambah", "[foto]", "1", "Difoto lagi dari dekat")
    seen = []
    for minute in (4, 5):
        slow.turn(17, 11, minute)
        slow.say(budi, TICKET, "[Laporan mirip]")
        seen.append("berkas sama" in " ".join(buttons(budi)))
    assert seen == [False, True]
