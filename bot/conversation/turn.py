"""One turn of one interview: what we knew and what was said, in; what we know and what to say, out. Pure."""

from __future__ import annotations

from bot.conversation.answering import answered
from bot.conversation.correcting import corrected
from bot.conversation.draft import Draft
from bot.conversation.files import arrived, keep_files, sends_files
from bot.conversation.form import Form, current
from bot.conversation.message import Heard
from bot.conversation.moving import moved_by_word, pressed
from bot.conversation.outcome import Turn
from bot.conversation.reviewing import reviewed
from bot.conversation.scene import Sight


def turn(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """Understand `heard` at the place where `draft` is, and say what comes next.

    1. A file that was stored or lost changes its own line only.
    2. An edited message replaces the answer that it gave.
    3. Files and forwarded posts belong to the draft, whatever was being asked.
    4. A button moves, edits an earlier answer, or answers.
    5. Back, edit, skip and send move; everything else answers the question at hand, or the review.
    """
    if heard.arrival is not None:
        return arrived(form, draft, heard, sight)
    if heard.edited:
        return corrected(form, draft, heard, sight)
    if sends_files(form, heard):
        return keep_files(form, draft, heard, sight)
    moves = moved_by_word if heard.press is None else pressed
    moved = moves(form, draft, heard, sight)
    if moved is not None:
        return moved
    question = current(form, draft)
    if question is None:
        return reviewed(form, draft, heard, sight)
    return answered(form, draft, question, heard, sight)
