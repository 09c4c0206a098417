"""Where the calendar ends: said while there is time to write on, and no sooner."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.cases.calendar import after_working, collective
from bot.cases.horizon import AHEAD, lacking
from bot.cases.law import Law
from bot.cases.stage import DayOff, Stage

pytestmark = pytest.mark.unit

LEAVE = "the collective leave (cuti bersama) of 2028"
STAGES = "election pemilu-2029 has no stages"
TO_LIVE = "before its voting"


def told(law: Law, day: date, *starts: str) -> list[bool]:
    return [any(start in sentence for sentence in lacking(law, day)) for start in starts]


def with_days(law: Law, *days: DayOff) -> Law:
    return replace(law, calendar=replace(law.calendar, daysoff=(*law.calendar.daysoff, *days)))


def with_stage(law: Law, election: str, key: str, first: date, last: date) -> Law:
    stage = Stage(election, "pemilu", key, first, last, (), "a test", "")
    return replace(law, calendar=replace(law.calendar, stages=(*law.calendar.stages, stage)))


@pytest.mark.parametrize(
    ("day", "leave", "stages"),
    [
        (date(2026, 11, 26), False, False),
        (date(2026, 12, 31), False, False),
        (date(2027, 1, 1), False, True),
        (date(2027, 9, 2), False, True),
        (date(2027, 9, 3), True, True),
        (date(2028, 6, 1), True, True),
    ],
)
def test_what_is_missing_is_said_when_it_is_near_and_not_before(
    law: Law, day: date, leave: bool, stages: bool
) -> None:
    """The library knows the leave of 2027, and will know more as it grows: then these days are to be moved on."""
    assert collective(law, 2027)
    assert not collective(law, 2028), "the library knows more than it did: move this test on by a year"
    assert told(law, day, LEAVE, STAGES) == [leave, stages]


def test_a_year_is_known_once_its_days_are_written_in_and_a_local_day_is_not_enough(law: Law) -> None:
    day = DayOff(date(2028, 2, 29), True, "Cuti Bersama Idul Fitri", (), "a test")
    in_2027 = date(2027, 12, 1)
    assert told(with_days(law, replace(day, regions=("74",))), in_2027, LEAVE) == [True]
    assert told(with_days(law, replace(day, off=False)), in_2027, LEAVE) == [True]
    written = with_days(law, day)
    assert told(written, in_2027, LEAVE) == [False]
    assert after_working(written, date(2028, 2, 28), 1) == after_working(
        law, date(2028, 2, 28), 1
    ) + timedelta(1)


def test_stages_that_end_before_the_voting_are_said_before_they_end(law: Law) -> None:
    begun = with_stage(law, "pemilu-2029", "preparation", date(2027, 6, 1), date(2028, 6, 30))
    near = date(2028, 6, 30) - AHEAD + timedelta(1)
    assert told(begun, near - timedelta(1), STAGES, TO_LIVE) == [False, False]
    assert told(begun, near, STAGES, TO_LIVE) == [False, True]
    whole = with_stage(begun, "pemilu-2029", "voting", date(2029, 2, 14), date(2029, 2, 14))
    assert told(whole, near, STAGES, TO_LIVE) == [False, False]
    assert told(whole, date(2028, 12, 1), "pemilu-2029") == [False]


def test_no_election_to_come_is_said(law: Law) -> None:
    assert told(law, date(2032, 1, 1), "no election after pilkada-2031 is in it") == [True]
    empty = replace(law, calendar=replace(law.calendar, elections=()))
    assert told(empty, date(2026, 11, 26), "no election is in it") == [True]


def test_the_sight_is_as_long_as_the_longest_clock_of_working_days(law: Law) -> None:
    longest = max(clock.amount for clock in law.clocks.rows if clock.unit == "working")
    starts = [date(2026, 1, 1) + timedelta(n) for n in range(0, 365, 7)]
    assert max(after_working(law, day, longest) - day for day in starts) <= AHEAD
