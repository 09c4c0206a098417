"""What happened to a case: appended under the locked case row, never changed, each bound to the one before.

The chain runs over ciphertext, so it still holds when a dossier's key was erased. It cannot show a cut tail.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from storage.keys import Dossier
from storage.sql import query, run, sql

GENESIS = bytes(32)


@dataclass(frozen=True, slots=True)
class Event:
    """`data` is what may be shown; `sealed` lies under the dossier's content key."""

    seq: int
    at: datetime
    what: str
    by: str
    data: Mapping[str, Any]
    sealed: bytes | None
    rehearsal: bool
    prev: bytes
    hash: bytes


_LAST = sql("SELECT seq, hash FROM case_event WHERE case_id = :case ORDER BY seq DESC LIMIT 1")
_LOCK = sql("SELECT version FROM case_file WHERE id = :case FOR UPDATE")
_BUMP = sql("UPDATE case_file SET version = version + 1 WHERE id = :case")
_APPEND = sql(
    "INSERT INTO case_event (case_id, seq, at, what, by, public, sealed, rehearsal, prev, hash)"
    " VALUES (:case, :seq, :happened_at, :what, :by, :public, :sealed, :rehearsal, :prev, :hash)"
)
_ALL = query(
    "SELECT seq, at, what, by, public, sealed, rehearsal, prev, hash FROM case_event"
    " WHERE case_id = :case ORDER BY seq",
    "at",
)


def lock(db: Session, case: str) -> None:
    """Wait for the case, and keep it until the transaction ends. SQLite's one writer has them all."""
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK, {"case": case})


def append(
    db: Session,
    case: str,
    *,
    what: str,
    by: str,
    at: datetime,
    data: Mapping[str, Any] | None = None,
    secret: Mapping[str, Any] | None = None,
    dossier: Dossier | None = None,
    rehearsal: bool = False,
) -> int:
    """Add one event; its number is the case's new version. `secret` is sealed under `dossier`'s content key."""
    lock(db, case)
    last = run(db, _LAST, {"case": case}).one_or_none()
    seq, prev = (last.seq + 1, last.hash) if last else (1, GENESIS)
    sealed = None
    if secret is not None and dossier is not None:
        sealed = dossier.content.seal(_json(secret).encode(), f"event:{case}:{seq}")
    public = _json(data or {})
    digest = _hash(case, seq, at, what, by, public, sealed, rehearsal, prev)
    run(
        db, _APPEND,
        {
            "case": case, "seq": seq, "happened_at": at, "what": what, "by": by, "public": public,
            "sealed": sealed, "rehearsal": rehearsal, "prev": prev, "hash": digest,
        },
    )  # fmt: skip
    run(db, _BUMP, {"case": case})
    return seq


def of(db: Session, case: str) -> Iterator[Event]:
    """Every event of a case, in order."""
    for row in run(db, _ALL, {"case": case}):
        yield Event(
            row.seq,
            row.at,
            row.what,
            row.by,
            json.loads(row.public),
            row.sealed,
            bool(row.rehearsal),
            row.prev,
            row.hash,
        )


def secret_of(event: Event, case: str, dossier: Dossier) -> Mapping[str, Any] | None:
    """What was sealed with an event; None when there is nothing, or its key was erased."""
    return dossier.opened(event.sealed, f"event:{case}:{event.seq}") if event.sealed is not None else None


def broken_at(db: Session, case: str) -> int | None:
    """The first event whose place, content or link is not what was written; None when the chain holds."""
    expected, prev = 1, GENESIS
    for event in of(db, case):
        digest = _hash(
            case,
            event.seq,
            event.at,
            event.what,
            event.by,
            _json(event.data),
            event.sealed,
            event.rehearsal,
            event.prev,
        )
        if event.seq != expected or event.prev != prev or event.hash != digest:
            return expected
        expected, prev = expected + 1, event.hash
    return None


def _json(value: Mapping[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _hash(
    case: str,
    seq: int,
    at: datetime,
    what: str,
    by: str,
    public: str,
    sealed: bytes | None,
    rehearsal: bool,
    prev: bytes,
) -> bytes:
    over = [
        case,
        seq,
        at.astimezone(UTC).isoformat(),
        what,
        by,
        public,
        (sealed or b"").hex(),
        rehearsal,
        prev.hex(),
    ]
    return hashlib.sha256(json.dumps(over).encode()).digest()
