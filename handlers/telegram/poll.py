"""Polling: our own raw `getUpdates` loop. The offset moves when an update is committed, and never before.

PTB's Updater confirms a batch as soon as it is queued in memory, so a kill loses it, and one update that it cannot
parse blocks all behind it. Here: hold the lease; fetch a batch as raw JSON; commit each in order; ask from behind
the last committed one. The offset is not stored: Telegram repeats what was not confirmed, and the inbox drops what
it has.
"""

from __future__ import annotations

import asyncio
import random
import warnings
from collections.abc import Awaitable, Callable
from typing import Any

import structlog
from telegram import Bot
from telegram.error import Conflict, InvalidToken, TelegramError
from telegram.warnings import PTBUserWarning

from handlers import metrics
from handlers.telegram.client import TooMany
from handlers.telegram.door import Door, NotKept, packed
from handlers.telegram.hear import KINDS

LONG = 25
"""Seconds that Telegram may hold a poll open."""

SHORTEST, LONGEST = 1.0, 30.0
"""Seconds between tries while something is wrong, doubling, with jitter."""

NEXT_LOOK = 5.0
"""Seconds until another replica looks whether the lease is free."""

# On purpose raw: `Bot.get_updates` parses, and one update that it cannot parse would block all behind it.
warnings.filterwarnings("ignore", r"Please use 'Bot\.getUpdates'", PTBUserWarning)

log = structlog.get_logger(__name__)


class Poller:
    """One per process; of all processes with this token, the one that holds the lease polls.

    lease    takes or renews it, blocking; false while another holds it
    renewed  seconds between two renewals while a poll is held open: well below what the lease lasts
    pause    how to wait, in seconds
    """

    def __init__(
        self,
        bot: Bot,
        door: Door,
        lease: Callable[[], bool],
        *,
        long: int = LONG,
        renewed: float = LONG,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._bot = bot
        self._door = door
        self._lease = lease
        self._long = long
        self._renewed = renewed
        self._pause = pause
        self._offset: int | None = None
        self._ours = False

    async def run(self) -> None:
        """Until cancelled."""
        renewing = asyncio.create_task(self._renew())
        try:
            await self._poll()
        finally:
            renewing.cancel()

    async def _renew(self) -> None:
        while True:
            await asyncio.sleep(self._renewed)
            if self._ours:
                await self._held()

    async def _poll(self) -> None:
        wrong = 0
        while True:
            try:
                wait = await self._round()
                wrong = 0
            except Conflict:
                log.error("telegram.conflict")  # noqa: TRY400 - no trace: the word says it
                metrics.CONFLICT.set(1)
                self._ours, wrong, wait = False, wrong + 1, LONGEST
            except InvalidToken:
                log.error("telegram.token_refused")  # noqa: TRY400 - as above
                wrong, wait = wrong + 1, LONGEST
            except TooMany as error:
                wrong, wait = wrong + 1, error.after
            except (TelegramError, NotKept) as error:
                log.warning("telegram.poll_failed", fault=type(error).__name__)
                wrong += 1
                wait = min(SHORTEST * 2 ** min(wrong - 1, 8), LONGEST)
            if wait:
                await self._pause(wait * random.uniform(1, 1.3) if wrong else wait)  # noqa: S311 - jitter, no secret

    async def _round(self) -> float:
        """One batch; returns seconds to wait before the next."""
        if not await self._held():
            self._ours = False
            return NEXT_LOOK
        if not self._ours:
            await self._bot.delete_webhook(drop_pending_updates=False)
            self._ours, self._offset = True, None
        batch = await self._fetched()
        metrics.CONFLICT.set(0)
        for at, update in enumerate(batch):
            try:
                await self._door.take(packed(update))
            except NotKept:
                for late in batch[at:]:
                    await self._door.sorry(packed(late))
                raise
            update_id = update.get("update_id") if isinstance(update, dict) else None
            if isinstance(update_id, int):
                self._offset = update_id + 1
        return 0

    async def _held(self) -> bool:
        """Where the database does not answer, whoever polled goes on: nothing can be kept, and people are told so.

        Should it be our way to the database alone that is broken, another takes over, and the conflict stops us.
        """
        try:
            return await asyncio.to_thread(self._lease)
        except Exception as error:  # noqa: BLE001 - no lease, whatever the reason
            log.error("telegram.lease_failed", fault=type(error).__name__)  # noqa: TRY400 - the name says it
            return self._ours

    async def _fetched(self) -> list[Any]:
        asked: dict[str, Any] = {"timeout": self._long, "allowed_updates": list(KINDS)}
        if self._offset is not None:
            asked["offset"] = self._offset
        batch = await self._bot.do_api_request("getUpdates", asked, read_timeout=self._long + 10)
        return batch if isinstance(batch, list) else []
