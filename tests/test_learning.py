""" "Bolehkah ASN …?": answered from anywhere, kept nowhere; "not sure" where it is not; and what waits waits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from bot.cases.law import Law
from bot.cases.situation import Situations
from bot.conversation.draft import Draft, dump
from bot.conversation.form import current
from bot.conversation.message import Attachment, Heard, Line, Press, Say
from bot.conversation.scene import Sight
from bot.flows.learning import NINE, SITUATION
from bot.flows.report import REPORT
from bot.library import Library
from bot.talk.interview import FORMS
from bot.talk.person import Person
from bot.talk.talk import talk
from handlers.visit import MAKES
from storage import drafts
from storage.database import Database
from storage.keys import Keys
from storage.sql import sql
from tests.hours import Hours
from tests.phone import Phone
from tests.saying import START, STORY, Chat
from tests.talking import Saksi, library
from tests.test_talk import get_to_review

QUESTION = "boleh gak guru like postingan kakaknya yg nyaleg"
MEMORY = "boleh gak pns jadi saksi caleg di tps"
"""About a row that nobody has confirmed."""


def keys_of(say: Say) -> list[str]:
    return [line.key for line in say.lines]


def confirmed(law: Law, *keys: str) -> Law:
    """The law after an officer has confirmed these rows."""
    rows = tuple(
        replace(row, confirmed="Budi, Bawaslu Kab. Wakatobi, 2024-10-21") if row.key in keys else row
        for row in law.situations.rows
    )
    return replace(law, situations=Situations(law.situations.topics, rows))


@pytest.mark.parametrize("consented", [False, True])
def test_a_question_out_of_the_blue_is_answered_at_once(consented: bool) -> None:
    chat = Chat(Person(language="id", consented=consented))
    chat.hear(text=QUESTION)
    assert keys_of(chat.said[0]) == [
        "answer-about", "verdict-no", "because-like", "answer-basis", "answer-general",
    ]  # fmt: skip
    assert [option.key for option in chat.said[0].options] == ["again", "officer.like", "seen.like"]
    assert chat.acts == []


def test_what_is_from_memory_is_not_answered_before_an_officer_has_confirmed_it() -> None:
    chat = Chat()
    chat.hear(text=MEMORY)
    assert keys_of(chat.said[0]) == ["not-sure"]
    assert {"officer", "again"} <= {option.key for option in chat.said[0].options}
    known = replace(library(), law=confirmed(library().law, "witness"))
    answered = talk(Person(language="id"), Heard(START, "0f", text=MEMORY), Sight(known, "id"))
    assert [line.key for line in answered.steps[0].lines][:2] == ["answer-about", "verdict-no"]  # type: ignore[union-attr]


def test_a_row_from_memory_stands_in_no_list_before_it_is_confirmed() -> None:
    for law in (library().law, confirmed(library().law, "witness")):
        listed = [option.key for say in _lists(replace(library(), law=law)) for option in say.options]
        assert {f"open.{row.key}" for row in law.situations.rows if row.sure} <= set(listed)
        assert not {f"open.{row.key}" for row in law.situations.rows if not row.sure} & set(listed)


def test_a_list_has_nine_and_others_behind_one_more_choice() -> None:
    """Twelve rows in one topic: a page of nine, then three."""
    law = library().law
    rows = tuple(replace(row, topic="social", known="D") for row in law.situations.rows[:12])
    known = replace(library(), law=replace(law, situations=Situations(("social",), rows)))
    chat = Chat(Person(language="id", consented=True))
    first = _said(chat, known, press="topic.social.0")
    assert len(first.options) == NINE + 1
    assert first.options[-1].key == "topic.social.1"
    second = _said(chat, known, press="topic.social.1")
    assert [option.key for option in second.options[:-1]] == [f"open.{row.key}" for row in rows[NINE:]]
    assert second.options[-1].key == "topics.0"


def _lists(known: Library) -> Iterator[Say]:
    chat = Chat()
    for topic in known.law.situations.topics:
        for page in range(3):
            yield _said(chat, known, press=f"topic.{topic}.{page}")


def _said(chat: Chat, known: Library, press: str) -> Say:
    heard = Heard(START, "0f", press=Press("0e", SITUATION.name, press))
    step = talk(chat.person, heard, Sight(known, "id")).steps[0]
    assert isinstance(step, Say)
    return step


@pytest.mark.parametrize(
    "until", ["offence", "matter", "evidence", "story", "kind", "who", "where", "day", "identity", "review"]
)
def test_a_question_in_a_report_is_answered_and_its_place_kept(until: str) -> None:
    chat = _report(until)
    before = chat.person.drafts[-1]
    asked = current(REPORT, before)
    chat.hear(text=QUESTION)
    after = chat.person.drafts[-1]
    assert (after.form, dict(after.answers), current(REPORT, after)) == (
        "report",
        dict(before.answers),
        asked,
    )
    assert keys_of(chat.said[0])[:2] == ["answer-about", "verdict-no"]
    assert chat.said[0].options == ()
    assert chat.said[-1].question == (asked.name if asked else "review")


def _report(until: str) -> Chat:
    chat = Chat()
    if until == "matter":
        chat = Chat(Person(language="id", consented=True))
        chat.hear(text="lapor")
        chat.hear(text="8")
    else:
        get_to_review(chat, until=until)
    return chat


def test_a_story_that_ends_in_a_question_is_still_her_story() -> None:
    chat = _report("story")
    told = "Tadi siang pegawai kecamatan memasang spanduk di depan pasar, apakah itu boleh?"
    chat.hear(text=told)
    assert chat.person.drafts[-1].answers["story"] == told


def test_a_story_out_of_the_blue_is_not_swallowed_by_the_learning_mode() -> None:
    told = "Kemarin saya lihat camat bagi sembako di pasar dan mengajak memilih. Apa boleh?"
    chat = Chat(Person(language="id", consented=True))
    chat.hear(text=told)
    assert chat.person.drafts[-1].answers == {"story-early": told}
    fresh = Chat()
    fresh.hear(text=told)
    assert fresh.said[0].question == "consent"


def test_what_an_officer_asked_is_answered_and_no_question_of_hers() -> None:
    """Words that only may be a question are for the officer who waits."""
    waiting = Draft("answer", "a1", {"case": "K7M-4QX-3", "question": {"own": "Apakah masih terpasang?"}})
    chat = Chat(Person(language="id", consented=True, asked=(waiting,)))
    chat.hear(text="boleh saya kirim fotonya besok, pak guru?")
    assert [act.name for act in chat.acts] == ["answer"]


def test_to_report_from_an_answer_needs_the_yes_and_brings_the_offence_along() -> None:
    chat = Chat()
    chat.hear(text=QUESTION)
    chat.hear(text="3")
    assert (chat.said[0].question, chat.person.consented) == ("consent", False)
    chat.hear(text="1")
    report = chat.person.drafts[-1]
    assert (report.form, report.answers) == ("report", {"offence": "social"})
    assert Line("ack-offence", chat.said[-1].lines[1].values) == chat.said[-1].lines[1]
    assert current(REPORT, report) is REPORT.question("evidence")


@pytest.mark.parametrize("consented", [False, True])
def test_what_she_asked_about_goes_with_her_to_an_officer(consented: bool) -> None:
    """The public row in our words: hers were not kept; and before her yes not even that is written."""
    chat = Chat(Person(language="id", consented=consented))
    chat.hear(text=QUESTION)
    chat.hear(text="2")
    if not consented:
        assert dict(chat.person.drafts[-1].answers) == {"about": "like"}
        chat.hear(text="1")
    question = chat.person.drafts[-1]
    asked = "Bolehkah ini: Guru PNS atau PPPK memberi like pada postingan kampanye, walau kakak sendiri?"
    assert (question.form, dict(question.answers)) == (
        "consultation",
        {"topic": "neutrality", "story-early": asked},
    )
    chat.hear(text="1")
    assert chat.person.drafts[-1].answers["story"] == asked


def test_no_report_begins_without_the_yes() -> None:
    chat = Chat()
    chat.hear(text="tanya")
    chat.hear(text="lapor")
    assert [draft.form for draft in chat.person.drafts] == ["welcome"]


def test_a_photo_in_the_learning_mode_leads_to_the_notice() -> None:
    chat = Chat()
    chat.hear(text="tanya")
    chat.hear(attachments=(Attachment("f1", "photo", "s"),))
    assert chat.said[0].question == "consent"


def test_an_old_button_still_means_what_it_says() -> None:
    chat = Chat(Person(language="id", consented=True))
    chat.hear(text=QUESTION)
    old = chat.said[0]
    chat.hear(text="boleh gak mobil dinas dipakai kampanye")
    chat.hear(text="batal")
    chat.hear(press=Press(old.draft, old.question, "seen.like"))
    assert chat.person.drafts[-1].answers == {"offence": "social"}


@pytest.mark.parametrize(
    "value", ["seen.nothing", "open.", "topic.social", "topic.evil.0", "topics.x", "", "officer.evil"]
)
def test_a_button_that_is_none_of_ours_does_nothing(value: str) -> None:
    chat = Chat()
    chat.hear(press=Press("0" * 12, SITUATION.name, value))
    assert {draft.form for draft in chat.person.drafts} <= {"learn", "asking"}
    assert chat.said


def test_an_unfinished_report_is_offered_before_a_new_one_like_it() -> None:
    chat = _report("kind")
    chat.hear(text="tanya")
    chat.hear(text="boleh ga kades ikut kampanye")
    chat.hear(text="3")
    assert chat.said[-1].question == "resume"


@pytest.mark.parametrize("channel", MAKES)
def test_the_database_holds_nothing_of_a_question(channel: str, database_url: str, keys: Keys) -> None:
    """While its choices stand, which public row is on the screen; and after the next word not even that."""
    database = Database(database_url, lambda: START)
    saksi = Saksi(database, keys)
    phone = Phone(saksi, channel, "1001")
    try:
        phone.line(QUESTION)
        kept = _drafts(saksi, phone)
        assert [(draft.form, dict(draft.answers), draft.said) for draft in kept] == [("learn", {}, {})]
        assert kept[0].pending == {"of": "situation", "shown": "like"}
        phone.line("boleh gak honorer cantik jadi timses xyzzy")
        assert [draft.pending for draft in _drafts(saksi, phone)] == [
            {"of": "situation", "near": ["honorer-campaign"]}
        ]
        assert not any(
            word in dump(draft) for draft in _drafts(saksi, phone) for word in ("kakak", "xyzzy", "guru")
        )
        phone.line("makasih")
        assert _drafts(saksi, phone) == []
        assert _rows(database, "SELECT count(*) FROM inbox WHERE sealed IS NOT NULL") == [0]
        assert _rows(database, "SELECT count(*) FROM outbox WHERE sealed IS NOT NULL") == [0]
        assert [
            _rows(database, f"SELECT count(*) FROM {table}")
            for table in ("dossier", "case_file", "case_event")
        ] == [[0]] * 3
    finally:
        database.dispose()


def _drafts(saksi: Saksi, phone: Phone) -> list[Draft]:
    with saksi.database.reading() as db:
        return list(drafts.load(db, saksi.keys, phone.lane).under_way)


def _rows(database: Database, statement: str) -> list[int]:
    with database.reading() as db:
        return list(db.connection().execute(sql(statement)).scalars())


def test_the_screen_of_an_answer_is_forgotten_after_an_hour(
    database_url: str, keys: Keys, tmp_path: Path
) -> None:
    hours = Hours(database_url, keys, tmp_path)
    phone = hours.sari()
    hours.talk(phone, QUESTION)
    hours.pass_by(minutes=59)
    assert hours.tick() == []
    hours.pass_by(minutes=2)
    assert hours.tick() == ["drafts"]
    assert hours.count("draft") == 0
    hours.database.dispose()


def test_a_number_an_hour_later_is_no_answer_to_what_was_forgotten() -> None:
    chat = Chat(Person(language="id", consented=True))
    chat.hear(text=QUESTION)
    chat.at += timedelta(hours=1)
    chat.hear(text="3")
    assert chat.person.drafts[-1].form == "menu"


def test_every_way_there_opens_the_topics() -> None:
    for before, said in (
        (("halo",), "3"),
        (("halo", "1", "menu"), "2"),
        ((), "tanya"),
        ((), "/tanya"),
        (("english",), "ask"),
    ):
        chat = Chat()
        for text in (*before, said):
            chat.hear(text=text)
        assert chat.said[-1].question == SITUATION.name, said
        assert len(chat.said[-1].options) <= NINE


def test_a_story_given_in_the_learning_mode_is_offered_for_a_report() -> None:
    chat = Chat(Person(language="id", consented=True))
    chat.hear(text="tanya")
    chat.hear(text=STORY)
    assert chat.person.drafts[-1].form == "menu"
    assert chat.person.drafts[-1].answers == {"story-early": STORY}


def test_it_gives_way_to_whatever_else_she_wants() -> None:
    for said, form in (("lapor", "report"), ("menu", "menu"), ("bahasa", "language")):
        chat = Chat(Person(language="id", consented=True))
        chat.hear(text=QUESTION)
        chat.hear(text=said)
        assert [draft.form for draft in chat.person.drafts] == [form]
    assert "learn" in FORMS
