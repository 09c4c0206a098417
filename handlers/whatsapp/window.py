"""The 24-hour window of each chat, as the sender asks for it: blocking, one short transaction each."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta

from storage import pace, refs, windows
from storage.database import Database
from storage.keys import Keys

KNOCKS = pace.Rate(timedelta(hours=6))
"""How often she is told that something waits while she does not write."""


class Window:
    def __init__(self, database: Database, keys: Keys) -> None:
        self._database = database
        self._keys = keys

    def open_until(self, lane: str) -> datetime | None:
        """When it ends; None where it is closed, or as good as closed."""
        with self._database.reading() as db:
            return windows.open_until(db, lane, self._database.now())

    def close(self, lane: str, seen: datetime) -> bool:
        """Twilio says that it is closed, which we thought open until then. False: she has opened another since."""
        now = self._database.now()
        with self._database.transaction() as db:
            windows.close(db, lane, seen, now)
            return windows.open_until(db, lane, now) is None

    def knocked(self, lane: str) -> bool:
        """Whether she was told lately."""
        with self._database.reading() as db:
            return bool(pace.wait(db, _bucket(lane), KNOCKS, self._database.now()))

    def knock(self, lane: str) -> None:
        """She was told."""
        with self._database.transaction() as db:
            pace.spend(db, _bucket(lane), KNOCKS, 1, self._database.now())

    def sent(self, lane: str, since: datetime) -> AbstractSet[str]:
        """The sids of letters that are known as sent."""
        with self._database.reading() as db:
            return frozenset(refs.sent_refs(db, self._keys, lane, since))


def _bucket(lane: str) -> str:
    return f"knock:{lane}"
