"""The worker that fetches wanted files, some side by side, oldest first. The turn that wanted them never waits.

A file is claimed under a short lease, renewed while the work lasts: whoever dies is soon replaced. What a channel
could not hand over is asked for again after 2, 8, 30 and 120 seconds, then given up and told. When it is our disk
or folder that fails, files simply wait, uncounted, until it is well again; nothing is claimed meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import time
from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy.exc import DBAPIError

from handlers.channel import FetchFailed
from handlers.intake import Intake
from storage import arrivals, custody
from storage.arrivals import Wanted
from storage.cleaning import ChildLost
from storage.custody import VaultForeign
from storage.database import Database
from storage.keys import Keys
from storage.vault import FileBroken, FileLost, Vault, VaultGone

log = structlog.get_logger(__name__)

ABREAST = 8
LEASE = timedelta(seconds=60)
RENEWED = LEASE.total_seconds() / 3
PAUSE = timedelta(seconds=15)
"""How long a file waits when it is our disk that cannot take it."""
BURIED = 60.0
"""Seconds between two removals of files that were let go of."""
SWEPT = 3600.0
"""Seconds between two sweeps, and the age from which a file that no row names is a leftover."""
SPOOLED = 8 * 24 * 3600.0
"""Seconds a spooled file may wait to be taken in; what it waits for lives seven days."""
IDLE = 1.0


class Collector:
    """told: called when the conversation has something to hear."""

    def __init__(
        self,
        database: Database,
        keys: Keys,
        vault: Vault,
        intake: Intake,
        told: Callable[[], None] = lambda: None,
    ) -> None:
        self._database = database
        self._keys = keys
        self._vault = vault
        self._intake = intake
        self._told = told
        self._owner = secrets.token_hex(8)
        self._wanted = asyncio.Event()
        self._bound = False
        self._trouble = ""
        self._next_bury = self._next_sweep = 0.0

    def bind(self) -> None:
        """See that the vault is this database's; make it if it is the first. Raises VaultForeign, VaultGone."""
        with self._database.transaction() as db:
            custody.bind(db, self._vault)
        self._bound = True

    def poke(self) -> None:
        """A turn has wanted files."""
        self._wanted.set()

    async def run(self) -> None:
        """Take files in until cancelled; those under way are given back at once. Raises VaultForeign."""
        working: set[asyncio.Task[None]] = set()

        def ended(task: asyncio.Task[None]) -> None:
            working.discard(task)
            self._wanted.set()

        try:
            while True:
                self._wanted.clear()
                for wanted in await self._claimed(ABREAST - len(working)):
                    task = asyncio.create_task(self._take(wanted))
                    working.add(task)
                    task.add_done_callback(ended)
                # Not `wait_for`: in Python 3.11 it loses a cancellation that comes together with the event.
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(IDLE):
                        await self._wanted.wait()
        finally:
            for task in working:
                task.cancel()
            await asyncio.gather(*working, return_exceptions=True)

    async def once(self) -> int:
        """Take in every file that is due, one after another; how many."""
        count = 0
        while claimed := await self._claimed(1):
            for wanted in claimed:
                await self._take(wanted)
                count += 1
        return count

    async def _claimed(self, room: int) -> list[Wanted]:
        """What to work on now: nothing while nothing could be kept."""
        if room <= 0:
            return []
        try:
            claimed = await asyncio.to_thread(self._claim, room)
        except VaultForeign:
            raise
        except (VaultGone, DBAPIError) as fault:
            self._say(type(fault).__name__)
            return []
        self._say("")
        return claimed

    def _claim(self, room: int) -> list[Wanted]:
        if not self._bound:
            self.bind()
        self._vault.ready()
        self._tidy()
        with self._database.transaction() as db:
            now, channels = self._database.now(), self._intake.channels
            return arrivals.claim(db, self._keys, self._owner, room, now, LEASE, channels)

    def _tidy(self) -> None:
        now = time.monotonic()
        if now >= self._next_sweep:
            self._next_sweep = now + SWEPT
            custody.forget(self._database)
            if swept := custody.sweep(self._database, self._vault, time.time() - SWEPT):
                log.info("leftover evidence files removed", count=swept)
            self._vault.sweep_spool(time.time() - SPOOLED)
        if now >= self._next_bury:
            self._next_bury = now + BURIED
            custody.bury(self._database, self._vault)

    async def _take(self, wanted: Wanted) -> None:
        """One claimed file. Whatever goes wrong, it is over and told, or still wanted."""
        renewing = asyncio.create_task(self._renew(wanted))
        try:
            await self._tried(wanted)
        except DBAPIError as fault:
            log.warning(
                "evidence waits for the database", kind=type(fault).__name__
            )  # its lease ends by itself
        except asyncio.CancelledError:
            with contextlib.suppress(DBAPIError):
                self._wait(wanted, "stopped", timedelta(0))
            raise
        except Exception:  # one file's trouble is not the next one's; its tries are counted
            log.exception("evidence failed", tries=wanted.tries)
        finally:
            renewing.cancel()

    async def _tried(self, wanted: Wanted) -> None:
        over = True
        try:
            await self._intake.take(wanted)
        except FetchFailed as fault:
            over = await asyncio.to_thread(self._intake.not_fetched, wanted, fault)
        except ChildLost:
            over = await asyncio.to_thread(self._intake.not_fetched, wanted, FetchFailed("child", again=True))
        except (VaultGone, FileBroken, FileLost) as fault:
            self._say(type(fault).__name__)
            await asyncio.to_thread(self._wait, wanted, "vault", PAUSE)
            over = False
        if over:
            self._told()

    def _wait(self, wanted: Wanted, reason: str, pause: timedelta) -> None:
        with self._database.transaction() as db:
            arrivals.wait(db, wanted, reason, self._database.now() + pause)

    async def _renew(self, wanted: Wanted) -> None:
        while True:
            await asyncio.sleep(RENEWED)
            with contextlib.suppress(DBAPIError):
                await asyncio.to_thread(self._renewed, wanted)

    def _renewed(self, wanted: Wanted) -> None:
        with self._database.transaction() as db:
            arrivals.renew(db, wanted, self._database.now(), LEASE)

    def _say(self, trouble: str) -> None:
        """Log a trouble when it begins and when it is over, not every second."""
        if trouble != self._trouble:
            log.warning("evidence waits", trouble=trouble) if trouble else log.info("evidence goes on")
            self._trouble = trouble
