"""What a message holds beside words: files, a place, or something we cannot use as an answer. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.conversation.message import Attachment, AttachmentKind, OddKind, Place
from handlers.telegram.raw import NOTHING, Raw, degrees, number, part, text

FILES: tuple[tuple[str, AttachmentKind, str], ...] = (
    ("animation", "video", "video/mp4"),  # before `document`, which Telegram sets beside it
    ("document", "document", "application/octet-stream"),
    ("video", "video", "video/mp4"),
    ("video_note", "video", "video/mp4"),
    ("voice", "voice", "audio/ogg"),
    ("audio", "audio", "audio/mpeg"),
)
"""Field, kind, and the type where Telegram tells none."""

ODD: tuple[tuple[str, OddKind], ...] = (("sticker", "sticker"), ("poll", "poll"), ("contact", "contact"))
UNSEEN = re.compile(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters, and those that turn the reading direction so that `gpj.exe` reads `exe.jpg`."""


def attachments(about: Raw, fresh: Callable[[], str]) -> tuple[Attachment, ...]:
    """At most one: Telegram sends an album as one message a file."""
    photo = _largest(about.get("photo"))
    if photo:
        return _file(photo, "photo", "image/jpeg", fresh)
    for field, kind, usual in FILES:
        if found := part(about, field):
            return _file(found, kind, usual, fresh)
    return ()


def place(about: Raw) -> Place | None:
    """A pin, of a venue too; where somebody is just now is none."""
    pin = part(about, "location") or part(part(about, "venue"), "location")
    latitude, longitude = degrees(pin, "latitude", 90), degrees(pin, "longitude", 180)
    if latitude is None or longitude is None or "live_period" in pin:
        return None
    return Place(latitude, longitude)


def odd(about: Raw) -> OddKind | None:
    if "live_period" in part(about, "location"):
        return "live"
    return next((kind for field, kind in ODD if field in about), None)


def _largest(sizes: object) -> Raw:
    """The size with the most pixels; Telegram puts it last, and we do not rely on it."""
    found = [size for size in sizes if isinstance(size, dict)] if isinstance(sizes, list) else []
    return max(found, key=lambda s: (number(s, "width") or 0) * (number(s, "height") or 0), default=NOTHING)


def _file(found: Raw, kind: AttachmentKind, usual: str, fresh: Callable[[], str]) -> tuple[Attachment, ...]:
    source = text(found, "file_id", 512)
    if not source:
        return ()
    size = number(found, "file_size")
    return (
        Attachment(
            id=fresh(),
            kind=kind,
            source=source,
            name=UNSEEN.sub("", text(found, "file_name"))[-200:],
            type=UNSEEN.sub("", text(found, "mime_type", 100)) or usual,
            bytes=size if size is not None and size >= 0 else None,
        ),
    )
