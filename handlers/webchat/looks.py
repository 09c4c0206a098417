"""The same letter as another channel's own renderer makes it, for who wants to see how it looks there. Pure."""

from __future__ import annotations

import html

from bot.conversation.message import Say
from bot.words.words import Words
from handlers.telegram import render as telegram
from handlers.webchat.render import Button, Letter, letter
from handlers.whatsapp import render as whatsapp

Rows = tuple[tuple[Button, ...], ...]


def as_telegram(say: Say, words: Words, language: str) -> tuple[str, Rows]:
    """Raises CannotRender, UnknownWord."""
    made = telegram.render(say, words, language)
    rows = tuple(tuple(Button(button.label, button.data) for button in row) for row in made.keyboard)
    return html.unescape(made.html), rows


def as_whatsapp(say: Say, words: Words, language: str) -> tuple[str, Rows]:
    """Numbered text, and beside it buttons or a list where one could carry it. Raises CannotRender, UnknownWord."""
    made = whatsapp.render(say, words, language)
    limit = whatsapp.BUTTON if len(made.labels) <= whatsapp.BUTTONS else whatsapp.ITEM
    shown = whatsapp.choices(made, limit) if whatsapp.shape(made) else ()
    return "\n\n".join(made.parts), tuple((Button(one.title, one.id),) for one in shown)


LOOKS: dict[str, Letter] = {"webchat": letter, "telegram": as_telegram, "whatsapp": as_whatsapp}
