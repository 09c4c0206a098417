"""One file on its way into the vault: sealed, hashed and counted while its bytes come, then made durable."""

from __future__ import annotations

import hashlib
import io
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from tink import TinkError

from storage.disk import VaultGone, gone, settle
from storage.seal import FileKey


@dataclass(frozen=True, slots=True)
class Kept:
    """A durable file: its path inside the vault, and size and SHA-256 (hexadecimal) of the plain bytes."""

    path: str
    size: int
    sha256: str


class Writing:
    """`ready` is asked before every segment, and raises when the disk is at its floor."""

    def __init__(
        self, folder: Path, ready: Callable[[], None], key: FileKey, about: str, shelf: str = ""
    ) -> None:
        self.size = 0
        self._sha256 = hashlib.sha256()
        self._folder = folder
        self._shelf = shelf
        self._draft = folder / "incoming" / secrets.token_hex(16)
        try:
            fd = os.open(self._draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except OSError as fault:
            raise gone(fault) from None
        self._sink = _Sink(fd, ready)
        self._plain = key.sealing(cast("BinaryIO", self._sink), about)

    def write(self, piece: bytes) -> None:
        """Raises VaultFull, VaultGone."""
        with self._sink.faults():
            self._plain.write(piece)
        self._sha256.update(piece)
        self.size += len(piece)

    def keep(self) -> Kept:
        """Make it durable under a name of its own. Raises VaultFull, VaultGone."""
        name = secrets.token_hex(16)
        shelf = self._folder / (self._shelf or name[:2])
        with self._sink.faults():
            self._plain.close()
            os.fsync(self._sink.fd)
            if not shelf.exists():
                shelf.mkdir(mode=0o700, exist_ok=True)
                settle(self._folder)
            os.link(self._draft, shelf / name)
            settle(shelf)
        return Kept(f"{shelf.name}/{name}", self.size, self._sha256.hexdigest())

    def drop(self) -> None:
        """Close, and clear what lies in `incoming/`; a file that was kept stays."""
        # Not `_plain.close()`: it would seal a last segment, and fail again where sealing has failed before.
        io.RawIOBase.close(cast("io.RawIOBase", self._plain.raw))
        self._sink.shut()
        with suppress(OSError):
            self._draft.unlink(missing_ok=True)


class _Sink:
    """The sealed end of a stream. Tink hides our faults in its own: the first is remembered and told."""

    def __init__(self, fd: int, ready: Callable[[], None]) -> None:
        self.fd = fd
        self._shut = False
        self.closed = False
        self._ready = ready
        self._fault: Exception | None = None

    def writable(self) -> bool:
        return True

    def write(self, sealed: bytes) -> int:
        if self._shut:
            # A stream that was left behind empties its buffer when it is collected; by then the number of our
            # descriptor may be another file's.
            return len(sealed)
        try:
            self._ready()
            return os.write(self.fd, sealed)
        except (OSError, VaultGone) as fault:
            self._fault = fault
            raise

    def close(self) -> None:
        """The stream is whole. The file stays open: it is not durable yet."""

    def shut(self) -> None:
        """Nothing more is written."""
        self._shut = True
        os.close(self.fd)

    @contextmanager
    def faults(self) -> Iterator[None]:
        try:
            yield
        except (TinkError, OSError) as raised:
            fault = self._fault or raised
            if isinstance(fault, VaultGone):
                raise fault from None
            if isinstance(fault, OSError):
                raise gone(fault) from None
            raise
