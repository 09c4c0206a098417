"""Officers ask, and she answers in the same chat: in words, with a photo, or not at all; nothing is interrupted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from bot.cases.lifecycle import Role
from handlers.casework import moves, undo
from handlers.casework.work import Moved, Notice, Office, Work
from handlers.variables import PushDelay
from storage import cases, desks, events, evidence
from storage.desks import Officer
from storage.keys import Keys
from storage.ulid import ulid
from tests.hours import TICKET, Hours, letters
from tests.phone import Phone
from tests.talking import library

DESK = "bawaslu:74.07"
ASKED = 'Petugas bertanya: "Apakah masih terpasang hari ini?"'


class Talking:
    """Sari has reported by her phone; Budi asks by casework."""

    def __init__(self, hours: Hours, channel: str) -> None:
        self.hours = hours
        self.told: list[Notice] = []
        self.office = Office(PushDelay(10, 40), notice=lambda work, case, notice: self.told.append(notice))
        hours.saksi.reception = replace(hours.saksi.reception, office=self.office)
        self.sari = Phone(hours.saksi, channel, "1001")
        hours.report(self.sari)
        hours.turn(17, 9)
        with hours.database.transaction() as db:
            code, _ = desks.invite(
                db, hours.keys, desk=DESK, role=Role.OFFICER, name="Budi", now=hours.at, drawn=bytes(32)
            )
            budi = desks.enrol(
                db, hours.keys, code, id=ulid(hours.at, bytes(10)), lane="budi", channel="telegram",
                address="9", now=hours.at,
            )  # fmt: skip
        assert isinstance(budi, Officer)
        self.budi = budi
        self.move("take")
        hours.pass_by(hours=1)
        self.sari.read()

    def move(self, key: str, **given: Any) -> Moved:
        case = self.hours.case()
        with self.hours.database.transaction() as db:
            done = moves.move(self.work(db), self.budi, case.id, case.step, key, given)
        assert isinstance(done, Moved), done
        return done

    def work(self, db: Any) -> Work:
        return Work(db, self.hours.keys, library(), self.office, self.hours.at, self.hours.at)

    def ask(self, wait: float = 1) -> list[str]:
        """The question, and what she reads after some hours."""
        self.move("ask", question={"ready": "still"})
        self.hours.pass_by(hours=wait)
        return self.sari.read()

    def says(self, *lines: str) -> list[str]:
        return self.hours.talk(self.sari, *lines)

    def secret(self) -> Any:
        """What the last event holds sealed."""
        case = self.hours.case()
        with self.hours.database.reading() as db:
            dossier = cases.dossier_of(db, self.hours.keys, case)
            return events.secret_of(self.hours.events()[-1], case.id, dossier)

    def files(self) -> int:
        with self.hours.database.reading() as db:
            return sum(row.state == "stored" for row in evidence.of(db, self.hours.case().dossier_id))


@pytest.fixture(params=["whatsapp", "telegram"])
def talking(
    database_url: str, keys: Keys, tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Talking]:
    hours = Hours(database_url, keys, tmp_path)
    yield Talking(hours, request.param)
    hours.database.dispose()


def test_words_out_of_nowhere_are_the_answer(talking: Talking) -> None:
    assert ASKED in talking.ask()[1]
    assert talking.says("tidak") == [
        f"Terima kasih, jawaban Anda untuk {TICKET} tersimpan dan disampaikan ke petugas."
    ]
    case = talking.hours.case()
    assert (case.status, case.officer_id) == ("examined", talking.budi.id)
    assert talking.hours.happened()[-1] == ("answer", "citizen")
    assert talking.secret()["note"] == "tidak"
    assert [(notice.key, notice.to) for notice in talking.told] == [("answered", talking.budi.id)]
    assert "answer" not in talking.hours.open_deadlines()
    with talking.hours.database.reading() as db:
        assert events.broken_at(db, case.id) is None


@pytest.mark.parametrize("said", ["1", "Iya, masih. Tadi pagi saya lewat lagi."])
def test_whatever_she_says_is_her_answer(talking: Talking, said: str) -> None:
    talking.ask()
    read = talking.says(said)
    assert (talking.secret() or {}).get("note") == said, read


def test_a_photo_is_an_answer_and_belongs_to_the_case(talking: Talking) -> None:
    talking.ask()
    shown = talking.says("[foto]")
    assert "1 foto sudah tersimpan. Masih ada? Kirim saja." in shown
    assert talking.hours.case().status == "asked"
    assert talking.says("selesai")[0].startswith("Terima kasih, jawaban Anda")
    assert talking.files() == 1
    assert len(talking.hours.events()[-1].data["files"]) == 1


def test_words_after_a_photo_belong_to_it(talking: Talking) -> None:
    talking.ask()
    talking.says("[foto]")
    talking.says("Masih ada di sana, ini fotonya")
    assert talking.secret()["note"] == "Masih ada di sana, ini fotonya"
    assert talking.files() == 1


def test_she_need_not_answer(talking: Talking) -> None:
    talking.ask()
    assert "Petugas tetap melanjutkan." in talking.says("LEWATI")[-1]
    assert talking.hours.case().status == "examined"
    assert talking.hours.happened()[-1] == ("skip", "citizen")


def test_buttons_answer_or_skip(talking: Talking) -> None:
    if talking.sari.channel != "telegram":
        pytest.skip("there are no buttons in a push where choices are numbered")
    talking.ask()
    assert ASKED in talking.says("[Jawab]")[0]
    assert talking.says("[Lewati]")[0].startswith("Baik, pertanyaan")


def test_a_question_takes_nothing_from_the_interview_under_way(talking: Talking) -> None:
    talking.says("lapor")
    talking.says("1" if talking.sari.channel == "whatsapp" else "[Memasang baliho atau spanduk]")
    talking.ask()
    shown = talking.says("[foto]")
    assert any("1 foto sudah tersimpan" in line for line in shown)
    assert talking.hours.case().status == "asked"
    talking.says("batal")
    talking.says("Masih terpasang")
    assert talking.hours.happened()[-1] == ("answer", "citizen")


def test_a_greeting_brings_no_question_up(talking: Talking) -> None:
    talking.ask()
    said = talking.says("Halo")
    assert not any(TICKET in line or "Petugas bertanya" in line for line in said)
    assert talking.hours.case().status == "asked"


def test_before_she_has_heard_the_question_nothing_is_its_answer(talking: Talking) -> None:
    talking.move("ask", question={"ready": "still"})
    talking.says("Masih")
    assert talking.hours.case().status == "asked"
    case = talking.hours.case()
    with talking.hours.database.transaction() as db:
        assert isinstance(undo.undo(talking.work(db), talking.budi, case.id, case.step), Moved)
    talking.hours.pass_by(hours=2)
    assert not any("Petugas bertanya" in line for letter in letters(talking.sari.read()) for line in letter)


def test_an_answer_that_comes_too_late_is_an_addition(talking: Talking) -> None:
    talking.ask()
    talking.says("[foto]")
    case = talking.hours.case()
    with talking.hours.database.transaction() as db:
        work = talking.work(db)
        done = moves.move(
            work,
            talking.budi,
            case.id,
            case.step,
            "not_pursue",
            {"reason": "other", "sentence": "belum cukup"},
        )
        assert isinstance(done, Moved)
    assert talking.says("Masih ada")[-1] == f"Tambahan untuk {TICKET} tersimpan. Terima kasih."
    assert talking.hours.case().status == "not_pursued"
    assert talking.files() == 1


def test_a_locked_chat_answers_nothing(talking: Talking) -> None:
    talking.says("kunci")
    talking.move("ask", question={"ready": "still"})
    talking.hours.turn(17, 12)
    assert talking.sari.read() == [f"Ada kabar untuk {TICKET}."]
    talking.says("Masih")
    assert talking.hours.case().status == "asked"
