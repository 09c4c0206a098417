"""What she wrote beside her answers, wherever it stands: with the report, or with what she added later."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

LATER = ("note", "after")
"""What she added or answered; what she changed a message to."""


def beside(held: Mapping[str, Any]) -> Iterator[str]:
    """Words under her files, posts that she forwarded, notes: of a case's content, or of an event of hers."""
    yield from dict.fromkeys(held.get("captions", {}).values())
    yield from held.get("posts", ())
    yield from (held[name] for name in LATER if held.get(name))
