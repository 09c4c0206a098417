"""What every channel's render shares: the paragraphs, the choices that a screen of its make shows, the button data."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.message import CHOICES, Make, Option, Press, Say
from bot.words.words import Words

JOINS = {"gap": "\n\n", "row": "\n", "run": " "}


def choices(say: Say, make: Make) -> tuple[Option, ...]:
    """The options of a screen of that make, in the order in which they are numbered."""
    return tuple(option for option in say.options if option.only in ("", make))


def label(option: Option, words: Words, language: str, channel: str) -> str:
    return words.text(language, option.label, option.values, channel)


def title(option: Option, words: Words, language: str, channel: str) -> str:
    """What stands on a small button, beside a text that has the whole of it."""
    short = f"{option.label}.tap"
    if words.has(language, short):
        return words.text(language, short, option.values)
    return label(option, words, language, channel)


def rows(say: Say) -> tuple[tuple[Option, ...], ...]:
    """Buttons row by row, as `say.rows` says; what it does not name follows, one a row. No option is dropped."""
    left = {option.key: option for option in choices(say, "buttons")}
    placed = [tuple(left.pop(key) for key in row.split() if key in left) for row in say.rows.split("|")]
    return tuple(row for row in placed if row) + tuple((option,) for option in left.values())


def text(say: Say, words: Words, language: str, channel: str, escape: Callable[[str], str] = str) -> str:
    """The text above the buttons."""
    return _paragraphs(say, words, language, channel, "buttons", escape)


def numbered(say: Say, words: Words, language: str, channel: str, escape: Callable[[str], str] = str) -> str:
    """Text and numbered choices in one, for screens without buttons."""
    return _paragraphs(say, words, language, channel, "numbers", escape)


def data(say: Say, option: Option) -> str:
    """What a button carries: `draft:question:value`, at most 64 bytes (Telegram's limit for callback_data)."""
    return f"{say.draft}:{say.question}:{option.key}"


def press(carried: str) -> Press | None:
    """The other way; None where the data is not ours."""
    parts = carried.split(":", 2)
    return Press(*parts) if len(parts) == 3 else None


def _paragraphs(
    say: Say,
    words: Words,
    language: str,
    channel: str,
    make: Make,
    escape: Callable[[str], str],
) -> str:
    listed = _listed(say, words, language, channel, escape) if make == "numbers" else ""
    built = ""
    for line in say.lines if CHOICES in say.lines else (*say.lines, CHOICES):
        if line.only not in ("", make):
            continue
        piece = listed if line == CHOICES else words.text(language, line.key, line.values, channel, escape)
        if not piece:
            continue
        between = "" if not built or built.endswith("\n") else JOINS[line.join]
        built += between + piece
    return built.rstrip("\n")


def _listed(say: Say, words: Words, language: str, channel: str, escape: Callable[[str], str]) -> str:
    return "\n".join(
        f"{number} {words.text(language, option.label, option.values, channel, escape)}"
        for number, option in enumerate(choices(say, "numbers"), 1)
        if not option.quiet
    )
