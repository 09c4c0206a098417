"""Cases without anybody behind them: as many rows as one likes, as a land full of desks would hold them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import insert

from bot.cases.law import FOLDER
from bot.cases.region import load_land
from bot.flows.officer_desk import LATE, UNSETTLED
from storage.case_tables import Case
from storage.database import Database
from storage.tables import Dossier
from storage.ulid import ulid

BUSY = 0.1
"""The part of all cases that lies at one desk, is about one area, and so on: a page of it is full at any size."""
AREAS = sorted(code for code in load_land(FOLDER).regions if "." in code and code != "74.07")
DESKS = ("bawaslu:74.07", *(f"bawaslu:{code}" for code in AREAS))
TOPICS = ("billboard", "like", "rally", "gifts", "car", "party", "ktp", "levy", "other")
STATUSES = ("waiting", "examined", "registered", "closed")
FIRST_DAY = datetime(2024, 8, 1, tzinfo=UTC)
DAYS = 100
LAST_DAY = (FIRST_DAY + timedelta(days=DAYS)).date()
DUE = timedelta(days=30)
OFFICERS = 10
"""At each desk."""
BATCH = 2000


@dataclass(frozen=True, slots=True)
class Made:
    """The facts of one case, as `storage.search` looks for them."""

    id: str
    ticket: str
    desk: str
    topic: str
    region: str
    status: str
    filed_at: datetime
    officer_id: str | None
    due_on: date | None


def fill(database: Database, count: int, chance: random.Random, status: str = "") -> list[Made]:
    """So many cases, their ids in the order in which they were filed; `status`: of all of them, which nobody has."""
    made = list(_made(count, chance))
    if status:
        made = [replace(one, status=status, officer_id=None, due_on=UNSETTLED) for one in made]
    for start in range(0, count, BATCH):
        some = made[start : start + BATCH]
        with database.transaction() as db:
            db.connection().execute(
                insert(Dossier), [{"id": f"d{one.id}", "made_at": one.filed_at} for one in some]
            )
            db.connection().execute(insert(Case), [_row(one) for one in some])
    return made


def _made(count: int, chance: random.Random) -> Iterator[Made]:
    for number in range(count):
        at = FIRST_DAY + timedelta(days=DAYS * number / count)
        busy = chance.random() < BUSY
        desk = DESKS[0] if busy else chance.choice(DESKS[1:])
        region = "74.07" if chance.random() < BUSY else desk.partition(":")[2]
        status = chance.choice(STATUSES)
        yield Made(
            ulid(at, number.to_bytes(10)), f"T{number:08}", desk, chance.choice(TOPICS), region, status, at,
            None if status == "waiting" else f"o{chance.randrange(OFFICERS)}",
            None if status == "closed" else LATE if chance.random() < BUSY else (at + DUE).date(),
        )  # fmt: skip


def _row(one: Made) -> dict[str, object]:
    closed = one.filed_at + timedelta(days=30) if one.status == "closed" else None
    return asdict(one) | {
        "kind": "violation", "accused_kind": "asn", "audience": "", "identity_level": "anonymous", "version": 0,
        "dossier_id": f"d{one.id}", "receipt_hash": b"", "learned_on": one.filed_at.date(), "closed_at": closed,
        "high": False, "step": 0,
    }  # fmt: skip
