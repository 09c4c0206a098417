"""Officers in their chats: enrolled by a code, cards that come and change, a desk of which others see nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from bot.cases.lifecycle import Role, Status
from bot.conversation import screen
from bot.conversation.message import Word
from bot.flows import officer_card
from bot.flows.officer_card import Card, Clock
from storage import desks, people
from storage.keys import Keys
from tests.officers.office import BKN, REPORT, STORY, SULTRA, TICKET, WAKATOBI, Office
from tests.phone import Phone
from tests.talking import library

CARD = f"{TICKET} · belum diambil"
TAKEN = f"{TICKET} · diambil Budi, Kamis 17 Okt"
WRONG = "Kode itu belum bisa dipakai. Mungkin salah ketik, sudah dipakai, atau sudah lewat waktunya."
LONG_DAY = date(2024, 9, 30)
GONE = "Laporan itu tidak ada di meja Anda."


@pytest.fixture
def office(database_url: str, keys: Keys) -> Iterator[Office]:
    office = Office(database_url, keys)
    yield office
    office.database.dispose()


@pytest.fixture
def slow(database_url: str, keys: Keys) -> Iterator[Office]:
    """Where pushes and cards wait, as they do outside tests."""
    office = Office(database_url, keys, "10-40")
    yield office
    office.database.dispose()


def buttons(phone: Phone) -> list[str]:
    """What stands on the newest screen that offers anything."""
    say = next(letter.say for letter in reversed(phone.screens) if letter.say.options)
    return [phone.label(option) for row in screen.rows(say) for option in row]


def forged(phone: Phone, action: str, step: int, ticket: str = TICKET, desk: str = WAKATOBI) -> list[str]:
    """A press that no button of this chat carries."""
    return phone.send(press=["desk", "", f"{action}.{step}.{ticket}.{desk}"])


# Enrolment


@pytest.mark.parametrize("way", ["/start {}", "{}", "/start@SaksiBot {}"])
def test_a_code_makes_its_sender_the_officer_and_says_what_happens_next(office: Office, way: str) -> None:
    budi = Phone(office.saksi, "telegram", "2001")
    read = budi.line(way.format(office.invite()))
    assert read[0] == "Halo, Budi. Chat ini sekarang terdaftar sebagai petugas Bawaslu Kab. Wakatobi."
    assert "Meja Bawaslu Kab. Wakatobi, Kamis 17 Okt" in read


def test_a_code_works_once_and_a_used_one_reads_like_one_never_given(office: Office) -> None:
    code = office.invite()
    Phone(office.saksi, "telegram", "2001").line(f"/start {code}")
    used = Phone(office.saksi, "telegram", "2002").line(f"/start {code}")
    never = Phone(office.saksi, "telegram", "2003").line("/start ACDE2345FGHJ6789")
    assert used == never
    assert used[0].startswith(WRONG)


def test_an_expired_code_reads_the_same(office: Office) -> None:
    code = office.invite()
    office.pass_by(days=4)
    assert Phone(office.saksi, "telegram", "2001").line(f"/start {code}")[0].startswith(WRONG)


def test_guessing_codes_slows_down(office: Office) -> None:
    thief = Phone(office.saksi, "telegram", "2009")
    for _ in range(5):
        assert thief.line("ACDE2345FGHJ6789")[0].startswith(WRONG)
    assert thief.line(office.invite()) == ["Sudah beberapa kali dicoba. Tunggu satu jam, lalu coba lagi."]


def test_a_page_that_knows_no_person_enrols_nobody_and_keeps_the_code(office: Office) -> None:
    code = office.invite()
    assert Phone(office.saksi, "webchat", "2001").line(code) == [
        "Petugas bekerja lewat Telegram atau WhatsApp. Buka tautan undangan Anda di sana."
    ]
    assert Phone(office.saksi, "telegram", "2001").line(code)[0].startswith("Halo, Budi.")


def test_a_citizen_reads_nothing_of_desks(office: Office) -> None:
    sari = Phone(office.saksi, "telegram", "1001")
    assert "Setuju, mulai" in sari.line("meja")[-1]
    assert "Setuju, mulai" in sari.line("/start kampanye")[-1]


def test_an_officer_reports_in_the_same_chat_and_never_handles_that_case(office: Office) -> None:
    budi = office.officer("2001")
    citra = office.officer("2002", name="Citra")
    office.say(budi, "/start", "[Setuju, mulai]", "[Memasang baliho atau spanduk]", "[Tidak ada foto]", STORY)
    office.say(
        budi, "[Saya tidak tahu]", "[Saya tidak tahu]", "Wakatobi", "[Hari ini]", "[Tidak, saya anonim]"
    )
    read = office.say(budi, "[Kirim]")
    assert f"Nomor laporan: {TICKET}" in read
    assert CARD not in read
    assert citra.read()[0] == CARD
    assert forged(budi, "take", 0) == [GONE]
    assert forged(budi, "story", 0) == [GONE]
    assert forged(budi, "open", 0) == [GONE]
    assert office.case().officer_id is None
    assert "Belum diambil: 0" in office.say(budi, "meja")[1]


# Cards


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


# Another desk


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


# What is opened


def test_details_are_protected_and_vanish_after_a_quarter_of_an_hour(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    office.say(budi, "[Ambil]")
    assert STORY in office.say(budi, "[Cerita]")
    shown = budi.screens[-2:]
    assert all(letter.say.protect and letter.slot.startswith("detail:") for letter in shown)
    office.pass_by(minutes=14)
    budi.read()
    assert not any(letter.say.takes for letter in budi.screens)
    office.pass_by(minutes=2)
    budi.read()
    assert {letter.say.takes for letter in budi.screens if letter.say.takes} == {
        letter.slot for letter in shown
    }


def test_officers_read_what_stands_under_a_photo_and_what_she_forwarded(office: Office) -> None:
    budi, sari = office.officer("2001"), office.citizen()
    head, tail = list(REPORT[:3]), list(REPORT[4:])
    office.say(sari, *head, "[foto: di pagar kantor]", "[diteruskan: Ayo pilih nomor 2]", *tail, "1", "kirim")
    office.say(sari, "tambah", "1", "Masih terpasang pagi ini")
    budi.read()
    read = " ".join(office.say(budi, "[Ambil]", "[Cerita]"))
    for written in ("di pagar kantor", "Ayo pilih nomor 2", "Masih terpasang pagi ini"):
        assert written in read


def test_every_look_is_an_event_and_she_can_ask_how_many(office: Office) -> None:
    budi, sari = office.officer("2001"), office.citizen()
    office.report(sari)
    budi.read()
    office.say(budi, "[Ambil]", "[Cerita]", "[Foto]", "[Salin untuk formulir]", "[Riwayat]")
    assert [what for what, _ in office.happened()].count("opened") == 3
    sari.read()
    assert any("3" in line for line in office.say(sari, "dataku"))


def test_nothing_is_opened_before_it_is_taken(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    assert "[Cerita]" not in office.say(budi, "meja", f"[{TICKET} · belum diambil]")[-1]
    assert forged(budi, "story", 0) == ["Ambil dulu laporan itu."]


def test_who_she_is_opens_only_where_she_said_so(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen(), "3", "Sari Wulandari", "1")
    budi.read()
    office.say(budi, "[Ambil]")
    assert "Sari" not in "\n".join(office.say(budi, "[Cerita]"))
    assert office.say(budi, "[Pelapor]")[0].startswith("Pelapor: Sari Wulandari")


def test_an_anonymous_or_sealed_name_has_no_button(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen(), "2", "Sari Wulandari", "1")
    budi.read()
    office.say(budi, "[Ambil]")
    assert "Pelapor" not in buttons(budi)
    assert forged(budi, "citizen", office.case().step) == ["Langkah itu tidak bisa dilakukan sekarang."]


def test_a_sealed_name_opens_for_the_guardian_with_a_reason_and_she_is_told(office: Office) -> None:
    office.officer("2001")
    ani, sari = office.officer("2003", WAKATOBI, Role.GUARDIAN, "Ani"), office.citizen()
    office.report(sari, "2", "Sari Wulandari", "1")
    sari.read()
    assert "Mengapa perlu dibuka?" in forged(ani, "name", office.case().step)[0]
    assert "Sari" not in "\n".join(office.say(ani, "x")), "a reason has three letters"
    read = office.say(ani, "Sidang kode etik meminta saksi")
    assert read[0].startswith("Pelapor: Sari Wulandari, ")
    assert ani.screens[-1].say.protect
    assert ("opened", "guardian") in office.happened()
    assert any("Penjaga identitas membuka nama Anda" in line for line in sari.read())
    office.pass_by(minutes=16)
    ani.read()
    assert any(one.say.takes for one in ani.screens), "and it is taken out again"


def test_an_original_opens_for_the_guardian_only_and_with_a_reason(office: Office) -> None:
    budi, ani = office.officer("2001"), office.officer("2003", WAKATOBI, Role.GUARDIAN, "Ani")
    office.report(office.citizen())
    step = office.case().step
    assert forged(budi, "original", step)[-1] == "Langkah itu tidak bisa dilakukan sekarang."
    forged(ani, "original", step)
    read = office.say(ani, "Memeriksa waktu pengambilan foto")
    assert read[0] == "[berkas]"
    assert read[1].startswith("Berkas asli nomor 1.")
    assert ani.screens[-1].say.file.startswith("original:")


def test_a_guardian_who_has_left_opens_nothing_with_a_form_that_was_open(office: Office) -> None:
    office.officer("2001")
    ani = office.officer("2003", WAKATOBI, Role.GUARDIAN, "Ani")
    office.report(office.citizen(), "2", "Sari Wulandari", "1")
    assert "Mengapa perlu dibuka?" in forged(ani, "name", office.case().step)[0]
    with office.database.transaction() as db:
        (seat,) = [one for one in desks.everybody(db, office.keys) if one.name == "Ani"]
        desks.leave(db, seat.id, office.database.now())
    assert "Sari" not in "\n".join(office.say(ani, "Sidang kode etik meminta saksi"))
    assert ("opened", "guardian") not in office.happened()


def test_an_officer_who_never_agreed_to_the_notice_can_still_work(office: Office) -> None:
    budi = office.officer("2001")
    with office.database.reading() as db:
        known = people.load(db, budi.lane)
    assert known is not None
    assert known.consented == ""
    office.report(office.citizen())
    budi.read()
    office.say(budi, "[Ambil]", "[Tidak dilanjutkan]", "[buktinya belum cukup]", "[Tanpa kalimat]")
    assert "K7M-4QX-3: tidak dilanjutkan · Budi." in office.say(budi, "[Kirim]")


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
    assert f"{TICKET}: belum diambil." in slow.say(budi, "[Urungkan]")
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
