"""Joko looks after who sits at Budi's desk, and sees no case; Rudi audits it, and reads no story."""

from __future__ import annotations

import re

import pytest

from bot.cases.lifecycle import Role
from bot.flows.officer_seat import DOORS
from storage import desks, seats
from storage.sql import sql
from tests.officers.office import STORY, SULTRA, TICKET, WAKATOBI, Office
from tests.officers.pressing import GONE, buttons, forged
from tests.phone import Phone

CODE = re.compile(r"[0-9A-Z]{4}-?(?:[0-9A-Z]{4}-?){3}")


@pytest.fixture
def engine() -> str:
    """Who may do what is decided above the database."""
    return "sqlite"


@pytest.fixture
def joko(office: Office) -> Phone:
    return office.officer("2001", role=Role.ADMIN, name="Joko")


def seat(office: Office, phone: Phone) -> desks.Officer | None:
    with office.database.reading() as db:
        return desks.officer_of(db, office.keys, phone.lane)


def invited(office: Office, joko: Phone, name: str = "Dewi", seat: str = "[Petugas]") -> str:
    """The code that Joko reads."""
    read = office.say(joko, "meja", "[Undang rekan]", name, seat)
    found = CODE.search(read[0].partition(": ")[2])
    assert found, read
    return found[0]


def trail(office: Office, desk: str = WAKATOBI) -> list[tuple[str, str]]:
    with office.database.reading() as db:
        return [(one.what, one.role) for one in reversed(seats.latest(db, desk, most=50))]


def test_an_admin_reads_figures_and_no_case(office: Office, joko: Phone) -> None:
    office.officer("2002")
    office.report(office.citizen())
    assert joko.read() == [], "no card"
    read = office.say(joko, "meja")
    assert read[:3] == [
        "Meja Bawaslu Kab. Wakatobi, Kamis 17 Okt",
        "Belum diambil: 1 · sudah diambil: 0 · jatuh tempo hari ini: 0 · lewat: 0",
        "Isi laporan tidak terbuka dari sini. Setiap langkah Anda tercatat, dan seluruh meja diberi tahu.",
    ]
    assert buttons(joko) == ["Undang rekan", "Siapa di meja ini", "Riwayat meja"]
    assert TICKET not in "\n".join(read)
    assert office.say(joko, TICKET)[0] == GONE


def test_a_colleague_is_invited_by_a_code_of_which_the_whole_desk_hears(office: Office, joko: Phone) -> None:
    budi = office.officer("2002")
    tuti = office.officer("2003", SULTRA, Role.SUPERVISOR, "Tuti")
    code = invited(office, joko)
    told = "Joko, pengurus meja, mengundang Dewi ke meja Anda sebagai petugas."
    for phone in (budi, tuti):
        assert [line.startswith(told) for line in phone.read()] == [True]
    dewi = Phone(office.saksi, "whatsapp", "2009")
    assert office.say(dewi, code)[0].startswith("Halo, Dewi. Chat ini sekarang terdaftar")
    sits = seat(office, dewi)
    assert sits is not None
    assert (sits.desk, sits.role, sits.name) == (WAKATOBI, Role.OFFICER, "Dewi")
    assert trail(office)[-2:] == [("invited", "officer"), ("enrolled", "officer")]


def test_the_code_makes_no_officer_of_who_made_it(office: Office, joko: Phone) -> None:
    code = invited(office, joko)
    assert office.say(joko, code)[0].startswith("Kode itu belum bisa dipakai.")
    sits = seat(office, joko)
    assert sits is not None
    assert sits.role is Role.ADMIN
    assert office.say(Phone(office.saksi, "telegram", "2009"), code)[0].startswith("Halo, Dewi.")


@pytest.mark.parametrize("name", ["x", "12345", "?!?!"])
def test_what_is_no_name_is_asked_again(office: Office, joko: Phone, name: str) -> None:
    office.say(joko, "meja", "[Undang rekan]", name)
    assert trail(office) == [("invited", "admin"), ("enrolled", "admin")], "no code was made"
    assert office.say(joko, "Dewi")[0].startswith("Ia akan duduk di meja ini sebagai apa?")


