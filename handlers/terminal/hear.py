"""What is typed in a terminal, as the reception hears it.

A line is what she says. `/foto PATH` (or `/berkas PATH`) sends a file of this machine, `/titik LAT LON` a pin.
"""

from __future__ import annotations

import json
import mimetypes
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.conversation.message import Attachment, Heard, Place

CHANNEL = "terminal"
FILE = re.compile(r"/(?:foto|berkas|photo|file)\s+(.+)", re.IGNORECASE)
PIN = re.compile(r"/(?:titik|pin)\s+(-?\d+(?:\.\d+)?)[,\s]+(-?\d+(?:\.\d+)?)", re.IGNORECASE)
VOICE = frozenset({".ogg", ".oga", ".opus"})


def packed(line: str, address: str) -> bytes:
    """A typed line as it is accepted. Raises FileNotFoundError where `/foto` names no file."""
    said: dict[str, Any] = {"address": address}
    if file := FILE.fullmatch(line.strip()):
        path = Path(file[1].strip().strip("'\"")).expanduser()
        if not path.is_file():
            raise FileNotFoundError(path.name)
        said["file"] = str(path.absolute())
    elif pin := PIN.fullmatch(line.strip()):
        said["place"] = [float(pin[1]), float(pin[2])]
    else:
        said["text"] = line
    return json.dumps(said).encode()


def hear(body: bytes, at: datetime, fresh: Callable[[], str]) -> tuple[str, Heard | None]:
    """The address and what was said."""
    said = json.loads(body)
    place = Place(*said["place"]) if "place" in said else None
    files = (_attachment(Path(said["file"]), fresh()),) if "file" in said else ()
    return said["address"], Heard(at, fresh(), text=said.get("text", ""), place=place, attachments=files)


def _attachment(path: Path, id: str) -> Attachment:
    guessed = mimetypes.guess_type(path.name)[0] or ""
    kind = guessed.partition("/")[0]
    size = path.stat().st_size if path.is_file() else None
    if path.suffix.lower() in VOICE:
        return Attachment(id, "voice", str(path), path.name, guessed, size)
    if kind in ("image", "video", "audio"):
        return Attachment(id, {"image": "photo"}.get(kind, kind), str(path), path.name, guessed, size)  # type: ignore[arg-type]
    return Attachment(id, "document", str(path), path.name, guessed, size)
