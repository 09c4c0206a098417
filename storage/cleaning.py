"""What a file is, what it tells, and the clean copy that officers see: decided in a limited child process.

What is kept, and what is refused (design.md §10; evidence is evidence):

- Not one of `storage.kinds.KINDS` by its content: refused, `type`. Nothing in it: refused, `empty`.
- An image that does not decode to its end: refused, `broken`. Half a photo came, and she can send it again.
- An image that is an archive or a PDF as well: refused, `mixed`. It was made to be taken for something else.
- An image, or an office document, that unpacks to more than any honest one: refused, `bomb`.
- Everything else of a kind we keep is kept, whatever comes of its copy: a locked PDF (`encrypted`), a
  recording whose end is missing (`broken`), a picture too large for us (`large`), a file that outlasted the
  child (`child`). Its copy has failed; officers get name, size and hash, as of any office document or text.

The child's answers are read as a stranger's too: short lines, known words, no more bytes than it announced.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import IO, Any

from storage.limited import child

SECONDS = 120.0
"""Of real time: a busy machine may take twice the child's processor time."""

LINE_MOST = 16_384
COPY_MOST = 64 << 20
CHUNK = 1 << 20
COPIES = {"image/jpeg", "image/png", "application/pdf", "video/mp4", "audio/ogg", "audio/mp4", "audio/mpeg"}
REFUSALS = {"type", "empty", "broken", "mixed", "bomb"}
FAILURES = {"encrypted", "broken", "large"}


class ChildLost(Exception):
    """The child died before it could say what the file is: this says nothing about the file. Try again."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """`refused` is empty for what is kept; `copy` is none, ready or failed, with `reason` when it failed.

    facts   what the original told beside its content: gps, taken_at, camera, width, height, pages, seconds
    dhash   of an image, 16 hexadecimal digits
    """

    type: str = ""
    refused: str = ""
    copy: str = "none"
    reason: str = ""
    copy_type: str = ""
    dhash: str = ""
    facts: dict[str, Any] = field(default_factory=dict)


def clean(original: Iterable[bytes], write: Callable[[bytes], None], seconds: float = SECONDS) -> Verdict:
    """Have the child look at a file; the copy's bytes go to `write`, and count only when the copy is ready.

    Raises ChildLost, and whatever `original` or `write` raises.
    """
    with child("cleaner", seconds) as cleaner:
        assert cleaner.stdin is not None
        assert cleaner.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            for piece in original:
                cleaner.stdin.write(piece)
            cleaner.stdin.close()
        told = _line(cleaner.stdout)
        if told.get("refused") in REFUSALS:
            return Verdict(refused=told["refused"])
        if not isinstance(told.get("type"), str):
            raise ChildLost
        return _judged(told["type"], cleaner.stdout, write)


def _judged(type: str, out: IO[bytes], write: Callable[[bytes], None]) -> Verdict:
    told = _line(out)
    if told.get("refused") in REFUSALS:
        return Verdict(type, refused=told["refused"])
    if told.get("none") is True:
        return Verdict(type)
    if told.get("failed") in FAILURES:
        return Verdict(type, copy="failed", reason=told["failed"])
    match told:
        case {"clean": str(made), "bytes": int(size), "facts": dict(facts)} if made in COPIES:
            dhash = str(told.get("dhash", ""))[:16]
            if size > COPY_MOST:
                return Verdict(type, copy="failed", reason="large", facts=facts, dhash=dhash)
            if _passed(out, write, size):
                return Verdict(type, copy="ready", copy_type=made, facts=facts, dhash=dhash)
    return Verdict(type, copy="failed", reason="child")


def _passed(out: IO[bytes], write: Callable[[bytes], None], size: int) -> bool:
    """Hand on exactly the bytes that were announced."""
    while size and (piece := out.read(min(size, CHUNK))):
        write(piece)
        size -= len(piece)
    return not size and not out.read(1)


def _line(out: IO[bytes]) -> dict[str, Any]:
    """One answer; nothing when the child said nothing, or nothing sensible."""
    try:
        told = json.loads(out.readline(LINE_MOST))
    except ValueError:
        return {}
    return told if isinstance(told, dict) else {}
