"""Telephone numbers as people in Indonesia write them: 0812…, 62812…, +62 812-…, (0401) ….

Any country's number is understood when it starts with its plus. Validity is Google's numbering plan
(`phonenumbers`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

_LONGEST = 4_000
_SHAPE = re.compile(r"(?<![0-9+])(?:\+|\(?(?=0|62))(?:[0-9][ \t().-]{0,3}){7,14}[0-9](?![0-9])")


def phones(text: str) -> Iterator[tuple[int, int, str]]:
    """Where each number stands in `text`, start and end, and the number itself, such as +62811223344."""
    for match in _SHAPE.finditer(text[:_LONGEST]):
        number = _number(match.group())
        if number:
            yield match.start(), match.end(), number


def read_phone(text: str) -> str | None:
    """The first number in `text`, such as +62811223344, or None."""
    return next((number for _, _, number in phones(text)), None)


def _number(written: str) -> str | None:
    """The number in international form when it is a possible and valid one.

    "62811…" without its plus would be read as a local number, so it gets one.
    """
    digits = re.sub(r"[^0-9]", "", written)
    international = written.startswith("+") or digits.startswith("62")
    try:
        number = phonenumbers.parse(f"+{digits}" if international else digits, "ID")
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
