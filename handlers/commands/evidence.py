"""`saksi evidence get`: the bytes of one file, as they were received, or the copy that officers see."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from handlers.stores import Stores
from storage import cases, custody, events, evidence
from storage.evidence import Evidence
from storage.keys import Erased
from storage.seal import FileKey
from storage.vault import FileBroken, FileLost, VaultGone


class NoEvidence(Exception):
    """The file cannot be had; the sentence says why."""


def get(stores: Stores, id: str, out: Path, *, clean: bool) -> str:
    """Write the file to `out`; what to tell. Raises NoEvidence.

    1. Find it and its key; record the look as an event of its case, and commit.
    2. Write a new file with mode 0600; what does not match its hash is removed again.
    """
    if out.exists():
        raise NoEvidence(f"{out} is there already; nothing is overwritten.")
    one, key = _opened(stores, id, clean=clean)
    path, sha256, about = (
        (one.clean_path, one.clean_sha256, custody.clean_about(one.sealed_as))
        if clean
        else (one.path, one.sha256, custody.original_about(one.sealed_as))
    )
    digest = hashlib.sha256()
    try:
        with (
            stores.vault.reading(path, key, about) as pieces,
            os.fdopen(os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file,
        ):
            for piece in pieces:
                digest.update(piece)
                file.write(piece)
    except (FileLost, FileBroken, VaultGone) as fault:
        out.unlink(missing_ok=True)
        raise NoEvidence(f"{fault}.") from None
    except OSError as fault:
        raise NoEvidence(f"{out} cannot be written: {fault.strerror}.") from None
    if digest.hexdigest() != sha256:
        out.unlink()
        raise NoEvidence(f"{id} is not what was received: its hash differs. `saksi verify` tells more.")
    return f"{out}: {out.stat().st_size} bytes, SHA-256 {sha256}"


def _opened(stores: Stores, id: str, *, clean: bool) -> tuple[Evidence, FileKey]:
    part = "clean" if clean else "original"
    with stores.database.transaction() as db:
        one = evidence.by_id(db, id)
        case = cases.by_dossier(db, one.dossier_id) if one else None
        if one is None or case is None:
            raise NoEvidence(f"No case has a file {id}.")
        if one.state != "stored":
            raise NoEvidence(f"{id} is {one.state}: there is no file.")
        if clean and one.clean_state != "ready":
            raise NoEvidence(f"{id} has no clean copy.")
        try:
            key = evidence.key_of(one, cases.dossier_of(db, stores.keys, case))
        except Erased:
            key = None
        if key is None:
            raise NoEvidence(f"{id} is erased.")
        now = stores.database.now()
        events.append(db, case.id, what="seen", by="operator", at=now, data={"part": part, "file": id})
    return one, key
