"""What became of messages by the channel's own ids: for whoever compares our inbox with the channel's list."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session

from storage.sql import query, sql

_STATES = query(
    "SELECT external_id, state FROM inbox WHERE channel = :channel AND bot = :bot AND external_id IN :ids"
)
_WANTS = sql("SELECT 1 FROM evidence WHERE lane = :lane AND state = 'wanted' LIMIT 1")


def states(db: Session, channel: str, bot: str, ids: Collection[str]) -> dict[str, str]:
    """`new`, `done` or `parked` of those that were accepted."""
    if not ids:
        return {}
    told = {"channel": channel, "bot": bot, "ids": list(ids)}
    return {row.external_id: row.state for row in db.connection().execute(_STATES, told)}


def wants(db: Session, lane: str) -> bool:
    """Whether a file of this lane has still to be fetched."""
    return db.connection().execute(_WANTS, {"lane": lane}).first() is not None
