"""Wanted files on their way: claimed under a lease, and what became of each, told in the same transaction.

    wanted --claim--> (leased) --stored / refused / failed--> over, and the conversation hears of it
                               --again / wait--> wanted, later
An outcome counts only for whoever holds the lease: one that comes too late changes nothing, and its files are the
caller's to remove.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from storage import evidence, lanes, notice
from storage.cleaning import Verdict
from storage.keys import Dossier, Erased, Keys, SealBroken
from storage.seal import FileKey
from storage.sql import query, run, sql
from storage.vault import Kept

PAUSES = (timedelta(seconds=2), timedelta(seconds=8), timedelta(seconds=30), timedelta(seconds=120))
"""Before the second, third, fourth and fifth try; after the fifth it has failed."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file this owner fetches now. `source` is secret; `tries` counts this one."""

    id: str
    kind: str
    channel: str
    tries: int
    owner: str
    source: str = field(repr=False)


_TAKE = query(
    "SELECT id FROM evidence WHERE state = 'wanted' AND next_at <= :now AND channel IN :channels"
    " AND (lease_until IS NULL OR lease_until <= :now) ORDER BY next_at, id LIMIT :most"
    " FOR UPDATE SKIP LOCKED"
)
_LEASE = query(
    "UPDATE evidence SET owner = :owner, lease_until = :lease_until, attempts = attempts + 1 WHERE id = :id"
    " RETURNING kind, channel, attempts, sealed_source, dossier_id"
)
_KEYS = query("SELECT content_key, identity_key FROM dossier WHERE id = :id")
_RENEW = sql(
    "UPDATE evidence SET lease_until = :lease_until WHERE id = :id AND owner = :owner AND state = 'wanted'"
)
_LANE = query("SELECT lane FROM evidence WHERE id = :id")
_HELD = query(
    "SELECT dossier_id, lane, draft_id FROM evidence WHERE id = :id AND owner = :owner AND state = 'wanted'"
    " FOR UPDATE"
)
_STORED = sql(
    "UPDATE evidence SET state = 'stored', sealed_source = NULL, owner = '', lease_until = NULL, reason = :reason,"
    " type = :type, size = :size, sha256 = :sha256, path = :path, sealed_key = :key, clean_state = :clean_state,"
    " clean_path = :clean_path, clean_type = :clean_type, clean_sha256 = :clean_sha256, sealed_facts = :facts,"
    " dhash = :dhash, stored_at = :now WHERE id = :id"
)
_OVER = sql(
    "UPDATE evidence SET state = :state, sealed_source = NULL, owner = '', lease_until = NULL, reason = :reason,"
    " type = :type, size = NULL WHERE id = :id"
)
_LATER = sql(
    "UPDATE evidence SET owner = '', lease_until = NULL, next_at = :next_at, attempts = :tries, reason = :reason"
    " WHERE id = :id AND owner = :owner AND state = 'wanted'"
)


def claim(
    db: Session,
    keys: Keys,
    owner: str,
    room: int,
    now: datetime,
    lease: timedelta,
    channels: Collection[str],
) -> list[Wanted]:
    """At most `room` files that are due, oldest first, ours until the lease ends; only of these channels.

    One that took its owner down five times has failed; one whose dossier was erased meanwhile is let go of.
    """
    told = {"now": now, "most": room, "channels": list(channels)}
    found = run(db, _TAKE, told).scalars()
    claimed = []
    for one in found:
        row = run(db, _LEASE, {"id": one, "owner": owner, "lease_until": now + lease}).one()
        try:
            source = _dossier(db, keys, row.dossier_id).content.open(
                row.sealed_source or b"", f"evidence:{one}:source"
            )
        except (Erased, SealBroken):
            evidence.remove(db, one, now)
            continue
        wanted = Wanted(one, row.kind, row.channel, row.attempts, owner, source.decode())
        if wanted.tries > len(PAUSES) + 1:
            failed(db, keys, wanted, "network", now)
        else:
            claimed.append(wanted)
    return claimed


def renew(db: Session, wanted: Wanted, now: datetime, lease: timedelta) -> bool:
    """Keep it a while longer. False: it is not ours any more."""
    told = {"id": wanted.id, "owner": wanted.owner, "lease_until": now + lease}
    return bool(run(db, _RENEW, told).rowcount)


