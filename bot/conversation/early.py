"""What she tells before it is asked: a story typed at a choice, a pin sent at another question."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.conversation.draft import Draft
from bot.conversation.form import Form, path
from bot.conversation.message import Heard, Line
from bot.conversation.question import Question
from bot.conversation.spoken import cleaned
from bot.conversation.text import Text, early_name
from bot.conversation.where import Where

SHORTEST_STORY = 40
"""Characters from which a text that answers nothing is taken for a story."""
WHOLE_MESSAGE = 3_800
"""From here on a story may have been cut in two by her own telephone (Telegram sends 4,096 characters at most):
what follows it is its other half."""


@dataclass(frozen=True, slots=True)
class ForLater:
    """The draft with what was kept of it, and what to tell her."""

    draft: Draft
    line: Line


def misplaced_pin(form: Form, draft: Draft, question: Question | None, heard: Heard) -> ForLater | None:
    """A pin where no place is asked is not kept: it may be where she is, and she has not been warned yet."""
    places = [one for one in path(form, draft.answers) if isinstance(one, Where)]
    if heard.place is None or not places or question in places:
        return None
    return ForLater(draft, Line("pin-stays" if places[0].answered(draft.answers) else "pin-later"))


def early_story(form: Form, draft: Draft, question: Question, heard: Heard) -> ForLater | None:
    """A long text that answers nothing is kept, and offered when the story is asked."""
    text = cleaned(heard.text)
    if isinstance(question, Text) or len(text) < SHORTEST_STORY:
        return None
    kept = keep_early(form, draft, text)
    return ForLater(kept, Line("early-kept")) if kept is not None else None


def keep_early(form: Form, draft: Draft, text: str) -> Draft | None:
    """The draft with this text beside its answers; None where it has no use for it."""
    story = next((one for one in form.questions if isinstance(one, Text) and one.early), None)
    if story is None:
        return None
    answered = story.answered(draft.answers)
    if answered and len(draft.answers[story.name] or "") < WHOLE_MESSAGE:
        return None
    name = story.name if answered else early_name(story.name)
    told = f"{draft.answers[name]}\n{text}" if name in draft.answers else text
    return (
        None if len(told) > story.at_most else replace(draft, answers={**draft.answers, name: told}, misses=0)
    )
