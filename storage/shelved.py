"""Contents that a channel refused, by its own id of each: no process sends them for a while, nor does the next start.

Any process reads it; an operator may lift it sooner, when what was wrong is put right.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlmodel import Session

from storage import meta
from storage.sql import run, sql

LASTS = timedelta(hours=6)
"""Then one letter tries it again. Meta pauses a template for three hours, then for six:
https://developers.facebook.com/docs/whatsapp/message-templates/guidelines#template-pausing"""
KEY = "shelved:"

_ALL = sql(f"SELECT key, value FROM meta WHERE key LIKE '{KEY}%' ORDER BY key")
_LIFT = sql(f"DELETE FROM meta WHERE key LIKE '{KEY}%'")


@dataclass(frozen=True, slots=True)
class Refused:
    """code: the channel's number of what is wrong."""

    code: int
    at: datetime


def put(db: Session, sid: str, code: int, now: datetime) -> None:
    """Refused now: not used until LASTS from here."""
    meta.put(db, f"{KEY}{sid}", f"{now.isoformat()} {code}")


def standing(db: Session, now: datetime) -> dict[str, Refused]:
    """Those that nobody uses now: id -> why."""
    found = {}
    for row in run(db, _ALL):
        at, _, code = row.value.partition(" ")
        refused = Refused(int(code), datetime.fromisoformat(at))
        if now < refused.at + LASTS:
            found[row.key.removeprefix(KEY)] = refused
    return found


def lift(db: Session) -> int:
    """Let all be tried again. Returns how many."""
    return run(db, _LIFT).rowcount
