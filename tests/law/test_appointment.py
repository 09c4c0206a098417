"""Times that officers write, on Wednesday 16 October 2024 at 09.10 in Wakatobi."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.appointment import MOST, meant, understand_times

pytestmark = pytest.mark.unit

WITA = ZoneInfo("Asia/Makassar")
NOW = datetime(2024, 10, 16, 9, 10, tzinfo=WITA)


def read(text: str) -> list[str]:
    found = understand_times(text, NOW)
    assert found.trouble == "", found
    return [one.strftime("%m-%d %H.%M") for one in found.times]


@pytest.mark.parametrize(
    ("written", "times"),
    [
        ("besok 10.00", ["10-17 10.00"]),
        ("bsk jam 10", ["10-17 10.00"]),
        ("Kamis 24 Okt 14.00", ["10-24 14.00"]),
        ("Kamis, 24 Oktober 2024 pukul 14.00", ["10-24 14.00"]),
        ("besok 10.00, Kamis 24 Okt 14.00, lusa jam 2 siang", ["10-17 10.00", "10-18 14.00", "10-24 14.00"]),
        ("besok 10.00 atau 14.30", ["10-17 10.00", "10-17 14.30"]),
        ("besok\n10:00; 13:30", ["10-17 10.00", "10-17 13.30"]),
        ("Senin 9 pagi", ["10-21 09.00"]),
        ("Senin depan 09.00", ["10-21 09.00"]),
        ("Kamis minggu depan 10.00", ["10-24 10.00"]),
        ("Rabu 10.00", ["10-23 10.00"]),
        ("hari ini jam 3 sore", ["10-16 15.00"]),
        ("hari ini 15.00", ["10-16 15.00"]),
        ("24/10 jam 10", ["10-24 10.00"]),
        ("2024-10-24 10.00", ["10-24 10.00"]),
        ("tgl 24 jam 10", ["10-24 10.00"]),
        ("tgl 2 jam 10", ["11-02 10.00"]),
        ("jam 2 besok", ["10-17 14.00"]),
        ("tomorrow 10 am, Thu Oct 24 2 pm", ["10-17 10.00", "10-24 14.00"]),
        ("besok 10.00, besok 10.00", ["10-17 10.00"]),
    ],
)
def test_as_people_write_them(written: str, times: list[str]) -> None:
    assert read(written) == times


@pytest.mark.parametrize(
    ("written", "trouble"),
    [
        ("", "none"),
        ("kapan saja", "none"),
        ("besok", "none"),
        ("10.00", "none"),
        ("besok 10.00, lusa", "none"),
        ("hari ini 08.00", "past"),
        ("1 Oktober 2024 10.00", "past"),
        ("besok jam 9 malam", "night"),
        ("besok 06.30 am", "night"),
        ("besok 08.00", "night"),
        ("besok 10.15", "half"),
        ("besok 25.00", "impossible"),
        ("31 Februari 10.00", "impossible"),
        ("Senin 24 Oktober 10.00", "weekday"),
        ("24 Februari 10.00", "far"),
        ("besok 08.30, 09.00, 10.00, 11.00", "many"),
    ],
)
def test_what_cannot_be_is_named(written: str, trouble: str) -> None:
    found = understand_times(written, NOW)
    assert (found.times, found.trouble) == ((), trouble)


@pytest.mark.parametrize(
    ("said", "time"),
    [
        ("yang Senin", "10-21 09.00"), ("Senin aja ya", "10-21 09.00"), ("jam 9 pagi", "10-21 09.00"),
        ("besok jam 10", "10-17 10.00"), ("21 Oktober", "10-21 09.00"), ("tomorrow", None), ("besok", None),
        ("besok jam 2 siang", "10-17 14.00"), ("Senin saya tidak bisa", None), ("jangan Senin", None),
        ("besok atau Senin", None), ("Selasa", None), ("10", None), ("", None), ("terserah", None),
    ],
)  # fmt: skip
def test_one_of_those_offered_is_meant_where_nothing_else_can_be(said: str, time: str | None) -> None:
    offered = understand_times("besok 10.00, besok 14.00, Senin 9 pagi", NOW).times
    found = meant(said, offered, NOW)
    assert (f"{found:%m-%d %H.%M}" if found else None) == time


def test_the_wall_clock_is_that_of_the_place() -> None:
    jayapura = NOW.astimezone(ZoneInfo("Asia/Jayapura"))
    (moment,) = understand_times("besok 10.00", jayapura).times
    assert moment.isoformat() == "2024-10-17T10:00:00+09:00"


@given(st.text(max_size=500))
def test_whatever_is_written_is_times_to_come_or_one_trouble(text: str) -> None:
    found = understand_times(text, NOW)
    assert bool(found.times) != bool(found.trouble)
    assert len(found.times) <= MOST
    assert all(one > NOW and one.minute in (0, 30) for one in found.times)
