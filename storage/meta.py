"""What the installation remembers of itself, one value a key."""

from __future__ import annotations

from sqlmodel import Session

from storage.sql import run, sql

_GET = sql("SELECT value FROM meta WHERE key = :key")
_PUT = sql(
    "INSERT INTO meta (key, value) VALUES (:key, :value) ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)


def get(db: Session, key: str) -> str | None:
    value: str | None = run(db, _GET, {"key": key}).scalar_one_or_none()
    return value


def put(db: Session, key: str, value: str) -> None:
    run(db, _PUT, {"key": key, "value": value})
