"""From this chat to one on another channel: a code for it, and a yes in the chat that has everything.

Whoever writes the code elsewhere is shown nothing: what is here goes over only when this chat says so.
"""

from __future__ import annotations

import re

from bot.cases.ticket import read_receipt
from bot.conversation.global_words import GlobalWord
from bot.conversation.message import Heard, Press
from bot.conversation.scene import Sight
from bot.flows.later import CROSS, DRAFT
from bot.talk.interview import start, unfinished
from bot.talk.person import Act, Person, Talk

WRITTEN = re.compile(r"\s*(?:lanjut|continue)\b[\s_:-]*(\S.*)", re.IGNORECASE)
"""How a code is written in the other chat, or carried there by a link."""


def code_in(said: tuple[GlobalWord, str] | None, text: str) -> str:
    """The code in a message that is nothing else, or in a link's payload; "" where there is none."""
    whole = said[1] if said is not None and said[0] is GlobalWord.START else text
    found = WRITTEN.fullmatch(whole)
    return (read_receipt(found[1]) or "") if found else ""


def asked_to_cross(person: Person, where: str, heard: Heard, sight: Sight) -> Talk:
    """LANJUT DI …: her unfinished report, or one of her cases; she says which where there are several.

    where   the channel she named, "" for any other than this
    """
    drafts = len(unfinished(person))
    going = [*((DRAFT,) if drafts else ()), *(option.key for option in sight.cases)]
    known = {"to": where, "drafts": drafts}
    if len(going) > 1:
        return start(person, CROSS.name, heard, sight, answers=known)
    return Talk(person, (Act(CROSS.name, known | {CROSS.name: going[0] if going else ""}),))


def pressed_to_cross(person: Person, press: Press) -> Talk:
    """The yes or no of the chat that has everything."""
    return Talk(person, (Act("crossed" if press.value == "yes" else "leave"),))
