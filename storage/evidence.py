"""The files a citizen sent, as rows: wanted by a turn, fetched and decided elsewhere (`storage.arrivals`), let go.

A row hangs on a dossier and is sealed under its content key: what the channel needs to hand the file over, its
name, its own streaming key, what the original tells. A turn never touches the vault: rows that were let go keep
their paths until `storage.custody` has removed the files.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlmodel import Session

from bot.conversation.message import Attachment
from storage.keys import Dossier, Keys
from storage.notice import tell
from storage.seal import FileKey
from storage.sql import query, run, sql

FILES_MOST = 10
"""Of one draft (design.md §10)."""
CASE_FILES_MOST = 100
"""Of one case with all that was added to it: what one officer can still look through, and an archive still hand on."""
UNSUBMITTED_MOST = 200_000_000
"""Bytes of files of one address that belong to no case yet (design.md §10)."""

State = Literal["wanted", "stored", "refused", "failed", "removed"]
COLUMNS = (
    "id, dossier_id, seq, kind, state, type, size, sha256, path, clean_state, clean_path, clean_type,"
    " clean_sha256, dhash, reason, origin, made_at, stored_at, sealed_name, sealed_key, sealed_facts"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """A row as its readers need it; sealed parts open with `name_of`, `key_of`, `facts_of`.

    state   wanted, stored, refused (by what it is), failed (it could not be had), removed (let go of or erased)
    reason  of refused, failed, removed, or of a clean copy that could not be made: a short key
    origin  the row whose file this is, where it is shared (`storage.sharing`)
    """

    id: str
    dossier_id: str
    seq: int
    kind: str
    state: State
    type: str
    size: int | None
    sha256: str
    path: str
    clean_state: str
    clean_path: str
    clean_type: str
    clean_sha256: str
    dhash: str
    reason: str
    origin: str
    made_at: datetime
    stored_at: datetime | None
    sealed_name: bytes | None = field(repr=False)
    sealed_key: bytes | None = field(repr=False)
    sealed_facts: bytes | None = field(repr=False)

    @property
    def sealed_as(self) -> str:
        """The id that its files in the vault are sealed for."""
        return self.origin or self.id


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many files are wanted, and for how long the oldest has been."""

    count: int
    age: timedelta


_OF = query(
    f"SELECT {COLUMNS} FROM evidence WHERE dossier_id = :dossier ORDER BY seq", "made_at", "stored_at"
)
_BY_ID = query(f"SELECT {COLUMNS} FROM evidence WHERE id = :id", "made_at", "stored_at")
_WANT = sql(
    "INSERT INTO evidence (id, dossier_id, seq, kind, state, sealed_source, sealed_name, type, size, sha256, path,"
    " clean_state, clean_path, clean_type, clean_sha256, dhash, reason, attempts, next_at, owner, lane, channel,"
    " draft_id, made_at) VALUES (:id, :dossier, :seq, :kind, :state, :source, :name, '', :size, '', '',"
    " 'none', '', '', '', '', :reason, 0, :now, '', :lane, :channel, :draft, :now)"
)
_LOCK = sql("SELECT id FROM dossier WHERE id = :dossier FOR UPDATE")
_NEXT = sql("SELECT coalesce(max(seq), 0) + 1 FROM evidence WHERE dossier_id = :dossier")
_COUNT = sql("SELECT count(*) FROM evidence WHERE dossier_id = :dossier AND state IN ('wanted', 'stored')")
_UNSUBMITTED = sql(
    "SELECT coalesce(sum(size), 0) FROM evidence WHERE lane = :lane AND state IN ('wanted', 'stored') AND id <> :id"
    " AND EXISTS (SELECT 1 FROM draft WHERE draft.dossier_id = evidence.dossier_id)"
)
_LET_GO = (
    "UPDATE evidence SET state = 'removed', sealed_source = NULL, sealed_name = NULL, sealed_key = NULL,"
    " sealed_facts = NULL, dhash = '', owner = '', lease_until = NULL, lane = '', draft_id = '', reason = :reason"
)
_REMOVE = sql(f"{_LET_GO}, sha256 = '', clean_sha256 = '', size = NULL WHERE id = :id AND state <> 'removed'")
_ERASE = sql(f"{_LET_GO} WHERE dossier_id = :dossier AND state <> 'removed'")
_MOVING = sql(
    "SELECT id, sealed_source, sealed_name, sealed_key, sealed_facts FROM evidence"
    " WHERE dossier_id = :dossier AND state <> 'removed' ORDER BY seq"
)
_MOVE = sql(
    "UPDATE evidence SET dossier_id = :dossier, seq = :seq, sealed_source = :source, sealed_name = :name,"
    " sealed_key = :key, sealed_facts = :facts WHERE id = :id"
)
_UNTIE = sql(
    "UPDATE evidence SET lane = '', draft_id = ''"
    " WHERE dossier_id = (SELECT dossier_id FROM case_file WHERE case_file.id = :case)"
)
_DRAFT = sql("SELECT 1 FROM draft WHERE dossier_id = :dossier")
_WAITING = query(
    "SELECT count(*) AS waiting, min(made_at) AS oldest_at FROM evidence WHERE state = 'wanted'", "oldest_at"
)