def test_a_colleague_is_let_go_after_a_second_press_and_what_they_had_comes_back(
    office: Office, joko: Phone
) -> None:
    budi, dewi = office.officer("2002"), office.officer("2003", name="Dewi")
    office.report(office.citizen())
    office.say(budi, TICKET, "[Ambil]")
    budi.read(), dewi.read()
    read = office.say(joko, "meja", "[Siapa di meja ini]")
    assert read == [
        "Yang duduk di Bawaslu Kab. Wakatobi:",
        "Joko · pengurus meja · sejak Kamis, 17 Okt",
        "Budi · petugas · sejak Kamis, 17 Okt",
        "Dewi · petugas · sejak Kamis, 17 Okt",
        "[Nonaktifkan Budi] | [Nonaktifkan Dewi]",
    ]
    assert office.say(joko, "[Nonaktifkan Budi]")[0].startswith("Nonaktifkan Budi, petugas?")
    assert seat(office, budi) is not None, "not by one press"
    assert office.say(joko, "[Ya, nonaktifkan Budi]") == ["Budi tidak lagi duduk di meja ini."]
    assert seat(office, budi) is None
    told = "Joko, pengurus meja, menonaktifkan Budi (petugas). Kalau ini keliru, segera beri tahu pengelola."
    assert told in budi.read()
    assert told in dewi.read()
    assert STORY not in "\n".join(forged(budi, "story", office.case().step))
    assert trail(office)[-1] == ("left", "officer")
    assert office.say(joko, "[Ya, nonaktifkan Budi]") == [GONE], "an old button"
    assert (
        office.say(joko, "meja", "[Riwayat meja]")[-1]
        == "Kamis 17 Okt: Budi (petugas) tidak lagi di meja ini, oleh Joko"
    )


DOOR = {
    Role.OFFICER: set(), Role.SUPERVISOR: {"trail"}, Role.GUARDIAN: set(), Role.AUDITOR: {"trail"},
    Role.ADMIN: {"invite", "seats", "off", "sure", "trail"},
}  # fmt: skip
"""Role -> the doors of its own desk that open to it. Of another desk's none does, to nobody."""


@pytest.mark.parametrize("role", DOOR)
def test_every_role_tries_every_door_of_its_own_desk_and_of_others(office: Office, role: Role) -> None:
    assert {door for doors in DOOR.values() for door in doors} == DOORS
    phone = office.officer("2001", role=role, name="Joko")
    budi, citra = office.officer("2002"), office.officer("2003", "bawaslu:74.01", name="Citra")
    wayan = office.officer("2004", role=Role.GUARDIAN, name="Wayan")
    phone.read()
    ids = [found.id for one in (budi, citra, wayan) if (found := seat(office, one)) is not None]

    def tries(door: str, who: str, desk: str = WAKATOBI) -> list[str]:
        office.pass_by(seconds=10)
        return forged(phone, door, 0, who, desk)

    for door in sorted(DOORS):
        for desk in ("bawaslu:74.01", SULTRA, "bkn", ""):
            assert tries(door, ids[0], desk) == tries(door, ids[1], desk) == [GONE], (door, desk)
    for door in sorted(DOORS - DOOR[role]):
        assert tries(door, ids[0]) == [GONE], door
    for door in ("off", "sure"):
        for who in ids[1:]:
            assert tries(door, who) == [GONE], "not of another desk, and no guardian"
    for door in sorted(DOOR[role]):
        assert tries(door, ids[0]) != [GONE], door
    assert (seat(office, budi) is None) is ("sure" in DOOR[role])
    assert seat(office, citra) is not None
    assert seat(office, wayan) is not None


def test_a_form_that_was_open_when_the_role_ended_makes_no_code(office: Office, joko: Phone) -> None:
    office.say(joko, "meja", "[Undang rekan]", "Dewi")
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE officer SET role = 'auditor'"))
    before = trail(office)
    assert office.say(joko, "[Penyelia]") == [GONE]
    assert trail(office) == before


def test_an_auditor_reads_who_did_and_opened_what_and_no_story(office: Office) -> None:
    rudi = office.officer("2001", role=Role.AUDITOR, name="Rudi")
    budi = office.officer("2002")
    office.report(office.citizen())
    office.say(budi, TICKET, "[Ambil]", "[Cerita]")
    office.say(rudi, "meja")
    assert buttons(rudi)[-1] == "Riwayat meja"
    assert office.say(rudi, "[Riwayat meja]")[-1] == "Kamis 17 Okt: Budi duduk sebagai petugas"
    office.say(rudi, TICKET)
    assert buttons(rudi) == ["Riwayat"]
    read = office.say(rudi, "[Riwayat]")
    assert any("Budi" in line and "cerita" in line for line in read), read
    assert STORY not in "\n".join(read)
    assert [event for event, _ in office.happened()][-1] == "opened", "the look is an event too"


def test_on_whatsapp_it_goes_by_numbers_and_by_titles_too(office: Office) -> None:
    office.officer("2002")
    joko = office.officer("2001", role=Role.ADMIN, name="Joko", channel="whatsapp")
    assert office.say(joko, "meja")[-3:] == ["1 Undang rekan", "2 Siapa di meja ini", "3 Riwayat meja"]
    assert office.say(joko, "siapa di meja ini")[-1] == "1 Nonaktifkan Budi"
    read = office.say(joko, "meja", "1", "Dewi", "2")
    assert read[0].startswith("Kode untuk Dewi (penyelia): ")
    read = office.say(joko, "meja", "2", "1")
    assert read[-2:] == ["1 Ya, nonaktifkan Budi", "2 Tidak jadi"]
    assert office.say(joko, "2")[-1] == "1 Nonaktifkan Budi", "nobody is let go"
    assert office.say(joko, "1", "1") == ["Budi tidak lagi duduk di meja ini."]
