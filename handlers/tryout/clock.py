"""The try-out's clock: civil time, moved forward by a press. Real time (leases, pacing, retries) is never touched.

How far it is ahead stands in the database, so it goes on after a restart. Days that are skipped are lived through, one
morning and one afternoon at a time, so that what each would have brought is brought.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cases import calendar
from bot.cases.law import Law
from handlers.clock import tick
from handlers.house import House
from handlers.tryout.cast import HOME, ZONE
from storage import meta

KEY = "tryout-ahead"
MORNING, AFTERNOON = time(8), time(17)
"""When it stops on a day that is lived through: by the second, what was promised for that day is told in all three
zones of the land (`handlers.promises.DAYLIGHT`)."""
BEGINS = datetime(2024, 10, 16, 19, 40, tzinfo=ZoneInfo(ZONE))
"""A Wednesday in the campaign of a Pilkada."""
FORTNIGHT = 14
"""Working days the law gives a PPK."""
MOVES = ("morning", "hour", "fortnight", "today")


class Clock:
    """Real time moved by `ahead`."""

    def __init__(self) -> None:
        self.ahead = timedelta(0)

    def __call__(self, now: datetime) -> datetime:
        return now + self.ahead

    def begin(self, house: House) -> None:
        """Where it stood when we stopped, or at the beginning of the story."""
        with house.database.transaction() as db:
            kept = meta.get(db, KEY)
            now = house.database.now()
            self.ahead = timedelta(microseconds=int(kept)) if kept else BEGINS - now
            meta.put(db, KEY, str(self.ahead // timedelta(microseconds=1)))

    def press(self, house: House, move: str, told: Callable[[], None]) -> None:
        """Move it, and let the clock tick at every stop. Blocking.

        told  called when letters may have been posted; the clock goes on when it returns
        """
        now = house.database.now()
        for at in stops(house.library.law, move, self(now), now):
            self._set(house, at)
            tick(house)
            told()

    def _set(self, house: House, at: datetime) -> None:
        now = house.database.now()
        with house.database.transaction() as db:
            meta.put(db, KEY, str((at - now) // timedelta(microseconds=1)))
        self.ahead = at - now


def stops(law: Law, move: str, at: datetime, now: datetime) -> Iterator[datetime]:
    """The moments at which the clock stops on its way, the last being where it goes. Only today may lie behind.

    at, now  civil time and real time, aware
    """
    zone = ZoneInfo(ZONE)
    local = at.astimezone(zone)
    if move == "hour":
        yield at + timedelta(hours=1)
    elif move == "today":
        yield now
    else:
        last = local.date()
        if move == "fortnight":
            last = calendar.after_working(law, last, FORTNIGHT, HOME)
        end = datetime.combine(last + timedelta(days=1), MORNING, zone)
        for day in _days(local.date(), end.date()):
            for hour in (MORNING, AFTERNOON):
                if local < (stop := datetime.combine(day, hour, zone)) <= end:
                    yield stop.astimezone(UTC)


def _days(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += timedelta(days=1)
