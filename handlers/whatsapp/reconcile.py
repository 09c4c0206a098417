"""Twilio's list against our inbox, every few minutes: what never reached us is fetched, what is done is deleted there.

1. List the last day's messages. Those that came in and that we never saw enter the inbox: text, choices by their title,
   media. Of a pin the list holds nothing: she is asked to send it again.
2. What was answered, with its files stored, and what was delivered, is deleted at Twilio with its media: it would keep
   them for more than a year.
One replica at a time, by a lease.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

import structlog

from handlers.house import House
from handlers.whatsapp.accept import accept, lost
from handlers.whatsapp.client import FAULTS
from handlers.whatsapp.fetch import Doors
from handlers.whatsapp.form import PREFIX, UnreadableForm, packed
from handlers.whatsapp.hear import LOST, Envelope, envelope
from handlers.whatsapp.render import CHANNEL
from handlers.whatsapp.send import forget
from storage import aliases, arrived, lease
from storage.aliases import Names

EVERY = timedelta(minutes=3)
LEASE = timedelta(minutes=15)
BACK = timedelta(hours=24)
"""How far back is looked. A process that slept longer has lost what Twilio did not tell again."""
YOUNG = timedelta(minutes=1)
"""A webhook may still be on its way."""
SETTLED = timedelta(minutes=30)
"""How long a message of ours stays in Twilio's list, where an unknown letter is looked for."""
OVER = ("delivered", "read", "failed", "undelivered")
MOST = 1000

log = structlog.get_logger(__name__)


class Reconciler:
    """woken: called, from any thread, when something entered the inbox."""

    def __init__(
        self, house: House, client: Any, bot: str, doors: Doors, owner: str, woken: Callable[[], None]
    ) -> None:
        self._house = house
        self._client = client
        self._bot = bot
        self._doors = doors
        self._owner = owner
        self._woken = woken

    async def run(self) -> None:
        """Until cancelled. Whatever goes wrong, the next look makes up for it."""
        while True:
            try:
                if await asyncio.to_thread(self._held):
                    await self.look()
            except FAULTS as error:
                log.warning("whatsapp.not_reconciled", fault=type(error).__name__)
            except Exception as error:  # noqa: BLE001 - a trace could hold an address
                log.error("whatsapp.not_reconciled", fault=type(error).__name__)  # noqa: TRY400 - as above
            await asyncio.sleep(EVERY.total_seconds())

    async def look(self) -> None:
        """One look. Raises client.FAULTS, and what the database raises."""
        now = self._house.database.now()
        listed = await self._client.messages.list_async(date_sent_after=now - BACK, limit=MOST)
        ours = [one for one in listed if self._is_ours(one)]
        came = [one for one in ours if one.direction == "inbound"]
        states = await asyncio.to_thread(self._states, [one.sid for one in came])
        unseen = [one for one in reversed(came) if one.sid not in states and _age(one, now) >= YOUNG]
        for one in unseen:
            await self._enter(one, now)
        if unseen:
            log.warning("whatsapp.found_unseen", count=len(unseen))
            self._woken()
        for one in came:
            if states.get(one.sid) == "done" and not await asyncio.to_thread(self._wants, one):
                await forget(self._client, one.sid)
        for one in ours:
            if one.direction != "inbound" and one.status in OVER and _age(one, now) >= SETTLED:
                await forget(self._client, one.sid)

    def _is_ours(self, one: Any) -> bool:
        """Sent by, or to, the number we serve; a messaging service has several."""
        ends = (one.from_ or "", one.to or "")
        if not all(end.startswith(PREFIX) for end in ends):
            return False
        return self._bot.startswith("MG") or f"{PREFIX}{self._bot}" in ends

    async def _enter(self, one: Any, now: datetime) -> None:
        form = {"MessageSid": one.sid, "From": one.from_, "To": one.to, "Body": one.body or ""}
        media = await self._client.messages(one.sid).media.list_async() if int(one.num_media or 0) else []
        form["NumMedia"] = str(len(media))
        for at, file in enumerate(media):
            form |= {f"MediaUrl{at}": self._place(file), f"MediaContentType{at}": file.content_type or ""}
        gone = not (form["Body"] or media)
        body = packed(form | ({LOST: "1"} if gone else {}))
        try:
            found = envelope(form)
        except UnreadableForm:
            log.warning("whatsapp.unreadable_in_list")
            return
        said = min(one.date_sent or now, now)
        await asyncio.to_thread(lost if gone else accept, self._house, self._bot, found, body, said_at=said)

    def _place(self, file: Any) -> str:
        return f"{self._doors.api_url or 'https://api.twilio.com'}{str(file.uri).removesuffix('.json')}"

    def _held(self) -> bool:
        with self._house.database.transaction() as db:
            return lease.hold(db, f"reconcile:{CHANNEL}", self._owner, self._house.database.now(), LEASE)

    def _states(self, sids: list[str]) -> dict[str, str]:
        with self._house.database.reading() as db:
            return arrived.states(db, CHANNEL, self._bot, sids)

    def _wants(self, one: Any) -> bool:
        """Whether a file of its sender still has to be fetched. Who cannot be told is waited for."""
        try:
            found: Envelope = envelope({"MessageSid": one.sid, "From": one.from_})
        except UnreadableForm:
            return True
        with self._house.database.reading() as db:
            index = self._house.keys.index(f"{CHANNEL}:{found.address}")
            return arrived.wants(db, aliases.known(db, Names(index)))


def _age(one: Any, now: datetime) -> timedelta:
    sent: datetime | None = one.date_sent or one.date_created
    return now - sent if sent is not None else timedelta(0)
