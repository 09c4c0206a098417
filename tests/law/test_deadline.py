"""Deadlines: the worked examples of the law and of the words, and the edges of zones and years."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.cases.deadline import due, news_due, safest_formal_day, starting
from bot.cases.law import Law
from bot.cases.stage import stage_on

pytestmark = pytest.mark.unit

WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"


def at(day: date, hour: int = 10, zone: str = WITA) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=ZoneInfo(zone))


def test_fourteen_working_days_over_lebaran_2026_end_on_the_tenth_of_april(law: Law) -> None:
    assert due(law, "ppk", at(date(2026, 3, 13)), WITA).date() == date(2026, 4, 10)


def test_fourteen_working_days_from_the_fifth_of_november_2024_end_on_the_25th(law: Law) -> None:
    assert due(law, "ppk", at(date(2024, 11, 5)), WITA).date() == date(2024, 11, 25)


def test_working_days_cross_the_year_without_christmas_and_new_year(law: Law) -> None:
    assert due(law, "lapor_reply", at(date(2024, 12, 23)), WIB).date() == date(2025, 1, 2)


def test_voting_day_is_no_working_day_of_the_ppk(law: Law) -> None:
    assert due(law, "step", at(date(2024, 11, 26)), WITA).date() == date(2024, 11, 29)


def test_a_day_is_due_in_its_last_second_so_that_its_date_is_the_one_printed(law: Law) -> None:
    due_at = due(law, "ppk", at(date(2024, 11, 5)), WITA)
    assert due_at.isoformat() == "2024-11-25T23:59:59+08:00"
    assert due_at.astimezone(UTC).isoformat() == "2024-11-25T15:59:59+00:00"


def test_the_day_is_the_day_in_wakatobi_not_in_jakarta(law: Law) -> None:
    late = datetime(2024, 10, 16, 16, 30, tzinfo=UTC)  # 23.30 WIB on Wednesday, 00.30 WITA on Thursday
    assert news_due(law, late, WIB).date() == date(2024, 10, 23)
    assert news_due(law, late, WITA).date() == date(2024, 10, 24)
    assert news_due(law, late, WIT).date() == date(2024, 10, 24)


def test_calendar_days_count_the_leap_day(law: Law) -> None:
    assert news_due(law, at(date(2024, 2, 25)), WITA).date() == date(2024, 3, 3)
    assert news_due(law, at(date(2023, 2, 25)), WITA).date() == date(2023, 3, 4)


def test_two_years_after_a_leap_day_are_the_28th(law: Law) -> None:
    assert due(law, "ombudsman_age", at(date(2024, 2, 29)), WITA).date() == date(2026, 2, 28)
    assert due(law, "ombudsman_age", at(date(2024, 10, 16)), WITA).date() == date(2026, 10, 16)


def test_hours_are_hours_on_holidays_too(law: Law) -> None:
    start = at(date(2026, 3, 20), 21)
    assert due(law, "data_copy", start, WITA) == start + timedelta(hours=72)
    assert due(law, "data_copy", start, WITA).isoformat() == "2026-03-23T21:00:00+08:00"


def test_a_start_without_a_zone_is_refused(law: Law) -> None:
    with pytest.raises(ValueError, match="aware"):
        due(law, "news", datetime(2024, 10, 16), WITA)  # noqa: DTZ001


def test_what_was_seen_on_tuesday_is_safe_until_monday_at_four(law: Law) -> None:
    safe = safest_formal_day(law, date(2024, 10, 15), WITA)
    assert safe is not None
    assert safe.isoformat() == "2024-10-21T16:00:00+08:00"


@pytest.mark.parametrize(
    ("learned", "safe"),
    [
        (date(2024, 10, 14), "2024-10-18T16:30:00+08:00"),  # the seventh is a Sunday: Friday, half past four
        (date(2024, 10, 13), "2024-10-18T16:30:00+08:00"),  # a Saturday
        (date(2024, 10, 12), "2024-10-18T16:30:00+08:00"),  # a Friday
        (date(2024, 11, 21), "2024-11-26T16:00:00+08:00"),  # voting day: the day before
        (date(2024, 2, 23), "2024-02-29T16:00:00+08:00"),  # the leap day itself
    ],
)
def test_a_closed_last_day_moves_earlier(law: Law, learned: date, safe: str) -> None:
    found = safest_formal_day(law, learned, WITA)
    assert found is not None
    assert found.isoformat() == safe


def test_when_the_office_is_closed_all_seven_days_nothing_safe_is_said(law: Law) -> None:
    assert safest_formal_day(law, date(2026, 3, 18), WITA) is None
    assert safest_formal_day(law, date(2026, 3, 17), WITA) == at(date(2026, 3, 17), 16)


def test_the_safe_moment_never_lies_beyond_the_law_of_either_election(law: Law) -> None:
    for n in range(800):
        learned = date(2023, 11, 28) + timedelta(n)
        safe = safest_formal_day(law, learned, WITA)
        assert safe is None or safe <= due(law, "formal_pilkada", at(learned), WITA)
        assert safe is None or safe <= due(law, "formal_pemilu", at(learned), WITA)


def test_news_of_a_report_filed_on_wednesday_comes_by_the_next_wednesday(law: Law) -> None:
    assert news_due(law, at(date(2024, 10, 16), 19), WITA).date() == date(2024, 10, 23)


def test_the_card_of_a_thursday_is_read_by_friday_and_moves_by_monday(law: Law) -> None:
    thursday = at(date(2024, 10, 17))
    assert due(law, "read", thursday, WITA).date() == date(2024, 10, 18)
    assert due(law, "step", thursday, WITA).date() == date(2024, 10, 21)
    assert due(law, "answer", thursday, WITA).date() == date(2024, 10, 21)


def test_a_closed_case_may_be_objected_to_for_thirty_days(law: Law) -> None:
    assert due(law, "objection", at(date(2024, 11, 27)), WITA).date() == date(2024, 12, 27)


@pytest.mark.parametrize(
    ("day", "clocks"),
    [
        (date(2024, 1, 10), ["decision_pemilu", "news"]),
        (date(2024, 10, 16), ["decision_pilkada", "news"]),
        (date(2026, 11, 22), ["news"]),
    ],
)
def test_a_clock_of_one_election_starts_only_in_its_stages(law: Law, day: date, clocks: list[str]) -> None:
    found = starting(law, ("decision_pemilu", "decision_pilkada", "news"), stage_on(law.calendar, day))
    assert [clock.id for clock in found] == clocks


def test_a_promise_of_ours_is_never_called_a_legal_limit(law: Law) -> None:
    ours = [clock for clock in law.clocks.rows if clock.source.startswith("our ")]
    assert {clock.promise for clock in ours} == {"target"}
    assert {clock.ref for clock in ours} == {""}


def test_every_clock_of_the_domain_table_is_there(law: Law) -> None:
    refs = {clock.ref for clock in law.clocks.rows}
    wanted = "B1 B2 B3 B4 B5 B6 B8 B9 N1 N2 N4 P1 L1 L2 L3 L4 O1 O2 O3 O4 O5 D1 D2 D3 D4"
    assert set(wanted.split()) <= refs
