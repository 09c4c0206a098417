"""Two who act at once never wait for each other in a circle: whoever tells of a case twice has all lanes before."""

from __future__ import annotations

from handlers.casework.work import Work
from handlers.tied import hold
from storage import cases, readers
from storage.cases import Case


def waited(work: Work, case: Case, *desks: str | None) -> None:
    """Wait for the citizens of what is merged with a case, then for all who read of it at its desk and at these.

    Asked before a case is moved whose officers, or others, are told something beside. The case must be held.
    """
    for other in cases.merged_into(work.db, case.id):
        hold(work.db, other.id, work.language)
    there = {desk for desk in desks if desk}
    readers.lock(work.db, {case.desk, *there}, {case.officer_id or ""}, work.chat)
