"""A desk of which others see nothing, whatever they forge or guess."""

from __future__ import annotations

import pytest

from bot.cases.lifecycle import Role
from tests.officers.office import BKN, STORY, SULTRA, TICKET, WAKATOBI, Office
from tests.officers.pressing import GONE, buttons, forged
from tests.phone import Phone

CARD = f"{TICKET} · belum diambil"


@pytest.fixture
def strangers(office: Office) -> list[Phone]:
    """Citra of another kabupaten, Joko whose role was taken away, a citizen, one of BKN."""
    office.officer("2001")
    citra = office.officer("2002", "bawaslu:74.01", name="Citra")
    joko = office.officer("2003", "bawaslu:74.01", Role.ADMIN, "Joko")
    eka = office.officer("2004", BKN, name="Eka")
    office.report(office.citizen())
    return [citra, joko, eka, Phone(office.saksi, "telegram", "2005")]


ACTIONS = (
    "take open story files history copy citizen ask forward not_pursue register pass_to_bkn recommend sanction close"
    " reopen give_back recuse undo confirm decline assign list anything"
).split()


@pytest.mark.parametrize("desk", [WAKATOBI, "bawaslu:74.01", "bkn", ""])
def test_another_desk_sees_and_does_nothing_whatever_it_forges(
    office: Office, strangers: list[Phone], desk: str
) -> None:
    before = office.case()
    for phone in strangers:
        for action in ACTIONS:
            read = forged(phone, action, before.step, desk=desk)
            office.pass_by(seconds=30)
            assert STORY not in "\n".join(read)
            if action != "list":
                assert TICKET not in "\n".join(read), (action, read)
    assert office.case() == before
    assert office.happened() == [("filed", "citizen")]


def test_a_guessed_number_reads_like_one_that_does_not_exist(office: Office, strangers: list[Phone]) -> None:
    citra = strangers[0]
    for action in ("open", "take", "story", "ask"):
        assert forged(citra, action, 0) == forged(citra, action, 0, ticket="ZZZ-ZZZ-Z") == [GONE]


def test_an_old_button_dies_with_the_role(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    office.officer("2001", "bawaslu:74.01", name="Budi")
    assert office.say(budi, "[Ambil]") == [GONE]
    assert office.case().officer_id is None


def test_a_typed_number_opens_the_case_for_who_may_know_of_it(office: Office) -> None:
    office.officer("2001")
    tuti = office.officer("2002", SULTRA, Role.SUPERVISOR, "Tuti")
    office.report(office.citizen())
    assert office.say(tuti, f"tolong lihat {TICKET.lower()}")[0] == CARD
    assert "Cerita" in buttons(tuti)


def test_a_typed_number_of_another_desk_reads_like_one_never_given(
    office: Office, strangers: list[Phone]
) -> None:
    citra = strangers[0]
    read = [office.say(citra, ticket) for ticket in (TICKET, "ACD-EFG-6")]
    assert read[0] == [GONE, f"Kalau itu laporan Anda sendiri dari chat lain, ketik STATUS {TICKET}."]
    assert read[1] == [GONE, "Kalau itu laporan Anda sendiri dari chat lain, ketik STATUS ACD-EFG-6."]
    assert office.happened() == [("filed", "citizen")]


def test_an_officers_own_report_answers_to_its_number_as_to_any_citizen(office: Office) -> None:
    budi = office.officer("2001")
    office.say(budi, "/start", "[Setuju, mulai]", "[Memasang baliho atau spanduk]", "[Tidak ada foto]", STORY)
    office.say(
        budi,
        "[Saya tidak tahu]",
        "[Saya tidak tahu]",
        "Wakatobi",
        "[Hari ini]",
        "[Tidak, saya anonim]",
        "[Kirim]",
    )
    assert office.say(budi, TICKET)[0].startswith(f"{TICKET}: ")


TORN = ("", "take", "take.x.y", "take.-1.K7M-4QX-3.bkn", "take.99999999999.K7M-4QX-3.bkn", "." * 60)


@pytest.mark.parametrize("value", TORN)
def test_torn_data_of_a_button_is_an_old_button(office: Office, value: str) -> None:
    budi = office.officer("2001")
    assert budi.send(press=["desk", "", value])[0].startswith("Tombol itu")


def test_a_supervisor_above_may_open_what_lies_below(office: Office) -> None:
    office.officer("2001")
    tuti = office.officer("2002", SULTRA, Role.SUPERVISOR, "Tuti")
    office.report(office.citizen())
    assert f"{TICKET} · belum diambil" in forged(tuti, "open", 0)
    assert STORY in forged(tuti, "story", 0)
