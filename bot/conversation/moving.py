"""Moving about in an interview: back, skip, change an answer, by word or by button."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.answering import answered, go_on, pass_over
from bot.conversation.asking import BACK, KEEP, ROUND, ask, reopened, scene_of, shown, stay
from bot.conversation.draft import Draft
from bot.conversation.form import Form, before, current, path, remaining
from bot.conversation.global_words import GlobalWord, global_word
from bot.conversation.message import Heard, Line
from bot.conversation.outcome import Turn
from bot.conversation.review import AGAIN, EDIT, REVIEW, edit_sheet, summary
from bot.conversation.scene import Sight
from bot.conversation.spoken import match_option, simplified


def moved_by_word(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn | None:
    """Back, edit, skip and send; the offer to leave an answer as it was. None: it may be an answer."""
    question = current(form, draft)
    if question is not None and reopened(form, draft, question):
        options = ask(form, draft, heard, sight).options
        if match_option(heard.text, options, sight.library.words, sight.language) == KEEP.key:
            return move(form, draft, heard, sight, KEEP.key)
    match global_word(heard.text) if heard.text else None:
        case (GlobalWord.BACK, _):
            return move(form, draft, heard, sight, BACK.key)
        case (GlobalWord.EDIT, line) if line:
            return move(form, draft, heard, sight, f"{EDIT}.{_line_named(form, draft, heard, sight, line)}")
        case (GlobalWord.EDIT, _):
            return move(form, draft, heard, sight, EDIT if question is None else BACK.key)
        case (GlobalWord.SKIP, _) if question is not None:
            passed = pass_over(form, draft, question, heard, sight)
            return passed or stay(form, draft, heard, sight, Line("cannot-skip"))
        case (GlobalWord.SEND, _) if question is not None and form.review is not None:
            return _not_yet(form, draft, heard, sight)
        case _:
            return None


def pressed(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn | None:
    """A button: of another draft, a move, or of a question she has passed. None: it answers what is being asked."""
    press = heard.press
    assert press is not None
    question = current(form, draft)
    if press.draft != draft.id:
        return stay(form, draft, heard, sight, Line("old-button"))
    if press.value.startswith("@"):
        return move(form, draft, heard, sight, press.value)
    if press.question != (question.name if question else REVIEW):
        return _earlier(form, draft, heard, sight)
    return None


def move(form: Form, draft: Draft, heard: Heard, sight: Sight, command: str) -> Turn:
    """`@back`; `@keep`; `@review`, which shows where she is; `@edit`, which asks which line; `@edit.NAME`."""
    if command == AGAIN:
        return Turn(draft, (ask(form, draft, heard, sight),))
    if command == KEEP.key:
        left = replace(draft, revisiting="", misses=0, pending=None)
        question = current(form, draft)
        if question is None or not reopened(form, draft, question):
            return stay(form, draft, heard, sight, Line("old-button"))
        return go_on(form, left, heard, sight, None, first=False)
    if command == BACK.key:
        earlier = before(form, draft)
        if earlier is None:
            return stay(form, draft, heard, sight, Line("first-question"))
        return _open(form, draft, earlier.name, heard, sight)
    name = command.removeprefix(EDIT).removeprefix(".")
    if command == EDIT and form.review is not None:
        sheet = edit_sheet(form, form.review, draft, scene_of(form, draft, heard, sight))
        return Turn(draft, (shown(sheet, draft, REVIEW),))
    asked = {question.name for question in path(form, draft.answers)}
    if not command.startswith(f"{EDIT}.") or name not in asked & draft.answers.keys():
        return stay(form, draft, heard, sight, Line("old-button" if heard.press else "no-such-line"))
    return _open(form, draft, name, heard, sight)


def _open(form: Form, draft: Draft, name: str, heard: Heard, sight: Sight) -> Turn:
    """Ask an answered question again; files count as still coming."""
    answers = draft.answers
    if form.evidence is not None and form.evidence.name == name and name in answers:
        held = form.evidence.held(answers)
        answers = {**answers, name: {**held, "done": False, ROUND: held.get(ROUND, 0) + 1}}
    opened = replace(draft, answers=answers, revisiting=name, misses=0, pending=None)
    return Turn(opened, (ask(form, opened, heard, sight),))


def _earlier(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """A button of a question that is not the current one: of one she has passed it is an edit."""
    assert heard.press is not None
    question = form.question(heard.press.question)
    if question is None or question.name not in draft.answers or not question.asked(draft.answers):
        return stay(form, draft, heard, sight, Line("old-button"))
    opened = _open(form, draft, question.name, heard, sight).draft
    if question.chosen(heard, scene_of(form, opened, heard, sight)) is None:
        return stay(form, draft, heard, sight, Line("old-button"))
    return answered(form, opened, question, heard, sight, jumped=True)


def _not_yet(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """KIRIM before the review: leave an opened answer as it was, or say how many questions are left."""
    left = replace(draft, revisiting="", misses=0, pending=None)
    if current(form, left) is None:
        return Turn(left, (ask(form, left, heard, sight),))
    return stay(form, draft, heard, sight, Line("not-yet", {"left": remaining(form, draft) - 1}))


def _line_named(form: Form, draft: Draft, heard: Heard, sight: Sight, line: str) -> str:
    """ "ubah 3", "ubah tempat": the name of that line of the summary; "" where there is none."""
    if form.review is None:
        return ""
    lines = summary(form, form.review, draft, scene_of(form, draft, heard, sight))
    if line.isdecimal():
        if current(form, draft) is not None:
            return ""
        return lines[int(line) - 1][0] if 0 < int(line) <= len(lines) else ""
    words = sight.library.words
    titles = {name: simplified(words.text(sight.language, row.key, row.values)) for name, row in lines}
    named = [name for name, title in titles.items() if title.startswith(simplified(line))]
    return named[0] if len(named) == 1 else ""
