"""What people answer to "Kapan Anda melihatnya?", and the day it means: `days.txt`, row by row.

Wednesday 16 October 2024, unless a row says otherwise. `a / b` is a choice; `-` is not understood.
"""

from __future__ import annotations

import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.day import DayFound, understand_day
from bot.cases.day_words import LONGEST, MONTHS, WEEKDAYS

pytestmark = pytest.mark.unit

WEDNESDAY = date(2024, 10, 16)

GOLDEN = Path(__file__).with_name("days.txt")


def cases() -> list[tuple[str, date, DayFound]]:
    rows = []
    for line in GOLDEN.read_text("utf-8").splitlines():
        text, said = line.split(" | ")
        said, _, day = said.partition(" @ ")
        rows.append((text, date.fromisoformat(day) if day else WEDNESDAY, expected(said)))
    return rows


def expected(said: str) -> DayFound:
    if said == "-":
        return DayFound()
    said, _, end = said.partition(" end ")
    if not said[0].isdigit():
        return DayFound(trouble=said)  # type: ignore[arg-type]
    days = tuple(date.fromisoformat(one) for one in said.split(" / "))
    if end:
        return DayFound(choices=days, trouble="impossible", month_end=date.fromisoformat(end))
    return DayFound(day=days[0]) if len(days) == 1 else DayFound(choices=days)


@pytest.mark.parametrize(("text", "today", "found"), cases(), ids=[text for text, _, _ in cases()])
def test_a_day_is_understood_as_people_say_it(text: str, today: date, found: DayFound) -> None:
    assert understand_day(text, today) == found


DAYS = st.dates(min_value=date(2020, 1, 1), max_value=date(2040, 12, 31))
PIECES = """
minggu pekan bulan tahun hari lalu kemarin tadi malam besok lusa tanggal tgl dua belas puluh se last next ago week
day the 31 29 0 13 2024 99 / - . : ' 31/2/2024 2023-02-29 1/1/00 atau sampai ini setiap 9999 \u0663 \uff11\uff12
"""
PHRASES = st.sampled_from([*MONTHS, *WEEKDAYS, *PIECES.split()])


@given(st.text(max_size=300), DAYS)
def test_no_text_breaks_the_understanding(text: str, today: date) -> None:
    understand_day(text, today)


@given(st.lists(PHRASES, max_size=12).map(" ".join) | st.lists(PHRASES, max_size=8).map("".join), DAYS)
def test_whatever_is_found_has_happened_and_is_one_thing(text: str, today: date) -> None:
    found = understand_day(text, today)
    trouble = found.trouble is not None and found.month_end is None
    assert sum([found.day is not None, bool(found.choices), trouble]) <= 1
    assert all(day <= today for day in (found.day, *found.choices) if day)
    assert list(found.choices) == sorted(set(found.choices))
    assert bool(found) == (found != DayFound())
    if found.month_end:
        assert (bool(found.choices), found.trouble) == (True, "impossible")


@given(DAYS, st.integers(0, 3_000), st.sampled_from(["/", "-", "."]))
def test_a_full_date_is_itself_however_it_is_written(today: date, back: int, dot: str) -> None:
    day = today - timedelta(days=back)
    month = MONTHS[day.month - 1]
    weekday = {"ahad": "Minggu"}.get(WEEKDAYS[day.weekday()], WEEKDAYS[day.weekday()])
    for text in (
        f"{day.day}{dot}{day.month}{dot}{day.year}",
        day.isoformat(),
        f"{day.day} {month} {day.year}",
        f"{weekday}, {day.day} {month.title()} {day.year}",
        f"saya lihat tgl {day.day:02} {month[:3]} {day.year} pagi",
    ):
        assert understand_day(text, today) == DayFound(day=day)


@given(DAYS, st.integers(0, 180))
def test_without_a_year_the_latest_such_day_is_meant(today: date, back: int) -> None:
    day = today - timedelta(days=back)
    assert understand_day(f"{day.day} {MONTHS[day.month - 1]}", today) == DayFound(day=day)


@given(st.integers(0, 99_999))
def test_a_number_by_itself_is_never_a_date(number: int) -> None:
    assert not understand_day(str(number), WEDNESDAY)


def test_a_wall_of_text_is_read_in_a_moment() -> None:
    started = time.perf_counter()
    for piece in (
        "1",
        "1 ",
        "1/",
        "16 oktober ",
        "senin ",
        "malam ",
        "hari ",
        "a",
        " ",
        "kemarin lusa ",
        "2-3 hari ",
        "dua puluh ",
        "ﷺ",
    ):
        understand_day(piece * 20_000, WEDNESDAY)
    assert time.perf_counter() - started < 2


def test_what_stands_after_four_thousand_characters_is_not_read() -> None:
    assert understand_day("x " * (LONGEST // 2) + "kemarin", WEDNESDAY) == DayFound()
