"""Cases: filed from a draft, found by ticket or chat, tied to a chat and cut from it, erased."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlmodel import Session

from bot.flows.officer_desk import UNSETTLED
from storage import events
from storage.keys import Dossier, Keys
from storage.sql import query, run, sql

COLUMNS = (
    "c.id, c.ticket, c.kind, c.topic, c.accused_kind, c.region, c.desk, c.status, c.audience, c.identity_level,"
    " c.version, c.dossier_id, c.receipt_hash, c.filed_at, c.learned_on, c.happened_on, c.closed_at, c.high,"
    " c.officer_id, c.step, c.merged_into, c.grown_from, c.against"
)
TYPED = ("filed_at", "learned_on", "happened_on", "closed_at")


@dataclass(frozen=True, slots=True)
class Case:
    """The typed facts of a case: nothing a citizen wrote.

    topic         what it is about, by key: an offence of the catalogue, or a topic of questions
    accused_kind  "" where nobody is accused; learned_on: None where there was no event to learn of
    version       how many events there are; step  how many moves: what an officer's button is spent against
    high          about a high post
    grown_from    the case of hers that this one took its answers from: its id
    against       of a complaint the decision, or the silence, that it is about
    """

    id: str
    ticket: str
    kind: str
    topic: str
    accused_kind: str
    region: str
    desk: str
    status: str
    audience: str
    identity_level: str
    version: int
    dossier_id: str
    receipt_hash: bytes = field(repr=False)
    filed_at: datetime
    learned_on: date | None
    happened_on: date | None
    closed_at: datetime | None
    high: bool = False
    officer_id: str | None = None
    step: int = 0
    merged_into: str | None = None
    grown_from: str | None = None
    against: str | None = None


@dataclass(frozen=True, slots=True)
class Filing:
    """What is filed: the facts, and what she wrote (`content`) and who she is (`identity`), to be sealed."""

    ticket: str
    receipt: str
    kind: str
    topic: str
    accused_kind: str
    region: str
    desk: str
    audience: str
    identity_level: str
    learned_on: date | None
    happened_on: date | None
    content: Mapping[str, Any] = field(repr=False)
    identity: Mapping[str, Any] = field(repr=False)
    high: bool = False
    grown_from: str | None = None
    against: str | None = None


_INSERT = sql(
    "INSERT INTO case_file (id, ticket, kind, topic, accused_kind, region, desk, status, audience, identity_level,"
    " version, dossier_id, receipt_hash, filed_at, learned_on, happened_on, sealed_content, sealed_identity, closed_at,"
    " high, grown_from, against, due_on)"
    " VALUES (:id, :ticket, :kind, :topic, :accused_kind, :region, :desk, :status, :audience, :identity_level,"
    " 0, :dossier, :receipt_hash, :filed_at, :learned_on, :happened_on, :content, :identity, NULL,"
    " :high, :grown_from, :against, :due_on)"
)
_TAKEN = sql("SELECT 1 FROM case_file WHERE ticket = :ticket")
_BY_TICKET = query(f"SELECT {COLUMNS} FROM case_file c WHERE c.ticket = :ticket", *TYPED)
_BY_DOSSIER = query(f"SELECT {COLUMNS} FROM case_file c WHERE c.dossier_id = :dossier", *TYPED)
_FREES = sql("UPDATE case_file SET against = NULL WHERE id = :case")
_AGAINST = query(f"SELECT {COLUMNS} FROM case_file c WHERE c.against = :against", *TYPED)
_GROWN = query(f"SELECT {COLUMNS} FROM case_file c WHERE c.grown_from = :case ORDER BY c.id", *TYPED)
_BY_ID = query(f"SELECT {COLUMNS} FROM case_file c WHERE c.id = :id", *TYPED)
_OF_LANE = query(
    f"SELECT {COLUMNS} FROM tie t JOIN case_file c ON c.id = t.case_id WHERE t.lane = :lane AND t.held_at IS NULL"
    " ORDER BY c.filed_at DESC, c.id DESC LIMIT :most",
    *TYPED,
)
_STATUS = sql(
    "UPDATE case_file SET status = :status, closed_at = :closed_at, step = step + 1 WHERE id = :case"
)
_PLACE = query(
    "UPDATE case_file SET status = :status, desk = :desk, officer_id = :officer, closed_at = :closed_at,"
    f" merged_into = :merged_into, step = step + 1 WHERE id = :case RETURNING {COLUMNS.replace('c.', '')}",
    *TYPED,
)
_MERGED = query(f"SELECT {COLUMNS} FROM case_file c WHERE c.merged_into = :case ORDER BY c.id", *TYPED)
_HIGH = sql("UPDATE case_file SET high = :high WHERE id = :case")
_REGION = sql("UPDATE case_file SET region = :region WHERE id = :case")
_RECEIPT = sql("UPDATE case_file SET receipt_hash = :hash WHERE id = :case")
_DOSSIER = query("SELECT id, content_key, identity_key FROM dossier WHERE id = :id")
_HALVES = {
    which: sql(
        f"SELECT c.sealed_{which} AS sealed, d.{which}_key AS wrapped FROM case_file c"
        " JOIN dossier d ON d.id = c.dossier_id WHERE c.id = :case"
    )
    for which in ("content", "identity")
}
_ERASE_KEYS = sql(
    "UPDATE dossier SET content_key = NULL, identity_key = NULL, content_erased_at = :now, identity_erased_at = :now"
    " WHERE id = :id"
)
_ERASE_CASE = sql("UPDATE case_file SET sealed_content = NULL, sealed_identity = NULL WHERE id = :case")


def file(
    db: Session,
    keys: Keys,
    id: str,
    filing: Filing,
    dossier: Dossier,
    status: str,
    at: datetime,
    routed: Mapping[str, Any],
) -> Case:
    """Make a case of a draft's dossier. Its first event is `filed`, with how it was `routed`."""
    run(
        db, _INSERT,
        {
            "id": id, "ticket": filing.ticket, "kind": filing.kind, "topic": filing.topic,
            "accused_kind": filing.accused_kind, "region": filing.region, "desk": filing.desk, "status": status,
            "audience": filing.audience, "identity_level": filing.identity_level, "dossier": dossier.id,
            "receipt_hash": keys.receipt(filing.receipt, filing.ticket), "filed_at": at,
            "learned_on": filing.learned_on, "happened_on": filing.happened_on, "high": filing.high,
            "grown_from": filing.grown_from, "against": filing.against, "due_on": UNSETTLED,
            "content": dossier.content.seal(json.dumps(filing.content).encode(), f"case:{id}:content"),
            "identity": dossier.identity.seal(json.dumps(filing.identity).encode(), f"case:{id}:identity"),
        },
    )  # fmt: skip
    events.append(db, id, what="filed", by="citizen", at=at, data=routed)
    found = by_id(db, id)
    assert found is not None
    return found


