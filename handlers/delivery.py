"""Letters on their way: what is due leaves, paced, in its order, and what became of it is recorded.

One round of a channel, for every replica alike:

    look     is a lane due? If not, sleep until one is, a poke comes, or a second is over
    claim    one transaction: room in the channel's bucket, that many lanes leased, a letter of each
    send     side by side, each no longer than its lease
    record   one transaction a letter: sent; failed; again, after a pause in the narrowest scope known; or
             unknown: tried once more, since letters are worded so that a second copy does no harm; where a first
             copy can be found, for a day
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable
from functools import partial

import structlog
from sqlalchemy.exc import SQLAlchemyError

from handlers.channel import Sender, SendFailed, SendHeld, SendLater, SendMoved, SendUnknown
from handlers.dispatch import Dispatch, Errand, Fate
from storage.database import anew

log = structlog.get_logger(__name__)

ANSWER_SECONDS = 45.0
"""How long a service may take; below the lease, so that no other replica has the letter meanwhile."""
AT_ONCE = 32
"""Letters of one channel that are under way at the same time."""
GRACE_SECONDS = 10.0
"""How long letters under way are waited for at the end; the rest are `unknown` to the next process."""


class Delivery:
    """Every channel's letters, delivered by this process beside any other."""

    def __init__(self, dispatch: Dispatch, senders: Iterable[Sender]) -> None:
        self._dispatch = dispatch
        self._senders = tuple(senders)
        self._pokes = {sender.name: asyncio.Event() for sender in self._senders}
        self._under_way: dict[str, set[asyncio.Task[None]]] = {sender.name: set() for sender in self._senders}
        self._loop: asyncio.AbstractEventLoop | None = None

    def poke(self) -> None:
        """Something was posted. May be called from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            for event in self._pokes.values():
                self._loop.call_soon_threadsafe(event.set)

    async def run(self) -> None:
        """Deliver until cancelled; letters under way are then waited for."""
        self._loop = asyncio.get_running_loop()
        try:
            async with asyncio.TaskGroup() as channels:
                for sender in self._senders:
                    channels.create_task(self._serve(sender))
        finally:
            if left := [task for tasks in self._under_way.values() for task in tasks]:
                await asyncio.wait(left, timeout=GRACE_SECONDS)

    async def round(self, sender: Sender) -> float:
        """Claim what may leave now and send it, each in a task of its own. Returns seconds to rest, up to one."""
        under_way, poke = self._under_way[sender.name], self._pokes[sender.name]
        free = AT_ONCE - len(under_way)
        rest = await asyncio.to_thread(self._dispatch.rest, sender) if free else 1.0
        if rest > 0:
            return rest
        for errand in await asyncio.to_thread(self._dispatch.claim, sender, free):
            task = asyncio.create_task(self._send(sender, errand))
            under_way.add(task)
            task.add_done_callback(under_way.discard)
            task.add_done_callback(lambda _: poke.set())
        return sender.overall.per.total_seconds()

    async def finish(self) -> None:
        """Wait until nothing is under way."""
        while left := [task for tasks in self._under_way.values() for task in tasks]:
            await asyncio.wait(left)

    async def _serve(self, sender: Sender) -> None:
        poke = self._pokes[sender.name]
        while True:
            poke.clear()
            try:
                rest = await self.round(sender)
            except (SQLAlchemyError, OSError) as fault:
                log.warning("outbox unavailable", channel=sender.name, kind=type(fault).__name__)
                rest = 1.0
            try:
                async with asyncio.timeout(rest):  # wait_for can lose a cancellation that comes with the poke
                    await poke.wait()
            except TimeoutError:
                continue

    async def _send(self, sender: Sender, errand: Errand) -> None:
        fate: Fate
        try:
            async with asyncio.timeout(ANSWER_SECONDS):
                fate = await sender.send(errand.letter, errand.address, errand.edit)
        except (SendFailed, SendUnknown, SendHeld, SendLater, SendMoved) as told:
            fate = told
        except TimeoutError:
            fate = SendUnknown("slow")
        except Exception as fault:
            log.exception("send failed", channel=sender.name, kind=type(fault).__name__)
            fate = SendUnknown("fault")
        await self._record(sender, errand, fate)

    async def _record(self, sender: Sender, errand: Errand, fate: Fate) -> None:
        """However long it takes: a fate that is not recorded means a second copy, and a late one still counts."""
        while True:
            try:
                await asyncio.to_thread(anew, partial(self._dispatch.record, sender, errand, fate))
            except (SQLAlchemyError, OSError) as fault:
                log.warning("fate not recorded", channel=sender.name, kind=type(fault).__name__)
                await asyncio.sleep(1)
            else:
                return
