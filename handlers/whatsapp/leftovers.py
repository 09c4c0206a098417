"""What Twilio still holds of a talk when nobody needs it any more, deleted there: it would keep it for over a year.

A message goes with its media once it is over:

    came in, answered       when no file of its sender has still to be fetched
    came in, parked         after a week: so long an operator can try it again with its file
    came in, in no inbox    when it is older than what the inbox remembers
    sent                    when it was delivered, or never will be, and nobody looks for it any more

What cannot be deleted now is tried again at the next look.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import structlog

from handlers import metrics
from handlers.house import House
from handlers.whatsapp.client import FAULTS, Broken, code
from handlers.whatsapp.form import UnreadableForm
from handlers.whatsapp.hear import envelope
from handlers.whatsapp.render import CHANNEL
from storage import aliases, arrived
from storage.aliases import Names

SETTLED = timedelta(minutes=30)
"""How long a message of ours stays in Twilio's list, where an unknown letter is looked for."""
KEPT = timedelta(days=7)
"""How long what is parked, or waits for its file or its delivery, may keep something there."""
OVER = ("delivered", "read", "failed", "undelivered")
AT_ONCE = 500
"""Messages that one look deletes at most: each takes two calls or more."""
GONE, UNDER_WAY = 20404, 20009

log = structlog.get_logger(__name__)


class Leftovers:
    """remembered: how long the inbox knows what it heard."""

    def __init__(self, house: House, client: Any, remembered: timedelta) -> None:
        self._house = house
        self._client = client
        self._remembered = remembered

    async def clear(self, listed: Sequence[Any], states: Mapping[str, str], now: datetime) -> int:
        """Delete those that are over; returns how many. Raises client.Broken where Twilio is away or busy.

        states  of those that came in, by sid, as the inbox has them
        """
        gone = kept = 0
        for one in listed:
            if gone >= AT_ONCE:
                log.warning("whatsapp.much_left", help="the rest is deleted at the next looks")
                break
            if not self._over(one, now) or not await self._answered(one, states, now):
                continue
            try:
                gone += await forget(self._client, one.sid)
            except Broken:
                raise
            except FAULTS as fault:
                kept += 1
                log.warning("whatsapp.not_deleted", code=code(fault))
        if kept:
            metrics.LEFT.inc(kept)
        return gone

    def _over(self, one: Any, now: datetime) -> bool:
        if one.direction == "inbound":
            return True
        return age(one, now) >= (SETTLED if one.status in OVER else KEPT)

    async def _answered(self, one: Any, states: Mapping[str, str], now: datetime) -> bool:
        if one.direction != "inbound":
            return True
        match states.get(one.sid):
            case "done":
                return age(one, now) >= KEPT or not await asyncio.to_thread(self._wants, one)
            case "parked":
                return age(one, now) >= KEPT
            case None:
                return age(one, now) >= self._remembered
            case _:
                return False

    def _wants(self, one: Any) -> bool:
        """Whether a file of its sender still has to be fetched. Who cannot be told is waited for."""
        try:
            found = envelope({"MessageSid": one.sid, "From": one.from_})
        except UnreadableForm:
            return True
        with self._house.database.reading() as db:
            index = self._house.keys.index(f"{CHANNEL}:{found.address}")
            return arrived.wants(db, aliases.known(db, Names(index)))


async def forget(client: Any, sid: str) -> bool:
    """Delete a message and its media at Twilio. False: it is still on its way. Raises client.FAULTS."""
    try:
        for one in await client.messages(sid).media.list_async():
            await client.messages(sid).media(one.sid).delete_async()
        await client.messages(sid).delete_async()
    except FAULTS as error:
        if code(error) == GONE:
            return True
        if code(error) == UNDER_WAY:
            return False
        raise
    return True


def age(one: Any, now: datetime) -> timedelta:
    sent: datetime | None = one.date_sent or one.date_created
    return now - sent if sent is not None else timedelta(0)
