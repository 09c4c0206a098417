"""What an officer says in a chat that may be a citizen's too: the code that enrols, MEJA, buttons and their numbers.

Nothing is looked up here: whoever does what is asked for knows whether this chat is an officer's at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation.global_words import GlobalWord
from bot.conversation.greeting import greeting
from bot.conversation.message import Heard, Line, Option, Press, Say
from bot.conversation.scene import Sight
from bot.conversation.spoken import match_option, place_of
from bot.flows.later import ticket_in
from bot.flows.officer_card import NONE, Spent, carried
from bot.talk.interview import SOFT, go_on, under_way
from bot.talk.interview import carried as carried_on
from bot.talk.person import Act, Person, Talk

CODE = re.compile(r"[A-Z0-9]{4}(?:[-–]?[A-Z0-9]{4}){3}")
"""How a code of invitation is written, small letters allowed; what it stands for is not known here."""
TITLES = ("card-", "desk-see-", "desk-do-", "seat-do-")
"""How the words of buttons begin; then comes what they do."""
OTHERS = {"confirm": "desk-confirm", "decline": "desk-decline", "undo": "desk-undo", "list": "desk-more"}
RECENT = timedelta(minutes=30)
"""For how long the notice is what a number answers."""


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
    """A code, MEJA of one who is an officer, what stands on a screen of theirs; None: a message like any other."""
    if said is not None and said[0] is GlobalWord.DESK:
        return go_on(_at_work(person), heard, sight, Act("desk_list")) if person.officer else None
    link = said is not None and said[0] is GlobalWord.START and said[1]
    code = code_in(link or ("" if said else heard.text))
    if code:
        return go_on(person, heard, sight, Act("enrol", {"code": code}))
    return None if said or not person.screens else _answered(person, heard, sight)


def nothing_open(person: Person, said: tuple[GlobalWord, str] | None, heard: Heard) -> Talk | None:
    """An officer who never agreed to the citizens' notice writes on where a form was left so long that it is closed."""
    here = under_way(person)
    if (
        not person.officer
        or said
        or heard.attachments
        or greeting(heard.text)
        or (here and here.form not in SOFT)
    ):
        return None
    return Talk(person, (Say((Line("desk-nothing-open"),)),))


def pressed_at_desk(person: Person, press: Press, heard: Heard, sight: Sight) -> Talk:
    """A button of a card or of the desk. Who may press it is asked where the case is."""
    spent = carried(press.value)
    return Talk(person, (_spend(spent),)) if spent else go_on(person, heard, sight, line=Line("old-button"))


def _answered(person: Person, heard: Heard, sight: Sight) -> Talk | None:
    """A number or title of a screen of the desk, unless an interview asks; None: it is neither.

    Where a number may belong to several, nothing is done: it is asked which is meant.
    """
    if heard.attachments or heard.forwarded:
        return None
    place = place_of(heard.text)
    if not _left_open(person, heard):
        person = _at_work(person)
    here = under_way(person)
    if here is not None and here.form not in SOFT:
        unclear = place and any(screen.came for screen in person.screens)
        return Talk(person, (Say((Line("desk-or-answer"),)),)) if unclear else None
    keys = [[one for key in screen.keys if (one := carried(key))] for screen in person.screens]
    same = {(one.action, one.ticket) for screen in keys for one in screen[place - 1 : place]}
    if place and len(keys) > 1 and len(same) > 1:
        tickets = [one.ticket for screen in keys for one in screen if one.ticket != NONE]
        return Talk(person, (Act("desk_which", {"tickets": tickets}),))
    if place and not same:
        return Talk(person, (Say((Line("desk-number"),)),))
    named = [screen[place - 1] for screen in keys if len(screen) >= place > 0]
    meant = named[-1] if named else _titled(person.screens[-1].keys, heard, sight)
    return Talk(person, (_spend(meant),)) if meant else None


def _titled(keys: tuple[str, ...], heard: Heard, sight: Sight) -> Spent | None:
    """What one writes instead of pressing: the title of a button, or the number of a case."""
    words = sight.library.words
    spent = [one for key in keys if (one := carried(key))]
    ticket = ticket_in(heard.text)
    named = [one for one in spent if one.action == "open" and one.ticket == ticket]
    if ticket:
        return named[0] if named else None
    options = tuple(
        Option(str(number), label)
        for number, one in enumerate(spent)
        for label in (OTHERS.get(one.action, ""), *(stem + one.action for stem in TITLES))
        if words.has(sight.language, label)
    )
    found = match_option(heard.text, options, words, sight.language)
    return spent[int(found)] if found else None


def _left_open(person: Person, heard: Heard) -> bool:
    """Whether the notice is what was shown last, or so long ago that a number may mean it."""
    here = under_way(person)
    if here is None or here.form != "welcome" or any(screen.answer for screen in person.screens):
        return False
    return not here.spoken or heard.at - datetime.fromisoformat(here.spoken) < RECENT


def _at_work(person: Person) -> Person:
    """Without a notice that nobody answered and that holds nothing: it does not stand in an officer's way."""
    left = (one for one in person.drafts if one.form != "welcome" or carried_on(one))
    return replace(person, drafts=tuple(left))


def _spend(spent: Spent) -> Act:
    told = {"action": spent.action, "step": spent.step, "ticket": spent.ticket, "desk": spent.desk}
    return Act("desk", told)
