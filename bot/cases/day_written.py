"""Dates as people write them: "16 oktober", "16/10/24", "2024-10-16", "tgl 16", "Oct 16", "12 atau 13 okt".

What is read is a line of `day_words.plain`. In numbers the day comes first, as everywhere in Indonesia; only
when that cannot be ("10/16/2024") it is read the American way. Wrong dates are helped: 31 September offers
the last of September and the first of October, a weekday that does not fit its date offers both.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Literal

from bot.cases.day_words import MONTHS, WEEKDAYS

Trouble = Literal["future", "impossible", "vague", "too-old"]

OLDEST_YEARS = 10
"""An older day is a slip of the year, or a year of birth, far more often than an event; our own rule."""

ONE_DAY = timedelta(days=1)
_MANY = 4  # more days than this are not offered: nobody reads a list of dates


@dataclass(frozen=True, slots=True)
class DayFound:
    """At most one of: the `day`; `choices` to offer, oldest first; the `trouble` that it is not a day.

    month_end  with choices, and then the trouble is "impossible" as well: the month that was said ends on this
               day, before the day that was said ("31 September")
    All empty, and false: no day was understood at all.
    """

    day: date | None = None
    choices: tuple[date, ...] = ()
    trouble: Trouble | None = None
    month_end: date | None = None

    def __bool__(self) -> bool:
        return bool(self.day or self.choices or self.trouble)


def one_of(days: set[date]) -> DayFound:
    """The day when there is one, else the choice between them."""
    ordered = sorted(days)
    return DayFound(day=ordered[0]) if len(ordered) == 1 else DayFound(choices=tuple(ordered[:_MANY]))


def judged(day: date, today: date) -> DayFound:
    """The day itself, unless it is still to come or too long ago."""
    if day > today:
        return DayFound(trouble="future")
    if day.year < today.year - OLDEST_YEARS:
        return DayFound(trouble="too-old")
    return DayFound(day=day)


def written_day(line: str, today: date) -> DayFound:
    """The date written in `line`: several are a choice, and any is preferred to one that cannot be."""
    found: list[DayFound] = []
    taken: list[range] = []
    for pattern, read in _READERS:
        for match in islice(pattern.finditer(line), _MANY):
            span = range(*match.span())
            if not any(span.start < other.stop and other.start < span.stop for other in taken):
                taken.append(span)
                found.extend(_beside_weekday(line, span, one, today) for one in read(match, today))
    days = {one.day for one in found if one.day}
    offers = [one for one in found if one.choices]
    troubles = [one for one in found if one.trouble]
    if offers:
        return offers[0]
    return one_of(days) if days else next(iter(troubles), DayFound())


def _dated(day: int, month: int, year: int | None, today: date, past: bool = False) -> DayFound:
    """The day so written; without a year the latest that is not to come, unless the coming one is nearer.

    "20 oktober", said on the 16th, is a slip and not last year's, unless "kemarin" says so (`past`).
    """
    if not (1 <= month <= len(MONTHS) and 1 <= day <= 31):
        return DayFound(trouble="impossible")
    if year is None:
        this, before = (_clipped(day, month, today.year - back) for back in (0, 1))
        nearer = this - today < today - before
        year = before.year if this > today and (past or not nearer) else today.year
    real = _clipped(day, month, year)
    found = judged(real, today)
    if real.day == day or found.trouble:
        return found
    choices = tuple(one for one in (real, real + ONE_DAY) if one <= today)
    return DayFound(choices=choices, trouble="impossible", month_end=real)


def _clipped(day: int, month: int, year: int) -> date:
    """The day, or the last of its month when the month has no such day."""
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))


_MONTH, _WEEKDAY = "|".join(MONTHS), "|".join(WEEKDAYS)
_YEAR, _FREE = "[12][0-9]{3}", "(?<![0-9/.:-])"
_THING = (
    "orang|kali|buah|unit|lembar|motor|mobil|hari|minggu|bulan|tahun|kg|liter|kotak|paket|bagian|juta|ribu"
)
_ENDS = rf"(?![0-9]|[/.:-][0-9]| (?:{_THING})\b)"
_TO = "(?:-| sampai | atau | dan | s d )(?:tanggal )?"
_FRACTIONS = frozenset({"1/2", "1/3", "1/4", "2/3", "3/4", "24/7"})
_NOT_DATED = re.compile(r"\b(?:rt|rw|no|nomor|blok|jl|jalan|km|pasal|skor)\.? $")


def _numbers(match: re.Match[str], today: date) -> Iterator[DayFound]:
    day, month = int(match["day"]), int(match["month"])
    year = _century(match["year"], today)
    swapped = month > len(MONTHS) and day <= len(MONTHS)
    yield _dated(month, day, year, today) if swapped else _dated(day, month, year, today)


def _named(match: re.Match[str], today: date) -> Iterator[DayFound]:
    year: int | None = None
    if match["year"]:
        year = _century(match["year"], today)
        if len(match["year"]) == 2 and not today.year - OLDEST_YEARS <= year <= today.year + 1:
            year = None  # "16 oktober 50 rumah": a number, not a year
    if match["past"] == " tahun lalu":
        year = today.year - 1
    for day in (match["since"], match["day"]):
        if day:
            yield _dated(int(day), MONTHS.index(match["month"]) + 1, year, today, past=bool(match["past"]))


def _english(match: re.Match[str], today: date) -> Iterator[DayFound]:
    year = int(match["year"]) if match["year"] else None
    yield _dated(int(match["day"]), MONTHS.index(match["month"]) + 1, year, today)


def _short(match: re.Match[str], today: date) -> Iterator[DayFound]:
    """Two numbers: a date only where nothing says otherwise, since 1/2 is a half and RT 3/4 an address."""
    said = bool(match["said"]) or match.group() == match.string
    before = match.string[max(0, match.start() - 12) : match.start()]
    day, month = int(match["day"]), int(match["month"])
    if not said and (match["dot"] == "-" or match.group() in _FRACTIONS or _NOT_DATED.search(before)):
        return
    if 1 <= month <= len(MONTHS) and 1 <= day <= 31:
        yield _dated(day, month, None, today)
    elif match["said"]:
        yield _of_month(day, 0, today)
        yield _of_month(month, 0, today)


def _bare(match: re.Match[str], today: date) -> Iterator[DayFound]:
    back = {"lalu": 1, "kemarin": 1, "ini": 0}.get(match["back"] or "")
    for day in (match["day"], match["until"]):
        if day:
            yield _of_month(int(day), back, today)


def _of_month(day: int, back: int | None, today: date) -> DayFound:
    """The day of the month `back` months ago, 0 or 1; without it the latest month that had such a day."""
    if not 1 <= day <= 31:
        return DayFound(trouble="impossible")
    first = today.replace(day=1)
    if back == 1:
        first = (first - ONE_DAY).replace(day=1)
    while back is None:
        real = _clipped(day, first.month, first.year)
        if real.day == day and real <= today:
            break
        first = (first - ONE_DAY).replace(day=1)
    return _dated(day, first.month, first.year, today)


def _century(year: str, today: date) -> int:
    full = int(year) if len(year) == 4 else 2000 + int(year)
    return full - 100 if len(year) == 2 and full > today.year + 1 else full


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], Iterator[DayFound]]], ...] = (
    (
        re.compile(
            rf"{_FREE}(?P<year>{_YEAR})[-/.](?P<month>[0-9]{{1,2}})[-/.](?P<day>[0-9]{{1,2}})(?![0-9])"
        ),
        _numbers,
    ),
    (
        re.compile(
            rf"{_FREE}(?P<day>[0-9]{{1,2}})(?P<dot>[-/.])(?P<month>[0-9]{{1,2}})(?P=dot)"
            rf"(?P<year>{_YEAR}|[0-9]{{2}})(?![0-9]|[/.-][0-9])"
        ),
        _numbers,
    ),
    (
        re.compile(
            rf"{_FREE}(?:(?P<since>[0-9]{{1,2}}){_TO})?(?P<day>\b[0-9]{{1,2}}) (?P<month>{_MONTH})\b"
            rf"(?: (?P<year>{_YEAR}|[0-9]{{2}}){_ENDS})?(?P<past> tahun lalu| lalu| kemarin)?"
        ),
        _named,
    ),
    (
        re.compile(
            rf"\b(?P<month>{_MONTH}) (?:tanggal )?(?P<day>[0-9]{{1,2}}){_ENDS}(?: (?P<year>{_YEAR})\b)?"
        ),
        _english,
    ),
    (
        re.compile(
            rf"(?P<said>\b(?:tanggal|{_WEEKDAY}) )?{_FREE}"
            rf"(?P<day>[0-9]{{1,2}})(?P<dot>[-/])(?P<month>[0-9]{{1,2}}){_ENDS}"
        ),
        _short,
    ),
    (
        re.compile(
            rf"\btanggal (?P<day>[0-9]{{1,2}})(?![0-9/.:-])(?:{_TO}(?P<until>[0-9]{{1,2}})(?![0-9/.:-]))?"
            rf"(?: bulan (?P<back>lalu|kemarin|ini)\b)?"
        ),
        _bare,
    ),
)

_BEFORE = re.compile(
    rf"\b(malam )?({_WEEKDAY})(?: (?:dini hari|pagi|siang|sore|malam|subuh|lalu|kemarin|tadi))*"
    r"(?: tanggal)? $"
)
_AFTER = re.compile(rf" (?:hari )?(malam )?({_WEEKDAY})\b")


def _beside_weekday(line: str, span: range, found: DayFound, today: date) -> DayFound:
    """The date as found, or the choice between it and the weekday that stands beside it and does not fit.

    "malam minggu" is Saturday's evening, and dated by either day.
    """
    beside = _BEFORE.search(line[max(0, span.start - 40) : span.start]) or _AFTER.match(
        line[span.stop : span.stop + 20]
    )
    if not (found.day and beside):
        return found
    night, weekday = bool(beside[1]), WEEKDAYS.index(beside[2])
    if found.day.weekday() in {weekday, (weekday - night) % 7}:
        return found
    ahead = (weekday - night - found.day.weekday()) % 7
    near = found.day + timedelta(days=ahead if ahead <= 3 else ahead - 7)
    return one_of({found.day, near if near <= today else near - 7 * ONE_DAY})
