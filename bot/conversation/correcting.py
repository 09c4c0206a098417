"""She edited a message of hers."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import ask, scene_of
from bot.conversation.draft import Draft
from bot.conversation.form import Form
from bot.conversation.message import Heard, Line, Say
from bot.conversation.outcome import Answer, Turn
from bot.conversation.scene import Sight
from bot.conversation.spoken import cleaned


def corrected(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """The answer it gave is replaced, where it still is an answer; of a file, what she wrote under it.

    Telegram also tells of edits that changed nothing we keep (https://core.telegram.org/bots/api#update): not a word.
    """
    evidence = form.evidence
    if evidence is not None and evidence.has_message(heard.ref, draft.answers):
        value = evidence.recaptioned(heard.ref, cleaned(heard.text), draft.answers)
        if value == evidence.held(draft.answers):
            return Turn(draft)
        told = replace(draft, answers={**draft.answers, evidence.name: value})
        return Turn(told, (Say((Line("edit-caption"),)),))
    question = form.question(draft.said.get(heard.ref, ""))
    if question is None or not question.asked(draft.answers):
        return Turn(draft, (Say((Line("edit-unused"),)),))
    outcome = question.understand(heard, scene_of(form, replace(draft, pending=None), heard, sight))
    if not isinstance(outcome, Answer):
        return Turn(draft, (Say((Line("edit-not-understood"),)),))
    if outcome.value == draft.answers.get(question.name):
        return Turn(draft)
    kept = replace(draft, answers={**draft.answers, question.name: outcome.value})
    return Turn(kept, (Say((Line("edit-taken"),)), ask(form, kept, heard, sight, brief=True)))
