"""Files and forwarded posts: kept whatever was being asked, and told of when they are stored."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.conversation.answering import answered
from bot.conversation.asking import ROUND, ask, scene_of
from bot.conversation.day import Day
from bot.conversation.draft import Draft
from bot.conversation.early import SHORTEST_STORY, keep_early
from bot.conversation.evidence import MENDED, Evidence
from bot.conversation.form import Form, current
from bot.conversation.message import Heard, Line, Say
from bot.conversation.outcome import Answer, Turn
from bot.conversation.question import Question
from bot.conversation.scene import Sight
from bot.conversation.spoken import cleaned
from bot.conversation.text import Text
from bot.conversation.where import Where

COMING_AFTER = 3
"""Seconds before "it is on its way" is said: most files are stored by then, and their own line replaces it."""


def sends_files(form: Form, heard: Heard) -> bool:
    """Whether this message is evidence: files, or what somebody else wrote and she forwards."""
    return form.evidence is not None and bool(heard.attachments or (heard.forwarded and cleaned(heard.text)))


def keep_files(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """Keep what came.

    1. A voice waits until she agrees, and more than there is room for is not kept: both are said.
    2. At the question of the files their screen follows; elsewhere one line does, and she stays where she is.
    3. A caption may answer what is being asked; a long one may be her story.
    """
    evidence = form.evidence
    assert evidence is not None
    taken = evidence.take(heard, draft.answers)
    kept = replace(draft, answers={**draft.answers, evidence.name: taken.value})
    held = evidence.held(kept.answers)
    question = current(form, kept)
    if question is evidence:
        screen = ask(form, kept, heard, sight)
        waits = COMING_AFTER if taken.wants else 0
        told = _with_caption(form, kept, heard)
        return Turn(replace(told, misses=0), (replace(screen, after=waits),), taken.wants)
    if held["full"]:
        full = Say((Line("evidence-full", {"most": evidence.at_most}),), draft=draft.id, slot="full")
        return Turn(kept, (full,), taken.wants)
    late = _late(evidence, kept, waits=bool(taken.wants))
    if question is not None and _answers(form, kept, question, heard, sight):
        going = answered(form, kept, question, replace(heard, attachments=()), sight)
        return replace(going, says=(late, *going.says), wants=(*taken.wants, *going.wants))
    return Turn(_with_caption(form, kept, heard), (late,), taken.wants)


def arrived(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """A file was stored, or could not be had: tell it where she is, without moving her.

    That one is lost stays said, whatever becomes of the others: it is no line that a newer one replaces.
    """
    evidence, arrival = form.evidence, heard.arrival
    if evidence is None or arrival is None:
        return Turn(draft)
    if all(file["id"] != arrival.attachment for file in evidence.held(draft.answers)["files"]):
        return Turn(draft)
    told = replace(draft, answers={**draft.answers, evidence.name: evidence.arrived(arrival, draft.answers)})
    held = evidence.held(told.answers)
    here = current(form, told) is evidence
    if arrival.stored:
        said = ask(form, told, heard, sight) if here else _late(evidence, told, waits=False)
        return Turn(
            _at_rest(evidence, told, trouble="" if held["trouble"] == MENDED else held["trouble"]), (said,)
        )
    lost = Say((evidence.lost(held),))
    if not here:
        return Turn(told, (lost,))
    screen = ask(form, told, heard, sight)
    if held["files"] or held["voice"]:
        return Turn(told, (lost, screen))
    return Turn(_at_rest(evidence, told, **{ROUND: held.get(ROUND, 0) + 1}), (screen,))


def _at_rest(evidence: Evidence, draft: Draft, **changed: Any) -> Draft:
    """The draft, something about its files having been told."""
    value = {**evidence.held(draft.answers), **changed}
    return replace(draft, answers={**draft.answers, evidence.name: value})


def _late(evidence: Evidence, draft: Draft, *, waits: bool) -> Say:
    """One line, of which the newest counts; a voice that waits for her yes is told of too."""
    held = evidence.held(draft.answers)
    lines = (Line("voice-later"),) if held["voice"] else evidence.progress(held, late=True)
    return Say(lines, draft=draft.id, slot="late", after=COMING_AFTER if waits else 0)


def _answers(form: Form, draft: Draft, question: Question, heard: Heard, sight: Sight) -> bool:
    """Whether the caption is an answer; where any words would do, it is a caption and no more."""
    if heard.forwarded or not heard.text:
        return False
    telling = isinstance(question, Text) and question.at_least > 10
    if not (telling or isinstance(question, (Where, Day))):
        return False
    words = replace(heard, attachments=())
    return isinstance(question.understand(words, scene_of(form, draft, heard, sight)), Answer)


def _with_caption(form: Form, draft: Draft, heard: Heard) -> Draft:
    """A long caption of hers is offered as her story."""
    text = cleaned(heard.text)
    if heard.forwarded or len(text) < SHORTEST_STORY:
        return draft
    return keep_early(form, draft, text) or draft
