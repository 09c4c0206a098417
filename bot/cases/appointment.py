"""Which moments an officer proposes for a call: "besok 10.00, Kamis 24 Okt jam 2 siang".

1. Pieces stand between commas, semicolons, lines or "atau". A piece without a time belongs to the next ("Kamis, 24
   Oktober 14.00"); one without a day is on the day of the one before ("besok 10.00 atau 14.00").
2. Each is one moment on the wall clock there. A day without a year is the next such day.
3. What cannot be is named: past, at night, not at a full or half hour, too far, too many, a weekday that does not fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal

from bot.cases.day_words import MONTHS, WEEKDAYS, plain

Trouble = Literal["none", "past", "night", "half", "far", "many", "weekday", "impossible"]
MOST = 3
"""Times of one proposal."""
MINUTES = 30
"""How long a call is: times stand at full and half hours, so that two of them overlap only where they are the same."""
FURTHEST = timedelta(days=60)
FIRST, LAST = time(8, 30), time(19, 30)
"""Nobody is called at night, nor reminded; and what she calls off at night is read at eight, before the first call."""
NOON = 12
OFFICE = 7
"""An hour before this, without a word for the part of the day, is one of the afternoon: "jam 2"."""


WRITTEN = "%Y%m%dT%H%M"
"""A time as its key, in UTC: `20241017T0200`."""


def key_of(at: datetime) -> str:
    """`at` is aware."""
    return at.astimezone(UTC).strftime(WRITTEN)


def moment_of(key: str) -> datetime:
    """ValueError: not the key of a time."""
    return datetime.strptime(key, WRITTEN).replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Times:
    """The moments, aware, in order; or what is wrong with one of them."""

    times: tuple[datetime, ...] = ()
    trouble: Trouble | Literal[""] = ""


def understand_times(text: str, now: datetime) -> Times:
    """`now` is aware, in the zone of the place. Reads at most 400 characters; never raises."""
    found: list[datetime] = []
    day: date | None = None
    for piece in _pieces(text[:400]):
        moment = _moment(piece, day, now)
        if not isinstance(moment, datetime):
            return Times(trouble=moment)
        day = moment.date()
        found.append(moment)
    unique = tuple(sorted(set(found)))
    if len(unique) > MOST:
        return Times(trouble="many")
    return Times(unique) if unique else Times(trouble="none")


def meant(text: str, times: Sequence[datetime], now: datetime) -> datetime | None:
    """The one of `times` that is named by its day or hour: "yang Senin", "besok jam 10 saja".

    None where it may be another, and where more is said than that: "Senin saya tidak bisa". `now` is aware, in the zone
    of the place.
    """
    said = re.findall(r"[a-z]+", text[:100].lower())
    line = plain(text[:100])
    match, named = _TIME.search(line), _WEEKDAY.search(line)
    clock = _clock(match) if match else None
    rest = line[: match.start()] + line[match.end() :] if match else line
    day = _dated(rest, now.date())
    if not (clock or named or isinstance(day, date)) or any(word not in _MEANS for word in said):
        return None
    local = {one.astimezone(now.tzinfo): one for one in times}
    fits = [
        one for at, one in local.items()
        if (clock is None or at.time() == clock)
        and (named is None or at.weekday() == WEEKDAYS.index(named["name"]))
        and (day is None or at.date() == day)
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _pieces(text: str) -> list[str]:
    """Plain lines, each with one time in it; a last one without a time stands as it is."""
    joined: list[str] = []
    waiting = ""
    for part in re.split(r"[,;\n]|\batau\b|\bor\b", text, flags=re.IGNORECASE):
        line = f"{waiting} {plain(part)}".strip()
        if line and _TIME.search(line) is None:
            waiting = line
        elif line:
            joined.append(line)
            waiting = ""
    return joined + ([waiting] if waiting else [])


def _moment(line: str, before: date | None, now: datetime) -> datetime | Trouble:
    match = _TIME.search(line)
    if match is None:
        return "none"
    clock = _clock(match)
    rest = line[: match.start()] + line[match.end() :]
    day = _day(rest, now.date()) or (before if not rest.strip() else None)
    if clock is None or day is None:
        return "none" if clock is not None else "impossible"
    if not isinstance(day, date):
        return day
    moment = datetime.combine(day, clock, now.tzinfo)
    if moment <= now:
        return "past"
    if moment - now > FURTHEST:
        return "far"
    if not FIRST <= clock <= LAST:
        return "night"
    return "half" if clock.minute % MINUTES else moment


def _clock(match: re.Match[str]) -> time | None:
    hour, minute = int(match["hour"] or match["hour_said"] or match["hour_of"]), int(match["minute"] or 0)
    part = match["part"] or match["part_said"] or match["part_of"] or ""
    if hour < NOON and (part in _AFTERNOON or (not part and hour < OFFICE)):
        hour += NOON
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _day(rest: str, today: date) -> date | Trouble | None:
    """The day in `rest`; a weekday beside a date has to fit it. None: no day is named."""
    dated = _dated(rest, today)
    named = _WEEKDAY.search(rest)
    if named is None or not isinstance(dated, (date, type(None))):
        return dated
    weekday = WEEKDAYS.index(named["name"])
    if dated is not None:
        return dated if dated.weekday() == weekday else "weekday"
    if named["week"]:
        monday = today - timedelta(days=today.weekday()) + timedelta(days=7)
        return monday + timedelta(days=weekday)
    return today + timedelta(days=(weekday - today.weekday()) % 7 or 7)


def _dated(rest: str, today: date) -> date | Trouble | None:
    for word, ahead in _AHEAD.items():
        if re.search(rf"\b{word}\b", rest):
            return today + timedelta(days=ahead)
    for pattern in _DATES:
        match = pattern.search(rest)
        if match is not None:
            said = match.groupdict()
            month = said.get("named")
            number = MONTHS.index(month) + 1 if month else int(said.get("month") or 0)
            return _next(int(said["day"]), number, int(said.get("year") or 0), today)
    return None


def _next(day: int, month: int, year: int, today: date) -> date | Trouble:
    """The day so written; without a year or month the next one that there is."""
    years = [year + 2000 if year < 100 else year] if year else [today.year, today.year + 1]
    months = [month] if month else [today.month, today.month % 12 + 1]
    found = []
    for one in years:
        for number in months:
            try:
                found.append(date(one, number, day))
            except ValueError:
                continue
    coming = sorted(one for one in found if one >= today)
    return coming[0] if coming else "past" if found else "impossible"


_AFTERNOON = frozenset({"siang", "sore", "malam", "pm"})
_PART = "pagi|siang|sore|malam|am|pm"
_TIME = re.compile(
    rf"(?:\b(?:jam|pukul) )?(?<![0-9/.:-])\b(?P<hour>[0-9]{{1,2}})(?:"
    rf"[.:](?P<minute>[0-9]{{2}})(?![0-9.:/-])(?: (?P<part>{_PART}))?)"
    rf"|\b(?:jam|pukul) (?P<hour_said>[0-9]{{1,2}})(?![0-9.:/-])(?: (?P<part_said>{_PART}))?"
    rf"|(?<![0-9/.:-])\b(?P<hour_of>[0-9]{{1,2}}) (?P<part_of>{_PART})\b"
)
_MONTH, _WD = "|".join(MONTHS), "|".join(WEEKDAYS)
_WEEKDAY = re.compile(rf"\b(?P<name>{_WD})\b(?P<week> (?:minggu|pekan) depan\b)?")
_MEANS = frozenset(
    """yang hari jam pukul tgl tanggal saja aja bisa oke ok ya baik pilih mau ini itu pagi siang sore malam wib wita wit
    besok lusa nanti sekarang minggu pekan depan the on at am pm please yes today tomorrow monday tuesday wednesday
    thursday friday saturday sunday jum""".split()
) | {*WEEKDAYS, *MONTHS, *(month[:3] for month in MONTHS)}
"""Words of an answer that names a time and says nothing else."""
_AHEAD = {"hari ini": 0, "sekarang": 0, "nanti": 0, "besok": 1, "lusa": 2}
_DATES = (
    re.compile(r"\b(?P<year>2[0-9]{3})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})\b"),
    re.compile(r"\b(?P<day>[0-9]{1,2})[/-](?P<month>[0-9]{1,2})(?:[/-](?P<year>2[0-9]{3}|[0-9]{2}))?\b"),
    re.compile(rf"\b(?P<day>[0-9]{{1,2}}) (?P<named>{_MONTH})\b(?: (?P<year>2[0-9]{{3}}))?"),
    re.compile(rf"\b(?P<named>{_MONTH}) (?:tanggal )?(?P<day>[0-9]{{1,2}})\b(?: (?P<year>2[0-9]{{3}}))?"),
    re.compile(r"\btanggal (?P<day>[0-9]{1,2})\b"),
)
