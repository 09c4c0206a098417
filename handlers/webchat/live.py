"""Who has a page open, and how each hears that its talk has changed.

In this process an event for each lane; what another process wrote is looked for once a second, for all lanes at once.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator

import structlog

from storage import bubbles
from storage.database import UNAVAILABLE, Database

LOOKED = 1.0
"""Seconds between two looks at what other processes wrote."""
MOST, MOST_OF_ONE = 1000, 6
"""Open streams of this process, and of one page: each costs a connection."""

log = structlog.get_logger(__name__)


class Live:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._open: dict[str, set[asyncio.Event]] = {}
        self._seen: dict[str, int] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self.closed = False

    def poke(self, lane: str) -> None:
        """This talk has changed. May be called from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._wake, lane)

    @contextlib.asynccontextmanager
    async def watching(self, *lanes: str) -> AsyncIterator[asyncio.Event | None]:
        """An event that is set whenever one of these talks may have changed, and at the end. None: no more room."""
        held = max(len(self._open.get(lane, ())) for lane in lanes)
        if self.closed or held >= MOST_OF_ONE or sum(map(len, self._open.values())) >= MOST:
            yield None
            return
        event = asyncio.Event()
        for lane in lanes:
            self._open.setdefault(lane, set()).add(event)
        try:
            yield event
        finally:
            for lane in lanes:
                self._left(lane, event)

    def _left(self, lane: str, event: asyncio.Event) -> None:
        self._open[lane].discard(event)
        if not self._open[lane]:
            del self._open[lane]
            self._seen.pop(lane, None)

    async def run(self) -> None:
        """Until cancelled: then every stream ends."""
        self._loop = asyncio.get_running_loop()
        try:
            while True:
                await asyncio.sleep(LOOKED)
                if self._open:
                    await self._look()
        finally:
            self.closed = True
            for lane in list(self._open):
                self._wake(lane)

    async def _look(self) -> None:
        try:
            found = await asyncio.to_thread(self._changed, list(self._open))
        except UNAVAILABLE as fault:
            log.warning("webchat.cannot_look", kind=type(fault).__name__)
            return
        for lane, changed in found.items():
            if lane in self._open and self._seen.get(lane) != changed:
                self._seen[lane] = changed
                self._wake(lane)

    def _changed(self, lanes: list[str]) -> dict[str, int]:
        with self._database.reading() as db:
            return bubbles.changed(db, lanes)

    def _wake(self, lane: str) -> None:
        for event in self._open.get(lane, ()):
            event.set()
