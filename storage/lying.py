"""What lies at a desk in the order of its list: counted, and read a page at a time, however much lies there.

Each case of a list carries the day it is ordered by (`due_on`), set whenever its cards are drawn, so that a page is
read from an index and never put in order.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlmodel import Session

from bot.flows.officer_desk import LATE, MANY, UNSETTLED
from storage.case_tables import HALVES
from storage.sql import query, run, sql

NOWHERE = date(9999, 12, 29)
"""In no list, where it is compared."""
SEEN_LATER = timedelta(minutes=5)
"""A place is dated when its transaction begins, and seen when that ends: no later than this."""

_UNSETTLED = [
    query(
        f"SELECT c.id FROM case_file c INDEXED BY ix_case_file_{half} WHERE c.desk = :desk"
        f" AND c.due_on = :unsettled_on AND c.officer_id {holds} ORDER BY c.id LIMIT :most"
    )
    for half, holds in HALVES
]
_PLACE = sql(
    "UPDATE case_file SET due_on = :due_on, placed_at = :now"
    " WHERE id = :case AND coalesce(due_on, :nowhere_on) <> :place_on"
)

_SETTLE = sql(
    "UPDATE case_file SET due_on = :due_on, placed_at = :now WHERE id = :case AND due_on = :unsettled_on"
)

_HELD = {"free": "c.officer_id IS NULL", "mine": "c.officer_id = :officer", "all": "c.officer_id IS NOT NULL"}
_OWN = {
    "officer": (("recusal", " AND x.officer_id = :officer"), ("tie", " AND x.lane = :lane")),
    "room": (("recusal", ""),),
}
_CLOSE = {
    reader: "SELECT coalesce(m.merged_into, m.id) FROM case_file m WHERE m.id IN ("
    + " UNION ".join(f"SELECT x.case_id FROM {table} x WHERE TRUE{whose}" for table, whose in own)
    + ")"
    for reader, own in _OWN.items()
}
"""What stands in no list goes on in another case, and that is not told of either."""
_IS_CLOSE = {
    reader: " OR ".join(
        f"EXISTS (SELECT 1 FROM {table} x WHERE x.case_id = c.id{whose})"
        f" OR EXISTS (SELECT 1 FROM case_file m JOIN {table} x ON x.case_id = m.id"
        f" WHERE m.merged_into = c.id{whose})"
        for table, whose in own
    )
    for reader, own in _OWN.items()
}
_OUT = "c.filed_at <= :out"
_INDEX = {"free": "free", "mine": "officer", "all": "held", "placed": "placed"}
_LISTED = {
    half: f"FROM case_file c INDEXED BY ix_case_file_{index} WHERE c.desk = :desk AND c.due_on IS NOT NULL AND"
    for half, index in _INDEX.items()
}
_PAGE = {
    (held, reader): query(
        " UNION ALL ".join(
            f"SELECT id, due_on FROM (SELECT c.id, c.due_on {_LISTED[half]} {_HELD[half]}"
            " AND (c.due_on, c.id) > (:after_on, :after)"
            " AND NOT (c.ticket IN :read AND coalesce(c.placed_at >= :began_at, FALSE))"
            f" AND {_OUT} AND NOT ({close}) ORDER BY c.due_on, c.id LIMIT :most) AS {half}_half"
            for half in ("free", held)
        )
        + " ORDER BY due_on, id LIMIT :most",
        "due_on",
    )
    for held in ("mine", "all")
    for reader, close in _IS_CLOSE.items()
}
_PASSED = {
    (held, reader): query(
        f"SELECT c.id, c.due_on {_LISTED['placed']} (c.officer_id IS NULL OR {_HELD[held]})"
        " AND c.placed_at >= :placed_at AND (c.due_on, c.id) <= (:after_on, :after) AND c.ticket NOT IN :read"
        f" AND {_OUT} AND NOT ({close}) ORDER BY c.placed_at, c.id LIMIT :most",
        "due_on",
    )
    for held in ("mine", "all")
    for reader, close in _IS_CLOSE.items()
}


def _some(held: str, due: str, most: str) -> str:
    """How many of a half are due then, and no more than so many."""
    return f"(SELECT count(*) FROM (SELECT 1 {_LISTED[held]} {_HELD[held]} AND c.due_on {due} LIMIT {most}) AS few)"


_COUNT = {
    held: sql(
        f"WITH late AS (SELECT {_some(held, '< :today_on', ':most')} AS n)"
        f" SELECT late.n + {_some(held, '>= :today_on', ':most - (SELECT n FROM late)')},"
        f" {_some(held, '= :today_on', ':most')}, late.n FROM late"
    )
    for held in _HELD
}
"""All, those due today, the late ones: where these alone are too many, no others are counted."""
_BARRED = {
    reader: query(
        "SELECT c.desk, c.due_on, c.officer_id FROM case_file c"
        f" WHERE c.id IN ({close} UNION ALL SELECT n.id FROM case_file n WHERE n.filed_at > :out)",
        "due_on",
    )
    for reader, close in _CLOSE.items()
}
"""What is counted and not read. At any desk, because they are few: asked with the desk, all of its cases would be gone
through.
"""


@dataclass(frozen=True, slots=True, order=True)
class Lying:
    """A case in a list, and its place: the late ones first, then what is due first; of a day, the oldest."""

    due_on: date
    id: str


FIRST = Lying(LATE, "")
"""Before every case."""
EVER = datetime(9999, 1, 1, tzinfo=UTC)
"""After everything."""


@dataclass(frozen=True, slots=True)
class Sees:
    """Whose list it is, and what it leaves out.

    officer, lane  without those this officer is close to, or has reported from this chat. Without an officer many
                   read it: without those anybody is close to
    alls           what anybody has stands in it, and not only what this officer has
    out            what was filed until then: later cases nobody has been shown yet
    """

    officer: str = ""
    lane: str = ""
    alls: bool = True
    out: datetime = EVER

    @property
    def reader(self) -> str:
        return "officer" if self.officer else "room"

    @property
    def held(self) -> str:
        return "all" if self.alls else "mine"


@dataclass(frozen=True, slots=True)
class Counted:
    """How many nobody has, how many somebody; of both, how many are due today, how many late. No more than MANY + 1."""

    free: int
    held: int
    due: int
    late: int


def unsettled(db: Session, desk: str, *, most: int) -> Sequence[str]:
    """The cases of a desk, open or not, whose place in its list is not known yet: their ids."""
    told = {"desk": desk, "unsettled_on": UNSETTLED, "most": most}
    return [row.id for half in _UNSETTLED for row in run(db, half, told)]


def place(db: Session, case: str, due_on: date | None, now: datetime) -> None:
    """The case has this day in the list of its desk; None: it stands in none."""
    told = {"case": case, "due_on": due_on, "place_on": due_on or NOWHERE, "nowhere_on": NOWHERE, "now": now}
    run(db, _PLACE, told)


def settle(db: Session, case: str, due_on: date | None, now: datetime) -> None:
    """The same for one that had no place yet. Nothing where somebody gave it one meanwhile."""
    run(db, _SETTLE, {"case": case, "due_on": due_on, "unsettled_on": UNSETTLED, "now": now})


def page(
    db: Session, desk: str, sees: Sees, after: Lying, *, began: datetime, read: Collection[str], most: int
) -> Sequence[Lying]:
    """At most so many cases of a desk's list, from behind `after` on, as that stood when it was read.

    What has got another place since the reading of the list `began` comes there, but for tickets `read` meanwhile.
    """
    told = {
        "desk": desk, "officer": sees.officer, "lane": sees.lane, "out": sees.out, "after_on": after.due_on,
        "after": after.id, "began_at": began, "read": list(read) or [""], "most": most,
    }  # fmt: skip
    return [Lying(row.due_on, row.id) for row in run(db, _PAGE[sees.held, sees.reader], told)]


def onward(
    db: Session, desk: str, sees: Sees, after: Lying, *, began: datetime, read: Collection[str], most: int
) -> Sequence[Lying]:
    """The same in a reading that goes on, so that whoever comes to its end has read whatever lay there all the time.

    First comes what a page would pass by: unread, it has come to lie before `after` since the reading began.
    """
    told = {
        "desk": desk, "officer": sees.officer, "lane": sees.lane, "out": sees.out, "after_on": after.due_on,
        "after": after.id, "placed_at": began - SEEN_LATER, "read": list(read) or [""], "most": most,
    }  # fmt: skip
    passed = sorted(Lying(row.due_on, row.id) for row in run(db, _PASSED[sees.held, sees.reader], told))
    return [*passed, *page(db, desk, sees, after, began=began, read=read, most=most)][:most]


def counted(db: Session, desk: str, sees: Sees, today: date) -> Counted:
    """All of a desk's list, as far as anybody counts."""
    whose = {"desk": desk, "officer": sees.officer, "lane": sees.lane, "out": sees.out}
    barred = [
        row for row in run(db, _BARRED[sees.reader], whose) if row.desk == desk and row.due_on is not None
    ]
    told = whose | {"today_on": today, "most": MANY + 1 + len(barred)}
    free, held = (list(run(db, _COUNT[which], told).one()) for which in ("free", sees.held))
    for row in barred:
        if row.officer_id is None or sees.alls or row.officer_id == sees.officer:
            of = free if row.officer_id is None else held
            for at, holds in enumerate((True, row.due_on == today, row.due_on < today)):
                of[at] -= holds
    found = free[0], held[0], free[1] + held[1], free[2] + held[2]
    return Counted(*(min(count, MANY + 1) for count in found))
