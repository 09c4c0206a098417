"""What a browser is shown: templates that escape every piece, and the words of both languages.

The templates ask for words by key, `word("page-send")`, and for bubbles as `handlers.webchat.render` made them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import Request
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.conversation.message import Moment, Value
from bot.words.words import Words
from handlers.webchat.assets import Shelf
from handlers.webchat.hear import CHANNEL
from handlers.webchat.render import Shown

FOLDER = Path(__file__).parent / "templates"
HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self';"
        " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "content-type": "text/html; charset=utf-8",
}
"""Nothing from elsewhere, nothing inline, in no frame. The rest is every answer's: `handlers.web.HEADERS`."""
SPEAKS = {"id": ("page-language-id", "page-speak-id"), "en": ("page-language-en", "page-speak-en")}
"""Language -> its name in itself, and what the talk understands as the wish to speak it."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bubble with its place, as the templates show it.

    file  where what it brings is looked at
    at    when it came; when: the same, in the language that it speaks
    """

    place: int
    shown: Shown
    file: str = ""
    at: Moment | None = None
    when: str = ""


class Pages:
    """first: the language of who says nothing about it. folders: templates that go before ours of the same name."""

    def __init__(self, words: Words, first: str, shelf: Shelf, *folders: Path) -> None:
        self.words = words
        self.shelf = shelf
        self._first = first
        self._made = Environment(
            loader=FileSystemLoader([*folders, FOLDER]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._made.globals["static"] = shelf.address

    def draw(self, template: str, language: str, **told: Any) -> str:
        def word(key: str, **values: Value) -> str:
            return self.words.text(language, key, values, CHANNEL)

        return self._made.get_template(template).render(
            told | {"word": word, "language": language, "speaks": SPEAKS}
        )

    def language(self, request: Request) -> str:
        """`?lang=`, else what the browser prefers among ours, else the first."""
        asked = [request.query_params.get("lang", ""), *preferred(request.headers.get("accept-language", ""))]
        return next((one for one in asked if one in self.words.languages), self._first)


def preferred(header: str) -> Iterable[str]:
    """The languages of an Accept-Language header, the dearest first. https://www.rfc-editor.org/rfc/rfc9110#name-accept-language"""
    found = re.findall(
        r"([A-Za-z]{2,3})(?:-[\w-]+)?\s*(?:;\s*q=([01](?:\.\d{0,3})?))?\s*(?:,|$)", header[:200]
    )
    return [name.lower() for name, _ in sorted(found, key=lambda one: -float(one[1] or 1))]
