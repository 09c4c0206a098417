"""How many large posts are read at once, in all and from one place, and how much one page may bring.

Small ones hold nothing but a connection; a large one holds an open file and a share of the disk.
"""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

from sqlmodel import Session

from handlers.webchat.form import Refused
from storage.pace import Rate, allow, of_lane

LARGE = 128 * 1024
"""Bytes from which a post is a large one."""
AT_ONCE, OF_ONE_PLACE = 24, 8
MEGABYTE = 1_000_000
OF_A_PAGE = Rate(timedelta(seconds=4), burst=300)
"""Megabytes: a report with ten of the largest files at once, then fifteen in a minute."""
OF_A_PLACE = Rate(timedelta(milliseconds=500), burst=1500)


class Uploads:
    """Those of this process."""

    def __init__(self) -> None:
        self._places: Counter[str] = Counter()

    @contextlib.contextmanager
    def one(self, place: str) -> Iterator[None]:
        """Raises Refused where too many are under way: they come again."""
        if self._places.total() >= AT_ONCE or self._places[place] >= OF_ONE_PLACE:
            raise Refused(503)
        self._places[place] += 1
        try:
            yield
        finally:
            self._places[place] -= 1
            self._places += Counter()  # forgets whoever has none left


def afford(db: Session, lane: str, place: str, length: int, now: datetime) -> None:
    """Count what is about to come. Raises Refused where one page, or one place, brings too much."""
    cost = max(1, -(-length // MEGABYTE))
    for name, rate in ((of_lane("bytes", lane), OF_A_PAGE), (of_lane("bytes", place), OF_A_PLACE)):
        if cost > rate.burst or allow(db, name, rate, now, cost=cost):
            raise Refused(429)
