"""The try-out's clock: where a press takes it, that every skipped morning is lived through, and that it goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from handlers.house import House
from handlers.settings import Settings
from handlers.stores import Stores
from handlers.tryout.cast import ZONE
from handlers.tryout.clock import BEGINS, Clock, stops
from handlers.tryout.house import own, tried
from storage import deadlines
from tests.filed import file_report
from tests.talking import library

WITA = ZoneInfo(ZONE)
NOW = datetime(2026, 11, 26, 3, tzinfo=UTC)


def at(day: int, hour: int, minute: int = 0, month: int = 10) -> datetime:
    return datetime(2024, month, day, hour, minute, tzinfo=WITA)


def goes(move: str, start: datetime) -> list[datetime]:
    return list(stops(library().law, move, start.astimezone(UTC), NOW))


@pytest.mark.parametrize(
    ("start", "ends"),
    [
        (at(16, 19, 40), at(17, 8)),
        (at(17, 8), at(18, 8)),
        (at(17, 7, 59), at(18, 8)),
        (at(17, 0, 30), at(18, 8)),  # in UTC it is still the 16th
        (at(31, 23, 59), at(1, 8, month=11)),
    ],
)
def test_tomorrow_at_eight_is_the_next_morning_of_wakatobi(start: datetime, ends: datetime) -> None:
    assert goes("morning", start) == [ends]


def test_an_hour_is_an_hour_and_today_is_today() -> None:
    assert goes("hour", at(16, 23, 40)) == [at(17, 0, 40)]
    assert goes("today", at(16, 19, 40)) == [NOW]


def test_fourteen_working_days_stop_at_every_morning_and_end_after_the_fourteenth() -> None:
    """From Wednesday evening; weekends are lived through, and do not count."""
    mornings = goes("fortnight", at(16, 19, 40))
    assert mornings == [at(17, 8) + timedelta(days=day) for day in range(len(mornings))]
    assert mornings[-1] == at(6, 8, month=11)


@pytest.fixture
def tryout(tmp_path: Path) -> Iterator[tuple[House, Clock]]:
    house, clock = tried(own(Settings(_env_file=None, data_dir=tmp_path)))
    yield house, clock
    house.database.dispose()


def test_tomorrow_at_eight_brings_what_that_morning_owes_and_is_there_after_a_restart(
    tryout: tuple[House, Clock],
) -> None:
    house, clock = tryout
    file_report(Stores(house.database, house.keys, house.vault))
    told: list[datetime] = []
    real = house.database.now()
    assert abs(clock(real) - BEGINS) < timedelta(minutes=5)
    for _ in range(4):
        clock.press(house, "morning", lambda: told.append(clock(house.database.now())))
    stood = [moment.astimezone(WITA) for moment in told]
    assert [(moment.day, moment.hour) for moment in stood] == [(17, 8), (18, 8), (19, 8), (20, 8)]
    with house.database.reading() as db:
        news = [one.state for one in deadlines.of(db, "case-K7M-4QX-3") if one.why == "news"]
    assert news == ["passed"]
    assert house.database.now() - real < timedelta(minutes=5)  # real time, by which leases and retries go
    found = Clock()
    found.begin(house)
    assert found.ahead == clock.ahead
