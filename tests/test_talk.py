"""Whatever is said, in any order: nothing raises, nothing is lost, and every answer is her own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.conversation import screen
from bot.conversation.asking import BACK, ask
from bot.conversation.draft import Draft, dump, revive
from bot.conversation.evidence import Evidence
from bot.conversation.form import current
from bot.conversation.message import Heard, Press, Say
from bot.conversation.turn import turn
from bot.flows.report import REPORT
from bot.talk.interview import FORMS
from handlers.reception import DO
from handlers.telegram.render import render
from handlers.visit import MAKES
from tests.saying import SPOKEN, START, STORY, Chat, messages
from tests.talking import library

pytestmark = pytest.mark.unit

FAST = settings(deadline=None, suppress_health_check=list(HealthCheck), max_examples=40)
USUAL = {
    "consent": "1", "consented": "1", "offence": "1", "matter": "1", "evidence": "tidak ada", "story": STORY,
    "kind": "1", "who": "camat", "link": "facebook.com/x", "where": "Wanci, Wakatobi", "day": "kemarin",
    "happened": "12 oktober",
    "identity": "1", "name": "Sari", "phone": "0812 3456 7890",
}  # fmt: skip


@given(st.data())
@FAST
def test_whatever_is_said_it_is_answered_in_words_that_are_there(data: st.DataObject) -> None:
    chat = Chat()
    if data.draw(st.booleans()):
        get_to_review(chat, until=data.draw(st.sampled_from((*USUAL, "review"))))
    for _ in range(12):
        answer = chat.hear(**data.draw(messages(chat)))
        for say in chat.said:
            assert say.lines or say.options
            read(say, chat.person.language)
        assert {act.name for act in chat.acts} <= DO.keys()
        drafts = [draft.id for draft in (*answer.person.drafts, *answer.person.kept)]
        assert len(drafts) == len(set(drafts))
        assert {draft for draft, _ in answer.wants} <= {*drafts, *(a.draft.id for a in chat.acts if a.draft)}


def test_the_button_that_starts_a_bot_agrees_to_nothing() -> None:
    """English calls the yes "I agree, start", and Telegram's own button sends /start."""
    chat = Chat()
    for said in ("english", "/start", "/start"):
        chat.hear(text=said)
    assert not chat.person.consented
    chat.hear(text="start")
    assert chat.person.consented


@given(st.data())
@FAST
def test_an_answer_changes_only_by_its_own_question(data: st.DataObject) -> None:
    """A text or a file said at one question touches no other answer; a place or a press names its own."""
    chat = Chat()
    get_to_review(chat, until=data.draw(st.sampled_from((*tuple(USUAL)[2:], "review"))))
    draft = chat.person.drafts[-1]
    if draft.form != "report":
        return
    said = data.draw(messages(chat))
    heard = Heard(chat.at, "f" * 12, **{"ref": "new", **said})
    now = turn(REPORT, draft, heard, chat.sight).draft
    changed = {
        name for name in {*draft.answers, *now.answers} if draft.answers.get(name) != now.answers.get(name)
    }
    here = current(REPORT, draft)
    own = {here.name if here else "province", "evidence", "story-early"}
    if heard.press is not None:
        own |= {heard.press.question}
    if heard.edited:
        own |= {draft.said.get(heard.ref, "")}
    if said.get("press") and heard.press and heard.press.value.startswith("@edit"):
        own |= {"evidence"}
    assert changed <= own


@given(st.data())
@FAST
def test_from_anywhere_back_and_answers_lead_to_the_review(data: st.DataObject) -> None:
    chat = Chat()
    get_to_review(chat, until=data.draw(st.sampled_from((*USUAL, "review"))))
    for _ in range(6):
        chat.hear(**data.draw(messages(chat)))
    for _ in range(data.draw(st.integers(0, 4))):
        chat.hear(text="kembali")
    chat.hear(text="batal")
    get_to_review(chat)
    assert chat.person.drafts[-1].form == "report"
    assert current(REPORT, chat.person.drafts[-1]) is None


