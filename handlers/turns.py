"""The workers that put waiting messages to the reception, one thread each, and wake whoever has work after a turn."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

import structlog

from handlers.metrics import TURN_SECONDS, TURNS
from handlers.reception import Done, Reception
from storage.database import UNAVAILABLE

log = structlog.get_logger(__name__)

IDLE = 1.0
"""Seconds between looks when nobody pokes: another replica may have accepted something."""
ROUNDS = 8
"""Commits one worker makes before it lets the loop breathe."""
TOGETHER = 16
"""Turns in one commit, where there is one writer. Side by side they would wait for one another's lanes."""


class Turns:
    """told: called after each turn, from a worker's thread."""

    def __init__(self, reception: Reception, told: Callable[[Done], None], workers: int) -> None:
        self._reception = reception
        self._told = told
        self._workers = workers
        self._poke = asyncio.Event()
        self._loop: asyncio.AbstractEventLoop | None = None

    def poke(self) -> None:
        """Something was accepted. May be called from any thread."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._poke.set)

    async def run(self) -> None:
        """First what waited when we started, each lane alone; then whatever comes, until cancelled."""
        self._loop = asyncio.get_running_loop()
        await self._patiently(self._reception.recover)
        async with asyncio.TaskGroup() as workers:
            for _ in range(self._workers):
                workers.create_task(self._work())

    async def _work(self) -> None:
        while True:
            self._poke.clear()
            if await self._patiently(self._drain):
                continue
            try:
                async with asyncio.timeout(IDLE):  # wait_for can lose a cancellation that comes with the poke
                    await self._poke.wait()
            except TimeoutError:
                continue

    async def _patiently(self, work: Callable[[], object]) -> object:
        """While the database or the disk is away, messages wait where they are."""
        while True:
            try:
                return await asyncio.to_thread(work)
            except UNAVAILABLE as fault:
                log.warning("turns wait", kind=type(fault).__name__)
                await asyncio.sleep(IDLE)

    def _drain(self) -> bool:
        """Turns until nobody waits, or for ROUNDS; True when there may be more."""
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            handled = self._reception.turns(TOGETHER if self._workers == 1 else 1)
            if not handled:
                return False
            each = (time.perf_counter() - begun) / len(handled)
            for done in handled:
                TURN_SECONDS.observe(each)
                TURNS.labels(done.channel, done.end).inc()
                self._told(done)
        return True
