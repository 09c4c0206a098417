"""A case that grows out of another one, in the talk: its form is opened with what is carried over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation.asking import ask
from bot.conversation.draft import Draft
from bot.conversation.form import remaining
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.flows.growing import GROWN, Growth
from bot.talk.interview import FORMS, on_top, waiting
from bot.talk.person import Person, Talk


def begun(person: Person, growth: Growth, ticket: str) -> Draft | None:
    """What she has begun of it already: a second press leads there."""
    return next(
        (
            draft
            for draft in (*person.drafts, *person.kept)
            if draft.form == growth.into and draft.answers.get(GROWN) == ticket
        ),
        None,
    )


def go_on_with(person: Person, draft: Draft, heard: Heard, sight: Sight) -> Talk:
    return Talk(on_top(person, draft), (ask(FORMS[draft.form], draft, heard, sight, brief=True),))


def grow(
    person: Person, growth: Growth, ticket: str, answers: Mapping[str, Any], heard: Heard, sight: Sight
) -> Talk:
    """Open the form of the new case with these answers; what is left to do is said first."""
    form = FORMS[growth.into]
    draft = Draft(form.name, heard.fresh, {**answers, GROWN: ticket}, spoken=heard.at.isoformat())
    line = Line(f"growing-{growth.key}", {"ticket": ticket, "left": remaining(form, draft)})
    person = replace(person, drafts=(*waiting(person), draft))
    return Talk(person, (Say((line,)), ask(form, draft, heard, sight)))


def without(person: Person, ticket: str) -> Person:
    """The person without what grows out of this case, which she has erased."""
    left = tuple(draft for draft in person.drafts if draft.answers.get(GROWN) != ticket)
    kept = tuple(draft for draft in person.kept if draft.answers.get(GROWN) != ticket)
    return replace(person, drafts=left, kept=kept)
