"""HTML as the Bot API reads it, and the limits of texts and keyboards.

Source: https://core.telegram.org/bots/api#html-style and #sendmessage.
"""

from __future__ import annotations

import html
import re
import unicodedata
from typing import Any

from tests.fakes.telegram.faults import Refused

TEXT_LIMIT = 4096
TAGS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "a": "text_link", "tg-emoji": "custom_emoji", "code": "code", "pre": "pre",
    "blockquote": "blockquote",
}  # fmt: skip
TAG = re.compile(
    r"<(/?)([A-Za-z][A-Za-z0-9-]*)((?:\s+[A-Za-z-]+(?:\s*=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]+))?)*)\s*>"
)
NAMED = re.compile(r"&(?:(lt|gt|amp|quot)|#(\d+)|#x([0-9a-fA-F]+));?")


def utf16(text: str) -> int:
    """Length as Telegram counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def parse(source: str) -> tuple[str, list[dict[str, Any]]]:
    """HTML to (text, entities); raises Refused("can't parse entities …") where the real server does."""
    out: list[str] = []
    entities: list[dict[str, Any]] = []
    opened: list[tuple[str, int, str]] = []
    length = at = 0
    while at < len(source):
        cut = len(source[:at].encode("utf-8", "surrogatepass"))
        if source[at] == "<":
            tag = TAG.match(source, at)
            if tag is None:
                raise Refused(
                    400, f'Bad Request: can\'t parse entities: Unsupported start tag "" at byte offset {cut}'
                )
            closing, name, rest = tag.group(1), tag.group(2).lower(), tag.group(3)
            at = tag.end()
            if not closing:
                if name not in TAGS or (name == "span" and "tg-spoiler" not in rest):
                    what = f'Unsupported start tag "{name}" at byte offset {cut}'
                    raise Refused(400, f"Bad Request: can't parse entities: {what}")
                opened.append((name, length, rest))
                continue
            if not opened:
                raise Refused(
                    400, f"Bad Request: can't parse entities: Unexpected end tag at byte offset {cut}"
                )
            begun, offset, attributes = opened.pop()
            if begun != name:
                what = f'Unmatched end tag at byte offset {cut}, expected "</{begun}>", found "</{name}>"'
                raise Refused(400, f"Bad Request: can't parse entities: {what}")
            if length > offset:
                entity: dict[str, Any] = {"type": TAGS[name], "offset": offset, "length": length - offset}
                link = re.search(r"href\s*=\s*[\"']?([^\"'\s>]+)", attributes)
                entities.append(entity | ({"url": html.unescape(link.group(1))} if link else {}))
            continue
        piece, at = _character(source, at)
        out.append(piece)
        length += utf16(piece)
    if opened:
        what = f'Can\'t find end tag corresponding to start tag "{opened[-1][0]}"'
        raise Refused(400, f"Bad Request: can't parse entities: {what}")
    return "".join(out), entities


def _character(source: str, at: int) -> tuple[str, int]:
    named = NAMED.match(source, at)
    if named is None:
        return source[at], at + 1
    name, decimal, hexadecimal = named.groups()
    if name:
        return {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}[name], named.end()
    return chr(int(decimal) if decimal else int(hexadecimal, 16)), named.end()


def cleaned(text: str) -> str:
    """Control characters become spaces, and the ends are trimmed."""
    return "".join(c if c == "\n" or ord(c) >= 32 else " " for c in text).strip(" \n\t\r\u200b")


def checked(text: str, *, too_long: str) -> str:
    """A text that may be sent; raises Refused."""
    shown = cleaned(text)
    if not any(unicodedata.category(c) not in ("Cf", "Zs", "Cc") for c in shown):
        raise Refused(400, "Bad Request: text must be non-empty")
    if utf16(shown) > TEXT_LIMIT:
        raise Refused(400, f"Bad Request: {too_long}")
    return shown


def keyboard(markup: Any) -> list[list[dict[str, Any]]] | None:
    """The inline keyboard of a `reply_markup`; None where there is none. Raises Refused."""
    if markup is None:
        return None
    if not isinstance(markup, dict):
        raise Refused(400, "Bad Request: object expected as reply markup")
    if "inline_keyboard" not in markup:
        if any(kind in markup for kind in ("remove_keyboard", "keyboard", "force_reply")):
            return None
        raise Refused(400, "Bad Request: can't parse reply markup")
    rows = markup["inline_keyboard"]
    if (
        set(markup) != {"inline_keyboard"}
        or not isinstance(rows, list)
        or not all(isinstance(row, list) for row in rows)
    ):
        raise Refused(400, "Bad Request: can't parse inline keyboard")
    if any(len(row) > 8 for row in rows):
        raise Refused(400, "Bad Request: too many buttons in a row")
    if sum(len(row) for row in rows) > 100:
        raise Refused(400, "Bad Request: reply markup is too long")
    for button in (button for row in rows for button in row):
        _button(button)
    return [row for row in rows if row]


def _button(button: Any) -> None:
    if not isinstance(button, dict) or not isinstance(button.get("text"), str) or not button["text"].strip():
        raise Refused(400, "Bad Request: can't parse inline keyboard button: Text must be non-empty")
    kinds = set(button) - {"text"}
    if not kinds:
        what = "Text buttons are unallowed in the inline keyboard"
        raise Refused(400, f"Bad Request: can't parse inline keyboard button: {what}")
    if kinds == {"callback_data"}:
        data = button["callback_data"]
        if not isinstance(data, str) or not 1 <= len(data.encode()) <= 64:
            raise Refused(400, "Bad Request: BUTTON_DATA_INVALID")
    elif kinds != {"url"} or not str(button["url"]).startswith(("https://", "http://", "tg://")):
        raise Refused(400, "Bad Request: BUTTON_TYPE_INVALID")
