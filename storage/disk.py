"""Folders that must outlive a crash: names made durable, and the operating system's faults as sentences."""

from __future__ import annotations

import errno
import os
import secrets
from pathlib import Path

FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}


class VaultGone(Exception):
    """The evidence folder is not there, or not to be written: for now, nothing can be kept."""


class VaultFull(VaultGone):
    """The disk is full, or at its floor of free space."""


def gone(fault: OSError) -> VaultGone:
    """The fault in the system's own words, without the path: they are logged."""
    kind = VaultFull if fault.errno in FULL else VaultGone
    return kind(f"the evidence folder: {os.strerror(fault.errno or 0)}")


def write_once(path: Path, content: bytes) -> None:
    """A small file, mode 0600, durable, whole or not at all. Raises FileExistsError when there is one, OSError."""
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    settle(path.parent)


def settle(folder: Path) -> None:
    """Make the names in a folder durable. Raises OSError."""
    fd = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def listed(folder: Path) -> list[Path]:
    """What lies in a folder. Raises VaultGone."""
    try:
        return list(folder.iterdir())
    except OSError as fault:
        raise gone(fault) from None


def older(file: Path, before: float) -> bool:
    """Was it written before that time (seconds of the epoch), and is it still there?"""
    try:
        return file.stat().st_mtime < before
    except FileNotFoundError:
        return False
