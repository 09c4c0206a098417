"""What a page posted, as it is kept, to what was heard. Pure: the moment and the random ids are handed in."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from bot.conversation import screen
from bot.conversation.message import Attachment, Heard, Place, kind_of

CHANNEL = "webchat"
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters but tab and line end, and those that turn the reading direction (`gpj.exe` reads `exe.jpg`)."""
TEXT = 16_000
"""Characters of one message; what is longer is cut. A story has at most 4,000."""
PRESS = re.compile(r"(\d{1,19}) (.{1,64})")


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a post. source: how it is fetched again, secret; size: bytes, None where it is too large."""

    source: str = field(repr=False)
    name: str = field(repr=False, default="")
    type: str = ""
    size: int | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One post, as the page tells it.

    press  the place of the bubble that she pressed on, and what the button carries
    """

    text: str = field(repr=False, default="")
    press: tuple[int, str] | None = field(repr=False, default=None)
    pin: Place | None = field(repr=False, default=None)
    files: tuple[Upload, ...] = field(repr=False, default=())
    language: str = ""

    @property
    def empty(self) -> bool:
        return not (self.text or self.press or self.pin or self.files)


def said(fields: Mapping[str, str], files: tuple[Upload, ...] = ()) -> Said:
    """The fields of a form, with no trust in them. A press is nothing but a press."""
    if found := PRESS.fullmatch(fields.get("press", "")):
        return Said(press=(int(found[1]), found[2]), language=_language(fields))
    text = UNSEEN.sub("", fields.get("text", "").replace("\r\n", "\n").replace("\r", "\n"))
    return Said(text.strip()[:TEXT], None, _pin(fields), files, _language(fields))


def packed(said: Said, address: str, place: int) -> bytes:
    """As it waits in the inbox. place: of her own bubble in the talk."""
    told: dict[str, Any] = {"address": address, "place": place}
    if said.text:
        told["text"] = said.text
    if said.press:
        told["press"] = list(said.press)
    if said.pin:
        told["pin"] = [said.pin.latitude, said.pin.longitude]
    if said.files:
        told["files"] = [[file.source, file.name, file.type, file.size] for file in said.files]
    if said.language:
        told["language"] = said.language
    return json.dumps(told, separators=(",", ":")).encode()


def ear(body: bytes, at: datetime, fresh: Callable[[], str]) -> tuple[str, Heard | None]:
    """How the reception hears a post that it opened: whose it is, and what was said."""
    told = json.loads(body)
    ref, pressed = told["place"], None
    if "press" in told:
        ref, carried = told["press"]
        pressed = screen.press(carried)
    pin = told.get("pin")
    files = tuple(
        Attachment(fresh(), kind_of(mime), source, name, mime or "application/octet-stream", size)
        for source, name, mime, size in told.get("files", ())
    )
    heard = Heard(
        at=at,
        fresh=fresh(),
        text=told.get("text", ""),
        press=pressed,
        attachments=files,
        place=Place(*pin) if pin else None,
        ref=str(ref),
        language=told.get("language", ""),
        odd=None if pressed or "press" not in told else "other",
    )
    return told["address"], heard


def named(name: str) -> str:
    """A file's name without folders and without what nobody sees."""
    return " ".join(UNSEEN.sub("", re.split(r"[/\\]", name)[-1]).split())[-200:]


def _language(fields: Mapping[str, str]) -> str:
    told = fields.get("language", "")
    return told if re.fullmatch(r"[a-z]{2}", told) else ""


def _pin(fields: Mapping[str, str]) -> Place | None:
    latitude, longitude = _degrees(fields, "lat", 90), _degrees(fields, "lon", 180)
    return None if latitude is None or longitude is None else Place(latitude, longitude)


def _degrees(fields: Mapping[str, str], name: str, limit: float) -> float | None:
    """A decimal comma is one, too."""
    try:
        degrees = float(fields.get(name, "").strip().replace(",", "."))
    except ValueError:
        return None
    return degrees if math.isfinite(degrees) and abs(degrees) <= limit else None
