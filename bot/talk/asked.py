"""What waits for her in the chat, such as a question of the officers: what she says when nothing else is under way
answers it.

It never takes a message from an interview, and a greeting does not bring it up: someone else may hold the phone.
"""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import ask
from bot.conversation.draft import Draft
from bot.conversation.message import Heard, Line
from bot.conversation.scene import Sight
from bot.conversation.turn import turn
from bot.flows.answer import ANSWER, REPLY
from bot.talk.ending import put
from bot.talk.interview import FORMS, go_on, on_top
from bot.talk.person import Act, Person, Talk


def answering(person: Person, heard: Heard, sight: Sight) -> Talk | None:
    """Put the message to what waits longest and may be meant; None where nothing is."""
    draft = next((one for one in person.asked if _takes(one, heard, sight)), None)
    return None if draft is None else put(_begun(person, draft, heard), heard, sight)


def _takes(draft: Draft, heard: Heard, sight: Sight) -> bool:
    """A question of the officers takes any message; a choice that we offer only what chooses."""
    if draft.form == ANSWER.name:
        return True
    told = turn(FORMS[draft.form], draft, heard, sight)
    return told.submitted or told.draft.answers != draft.answers


def question_button(person: Person, what: str, ticket: str, heard: Heard, sight: Sight) -> Talk:
    """Answer it now, or not at all."""
    begun = next(
        (one for one in person.drafts if one.form == ANSWER.name and one.answers["case"] == ticket), None
    )
    waits = (one for one in person.asked if one.form == ANSWER.name and one.answers["case"] == ticket)
    draft = begun or next(waits, None)
    if draft is None:
        return go_on(person, heard, sight, line=Line("old-button"))
    if what == "answer":
        opened = _begun(person, draft, heard)
        return Talk(opened, (ask(ANSWER, opened.drafts[-1], heard, sight),))
    left = replace(
        person,
        drafts=tuple(one for one in person.drafts if one.id != draft.id),
        asked=tuple(one for one in person.asked if one.id != draft.id),
    )
    passed = replace(draft, answers={**draft.answers, REPLY.name: None})
    return go_on(left, heard, sight, Act(ANSWER.name, passed.answers, passed))


def without_offers(person: Person) -> Person:
    """What the letters after sending offered long ago: "tidak" is no answer to that any more."""
    return replace(person, drafts=tuple(draft for draft in person.drafts if draft.form != "sent"))


def _begun(person: Person, draft: Draft, heard: Heard) -> Person:
    """The question is what is under way now."""
    asked = tuple(one for one in person.asked if one.id != draft.id)
    return on_top(replace(person, asked=asked), replace(draft, spoken=heard.at.isoformat()))
