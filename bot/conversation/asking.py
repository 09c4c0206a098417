"""The screen of the place where a draft is: what is asked there, and the ways out of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversation.draft import Draft
from bot.conversation.form import Form, before, current
from bot.conversation.message import CHOICES, Heard, Line, Option, Say
from bot.conversation.outcome import Turn
from bot.conversation.question import Question, Sheet
from bot.conversation.review import REVIEW, review_sheet
from bot.conversation.scene import Scene, Sight

BACK = Option("@back", "back", only="buttons")
KEEP = Option("@keep", "keep-answer")
"""Of a question that was opened again: what she had answered stays."""
ROUND = "round"
"""Beside the files of a draft: how often she has opened their question again."""
HOME = "Asia/Jakarta"
"""Whose day it is where no place is known yet."""


def scene_of(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Scene:
    """What a question may look at, on the day that it is where the form says."""
    home = heard.at.astimezone(ZoneInfo(HOME)).date()
    pending = half_answer(form, draft)
    scene = Scene(sight, heard.at, home, draft.id, draft.answers, draft.misses, pending)
    zone = form.zone(scene) if form.zone else HOME
    return replace(scene, today=heard.at.astimezone(ZoneInfo(zone)).date())


def half_answer(form: Form, draft: Draft) -> Mapping[str, Any] | None:
    """What waits for a yes at the current question; a form that changed may ask another than it was given to."""
    question = current(form, draft)
    mine = draft.pending is not None and question is not None and draft.pending.get("of") == question.name
    return draft.pending if mine else None


def ask(form: Form, draft: Draft, heard: Heard, sight: Sight, *lines: Line, brief: bool = False) -> Say:
    """The screen, after `lines`. `brief`: she has seen the question before, and what is explained under it."""
    scene = scene_of(form, draft, heard, sight)
    question = current(form, draft)
    if question is None:
        assert form.review is not None, "a form without a review is submitted by its last answer"
        return shown(review_sheet(form, form.review, draft, scene), draft, REVIEW, *lines)
    sheet = question.sheet(scene)
    if brief:
        sheet = _shortened(sheet, question, scene)
    sheet = replace(sheet, options=(*sheet.options, *_ways_out(form, draft, question, sheet)))
    slot = _progress(form, draft) if question is form.evidence and not (lines or brief) else ""
    return replace(shown(sheet, draft, question.name, *lines), slot=slot)


def ask_after(
    form: Form, draft: Draft, heard: Heard, sight: Sight, *lines: Line, brief: bool = False
) -> tuple[Say, ...]:
    """The screen after `lines`; before the review, which is long, they are a message of their own."""
    if lines and current(form, draft) is None:
        return Say(lines), ask(form, draft, heard, sight)
    return (ask(form, draft, heard, sight, *lines, brief=brief),)


def asking_again(form: Form, draft: Draft, heard: Heard, sight: Sight, *lines: Line) -> Say:
    """Help in place of the question's own text; the choices stay, and are not listed again."""
    again = ask(form, draft, heard, sight)
    return replace(again, lines=lines, options=tuple(replace(o, quiet=True) for o in again.options), slot="")


def stay(form: Form, draft: Draft, heard: Heard, sight: Sight, *lines: Line) -> Turn:
    """Nothing changes: say `lines`, and ask again where she is."""
    return Turn(draft, ask_after(form, draft, heard, sight, *lines, brief=True))


def without_options(say: Say) -> Say:
    """What it tells, where something else is being asked."""
    return replace(say, options=(), rows="", question="")


def shown(sheet: Sheet, draft: Draft, question: str, *lines: Line) -> Say:
    return Say((*lines, *sheet.lines), sheet.options, draft.id, question, sheet.rows)


def reopened(form: Form, draft: Draft, question: Question) -> bool:
    """Whether it has an answer that may simply stay. Files are counted anew instead."""
    return (
        draft.revisiting == question.name
        and question is not form.evidence
        and question.answered(draft.answers)
    )


def _progress(form: Form, draft: Draft) -> str:
    """The slot of the line that tells of files: of this round, so that no screen far above is changed instead."""
    opened = form.evidence.held(draft.answers).get(ROUND, 0) if form.evidence else 0
    return f"evidence.{opened}" if opened else "evidence"


def _shortened(sheet: Sheet, question: Question, scene: Scene) -> Sheet:
    head, *rest = sheet.lines[: sheet.lines.index(CHOICES)] if CHOICES in sheet.lines else sheet.lines
    if head.key == question.asking(scene):
        own = head.key.replace("ask-", "brief-", 1)
        brief = own if scene.says(own) else f"brief-{question.called}"
        head = Line(brief, join="run") if scene.says(brief) else head
    return replace(sheet, lines=(head, *rest))


def _ways_out(form: Form, draft: Draft, question: Question, sheet: Sheet) -> tuple[Option, ...]:
    """Leave the answer as it was; where else this question leads; back."""
    keep = (KEEP,) if reopened(form, draft, question) and half_answer(form, draft) is None else ()
    filing = question is form.evidence and sheet.options[0].key == "done"
    back = (*question.besides, BACK) if before(form, draft) is not None and not filing else ()
    return (*keep, *back)
