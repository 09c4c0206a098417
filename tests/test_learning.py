""" "Bolehkah ASN …?": answered from anywhere; and what waits waits."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation.draft import Draft
from bot.conversation.form import current
from bot.conversation.message import Attachment, Line, Press, Say
from bot.flows.learning import NINE, SITUATION
from bot.flows.report import REPORT
from bot.talk.interview import FORMS
from bot.talk.person import Person
from tests.saying import STORY, Chat
from tests.test_talk import get_to_review

pytestmark = pytest.mark.unit

QUESTION = "boleh gak guru like postingan kakaknya yg nyaleg"


def keys_of(say: Say) -> list[str]:
    return [line.key for line in say.lines]


@pytest.mark.parametrize("consented", [False, True])
def test_a_question_out_of_the_blue_is_answered_at_once(consented: bool) -> None:
    chat = Chat(Person(language="id", consented=consented))
    chat.hear(text=QUESTION)
    assert keys_of(chat.said[0]) == [
        "answer-about", "verdict-no", "because-like", "answer-basis", "answer-general",
    ]  # fmt: skip
    assert [option.key for option in chat.said[0].options] == ["again", "officer.like", "seen.like"]
    assert chat.acts == []


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
        assert [option.key for option in chat.said[-1].options][NINE:] == ["officer"], (
            "an officer is one press away"
        )


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
