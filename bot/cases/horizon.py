"""How far the calendar sees: what it will soon lack, said while there is time to write it in.

Nothing of it is wrong today, so that it is no fault of the law; left as it is, days would be counted wrong, or an
election would pass for none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from bot.cases.calendar import collective
from bot.cases.law import Law
from bot.cases.stage import Calendar, Election

AHEAD = timedelta(days=120)
"""The longest clock, sixty working days, takes about ninety; the joint decree on a year comes the September before."""
LEAD = 2
"""Years: UU 7/2017 art. 167(6) lets stages begin 20 months before voting, and the year alone tells no day."""


def lacking(law: Law, today: date) -> list[str]:
    """A sentence for each thing that `calendar.toml` lacks, or will within AHEAD of today."""
    return [*_days(law, today), *elections(law.calendar, today)]


def elections(calendar: Calendar, day: date) -> Iterator[str]:
    """What it should know by this day of the elections to come."""
    coming = [one for one in calendar.elections if _end(calendar, one) >= day]
    if not coming:
        yield (
            f"no election after {calendar.elections[-1].key} is in it: every day is off season, without Bawaslu and "
            "its seven days. Write the next one in as [[election]]."
            if calendar.elections
            else "no election is in it: every day is off season. Write the next one in as [[election]]."
        )
    for one in coming:
        lasts = [stage.last for stage in calendar.stages if stage.election == one.key]
        if not lasts and day >= date(one.year - LEAD, 1, 1):
            yield (
                f"election {one.key} has no stages, though they may begin 20 months before its day: until they are "
                "written in as [[stage]], as the KPU has decreed them, reports go the way of off season, without "
                "Bawaslu and its seven days."
            )
        elif lasts and max(lasts) < min(_end(calendar, one), day + AHEAD):
            yield (
                f"the stages of election {one.key} end on {max(lasts)}, before its voting: from the day after on "
                "reports go the way of off season. Write the others in as [[stage]], as the KPU has decreed them."
            )


def _days(law: Law, today: date) -> Iterator[str]:
    for year in sorted({today.year, (today + AHEAD).year}):
        if not collective(law, year):
            yield (
                f"the collective leave (cuti bersama) of {year} is unknown, and its feasts by the moon are estimates: "
                "working days, and the limits of the law with them, would be counted wrong. Write the days of the "
                f"joint decree (SKB tiga menteri) on {year} in as [[dayoff]]."
            )


def _end(calendar: Calendar, one: Election) -> date:
    """The day of voting; while none is set, the last of its year."""
    voting = [row.last for row in calendar.stages if row.election == one.key and row.key == "voting"]
    return one.voting or max(voting, default=date(one.year, 12, 31))
