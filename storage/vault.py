"""The vault: a folder of sealed files, each written once, durable before anybody hears that it is stored.

To write (`storage.incoming`): create a file under a random name in `incoming/`, exclusively; seal the bytes
as a stream as they come, hashing and counting them; fsync; link it to a random name of its own, which never
replaces a file; fsync that folder. A crash leaves a whole file that no row names yet, or a leftover in
`incoming/`; `sweep` and `storage.evidence` clear both. Folders are 0700, files 0600; no name says what a
file is or whose.

`incoming/` and `name` are also the mark of a vault: they are made once, by `make`. Without them a disk is not
mounted, and nothing is written onto whatever lies beneath; another name is another database's vault.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from tink import TinkError

from storage.disk import VaultFull, VaultGone, gone, listed, older, settle, write_once
from storage.incoming import Kept, Writing
from storage.seal import FileKey

__all__ = ["FileBroken", "FileLost", "Kept", "Vault", "VaultFull", "VaultGone", "Writing"]

FLOOR = 1_000_000_000
"""Bytes that must stay free on the vault's disk (design.md §10)."""

CHUNK = 1 << 20
SHELF = re.compile("[0-9a-f]{2}")
SPOOL = "spool"
"""Where files wait that a browser brought and no row names yet. They are read once more and sealed anew."""
PATH = re.compile(f"([0-9a-f]{{2}}|{SPOOL})/[0-9a-f]{{32}}")


class FileLost(Exception):
    """A file that was kept is not there."""


class FileBroken(Exception):
    """A file that was kept does not open: altered, cut short, or sealed for another row."""


class Vault:
    """`floor`: bytes of the disk that are never used. Touches nothing until it is asked."""

    def __init__(self, folder: Path, floor: int = FLOOR) -> None:
        self.folder = folder
        self.floor = floor
        self._incoming = folder / "incoming"
        self._name = folder / "name"

    def make(self) -> None:
        """Make the folder, unless it was made before. Raises VaultGone."""
        try:
            self._incoming.mkdir(mode=0o700, parents=True, exist_ok=True)
            for folder in (self.folder, self._incoming):
                folder.chmod(0o700)
            with suppress(FileExistsError):
                write_once(self._name, secrets.token_hex(16).encode())
            settle(self.folder.parent)
        except OSError as fault:
            raise gone(fault) from None

    def name(self) -> str:
        """The random name this vault was given when it was made. Raises VaultGone."""
        try:
            return self._name.read_text().strip()
        except OSError as fault:
            raise gone(fault) from None

    def room(self) -> int:
        """Bytes that may still be written. Raises VaultGone."""
        try:
            disk = os.statvfs(self._incoming)
        except OSError as fault:
            raise gone(fault) from None
        return disk.f_bavail * disk.f_frsize - self.floor

    def ready(self) -> None:
        """Raises VaultGone or VaultFull when a file could not be kept now."""
        if self.room() <= 0:
            raise VaultFull("the disk of the evidence folder is at its floor of free space")
        if not os.access(self._incoming, os.W_OK | os.X_OK):
            raise VaultGone("the evidence folder cannot be written")

    @contextmanager
    def writing(self, key: FileKey, about: str, shelf: str = "") -> Iterator[Writing]:
        """Write one file: `write` its pieces, then `keep`. Leaving without `keep` leaves nothing.

        shelf   SPOOL, or "" for one by its name

        Raises VaultFull, VaultGone.
        """
        self.ready()
        writing = Writing(self.folder, self.ready, key, about, shelf)
        try:
            yield writing
        finally:
            writing.drop()

    @contextmanager
    def reading(self, path: str, key: FileKey, about: str) -> Iterator[Iterator[bytes]]:
        """The plain bytes, in pieces of at most a megabyte. Trust them when the last one has come.

        Raises FileLost, FileBroken (also while reading), VaultGone.
        """
        try:
            sealed = self._inside(path).open("rb")
        except FileNotFoundError:
            self.room()
            raise FileLost(f"the file of {about} is not in the evidence folder") from None
        except OSError as fault:
            raise gone(fault) from None
        with sealed, key.opening(sealed, about) as plain:
            yield _pieces(plain, about)

    def remove(self, path: str) -> None:
        """Remove a file, if it is there. Raises VaultGone."""
        file = self._inside(path)
        try:
            file.unlink(missing_ok=True)
            if file.parent.exists():
                settle(file.parent)
        except OSError as fault:
            raise gone(fault) from None

    def sweep(self, before: float) -> int:
        """Remove what a crash left half-written before that time (seconds of the epoch); how many.

        Raises VaultGone.
        """
        swept = 0
        for leftover in listed(self._incoming):
            if older(leftover, before):
                leftover.unlink(missing_ok=True)
                swept += 1
        return swept

    def sweep_spool(self, before: float) -> int:
        """Remove what was spooled before that time and never taken in; how many. Raises VaultGone."""
        shelf = self.folder / SPOOL
        old = [file for file in listed(shelf) if older(file, before)] if shelf.exists() else []
        for file in old:
            file.unlink(missing_ok=True)
        return len(old)

    def kept(self, before: float) -> Iterator[str]:
        """The paths of all files written before that time (seconds of the epoch). Raises VaultGone."""
        for shelf in listed(self.folder):
            if SHELF.fullmatch(shelf.name):
                for file in listed(shelf):
                    if older(file, before):
                        yield f"{shelf.name}/{file.name}"

    def _inside(self, path: str) -> Path:
        if not PATH.fullmatch(path):
            raise FileLost("not a path of this vault")
        return self.folder / path


def _pieces(plain: BinaryIO, about: str) -> Iterator[bytes]:
    try:
        while piece := plain.read(CHUNK):
            yield piece
    except TinkError:
        raise FileBroken(f"the file of {about} was altered or cut short") from None
