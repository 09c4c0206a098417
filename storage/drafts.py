"""Answers not yet submitted. Each draft hangs on a dossier whose content key seals it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.conversation.draft import Draft, dump, revive
from storage.keys import Dossier, Keys
from storage.sql import query, run, sql


@dataclass(frozen=True, slots=True)
class Open:
    """The open drafts of a lane: `under_way` as they were last touched, `kept` the cancelled ones."""

    under_way: tuple[Draft, ...]
    kept: tuple[Draft, ...]
    dossiers: dict[str, Dossier]


_LOAD = query(
    "SELECT d.id, d.form, d.sealed, d.kept, d.dossier_id, o.content_key, o.identity_key"
    " FROM draft d JOIN dossier o ON o.id = d.dossier_id WHERE d.lane = :lane ORDER BY d.touched_at, d.id"
)
_DOSSIER = sql(
    "INSERT INTO dossier (id, content_key, identity_key, made_at) VALUES (:id, :content, :identity, :made_at)"
)
_INSERT = sql(
    "INSERT INTO draft (id, lane, dossier_id, form, sealed, kept, touched_at)"
    " VALUES (:id, :lane, :dossier, :form, :sealed, :kept, :touched_at)"
)
_UPDATE = sql(
    "UPDATE draft SET form = :form, sealed = :sealed, kept = :kept, touched_at = :touched_at WHERE id = :id"
)
_DELETE = sql("DELETE FROM draft WHERE id = :id")
_DROP_DOSSIER = sql(
    "DELETE FROM dossier WHERE id = :id AND NOT EXISTS (SELECT 1 FROM evidence WHERE dossier_id = :id)"
)
_LOSE_KEYS = sql(
    "UPDATE dossier SET content_key = NULL, identity_key = NULL, content_erased_at = :now,"
    " identity_erased_at = :now WHERE id = :id AND content_key IS NOT NULL"
)
_STALE = query(
    "SELECT id, lane, dossier_id FROM draft WHERE touched_at < :before_at ORDER BY touched_at LIMIT :most"
)


def load(db: Session, keys: Keys, lane: str) -> Open:
    """Every open draft of a lane, opened."""
    under_way: list[Draft] = []
    kept: list[Draft] = []
    dossiers: dict[str, Dossier] = {}
    for row in run(db, _LOAD, {"lane": lane}):
        dossier = keys.unwrap(row.dossier_id, row.content_key, row.identity_key)
        draft = revive(dossier.content.open(row.sealed, _about(row.id)).decode())
        dossiers[draft.id] = dossier
        (kept if row.kept else under_way).append(draft)
    return Open(tuple(under_way), tuple(kept), dossiers)


def save(
    db: Session,
    keys: Keys,
    lane: str,
    before: Open,
    under_way: tuple[Draft, ...],
    kept: tuple[Draft, ...],
    now: datetime,
    filed: Collection[str] = (),
) -> dict[str, Dossier]:
    """Write what changed: new drafts with a dossier of their own, changed ones, and those that are gone.

    A draft that is gone is deleted, and its dossier's keys with it, unless it was `filed`: then the dossier is
    the case's now. Returns the dossiers of the drafts that are open.
    """
    was = {draft.id: (draft, False) for draft in before.under_way} | {
        draft.id: (draft, True) for draft in before.kept
    }
    dossiers = dict(before.dossiers)
    moved = _reordered(before.under_way, under_way)
    at = now
    for cancelled, drafts in ((True, kept), (False, under_way)):
        for draft in drafts:
            if was.get(draft.id) == (draft, cancelled) and not moved:
                continue
            if draft.id not in dossiers:
                dossiers[draft.id] = _new_dossier(db, keys, draft.id, now)
            values = {
                "id": draft.id,
                "form": draft.form,
                "sealed": dossiers[draft.id].content.seal(dump(draft).encode(), _about(draft.id)),
                "kept": cancelled,
                "touched_at": at,
            }
            if draft.id in was:
                run(db, _UPDATE, values)
            else:
                run(db, _INSERT, values | {"lane": lane, "dossier": dossiers[draft.id].id})
            at += timedelta(microseconds=1)
    left = {draft.id for draft in (*under_way, *kept)}
    for gone in was.keys() - left:
        delete(db, gone, dossiers.pop(gone).id, now, filed=gone in filed)
    return dossiers


def delete(db: Session, id: str, dossier: str, now: datetime, *, filed: bool = False) -> None:
    """Delete a draft. Unless it was filed, its dossier's keys go with it, and so does all that they sealed."""
    run(db, _DELETE, {"id": id})
    if not filed:
        run(db, _LOSE_KEYS, {"id": dossier, "now": now})
        run(db, _DROP_DOSSIER, {"id": dossier})


def stale(db: Session, before: datetime, most: int) -> list[tuple[str, str, str]]:
    """Drafts untouched since `before`, oldest first: (draft, lane, dossier), at most `most`."""
    rows = run(db, _STALE, {"before_at": before, "most": most})
    return [(row.id, row.lane, row.dossier_id) for row in rows]


def _new_dossier(db: Session, keys: Keys, id: str, now: datetime) -> Dossier:
    dossier = keys.new_dossier(f"d-{id}")
    values = {
        "id": dossier.id,
        "content": dossier.wrapped_content,
        "identity": dossier.wrapped_identity,
        "made_at": now,
    }
    run(db, _DOSSIER, values)
    return dossier


def _reordered(before: tuple[Draft, ...], after: tuple[Draft, ...]) -> bool:
    """Whether drafts that stay stand in another order than before: then all are written, in the new order."""
    stayed = {draft.id for draft in after}
    old = [draft.id for draft in before if draft.id in stayed]
    known = set(old)
    return old != [draft.id for draft in after if draft.id in known]


def _about(id: str) -> str:
    return f"draft:{id}"