def want(
    db: Session,
    keys: Keys,
    dossier: Dossier,
    attachment: Attachment,
    *,
    lane: str,
    channel: str,
    draft_id: str,
    now: datetime,
    into: str = "",
) -> str:
    """Ask for a file, in the turn that heard of it. "" when it will be fetched, or why it will not be.

    full, case-full   the draft, or its address, holds no more; the case does not. `into`: the dossier of the case that
                      the draft adds to, which it may fill up
    One that will not be fetched is kept as a refused row, and its citizen hears of it as of any other. Asked for
    twice, a file is wanted once.
    """
    if by_id(db, attachment.id) is not None:
        return ""
    lock(db, dossier.id)
    reason = _over(db, dossier.id, into, lane, attachment)
    about = f"evidence:{attachment.id}"
    run(
        db,
        _WANT,
        {
            "id": attachment.id,
            "dossier": dossier.id,
            "seq": next_seq(db, dossier.id),
            "kind": attachment.kind,
            "state": "refused" if reason else "wanted",
            "source": None if reason else dossier.content.seal(attachment.source.encode(), f"{about}:source"),
            "name": dossier.content.seal(attachment.name.encode(), f"{about}:name")
            if attachment.name
            else None,
            "size": None if reason else attachment.bytes,
            "reason": reason,
            "lane": lane,
            "channel": channel,
            "draft": draft_id,
            "now": now,
        },
    )
    if reason:
        tell(db, keys, id=attachment.id, lane=lane, draft=draft_id, stored=False, reason=reason, now=now)
    return reason


def of(db: Session, dossier: str) -> list[Evidence]:
    """Every file of a dossier, in the order they came; also those that were let go of."""
    return [Evidence(**row._asdict()) for row in run(db, _OF, {"dossier": dossier})]


def by_id(db: Session, id: str) -> Evidence | None:
    row = run(db, _BY_ID, {"id": id}).one_or_none()
    return None if row is None else Evidence(**row._asdict())


def waiting(db: Session, now: datetime) -> Waiting:
    row = run(db, _WAITING).one()
    return Waiting(row.waiting, max(now - row.oldest_at, timedelta(0)) if row.oldest_at else timedelta(0))


def name_of(evidence: Evidence, dossier: Dossier) -> str:
    """What she called the file, "" when nothing. Raises Erased, SealBroken."""
    if evidence.sealed_name is None:
        return ""
    return dossier.content.open(evidence.sealed_name, f"evidence:{evidence.id}:name").decode()


def key_of(evidence: Evidence, dossier: Dossier) -> FileKey | None:
    """The key of its files in the vault; None when there is none. Raises Erased, SealBroken."""
    if evidence.sealed_key is None:
        return None
    return FileKey(dossier.content.open(evidence.sealed_key, f"evidence:{evidence.id}:key"))


def facts_of(evidence: Evidence, dossier: Dossier) -> Mapping[str, Any]:
    """What the original tells beside its content (`storage.cleaning.Verdict`). Raises Erased, SealBroken."""
    if evidence.sealed_facts is None:
        return {}
    told: Mapping[str, Any] = json.loads(
        dossier.content.open(evidence.sealed_facts, f"evidence:{evidence.id}:facts")
    )
    return told


def remove(db: Session, id: str, now: datetime) -> None:
    """Let go of one file: the row stays and tells nothing, its key goes, its files follow after the commit."""
    run(db, _REMOVE, {"id": id, "reason": "removed"})


def erase(db: Session, dossier: str, now: datetime) -> None:
    """Let go of every file of a dossier. The hashes stay, so that the events that name them can be verified."""
    run(db, _ERASE, {"dossier": dossier, "reason": "erased"})


def move(db: Session, keys: Keys, source: Dossier, target: Dossier) -> None:
    """Hang the files of one dossier on another, sealed anew: what is added to a case belongs to the case."""
    lock(db, target.id)
    for row in run(db, _MOVING, {"dossier": source.id}):

        def again(sealed: bytes | None, part: str, id: str = row.id) -> bytes | None:
            about = f"evidence:{id}:{part}"
            return None if sealed is None else target.content.seal(source.content.open(sealed, about), about)

        values = {
            "id": row.id,
            "dossier": target.id,
            "seq": next_seq(db, target.id),
            "source": again(row.sealed_source, "source"),
            "name": again(row.sealed_name, "name"),
            "key": again(row.sealed_key, "key"),
            "facts": again(row.sealed_facts, "facts"),
        }
        run(db, _MOVE, values)


def untie(db: Session, case: str) -> None:
    """Forget whose chat the files of a case came from. Files still on their way arrive, and nobody is told."""
    run(db, _UNTIE, {"case": case})


def unsubmitted(db: Session, lane: str, but: str = "") -> int:
    """Bytes of an address's files that belong to no case yet, as far as they are known."""
    total: int = run(db, _UNSUBMITTED, {"lane": lane, "id": but}).scalar_one()
    return int(total)


def is_draft(db: Session, dossier: str) -> bool:
    """Whether a dossier is still a draft's."""
    return run(db, _DRAFT, {"dossier": dossier}).first() is not None


def _over(
    db: Session, dossier: str, into: str, lane: str, attachment: Attachment
) -> Literal["", "full", "case-full"]:
    """Which limit one more would be over."""
    here = _count(db, dossier)
    if here + (_count(db, into) if into else 0) >= CASE_FILES_MOST:
        return "case-full"
    if here >= FILES_MOST and is_draft(db, dossier):
        return "full"
    return "" if unsubmitted(db, lane) + (attachment.bytes or 0) <= UNSUBMITTED_MOST else "full"


def _count(db: Session, dossier: str) -> int:
    count: int = run(db, _COUNT, {"dossier": dossier}).scalar_one()
    return count


def next_seq(db: Session, dossier: str) -> int:
    """The number of its next file; the dossier must be locked."""
    number: int = run(db, _NEXT, {"dossier": dossier}).scalar_one()
    return number


def lock(db: Session, dossier: str) -> None:
    """The dossier's row guards the order of its files. SQLite's one writer guards everything."""
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK, {"dossier": dossier})
