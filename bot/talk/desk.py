"""What an officer says in a chat that may be a citizen's too: the code that enrols, MEJA, buttons of cards.

Nothing is looked up here: whoever does what is asked for knows whether this chat is an officer's at all.
"""

from __future__ import annotations

import re

from bot.conversation.global_words import GlobalWord
from bot.conversation.message import Heard, Line, Press
from bot.conversation.scene import Sight
from bot.flows.officer_card import carried
from bot.talk.interview import go_on
from bot.talk.person import Act, Person, Talk

CODE = re.compile(r"[A-Z0-9]{4}(?:[-–]?[A-Z0-9]{4}){3}")
"""How a code of invitation is written, small letters allowed; what it stands for is not known here."""


def code_in(text: str) -> str:
    """The code that is the whole of `text`, "" when it is none: a word without a digit is one in capitals only."""
    written = text.strip()
    if CODE.fullmatch(written.upper()) and (
        written.isupper() or any(letter.isdecimal() for letter in written)
    ):
        return written
    return ""


def said_at_desk(
    person: Person, said: tuple[GlobalWord, str] | None, heard: Heard, sight: Sight
) -> Talk | None:
    """A code, or MEJA of one who is an officer; None: it is a citizen's message like any other."""
    if said is not None and said[0] is GlobalWord.DESK:
        return go_on(person, heard, sight, Act("desk_list")) if person.officer else None
    link = said is not None and said[0] is GlobalWord.START and said[1]
    code = code_in(link or ("" if said else heard.text))
    return go_on(person, heard, sight, Act("enrol", {"code": code})) if code else None


def pressed_at_desk(person: Person, press: Press, heard: Heard, sight: Sight) -> Talk:
    """A button of a card or of the desk. Who may press it is asked where the case is."""
    spent = carried(press.value)
    if spent is None:
        return go_on(person, heard, sight, line=Line("old-button"))
    told = {"action": spent.action, "step": spent.step, "ticket": spent.ticket, "desk": spent.desk}
    return Talk(person, (Act("desk", told),))
