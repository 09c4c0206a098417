"""A message as the answer to a question: understood, half understood, or helped along."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.conversation.asking import ask, ask_after, asking_again, reopened, scene_of, stay
from bot.conversation.draft import Draft
from bot.conversation.early import early_story, misplaced_pin
from bot.conversation.form import Form, current, group_of, path
from bot.conversation.message import Heard, Line, Say
from bot.conversation.outcome import Answer, Half, Missed, Turn
from bot.conversation.question import Question
from bot.conversation.scene import Sight


def answered(
    form: Form, draft: Draft, question: Question, heard: Heard, sight: Sight, *, jumped: bool = False
) -> Turn:
    """Put `heard` to the question. `jumped`: an older button was pressed, so she goes on where she was."""
    scene = scene_of(form, draft, heard, sight)
    match question.understand(heard, scene):
        case Answer(value=value, stay=True, wants=wants, drops=drops):
            kept = keep(draft, question, value, heard)
            if current(form, kept) is question:
                return Turn(kept, (ask(form, kept, heard, sight),), wants, drops)
            progress = form.evidence.progress(value, late=True) if form.evidence and wants else ()
            return replace(stay(form, kept, heard, sight, *progress), wants=wants, drops=drops)
        case Answer(value=value, wants=wants, drops=drops):
            kept = keep(draft, question, value, heard)
            kept = replace(kept, revisiting="" if jumped else _next_in_group(form, draft, kept))
            ack = question.ack(value, scene_of(form, kept, heard, sight))
            going = go_on(form, kept, heard, sight, ack, first=not draft.revisiting)
            return replace(going, wants=wants, drops=drops)
        case Half(pending=pending):
            half = replace(draft, pending={"of": question.name, **pending}, misses=0)
            return Turn(half, (ask(form, half, heard, sight),))
        case Missed(line=line, calm=True):
            calm = replace(draft, pending=None)
            return Turn(calm, (asking_again(form, calm, heard, sight, *_lines(line)),))
        case Missed(line=line):
            other = misplaced_pin(form, draft, question, heard) or early_story(form, draft, question, heard)
            if other is not None:
                return _for_later(form, other.draft, question, heard, sight, other.line)
            return _missed(form, draft, question, line, heard, sight)


def go_on(
    form: Form, draft: Draft, heard: Heard, sight: Sight, ack: Line | None, *, first: bool = True
) -> Turn:
    """After an answer: submit where nothing is left to ask or to review, else the next screen."""
    if form.review is None and current(form, draft) is None:
        return Turn(draft, submitted=True)
    passed = ack is not None and ack.key.startswith("passed")
    screens = ask_after(form, draft, heard, sight, *_lines(ack), brief=passed)
    at_review = form.review is not None and current(form, draft) is None
    warning = (
        form.review.warn(scene_of(form, draft, heard, sight)) if form.review and at_review and first else ()
    )
    return Turn(draft, (*((Say(warning),) if warning else ()), *screens))


def keep(draft: Draft, question: Question, value: Any, heard: Heard) -> Draft:
    """The draft with this answer. Which message gave it is remembered, of the newest alone."""
    said = {ref: name for ref, name in draft.said.items() if name != question.name}
    if heard.ref and heard.text:
        said[heard.ref] = question.name
    return replace(draft, answers={**draft.answers, question.name: value}, misses=0, pending=None, said=said)


def pass_over(form: Form, draft: Draft, question: Question, heard: Heard, sight: Sight) -> Turn | None:
    """Go on without an answer of hers: the one she gave before stays, else the question's easy way, if it has one."""
    scene = scene_of(form, draft, heard, sight)
    if reopened(form, draft, question):
        left = replace(draft, revisiting="", misses=0, pending=None)
        return go_on(form, left, heard, sight, Line("passed-kept"), first=False)
    value = question.easy_way(scene)
    if value is ...:
        return None
    kept = replace(keep(draft, question, value, replace(heard, ref="")), revisiting="")
    own = f"passed-{question.called}"
    return go_on(form, kept, heard, sight, Line(own if scene.says(own) else "passed-over"))


def _missed(
    form: Form, draft: Draft, question: Question, line: Line | None, heard: Heard, sight: Sight
) -> Turn:
    """First a hint, then help, then a way round; where she was asked which of several, one more try before that."""
    misses = draft.misses + 1
    if misses >= (4 if scene_of(form, draft, heard, sight).pending else 3):
        passed = pass_over(form, draft, question, heard, sight)
        if passed is not None:
            return passed
    if line is None:
        line = _help(question, draft, form, heard, sight, "hint" if misses == 1 else "help")
    missed = replace(draft, misses=misses)
    return Turn(missed, (asking_again(form, missed, heard, sight, line),))


def _help(question: Question, draft: Draft, form: Form, heard: Heard, sight: Sight, stem: str) -> Line:
    scene = scene_of(form, draft, heard, sight)
    numbered = [option for option in question.options(scene) if option.only != "buttons"]
    own = f"{stem}-{question.called}"
    key = own if scene.says(own) else f"{stem}-{'choice' if numbered else 'text'}"
    return Line(key, {"last": len(numbered)})


def _for_later(form: Form, draft: Draft, question: Question, heard: Heard, sight: Sight, line: Line) -> Turn:
    """It answers another question than this one: thanked for, and this one is asked again."""
    own = f"{line.key}-{question.called}"
    if scene_of(form, draft, heard, sight).says(own):
        return Turn(draft, (asking_again(form, draft, heard, sight, Line(own)),))
    return stay(form, draft, heard, sight, line)


def _next_in_group(form: Form, was: Draft, now: Draft) -> str:
    """An edited line may hold several questions: the next of them, where it is asked at all."""
    group = group_of(form, was.revisiting) if was.revisiting else ()
    asked = {question.name for question in path(form, now.answers)}
    rest = group[group.index(was.revisiting) + 1 :] if was.revisiting in group else ()
    return next((name for name in rest if name in asked), "")


def _lines(line: Line | None) -> tuple[Line, ...]:
    return () if line is None else (line,)
