"""Words that nothing under way takes: they may answer an offer of times for a call, be a story, or lead to the menu."""

from __future__ import annotations

from bot.conversation.draft import Draft
from bot.conversation.early import SHORTEST_STORY
from bot.conversation.message import Heard, Line
from bot.conversation.scene import Sight
from bot.conversation.spoken import cleaned
from bot.flows.call import PICK
from bot.talk.interview import start
from bot.talk.person import Act, Person, Talk

SENTENCE = 2
"""Words, from which on it may be meant for whoever offered the times: "Rabu bisa?"."""


def times_again(person: Person, heard: Heard) -> Talk | None:
    """Times for a call wait for her choice, and a word alone ("ok") chooses none: she sees them once more.

    Not where it lets the letter with the times come.
    """
    offer = _offer(person)
    if offer is None or person.news or heard.forwarded or len(cleaned(heard.text).split()) >= SENTENCE:
        return None
    return Talk(person, (Act("times", {"case": offer.answers["case"]}),))


def about_times(person: Person, heard: Heard, sight: Sight) -> Talk | None:
    """Times for a call wait for her choice, and this chose none: she is asked once whether it is her answer to them."""
    offer, text = _offer(person), cleaned(heard.text)
    if offer is None or heard.forwarded:
        return None
    case, number = str(offer.answers["case"]), offer.answers["number"]
    known = {"case": case, "number": number, "note": text}
    return start(person, "unfit", heard, sight, Line("unsure-times", {"ticket": case}), answers=known)


def _offer(person: Person) -> Draft | None:
    return next((draft for draft in person.asked if draft.form == PICK.name), None)


def to_menu(person: Person, text: str, heard: Heard, sight: Sight) -> Talk:
    """What she wants is asked; a story is kept for the report it may become."""
    if len(text) >= SHORTEST_STORY:
        return start(person, "menu", heard, sight, Line("unsure-story"), answers={"story-early": text})
    return start(person, "menu", heard, sight, Line("unsure-what"))
