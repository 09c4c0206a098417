"""Files that a browser brought: sealed as they come, durable before the post is answered, then taken in as any other.

The way back to one (its path and key) is its source: it lies sealed in the inbox, then under the dossier, and nowhere
else. Whatever erases the source has erased the file.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from base64 import b64decode, b64encode
from collections.abc import AsyncIterator

from handlers.channel import FetchFailed
from handlers.intake import LARGEST
from handlers.webchat.hear import Upload, named
from storage.seal import FileKey, SealBroken
from storage.vault import SPOOL, FileBroken, FileLost, Vault, Writing

GATHERED = 1 << 18
"""Bytes for which one step into a thread is made."""


class Spooling:
    """One file on its way in. `write` and `end` never raise for what the file is, only for our disk.

    largest  bytes; of a longer one nothing is kept, and the talk tells her so
    """

    def __init__(self, vault: Vault, name: str, type: str, largest: int = LARGEST) -> None:
        self._about = f"spool:{secrets.token_hex(16)}"
        self._key = FileKey.fresh()
        self._largest = largest
        self._name, self._type = named(name), type[:100]
        self._size = 0
        self._held = bytearray()
        self._context = vault.writing(self._key, self._about, SPOOL)
        self._writing: Writing | None = None

    async def write(self, piece: bytes) -> None:
        """Raises VaultFull, VaultGone."""
        self._size += len(piece)
        if self._size > self._largest:
            self._held.clear()
            return
        self._held += piece
        if len(self._held) >= GATHERED:
            await self._flush()

    async def end(self) -> Upload | None:
        """It is whole and durable. None where it was empty: a form whose field was left alone sends that."""
        if not self._size:
            return None
        if self._size > self._largest:
            return Upload(json.dumps({"too-large": True}), self._name, self._type)
        await self._flush()
        assert self._writing is not None
        kept = await asyncio.to_thread(self._writing.keep)
        source = {"path": kept.path, "about": self._about, "key": b64encode(self._key.packed).decode()}
        return Upload(json.dumps(source), self._name, self._type, kept.size)

    async def close(self) -> None:
        """Leave nothing half-written."""
        if self._writing is not None:
            await asyncio.to_thread(self._context.__exit__, None, None, None)
            self._writing = None

    async def _flush(self) -> None:
        await asyncio.to_thread(self._write, bytes(self._held))
        self._held.clear()

    def _write(self, piece: bytes) -> None:
        if self._writing is None:
            self._writing = self._context.__enter__()
        self._writing.write(piece)


async def fetch(vault: Vault, source: str, limit: int) -> AsyncIterator[bytes]:
    """The plain bytes of a spooled file in pieces. Raises FetchFailed with `too-large` or `gone`, and VaultGone."""
    told = json.loads(source)
    if "too-large" in told:
        raise FetchFailed("too-large", again=False)
    had = 0
    try:
        with vault.reading(told["path"], FileKey(b64decode(told["key"])), told["about"]) as pieces:
            while piece := await asyncio.to_thread(next, pieces, b""):
                had += len(piece)
                if had > limit:
                    raise FetchFailed("too-large", again=False)
                yield piece
    except (FileLost, FileBroken, SealBroken):
        raise FetchFailed("gone", again=False) from None


def over(vault: Vault, source: str) -> None:
    """It was taken in, or never will be. Raises VaultGone."""
    if path := json.loads(source).get("path"):
        vault.remove(path)
