"""A file for an officer: Twilio fetches it from us, at an address that names the file sealed and works for minutes.

Any replica can answer it, and nothing is kept. https://www.twilio.com/docs/messaging/api/message-resource#mediaurl
"""

from __future__ import annotations

import asyncio
import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from fastapi import APIRouter, Response

from handlers.channel import SendLater
from handlers.copies import CannotOpen, Copies, Copy
from handlers.films import FETCHED
from storage.keys import Keys
from storage.seal import SealBroken

PATH = "/whatsapp/file/"
OPEN_FOR = timedelta(minutes=10)
LARGEST = {"image": 5_000_000}
"""Bytes that WhatsApp takes, where that is less than `copies` opens.

https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages
"""
TAKEN = frozenset(
    {"image/jpeg", "image/png", "application/pdf", "video/mp4", "audio/mpeg", "audio/mp4", "audio/ogg"}
)
ABOUT = "whatsapp-file"


@dataclass(frozen=True, slots=True)
class Handout:
    """address: what others reach us by. now: real time."""

    address: str
    keys: Keys
    copies: Copies
    now: Callable[[], datetime]

    def place(self, file: str, text: str) -> str:
        """Where Twilio finds it, with `text` all over it. Blocking. Raises CannotOpen, SendLater."""
        copy = self.copies.open(file, text)
        if copy.type not in TAKEN or len(copy.content) > LARGEST.get(
            copy.type.partition("/")[0], len(copy.content)
        ):
            raise CannotOpen("elsewhere")
        until = (self.now() + OPEN_FOR).timestamp()
        sealed = self.keys.seal(json.dumps([file, text, until]).encode(), ABOUT)
        return f"{self.address}{PATH}{base64.urlsafe_b64encode(sealed).decode()}"

    def opened(self, token: str) -> Copy | None:
        """What lies there; None where it is none of ours, too late, or let go of. Blocking."""
        try:
            file, text, until = json.loads(
                self.keys.open(base64.b64decode(token, b"-_", validate=True), ABOUT)
            )
            return self.copies.open(file, text, FETCHED) if self.now().timestamp() < until else None
        except (ValueError, SealBroken, CannotOpen, SendLater):
            return None


def router(handout: Handout) -> APIRouter:
    """404 for whatever is not to be had."""
    made = APIRouter()

    @made.get(f"{PATH}{{token}}", include_in_schema=False)
    async def file(token: str) -> Response:
        copy = await asyncio.to_thread(handout.opened, token)
        if copy is None:
            return Response(status_code=404)
        named = {"Content-Disposition": f'inline; filename="{copy.name}"', "Cache-Control": "no-store"}
        return Response(copy.content, media_type=copy.type, headers=named)

    return made
