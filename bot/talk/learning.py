"""The learning mode in the talk: how it is opened, without a yes to the notice, and where it leads on."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import ask
from bot.conversation.draft import Draft
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.flows.consultation import CONSULTATION
from bot.flows.learning import ABOUT, BACK, BELOW, LEARN, OFFICER, carried_over, seen
from bot.flows.welcome import ASKING, WELCOME
from bot.talk.interview import carried, go_on, start, unfinished, waiting
from bot.talk.person import Act, Person, Talk
from bot.talk.unfinished import begin


def opened(person: Person, heard: Heard) -> Person:
    """The person with the learning mode under way. What waits below, if she has begun something, is gone back to."""
    below = waiting(person)
    begun = {BELOW: True} if any(draft.form != WELCOME.name for draft in below) else {}
    draft = Draft(LEARN.name, heard.fresh, begun, spoken=heard.at.isoformat())
    return replace(person, drafts=(*below, draft))


def learn(person: Person, heard: Heard, sight: Sight) -> Talk:
    """The topics, and room for a question."""
    person = opened(person, heard)
    return Talk(person, (ask(LEARN, person.drafts[-1], heard, sight),))


def ask_officers(person: Person, heard: Heard, sight: Sight, situation: str = "") -> Talk:
    """A question to the Ombudsman, about this situation; before her yes to the notice, she is asked for that first."""
    if person.consented:
        return _question(person, situation, None, heard, sight)
    return start(person, ASKING.name, heard, sight, answers={ABOUT: situation} if situation else None)


def asked_officers(person: Person, asked: Draft, heard: Heard, sight: Sight) -> Talk:
    """Agreed: the question begins, with what the notice held for a report."""
    if asked.answers[ASKING.name] != "agree":
        return go_on(person, heard, sight, Say((Line("not-now"),)))
    notice = next((draft for draft in person.drafts if draft.form == WELCOME.name), None)
    others = tuple(draft for draft in person.drafts if draft is not notice)
    agreed = replace(person, consented=True, drafts=others)
    begun = _question(agreed, str(asked.answers.get(ABOUT, "")), notice, heard, sight)
    return replace(begun, steps=(Act("consent"), *begun.steps))


def _question(person: Person, situation: str, notice: Draft | None, heard: Heard, sight: Sight) -> Talk:
    """Begin it with what is known: what the notice held, and what she asked about, which she may put otherwise."""
    known = {**(carried(notice) if notice else {}), **carried_over(sight, situation)}
    held = Draft(LEARN.name, notice.id if notice else heard.fresh, known)
    begun_before = unfinished(person, CONSULTATION.name)
    return begin(person, heard, sight, None if begun_before or not known else held, CONSULTATION.name)


def led_on(person: Person, value: str, heard: Heard, sight: Sight) -> Talk:
    """To an officer, to a report about something like it, or back to what waited."""
    where, _, key = value.partition(".")
    if where == BACK:
        return go_on(person, heard, sight) if person.drafts else Talk(person, (Say((Line("cancelled"),)),))
    if where == OFFICER:
        return ask_officers(person, heard, sight, key)
    law = sight.library.law
    answers = seen(law.catalogue, law.situations.situation(key))
    if person.consented:
        proposed = answers and not unfinished(person)
        return begin(person, heard, sight, Draft(LEARN.name, heard.fresh, answers) if proposed else None)
    new = Draft(WELCOME.name, heard.fresh, spoken=heard.at.isoformat())
    held = next((draft for draft in person.drafts if draft.form == WELCOME.name), new)
    notice = replace(held, answers={**held.answers, **answers})
    others = tuple(draft for draft in person.drafts if draft.id != notice.id)
    return Talk(replace(person, drafts=(*others, notice)), (ask(WELCOME, notice, heard, sight),))
