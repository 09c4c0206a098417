"""What is about one draft or one case, whatever is under way: a stored file, a button, an edited message."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import without_options
from bot.conversation.message import Heard, Line, Say
from bot.conversation.review import SEND
from bot.conversation.scene import Sight
from bot.conversation.turn import turn
from bot.flows.kinds import BY_FORM
from bot.flows.later import CROSS
from bot.flows.officer_card import DESK
from bot.talk.asked import question_button
from bot.talk.cases import case_button
from bot.talk.consent import before_consent
from bot.talk.desk import pressed_at_desk
from bot.talk.elsewhere import pressed_to_cross
from bot.talk.ending import put
from bot.talk.interview import FORMS, go_on, on_top, replaced, under_way
from bot.talk.out_of_turn import pressed_again
from bot.talk.person import Act, Person, Talk


def arrived(person: Person, heard: Heard, sight: Sight) -> Talk:
    """A file was stored, or could not be had: its draft hears of it, or its case."""
    arrival = heard.arrival
    assert arrival is not None
    draft = next((one for one in (*person.drafts, *person.kept) if one.id == arrival.draft), None)
    if draft is None:
        told = {"evidence": arrival.attachment, "stored": arrival.stored, "reason": arrival.reason}
        return Talk(person, (Act("arrival", told),))
    turned = turn(FORMS[draft.form], draft, heard, sight)
    here = under_way(person)
    asking = here is not None and here.id == draft.id
    says = turned.says if asking else tuple(without_options(say) for say in turned.says)
    return Talk(replaced(person, turned.draft), says)


def pressed(person: Person, heard: Heard, sight: Sight) -> Talk:
    """A button belongs to its draft, which comes to the top, or to a case of hers, or to nothing any more."""
    press = heard.press
    assert press is not None
    draft = next((one for one in (*person.drafts, *person.kept) if one.id == press.draft), None)
    if draft is not None and (person.consented or draft.form not in (*BY_FORM, "add", "loose")):
        return put(on_top(person, draft), heard, sight)
    if (again := pressed_again(person, heard, sight)) is not None:
        return again
    if press.draft == DESK:
        return pressed_at_desk(person, press, heard, sight)
    if press.draft == CROSS.name:
        return pressed_to_cross(person, press)
    if not person.consented:
        return before_consent(person, replace(heard, press=None), sight)
    what, _, ticket = press.value.partition(".")
    if press.draft == "case" and any(option.key == ticket for option in person.cases):
        if what in ("answer", "skip"):
            return question_button(person, what, ticket, heard, sight)
        return case_button(person, what, ticket, heard, sight)
    if press.value == SEND and person.sent is not None:
        return go_on(person, heard, sight, Say((Line("already-sent", {"ticket": person.sent.ticket}),)))
    return go_on(person, heard, sight, line=Line("old-button"))


def edited(person: Person, heard: Heard, sight: Sight) -> Talk:
    """An edited message replaces the answer it gave; after sending it becomes a note with both versions."""
    for draft in (*person.drafts, *person.kept):
        evidence = FORMS[draft.form].evidence
        if heard.ref in draft.said or (
            evidence is not None and evidence.has_message(heard.ref, draft.answers)
        ):
            told = turn(FORMS[draft.form], draft, heard, sight)
            return Talk(replaced(person, told.draft), told.says)
    if heard.text and person.cases:
        return Talk(person, (Act("edited", {"ref": heard.ref, "text": heard.text}),))
    return Talk(person, (Say((Line("edit-unused"),)),) if person.drafts or person.cases else ())
