"""The limits of design.md §10, where a citizen or an operator meets them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bot.conversation.message import Attachment
from storage import cases, events, evidence
from storage.evidence import CASE_FILES_MOST
from storage.vault import Vault
from tests.hours import CODE, TICKET, Hours
from tests.phone import Phone

WRONG = "8F2K-QM7T-4XRA"
NOT_FITTING = "Nomor dan kode itu belum cocok"
SLOW = "tunggu satu jam"


def stranger(hours: Hours, number: int = 1) -> Phone:
    return Phone(hours.saksi, "whatsapp", f"200{number}")


def tried(hours: Hours, phone: Phone, code: str, ticket: str = TICKET) -> str:
    """STATUS with number and code in one line; what is read."""
    return " ".join(hours.talk(phone, f"status {ticket} {code}"))


def test_thirty_messages_a_minute_are_heard_and_the_rest_gets_one_calm_reply(hours: Hours) -> None:
    phone = hours.sari()
    read = [" ".join(phone.line("???")) for _ in range(35)]
    calm = [number for number, said in enumerate(read, 1) if "cepat sekali" in said]
    assert calm == [31]
    assert all(read[:30])
    assert read[31:] == [""] * 4
    hours.pass_by(minutes=1)
    assert "cepat sekali" not in " ".join(phone.line("???"))


def test_after_five_wrong_codes_even_the_right_one_waits_an_hour_in_that_chat(hours: Hours) -> None:
    hours.report(hours.sari())
    thief = stranger(hours)
    for number in range(5):
        assert NOT_FITTING in tried(hours, thief, WRONG, f"K7M-4Q{number}-3" if number else TICKET)
    assert SLOW in tried(hours, thief, CODE)
    hours.pass_by(hours=1)
    assert "menunggu dibaca petugas" in tried(hours, thief, CODE)


def test_five_wrong_codes_for_one_number_from_five_chats_stop_a_sixth(hours: Hours) -> None:
    hours.report(hours.sari())
    for number in range(5):
        assert NOT_FITTING in tried(hours, stranger(hours, number), WRONG)
    assert SLOW in tried(hours, stranger(hours, 6), CODE)
    hours.pass_by(hours=1)
    assert "menunggu dibaca petugas" in tried(hours, stranger(hours, 6), CODE)


def test_a_number_of_nobody_and_a_wrong_code_are_answered_alike(hours: Hours) -> None:
    hours.report(hours.sari())
    assert tried(hours, stranger(hours), WRONG) == tried(hours, stranger(hours), WRONG, "9ZZ-9ZZ-9")


def test_a_full_case_takes_no_more_files_says_what_to_do_and_keeps_what_she_writes(hours: Hours) -> None:
    sari = hours.sari()
    hours.report(sari)
    with hours.database.transaction() as db:
        dossier = cases.dossier_of(db, hours.keys, hours.case())
        for number in range(CASE_FILES_MOST - 1):
            file = Attachment(f"kept{number}", "photo", "s")
            now = hours.database.now()
            told = evidence.want(
                db, hours.keys, dossier, file, lane="", channel="whatsapp", draft_id="", now=now
            )
            assert told == ""
    hours.talk(sari, "tambah", "[foto]")
    read = " ".join(hours.talk(sari, "[foto]"))
    assert "laporan ini sudah memuat 100 berkas" in read
    hours.talk(sari, "1")
    assert "tersimpan" in " ".join(hours.talk(sari, "Di foto itu ada mobil dinas"))
    with hours.database.reading() as db:
        kept = [one for one in evidence.of(db, dossier.id) if one.state in ("wanted", "stored")]
        (added,) = (event for event in hours.events() if event.what == "added")
        told_there = events.secret_of(added, hours.case().id, dossier) or {}
        assert told_there["note"] == "Di foto itu ada mobil dinas"
    assert len(kept) == CASE_FILES_MOST


def test_a_disk_at_its_floor_is_told_to_whoever_asks_whether_we_are_ready(
    hours: Hours, tmp_path: Path
) -> None:
    assert hours.house.troubles() == []
    full = replace(hours.house, vault=Vault(tmp_path / "evidence", floor=1 << 62))
    assert full.troubles() == ["disk"]
