"""Work that one replica does at a time, as long as a lease is its own: begun, renewed, stopped, given back.

A process that died keeps the others from it for one lease, however long its work takes. An SQLite database serves one
process (`storage.sole`): whoever starts begins at once.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Coroutine
from datetime import timedelta
from typing import Any

import structlog
from sqlalchemy.exc import SQLAlchemyError

from storage import lease
from storage.database import Database

LEASE = timedelta(seconds=60)
RENEWED = LEASE.total_seconds() / 3

log = structlog.get_logger(__name__)


class Alone:
    """what: the work, by a name. owner: this process, by one no other has. renewed: seconds between two renewals."""

    def __init__(self, database: Database, what: str, owner: str, renewed: float = RENEWED) -> None:
        self._database = database
        self._what = what
        self._owner = owner
        self._renewed = renewed

    async def run(self, work: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Until cancelled; the work goes on as long, or until another has the lease. Raises what the work raises."""
        working: asyncio.Task[None] | None = None
        try:
            while True:
                if working is not None and working.done():
                    working.result()
                held = await asyncio.to_thread(self._held)
                if held and working is None:
                    working = asyncio.create_task(work())
                elif not held and working is not None:
                    working.cancel()
                    working = None
                await asyncio.sleep(self._renewed)
        finally:
            if working is not None:
                working.cancel()
            await asyncio.to_thread(self._let_go)

    def _held(self) -> bool:
        """Nobody works while the database cannot say whose it is."""
        if self._database.sqlite:
            return True
        try:
            with self._database.transaction() as db:
                return lease.hold(db, self._what, self._owner, self._database.now(), LEASE)
        except (SQLAlchemyError, OSError) as fault:
            log.warning("lease unknown", what=self._what, kind=type(fault).__name__)
            return False

    def _let_go(self) -> None:
        with contextlib.suppress(SQLAlchemyError, OSError), self._database.transaction() as db:
            lease.let_go(db, self._what, self._owner)
