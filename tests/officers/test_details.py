"""What is opened of a case: by whom, for how long, and as an event each time."""

from __future__ import annotations

from bot.cases.lifecycle import Role
from storage import desks, people
from tests.officers.office import REPORT, STORY, TICKET, WAKATOBI, Office
from tests.officers.pressing import buttons, forged


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
    assert "Dibuka petugas sampai kemarin: 0 kali." in "\n".join(office.say(sari, "dataku")), (
        "not at which minute"
    )
    office.turn(18, 0, 1)
    assert "Dibuka petugas sampai kemarin: 3 kali." in "\n".join(office.say(sari, "dataku"))


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
