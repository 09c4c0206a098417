"""A case that grows out of another: whose it may be, what it carries, who may put the two together."""

from __future__ import annotations

import pytest

from handlers.casework import linked
from handlers.casework.work import Standing, Work
from storage import cases, desks, drafts, ties
from storage.sql import run, sql
from tests.officers.office import Office
from tests.phone import Phone

ASKED = "K7M-4QX-3"
QUESTION = "Lurah kami membagi sembako bergambar calon bupati di kantor kelurahan. Bolehkah itu?"
ASKS = (
    "/start", "[Cuma mau bertanya]", "OMBUDSMAN", "[Setuju, tanya di sini]", "[Netralitas pegawai negeri]",
    QUESTION, "Wanci, Wakatobi", "[foto]", "[Selesai]", "[Lewat chat ini]",
)  # fmt: skip
ANONYMOUS = ("[Tidak, saya anonim]", "[Kirim]")
RAISES = ("jadikan laporan", "[Mengajak memilih, membagi barang]", "[PNS/PPPK: guru, camat, pegawai dinas]",
          "Lurah Wanci", "[Kemarin]")  # fmt: skip


@pytest.fixture
def sari(office: Office) -> Phone:
    return Phone(office.saksi, "telegram", "1001")


def answers(office: Office, ticket: str) -> dict[str, object]:
    with office.database.reading() as db:
        content = cases.content_of(db, office.keys, office.case(ticket))
    assert content is not None
    return dict(content["answers"])


def grown(office: Office) -> str:
    """The number of the one case that grew out of hers."""
    with office.database.reading() as db:
        (found,) = cases.grown_of(db, office.case(ASKED).id)
    return found.ticket


def open_drafts(office: Office, phone: Phone) -> list[str]:
    with office.database.reading() as db:
        return [draft.form for draft in drafts.load(db, office.keys, phone.lane).under_way]


def test_what_fits_is_carried_by_name_and_both_cases_say_so(office: Office, sari: Phone) -> None:
    office.say(sari, *ASKS, *ANONYMOUS, *RAISES, "[Kirim]")
    new = grown(office)
    asked, report = office.case(ASKED), office.case(new)
    assert (asked.status, report.status, report.grown_from) == ("raised", "waiting", asked.id)
    assert report.identity_level == "anonymous"
    assert answers(office, new)["story"] == QUESTION
    assert answers(office, new)["where"] == answers(office, ASKED)["where"]
    assert any(ASKED in line for line in office.say(sari, f"status {new}"))
    assert any(new in line for line in office.say(sari, f"status {ASKED}"))
    assert ("raise", "citizen") in office.happened(ASKED)
    assert ("grown", "citizen") in office.happened(new)


def test_pressed_twice_it_is_one_draft_and_sent_twice_one_report(office: Office, sari: Phone) -> None:
    office.say(sari, *ASKS, *ANONYMOUS, "jadikan laporan", "jadikan laporan")
    assert open_drafts(office, sari) == ["report"]
    office.say(sari, *RAISES[1:], "[Kirim]", "[Kirim]", "jadikan laporan " + ASKED)
    assert open_drafts(office, sari) == []
    assert grown(office)


@pytest.mark.parametrize("engine", ["sqlite"])
def test_a_consultation_of_another_chat_never_grows(office: Office, sari: Phone) -> None:
    office.say(sari, *ASKS, *ANONYMOUS)
    citra = Phone(office.saksi, "telegram", "1002")
    office.say(citra, "/start", "[Setuju, mulai]", "batal", f"jadikan laporan {ASKED}")
    citra.send(press=["case", "", f"raise.{ASKED}"])
    assert open_drafts(office, citra) == []
    assert office.case(ASKED).status == "waiting"


@pytest.mark.parametrize("engine", ["sqlite"])
def test_who_then_wants_no_news_leaves_no_tie_of_the_old_case_behind(office: Office, sari: Phone) -> None:
    office.say(sari, *ASKS, *ANONYMOUS, *RAISES, "[Ubah jawaban]")
    read = office.say(sari, "[Anda: anonim]")
    assert any("siapa Anda" in line for line in read), read
    office.say(sari, "[Anonim, jangan kirim kabar]", "[Kirim]")
    new = grown(office)
    with office.database.reading() as db:
        assert [ties.tied_to(db, office.case(one).id) for one in (ASKED, new)] == [None, None]


@pytest.mark.parametrize("engine", ["sqlite"])
def test_erasing_the_question_throws_away_what_was_begun_from_it(office: Office, sari: Phone) -> None:
    office.say(sari, *ASKS, *ANONYMOUS, "jadikan laporan", f"hapus {ASKED}", "[Ya, hapus]")
    assert office.case(ASKED).status == "erased"
    assert open_drafts(office, sari) == []


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize("alike", [True, False])
def test_only_who_sees_both_reads_the_link_and_never_where_it_would_unmask(
    office: Office, sari: Phone, *, alike: bool
) -> None:
    office.officer("2001", "bawaslu:74.07")
    office.say(sari, *ASKS, *ANONYMOUS, *RAISES, "[Kirim]")
    new = grown(office)
    with office.database.transaction() as db:
        wired = office.saksi.reception
        work = Work(db, office.keys, wired.library, wired.office, office.at, office.at, "id")
        (budi,) = desks.officers_of(db, office.keys, "bawaslu:74.07")
        report, asked = office.case(new), office.case(ASKED)
        assert linked.seen(Standing(work, report), budi) == (), "the question lies at another desk"
        level = "anonymous" if alike else "open"
        there = {"desk": "bawaslu:74.07", "level": level, "case": asked.id}
        run(db, sql("UPDATE case_file SET desk = :desk, identity_level = :level WHERE id = :case"), there)
        moved = cases.by_id(db, asked.id)
        assert moved is not None
        assert linked.seen(Standing(work, report), budi) == ((("from-raise", ASKED),) if alike else ())
        assert linked.seen(Standing(work, moved), budi) == ((("into-raise", new),) if alike else ())
