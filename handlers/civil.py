"""Civil time: what deadlines and texts go by, and the only clock that a rehearsal or the try-out may turn."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

MORNING, EVENING = time(6), time(20)
"""No push leaves outside them, by the clock of the case's region."""


@dataclass(frozen=True, slots=True)
class Civil:
    """Real time moved by `ahead`; by nothing unless somebody asked for it."""

    ahead: timedelta = timedelta(0)

    def __call__(self, now: datetime) -> datetime:
        return now + self.ahead


def asleep(at: datetime, zone: str) -> bool:
    """Whether people of that zone sleep."""
    return not MORNING <= at.astimezone(ZoneInfo(zone)).time() < EVENING


def waking(at: datetime, zone: str) -> datetime:
    """The next moment at which a push may leave: now, or in the morning."""
    local = at.astimezone(ZoneInfo(zone))
    if not asleep(at, zone):
        return at
    day = local.date() + timedelta(days=local.time() >= EVENING)
    return datetime.combine(day, MORNING, local.tzinfo)
