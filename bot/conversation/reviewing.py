"""At the review: send, change a line, or take an offer."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.answering import keep
from bot.conversation.asking import scene_of, stay
from bot.conversation.draft import Draft
from bot.conversation.early import misplaced_pin
from bot.conversation.form import Form
from bot.conversation.global_words import GlobalWord, global_word
from bot.conversation.message import Heard, Line
from bot.conversation.moving import move
from bot.conversation.outcome import Turn
from bot.conversation.review import SEND, review_sheet
from bot.conversation.scene import Scene, Sight
from bot.conversation.spoken import match_option


def reviewed(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    assert form.review is not None
    scene = scene_of(form, draft, heard, sight)
    key = _chosen(form, draft, heard, scene)
    offered = next((offer for offer in form.review.offers if offer.name == key), None)
    if key == SEND:
        return Turn(replace(draft, misses=0), submitted=True)
    if offered is not None:
        value = offered.options(scene)[0].key
        kept = keep(draft, offered, value, replace(heard, ref=""))
        ack = offered.ack(value, scene)
        return stay(form, kept, heard, sight, *([ack] if ack else []))
    if key is not None:
        return move(form, draft, heard, sight, key)
    other = misplaced_pin(form, draft, None, heard)
    return stay(form, draft, heard, sight, other.line if other else Line("hint-review"))


def _chosen(form: Form, draft: Draft, heard: Heard, scene: Scene) -> str | None:
    """The key of what she chose: also KIRIM, which is no button where choices are numbered."""
    assert form.review is not None
    options = review_sheet(form, form.review, draft, scene).options
    if heard.press is not None:
        return heard.press.value if any(option.key == heard.press.value for option in options) else None
    word = global_word(heard.text)
    if word is not None and word[0] is GlobalWord.SEND:
        return SEND
    return match_option(heard.text, options, scene.library.words, scene.language)
