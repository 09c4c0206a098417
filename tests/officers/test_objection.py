"""An outcome goes against her report: she may ask, once and in time, to have it looked at again."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.cases.lifecycle import Role
from handlers import late
from handlers.tick import Look, perform
from storage.keys import Keys
from storage.ties import tied_to
from storage.vault import Vault
from tests.hours import house
from tests.officers.office import TICKET, Office
from tests.phone import Phone

AGAIN = "tidak bisa diminta ditinjau lagi: belum ada hasilnya, sudah pernah, atau waktunya sudah lewat."
CLOSED = ("[alasan lain]", "Tidak ada yang dapat ditambahkan lagi", "[Kirim]")
SAID = "Di foto kedua wajahnya jelas terlihat"


@pytest.fixture
def budi(office: Office) -> Phone:
    return office.officer("2001")


def not_pursued(office: Office, sari: Phone, budi: Phone) -> list[str]:
    """What she reads of it."""
    office.report(sari)
    budi.read()
    office.say(budi, "[Ambil]")
    sari.read()
    office.say(budi, "[Tidak dilanjutkan]", "[buktinya belum cukup]", "[Tanpa kalimat]", "[Kirim]")
    return sari.read()


def test_typed_or_pressed_it_waits_at_the_desk_again_and_the_supervisor_knows(
    office: Office, budi: Phone
) -> None:
    tuti = office.officer("2002", role=Role.SUPERVISOR, name="Tuti")
    sari = office.citizen()
    read = not_pursued(office, sari, budi)
    assert (
        "Belum setuju? Ketik TINJAU untuk minta ditinjau lagi, sekali, sampai Sabtu, 16 November." in read[-1]
    )
    assert office.say(sari, "tinjau")[0].startswith("Apa yang menurut Anda belum dilihat?")
    (told,) = office.say(sari, SAID)
    assert told.startswith(f"Permintaan Anda tersimpan. Bawaslu Kab. Wakatobi membaca {TICKET} sekali lagi.")
    assert told.endswith("paling lambat Kamis, 24 Oktober.")
    assert (office.case().status, office.case().officer_id) == ("waiting", None)
    assert f"{TICKET} · belum diambil" in budi.read()
    assert f"Pelapor minta {TICKET} ditinjau lagi. Sebaiknya dibaca petugas lain." in tuti.read()
    office.say(budi, "[Ambil]")
    assert f"Tambahan: {SAID}" in office.say(budi, "[Cerita]")


def test_a_second_time_what_she_writes_is_kept_as_an_addition(office: Office, budi: Phone) -> None:
    sari = office.citizen()
    not_pursued(office, sari, budi)
    office.say(sari, "tinjau", SAID)
    budi.read()
    office.say(budi, "[Ambil]", "[Tidak dilanjutkan]", "[buktinya belum cukup]", "[Tanpa kalimat]", "[Kirim]")
    assert not any("TINJAU" in line for line in sari.read()), "not offered again"
    assert office.say(sari, "tinjau", "Tetap saja ada fotonya") == [
        f"{TICKET} sekarang {AGAIN}",
        "",
        f"Tambahan untuk {TICKET} tersimpan. Terima kasih.",
    ]
    assert office.case().status == "not_pursued"
    assert office.happened()[-1] == ("added", "citizen")


def test_before_there_is_an_outcome_nothing_is_lost_either(office: Office, budi: Phone) -> None:
    sari = office.citizen()
    office.report(sari)
    assert f"Tambahan untuk {TICKET} tersimpan. Terima kasih." in office.say(sari, "tinjau", SAID)
    assert office.case().status == "waiting"


def test_with_number_and_code_it_can_be_asked_for_from_another_phone(office: Office, budi: Phone) -> None:
    not_pursued(office, office.citizen(), budi)
    other = office.citizen("1009")
    office.say(other, "Halo", "1", "batal")
    assert office.say(other, f"tinjau {TICKET}", "8F2K-QM7T-4XRW", SAID)[0].startswith(
        "Permintaan Anda tersimpan."
    )


def test_closed_it_offers_the_ways_out_and_lets_go_of_the_chat(office: Office, budi: Phone) -> None:
    tuti, sari = office.officer("2002", role=Role.SUPERVISOR, name="Tuti"), office.citizen()
    not_pursued(office, sari, budi)
    tuti.read()
    step = office.case().step
    tuti.send(press=["desk", "", f"close.{step}.{TICKET}.bawaslu:74.07"])
    office.say(tuti, *CLOSED)
    sari.read()
    offered = [option.label for option in sari.screens[-1].say.options]
    assert offered == ["push-object", "push-ombudsman", "push-unlink"]
    read = sari.send(press=["case", "", f"unlink.{TICKET}"])
    assert read[0].startswith(f"Kaitan {TICKET} dengan chat ini dihapus.")
    with office.database.reading() as db:
        assert tied_to(db, office.case().id) is None


def test_time_that_she_let_pass_is_nobodys_lateness(
    office: Office, budi: Phone, keys: Keys, tmp_path: Path
) -> None:
    tuti, sari = office.officer("2002", role=Role.SUPERVISOR, name="Tuti"), office.citizen()
    not_pursued(office, sari, budi)
    step = office.case().step
    tuti.send(press=["desk", "", f"close.{step}.{TICKET}.bawaslu:74.07"])
    office.say(tuti, *CLOSED)
    tuti.read(), sari.read()
    office.pass_by(days=40)
    now = office.database.now()
    done = list(
        perform(house(office.database, keys, Vault(tmp_path)), (late.passing,), Look(now, office.at, now))
    )
    assert [one.what for one in done if one.what != "untied"] == ["lapsed"]
    assert tuti.read() == []
