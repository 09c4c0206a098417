"""The try-out's clock: where a press takes it, that every skipped morning is lived through, and that it goes on."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from zoneinfo import ZoneInfo

import pytest

from bot.conversation.message import Line, Say
from handlers.accepting import Accepting
from handlers.copies import Copies
from handlers.dispatch import Dispatch
from handlers.house import House
from handlers.settings import Settings
from handlers.stores import Stores
from handlers.tryout.cast import ZONE
from handlers.tryout.clock import BEGINS, Clock, stops
from handlers.tryout.house import own, tried
from handlers.tryout.serve import leaves
from handlers.webchat.hear import CHANNEL
from handlers.webchat.send import WebSender, sender
from storage import deadlines, mail, people, upkeep
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
    assert goes("morning", start)[-1] == ends


def test_an_hour_is_an_hour_and_today_is_today() -> None:
    assert goes("hour", at(16, 23, 40)) == [at(17, 0, 40)]
    assert goes("today", at(16, 19, 40)) == [NOW]


def test_fourteen_working_days_stop_each_morning_and_afternoon_and_end_after_the_fourteenth() -> None:
    """From Wednesday evening; weekends are lived through, and do not count."""
    found = goes("fortnight", at(16, 19, 40))
    mornings, afternoons = found[::2], found[1::2]
    assert mornings == [at(17, 8) + timedelta(days=day) for day in range(len(mornings))]
    assert afternoons == [morning + timedelta(hours=9) for morning in mornings[:-1]]
    assert found[-1] == at(6, 8, month=11)


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
    assert [(moment.day, moment.hour) for moment in stood] == [
        (17, 8), (17, 17), (18, 8), (18, 17), (19, 8), (19, 17), (20, 8),
    ]  # fmt: skip
    with house.database.reading() as db:
        news = [one.state for one in deadlines.of(db, "case-K7M-4QX-3") if one.why == "news"]
    assert news == ["passed"]
    assert house.database.now() - real < timedelta(minutes=5)  # real time, by which leases and retries go
    found = Clock()
    found.begin(house)
    assert found.ahead == clock.ahead


def test_the_clock_goes_on_only_when_what_was_due_has_left(tryout: tuple[House, Clock]) -> None:
    """So it bears the day on which it was due, and not that to which the clock was moved meanwhile."""
    house, _ = tryout
    database, now = house.database, house.database.now()
    dispatch = Dispatch(database, house.keys, owner="a")
    copies = Copies(database, house.keys, house.vault)
    writing = Accepting(database)
    way = sender(WebSender(database, house.keys, house.library.words, writing, lambda lane: None, copies))

    def deliver() -> None:
        time.sleep(0.3)
        for errand in dispatch.claim(way, 8):
            dispatch.record(way, errand, "1")

    with database.transaction() as db:
        mail.post(
            db, house.keys, lane="sari", channel=CHANNEL, say=Say((Line("welcome"),)), language="id", rank=1,
            due_at=now, now=now,
        )  # fmt: skip
        people.meet(db, house.keys, lane="sari", channel=CHANNEL, address="sari", language="id", now=now)
    delivering = Thread(target=deliver)
    leaves(database, delivering.start, patience=60)
    with database.reading() as db:
        assert upkeep.depths(db, database.now()).outbox == 0
    delivering.join()
