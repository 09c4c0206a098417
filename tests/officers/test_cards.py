"""Cards that come in batches, change in place, and go with the case; what the last press did can be taken back."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from bot.cases.lifecycle import Role, Status
from bot.conversation import screen
from bot.conversation.message import Word
from bot.flows import officer_card
from bot.flows.officer_card import Card, Clock
from tests.officers.office import SULTRA, TICKET, WITA, Office
from tests.officers.pressing import GONE, buttons, forged
from tests.talking import library

CARD = f"{TICKET} · belum diambil"
TAKEN = f"{TICKET} · diambil Budi, Kamis 17 Okt"
LONG_DAY = date(2024, 9, 30)


def test_a_filed_report_comes_as_one_card_of_a_few_words(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    assert budi.read() == [
        CARD,
        "Baliho atau spanduk · PNS/PPPK",
        "Kab. Wakatobi · masa kampanye",
        "Informasi awal · 1 berkas",
        "Masuk: Kamis, 17 Okt · Target baca: Jumat, 18 Okt",
        "[Ambil] | [Bukan meja kami] [Saya ada hubungan]",
    ]
    assert budi.screens[-1].say.protect


def test_no_card_is_longer_than_three_hundred_characters() -> None:
    words = library().words
    for language in ("id", "en"):
        for status in (one for one in Status if one is not Status.UNFILED):
            for holder in ("", "Muhammad Abdurrahman"):
                facts = Card(
                    ticket=TICKET, kind="violation", step=9999, desk="inspektorat:71.09", status=status,
                    about=Word("card-about-person", {
                        "topic": Word("matter-appointment.short"), "kind": Word("kind-official.short"),
                    }),
                    area=Word("region", {"title": "Kab. Kepulauan Siau Tagulandang Biaro"}), stage="preparation",
                    tip=True, files=10, filed=LONG_DAY, clock=Clock(LONG_DAY), holder=holder, since=LONG_DAY,
                    moves=("take", "forward", "recuse"),
                )  # fmt: skip
                say = officer_card.card(facts)
                assert len(screen.text(say, words, language, "telegram")) <= 300
                for option in say.options:
                    assert len(screen.data(say, option).encode()) <= 64


def test_new_cards_leave_together_at_the_next_full_five_minutes(slow: Office) -> None:
    budi = slow.officer("2001")
    slow.report(slow.citizen())
    assert budi.read() == []
    slow.turn(17, 10, 4)
    assert budi.read() == []
    slow.turn(17, 10, 5)
    assert budi.read()[0] == CARD


def test_at_night_a_case_waits_for_the_morning_and_is_one_of_a_number(slow: Office) -> None:
    budi = slow.officer("2001")
    slow.turn(17, 21)
    for number in range(2):
        slow.report(slow.citizen(f"100{number}"))
    slow.turn(18, 8, 4)
    assert budi.read() == []
    slow.turn(18, 8, 5)
    assert budi.read() == [
        "Di meja Bawaslu Kab. Wakatobi ada 2 kiriman yang belum diambil. Ketik MEJA untuk melihatnya."
    ]
    assert (
        len([label for label in (slow.say(budi, "meja"), buttons(budi))[1] if "belum diambil" in label]) == 2
    )


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize("day", [24, 27])
def test_in_the_quiet_days_and_on_voting_day_nothing_waits_for_the_morning(slow: Office, day: int) -> None:
    budi = slow.officer("2001")
    slow.at = datetime(2024, 11, day, 22, 2, tzinfo=WITA)
    slow.report(slow.citizen())
    assert budi.read() == []
    slow.at = datetime(2024, 11, day, 22, 5, tzinfo=WITA)
    assert budi.read()[0] == CARD


def test_the_next_morning_rings_again(slow: Office) -> None:
    budi = slow.officer("2001")
    for day in (17, 18):
        slow.turn(day, 21)
        slow.report(slow.citizen(f"10{day}"))
        slow.turn(day + 1, 8, 5)
        assert budi.read()[0].startswith("Di meja Bawaslu Kab. Wakatobi ada")
    first, second = (one.slot for one in budi.screens if one.slot.startswith("pager"))
    assert first != second, "a new letter, and no silent change of the one of yesterday"


def test_more_than_five_of_a_batch_are_one_letter(slow: Office) -> None:
    budi = slow.officer("2001")
    slow.turn(17, 10, 0)
    for number in range(6):
        slow.report(slow.citizen(f"100{number}"))
    slow.turn(17, 10, 10)
    assert budi.read() == [
        "Di meja Bawaslu Kab. Wakatobi ada 6 kiriman yang belum diambil. Ketik MEJA untuk melihatnya."
    ]


def test_the_first_press_wins_and_the_other_sees_who_took_it(office: Office) -> None:
    budi, dewi = office.officer("2001"), office.officer("2002", name="Dewi")
    office.report(office.citizen())
    budi.read(), dewi.read()
    assert TAKEN in office.say(budi, "[Ambil]")
    read = office.say(dewi, "[Ambil]")
    assert "Sudah berubah sejak tombol itu dibuat. K7M-4QX-3: diambil Budi, Kamis 17 Okt." in read
    assert TAKEN in read, "her card has changed in place"
    assert "[Ambil]" not in read
    assert [one for one in office.happened() if one[0] == "take"] == [("take", "officer")]


def test_who_is_close_never_sees_it_again(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    read = office.say(budi, "[Saya ada hubungan]")
    assert f"{TICKET} tidak akan muncul lagi untuk Anda." in read
    assert "K7M-4QX-3 · tidak lagi di meja ini" in read
    assert forged(budi, "take", office.case().step) == [GONE]
    assert "Tidak ada yang menunggu." in office.say(budi, "meja")


def test_given_back_it_is_free_again_for_the_others(office: Office) -> None:
    budi, dewi = office.officer("2001"), office.officer("2002", name="Dewi")
    office.report(office.citizen())
    budi.read(), dewi.read()
    office.say(budi, "[Ambil]")
    dewi.read()
    office.say(budi, "[Kembalikan]")
    assert dewi.read()[0] == CARD
    assert f"{TICKET} · diambil Dewi, Kamis 17 Okt" in office.say(dewi, "[Ambil]")


# Second thoughts


def test_a_move_can_be_undone_until_the_news_has_left(slow: Office) -> None:
    """Nobody outside has heard of it."""
    budi, sari = slow.officer("2001"), slow.citizen()
    slow.report(sari)
    slow.pass_by(minutes=6)
    budi.read()
    assert "[Urungkan]" in slow.say(budi, "[Ambil]")[-1]
    assert sari.read() == []
    slow.pass_by(minutes=5)
    back = f"{TICKET}: langkah terakhir diurungkan. Sekarang: belum diambil."
    assert back in slow.say(budi, "[Urungkan]")
    slow.pass_by(hours=2)
    assert sari.read() == []


def test_once_the_news_has_left_it_stands(slow: Office) -> None:
    budi, sari = slow.officer("2001"), slow.citizen()
    slow.report(sari)
    slow.pass_by(minutes=6)
    budi.read()
    slow.say(budi, "[Ambil]")
    slow.pass_by(hours=1)
    assert sari.read()[0] == f"Ada kabar untuk {TICKET}."
    assert slow.say(budi, "[Urungkan]") == ["Kabarnya sudah berangkat, jadi tidak bisa diurungkan lagi."]


def test_a_form_that_was_opened_before_another_acted_changes_nothing(office: Office) -> None:
    budi, tuti = office.officer("2001"), office.officer("2002", SULTRA, Role.SUPERVISOR, "Tuti")
    office.report(office.citizen())
    budi.read()
    office.say(budi, "[Ambil]", "[Tidak dilanjutkan]", "[buktinya belum cukup]", "[Tanpa kalimat]")
    forged(tuti, "give_back", office.case().step)
    assert any(line.startswith("Sudah berubah") for line in office.say(budi, "[Kirim]"))
    assert office.case().status == "waiting"


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
def test_a_move_looks_once_for_the_call_that_its_cards_and_its_answer_tell(office: Office) -> None:
    budi, _ = office.officer("2001"), office.officer("2002", name="Eko")
    office.report(office.citizen())
    asked: list[str] = []
    with office.database.transaction() as db:
        driver: Any = db.connection().connection.driver_connection
        driver.set_trace_callback(asked.append)
    forged(budi, "take", 0)
    assert office.case().status == "examined"
    assert len([one for one in asked if "AS times FROM slot" in one]) == 1
