"""Which day somebody means: "kemarin sore", "senin lalu", "tgl 16", "16/10/2024", "two days ago".

The first that fits wins:
1. a date that is written out (day_written.py);
2. a weekday of a week ago, so many days ago, last monday, the day before yesterday, yesterday, today;
3. a weekday by itself; "minggu lalu", which is a week ago or last Sunday;
4. what has not happened yet, and what is too vague to be a day.
A number by itself is never a date: options have numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from bot.cases.day_words import MONTHS, WEEKDAYS, plain
from bot.cases.day_written import ONE_DAY, DayFound, Trouble, judged, one_of, written_day

__all__ = ["DayFound", "Trouble", "understand_day"]

Reader = Callable[[re.Match[str], date], DayFound]


def understand_day(text: str, today: date) -> DayFound:
    """The day that `text` means when it is said on `today`; false when it names none.

    Everything around the day is passed over ("kayaknya kemarin sore jam 3"), and so is a day to come when
    another one is named beside it. Reads at most 4,000 characters; never raises.
    """
    line = plain(text)
    found = written_day(line, today)
    if found and found.trouble != "future":
        return found
    for pattern, read in _RULES:
        match = pattern.search(line)
        spoken = read(match, today) if match else DayFound()
        if spoken.day or spoken.choices or (spoken and not found):
            return spoken
    return found


def _weekday_of_week(match: re.Match[str], today: date) -> DayFound:
    name, weeks = match["first"] or match["second"], int(match["weeks"] or match["weeks_before"] or 1)
    monday = today - today.weekday() * ONE_DAY
    return _back((today - monday).days + 7 * weeks - WEEKDAYS.index(name), today)


def _ago(match: re.Match[str], today: date) -> DayFound:
    counts = {int(count) for count in (match["count"], match["until"]) if count}
    unit = match["days"] or match["other"]
    if unit in {"bulan", "tahun"}:
        return DayFound(trouble="vague")
    if unit in {"jam", "menit"}:
        hours = max(counts) if unit == "jam" else 0
        if hours > _HOURS_OF_TODAY:
            return one_of({today - hours // 24 * ONE_DAY, today - (hours // 24 + 1) * ONE_DAY})
        return DayFound(day=today)
    found = [_back(count * (7 if unit in {"minggu", "pekan"} else 1), today) for count in counts]
    days = {one.day for one in found if one.day}
    return one_of(days) if days else found[0]


_HOURS_OF_TODAY = 5


def _back(days: int, today: date) -> DayFound:
    return judged(today - timedelta(days=days), today)


def _weekday_past(match: re.Match[str], today: date) -> DayFound:
    night, name = match["night"] or match["night_after"], match["name"] or match["name_after"]
    return DayFound(day=_latest(WEEKDAYS.index(name) - bool(night), today - ONE_DAY))


def _latest(weekday: int, last: date) -> date:
    """The latest such weekday up to and with `last`."""
    return last - (last.weekday() - weekday) % 7 * ONE_DAY


def _weekdays(match: re.Match[str], today: date) -> DayFound:
    """Every weekday named: today's own name is today or a week ago, unless "ini" says which."""
    days: set[date] = set()
    for one in _WEEKDAY_ALONE.finditer(match.string):
        weekday = (WEEKDAYS.index(one["name"]) - bool(one["night"])) % 7
        if one["this"]:
            this = today + (weekday - today.weekday()) * ONE_DAY
            if this > today:
                return DayFound(trouble="future")
            days.add(this)
        elif weekday == today.weekday():
            days |= {today, today - 7 * ONE_DAY}
        else:
            days.add(_latest(weekday, today))
    return one_of(days)


def _today(_: re.Match[str], today: date) -> DayFound:
    return DayFound(day=today)


def _yesterday(_: re.Match[str], today: date) -> DayFound:
    return DayFound(day=today - ONE_DAY)


def _before_yesterday(_: re.Match[str], today: date) -> DayFound:
    return DayFound(day=today - 2 * ONE_DAY)


