"""A bell that rings at every change, heard on any event loop and in any thread."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class Bell:
    """The fake lives in a thread with a loop of its own, the test in another: both wait for one bell."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: set[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = set()

    def ring(self) -> None:
        with self._lock:
            waiting = list(self._waiting)
        for loop, event in waiting:
            if not loop.is_closed():
                loop.call_soon_threadsafe(event.set)

    async def until(self, found: Callable[[], T], within: float) -> T:
        """The first truthy answer of `found`, asked at every ring, or the last one after `within` seconds."""
        event = asyncio.Event()
        place = (asyncio.get_running_loop(), event)
        with self._lock:
            self._waiting.add(place)
        ends = time.monotonic() + within
        try:
            while True:
                event.clear()
                answer = found()
                left = ends - time.monotonic()
                if answer or left <= 0:
                    return answer
                try:
                    async with asyncio.timeout(left):
                        await event.wait()
                except TimeoutError:
                    return found()
        finally:
            with self._lock:
                self._waiting.discard(place)
