"""A say as one Telegram message: HTML from escaped parts, and an inline keyboard. Pure.

Limits: https://core.telegram.org/bots/api#sendmessage, #inlinekeyboardbutton.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from functools import partial

from bot.conversation import screen
from bot.conversation.message import Say
from bot.words.words import Words

TEXT = 4096
DATA = 64
ROW = 8
CUTS = (2400, 1000, 400, 100)
"""Characters, escaped, that each text of a citizen may keep, tried until the message fits. Fluent takes 2,500."""


@dataclass(frozen=True, slots=True, repr=False)
class Button:
    label: str
    data: str


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """`html` for parse_mode HTML; `keyboard` in rows; `protect` keeps it from being forwarded."""

    html: str
    keyboard: tuple[tuple[Button, ...], ...]
    protect: bool


class CannotRender(ValueError):
    """A text that stays too long however much is cut, or a button that cannot carry its data."""


def render(say: Say, words: Words, language: str) -> Message:
    """Raises CannotRender."""
    return Message(_text(say, words, language), _keyboard(say, words, language), say.protect)


def _text(say: Say, words: Words, language: str) -> str:
    for cut in CUTS:
        made = screen.text(say, words, language, "telegram", partial(_own, cut))
        if utf16(html.unescape(made)) <= TEXT:
            return made
    raise CannotRender(f"{say.lines[0].key}: longer than {TEXT}")


def _keyboard(say: Say, words: Words, language: str) -> tuple[tuple[Button, ...], ...]:
    rows = []
    for row in screen.rows(say):
        made = []
        for option in row:
            data = screen.data(say, option)
            if len(data.encode()) > DATA:
                raise CannotRender(f"{say.question}: the data of a button is longer than {DATA} bytes")
            made.append(Button(screen.label(option, words, language, "telegram"), data))
        rows += [tuple(made[at : at + ROW]) for at in range(0, len(made), ROW)]
    return tuple(rows)


def _own(keep: int, text: str) -> str:
    """Somebody's own text, escaped, and cut where it is longer; never inside an escape."""
    whole = html.escape(text)
    if len(whole) <= keep:
        return whole
    room, end = keep - 1, 0
    while (room := room - len(html.escape(text[end]))) >= 0:
        end += 1
    return f"{html.escape(text[:end].rstrip())}…"


def utf16(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le")) // 2
