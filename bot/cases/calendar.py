"""What a day is: a working day or not, and when the office is open. Stages of elections are in `stage.py`.

Working days leave out Saturday, Sunday, national holidays and cuti bersama (collective leave, which binds
civil servants' offices), as the library `holidays` knows them, with the corrections of `calendar.toml`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from bot.cases.law import Law
from bot.cases.stage import Hours, inside

ONE_DAY = timedelta(days=1)


def working(law: Law, day: date, region: str = "") -> bool:
    """Is it a working day of civil servants' offices there?"""
    if day.isoweekday() > 5:
        return False
    for row in law.calendar.daysoff:
        if row.day == day and inside(region, row.regions):
            return not row.off
    return day not in _holidays(day.year)


def after_working(law: Law, start: date, amount: int, region: str = "") -> date:
    """The `amount`-th working day after `start`, which itself does not count."""
    day = start
    while amount > 0:
        day += ONE_DAY
        amount -= working(law, day, region)
    return day


def working_between(law: Law, start: date, end: date, region: str = "") -> int:
    """How many working days have passed from `start`, which does not count, to `end`, which does."""
    days = (start + ONE_DAY * number for number in range(1, (end - start).days + 1))
    return sum(working(law, day, region) for day in days)


def office(law: Law, day: date, region: str = "") -> Hours | None:
    """When the office takes reports in on this day, local time; None when it is closed."""
    if not working(law, day, region):
        return None
    return next((hours for hours in law.calendar.hours if day.isoweekday() in hours.weekdays), None)


def collective(law: Law, year: int) -> bool:
    """Is the collective leave (cuti bersama) of this year known: to the library, or as days off of the whole land?"""
    written = any(row.day.year == year and row.off and not row.regions for row in law.calendar.daysoff)
    return written or bool(_decreed(year))


@lru_cache(maxsize=64)
def _holidays(year: int) -> frozenset[date]:
    """National holidays ("public") and cuti bersama of a year; voting days are among them."""
    from holidays.countries.indonesia import Indonesia  # noqa: PLC0415 - every other country comes with it

    return frozenset(Indonesia(years=year, language="id")) | _decreed(year)


@lru_cache(maxsize=64)
def _decreed(year: int) -> frozenset[date]:
    """Cuti bersama ("government"): decreed a year at a time, so that the library knows none of years to come."""
    from holidays.countries.indonesia import Indonesia  # noqa: PLC0415 - as above

    return frozenset(Indonesia(years=year, categories=("government",), language="id"))
