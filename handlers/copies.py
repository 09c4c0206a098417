"""A file on its way to a chat: opened when its letter leaves, marked for an officer, written nowhere."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from handlers import diary
from handlers.films import PATIENCE, Films
from storage import cases, custody, evidence
from storage.database import Database
from storage.evidence import Evidence
from storage.keys import Erased, Keys
from storage.marking import FILM, MARKED, CannotMark, TooLong, mark
from storage.seal import FileKey
from storage.vault import FileBroken, FileLost, Vault, VaultGone

CLEAN, ORIGINAL = "clean", "original"
LARGEST = 20_000_000
"""Bytes that go through a chat; of larger ones the officer reads how to get them."""
ABREAST = threading.BoundedSemaphore(2)
"""Copies that are opened at the same time: each is in memory, and marking takes a processor."""
ENDINGS = {"image/jpeg": "jpg", "image/png": "png", "application/pdf": "pdf", "video/mp4": "mp4", "audio/mpeg": "mp3",
           "audio/mp4": "m4a", "audio/ogg": "ogg", "image/webp": "webp", "image/heic": "heic"}  # fmt: skip


class CannotOpen(Exception):
    """reason: `erased`; `lost`, it is not what was kept; `away`, not now; `long`, a film that runs longer
    than it can be marked. Words `desk-file-REASON` tell the officer."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Copy:
    """`name` is ours: what she called her file may say who she is. An `original` goes byte for byte.

    hers   given to her to keep
    """

    content: bytes = field(repr=False)
    type: str
    name: str
    original: bool = False
    hers: bool = False


def named(file: Evidence, *, original: bool = False) -> str:
    """The file as a letter names it (`Say.file`)."""
    return f"{ORIGINAL if original else CLEAN}:{file.id}"


@dataclass(frozen=True, slots=True)
class Copies:
    database: Database
    keys: Keys
    vault: Vault
    films: Films = field(default_factory=Films, repr=False)

    def open(self, file: str, text: str, patience: float = PATIENCE) -> Copy:
        """The bytes that `file` names; a clean copy with `text` all over it. Blocking. Raises CannotOpen; SendLater
        where a film is not made within `patience` seconds.

        Of an entry for her calendar `text` is the title.
        """
        which, _, name = file.partition(":")
        if which == diary.DIARY:
            return Copy(diary.entry(name, text), diary.TYPE, diary.FILE, hers=True)
        try:
            content, kind = self._opened(*self._found(name), text, which, patience)
        except Erased:
            self.films.forget(name)
            raise CannotOpen("erased") from None
        except (FileLost, FileBroken):
            raise CannotOpen("lost") from None
        except TooLong:
            raise CannotOpen("long") from None
        except (VaultGone, CannotMark):
            raise CannotOpen("away") from None
        return Copy(content, kind, f"berkas.{ENDINGS.get(kind, 'bin')}", which == ORIGINAL)

    def _opened(
        self, row: Evidence, key: FileKey, text: str, which: str, patience: float
    ) -> tuple[bytes, str]:
        if which == CLEAN and row.clean_type == FILM:
            return self.films.made((row.id, text), lambda: self._marked(row, key, text), patience)
        with ABREAST:
            return self._marked(row, key, text) if which == CLEAN else self._read(row, key, clean=False)

    def _marked(self, row: Evidence, key: FileKey, text: str) -> tuple[bytes, str]:
        content, kind = self._read(row, key, clean=True)
        return (mark(content, kind, text), MARKED[kind]) if kind in MARKED else (content, kind)

    def _found(self, id: str) -> tuple[Evidence, FileKey]:
        with self.database.reading() as db:
            row = evidence.by_id(db, id)
            case = cases.by_dossier(db, row.dossier_id) if row is not None and row.state == "stored" else None
            if row is None or case is None:
                raise Erased("the file was let go of")
            key = evidence.key_of(row, cases.dossier_of(db, self.keys, case))
        if key is None:
            raise Erased("the file was let go of")
        return row, key

    def _read(self, row: Evidence, key: FileKey, *, clean: bool) -> tuple[bytes, str]:
        path, about = (
            (row.clean_path, custody.clean_about(row.sealed_as))
            if clean
            else (row.path, custody.original_about(row.sealed_as))
        )
        with self.vault.reading(path, key, about) as pieces:
            return b"".join(pieces), row.clean_type if clean else row.type
