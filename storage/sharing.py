"""A file that two cases of hers hold: one in the vault, a row and a sealed key for each.

Nothing is sent or stored twice. Each row lies under its own case's dossier and is let go of by itself; the file goes
from the vault with the last row that names it (`storage.custody.bury`). docs/adr/one-file-two-cases.md says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from storage import evidence
from storage.evidence import Evidence
from storage.keys import Dossier
from storage.sql import run, sql

_SHARE = sql(
    "INSERT INTO evidence (id, dossier_id, seq, kind, state, sealed_name, type, size, sha256, path, sealed_key,"
    " clean_state, clean_path, clean_type, clean_sha256, sealed_facts, dhash, reason, attempts, next_at, owner, lane,"
    " channel, draft_id, made_at, stored_at, origin)"
    " VALUES (:id, :dossier, :seq, :kind, 'stored', :name, :type, :size, :sha256, :path, :key,"
    " :clean_state, :clean_path, :clean_type, :clean_sha256, :facts, :dhash, :reason, 0, :now, '', :lane,"
    " :channel, :draft, :now, :now, :origin)"
)


def stored(db: Session, dossier: str, most: int = evidence.FILES_MOST) -> list[Evidence]:
    """The first files of a dossier that are there, which stay until this transaction ends."""
    evidence.lock(db, dossier)
    return [row for row in evidence.of(db, dossier) if row.state == "stored"][:most]


def share(
    db: Session,
    source: Dossier,
    target: Dossier,
    ids: Mapping[str, str],
    *,
    lane: str,
    channel: str,
    draft_id: str,
    now: datetime,
) -> None:
    """Hang files of one dossier on another as well; `ids`: its id there -> its id here. Raises Erased."""
    evidence.lock(db, target.id)
    for row in stored(db, source.id):
        if row.id not in ids:
            continue
        new = ids[row.id]

        def again(sealed: bytes | None, part: str, was: str = row.id, id: str = new) -> bytes | None:
            if sealed is None:
                return None
            opened = source.content.open(sealed, f"evidence:{was}:{part}")
            return target.content.seal(opened, f"evidence:{id}:{part}")

        values = {
            "id": new, "dossier": target.id, "seq": evidence.next_seq(db, target.id), "kind": row.kind,
            "type": row.type, "size": row.size, "sha256": row.sha256, "path": row.path, "dhash": row.dhash,
            "clean_state": row.clean_state, "clean_path": row.clean_path, "clean_type": row.clean_type,
            "clean_sha256": row.clean_sha256, "reason": row.reason, "now": now, "lane": lane, "channel": channel,
            "draft": draft_id, "origin": row.sealed_as,
            "name": again(row.sealed_name, "name"), "key": again(row.sealed_key, "key"),
            "facts": again(row.sealed_facts, "facts"),
        }  # fmt: skip
        run(db, _SHARE, values)
