"""One wanted file: fetched, sealed, judged, and told.

1. Stream the channel's bytes into the vault, hashed and sealed as they come; make them durable.
2. Let the limited child say what it is and make the clean copy, which goes into the vault as well.
3. In one transaction: the row's outcome, and the message by which the conversation hears of it.
4. Remove what is not kept. A crash before leaves files that no row names: `storage.custody.sweep`.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

import structlog

from handlers.channel import FetchFailed
from storage import arrivals, custody
from storage.arrivals import Wanted
from storage.cleaning import Verdict, clean
from storage.database import Database
from storage.keys import Keys
from storage.seal import FileKey
from storage.vault import Kept, Vault, VaultGone

log = structlog.get_logger(__name__)

Fetch = Callable[[str, int], AsyncIterator[bytes]]
"""(source, limit) -> the bytes in pieces, never more than `limit`. Raises FetchFailed."""

Over = Callable[[str], None]
"""(source) -> the channel need not hold that file any longer. Blocking."""

LARGEST = 20 * 1024 * 1024
"""Bytes of one file: what Telegram gives a bot, https://core.telegram.org/bots/api#getfile."""
PIECE = 1 << 20
CHILDREN = 2
"""Files looked at side by side: each child may need 700 MB for a moment."""


@dataclass(frozen=True, slots=True)
class Judged:
    """Durable files and what was said of them. `copy` is None where there is none."""

    original: Kept
    verdict: Verdict
    copy: Kept | None


class Intake:
    """fetchers: channel -> how its files are fetched. largest: bytes of one file. over: whom to tell that one is."""

    def __init__(
        self,
        database: Database,
        keys: Keys,
        vault: Vault,
        fetchers: Mapping[str, Fetch],
        largest: int = LARGEST,
        over: Mapping[str, Over] = MappingProxyType({}),
    ) -> None:
        self._database = database
        self._keys = keys
        self._vault = vault
        self._fetchers = fetchers
        self.channels = frozenset(fetchers)
        self._largest = largest
        self._over = over
        self._children = asyncio.Semaphore(CHILDREN)

    async def take(self, wanted: Wanted) -> None:
        """Raises FetchFailed, ChildLost, VaultGone, FileBroken, FileLost, DBAPIError: it is still wanted then."""
        key = FileKey.fresh()
        original = await self._fetched(wanted, key)
        async with self._children:
            judged = await asyncio.to_thread(self._judge, wanted, key, original)
        outcome = await asyncio.to_thread(self._record, wanted, key, judged)
        await asyncio.to_thread(self._told_over, wanted)
        log.info(
            "evidence",
            outcome=outcome,
            type=judged.verdict.type,
            copy=judged.verdict.copy,
            size=original.size,
        )

    def not_fetched(self, wanted: Wanted, fault: FetchFailed) -> bool:
        """Try again later, or tell that it will not come (True)."""
        with self._database.transaction() as db:
            now = self._database.now()
            if fault.again:
                after = timedelta(seconds=fault.after or 0)
                over = not arrivals.again(db, self._keys, wanted, fault.reason, now, after)
            else:
                over = arrivals.failed(db, self._keys, wanted, fault.reason, now)
        log.warning("evidence not fetched", reason=fault.reason, tries=wanted.tries, over=over)
        if over:
            self._told_over(wanted)
        return over

    async def _fetched(self, wanted: Wanted, key: FileKey) -> Kept:
        fetch = self._fetchers[wanted.channel]
        with self._vault.writing(key, custody.original_about(wanted.id)) as writing:
            async for piece in _gathered(fetch(wanted.source, self._largest)):
                if writing.size + len(piece) > self._largest:
                    raise FetchFailed("too-large", again=False)
                await asyncio.to_thread(writing.write, piece)
            return await asyncio.to_thread(writing.keep)

    def _judge(self, wanted: Wanted, key: FileKey, original: Kept) -> Judged:
        """Have the child look at the original, read back from the vault; keep its copy."""
        try:
            with (
                self._vault.reading(original.path, key, custody.original_about(wanted.id)) as pieces,
                self._vault.writing(key, custody.clean_about(wanted.id)) as writing,
            ):
                verdict = clean(pieces, writing.write)
                copy = writing.keep() if verdict.copy == "ready" else None
        except Exception:
            self._drop(original)
            raise
        return Judged(original, verdict, copy)

    def _record(self, wanted: Wanted, key: FileKey, judged: Judged) -> str:
        """The one transaction. Should it fail nothing is removed: the commit may have happened."""
        verdict, kept = judged.verdict, False
        with self._database.transaction() as db:
            now = self._database.now()
            if verdict.refused:
                arrivals.refused(db, self._keys, wanted, verdict.refused, now, verdict.type)
            else:
                kept = arrivals.stored(
                    db, self._keys, wanted, key, judged.original, verdict, judged.copy, now
                )
        if not kept:
            self._drop(judged.original, judged.copy)
        return "stored" if kept else verdict.refused or "let go"

    def _told_over(self, wanted: Wanted) -> None:
        """Its channel need not hold it any longer. What stays there goes with the channel's own leftovers."""
        if tell := self._over.get(wanted.channel):
            with contextlib.suppress(VaultGone):
                tell(wanted.source)

    def _drop(self, *files: Kept | None) -> None:
        """Remove files that no row names; those that cannot be removed now are swept later."""
        for file in filter(None, files):
            with contextlib.suppress(VaultGone):
                self._vault.remove(file.path)


async def _gathered(pieces: AsyncIterator[bytes]) -> AsyncIterator[bytes]:
    """Pieces of about a megabyte: one step into a thread for many of the network's."""
    held = bytearray()
    async for piece in pieces:
        held += piece
        if len(held) >= PIECE:
            yield bytes(held)
            held.clear()
    if held:
        yield bytes(held)
