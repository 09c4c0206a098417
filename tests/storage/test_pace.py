"""A rate is kept to the microsecond, however many share it; the clock is turned by hand."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from storage import pace
from storage.database import Database
from storage.pace import Rate
from tests.storage.clock import Clock

SECOND = timedelta(seconds=1)
ZERO = timedelta(0)


def allow(database: Database, rate: Rate, cost: int = 1, name: str = "sari") -> timedelta:
    with database.transaction() as db:
        return pace.allow(db, name, rate, database.now(), cost=cost)


def test_a_burst_may_happen_at_once_and_then_one_each_time(database: Database, clock: Clock) -> None:
    rate = Rate(SECOND, burst=3)
    assert [allow(database, rate) for _ in range(3)] == [ZERO] * 3
    assert allow(database, rate) == SECOND
    clock.turn(seconds=0.999999)
    assert allow(database, rate) == timedelta(microseconds=1)
    clock.turn(microseconds=1)
    assert allow(database, rate) == ZERO
    assert allow(database, rate) == SECOND


def test_what_is_refused_is_not_counted(database: Database, clock: Clock) -> None:
    rate = Rate(SECOND)
    allow(database, rate)
    for _ in range(9):
        assert allow(database, rate) == SECOND
    clock.turn(seconds=1)
    assert allow(database, rate) == ZERO


def test_after_a_long_rest_there_is_one_burst_and_no_more(database: Database, clock: Clock) -> None:
    rate = Rate(SECOND, burst=2)
    allow(database, rate)
    clock.turn(days=3)
    assert [allow(database, rate) for _ in range(3)] == [ZERO, ZERO, SECOND]


def test_a_cost_of_several_takes_several(database: Database, clock: Clock) -> None:
    rate = Rate(SECOND, burst=5)
    assert allow(database, rate, cost=3) == ZERO
    assert allow(database, rate, cost=3) == SECOND
    assert allow(database, rate, cost=2) == ZERO
    clock.turn(seconds=2.5)
    assert allow(database, rate, cost=3) == timedelta(seconds=0.5)


def test_a_cost_that_could_never_happen_is_a_mistake(database: Database) -> None:
    for cost in (0, 4):
        with pytest.raises(ValueError, match="burst"):
            allow(database, Rate(SECOND, burst=3), cost=cost)


def test_a_rate_without_time_or_burst_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="rate"):
        Rate(ZERO)
    with pytest.raises(ValueError, match="rate"):
        Rate(SECOND, burst=0)


def test_each_name_has_its_own(database: Database) -> None:
    assert allow(database, Rate(SECOND), name="sari") == ZERO
    assert allow(database, Rate(SECOND), name="joko") == ZERO


def test_room_is_what_may_happen_now(database: Database, clock: Clock) -> None:
    rate = Rate(SECOND / 25, burst=5)
    with database.transaction() as db:
        assert pace.room(db, "out", rate, clock.at) == 5
        pace.spend(db, "out", rate, 4, clock.at)
        assert pace.room(db, "out", rate, clock.at) == 1
        pace.spend(db, "out", rate, 1, clock.at)
        assert pace.room(db, "out", rate, clock.at) == 0
        assert pace.wait(db, "out", rate, clock.at) == SECOND / 25
        clock.turn(milliseconds=79)
        assert pace.room(db, "out", rate, clock.at) == 1
        assert pace.wait(db, "out", rate, clock.at) == ZERO


def test_nothing_happens_while_frozen_and_then_one_by_one(database: Database, clock: Clock) -> None:
    rate = Rate(SECOND, burst=5)
    with database.transaction() as db:
        pace.freeze(db, "out", rate, clock.at + timedelta(seconds=30))
        pace.freeze(db, "out", rate, clock.at + timedelta(seconds=10))
        assert pace.wait(db, "out", rate, clock.at) == timedelta(seconds=30)
        clock.turn(seconds=29)
        assert pace.room(db, "out", rate, clock.at) == 0
        clock.turn(seconds=1)
        assert pace.room(db, "out", rate, clock.at) == 1


def test_full_buckets_are_forgotten_after_a_day(database: Database, clock: Clock) -> None:
    allow(database, Rate(SECOND))
    with database.transaction() as db:
        assert pace.prune(db, clock.turn(hours=24)) == 0
        assert pace.prune(db, clock.turn(seconds=2)) == 1


@given(
    some.integers(1, 5),
    some.lists(some.integers(0, 3_000_000), min_size=1, max_size=60),
)
def test_no_stretch_of_time_holds_more_than_its_rate(burst: int, gaps: list[int]) -> None:
    """`hold` paces lanes by the same rule: in any stretch, its length over `per`, and the burst."""
    clock = Clock()
    rate = Rate(SECOND, burst)
    held, happened = clock.at - timedelta(days=1), []
    for gap in gaps:
        clock.turn(microseconds=gap)
        if held <= clock.at:
            happened.append(clock.at)
            held = rate.hold(held, clock.at)
    for first, start in enumerate(happened):
        for last in range(first, len(happened)):
            stretch = happened[last] - start
            assert last - first + 1 <= stretch / SECOND + burst
    if len(gaps) > burst and not any(gaps[1:]):
        assert len(happened) == burst
