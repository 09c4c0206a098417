"""Messages accepted at the same time share one commit: whoever comes first writes for all that wait.

1. Everybody puts what is to be written into the queue, then waits for the pen.
2. Whoever has it takes all that wait (at most MOST), writes them in one transaction, and tells each.
3. Should that fail, each is written alone: a message that cannot be stored fails none of its neighbours. What
   PostgreSQL ended for the sake of others, with whom it waited in a circle, is written again.
Nobody is told before the commit. The queue is never longer than there are threads that wait.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial

from sqlmodel import Session

from storage import lanes
from storage.database import Database, anew

MOST = 64
WAITING = ThreadPoolExecutor(MOST, "accepting")
"""Who waits for a commit has a thread of this pool: turns and letters, which need commits of their own, keep theirs."""

Write = Callable[[Session], object]


@dataclass(slots=True)
class _Coming:
    lane: str
    write: Write
    over: bool = False
    fault: Exception | None = None


async def waited(accept: Callable[..., object], *what: object) -> None:
    """Call what waits for a commit, where that is in nobody's way. Raises what it raises."""
    await asyncio.get_running_loop().run_in_executor(WAITING, accept, *what)


class Accepting:
    def __init__(self, database: Database) -> None:
        self._database = database
        self._queue: deque[_Coming] = deque()
        self._pen = threading.Lock()

    def accept(self, lane: str, write: Write) -> None:
        """Return when what was written is committed. Blocking, from any thread; raises whatever stops it.

        write   stores one message of that lane; done anew, in another transaction, should a neighbour fail
        """
        coming = _Coming(lane, write)
        self._queue.append(coming)
        with self._pen:
            while not coming.over:
                self._write([self._queue.popleft() for _ in range(min(len(self._queue), MOST))])
        if coming.fault is not None:
            raise coming.fault

    def _write(self, batch: list[_Coming]) -> None:
        fault = self._tried(batch)
        if fault is not None and len(batch) > 1:
            for one in batch:
                self._write([one])
            return
        for one in batch:
            one.fault, one.over = fault, True

    def _tried(self, batch: list[_Coming]) -> Exception | None:
        """What stops it. Every lane is taken first, and in one order: of two processes, or of this and a turn, neither
        waits for what hangs on a lane of the other's."""
        try:
            anew(partial(self._together, batch))
        except Exception as fault:  # noqa: BLE001 - whatever it is, its owner hears of it
            return fault
        return None

    def _together(self, batch: list[_Coming]) -> None:
        with self._database.transaction() as db:
            if len(batch) > 1:
                lanes.lock_all(db, {one.lane for one in batch})
            for one in sorted(batch, key=lambda one: one.lane):
                one.write(db)
