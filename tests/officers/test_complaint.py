"""From a report that lay too long, or was not pursued, to the Ombudsman: once a decision, and nobody else hears."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from bot.conversation.draft import Draft
from storage import cases, drafts
from storage.cases import Filing
from storage.keys import Keys
from tests.officers.office import STORY, TICKET, Office
from tests.phone import Phone

HARM = "Sejak laporan masuk tidak ada yang memeriksa, dan usaha saya rugi."
BEFORE = ("2", "1", "1", "1", "Ke kantor itu lewat surat, belum dijawab")
COMPLAINT = (*BEFORE, HARM, "Laporan saya dijawab", "1", "1", "Sari Wulandari", "1", "kirim")
ASKED_FOR = f"OMBUDSMAN {TICKET}"

ON_ONE = pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
"""What does not hang on the SQL is tried on one engine."""


@pytest.fixture
def budi(office: Office) -> Phone:
    return office.officer("2001")


@pytest.fixture
def dewi(office: Office) -> Phone:
    return office.officer("2003", "ombudsman:74", name="Dewi")


def complains(office: Office, sari: Phone) -> str:
    """The number of her complaint."""
    read = office.say(sari, ASKED_FOR, *COMPLAINT)
    (line,) = [one for one in read if one.startswith("Nomor laporan: ")]
    return line.removeprefix("Nomor laporan: ")


def not_pursued(office: Office, sari: Phone, budi: Phone) -> None:
    office.report(sari)
    budi.read()
    office.say(budi, "[Ambil]", "[Tidak dilanjutkan]", "[buktinya belum cukup]", "[Tanpa kalimat]", "[Kirim]")
    sari.read()


@ON_ONE
def test_while_an_office_is_in_time_she_may_only_ask(office: Office, budi: Phone) -> None:
    sari = office.citizen()
    office.report(sari)
    read = office.say(sari, ASKED_FOR)
    assert read[0].startswith(f"Jawaban Anda dari {TICKET} sudah dibawa ke pertanyaan baru ini")
    assert not any("Melapor" in line or "mengeluh" in line.casefold() for line in read), read


@ON_ONE
def test_one_complaint_a_decision_and_another_decision_is_another_complaint(
    office: Office, budi: Phone, dewi: Phone
) -> None:
    sari = office.citizen()
    not_pursued(office, sari, budi)
    first = complains(office, sari)
    assert office.say(sari, ASKED_FOR)[0].startswith(
        f"Tentang keputusan itu sudah ada laporan Anda ke Ombudsman: {first}"
    )
    office.say(budi, TICKET, "[Buka lagi]", "1", "[Kirim]")
    office.say(budi, TICKET, "[Tidak dilanjutkan]", "[buktinya belum cukup]", "[Tanpa kalimat]", "[Kirim]")
    sari.read()
    second = complains(office, sari)
    assert office.case(first).against != office.case(second).against
    assert {office.case(first).grown_from, office.case(second).grown_from} == {office.case().id}


def test_two_that_were_begun_before_either_was_sent_become_one(office: Office, budi: Phone) -> None:
    sari = office.citizen()
    not_pursued(office, sari, budi)
    office.say(sari, ASKED_FOR, *COMPLAINT[:-1])
    first = office.say(sari, ASKED_FOR, *COMPLAINT)
    assert any(line.startswith("Nomor laporan: ") for line in first), first
    with office.database.reading() as db:
        made = cases.grown_of(db, office.case().id)
    office.say(sari, "Halo", "1")
    read = office.say(sari, "kirim")
    assert any(line.startswith("Tentang keputusan itu sudah ada") for line in read), read
    with office.database.reading() as db:
        assert [one.id for one in cases.grown_of(db, office.case().id)] == [one.id for one in made]


def test_the_database_holds_one_however_many_press_at_once(office: Office, keys: Keys, budi: Phone) -> None:
    not_pursued(office, office.citizen(), budi)
    prior, together, ended = office.case(), threading.Barrier(4), list[str]()

    def files(number: int) -> None:
        together.wait(30)
        try:
            with office.database.transaction() as db:
                lane, now = f"lane-{number}", office.database.now()
                none = drafts.load(db, keys, lane)
                draft = Draft("complaint", f"d{number}")
                dossier = drafts.save(db, keys, lane, none, (draft,), (), now)[draft.id]
                filing = Filing(
                    f"T{number}", "8F2K-QM7T-4XRW", "complaint", "handling", "", "74.07", "ombudsman:74", "", "open",
                    None, None, {"answers": {}}, {}, grown_from=prior.id, against=f"{prior.id}:3",
                )  # fmt: skip
                cases.file(
                    db, keys, f"case-{number}", filing, dossier, "waiting", now, {"desk": "ombudsman:74"}
                )
            ended.append("filed")
        except IntegrityError:
            ended.append("refused")

    threads = [threading.Thread(target=files, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(ended) == ["filed", "refused", "refused", "refused"]


@ON_ONE
def test_the_desk_before_hears_nothing_and_the_ombudsman_reads_days_and_desks_only(
    office: Office, budi: Phone, dewi: Phone
) -> None:
    sari = office.citizen()
    not_pursued(office, sari, budi)
    budi.read()
    happened = office.happened()
    ticket = complains(office, sari)
    assert office.happened() == happened, "nothing stands in the history of the desk before"
    assert budi.read() == []
    assert office.say(budi, ticket)[0] == "Laporan itu tidak ada di meja Anda."
    assert not any(ticket in line or "Ombudsman" in line for line in office.say(budi, "[Riwayat]", TICKET))

    dewi.read()
    office.say(dewi, "[Ambil]")
    read = "\n".join((*office.say(dewi, "[Keluhan]"), *office.say(dewi, "[Kasus sebelumnya]")))
    assert HARM in read
    assert "Kamis, 17 Okt: tidak dilanjutkan, Bawaslu Kab. Wakatobi" in read
    for hidden in (STORY, STORY[:30], "Pak Harun", TICKET, "Budi", "Sari"):
        assert hidden not in read, hidden
    assert "Laporan itu tidak ada di meja Anda." in office.say(dewi, TICKET)


@ON_ONE
def test_her_story_goes_along_only_where_she_presses_for_it(office: Office, budi: Phone, keys: Keys) -> None:
    sari = office.citizen()
    not_pursued(office, sari, budi)
    used = (*BEFORE, "1", *COMPLAINT[6:])
    read = office.say(sari, ASKED_FOR, *used)
    (line,) = [one for one in read if one.startswith("Nomor laporan: ")]
    with office.database.reading() as db:
        content = cases.content_of(db, keys, office.case(line.removeprefix("Nomor laporan: ")))
    assert content is not None
    assert content["answers"]["story"] == STORY
    assert "Sari Wulandari" not in json.dumps(content), "her name is sealed apart"


@ON_ONE
def test_erased_it_is_gone_and_the_report_stays_as_it_was(
    office: Office, budi: Phone, keys: Keys, tmp_path: Path
) -> None:
    sari = office.citizen()
    not_pursued(office, sari, budi)
    ticket = complains(office, sari)
    assert any(f"Lanjutannya: {ticket}." in line for line in office.say(sari, f"status {TICKET}"))
    assert any(f"Berasal dari {TICKET}." in line for line in office.say(sari, f"status {ticket}"))
    office.say(sari, f"hapus {ticket}", "1")
    assert (office.case(ticket).status, office.case().status) == ("erased", "not_pursued")
    with office.database.reading() as db:
        assert cases.content_of(db, keys, office.case(ticket)) is None
        assert cases.content_of(db, keys, office.case()) is not None


@ON_ONE
@pytest.mark.parametrize("back", ["tarik", "hapus"])
def test_taken_back_before_it_was_decided_on_it_does_not_use_up_the_one(
    office: Office, budi: Phone, dewi: Phone, back: str
) -> None:
    sari = office.citizen()
    not_pursued(office, sari, budi)
    first = complains(office, sari)
    office.say(sari, f"{back} {first}", "1")
    assert office.case(first).status in {"withdrawn", "erased"}
    second = complains(office, sari)
    office.say(dewi, second, "[Ambil]", "[Belum dapat diterima]", "1", "[Tanpa kalimat]", "[Kirim]")
    assert office.case(second).status == "not_pursued"
    office.say(sari, f"{back} {second}", "1")
    assert any(second in line for line in office.say(sari, ASKED_FOR)), "the Ombudsman has decided on it"


@ON_ONE
def test_who_asks_first_about_a_decision_has_a_question_that_knows_the_report(
    office: Office, budi: Phone, dewi: Phone
) -> None:
    sari = office.citizen()
    not_pursued(office, sari, budi)
    happened = office.happened()
    read = office.say(sari, ASKED_FOR, "1", "Bolehkah laporan dihentikan begitu?", "1", "1", "1", "kirim")
    (line,) = [one for one in read if one.startswith("Nomor pertanyaan: ")]
    asked = line.removeprefix("Nomor pertanyaan: ")
    assert office.case(asked).grown_from == office.case().id
    assert any(asked in one for one in office.say(sari, f"status {TICKET}"))
    assert any(TICKET in one for one in office.say(sari, f"status {asked}"))
    assert office.happened() == [*happened, ("consulted", "citizen")]
    assert not any(asked in one for one in office.say(budi, TICKET, "[Riwayat]"))
