"""A question asked where nothing, or something else, is being asked; a button of an answer that was given long ago."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.conversation.draft import Draft
from bot.conversation.form import current
from bot.conversation.greeting import greeting
from bot.conversation.message import Heard, Say
from bot.conversation.scene import Sight
from bot.conversation.spoken import simplified
from bot.conversation.text import Text
from bot.flows.learning import LEARN, SITUATION, in_passing, is_asked, look_up
from bot.flows.welcome import WELCOME
from bot.talk.ending import put
from bot.talk.interview import FORMS, SOFT, go_on, under_way, understands
from bot.talk.learning import opened
from bot.talk.person import Person, Talk

ANSWERED_AT_ONCE = (SOFT - {LEARN.name}) | {WELCOME.name}
"""Interviews that give way to a question, and the notice."""
ANSWERED_IN = frozenset({"report", "resume", "loose"})
"""Interviews in which a question is answered in passing. In the others her words are meant for somebody."""
_BEGINS = re.compile(
    r"(?:(?:maaf|permisi|pak|bu|kak|min|mau tanya|tanya|apa|apakah|emang|memang) )*(?:bole|blh|bisa|may|can)"
)
"""How a question begins."""
_WITNESS = re.compile(
    r"\b(?:lihat|liat|melihat|ngelihat|ngeliat|saksikan|kemarin|kmrn|tadi|barusan|semalam|saw|seen)\b"
)
"""Who saw it tells a story, also where it ends in "boleh?"."""


def asked_out_of_turn(person: Person, heard: Heard, sight: Sight) -> Talk | None:
    """A question where nothing, or something else, is being asked; None: it is no question, or not for us.

    With nothing under way it is answered at once, consent or not. In a report it is answered in passing, and the
    report stays where it is: there only what begins as a question counts, for else it may be her story.
    """
    if not heard.text or heard.attachments or heard.forwarded or greeting(heard.text):
        return None
    here = under_way(person)
    if here is not None and here.form in ANSWERED_IN:
        return _in_passing(person, here, heard, sight)
    if here is not None and here.form not in ANSWERED_AT_ONCE:
        return None
    if here is not None and here.form in SOFT and understands(here, heard, sight):
        return None
    found = look_up(sight.library, heard.text)
    told = found.found is None and _WITNESS.search(simplified(heard.text))
    if not is_asked(found, heard.text) or told or (person.asked and found.found is None):
        return None
    return put(opened(person, heard), heard, sight)


def _in_passing(person: Person, here: Draft, heard: Heard, sight: Sight) -> Talk | None:
    if not _BEGINS.match(simplified(heard.text)):
        return None
    found = look_up(sight.library, heard.text)
    may_be_answer = isinstance(current(FORMS[here.form], here), Text) and found.found is None
    if may_be_answer or not is_asked(found, heard.text):
        return None
    return replace(go_on(person, heard, sight, Say(in_passing(found))), fleeting=True)


def pressed_again(person: Person, heard: Heard, sight: Sight) -> Talk | None:
    """A button of an earlier question: it carries what it means. None: it is none of these."""
    press = heard.press
    if press is None or press.question != SITUATION.name:
        return None
    return put(opened(person, heard), replace(heard, press=replace(press, draft=heard.fresh)), sight)
