"""Twilio's own list of messages, of our numbers alone: an account may serve others, whose talks are not ours."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import structlog

from handlers import metrics
from handlers.whatsapp.form import PREFIX

MOST, PAGE = 20_000, 1000
"""Messages that one look lists at most each way of a number, and those of one call."""

log = structlog.get_logger(__name__)


class Listed:
    """bot: a number, or a messaging service (MG…), which has several."""

    def __init__(self, client: Any, bot: str, *, most: int = MOST, page: int = PAGE) -> None:
        self._client = client
        self._bot = bot
        self._most = most
        self._page = page

    async def ours(self) -> tuple[str, ...]:
        """How Twilio names the ends that are ours. Raises client.FAULTS.

        https://www.twilio.com/docs/messaging/api/messaging-service-channelsender-resource
        """
        if not self._bot.startswith("MG"):
            return (f"{PREFIX}{self._bot}",)
        held = await self._client.messaging.v1.services(self._bot).channel_senders.list_async()
        found = tuple(one.sender for one in held if (one.sender or "").startswith(PREFIX))
        if not found:
            log.error("whatsapp.no_sender", help="the messaging service has no WhatsApp sender")
        return found

    async def messages(self, ours: tuple[str, ...], **when: datetime) -> list[Any]:
        """Newest first of each number, what it got, then what it sent. Raises client.FAULTS.

        An operator is told where that is not all.
        """
        found: list[Any] = []
        for end in ours:
            for way in ("to", "from_"):
                held = await self._client.messages.list_async(
                    limit=self._most + 1, page_size=self._page, **{way: end}, **when
                )
                if len(held) > self._most:
                    metrics.CUT.inc()
                    log.error(
                        "whatsapp.list_cut",
                        most=self._most,
                        help="what is over is deleted, then more is seen",
                    )
                found += (one for one in held[: self._most] if _is_talk(one, end))
        return found


def _is_talk(one: Any, end: str) -> bool:
    """The same number may get SMS too."""
    ends = (one.from_ or "", one.to or "")
    return end in ends and all(each.startswith(PREFIX) for each in ends)
