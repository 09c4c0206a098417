"""What Twilio posted, taken apart with no trust in it: any field may be missing, and new ones come without notice."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import ImmutableMultiDict

FIELDS = 200
"""A webhook has about thirty."""
NUMBER = re.compile(r"\+[1-9]\d{6,14}")
SCOPED = re.compile(r"[A-Z]{2}\.[A-Za-z0-9._-]{1,128}")
"""A business-scoped id: a country's letters and digits."""
PREFIX = "whatsapp:"

Form = Mapping[str, str]


class Fields(ImmutableMultiDict[str, str]):
    """Every field as it was posted. Twilio's validator asks each by `getall`, and need not search all for it."""

    def __init__(self, found: list[tuple[str, str]]) -> None:
        super().__init__(found)
        self._all: dict[str, list[str]] = {}
        for name, value in found:
            self._all.setdefault(name, []).append(value)

    def getall(self, name: str) -> list[str]:
        return self._all[name]


class UnreadableForm(ValueError):
    """It is no message: it is parked, and what it said stands in no text of this error."""


def pairs(body: bytes) -> Fields:
    """Every field, empty ones too: they are signed. Raises UnreadableForm."""
    try:
        text = body.decode("ascii")
        found = parse_qsl(
            text, keep_blank_values=True, encoding="utf-8", errors="strict", max_num_fields=FIELDS
        )
    except ValueError:
        raise UnreadableForm("the body is not a form") from None
    return Fields(found)


def opened(body: bytes) -> Form:
    """The form in a body as it was accepted. Raises UnreadableForm."""
    found = pairs(body)
    return {name: found[name] for name in found}


def packed(form: Form | Sequence[tuple[str, str]]) -> bytes:
    """The other way."""
    return urlencode(form).encode("ascii")


def text(form: Form, key: str, limit: int = 0) -> str:
    """The text under `key`, or "", without NUL, which no database keeps; `limit` characters, 0 is any."""
    whole = form.get(key, "").replace("\0", "")
    return whole[:limit] if limit else whole


def number(form: Form, key: str, most: int) -> int:
    """A whole number from 0 to `most`; 0 where there is none."""
    found = form.get(key, "")
    return min(int(found), most) if re.fullmatch(r"[0-9]{1,9}", found) else 0


def link(sender: str) -> str:
    """What a person opens to write to that number; "" of a messaging service, which has several.

    https://faq.whatsapp.com/5913398998672934
    """
    return f"https://wa.me/{sender[1:]}" if NUMBER.fullmatch(sender) else ""


def degrees(form: Form, key: str, limit: float) -> float | None:
    """A finite number within plus and minus `limit`."""
    found = form.get(key, "")
    if not re.fullmatch(r"-?[0-9]{1,3}(\.[0-9]{1,20})?", found):
        return None
    value = float(found)
    return value if -limit <= value <= limit else None


def address(form: Form, key: str) -> str:
    """A number with its plus, or a scoped id; "" where it is neither."""
    found = form.get(key, "").removeprefix(PREFIX).strip()
    if re.fullmatch(r"[1-9]\d{6,14}", found):
        found = f"+{found}"
    return found if NUMBER.fullmatch(found) or SCOPED.fullmatch(found) else ""
