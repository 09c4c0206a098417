"""Twilio's list against our inbox, every few minutes: what never reached us is fetched, what is done is deleted there.

1. List what our number got and sent within a day; once an hour also what is older, as far back as we serve it. What
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

from handlers import metrics
from handlers.house import House
from handlers.whatsapp.accept import accept, lost
from handlers.whatsapp.client import FAULTS
from handlers.whatsapp.fetch import Doors
from handlers.whatsapp.form import PREFIX, UnreadableForm, packed
from handlers.whatsapp.hear import LOST, envelope
from handlers.whatsapp.leftovers import Leftovers, age
from handlers.whatsapp.render import CHANNEL
from storage import arrived, meta, upkeep

EVERY = timedelta(minutes=3)
SWEEP = timedelta(hours=1)
BACK = timedelta(hours=24)
HEARD = upkeep.DEDUPE - timedelta(days=1)
"""How far back what we never saw is still heard: older than that the inbox cannot say what it saw."""
YOUNG = timedelta(minutes=1)
"""A webhook may still be on its way."""
MOST, PAGE = 20_000, 1000
"""Messages that one look lists at most each way, and those of one call."""
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
        *,
        most: int = MOST,
        page: int = PAGE,
    ) -> None:
        self._house = house
        self._client = client
        self._bot = bot
        self._doors = doors
        self._woken = woken
        self._most = most
        self._page = page
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
        await self._compare(await self._listed(date_sent_after=now - BACK), now)
        if self._swept is not None and now - self._swept < SWEEP:
            return
        if since < now - BACK:
            await self._compare(await self._listed(date_sent_after=since, date_sent_before=now - BACK), now)
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

    async def _listed(self, **when: datetime) -> list[Any]:
        """Newest first, what our number got and what it sent; an operator is told where that is not all."""
        ours: list[Any] = []
        for end in self._ends():
            found = await self._client.messages.list_async(
                limit=self._most + 1, page_size=self._page, **end, **when
            )
            if len(found) > self._most:
                metrics.CUT.inc()
                log.error(
                    "whatsapp.list_cut", most=self._most, help="what is over is deleted, then more is seen"
                )
            ours += (one for one in found[: self._most] if self._is_ours(one))
        return ours

    def _ends(self) -> list[dict[str, str]]:
        """How the list is asked for our number alone; a messaging service has several, and no filter."""
        if self._bot.startswith("MG"):
            return [{}]
        return [{"to": f"{PREFIX}{self._bot}"}, {"from_": f"{PREFIX}{self._bot}"}]

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

    def _states(self, sids: list[str]) -> dict[str, str]:
        with self._house.database.reading() as db:
            return arrived.states(db, CHANNEL, self._bot, sids)

    def _since(self, now: datetime) -> datetime:
        with self._house.database.transaction() as db:
            kept = meta.get(db, f"{SINCE}:{self._bot}")
            if kept is None:
                meta.put(db, f"{SINCE}:{self._bot}", now.isoformat())
        return now if kept is None else datetime.fromisoformat(kept)
