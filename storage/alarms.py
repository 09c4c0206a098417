"""What only an operator can put right: by a short name, when it was last met. Any process reads it (`saksi check`)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from storage import meta
from storage.sql import run, sql

KEY = "alarm:"

_QUIET = sql("DELETE FROM meta WHERE key = :key")
_RUNG = sql(f"SELECT key, value FROM meta WHERE key LIKE '{KEY}%' ORDER BY key")


def ring(db: Session, name: str, now: datetime) -> None:
    """name: as `whatsapp:63015`, `desk:triage`; never an address or what was written."""
    meta.put(db, f"{KEY}{name}", now.isoformat())


def quiet(db: Session, name: str) -> None:
    """It is put right: should it be met again, that is news."""
    run(db, _QUIET, {"key": f"{KEY}{name}"})


def met(db: Session) -> dict[str, datetime]:
    """Name -> when last."""
    return {row.key.removeprefix(KEY): datetime.fromisoformat(row.value) for row in run(db, _RUNG)}


def since(db: Session, at: datetime) -> dict[str, datetime]:
    """Those that were met since then."""
    return {name: last for name, last in met(db).items() if last >= at}
