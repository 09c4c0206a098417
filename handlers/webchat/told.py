"""What a bubble holds, sealed: a letter of ours with its language, or what she said. JSON, and back. Pure."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.cases.ticket import read_receipt
from bot.conversation.codec import say_from_json, say_to_json
from bot.conversation.message import Line, Option, Place, Say
from handlers.webchat.hear import Said


@dataclass(frozen=True, slots=True)
class Ours:
    """A letter. chosen: what the pressed button under it carried; file: the type of what it brings along; or "".

    at  civil time, aware; None in a bubble of an earlier release
    """

    say: Say = field(repr=False)
    language: str
    chosen: str = field(repr=False, default="")
    file: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Hers:
    """label: what stood on the button that she pressed; files: (name, type) of each; secret: a code is not shown."""

    text: str = field(repr=False, default="")
    label: Say | None = field(repr=False, default=None)
    language: str = ""
    files: tuple[tuple[str, str], ...] = field(repr=False, default=())
    pin: Place | None = field(repr=False, default=None)
    secret: bool = False
    at: datetime | None = None


SHORT = 80
"""Characters of a message that is hardly more than a code."""


def ours(told: Ours) -> bytes:
    about = {"language": told.language, "chosen": told.chosen, "file": told.file, "at": _seconds(told.at)}
    return _packed({"say": say_to_json(told.say)} | about)


def hers(said: Said, label: Option | None = None, language: str = "", at: datetime | None = None) -> bytes:
    """What she said, as her own bubble. label: of the button, whose words are in that language; at: civil time.

    A secret code is not kept: whoever opens the page later need not have it.
    """
    secret = len(said.text) <= SHORT and read_receipt(said.text) is not None
    return _packed(
        {
            "text": "" if secret else said.text,
            "secret": secret,
            "label": say_to_json(Say((Line(label.label, label.values),))) if label else "",
            "language": language,
            "files": [[file.name, file.type] for file in said.files],
            "pin": [said.pin.latitude, said.pin.longitude] if said.pin else None,
            "at": _seconds(at),
        }
    )


def opened(body: bytes) -> Ours | Hers:
    told: dict[str, Any] = json.loads(body)
    at = datetime.fromtimestamp(told["at"], UTC) if "at" in told else None
    if "say" in told:
        return Ours(
            say_from_json(told["say"]), told["language"], told.get("chosen", ""), told.get("file", ""), at
        )
    return Hers(
        told.get("text", ""),
        say_from_json(told["label"]) if told.get("label") else None,
        told.get("language", ""),
        tuple((name, kind) for name, kind in told.get("files", ())),
        Place(*told["pin"]) if told.get("pin") else None,
        told.get("secret", False),
        at,
    )


def _seconds(at: datetime | None) -> int | None:
    return None if at is None else int(at.timestamp())


def _packed(told: dict[str, Any]) -> bytes:
    kept = {name: value for name, value in told.items() if value or name == "say"}
    return json.dumps(kept, separators=(",", ":")).encode()
