"""The channel's own ids of what was heard and said: to edit a letter, to clean a chat, and to forget them."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from storage import aliases, bubbles, evidence, lanes
from storage.keys import Keys
from storage.sql import query, run, sql

_LAST_OF_SLOT = query(
    "SELECT provider_ref FROM outbox WHERE lane = :lane AND slot = :slot AND provider_ref IS NOT NULL"
    " ORDER BY id DESC LIMIT 1"
)
_SENT = query(
    "SELECT provider_ref, protect FROM outbox WHERE lane = :lane AND provider_ref IS NOT NULL"
    " AND sent_at >= :since_at ORDER BY id"
)
_HEARD = query(
    "SELECT ref FROM inbox WHERE lane = :lane AND ref IS NOT NULL AND done_at >= :since_at ORDER BY id"
)
_FORGET_SLOT = sql(
    "UPDATE outbox SET provider_ref = NULL, lane = '' WHERE lane = :lane AND slot = :slot AND state = 'sent'"
    " AND provider_ref IS NOT NULL"
)
_FORGET_SENT = sql("DELETE FROM outbox WHERE lane = :lane AND provider_ref IS NOT NULL")
_FORGET_TAKEN = sql("DELETE FROM taken WHERE lane = :lane")
_FORGET_HEARD = sql(
    "UPDATE inbox SET lane = '', ref = NULL WHERE lane = :lane AND ref IS NOT NULL AND state = 'done'"
)
_UNTIE = sql("DELETE FROM tie WHERE case_id = :case_id AND lane = :lane")
_UNSAY = sql(f"DELETE FROM outbox WHERE lane = :lane AND {lanes.OPEN} AND case_id = :case_id")
_FORGET_ADDRESS = sql(
    "DELETE FROM address WHERE lane = :lane"
    " AND NOT EXISTS (SELECT 1 FROM tie WHERE tie.lane = :lane)"
    " AND NOT EXISTS (SELECT 1 FROM officer WHERE officer.lane = :lane AND left_at IS NULL)"
    " AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.lane = :lane)"
    " AND NOT EXISTS (SELECT 1 FROM inbox WHERE inbox.lane = :lane AND inbox.state = 'new')"
    f" AND NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.lane = :lane AND {lanes.OPEN})"
)


def last_of_slot(db: Session, keys: Keys, lane: str, slot: str) -> str | None:
    """The id of the newest letter of this slot that was sent and may still be changed."""
    sealed = run(db, _LAST_OF_SLOT, {"lane": lane, "slot": slot}).scalar_one_or_none()
    return None if sealed is None else _open(keys, "outbox", lane, sealed)


def forget_slot(db: Session, lane: str, slot: str) -> None:
    """What was sent of this slot is out of the chat: a letter of it is a new one again."""
    run(db, _FORGET_SLOT, {"lane": lane, "slot": slot})


def sent_refs(db: Session, keys: Keys, lane: str, since: datetime, *, protected: bool = False) -> list[str]:
    """The ids of what we sent since then, oldest first; with `protected` only letters that hold a secret."""
    rows = run(db, _SENT, {"lane": lane, "since_at": since})
    return [_open(keys, "outbox", lane, row.provider_ref) for row in rows if row.protect or not protected]


def heard_refs(db: Session, keys: Keys, lane: str, since: datetime) -> list[str]:
    """The ids of what she wrote since then, oldest first."""
    rows = run(db, _HEARD, {"lane": lane, "since_at": since})
    return [_open(keys, "inbox", lane, row.ref) for row in rows]


def forget(db: Session, lane: str) -> None:
    """Erase what says that this lane was ever used: sent letters, ids, and the lane if nothing waits in it.

    A talk that we keep ourselves may still be read for an hour.
    """
    lanes.lock(db, "out", lane)
    run(db, _FORGET_SENT, {"lane": lane})
    run(db, _FORGET_TAKEN, {"lane": lane})
    run(db, _FORGET_HEARD, {"lane": lane})
    lanes.settle(db, "out", lane)
    lanes.drop(db, lane)
    aliases.forget(db, lane)
    bubbles.fade(db, lane)


def untie(db: Session, lane: str, case_id: str) -> None:
    """Cut the tie of a case: letters about it that wait are not sent, and the lane is forgotten.

    Nothing says any more whose chat its files came from. Its address goes too, unless a draft, another case or a
    message on its way needs it.
    """
    lanes.lock(db, "out", lane)
    for statement in (_UNTIE, _UNSAY):
        run(db, statement, {"lane": lane, "case_id": case_id})
    evidence.untie(db, case_id)
    forget(db, lane)
    run(db, _FORGET_ADDRESS, {"lane": lane})
    aliases.forget(db, lane)


def _open(keys: Keys, box: str, lane: str, sealed: bytes) -> str:
    return keys.open(sealed, f"{box}-ref:{lane}").decode()