def _week_or_sunday(_: re.Match[str], today: date) -> DayFound:
    return one_of({today - 7 * ONE_DAY, _latest(WEEKDAYS.index("ahad"), today - ONE_DAY)})


def _future(_: re.Match[str], __: date) -> DayFound:
    return DayFound(trouble="future")


def _vague(_: re.Match[str], __: date) -> DayFound:
    return DayFound(trouble="vague")


_WD, _MONTH = "|".join(WEEKDAYS), "|".join(MONTHS)
_PART = "(?: (?:dini hari|pagi|siang|sore|malam|subuh))*"
_SPAN = "minggu|pekan|bulan|tahun"
_WEEKDAY_ALONE = re.compile(
    rf"(?<!setiap )\b(?P<night>malam )?(?P<name>{_WD})\b{_PART}(?P<this> ini\b)?(?! (?:depan|besok|nanti)\b)"
)
_RULES: tuple[tuple[re.Pattern[str], Reader], ...] = (
    (
        re.compile(
            rf"\b(?P<first>{_WD}){_PART} (?:(?P<weeks>[0-9]{{1,2}}) )?(?:minggu|pekan) (?:lalu|kemarin)\b"
            rf"|\b(?:(?P<weeks_before>[0-9]{{1,2}}) )?(?:minggu|pekan) (?:lalu|kemarin) (?:hari )?"
            rf"(?P<second>{_WD})\b"
        ),
        _weekday_of_week,
    ),
    (
        re.compile(
            r"\b(?P<count>[0-9]{1,4})(?:(?:-| atau | sampai )(?P<until>[0-9]{1,4}))? "
            r"(?:(?P<days>hari|malam|minggu|pekan) (?:lalu|kemarin|sebelumnya)"
            r"|(?P<other>jam|menit|bulan|tahun) lalu)\b"
        ),
        _ago,
    ),
    (
        re.compile(
            rf"\b(?P<night>malam )?(?P<name>{_WD}){_PART} (?:lalu|kemarin|tadi)\b"
            rf"|\bkemarin (?:hari )?(?P<night_after>malam )?(?P<name_after>{_WD})\b"
        ),
        _weekday_past,
    ),
    (
        re.compile(r"\bkemarin (?:lusa|dulu|nya)\b|\blusa kemarin\b|\bkemarinnya\b|\bselumbari\b"),
        _before_yesterday,
    ),
    (re.compile(r"(?<!beberapa )\bminggu (?:lalu|kemarin|tadi)\b"), _week_or_sunday),
    (re.compile(r"\bkemarin kemarin\b|\b(?:pekan|bulan|tahun) (?:lalu|kemarin)\b"), _vague),
    (re.compile(r"\btadi malam\b|\bmalam tadi\b|\bsemalam\b|\bkemarin\b"), _yesterday),
    (
        re.compile(
            r"\b(?:tadi|barusan)\b|(?<!sampai )\b(?:hari ini|sekarang)\b"
            r"|\b(?:pagi|siang|sore|malam|subuh) ini\b"
        ),
        _today,
    ),
    (_WEEKDAY_ALONE, _weekdays),
    (
        re.compile(
            rf"\b(?:besok|lusa|akan datang)\b|\b(?:{_SPAN}|{_WD}|[0-9]) (?:depan|besok|nanti)\b"
            rf"|\bnanti (?:pagi|siang|sore|malam)\b|\b[0-9]+ (?:hari|jam|{_SPAN}) lagi\b|^nanti$"
        ),
        _future,
    ),
    (
        re.compile(
            rf"\b(?:{_SPAN}) ini\b|\b(?:beberapa|berapa) (?:hari|malam|{_SPAN})\b|\bsetiap\b|\b(?:{_MONTH})\b"
            rf"|\b(?:awal|akhir|pertengahan|tengah) (?:{_SPAN})\b|\b(?:tempo|kapan) hari\b|\blupa\b"
            r"|\bakhir akhir ini\b|\bbelakangan\b|\b(?:sudah|udah) lama\b|\bdahulu\b|^(?:dulu|lama)$"
        ),
        _vague,
    ),
)
