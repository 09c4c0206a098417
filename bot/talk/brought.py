"""What came over from another chat of hers goes on here, where it was."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import ask_after
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.talk.consent import before_consent
from bot.talk.interview import FORMS, go_on, on_top
from bot.talk.person import Person, Talk


def brought(person: Person, heard: Heard, sight: Sight) -> Talk:
    """A case, or an unfinished report: asked where it was, after the notice of this channel."""
    if any(option.key == heard.brought for option in person.cases):
        return go_on(person, heard, sight, Say((Line("brought-case", {"ticket": heard.brought}),)))
    draft = next((one for one in (*person.drafts, *person.kept) if one.id == heard.brought), None)
    if draft is None:
        return Talk(person)
    person = on_top(person, draft)
    line = Line("brought-draft")
    if person.consented:
        return Talk(person, ask_after(FORMS[draft.form], draft, heard, sight, line, brief=True))
    notice = before_consent(person, heard, sight)
    return replace(notice, steps=(Say((line,)), *notice.steps))