def ticket_is_taken(db: Session, ticket: str) -> bool:
    return run(db, _TAKEN, {"ticket": ticket}).one_or_none() is not None


def by_ticket(db: Session, ticket: str) -> Case | None:
    return _one(db, _BY_TICKET, {"ticket": ticket})


def by_dossier(db: Session, dossier: str) -> Case | None:
    return _one(db, _BY_DOSSIER, {"dossier": dossier})


def by_id(db: Session, id: str) -> Case | None:
    return _one(db, _BY_ID, {"id": id})


def by_against(db: Session, against: str) -> Case | None:
    """The complaint about this decision."""
    return _one(db, _AGAINST, {"against": against})


def frees(db: Session, case: str) -> None:
    """What this complaint is about may be complained of again."""
    run(db, _FREES, {"case": case})


def grown_of(db: Session, case: str) -> Sequence[Case]:
    """The cases that took their answers from this one."""
    return [Case(*row) for row in run(db, _GROWN, {"case": case})]


def of_lane(db: Session, lane: str, most: int = 9) -> Sequence[Case]:
    """Her cases in this chat, newest first; without those that are held."""
    return [Case(*row) for row in run(db, _OF_LANE, {"lane": lane, "most": most})]


def set_status(db: Session, case: str, status: str, closed_at: datetime | None) -> None:
    run(db, _STATUS, {"case": case, "status": status, "closed_at": closed_at})


def place(
    db: Session,
    case: str,
    *,
    status: str,
    desk: str,
    officer: str | None,
    closed_at: datetime | None,
    merged_into: str | None,
) -> Case:
    """Where a case stands after a move, and one move more. Raises LookupError."""
    told = {
        "case": case, "status": status, "desk": desk, "officer": officer, "closed_at": closed_at,
        "merged_into": merged_into,
    }  # fmt: skip
    return Case(*run(db, _PLACE, told).one())


def set_high(db: Session, case: str, *, high: bool) -> None:
    """Whether it is about a high post, as far as is known now."""
    run(db, _HIGH, {"case": case, "high": high})


def set_region(db: Session, case: str, region: str) -> None:
    """Where it happened, as far as is known now."""
    run(db, _REGION, {"case": case, "region": region})


def merged_into(db: Session, case: str) -> Sequence[Case]:
    """The cases that this one goes on for."""
    return [Case(*row) for row in run(db, _MERGED, {"case": case})]


def lead_of(db: Session, case: Case) -> Case:
    """The case that goes on for both, where this one was merged into it; else this one."""
    return (by_id(db, case.merged_into) if case.merged_into else None) or case


def new_receipt(db: Session, keys: Keys, case: Case, receipt: str) -> None:
    """The old code dies with this."""
    run(db, _RECEIPT, {"case": case.id, "hash": keys.receipt(receipt, case.ticket)})


def dossier_of(db: Session, keys: Keys, case: Case) -> Dossier:
    row = run(db, _DOSSIER, {"id": case.dossier_id}).one()
    return keys.unwrap(row.id, row.content_key, row.identity_key)


def content_of(db: Session, keys: Keys, case: Case) -> Mapping[str, Any] | None:
    """What she wrote; None when it was erased."""
    return _opened(db, keys, case, "content")


def identity_of(db: Session, keys: Keys, case: Case) -> Mapping[str, Any] | None:
    """Who she is, as she told; None when it was erased."""
    return _opened(db, keys, case, "identity")


def erase(db: Session, case: Case, now: datetime) -> None:
    """Destroy the keys of what she wrote and who she is, and the sealed texts. The case keeps its typed facts."""
    run(db, _ERASE_KEYS, {"id": case.dossier_id, "now": now})
    run(db, _ERASE_CASE, {"case": case.id})


def _one(db: Session, statement: Any, values: Mapping[str, Any]) -> Case | None:
    row = run(db, statement, values).one_or_none()
    return None if row is None else Case(*row)


def _opened(db: Session, keys: Keys, case: Case, which: str) -> Mapping[str, Any] | None:
    row = run(db, _HALVES[which], {"case": case.id}).one()
    sealer = keys.half(case.dossier_id, which, row.wrapped)
    if sealer is None or row.sealed is None:
        return None
    opened: Mapping[str, Any] = json.loads(sealer.open(row.sealed, f"case:{case.id}:{which}"))
    return opened
