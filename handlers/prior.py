"""The case before a complaint: whether an office decided on it or let a day pass, since when, how many working days.

Only what stands in its typed facts and events is looked at: never what she wrote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.cases.admissible import is_old
from bot.cases.calendar import working_between
from bot.cases.law import Law
from bot.cases.lifecycle import Role, Status
from bot.cases.lives import LIVES
from storage.cases import Case
from storage.deadlines import Deadline
from storage.events import Event

OFFICES = frozenset({"desk", "ppk", "agency"})
"""Whose clocks have to pass."""
OFFICERS = frozenset({Role.OFFICER, Role.SUPERVISOR})


@dataclass(frozen=True, slots=True)
class Prior:
    """What may be complained of.

    ground   decided: an outcome went against the report, or it was closed; silent: a day passed without a step
    against  the one decision, or the one silence at a desk: there is one complaint about each
    filed    when she sent it; since  the last step of an office, or else that day; day  decided, or when it was late
    """

    case: Case
    ground: Literal["decided", "silent"]
    against: str
    filed: date
    since: date
    day: date

    def answers(self, law: Law, today: date, zone: str) -> dict[str, Any]:
        """As the interviews carry it: the silence in working days of the region, and whether two years are over."""
        return {
            "case": self.case.id, "against": self.against, "desk": self.case.desk, "ground": self.ground,
            "filed": self.filed.isoformat(), "since": self.since.isoformat(), "day": self.day.isoformat(),
            "days": working_between(law, self.since, today, self.case.region),
            "named": self.case.identity_level in ("open", "sealed"), "old": is_old(law, self.day, today, zone),
        }  # fmt: skip


def prior_of(
    law: Law, case: Case, happened: Sequence[Event], clocks: Sequence[Deadline], zone: str
) -> Prior | None:
    """What she may complain of now; None where no office has decided, and none is late."""
    undone = {event.data.get("of") for event in happened if event.what == "undo"}
    stood = [event for event in happened if event.seq not in undone]
    table, filed = LIVES[case.kind], _day(case.filed_at, zone)
    steps = [event for event in stood if event.by in OFFICERS and "to" in event.data]
    last = steps[-1].at if steps else case.filed_at
    since = _day(last, zone)
    if case.status in table.stands:
        ends = [
            one
            for one in steps
            if one.data["to"] in table.stands and one.data.get("from") not in table.stands
        ]
        if not ends:
            return None
        decided = ends[-1]
        day = _day(decided.at, zone)
        return Prior(case, "decided", f"{case.id}:{decided.seq}", filed, since, day)
    if Status(case.status) not in table.open or not table.stands:
        return None
    late = [
        one.due_at
        for one in clocks
        if one.state == "passed" and law.clocks.by_id[one.why].owner in OFFICES and one.due_at > last
    ]
    if not late:
        return None
    return Prior(case, "silent", f"{case.id}:{case.desk}", filed, since, _day(min(late), zone))


def _day(at: datetime, zone: str) -> date:
    return at.astimezone(ZoneInfo(zone)).date()
