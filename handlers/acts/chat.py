"""How this chat is used: locked, short news, no news, cleaned."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.message import Line, Say
from bot.talk.person import Act
from handlers.acts.later import proven
from handlers.visit import Visit
from storage import bubbles, cases, people, refs

DELETABLE = timedelta(hours=48)
"""A bot may delete messages of a private chat for so long (https://core.telegram.org/bots/api#deletemessage)."""


def lock(visit: Visit, act: Act) -> None:
    if not cases.of_lane(visit.db, visit.lane, 1):
        visit.say(Say((Line("no-case-here"),)))
        return
    people.flag(visit.db, visit.known, locked=True)
    visit.say(Say((Line("locked"),)))


def unlock(visit: Visit, act: Act) -> None:
    """The code of any case of this chat opens it again."""
    case = proven(visit, act)
    if case is None:
        return
    if visit.her_case(case.ticket) is None:
        visit.say(Say((Line("receipt-wrong", {"what": act.name}),)))
        return
    people.flag(visit.db, visit.known, locked=False)
    visit.say(Say((Line("unlocked"),)))


def short(visit: Visit, act: Act) -> None:
    people.flag(visit.db, visit.known, short=True)
    visit.say(Say((Line("short-on"),)))


def long(visit: Visit, act: Act) -> None:
    people.flag(visit.db, visit.known, short=False)
    visit.say(Say((Line("short-off"),)))


def stop(visit: Visit, act: Act) -> None:
    people.flag(visit.db, visit.known, muted=True)
    visit.say(Say((Line("stopped"),)))


def restart(visit: Visit, act: Act) -> None:
    people.flag(visit.db, visit.known, muted=False)
    visit.say(Say((Line("restarted-news"),)))


def clean(visit: Visit, act: Act) -> None:
    """Have both sides' messages of the last two days deleted, where the channel can; all, where we keep them.

    It is said with the letter before which they go, and so never before they are gone.
    """
    if visit.make == "numbers":
        visit.say(Say((Line("how-to-clean"),)))
        return
    bubbles.clean(visit.db, visit.lane, visit.now)
    since = visit.now - DELETABLE
    mine = refs.sent_refs(visit.db, visit.keys, visit.lane, since)
    hers = refs.heard_refs(visit.db, visit.keys, visit.lane, since)
    visit.say(Say((Line("cleaned"),), deletes=tuple(dict.fromkeys((*hers, visit.heard.ref, *mine)))))


def noted(visit: Visit, act: Act) -> None:
    """She has written the code down: the letter she pressed on, which holds it, goes where the channel can.

    It alone: the code of another report she may not have noted yet. Of one that is too old for that, or that came
    twice, we cannot say that it is gone.
    """
    if visit.make == "numbers":
        visit.say(Say((Line("code-noted"),)))
        return
    secret = refs.sent_refs(visit.db, visit.keys, visit.lane, visit.now - DELETABLE, protected=True)
    line = Line("code-noted" if visit.heard.ref in secret else "code-noted-old")
    visit.say(Say((line,), deletes=(visit.heard.ref,)))
