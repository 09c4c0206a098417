"""Everything a person reads: Fluent files, one a language, read once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk, Resource

from bot.conversation.message import Moment, Value, Word

ZONES = {"Asia/Jakarta": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}
DATES = {
    "month": "MMMM",
    "short": "d MMMM",
    "day": "EEEE, d MMMM",
    "date": "EEEE, d MMMM y",
    "brief": "EEEE, d MMM",
    "stamp": "EEEE d MMM",
}
PATTERNS = {
    "id": DATES | {"moment": "EEEE, d MMMM y, 'pukul' HH.mm", "clock": "HH.mm"},
    "en": DATES | {"moment": "EEEE, d MMMM y, HH:mm", "clock": "HH:mm"},
}

SPEAKS_LIKE = {"webchat": "telegram"}
"""Where a channel has no words of its own for something, it uses those of another that looks like it."""


class UnknownWord(LookupError):
    """No text of that key in that language, or a variable is missing: a fault of ours, never shown to a person."""


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The texts of every language. `constants` may stand in any of them, but not in words inside another text.

    `text()` formats one message. `str` values are somebody's own text and go through `escape`; words of ours do not.
    """

    bundles: Mapping[str, FluentBundle]
    constants: Mapping[str, Value] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.bundles)

    def text(
        self,
        language: str,
        key: str,
        values: Mapping[str, Value] | None = None,
        channel: str = "",
        escape: Callable[[str], str] = str,
    ) -> str:
        """`key` may name an attribute (`offence-billboard.short`); a channel's own attribute goes first.

        Raises UnknownWord.
        """
        return self._format(language, key, {**self.constants, **(values or {})}, channel, escape)

    def _format(
        self, language: str, key: str, values: Mapping[str, Value], channel: str, escape: Callable[[str], str]
    ) -> str:
        bundle = self.bundles[language]
        name, _, attribute = key.partition(".")
        if not bundle.has_message(name):
            raise UnknownWord(f"{language}: {key}")
        message = bundle.get_message(name)
        own = (name for name in (channel, SPEAKS_LIKE.get(channel, "")) if name in message.attributes)
        named = attribute or next(own, "")
        pattern = message.attributes.get(named) if named else message.value
        if pattern is None:
            raise UnknownWord(f"{language}: {key}")
        given = {name: self._plain(language, value, channel, escape) for name, value in values.items()}
        text, errors = bundle.format_pattern(pattern, given)
        if errors:
            raise UnknownWord(f"{language}: {key}: {type(errors[0]).__name__}: {errors[0]}")
        return str(text)

    def has(self, language: str, key: str) -> bool:
        name, _, attribute = key.partition(".")
        bundle = self.bundles[language]
        if not bundle.has_message(name):
            return False
        message = bundle.get_message(name)
        return attribute in message.attributes if attribute else message.value is not None

    def _plain(
        self, language: str, value: Value, channel: str, escape: Callable[[str], str]
    ) -> str | int | date | datetime:
        match value:
            case Word(key=key, values=values):
                return self._format(language, key, values, channel, escape)
            case Moment(at=at, zone=zone):
                return at.astimezone(ZoneInfo(zone))
            case str():
                return escape(value)
            case _:
                return value


def load_words(folder: Path, constants: Mapping[str, Value]) -> Words:
    """Read `*.ftl` of `folder`; the file's name is the language."""
    return Words({path.stem: _bundle(path) for path in sorted(folder.glob("*.ftl"), reverse=True)}, constants)


@cache
def _parsed(text: str) -> Resource:
    """Once, however many houses a process opens: it takes a second of each start."""
    return FluentResource(text)


def _bundle(path: Path) -> FluentBundle:
    language = path.stem

    def day(pattern: str) -> Any:
        return lambda value: format_date(value, PATTERNS[language][pattern], locale=language)

    def clock(pattern: str) -> Any:
        def read(value: Any) -> str:
            return f"{format_datetime(value, PATTERNS[language][pattern], locale=language)} {ZONES[str(value.tzinfo)]}"

        return read

    def capital(value: Any) -> str:
        return str(value)[:1].upper() + str(value)[1:]

    days = {name.upper(): day(name) for name in ("month", "short", "day", "date", "brief", "stamp")}
    functions = {**days, "MOMENT": clock("moment"), "CLOCK": clock("clock"), "CAPITAL": capital}
    bundle = FluentBundle([language], functions=functions, use_isolating=False)
    resource = _parsed(path.read_text("utf-8"))
    junk = next((entry for entry in resource.body if isinstance(entry, Junk)), None)
    if junk is not None:
        raise UnknownWord(f"{path.name}: not understood: {(junk.content or '').strip().splitlines()[0]}")
    bundle.add_resource(resource)
    return bundle
