"""Where a move lays a case whose officer names no desk: above the one that has it, or where it is decided."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.cases.desk import above
from bot.cases.lifecycle import Move
from bot.cases.routing import PROVINCE, Case, route, violation
from bot.cases.stage import stage_on
from bot.cases.violation import VIOLATION
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


def decides(work: Work, case: cases.Case) -> str:
    """The desk that decides what has been passed on often enough, so that it goes round no further (threats.md 8).

    The law's own route for it today, from the province up: the province's desk of the agency whose business it is,
    where that has any; triage where nobody sits on the way.
    """
    law, land = work.library.law, work.library.land
    today = work.at.astimezone(ZoneInfo(zone_of_case(work.library, case))).date()
    stage = stage_on(law.calendar, today, case.region)
    one = (
        violation(law, offence=case.topic, stage=stage, accused_kind=case.accused_kind, position=None)
        if case.kind == VIOLATION.kind
        else Case(case.kind, case.topic, stage.key if stage else None)
    )
    return route(
        law, land, replace(one, high=one.high or case.high), region=case.region, audience=PROVINCE,
        staffed=lambda desk: desks.staffed(work.db, desk),
    ).desk  # fmt: skip
