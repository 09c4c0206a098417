"""One message in, one message out, and no channel.

`Heard` is what a citizen did, as any channel would tell it; `Say` is what we answer, as keys and values that
a channel's `render` turns into text and buttons.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class Word:
    """A value that is itself a word of ours: rendered in the reader's language, never stored as text."""

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant as one place's wall clock shows it; `zone` is an IANA name such as `Asia/Makassar`."""

    at: datetime
    zone: str


Value = str | int | date | Word | Moment
"""What may stand in a sentence. `str` is always somebody's own text: a renderer escapes it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A pin. Degrees, WGS 84."""

    latitude: float
    longitude: float


AttachmentKind = Literal["photo", "document", "video", "voice", "audio"]
CONTENT_TYPES: tuple[tuple[str, AttachmentKind], ...] = (
    ("image/", "photo"),
    ("audio/ogg", "voice"),
    ("audio/opus", "voice"),
    ("audio/", "audio"),
    ("video/", "video"),
)
"""How the type of each kind begins: the first that fits is meant."""


def kind_of(type: str) -> AttachmentKind:
    """What a sender says a file is; what it really is we see when we look into it."""
    return next((kind for begins, kind in CONTENT_TYPES if type.lower().startswith(begins)), "document")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that the channel holds for us; its bytes are fetched after the turn.

    id      ours, made at the edge when the message is opened
    source  what the channel needs to fetch it (Telegram: file_id; Twilio: media URL); secret
    bytes   size as the channel tells it, None when it does not
    """

    id: str
    kind: AttachmentKind
    source: str
    name: str = ""
    type: str = ""
    bytes: int | None = None


@dataclass(frozen=True, slots=True)
class Press:
    """A button of ours: whose draft, which question, which value key."""

    draft: str
    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something of ours came in: a file of a draft was stored, or could not be, for `reason` (a words key's tail)."""

    draft: str
    attachment: str
    stored: bool
    reason: str = ""


OddKind = Literal["sticker", "poll", "contact", "live", "other"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing a citizen did.

    at      when it was said, aware; the core's only idea of "now"
    fresh   a random id from the edge, used if this message starts a draft: the core draws no lots
    album   files that were sent together share it
    edited  this replaces the message `ref` that was said before
    odd     something a channel can send and we cannot use as an answer
    brought what came over from another chat of hers: the id of a draft, or a ticket
    """

    at: datetime
    fresh: str
    text: str = ""
    press: Press | None = None
    attachments: tuple[Attachment, ...] = ()
    place: Place | None = None
    arrival: Arrival | None = None
    ref: str = ""
    album: str = ""
    edited: bool = False
    forwarded: bool = False
    odd: OddKind | None = None
    language: str = ""
    brought: str = ""


Make = Literal["buttons", "numbers"]
Screen = Literal["", Make]
"""Where a piece is shown: everywhere, only where there are buttons, or only where choices are numbered."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence or paragraph: a words key and what stands in it.

    join  how it stands to the text before it: a paragraph of its own (`gap`), on the next row, or running on
    """

    key: str
    values: Mapping[str, Value] = field(default_factory=dict)
    join: Literal["gap", "row", "run"] = "gap"
    only: Screen = ""


CHOICES = Line("=choices")
"""Where numbered choices stand, if not at the end."""


@dataclass(frozen=True, slots=True)
class Option:
    """One thing she may choose. `key` is the value that is stored; `label` the words key people read.

    quiet  it has a number, but is not listed: the text names it
    """

    key: str
    label: str
    values: Mapping[str, Value] = field(default_factory=dict)
    only: Screen = ""
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class Say:
    """One message out: lines in order, then choices.

    draft, question  whose buttons these are; both empty where a choice belongs to no interview
    rows             how buttons stand where a channel has rows: option keys, `|` between rows; "" is one a row
    slot             a later letter of the same slot replaces this one
    only             the whole letter is for screens of that make alone
    after            seconds it waits before it leaves, so that a newer letter of its slot can take its place
    protect          the letter holds a secret: it stands alone and can be deleted
    takes            the slot of an earlier letter that is taken out of the chat again; this one says nothing, or what
                     then stands there where the channel can take it out no more
    pin              it stands at the top of the chat, where the channel can
    deletes          the channel's ids of messages that go from the chat before this one comes to it
    file             a file that goes along, by a name of `handlers`; the last line stands across it, or is its title
    """

    lines: tuple[Line, ...]
    options: tuple[Option, ...] = ()
    draft: str = ""
    question: str = ""
    rows: str = ""
    slot: str = ""
    only: Screen = ""
    after: int = 0
    protect: bool = False
    takes: str = ""
    deletes: tuple[str, ...] = ()
    file: str = ""
    pin: bool = False
