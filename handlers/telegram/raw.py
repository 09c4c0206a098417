"""What came from Telegram, taken apart with no trust in it: any field may be missing or of a wrong type."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

Raw = Mapping[str, Any]

NOTHING: Raw = {}


class UnreadableUpdate(ValueError):
    """The update is not one: it is parked, and what it said stands in no text of this error."""


def opened(body: bytes) -> Raw:
    """The update in a body as it was accepted. Raises UnreadableUpdate."""
    try:
        raw = json.loads(body)
    except (ValueError, RecursionError):
        raise UnreadableUpdate("the body of an update is not JSON") from None
    if not isinstance(raw, dict):
        raise UnreadableUpdate("the body of an update is not an object")
    return raw


def part(raw: Raw, key: str) -> Raw:
    """The object under `key`; an empty one where there is none."""
    value = raw.get(key)
    return value if isinstance(value, dict) else NOTHING


def number(raw: Raw, key: str) -> int | None:
    """A whole number of at most 64 bits."""
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if -(2**63) <= value < 2**63 else None


def text(raw: Raw, key: str, limit: int = 0) -> str:
    """The string under `key`, or "". Half a surrogate pair and NUL, which no database keeps, are taken out.

    limit  characters, 0 is any
    """
    value = raw.get(key)
    if not isinstance(value, str):
        return ""
    whole = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "")
    return whole[:limit] if limit else whole


def degrees(raw: Raw, key: str, limit: float) -> float | None:
    """A finite number within plus and minus `limit`."""
    value = raw.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -limit <= value <= limit else None
