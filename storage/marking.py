"""A clean copy with a visible mark of who looks and when: made by a limited child, for that one look."""

from __future__ import annotations

import contextlib
import json

from storage.limited import child

SECONDS = 60.0
FILM_SECONDS = 120.0
"""Of real time: a film takes the child's processor time where nobody else wants it."""
FILM = "video/mp4"
TOO_LONG = 3
"""What the child ends with where a film runs too long for it."""
MARKED = {"image/jpeg": "image/jpeg", "image/png": "image/jpeg", "application/pdf": "application/pdf",
          **{kind: kind for kind in (FILM, "audio/mp4", "audio/mpeg")}}  # fmt: skip
"""Type of a copy -> what it is when it bears a mark: a sound in its title."""


class CannotMark(Exception):
    """The child gave nothing back."""


class TooLong(CannotMark):
    """The film runs longer than marking it may take (`storage.films`)."""


def mark(content: bytes, type: str, text: str) -> bytes:
    """The copy with `text` all over it, in a film all the time; a sound with that as its title.

    Raises CannotMark, TooLong, KeyError for a type that bears no mark.
    """
    MARKED[type]
    with child("marker", FILM_SECONDS if type == FILM else SECONDS) as marker:
        assert marker.stdin is not None
        assert marker.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            marker.stdin.write(json.dumps({"type": type, "mark": text}).encode() + b"\n")
            marker.stdin.write(content)
            marker.stdin.close()
        made = marker.stdout.read()
        ended = None if made else marker.wait()
    if not made:
        raise TooLong if ended == TOO_LONG else CannotMark
    return made