def get_to_review(chat: Chat, until: str = "review") -> None:
    """Answer whatever is asked, until the review or the question named."""
    for _ in range(60):
        draft = chat.person.drafts[-1] if chat.person.drafts else None
        question = current(FORMS[draft.form], draft) if draft else None
        if (
            draft
            and draft.form in ("report", "welcome")
            and (question.name if question else "review") == until
        ):
            return
        if draft is None or draft.form in ("menu", "sent", "language", "clean"):
            chat.hear(text="lapor")
        elif question is None:
            return
        elif draft.form in ("resume", "loose"):
            chat.hear(text="1")
        elif draft.form not in ("report", "welcome"):
            chat.hear(text="batal")
        elif isinstance(question, Evidence):
            key = ask(FORMS[draft.form], draft, Heard(chat.at, "x"), chat.sight).options[0].key
            chat.hear(press=Press(draft.id, question.name, "forget" if key == "keep" else key))
        else:
            chat.hear(text=_usual(draft, question.name))
    raise AssertionError(f"stuck at {chat.person.drafts}")


def _usual(draft: Draft, name: str) -> str:
    return "1" if draft.pending else USUAL[name]


def read(say: Say, language: str) -> None:
    """Render it as every channel does: a missing word or variable, an oversized button are errors."""
    for channel, make in MAKES.items():
        if say.only in ("", make):
            words = library().words
            shown = screen.numbered if make == "numbers" else screen.text
            assert shown(say, words, language, channel).strip()
    if say.only in ("", "buttons"):
        render(say, library().words, language)


def stages() -> Iterator[tuple[str, Draft]]:
    """The report at each question, as usually answered; and the review."""
    for offence, identity in (("1", "1"), ("2", "2"), ("8", "3")):
        chat = Chat()
        for _ in range(30):
            draft = chat.person.drafts[-1] if chat.person.drafts else None
            question = current(FORMS[draft.form], draft) if draft else None
            if draft and draft.form == "report":
                yield f"{offence}{identity}-{question.name if question else 'review'}", draft
                if question is None:
                    break
            said = {**USUAL, "offence": offence, "identity": identity, "evidence": "1"}
            chat.hear(text=said[question.name] if question else "halo")


STAGES = dict(stages())


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("stage", STAGES)
def test_every_option_is_reached_by_button_by_number_and_by_title(stage: str, language: str) -> None:
    """Each way gives the same draft and the same screen; a choice that only buttons show has its word."""
    draft, chat = STAGES[stage], Chat()
    chat.person = chat.person.__class__(language=language, consented=True, drafts=(draft,))
    say = ask(REPORT, draft, Heard(START, "x"), chat.sight)
    listed = [option for option in say.options if option.only != "buttons"]
    for number, option in enumerate(listed, 1):
        if option.key == BACK.key:
            continue
        press = _turned(chat, draft, press=Press(say.draft, say.question, option.key))
        assert _turned(chat, draft, text=str(number)) == press, option
        title = screen.label(option, library().words, language, "")
        if not option.key.startswith("@edit"):
            assert _turned(chat, draft, text=title) == press, title
    for option in say.options:
        if option.only == "buttons":
            assert _turned(chat, draft, press=Press(say.draft, say.question, option.key)) is not None


def _turned(chat: Chat, draft: Draft, **said: Any) -> tuple[Any, ...]:
    told = turn(REPORT, draft, Heard(START, "y", **said), chat.sight)
    return told.draft.answers, told.draft.revisiting, told.submitted, [say.lines for say in told.says]


@pytest.mark.parametrize("stage", STAGES)
def test_writing_a_draft_out_between_two_messages_changes_nothing(stage: str) -> None:
    chat, draft = Chat(), STAGES[stage]
    for text in SPOKEN:
        heard = Heard(START, "y", text=text)
        once = turn(REPORT, draft, heard, chat.sight)
        again = turn(REPORT, revive(dump(draft)), heard, chat.sight)
        assert (dump(once.draft), once.says, once.submitted) == (
            dump(again.draft),
            again.says,
            again.submitted,
        )
        for say in once.says:
            read(say, "id")