def stored(
    db: Session,
    keys: Keys,
    wanted: Wanted,
    key: FileKey,
    original: Kept,
    verdict: Verdict,
    copy: Kept | None,
    now: datetime,
) -> bool:
    """The original is durable, and so is its clean copy if there is one. False: this came too late.

    Where the address has too much that belongs to no case, it is refused after all (`full`): also False.
    """
    held = _held(db, wanted)
    if held is None:
        return False
    if _too_much(db, wanted.id, held.dossier_id, held.lane, original.size):
        _over(db, keys, wanted, held, "refused", "full", verdict.type, now)
        return False
    try:
        content = _dossier(db, keys, held.dossier_id).content
    except Erased:
        evidence.remove(db, wanted.id, now)
        return False
    about = f"evidence:{wanted.id}"
    facts = json.dumps(verdict.facts).encode()
    run(
        db,
        _STORED,
        {
            "id": wanted.id,
            "type": verdict.type,
            "size": original.size,
            "sha256": original.sha256,
            "path": original.path,
            "key": content.seal(key.packed, f"{about}:key"),
            "clean_state": "ready" if copy else ("failed" if verdict.copy == "failed" else "none"),
            "clean_path": copy.path if copy else "",
            "clean_type": verdict.copy_type if copy else "",
            "clean_sha256": copy.sha256 if copy else "",
            "facts": content.seal(facts, f"{about}:facts") if verdict.facts else None,
            "dhash": verdict.dhash,
            "reason": verdict.reason,
            "now": now,
        },
    )
    notice.tell(db, keys, id=wanted.id, lane=held.lane, draft=held.draft_id, stored=True, reason="", now=now)
    return True


def refused(db: Session, keys: Keys, wanted: Wanted, reason: str, now: datetime, type: str = "") -> bool:
    """It came, and is not kept, for what it is. False: this came too late."""
    held = _held(db, wanted)
    if held is None:
        return False
    _over(db, keys, wanted, held, "refused", reason, type, now)
    return True


def failed(db: Session, keys: Keys, wanted: Wanted, reason: str, now: datetime) -> bool:
    """It cannot be had. False: this came too late."""
    held = _held(db, wanted)
    if held is None:
        return False
    _over(db, keys, wanted, held, "failed", reason, "", now)
    return True


def again(
    db: Session, keys: Keys, wanted: Wanted, reason: str, now: datetime, after: timedelta | None = None
) -> bool:
    """It did not come this time: try later, not before `after`; with the fifth try it has failed (False)."""
    if wanted.tries > len(PAUSES):
        failed(db, keys, wanted, reason, now)
        return False
    pause = max(PAUSES[wanted.tries - 1], after or timedelta(0))
    _later(db, wanted, reason, now + pause, wanted.tries)
    return True


def wait(db: Session, wanted: Wanted, reason: str, until: datetime) -> None:
    """It is we who cannot take it now (a full disk, a stop): later, and the try is not counted."""
    _later(db, wanted, reason, until, wanted.tries - 1)


def _later(db: Session, wanted: Wanted, reason: str, next_at: datetime, tries: int) -> None:
    told = {"id": wanted.id, "owner": wanted.owner, "next_at": next_at, "tries": tries, "reason": reason}
    run(db, _LATER, told)


def _held(db: Session, wanted: Wanted) -> Any:
    """Its dossier, lane and draft, locked; None when the lease is not ours any more.

    The lane first, as every turn does: else a turn that lets go of the file and this would wait for each other.
    """
    lane = run(db, _LANE, {"id": wanted.id}).scalar_one_or_none()
    lanes.lock(db, "in", lane or "")
    return run(db, _HELD, {"id": wanted.id, "owner": wanted.owner}).one_or_none()


def _over(
    db: Session, keys: Keys, wanted: Wanted, held: Any, state: str, reason: str, type: str, now: datetime
) -> None:
    run(db, _OVER, {"id": wanted.id, "state": state, "reason": reason, "type": type})
    notice.tell(
        db, keys, id=wanted.id, lane=held.lane, draft=held.draft_id, stored=False, reason=reason, now=now
    )


def _too_much(db: Session, id: str, dossier: str, lane: str, size: int) -> bool:
    if not lane or not evidence.is_draft(db, dossier):
        return False
    return evidence.unsubmitted(db, lane, but=id) + size > evidence.UNSUBMITTED_MOST


def _dossier(db: Session, keys: Keys, id: str) -> Dossier:
    row = run(db, _KEYS, {"id": id}).one()
    return keys.unwrap(id, row.content_key, row.identity_key)
