"""Twilio's list against our inbox, every few minutes: what never reached us is fetched, what is done is deleted there.

1. List what our numbers got and sent within a day; once an hour also what is older, as far back as we serve it. What
   came in and we never saw enters the inbox: text, choices by their title, media. Of a pin the list holds nothing: she
   is asked to send it again.
2. What is over is deleted there (`leftovers`).
One replica at a time (`handlers.alone`).
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
from handlers.whatsapp.form import UnreadableForm, packed
from handlers.whatsapp.hear import LOST, envelope
from handlers.whatsapp.leftovers import Leftovers, age
from handlers.whatsapp.listed import Listed
from handlers.whatsapp.render import CHANNEL
from storage import arrived, meta, upkeep

EVERY = timedelta(minutes=3)
SWEEP = timedelta(hours=1)
BACK = timedelta(hours=24)
HEARD = upkeep.DEDUPE - timedelta(days=1)
"""How far back what we never saw is still heard: older than that the inbox cannot say what it saw."""
YOUNG = timedelta(minutes=1)
"""A webhook may still be on its way."""
SINCE = "twilio:since"
"""Where it is kept from when on the number is ours: what was sent before is not ours to delete."""

log = structlog.get_logger(__name__)


class Reconciler:
    """woken: called, from any thread, when something entered the inbox."""

    def __init__(
        self,
        house: House,
        client: Any,
        bot: str,
        doors: Doors,
        woken: Callable[[], None],
        listed: Listed | None = None,
    ) -> None:
        self._house = house
        self._client = client
        self._bot = bot
        self._doors = doors
        self._woken = woken
        self._listed = listed or Listed(client, bot)
        self._leftovers = Leftovers(house, client, HEARD)
        self._swept: datetime | None = None

    async def run(self) -> None:
        """Until cancelled. Whatever goes wrong, the next look makes up for it."""
        while True:
            try:
                await self.look()
            except FAULTS as error:
                log.warning("whatsapp.not_reconciled", fault=type(error).__name__)
            except Exception as error:  # noqa: BLE001 - a trace could hold an address
                log.error("whatsapp.not_reconciled", fault=type(error).__name__)  # noqa: TRY400 - as above
            await asyncio.sleep(EVERY.total_seconds())

    async def look(self) -> None:
        """One look. Raises client.FAULTS, and what the database raises."""
        now = self._house.database.now()
        since = await asyncio.to_thread(self._since, now - BACK)
        ours = await self._listed.ours()
        await self._compare(await self._listed.messages(ours, date_sent_after=now - BACK), now)
        if self._swept is not None and now - self._swept < SWEEP:
            return
        if since < now - BACK:
            before = await self._listed.messages(ours, date_sent_after=since, date_sent_before=now - BACK)
            await self._compare(before, now)
        self._swept = now

    async def _compare(self, listed: list[Any], now: datetime) -> None:
        came = [one for one in listed if one.direction == "inbound"]
        states = await asyncio.to_thread(self._states, [one.sid for one in came])
        unseen = [one for one in reversed(came) if one.sid not in states and YOUNG <= age(one, now) < HEARD]
        for one in unseen:
            await self._enter(one, now)
        if unseen:
            log.warning("whatsapp.found_unseen", count=len(unseen))
            self._woken()
        await self._leftovers.clear(listed, states, now)

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

    def _states(self, sids: list[str]) -> dict[str, str]:
        with self._house.database.reading() as db:
            return arrived.states(db, CHANNEL, self._bot, sids)

    def _since(self, now: datetime) -> datetime:
        with self._house.database.transaction() as db:
            kept = meta.get(db, f"{SINCE}:{self._bot}")
            if kept is None:
                meta.put(db, f"{SINCE}:{self._bot}", now.isoformat())
        return now if kept is None else datetime.fromisoformat(kept)
