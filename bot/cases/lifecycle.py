"""The life of a case as one table: status × move → status, who may, what is given, started and heard.

Statuses follow the words that BKN publishes of its SBT (menunggu verifikasi BKN, menunggu tindak lanjut PPK,
dihukum, tidak terbukti, ditolak, dibatalkan, pensiun/APS/diberhentikan), with those of the desk before them and
those of a consultation and of a complaint after them. Kinds of case share the statuses that mean the same.
The rows of each kind of case are in `violation.py` and beside it; which kinds there are is in `lives.py`. The same
table is read by code, by the documents and by tests.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal


class Status(StrEnum):
    """Where a case stands. `UNFILED` is a draft: it stands in no case."""

    UNFILED = "unfiled"
    WAITING = "waiting"
    EXAMINED = "examined"
    ASKED = "asked"
    REGISTERED = "registered"
    HANDED_OVER = "handed_over"
    AT_BKN = "at_bkn"
    AT_PPK = "at_ppk"
    SANCTIONED = "sanctioned"
    NOT_PROVEN = "not_proven"
    NOT_PURSUED = "not_pursued"
    CANCELLED = "cancelled"
    LEFT_SERVICE = "left_service"
    IN_TALK = "in_talk"
    OFFERED = "offered"
    SCHEDULED = "scheduled"
    ANSWERED = "answered"
    REFERRED = "referred"
    ACCEPTED = "accepted"
    RAISED = "raised"
    WITHDRAWN = "withdrawn"
    MERGED = "merged"
    CLOSED = "closed"
    ERASED = "erased"


class Role(StrEnum):
    """Who makes a move. The clock is a role: silence is an event too."""

    CITIZEN = "citizen"
    OFFICER = "officer"
    SUPERVISOR = "supervisor"
    GUARDIAN = "guardian"
    AUDITOR = "auditor"
    ADMIN = "admin"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Move:
    """One row.

    key      what is done
    start    from these statuses
    to       into this status; None stays where it is
    by       these roles, and no other
    needs    what must be given with it: names of answers in the officer's form
    powers   the mover's desk belongs to an agency with one of these powers (agencies.toml); empty is any desk
    starts   clocks that start (clocks.toml); those of another kind of election do not
    keeps    clocks that go on, though the case moves on: what they measure is not done yet
    says     the words key that is pushed to the citizen; "" is nothing: the talk answers her own moves
    until    the clock whose day those words name: until then she waits, or is waited for
    offers   what her letter offers, as buttons; where choices are numbered her words do the same
    second   for high posts a second officer confirms
    most     at most this often in the life of a case; 0 is as often as one likes. After that the next row of the same
             move holds, where there is one
    kinds    only about these kinds of accused; empty is any

    The table answers for status, role, power and most; who calls it sees to needs, second and kinds.
    """

    key: str
    start: frozenset[Status]
    to: Status | None
    by: frozenset[Role]
    needs: tuple[str, ...] = ()
    powers: frozenset[str] = frozenset()
    starts: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    says: str = ""
    until: str = ""
    offers: tuple[str, ...] = ()
    second: bool = False
    most: int = 0
    kinds: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """The life of one kind of case.

    first   before it is filed
    open    a desk owes the next step, or waits for somebody
    finals  nothing has to follow
    stands  what was decided here may be complained of at the Ombudsman
    """

    kind: str
    first: Status
    open: frozenset[Status]
    finals: frozenset[Status]
    moves: tuple[Move, ...]
    stands: frozenset[Status] = frozenset()

    @property
    def keys(self) -> tuple[str, ...]:
        """The moves there are, each once, in the order of the table."""
        return tuple(dict.fromkeys(row.key for row in self.moves))


Reason = Literal["unknown", "status", "role", "power", "most"]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a move is not possible.

    unknown  there is no such move
    status   not from here
    role     not by you
    power    not by your desk's agency
    most     it was made as often as a case bears
    """

    reason: Reason


Made = Callable[[str], int]
"""How often a move, by its key, was made in the life of this case; asked only where it matters."""


def never(move: str) -> int:
    """Nothing was made yet."""
    return 0


def allowed(
    table: Table,
    status: Status,
    move: str,
    role: Role,
    powers: Collection[str] = (),
    made: Made = never,
) -> Move | Refusal:
    """The row that allows this move, or the first reason against it.

    powers  those of the mover's agency
    """
    rows = [row for row in table.moves if row.key == move]
    reason: Reason = "unknown"
    if rows:
        reason, rows = "status", [row for row in rows if status in row.start]
    if rows:
        reason, rows = "role", [row for row in rows if role in row.by]
    if rows:
        reason, rows = "power", [row for row in rows if not row.powers or row.powers & set(powers)]
    if rows:
        reason, rows = "most", [row for row in rows if _is_left(row, made)]
    return rows[0] if rows else Refusal(reason)


def move(
    table: Table, status: Status, move: str, role: Role, powers: Collection[str] = ()
) -> Status | Refusal:
    """Where the case stands after this move."""
    row = allowed(table, status, move, role, powers)
    return row if isinstance(row, Refusal) else row.to or status


def possible(
    table: Table,
    status: Status,
    role: Role,
    powers: Collection[str] = (),
    made: Made = never,
) -> tuple[Move, ...]:
    """The moves this role may make from here, in the order of the table."""
    has, found = set(powers), dict[str, Move]()
    for row in table.moves:
        fits = status in row.start and role in row.by and (not row.powers or row.powers & has)
        if fits and _is_left(row, made):
            found.setdefault(row.key, row)
    return tuple(found[key] for key in table.keys if key in found)


def _is_left(row: Move, made: Made) -> bool:
    return not row.most or made(row.key) < row.most
