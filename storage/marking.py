"""A clean copy with a visible mark of who looks and when: made by a limited child, for that one look, and not kept."""

from __future__ import annotations

import contextlib
import json

from storage.limited import child

SECONDS = 60.0
MARKED = {"image/jpeg": "image/jpeg", "image/png": "image/jpeg", "application/pdf": "application/pdf",
          **{kind: kind for kind in ("video/mp4", "audio/mp4", "audio/mpeg")}}  # fmt: skip
"""Type of a copy -> what it is when it bears a mark: film and sound in their title, which no screenshot shows."""


class CannotMark(Exception):
    """The child gave nothing back."""


def mark(content: bytes, type: str, text: str) -> bytes:
    """The copy with `text` all over it, or a recording with that as its title.

    Raises CannotMark, KeyError for a type that bears no mark.
    """
    MARKED[type]
    with child("marker", SECONDS) as marker:
        assert marker.stdin is not None
        assert marker.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            marker.stdin.write(json.dumps({"type": type, "mark": text}).encode() + b"\n")
            marker.stdin.write(content)
            marker.stdin.close()
        made = marker.stdout.read()
    if not made:
        raise CannotMark
    return made
