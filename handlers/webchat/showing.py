"""`GET <path>/file/<place>`: a file that a letter brings along, opened anew each time it is looked at, kept nowhere.

Only from the page whose letter it is, and only as long as the letter is there.
"""

from __future__ import annotations

import re
from dataclasses import replace

from fastapi import Response

from bot.conversation import screen
from bot.conversation.message import Line, Say
from bot.words.words import Words
from handlers.channel import SendLater
from handlers.copies import CannotOpen, Copies, Copy
from handlers.films import FETCHED, PATIENCE
from handlers.webchat import told
from handlers.webchat.hear import CHANNEL
from handlers.webchat.phone import Phone
from handlers.webchat.told import Ours
from storage import bubbles

PART = re.compile(r"bytes=(\d{1,18})-(\d{0,18})")
HEADERS = {"content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'"}
"""It shows itself, and nothing in it does anything."""


def brought(copies: Copies, words: Words, say: Say, language: str) -> Ours:
    """A letter with the type of its file; where that cannot be opened, it says so instead of what was to stand on it.

    Blocking. Raises SendLater, UnknownWord.
    """
    if not say.file:
        return Ours(say, language)
    try:
        return Ours(say, language, file=opened(copies, words, say, language).type)
    except CannotOpen as fault:
        return Ours(
            replace(say, lines=(*say.lines[:-1], Line(f"desk-file-{fault.reason}")), file=""), language
        )


def opened(copies: Copies, words: Words, say: Say, language: str, patience: float = PATIENCE) -> Copy:
    """The file, with the last line of its letter all over it. Blocking. Raises CannotOpen, SendLater, UnknownWord."""
    return copies.open(say.file, screen.text(Say(say.lines[-1:]), words, language, CHANNEL), patience)


def answer(phone: Phone, lane: str, place: int, part: str = "") -> Response | None:
    """None where this page has no such letter, or the file cannot be opened any more. Blocking.

    part  the bytes that are asked for (`Range`, RFC 9110 §14.2): without them Safari plays nothing
    """
    with phone.house.database.reading() as db:
        found = bubbles.at(db, phone.house.keys, lane, place, phone.house.database.now())
    letter = told.opened(found.body) if found is not None and found.body is not None else None
    if not isinstance(letter, Ours) or not letter.say.file:
        return None
    try:
        copy = opened(phone.copies, phone.pages.words, letter.say, letter.language, FETCHED)
    except (CannotOpen, SendLater):
        return None
    shown = "inline" if copy.type.startswith(("image/", "audio/", "video/")) else "attachment"
    about = {"content-disposition": f'{shown}; filename="{copy.name}"'}
    return _part(copy, HEADERS | about | {"accept-ranges": "bytes"}, PART.fullmatch(part))


def _part(copy: Copy, headers: dict[str, str], asked: re.Match[str] | None) -> Response:
    """The bytes that were asked for, the whole where it is none or several parts."""
    whole = len(copy.content)
    start = int(asked[1]) if asked else 0
    end = min(int(asked[2]) + 1, whole) if asked and asked[2] else whole
    if not asked or end <= start < whole:
        return Response(copy.content, headers=headers, media_type=copy.type)
    if start >= whole:
        return Response(status_code=416, headers=headers | {"content-range": f"bytes */{whole}"})
    told = headers | {"content-range": f"bytes {start}-{end - 1}/{whole}"}
    return Response(copy.content[start:end], 206, headers=told, media_type=copy.type)
