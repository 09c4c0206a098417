"""`saksi tick`: what the clock would do now, or at another civil time, done by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.conversation.asking import HOME
from handlers.clock import tick
from handlers.house import House
from handlers.settings import Settings
from handlers.stores import Stores, library


class NoTime(Exception):
    """That is no time; the sentence says what one looks like."""


def ticked(settings: Settings, stores: Stores, at: str, *, dry_run: bool) -> Iterator[str]:
    """The lines to print, one an effect. `at`: ISO 8601, "" is now. Raises NoTime, CannotOpen."""
    house = House(settings, library(settings), stores.database, stores.keys, stores.vault, lambda now: now)
    effects = tick(house, moment(at) if at else None, dry_run=dry_run)
    yield from (f"would be done: {effect}" if dry_run else str(effect) for effect in effects)
    if not effects:
        yield "There is nothing to do."


def moment(text: str) -> datetime:
    """A civil time; where no zone is told, Jakarta's. Raises NoTime."""
    try:
        read = datetime.fromisoformat(text)
    except ValueError:
        raise NoTime(
            f"{text!r} is no time; one looks like 2024-10-23T16:00 or 2024-10-23T16:00+08:00."
        ) from None
    return read if read.tzinfo else read.replace(tzinfo=ZoneInfo(HOME))
