"""The same letter as another channel's own renderer makes it, for who wants to see how it looks there. Pure."""

from __future__ import annotations

import html

from bot.conversation.message import Say
from bot.words.words import Words
from handlers.telegram import render as telegram
from handlers.webchat.render import Button, Letter, Look, letter
from handlers.whatsapp import render as whatsapp


def as_telegram(say: Say, words: Words, language: str) -> Look:
    """Raises CannotRender, UnknownWord."""
    made = telegram.render(say, words, language)
    rows = tuple(tuple(Button(button.label, button.data) for button in row) for row in made.keyboard)
    return Look(html.unescape(made.html), rows)


def as_whatsapp(say: Say, words: Words, language: str) -> Look:
    """Numbered text, and beside it buttons or a list where one could carry it. Raises CannotRender, UnknownWord."""
    made = whatsapp.render(say, words, language)
    text = "\n\n".join(made.parts)
    if not whatsapp.shape(made):
        return Look(text, ())
    if len(made.labels) <= whatsapp.BUTTONS:
        return Look(
            text, tuple((Button(one.title, one.id),) for one in whatsapp.choices(made, whatsapp.BUTTON))
        )
    items = whatsapp.choices(made, whatsapp.ITEM)
    rows = tuple((Button(one.title, one.id, one.description),) for one in items)
    return Look(text, rows, whatsapp.opens(made))


LOOKS: dict[str, Letter] = {"webchat": letter, "telegram": as_telegram, "whatsapp": as_whatsapp}
