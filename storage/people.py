"""Who we can answer: addresses, their language and consent. An address is named by its lane, never by itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from storage.keys import Keys
from storage.sql import query, run, sql


@dataclass(frozen=True, slots=True)
class Known:
    """What an address brings. `consented` is the version of the notice she agreed to, "" when none."""

    lane: str
    channel: str
    language: str
    consented: str
    consent_at: datetime | None
    short: bool
    locked: bool
    muted: bool
    unreachable_at: datetime | None
    seen_at: datetime


ASIDE = "aside/"
"""Before the version of a consent: it was given in this chat, perhaps by somebody else."""
SEEN = timedelta(days=1)
"""How finely we remember when somebody last wrote: one write a day, not one a message."""

_LOAD = query(
    "SELECT channel, language, consent_version, consent_at, short, locked, muted, unreachable_at, seen_at"
    " FROM address WHERE lane = :lane",
    "consent_at",
    "unreachable_at",
    "seen_at",
)
_MEET = sql(
    "INSERT INTO address (lane, channel, sealed, language, consent_version, consent_hash, consent_channel,"
    " short, locked, muted, seen_at)"
    " VALUES (:lane, :channel, :sealed, :language, '', '', '', :no, :no, :no, :seen_at)"
    " ON CONFLICT (lane) DO NOTHING"
)
_SEEN = sql("UPDATE address SET seen_at = :seen_at, unreachable_at = NULL WHERE lane = :lane")
_SPEAK = sql("UPDATE address SET language = :language WHERE lane = :lane")
_CONSENT = sql(
    "UPDATE address SET consent_version = :version, consent_hash = :hash, consent_at = :agreed_at,"
    " consent_channel = :channel WHERE lane = :lane"
)
_CONSENTED = query(
    "SELECT consent_version, consent_hash, consent_at, consent_channel FROM address WHERE lane = :lane",
    "consent_at",
)
_FLAGS = sql("UPDATE address SET short = :short, locked = :locked, muted = :muted WHERE lane = :lane")
_LOST = sql("UPDATE address SET unreachable_at = :lost_at WHERE lane = :lane")
_ADDRESS = sql("SELECT sealed FROM address WHERE lane = :lane")
_FORGET = sql("DELETE FROM address WHERE lane = :lane")
_BEGIN_ANEW = sql(
    "UPDATE address SET short = :no, locked = :no, muted = :no, consent_version ="
    f" CASE WHEN consent_version = '' OR consent_version LIKE '{ASIDE}%' THEN consent_version"
    f" ELSE '{ASIDE}' || consent_version END WHERE lane = :lane"
)
_COME_BACK = sql(
    f"UPDATE address SET consent_version = substr(consent_version, {len(ASIDE) + 1})"
    f" WHERE lane = :lane AND consent_version LIKE '{ASIDE}%'"
)


def load(db: Session, lane: str) -> Known | None:
    row = run(db, _LOAD, {"lane": lane}).one_or_none()
    if row is None:
        return None
    return Known(
        lane, row.channel, row.language, row.consent_version, row.consent_at,
        bool(row.short), bool(row.locked), bool(row.muted), row.unreachable_at,
        row.seen_at,
    )  # fmt: skip


def meet(
    db: Session, keys: Keys, *, lane: str, channel: str, address: str, language: str, now: datetime
) -> Known:
    """The address of a lane, made at its first message. `language` is what to speak until she says otherwise."""
    known = load(db, lane)
    if known is not None:
        if known.unreachable_at is not None or now - known.seen_at >= SEEN:
            run(db, _SEEN, {"lane": lane, "seen_at": now})
        return known
    sealed = keys.seal(address.encode(), _about(lane))
    values = {
        "lane": lane,
        "channel": channel,
        "sealed": sealed,
        "language": language,
        "seen_at": now,
        "no": False,
    }
    run(db, _MEET, values)
    return Known(lane, channel, language, "", None, False, False, False, None, now)


def speak(db: Session, lane: str, language: str) -> None:
    run(db, _SPEAK, {"lane": lane, "language": language})


def consent(db: Session, lane: str, *, version: str, text_hash: str, channel: str, at: datetime) -> None:
    """The record UU 27/2022 art. 22-24 asks for: which text, when, where."""
    values = {"lane": lane, "version": version, "hash": text_hash, "agreed_at": at, "channel": channel}
    run(db, _CONSENT, values)


def consent_of(db: Session, lane: str) -> dict[str, str] | None:
    """That record, to be kept with what she then sent: it outlives the address. None where there is none."""
    row = run(db, _CONSENTED, {"lane": lane}).one_or_none()
    if row is None or row.consent_at is None:
        return None
    return {
        "version": row.consent_version, "hash": row.consent_hash, "at": row.consent_at.isoformat(),
        "channel": row.consent_channel,
    }  # fmt: skip


def flag(
    db: Session,
    known: Known,
    *,
    short: bool | None = None,
    locked: bool | None = None,
    muted: bool | None = None,
) -> None:
    """Set what she asked for: short pushes, cases that answer to their code only, no pushes."""
    values = {
        "lane": known.lane,
        "short": known.short if short is None else short,
        "locked": known.locked if locked is None else locked,
        "muted": known.muted if muted is None else muted,
    }
    run(db, _FLAGS, values)


def lost(db: Session, lane: str, now: datetime) -> None:
    """The channel says she cannot be reached: until she writes again."""
    run(db, _LOST, {"lane": lane, "lost_at": now})


def address_of(db: Session, keys: Keys, lane: str) -> str | None:
    """The address itself, for the one who sends. Never logged."""
    sealed = run(db, _ADDRESS, {"lane": lane}).scalar_one_or_none()
    return None if sealed is None else keys.open(sealed, _about(lane)).decode()


def begin_anew(db: Session, lane: str) -> None:
    """Somebody else answers here: what the one before agreed to is put aside, and what she asked for forgotten."""
    run(db, _BEGIN_ANEW, {"lane": lane, "no": False})


def come_back(db: Session, lane: str) -> bool:
    """It was the same person: what she agreed to holds. False: somebody agreed here since, or nothing was put aside."""
    return bool(run(db, _COME_BACK, {"lane": lane}).rowcount)


def forget(db: Session, lane: str) -> None:
    """Erase the address."""
    run(db, _FORGET, {"lane": lane})


def _about(lane: str) -> str:
    return f"address:{lane}"
