"""From one chat to another: once, in time, after a yes of the first; a stranger who has the code learns nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from bot.conversation.message import Line
from handlers.tied import look, push
from storage import bubbles, cases, drafts
from storage.keys import Keys
from storage.sql import query
from tests.officers.office import STORY, TICKET, Office
from tests.phone import Phone

WRONG = "Kode itu belum bisa dipakai."
NEXT = "Satu langkah lagi"


@pytest.fixture
def office(database_url: str, keys: Keys) -> Iterator[Office]:
    office = Office(database_url, keys)
    yield office
    office.database.dispose()


@pytest.fixture
def sari(office: Office) -> Phone:
    """Her WhatsApp, where she has told her story."""
    phone = office.citizen()
    office.say(phone, "Halo", "1", "1", "[foto]", "1", STORY)
    return phone


@pytest.fixture
def hers(office: Office) -> Phone:
    return Phone(office.saksi, "telegram", "1001")


@pytest.fixture
def stranger(office: Office) -> Phone:
    return Phone(office.saksi, "telegram", "6666")


def code_of(office: Office, phone: Phone, to: str = "telegram") -> str:
    read = "\n".join(office.say(phone, f"lanjut di {to}"))
    found = re.search(r"lanjut (\S{4}-\S{4}-\S{4})$", read, re.MULTILINE)
    assert found is not None, read
    return found[1]


def write(office: Office, phone: Phone, code: str) -> str:
    return " ".join(office.say(phone, f"/start lanjut-{code}"))


def count(office: Office, table: str) -> int:
    with office.database.reading() as db:
        return int(db.connection().execute(query(f"SELECT count(*) FROM {table}")).scalar_one())


def shown(office: Office, page: Phone) -> list[bytes | None]:
    with office.database.reading() as db:
        found = bubbles.shown(db, office.keys, page.lane, office.database.now())
    return [one.body for one in found]


def crossed(office: Office, sari: Phone, hers: Phone, to: str = "telegram") -> list[str]:
    """She goes over; what the other chat then reads."""
    assert NEXT in write(office, hers, code_of(office, sari, to))
    assert "Sudah pindah" in office.say(sari, "PINDAH")[-1]
    return hers.read()


def test_a_report_goes_over_whole_and_is_sent_from_there(office: Office, sari: Phone, hers: Phone) -> None:
    crossed(office, sari, hers)
    office.say(hers, "[Setuju, mulai]", "[Saya tidak tahu]", "[Saya tidak tahu]", "Wakatobi", "[Hari ini]")
    read = office.say(hers, "[Tidak, saya anonim]", "[Kirim]")
    ticket = next(line.removeprefix("Nomor laporan: ") for line in read if line.startswith("Nomor"))
    with office.database.reading() as db:
        content = cases.content_of(db, office.keys, office.case(ticket))
    assert content is not None
    assert content["answers"]["story"] == STORY
    assert "isian" not in " ".join(office.say(sari, "halo")), "nothing is left in the first chat"


def test_what_she_told_is_soon_shown_no_more_on_the_page_it_left_and_news_waits_there(
    office: Office, hers: Phone
) -> None:
    page = Phone(office.saksi, "webchat", "1003")
    office.say(page, "Halo", "[Setuju, mulai]", "[Memasang baliho atau spanduk]", "[Tidak ada foto]", STORY)
    now = office.database.now()
    with office.database.transaction() as db:
        bubbles.heard(db, office.keys, page.lane, bubbles.place_for(db, page.lane, now), b"cerita", now)
        bubbles.said(db, office.keys, page.lane, "1", b"kabar", now, stay=bubbles.NEWS)
    crossed(office, page, hers)
    assert shown(office, page) == [b"cerita", b"kabar"], "what was said just now can still be read"
    office.pass_by(minutes=51)
    assert shown(office, page) == [b"kabar"]


def test_a_stranger_with_the_code_is_shown_nothing_and_gets_nothing(
    office: Office, sari: Phone, stranger: Phone
) -> None:
    read = write(office, stranger, code_of(office, sari))
    read += " ".join(stranger.line("lanjut") + stranger.line("status") + stranger.line("PINDAH"))
    for secret in (STORY[:20], "baliho", "isian Anda sekarang", "WhatsApp"):
        assert secret not in read
    with office.database.reading() as db:
        assert drafts.load(db, office.keys, stranger.lane).under_way[-1].form != "report"
        assert [one.form for one in drafts.load(db, office.keys, sari.lane).under_way] == ["report"]
    assert "BIARKAN" in " ".join(sari.read()), "and she is told that somebody wrote it"


def test_the_code_is_for_the_first_chat_that_writes_it(
    office: Office, sari: Phone, hers: Phone, stranger: Phone
) -> None:
    code = code_of(office, sari)
    assert NEXT in write(office, hers, code)
    assert WRONG in write(office, stranger, code)
    assert NEXT in write(office, hers, code), "a second tap of the link does no harm"
    office.say(sari, "PINDAH")
    assert "Isian Anda sekarang di sini" in " ".join(hers.read())
    assert WRONG in write(office, hers, code), "once"


def test_used_expired_and_never_given_are_told_alike(office: Office, sari: Phone, stranger: Phone) -> None:
    never = write(office, stranger, "8F2K-QM7T-4XRA")
    old = code_of(office, sari)
    code_of(office, sari)
    assert write(office, stranger, old) == never, "a newer code replaced it"
    expired = code_of(office, sari)
    office.pass_by(minutes=31)
    assert write(office, stranger, expired) == never


def test_a_yes_that_comes_too_late_moves_nothing(office: Office, sari: Phone, hers: Phone) -> None:
    write(office, hers, code_of(office, sari))
    office.pass_by(minutes=31)
    assert "Tidak ada yang menunggu" in office.say(sari, "PINDAH")[-1]
    assert hers.read() == []


def test_wrong_codes_slow_down_and_then_a_right_one_waits_too(
    office: Office, sari: Phone, stranger: Phone
) -> None:
    code = code_of(office, sari)
    for _ in range(5):
        assert WRONG in write(office, stranger, "8F2K-QM7T-4XRA")
    assert "tunggu satu jam" in write(office, stranger, code)


def test_a_photo_still_on_its_way_arrives_where_she_is_now(office: Office, hers: Phone) -> None:
    sari = office.citizen()
    office.say(sari, "Halo", "1", "1", "[foto, belum sampai]")
    crossed(office, sari, hers)
    hers.settle()
    assert "1 foto sudah tersimpan" in " ".join(hers.read())


def test_her_own_unfinished_report_there_is_kept(office: Office, sari: Phone, hers: Phone) -> None:
    office.say(hers, "/start", "[Setuju, mulai]", "[Memasang baliho atau spanduk]")
    crossed(office, sari, hers)
    with office.database.reading() as db:
        assert len(drafts.load(db, office.keys, hers.lane).under_way) == 2


def test_news_of_a_case_comes_to_the_chat_it_went_to_also_what_was_on_its_way(
    office: Office, hers: Phone
) -> None:
    sari = office.citizen()
    office.report(sari)
    now = office.database.now()
    with office.database.transaction() as db:
        case, tied = look(db, office.case().id, "id")
        assert tied is not None
        push(db, office.keys, case, tied, Line("pushed-withdrawn"), due_at=now.replace(day=18), now=now)
    crossed(office, sari, hers)
    office.turn(18, 19)
    assert f"Ada kabar untuk {TICKET}." in hers.read()
    assert sari.read() == []
    assert office.happened()[-1] == ("crossed", "citizen")
    assert count(office, "crossing") == 0, "nothing says any more that the two chats are one person's"


def test_what_status_tells_belongs_to_the_report_and_to_the_chat_that_has_it(office: Office) -> None:
    sari = office.citizen()
    office.report(sari)
    of_case = query("SELECT count(*) FROM outbox WHERE case_id = :case")
    told = {"case": office.case().id}
    with office.database.reading() as db:
        before = db.connection().execute(of_case, told).scalar_one()
    office.say(sari, "status")
    with office.database.reading() as db:
        assert db.connection().execute(of_case, told).scalar_one() == before + 1


def test_from_a_locked_chat_no_case_goes(office: Office, hers: Phone) -> None:
    sari = office.citizen()
    office.report(sari)
    office.say(sari, "kunci")
    assert "belum ada isian atau laporan" in office.say(sari, "lanjut di telegram")[-1]


def test_an_officer_who_brings_a_case_of_their_own_does_not_handle_it(office: Office) -> None:
    budi = office.officer("2001")
    sari = office.citizen()
    office.report(sari)
    assert "[Ambil]" in budi.read()[-1]
    crossed(office, sari, budi)
    read = budi.send(press=["desk", "", f"take.0.{TICKET}.bawaslu:74.07"])
    assert read == ["Laporan itu tidak ada di meja Anda."]


@pytest.mark.parametrize("said", ["lanjut ke pertanyaan berikut", "lanjut", "continue reading", "lanjut 1"])
def test_words_that_only_begin_like_it_are_an_answer_like_any_other(
    office: Office, sari: Phone, said: str
) -> None:
    read: Any = office.say(sari, said)
    assert WRONG not in " ".join(read)
