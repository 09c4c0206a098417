"""Officers: invited by a code that works once, enrolled from one chat, found by desk or by chat, let go of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Literal

from sqlmodel import Session

from bot.cases.lifecycle import Role
from bot.cases.ticket import ALPHABET
from storage import pace, seats
from storage.keys import Keys
from storage.sql import query, run, sql

LETTERS = 16
"""Characters of a code: 77 bits."""
CODE_BYTES = 32
VALID = timedelta(hours=72)
TRIES = pace.Rate(timedelta(minutes=12), burst=5)
"""Wrong codes of one chat: five, then one in twelve minutes."""
ACTING = (Role.OFFICER, Role.SUPERVISOR)
"""Whose being there makes a desk one that has officers."""

_MEANT = str.maketrans({"B": "8", "U": "V", "O": "Q", "0": "Q", "I": "7", "L": "7", "1": "7"})
_SITS = (
    "SELECT o.id, o.name, o.desk, o.role, o.lane, o.channel, o.enrolled_at, o.left_at, a.language"
    " FROM officer o LEFT JOIN address a ON a.lane = o.lane"
)
_INVITE = sql(
    "INSERT INTO invite (code, name, desk, role, made_at, expires_at, by_id)"
    " VALUES (:code, :name, :desk, :role, :now, :expires_at, NULLIF(:by, ''))"
)
_USE = query(
    "UPDATE invite SET used_at = :now WHERE code = :code AND used_at IS NULL AND expires_at > :now"
    " AND NOT EXISTS (SELECT 1 FROM officer o WHERE o.id = invite.by_id AND o.lane = :lane)"
    " RETURNING name, desk, role"
)
_BURN = sql("UPDATE invite SET used_at = :now WHERE code = :code AND used_at IS NULL")
_LEAVE_LANE = sql("UPDATE officer SET left_at = :now WHERE lane = :lane AND left_at IS NULL")
_LEAVE = sql("UPDATE officer SET left_at = :now WHERE id = :id AND left_at IS NULL")
_ENROL = sql(
    "INSERT INTO officer (id, name, desk, role, lane, channel, sealed, enrolled_at)"
    " VALUES (:id, :name, :desk, :role, :lane, :channel, :sealed, :now)"
)
_STILL_CLOSE = sql(
    "INSERT INTO recusal (officer_id, case_id, made_at) SELECT :id, r.case_id, min(r.made_at) FROM recusal r"
    " JOIN officer o ON o.id = r.officer_id WHERE o.lane = :lane GROUP BY r.case_id"
)
_TIMES = ("enrolled_at", "left_at")
_OF_LANE = query(f"{_SITS} WHERE o.lane = :lane AND o.left_at IS NULL", *_TIMES)
_BY_ID = query(f"{_SITS} WHERE o.id = :id", *_TIMES)
_OF_DESK = query(
    f"{_SITS} WHERE o.desk = :desk AND o.role IN :roles AND o.left_at IS NULL ORDER BY o.id", *_TIMES
)
_ALL = query(f"{_SITS} WHERE o.left_at IS NULL ORDER BY o.desk, o.id", *_TIMES)
_STAFFED_DESKS = sql(
    "SELECT DISTINCT desk FROM officer WHERE role IN :roles AND left_at IS NULL ORDER BY desk"
)
_STAFFED = sql("SELECT 1 FROM officer WHERE desk = :desk AND role IN :roles AND left_at IS NULL LIMIT 1")


@dataclass(frozen=True, slots=True)
class Officer:
    """Somebody who acts at `desk`. `lane` and `channel` are the chat they are bound to.

    language   what is spoken in it, "" where nobody has said
    """

    id: str
    name: str = field(repr=False)
    desk: str
    role: Role
    lane: str = field(repr=False)
    channel: str
    enrolled_at: datetime
    left_at: datetime | None = None
    language: str = ""


def invite(
    db: Session, keys: Keys, *, desk: str, role: Role, name: str, now: datetime, drawn: bytes, by: str = ""
) -> tuple[str, datetime]:
    """A new code, and when it expires. `drawn` are 32 random bytes; only the code's blind index is kept.

    by   the officer who makes it for a colleague: in their own chat it is good for nothing. "": an operator
    """
    code, expires = written(drawn), now + VALID
    told = {
        "code": _index(keys, code), "desk": desk, "role": role.value, "now": now, "expires_at": expires,
        "name": keys.seal(name.encode(), f"invite:{_index(keys, code)}"), "by": by,
    }  # fmt: skip
    run(db, _INVITE, told)
    seats.record(db, desk, "invited", role.value, now, by=by)
    return code, expires


def read_code(text: str) -> str | None:
    """The code in what somebody wrote, read as tolerantly as a ticket; None when it is no code."""
    found = "".join(text.upper().split()).replace("-", "").translate(_MEANT)
    return found if len(found) == LETTERS and set(found) <= set(ALPHABET) else None


def enrol(
    db: Session, keys: Keys, code: str, *, id: str, lane: str, channel: str, address: str, now: datetime
) -> Officer | Literal["wrong", "slow"]:
    """Make the one who wrote this code the officer it was meant for, bound to their chat.

    wrong  never given, used, expired, made in this very chat: told alike
    slow   too many wrong codes from this chat: wait
    Who was an officer elsewhere in this chat is one no more, but stays close to the cases they were close to. `id`: a
    fresh ULID.
    """
    bucket = f"invite:{lane}"
    if not pace.room(db, bucket, TRIES, now):
        return "slow"
    read = read_code(code)
    index = _index(keys, read) if read else ""
    row = run(db, _USE, {"code": index, "now": now, "lane": lane}).one_or_none()
    if row is None:
        pace.spend(db, bucket, TRIES, 1, now)
        return "wrong"
    name = keys.open(row.name, f"invite:{index}")
    seats.leaves(db, now, lane=lane)
    run(db, _LEAVE_LANE, {"lane": lane, "now": now})
    told = {
        "id": id, "name": keys.seal(name, f"officer:{id}:name"), "desk": row.desk, "role": row.role,
        "lane": lane, "channel": channel, "sealed": keys.seal(address.encode(), f"officer:{id}"), "now": now,
    }  # fmt: skip
    run(db, _ENROL, told)
    run(db, _STILL_CLOSE, {"id": id, "lane": lane})
    seats.record(db, row.desk, "enrolled", row.role, now, about=id)
    return Officer(id, name.decode(), row.desk, Role(row.role), lane, channel, now)


def burn(db: Session, keys: Keys, code: str, now: datetime) -> bool:
    """A code that others have read enrols nobody any more. False: it was none that could."""
    read = read_code(code)
    return read is not None and bool(run(db, _BURN, {"code": _index(keys, read), "now": now}).rowcount)


def leave(db: Session, id: str, now: datetime, *, by: str = "") -> bool:
    """They are an officer no more: every button of theirs is dead. False: they were none.

    by   the officer who let them go; "": an operator
    """
    seats.leaves(db, now, id=id, by=by)
    return bool(run(db, _LEAVE, {"id": id, "now": now}).rowcount)


def part(db: Session, lane: str, now: datetime) -> bool:
    """Whoever acted from this chat does no more: another phone answers there now, and a code has to be given anew.

    False: nobody did.
    """
    seats.leaves(db, now, lane=lane)
    return bool(run(db, _LEAVE_LANE, {"lane": lane, "now": now}).rowcount)


def officer_of(db: Session, keys: Keys, lane: str) -> Officer | None:
    """Who acts from this chat today."""
    return _one(db, keys, _OF_LANE, {"lane": lane})


def by_id(db: Session, keys: Keys, id: str) -> Officer | None:
    """Also one who has left: `left_at`."""
    return _one(db, keys, _BY_ID, {"id": id})


def officers_of(db: Session, keys: Keys, desk: str, roles: Collection[Role] = ACTING) -> Sequence[Officer]:
    """Who sits at this desk today, those who came first first."""
    told = {"desk": desk, "roles": [role.value for role in roles]}
    return [_opened(keys, row) for row in run(db, _OF_DESK, told)]


def everybody(db: Session, keys: Keys) -> Sequence[Officer]:
    """Every officer of today, by desk."""
    return [_opened(keys, row) for row in run(db, _ALL)]


def staffed_desks(db: Session) -> Sequence[str]:
    """The desks where somebody can act on a case."""
    return run(db, _STAFFED_DESKS, {"roles": [role.value for role in ACTING]}).scalars()


def staffed(db: Session, desk: str) -> bool:
    """Whether somebody at this desk can act on a case."""
    told = {"desk": desk, "roles": [role.value for role in ACTING]}
    return run(db, _STAFFED, told).first() is not None


def _one(db: Session, keys: Keys, statement: Any, told: dict[str, str]) -> Officer | None:
    row = run(db, statement, told).one_or_none()
    return None if row is None else _opened(keys, row)


def _opened(keys: Keys, row: Any) -> Officer:
    name = keys.open(row.name, f"officer:{row.id}:name").decode()
    return Officer(
        row.id, name, row.desk, Role(row.role), row.lane, row.channel, row.enrolled_at, row.left_at,
        row.language or "",
    )  # fmt: skip


def written(drawn: bytes) -> str:
    """A code of 32 random bytes."""
    if len(drawn) != CODE_BYTES:
        raise ValueError(f"a code takes {CODE_BYTES} random bytes")
    number, characters = int.from_bytes(drawn), []
    for _ in range(LETTERS):
        number, value = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[value])
    return "".join(characters)


def _index(keys: Keys, code: str) -> str:
    return keys.index(f"invite:{code}")
