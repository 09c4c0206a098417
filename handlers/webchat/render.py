"""A bubble as the page shows it: paragraphs of plain text and rows of buttons. Pure.

Nothing here is HTML: the templates escape every piece. No address in a text becomes a link.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from bot.conversation import screen
from bot.conversation.message import Line, Say
from bot.flows.officer_card import DESK
from bot.flows.told import CASE
from bot.words.words import Words
from handlers.webchat.hear import CHANNEL, UNSEEN
from handlers.webchat.told import Hers, Ours

AGAIN = frozenset({CASE, DESK})
"""Whose buttons stay after one was pressed: what is offered of a case, to her or to an officer, can be had again."""
OWN = 2400
"""Characters that each text of a person may keep inside one of our letters. Fluent takes 2,500."""


@dataclass(frozen=True, slots=True)
class Button:
    """about: what stands small beneath the label, "" where nothing."""

    label: str = field(repr=False)
    data: str = field(repr=False)
    about: str = field(repr=False, default="")


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Look:
    """A letter as a channel shows it: plain text and buttons. opens: what opens the list they lie in, "" in none."""

    text: str = field(repr=False)
    rows: Rows = field(repr=False)
    opens: str = ""


@dataclass(frozen=True, slots=True)
class Shown:
    """paragraphs: each a tuple of lines; chosen: the label of the button that was pressed, "" while none was.

    files   (name, type) of what she sent; brings: the type of what a letter of ours brings along, "" where nothing
    """

    hers: bool
    paragraphs: tuple[tuple[str, ...], ...] = field(repr=False)
    rows: Rows = field(repr=False, default=())
    opens: str = ""
    chosen: str = field(repr=False, default="")
    files: tuple[tuple[str, str], ...] = field(repr=False, default=())
    language: str = ""
    protect: bool = False
    brings: str = ""


Letter = Callable[[Say, Words, str], Look]
"""How a letter looks: (say, words, language) -> its look."""


def letter(say: Say, words: Words, language: str, channel: str = CHANNEL) -> Look:
    """A letter as this channel shows it. Raises UnknownWord."""
    text = screen.text(say, words, language, channel, partial(_own, OWN))
    rows = tuple(
        tuple(
            Button(screen.label(option, words, language, channel), screen.data(say, option)) for option in row
        )
        for row in screen.rows(say)
    )
    return Look(text, rows)


def render(told: Ours | Hers, words: Words, language: str, look: Letter = letter) -> Shown:
    """A bubble; what stood on a button she pressed is in the words of `look` as well. Raises UnknownWord."""
    if isinstance(told, Ours):
        seen = look(told.say, words, told.language)
        chosen = next(
            (
                button.label
                for row in seen.rows
                for button in row
                if told.chosen and button.data == told.chosen
            ),
            "",
        )
        answered = bool(told.chosen) and told.say.draft not in AGAIN
        return Shown(
            False, paragraphs(seen.text), () if answered else seen.rows, seen.opens, chosen,
            language=told.language, protect=told.say.protect, brings=told.file,
        )  # fmt: skip
    text = look(told.label, words, told.language or language).text if told.label else told.text
    if told.secret:
        text = words.text(language, "page-code", {}, CHANNEL)
    if told.pin:
        pin = Line("page-pinned", {"at": f"{told.pin.latitude:.5f}, {told.pin.longitude:.5f}"})
        text = "\n".join(filter(None, (text, words.text(language, pin.key, pin.values, CHANNEL))))
    return Shown(True, paragraphs(text), files=told.files, language=told.language if told.label else "")


def paragraphs(text: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(part.split("\n")) for part in text.strip("\n").split("\n\n") if part.strip())


def _own(keep: int, text: str) -> str:
    """Somebody's own text: nothing unseen, and cut where it is longer."""
    whole = UNSEEN.sub("", text)
    return whole if len(whole) <= keep else f"{whole[: keep - 1].rstrip()}…"
