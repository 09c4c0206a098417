"""Drafts that a release left behind still reach the review, whatever a later release does to the form.

`drafts/*.json` are as they were written; they are added to, never changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.conversation.asking import half_answer
from bot.conversation.day import Day
from bot.conversation.draft import Draft, dump, revive
from bot.conversation.form import Form, current
from bot.conversation.message import Heard, Press
from bot.conversation.question import Choice, Question
from bot.conversation.scene import Sight
from bot.conversation.turn import turn
from bot.flows.report import REPORT
from tests.saying import START, STORY
from tests.talking import library

pytestmark = pytest.mark.unit

FOLDER = Path(__file__).parent / "drafts"
CORPUS = sorted(FOLDER.glob("*.json"))
SIGHT = Sight(library(), "id")
ANSWERS = {
    "offence": "1", "matter": "1", "evidence": "1", "story": STORY, "kind": "1", "who": "camat", "link": "x.com/y",
    "where": "Wanci, Wakatobi", "day": "kemarin", "happened": "1", "identity": "1", "name": "Sari",
    "phone": "lewati", "menu": "1", "note": STORY,
}  # fmt: skip


def _with(form: Form, *questions: Question) -> Form:
    return replace(form, questions=questions)


def _without(name: str) -> Form:
    return _with(REPORT, *(question for question in REPORT.questions if question.name != name))


def _renamed(old: str, new: str) -> Form:
    return _with(REPORT, *(replace(one, name=new) if one.name == old else one for one in REPORT.questions))


def _withdrawn(name: str, key: str) -> Form:
    """The option is no longer offered."""
    choice = REPORT.question(name)
    assert isinstance(choice, Choice)
    left = replace(choice, of=tuple(own for own in choice.of if own != key))
    return _with(REPORT, *(left if one is choice else one for one in REPORT.questions))


ADDED = Choice("menu", of=("report", "help"))
FORMS: Mapping[str, Form] = {
    "as it is": REPORT,
    "a question added": _with(REPORT, *REPORT.questions[:3], ADDED, *REPORT.questions[3:]),
    "one removed": _without("link"),
    "another removed": _without("where"),
    "one renamed": _renamed("story", "note"),
    "in another order": _with(REPORT, *REPORT.questions[:2], *reversed(REPORT.questions[2:])),
    "an option withdrawn": _withdrawn("offence", "billboard"),
    "another option withdrawn": _withdrawn("identity", "anonymous"),
}
"""What a later release may have made of the report. A question whose words are gone too stands alone in its line."""


@pytest.mark.parametrize("change", FORMS)
@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_an_old_draft_still_reaches_the_review(path: Path, change: str) -> None:
    form, draft = FORMS[change], revive(path.read_text("utf-8"))
    given = {name: value for name, value in draft.answers.items() if name != "evidence"}
    for step in range(40):
        question = current(form, draft)
        if question is None:
            break
        draft = turn(form, draft, _heard(form, draft, question, step), SIGHT).draft
    assert current(form, draft) is None
    if change == "as it is" and not draft.revisiting:
        assert {name: draft.answers[name] for name in given if name in draft.answers} == given


def _heard(form: Form, draft: Draft, question: Question, step: int) -> Heard:
    if question is not form.evidence:
        return Heard(START, f"{step:012x}", text="1" if half_answer(form, draft) else _usual(question))
    assert form.evidence is not None
    held = form.evidence.held(draft.answers)
    key = "forget" if held["voice"] else "done" if held["files"] else "without" if held["trouble"] else "none"
    return Heard(START, f"{step:012x}", press=Press(draft.id, question.name, key))


def _usual(question: Question) -> str:
    return "12 oktober" if isinstance(question, Day) else ANSWERS[question.name]


def test_the_corpus_holds_every_place_of_the_report() -> None:
    drafts = [revive(path.read_text("utf-8")) for path in CORPUS]
    places = {question.name if (question := current(REPORT, draft)) else "review" for draft in drafts}
    assert places == {question.name for question in REPORT.questions} | {"review"}
    assert any(draft.pending for draft in drafts)
    assert any(draft.revisiting for draft in drafts)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_a_draft_of_an_older_release_misses_nothing_it_needs(path: Path) -> None:
    """What a later release no longer knows is left out, and what it knew not yet is at rest."""
    draft = revive(path.read_text("utf-8"))
    unknown = dump(draft).replace('"misses":', '"forgotten":1,"misses":', 1)
    assert revive(unknown) == draft
