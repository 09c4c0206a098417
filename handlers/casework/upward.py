"""Where a move lays a case whose officer names no desk: above the one that has it, or where it is decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.cases.desk import above, is_local
from bot.cases.lifecycle import Move
from bot.cases.rerouting import Filed, rerouted
from bot.cases.routing import PROVINCE
from bot.library import Library
from handlers.casework.work import Work
from handlers.visit import zone_of_case
from storage import cases, desks


def is_upward(row: Move) -> bool:
    """Whether the law says where the case goes, and no officer."""
    return row.key == "rise" or (row.key == "forward" and "desk" not in row.needs)


def upward(work: Work, case: cases.Case, row: Move) -> str | None:
    """The desk where this move lays the case; None where there is none but the one that has it."""
    if row.key == "rise":
        return above(work.library.law, case.desk, lambda desk: desks.staffed(work.db, desk))
    desk = decides(work, case)
    return None if desk == case.desk else desk


def away(work: Work, case: cases.Case) -> str:
    """Where a case may lie that is about a high post: where it lies, but at no local desk (threats.md 1)."""
    return decides(work, replace(case, high=True)) if is_local(case.desk) else case.desk


def decides(work: Work, case: cases.Case) -> str:
    """The desk that decides what has been passed on often enough, so that it goes round no further (threats.md 8).

    The province's desk of the agency whose business it is today, where that has any; triage where nobody sits on the
    way.
    """
    return routed(work.library, case, work.at, PROVINCE, lambda desk: desks.staffed(work.db, desk))


def routed(
    library: Library, case: cases.Case, at: datetime, audience: str, staffed: Callable[[str], bool]
) -> str:
    """The desk that the law's own routes name at that time, from what is known of a case that was filed."""
    day = at.astimezone(ZoneInfo(zone_of_case(library, case))).date()
    filed = replace(filed_as(case), audience=audience)
    return rerouted(library.law, library.land, filed, region=case.region, day=day, staffed=staffed)


def filed_as(case: cases.Case) -> Filed:
    return Filed(case.kind, case.topic, case.accused_kind, bool(case.high), case.audience)
