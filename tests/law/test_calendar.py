"""Days: stages of elections, working days, office hours."""

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.cases.calendar import after_working, office, working
from bot.cases.law import FOLDER, Law, load_law
from bot.cases.stage import stage_on

pytestmark = pytest.mark.unit

WAKATOBI, BANGKA, PANGKALPINANG = "74.07", "19.01", "19.71"


@pytest.mark.parametrize(
    ("day", "election", "stage"),
    [
        (date(2022, 6, 13), "", ""),
        (date(2022, 6, 14), "pemilu-2024", "preparation"),
        (date(2023, 11, 27), "pemilu-2024", "nomination"),
        (date(2023, 11, 28), "pemilu-2024", "campaign"),
        (date(2024, 2, 10), "pemilu-2024", "campaign"),
        (date(2024, 2, 11), "pemilu-2024", "quiet"),
        (date(2024, 2, 13), "pemilu-2024", "quiet"),
        (date(2024, 2, 14), "pemilu-2024", "voting"),
        (date(2024, 3, 20), "pemilu-2024", "count"),
        (date(2024, 3, 21), "pilkada-2024", "preparation"),
        (date(2024, 8, 24), "pilkada-2024", "nomination"),
        (date(2024, 9, 24), "pilkada-2024", "nomination"),
        (date(2024, 9, 25), "pilkada-2024", "campaign"),
        (date(2024, 10, 16), "pilkada-2024", "campaign"),
        (date(2024, 11, 23), "pilkada-2024", "campaign"),
        (date(2024, 11, 24), "pilkada-2024", "quiet"),
        (date(2024, 11, 26), "pilkada-2024", "quiet"),
        (date(2024, 11, 27), "pilkada-2024", "voting"),
        (date(2024, 11, 28), "pilkada-2024", "count"),
        (date(2024, 12, 16), "pilkada-2024", "count"),
        (date(2024, 12, 17), "pilkada-2024", "result"),
        (date(2025, 2, 20), "pilkada-2024", "result"),
        (date(2025, 2, 21), "", ""),
        (date(2026, 11, 22), "", ""),
    ],
)
def test_a_day_stands_in_one_stage_or_off_season(law: Law, day: date, election: str, stage: str) -> None:
    found = stage_on(law.calendar, day, WAKATOBI)
    assert (found.election, found.key) == (election, stage) if found else not stage


def test_no_day_of_2024_is_off_season(law: Law) -> None:
    days = (date(2024, 1, 1) + timedelta(n) for n in range(366))
    assert all(stage_on(law.calendar, day) for day in days)


def test_a_repeated_election_runs_only_where_it_is_repeated(law: Law) -> None:
    day = date(2025, 8, 1)
    bangka = stage_on(law.calendar, day, BANGKA)
    assert bangka is not None
    assert (bangka.kind, bangka.key) == ("pilkada", "campaign")
    assert stage_on(law.calendar, day, WAKATOBI) is None
    assert stage_on(law.calendar, day) is None


def test_a_stage_of_a_province_holds_in_its_kabupaten_and_nowhere_else(tmp_path: Path) -> None:
    for file in FOLDER.glob("*.toml"):
        text = file.read_text("utf-8")
        (tmp_path / file.name).write_text(
            text.replace('regions = ["19.01", "19.71"]', 'regions = ["7"]'), "utf-8"
        )
    assert stage_on(load_law(tmp_path).calendar, date(2025, 8, 1), WAKATOBI) is None
    for file in FOLDER.glob("*.toml"):
        text = file.read_text("utf-8")
        (tmp_path / file.name).write_text(
            text.replace('regions = ["19.01", "19.71"]', 'regions = ["74"]'), "utf-8"
        )
    assert stage_on(load_law(tmp_path).calendar, date(2025, 8, 1), WAKATOBI) is not None


def test_the_elections_to_come_have_a_year_and_no_day_yet(law: Law) -> None:
    coming = {election.key: (election.year, election.voting) for election in law.calendar.elections[-2:]}
    assert coming == {"pemilu-2029": (2029, None), "pilkada-2031": (2031, None)}


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2024, 10, 19), False),  # Saturday
        (date(2024, 10, 21), True),
        (date(2024, 11, 27), False),  # voting
        (date(2024, 12, 25), False),  # Christmas
        (date(2024, 12, 26), False),  # cuti bersama
        (date(2026, 3, 17), True),
        (date(2026, 3, 18), False),  # Nyepi, cuti bersama
        (date(2026, 3, 24), False),  # Idul Fitri, cuti bersama
        (date(2026, 3, 25), True),
    ],
)
def test_cuti_bersama_is_no_working_day(law: Law, day: date, works: bool) -> None:
    assert working(law, day) is works


def test_a_local_day_off_holds_only_there(law: Law) -> None:
    day = date(2025, 8, 27)
    assert not working(law, day, PANGKALPINANG)
    assert working(law, day, BANGKA)


def test_the_calendar_may_take_a_holiday_away(tmp_path: Path) -> None:
    for file in FOLDER.glob("*.toml"):
        (tmp_path / file.name).write_text(file.read_text("utf-8"), "utf-8")
    with (tmp_path / "calendar.toml").open("a", encoding="utf-8") as file_:
        file_.write('[[dayoff]]\nday = 2026-03-18\noff = false\nname = "dibatalkan"\nsource = "a test"\n')
    law = load_law(tmp_path)
    assert working(law, date(2026, 3, 18))
    assert after_working(law, date(2026, 3, 13), 14) == date(2026, 4, 9)


def test_working_days_after_a_weekend_begin_on_monday(law: Law) -> None:
    assert after_working(law, date(2024, 10, 19), 1) == date(2024, 10, 21)


def test_each_working_day_more_is_a_later_day(law: Law) -> None:
    days = [after_working(law, date(2026, 12, 1), n) for n in range(1, 40)]
    assert all(one < two for one, two in pairwise(days))
    assert all(working(law, day) for day in days)


def test_the_office_closes_at_four_and_on_fridays_half_an_hour_later(law: Law) -> None:
    closes = {}
    for day in (date(2024, 10, 17), date(2024, 10, 18), date(2024, 10, 19)):
        hours = office(law, day)
        closes[day.isoweekday()] = hours and hours.closes.isoformat("minutes")
    assert closes == {4: "16:00", 5: "16:30", 6: None}
