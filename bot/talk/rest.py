"""Small interviews that were left hours ago: what comes now is not meant for them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.conversation.draft import Draft
from bot.conversation.message import Heard
from bot.flows.kinds import BY_FORM
from bot.talk.interview import files_of
from bot.talk.person import Act, Person

REST = timedelta(hours=12)
SOON = {"learn": timedelta(hours=1), "asking": timedelta(hours=1)}
"""Interviews whose screen is soon forgotten: of a question nothing is kept for long, not even what was answered."""
LASTING = frozenset({*BY_FORM, "welcome", "loose", "answer"})
"""Interviews that wait for days."""


def rested(person: Person, heard: Heard) -> tuple[Person, tuple[Act, ...]]:
    """The person without them. An addition that holds something is added as it is: she was told it is stored.

    Where it is not known yet to which report, it waits on.
    """
    left = tuple(
        draft
        for draft in person.drafts
        if draft.form not in LASTING
        and _for_long(draft, heard.at)
        and not (_holds(draft) and not unsaid(draft))
    )
    awake = tuple(draft for draft in person.drafts if draft not in left)
    return replace(person, drafts=awake), tuple(act for draft in left for act in unsaid(draft))


def unsaid(draft: Draft) -> tuple[Act, ...]:
    """What is still to be done with an interview that nobody ends: also when it expires."""
    return (Act("add", draft.answers, draft),) if _holds(draft) and "case" in draft.answers else ()


def _holds(draft: Draft) -> bool:
    return draft.form == "add" and bool(files_of(draft) or draft.answers.get("note"))


def _for_long(draft: Draft, now: datetime) -> bool:
    rest = SOON.get(draft.form, REST)
    return bool(draft.spoken) and now - datetime.fromisoformat(draft.spoken) >= rest
