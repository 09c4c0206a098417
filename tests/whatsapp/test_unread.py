"""The window was closed, and what she is told waits for her to write: her "ya" asks for it, and answers nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from storage import lanes, windows
from storage.keys import Keys
from storage.sql import run, sql
from tests.officers.office import Office
from tests.phone import Phone

HOLD = sql(f"UPDATE outbox SET due_at = :now, reason = '{lanes.HELD}' WHERE lane = :lane AND state = 'due'")
MENU = "1 Melaporkan yang saya lihat"
QUESTION = 'Petugas bertanya: "Apakah masih terpasang hari ini?"'


@pytest.fixture
def office(database_url: str, keys: Keys) -> Iterator[Office]:
    made = Office(database_url, keys)
    yield made
    made.database.dispose()


@pytest.fixture
def budi(office: Office) -> Phone:
    return office.officer("2001")


@pytest.fixture
def sari(office: Office) -> Phone:
    phone = office.citizen()
    office.report(phone)
    return phone


def held(office: Office, sari: Phone) -> None:
    """What is due for her waits, as the sender makes it wait."""
    with office.database.transaction() as db:
        run(db, HOLD, {"lane": sari.lane, "now": office.database.now() + timedelta(days=30)})
        lanes.settle(db, "out", sari.lane)


def writes(office: Office, sari: Phone, text: str) -> list[str]:
    """Her message opens the window, in the transaction that keeps it."""
    office.pass_by(hours=30)
    now = office.database.now()
    with office.database.transaction() as db:
        windows.heard(db, sari.lane, now, now)
    return sari.line(text)


def asks(office: Office, budi: Phone) -> None:
    budi.read()
    office.say(budi, "[Ambil]")
    office.say(budi, "[Tanya pelapor]", "[Apakah masih terpasang hari ini?]", "[Kirim]")


@pytest.mark.parametrize("said", ["apa?", "1"])
def test_who_writes_only_to_read_has_not_answered_what_she_had_not_read(
    office: Office, budi: Phone, sari: Phone, said: str
) -> None:
    asks(office, budi)
    held(office, sari)
    read = writes(office, sari, said)
    assert any(line.startswith(QUESTION) for line in read)
    assert MENU not in read
    assert "answer" not in [what for what, _ in office.happened()]
    assert sari.line("masih kak")[0].startswith("Terima kasih, jawaban Anda")


def test_a_greeting_is_answered_as_one_and_the_news_follow(office: Office, budi: Phone, sari: Phone) -> None:
    asks(office, budi)
    held(office, sari)
    read = writes(office, sari, "Assalamualaikum")
    assert "Waalaikumsalam." in read
    assert MENU not in read
    assert any(line.startswith(QUESTION) for line in read)


def test_an_interview_that_was_left_takes_no_word_that_was_meant_to_read(
    office: Office, budi: Phone, sari: Phone
) -> None:
    office.say(
        sari, "lapor", "1", "1", "Baliho lain lagi di depan kantor desa, dipasang malam hari oleh kades", "1"
    )
    asks(office, budi)
    held(office, sari)
    read = writes(office, sari, "oke")
    assert "Ada isian yang belum selesai di sini." in "\n".join(read)
    assert any(line.startswith(QUESTION) for line in read)
    assert not any("Tercatat: oke" in line for line in read)


def test_a_story_that_comes_then_is_kept_all_the_same(office: Office, budi: Phone, sari: Phone) -> None:
    asks(office, budi)
    held(office, sari)
    read = writes(office, sari, "Hari ini saya lihat camat membagi sembako bergambar calon di balai desa")
    assert MENU in read, "and what it is to be is asked"
    assert "answer" not in [what for what, _ in office.happened()]
