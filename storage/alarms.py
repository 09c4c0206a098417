"""What only an operator can put right: by a short name, when it was last met. Any process reads it (`saksi check`)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from storage import meta
from storage.sql import run, sql

KEY = "alarm:"

_RUNG = sql(f"SELECT key, value FROM meta WHERE key LIKE '{KEY}%' ORDER BY key")


def ring(db: Session, name: str, now: datetime) -> None:
    """name: as `whatsapp:63015`; never an address or what was written."""
    meta.put(db, f"{KEY}{name}", now.isoformat())


def since(db: Session, at: datetime) -> dict[str, datetime]:
    """Those that were met since then: name -> when last."""
    rows = {row.key.removeprefix(KEY): datetime.fromisoformat(row.value) for row in run(db, _RUNG)}
    return {name: met for name, met in rows.items() if met >= at}
