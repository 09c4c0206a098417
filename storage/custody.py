"""Rows and files kept in step: whose vault this is, files nobody names any more, and the proof that all is there.

A file is written before its row says so, and goes after its row has let it go. So a crash leaves a file too many,
never one too few; what is too many is removed here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from sqlmodel import Session

from storage import evidence, meta
from storage.database import Database
from storage.evidence import COLUMNS, Evidence
from storage.keys import Erased, Keys, SealBroken
from storage.sql import query, sql
from storage.vault import FileBroken, FileLost, Vault, VaultGone

Proof = Literal["whole", "erased", "lost", "altered"]
BATCH = 200

_DEAD = query(
    "SELECT id, origin, path, clean_path FROM evidence WHERE state = 'removed' AND (path <> '' OR clean_path <> '')"
    " LIMIT :most"
)
_HELD = query(
    "SELECT path, clean_path FROM evidence WHERE id = :origin AND state <> 'removed' UNION ALL"
    " SELECT path, clean_path FROM evidence WHERE origin <> '' AND origin = :origin AND state <> 'removed'"
)
"""What another row of the same file still holds."""
_BURIED = sql("UPDATE evidence SET path = '', clean_path = '' WHERE id = :id AND state = 'removed'")
_ORPHANS = sql(
    "SELECT id FROM evidence WHERE state <> 'removed'"
    " AND dossier_id IN (SELECT id FROM dossier WHERE content_key IS NULL)"
)
_FORGOTTEN = sql(
    "DELETE FROM evidence WHERE state = 'removed' AND path = '' AND clean_path = '' AND dossier_id IN"
    " (SELECT id FROM dossier WHERE content_key IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM case_file WHERE case_file.dossier_id = dossier.id))"
)
_UNUSED = sql(
    "DELETE FROM dossier WHERE content_key IS NULL AND identity_key IS NULL"
    " AND NOT EXISTS (SELECT 1 FROM evidence WHERE evidence.dossier_id = dossier.id)"
    " AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.dossier_id = dossier.id)"
    " AND NOT EXISTS (SELECT 1 FROM case_file WHERE case_file.dossier_id = dossier.id)"
)
_PATHS = sql("SELECT path, clean_path FROM evidence WHERE path <> '' OR clean_path <> ''")
_PAGE = query(
    f"SELECT {COLUMNS} FROM evidence WHERE id > :after AND (state = 'stored' OR reason = 'erased')"
    " ORDER BY id LIMIT :most",
    "made_at",
    "stored_at",
)
_KEYS = query("SELECT content_key, identity_key FROM dossier WHERE id = :id")


class VaultForeign(VaultGone):
    """The evidence folder belongs to another database; the sentence says what to set right."""


@dataclass(frozen=True, slots=True)
class Proved:
    """What became of one stored file, original or clean copy."""

    id: str
    clean: bool
    proof: Proof


def bind(db: Session, vault: Vault) -> None:
    """Make the vault where there is none yet, or see that it is this database's. Raises VaultForeign, VaultGone.

    Without this, a database by mistake beside another's files would take them for nobody's and remove them.
    """
    ours = meta.get(db, "vault")
    if ours is not None:
        if vault.name() != ours:
            raise VaultForeign(
                "The evidence folder belongs to another database. Let SAKSI_EVIDENCE_URL name the folder of this"
                " one, or SAKSI_DATABASE_URL the database of that folder."
            )
        return
    vault.make()
    if next(vault.kept(before=float("inf")), None) is not None:
        raise VaultForeign(
            "The evidence folder holds files that this new database knows nothing of. Restore their database, or let"
            " SAKSI_EVIDENCE_URL name an empty folder."
        )
    meta.put(db, "vault", vault.name())


def bury(database: Database, vault: Vault) -> int:
    """Remove the files of rows that were let go of, unless another case holds them; how many rows. Raises VaultGone."""
    with database.reading() as db:
        dead = db.connection().execute(_DEAD, {"most": BATCH}).all()
    for row in dead:
        with database.reading() as db:
            held = db.connection().execute(_HELD, {"origin": row.origin or row.id}).all()
        for path in {row.path, row.clean_path} - {"", *(path for one in held for path in one)}:
            vault.remove(path)
        with database.transaction() as db:
            db.connection().execute(_BURIED, {"id": row.id})
    return len(dead)


def forget(database: Database) -> None:
    """Let go of files whose dossier was erased, and forget those that no case ever had, rows and dossiers."""
    now = database.now()
    with database.transaction() as db:
        for orphan in db.connection().execute(_ORPHANS).scalars().all():
            evidence.remove(db, orphan, now)
        db.connection().execute(_FORGOTTEN)
        db.connection().execute(_UNUSED)


def sweep(database: Database, vault: Vault, before: float) -> int:
    """Remove files that a crash left without a row, if written before that time (seconds of the epoch); how many.

    Raises VaultForeign, VaultGone.
    """
    with database.reading() as db:
        if vault.name() != meta.get(db, "vault"):
            raise VaultForeign("the evidence folder belongs to another database: nothing was removed")
    found = set(vault.kept(before))
    if found:
        # Read after the files were listed: a row written in between names its file here.
        with database.reading() as db:
            for row in db.connection().execute(_PATHS).yield_per(1000):
                found -= {row.path, row.clean_path}
    for path in found:
        vault.remove(path)
    return len(found) + vault.sweep(before)


def prove(database: Database, keys: Keys, vault: Vault) -> Iterator[Proved]:
    """Read every stored file and compare it with the hash it was received with. Raises VaultGone."""
    after = ""
    while True:
        with database.reading() as db:
            page = [
                Evidence(**row._mapping)
                for row in db.connection().execute(_PAGE, {"after": after, "most": BATCH})
            ]
            dossiers = {
                one.dossier_id: db.connection().execute(_KEYS, {"id": one.dossier_id}).one() for one in page
            }
        if not page:
            return
        for one in page:
            yield from _proved(one, keys, dossiers[one.dossier_id], vault)
        after = page[-1].id


def _proved(one: Evidence, keys: Keys, wrapped: object, vault: Vault) -> Iterator[Proved]:
    try:
        dossier = keys.unwrap(one.dossier_id, wrapped.content_key, wrapped.identity_key)  # type: ignore[attr-defined]
        key = evidence.key_of(one, dossier)
    except Erased:
        key = None
    except SealBroken:
        yield Proved(one.id, clean=False, proof="altered")
        return
    if key is None:
        yield Proved(one.id, clean=False, proof="erased")
        return
    files = [(False, one.path, one.sha256, original_about(one.sealed_as))]
    if one.clean_state == "ready":
        files.append((True, one.clean_path, one.clean_sha256, clean_about(one.sealed_as)))
    for clean, path, sha256, about in files:
        digest = hashlib.sha256()
        try:
            with vault.reading(path, key, about) as pieces:
                for piece in pieces:
                    digest.update(piece)
            proof: Proof = "whole" if digest.hexdigest() == sha256 else "altered"
        except FileLost:
            proof = "lost"
        except FileBroken:
            proof = "altered"
        yield Proved(one.id, clean, proof)


def original_about(id: str) -> str:
    """The place its original is sealed for."""
    return f"evidence:{id}:original"


def clean_about(id: str) -> str:
    """The place its clean copy is sealed for."""
    return f"evidence:{id}:clean"
