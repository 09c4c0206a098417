"""A complaint to the Ombudsman: what UU 37/2008 art. 24 asks for, its life, and which office reads it."""

from __future__ import annotations

from datetime import date

import pytest

from bot.cases.admissible import is_old, lacks
from bot.cases.calendar import working_between
from bot.cases.complaint import COMPLAINT, DONE, OPEN
from bot.cases.law import Law
from bot.cases.lifecycle import Refusal, Role, Status, allowed, move
from bot.cases.region import Land
from bot.cases.routing import Case, route
from bot.cases.violation import VIOLATION

pytestmark = pytest.mark.unit

ZONE = "Asia/Makassar"
GOOD = {"prior": {"named": True, "old": False}, "standing": "direct", "court": "no"}


@pytest.mark.parametrize(
    ("day", "today", "old"),
    [
        (date(2022, 10, 17), date(2024, 10, 17), False),
        (date(2022, 10, 17), date(2024, 10, 18), True),
        (date(2024, 2, 29), date(2026, 2, 28), False),
        (date(2024, 2, 29), date(2026, 3, 1), True),
    ],
)
def test_two_years_later_it_is_still_in_time_and_the_day_after_it_is_not(
    law: Law, day: date, today: date, old: bool
) -> None:
    assert is_old(law, day, today, ZONE) is old


@pytest.mark.parametrize(
    ("changed", "missing"),
    [
        ({}, ()),
        ({"standing": "proxy"}, ()),
        ({"standing": "bystander"}, ("bystander",)),
        ({"court": "yes"}, ("court",)),
        ({"prior": {"named": True, "old": True}}, ("old",)),
        ({"prior": {"named": False}}, ("unnamed",)),
        ({"prior": {"named": False}, "complained": "no"}, ("unnamed",)),
        ({"prior": {"named": False}, "complained": "yes"}, ()),
        ({"prior": {"old": True}, "standing": "bystander", "court": "yes"}, ("old", "unnamed", "bystander", "court")),
    ],
)  # fmt: skip
def test_she_is_told_all_that_is_missing_and_nothing_else(
    changed: dict[str, object], missing: tuple[str, ...]
) -> None:
    assert lacks({**GOOD, **changed}) == missing


def test_the_silence_is_counted_in_working_days_without_holidays(law: Law) -> None:
    assert working_between(law, date(2024, 10, 17), date(2024, 10, 28)) == 7
    assert working_between(law, date(2024, 12, 24), date(2024, 12, 27)) == 1, "Christmas and the day after"
    assert working_between(law, date(2024, 10, 17), date(2024, 10, 17)) == 0


def test_the_ombudsman_of_her_province_reads_it(law: Law, land: Land) -> None:
    one = Case(COMPLAINT.kind, "handling", None)
    sent = route(law, land, one, region="74.07", audience="", staffed=lambda desk: True)
    assert (sent.desk, sent.formal_possible) == ("ombudsman:74", False)
    assert (
        route(law, land, one, region="95.01", audience="", staffed=lambda desk: True).desk == "ombudsman:91"
    )


def test_it_is_hers_at_any_moment_and_only_what_was_taken_up_has_a_result() -> None:
    for status in OPEN | DONE:
        assert move(COMPLAINT, status, "withdraw", Role.CITIZEN) is Status.WITHDRAWN
        assert move(COMPLAINT, status, "erase", Role.CITIZEN) is Status.ERASED
    assert isinstance(allowed(COMPLAINT, Status.EXAMINED, "advise", Role.OFFICER), Refusal)
    assert move(COMPLAINT, Status.ACCEPTED, "advise", Role.OFFICER) is Status.ANSWERED


def test_what_goes_against_a_report_may_be_taken_there_and_a_sanction_may_not() -> None:
    assert {Status.NOT_PURSUED, Status.CLOSED} <= VIOLATION.stands
    assert Status.SANCTIONED not in VIOLATION.stands
    assert not COMPLAINT.stands, "nobody complains of a complaint"
