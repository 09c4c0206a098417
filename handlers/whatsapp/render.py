"""A say as WhatsApp messages: numbered text, and where a content for it exists buttons or a list beside it. Pure.

Every option stands as a number in the text, so that none depends on what a phone can show; buttons and lists only
save typing. Limits: https://www.twilio.com/docs/content/twilio-quick-reply, .../twilio-list-picker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from bot.conversation import screen
from bot.conversation.message import Say
from bot.words.words import Words
from handlers.whatsapp.hear import UNSEEN

CHANNEL = "whatsapp"
TEXT = 1600
BODY = 1024
"""Characters of a text, and of one with buttons or a list."""
BUTTONS, BUTTON = 3, 20
ITEMS, ITEM, DESCRIPTION = 10, 24, 72
ID = 200
OWN = 2400
"""Characters that each text of a citizen may keep. Fluent takes 2,500."""
SENTENCE = re.compile(r"(?<=[.!?…])\s")


@dataclass(frozen=True, slots=True, repr=False)
class Choice:
    """title  as it stands on a button, unique on its screen; description  the whole of it, "" where it is whole"""

    title: str
    id: str
    description: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """`parts` follow one another, each as long as a text may be; `choices` may stand under a single one.

    titles  the labels, shorter where a button could not hold them and we have words for it
    """

    parts: tuple[str, ...]
    labels: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()


class CannotRender(ValueError):
    """Nothing to send."""


def render(say: Say, words: Words, language: str) -> Message:
    """Raises CannotRender."""
    text = screen.numbered(say, words, language, CHANNEL, partial(_own, OWN)).strip()
    if not text:
        raise CannotRender(f"{say.lines[0].key if say.lines else ''}: no text")
    options = screen.choices(say, "numbers")
    labels = tuple(
        f"{number} {screen.label(option, words, language, CHANNEL)}"
        for number, option in enumerate(options, 1)
    )
    titles = tuple(
        f"{number} {screen.title(option, words, language, CHANNEL)}"
        for number, option in enumerate(options, 1)
    )
    return Message(split(text, TEXT), labels, titles, tuple(screen.data(say, option) for option in options))


def choices(message: Message, limit: int) -> tuple[Choice, ...]:
    """Titles of at most `limit` characters; their numbers keep them apart however much is cut."""
    return tuple(
        Choice(title, data, "" if title == label else cut(label, DESCRIPTION))
        for label, short, data in zip(message.labels, message.titles, message.ids, strict=True)
        for title in (label if len(label) <= limit else cut(short, limit),)
    )


def shape(message: Message) -> str:
    """Which content could carry it: `buttons-2`, `list-6`; "" where only text can."""
    count = len(message.labels)
    if len(message.parts) != 1 or len(message.parts[0]) > BODY or any(len(data) > ID for data in message.ids):
        return ""
    if 1 <= count <= BUTTONS:
        return f"buttons-{count}"
    return f"list-{count}" if 1 <= count <= ITEMS else ""


def variables(message: Message) -> dict[str, str]:
    """What fills the content of its `shape`."""
    if len(message.labels) <= BUTTONS:
        flat = [piece for one in choices(message, BUTTON) for piece in (one.title, one.id)]
        return _numbered(message.parts[0], *flat)
    flat = [
        piece for one in choices(message, ITEM) for piece in (one.title, one.id, one.description or one.title)
    ]
    return _numbered(message.parts[0], opens(message), *flat)


def opens(message: Message) -> str:
    """What stands on the button that opens a list: only which numbers are in it."""
    return f"1–{len(message.labels)}"


def split(text: str, limit: int) -> tuple[str, ...]:
    """At the end of a paragraph, a row or a sentence, else between words; nothing but the gap is lost."""
    parts = []
    while len(text) > limit:
        at = _end(text, limit)
        parts.append(text[:at].rstrip())
        text = text[at:].lstrip()
    return (*parts, text) if text else tuple(parts)


def cut(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1].rstrip()}…"


def _end(text: str, limit: int) -> int:
    within = text[: limit + 1]
    for least, gap in ((limit // 2, "\n\n"), (limit // 2, "\n")):
        if (at := within.rfind(gap)) >= least:
            return at
    sentences = [found.start() for found in SENTENCE.finditer(within)]
    if sentences and sentences[-1] >= limit // 3:
        return sentences[-1]
    at = within.rfind(" ")
    return at if at > 0 else limit


def _numbered(*values: str) -> dict[str, str]:
    return {str(number): value for number, value in enumerate(values, 1)}


def _own(keep: int, text: str) -> str:
    """Somebody's own text: nothing unseen, and cut where it is longer."""
    return cut("\n".join(UNSEEN.sub("", line) for line in text.split("\n")), keep)
