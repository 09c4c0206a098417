"""The child that opens what strangers send: started afresh for every file, limited, told no name of anything.

It reads the original from standard input to its end and answers on standard output:

    {"type": "image/jpeg"}                        what it is, before anything is decoded; or {"refused": …}
    {"clean": "image/jpeg", "bytes": 81234, …}    or {"refused": …}, {"failed": …}, {"none": true}
    81234 bytes of the clean copy

`storage.cleaning` starts it and judges its answers; it is never imported there.
"""

from __future__ import annotations

import json
import resource
import sys
from typing import Any

MEMORY = 768 << 20
"""Bytes of address space. An image of 60 million pixels, decoded and turned, needs about 600 MiB."""

SECONDS = 60
"""Of processor time."""

MOST = 64 << 20
"""Bytes of an original that are read at all."""


def main() -> None:
    limit()
    content = sys.stdin.buffer.read(MOST)
    from storage import kinds  # noqa: PLC0415 - only after the limits hold

    if not content:
        return _tell({"refused": "empty"})
    try:
        found = kinds.kind(content)
    except kinds.Bomb:
        return _tell({"refused": "bomb"})
    if found is None:
        return _tell({"refused": "type"})
    _tell({"type": found})
    answer, copy = _made(content, found)
    _tell(answer)
    sys.stdout.buffer.write(copy)
    sys.stdout.buffer.flush()
    return None


def limit() -> None:
    """No more memory and time than the largest honest file needs; nothing is written to a disk.

    No limit on processes: it counts threads, of which HEIC's decoder starts some, and those of the whole user.
    """
    limits = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: SECONDS,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, most in limits.items():
        resource.setrlimit(what, (most, most))


def _made(content: bytes, type: str) -> tuple[dict[str, Any], bytes]:
    """The second line and the copy. A library is loaded only for what it opens."""
    from storage import kinds  # noqa: PLC0415

    try:
        if type in kinds.IMAGES:
            return _image(content, type)
        if type == kinds.PDF:
            from storage.pages import Locked, pages  # noqa: PLC0415

            try:
                facts, copy = pages(content)
            except Locked:
                return {"failed": "encrypted"}, b""
        elif type in kinds.RECORDINGS:
            from storage.recordings import recording  # noqa: PLC0415

            facts, copy = recording(content, type)
        else:
            return {"none": True}, b""
    except Exception:  # noqa: BLE001 - whatever a hostile file brings about is the same answer
        return {"failed": "broken"}, b""
    return {"clean": type, "bytes": len(copy), "facts": facts}, copy


def _image(content: bytes, type: str) -> tuple[dict[str, Any], bytes]:
    from storage.kinds import Bomb, mixed  # noqa: PLC0415
    from storage.pictures import picture  # noqa: PLC0415

    if mixed(content):
        return {"refused": "mixed"}, b""
    try:
        facts, likeness, clean, copy = picture(content, type)
    except Bomb:
        return {"refused": "bomb"}, b""
    except MemoryError:
        return {"failed": "large"}, b""
    except Exception:  # noqa: BLE001
        return {"refused": "broken"}, b""
    return {"clean": clean, "bytes": len(copy), "facts": facts, "dhash": likeness}, copy


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n")
    sys.stdout.buffer.flush()
