"""Cases by their typed facts, newest first. What anybody wrote is sealed, and not searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache

from sqlalchemy.sql.selectable import TextualSelect
from sqlmodel import Session

from storage.cases import COLUMNS, TYPED, Case
from storage.sql import query, run

FIRST = "~"
"""Above every id: where the first page begins."""
CONDITIONS = {
    "desk": "c.desk = :desk",
    "topic": "c.topic = :topic",
    "region": "c.region = :region",
    "status": "c.status = :status",
    "since_at": "c.filed_at >= :since_at",
    "until_at": "c.filed_at < :until_at",
}


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for; "" and None leave a fact open. `since_at`, `until_at`: filed from, and before, aware."""

    desk: str = ""
    topic: str = ""
    region: str = ""
    status: str = ""
    since_at: datetime | None = None
    until_at: datetime | None = None

    @property
    def given(self) -> dict[str, str | datetime]:
        return {name: value for name in CONDITIONS if (value := getattr(self, name))}


def page(db: Session, sought: Sought, *, before: str = FIRST, most: int = 50) -> Sequence[Case]:
    """At most so many cases of which all that is sought holds, older than the one with id `before`."""
    told = {**sought.given, "before": before, "most": most}
    return [Case(*row) for row in run(db, _statement(tuple(sought.given)), told)]


@cache
def _statement(given: tuple[str, ...]) -> TextualSelect:
    holds = " AND ".join(["c.id < :before", *(CONDITIONS[name] for name in given)])
    return query(f"SELECT {COLUMNS} FROM case_file c WHERE {holds} ORDER BY c.id DESC LIMIT :most", *TYPED)
