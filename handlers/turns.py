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
AT_MOST = 64
"""Turns one worker makes before it lets the loop breathe."""


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
        """Turns until nobody waits or AT_MOST are made; True when there may be more."""
        for _ in range(AT_MOST):
            begun = time.perf_counter()
            done = self._reception.turn()
            if done is None:
                return False
            TURN_SECONDS.observe(time.perf_counter() - begun)
            TURNS.labels(done.channel, done.end).inc()
            self._told(done)
        return True
