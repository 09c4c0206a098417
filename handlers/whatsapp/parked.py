"""What Twilio refused of our contents, as the shelf asks for it: blocking, one short transaction each."""

from __future__ import annotations

import re
from collections.abc import Collection

import structlog
from sqlalchemy.exc import SQLAlchemyError

from storage import shelved
from storage.database import Database

SID = re.compile(r"HX[0-9a-f]{32}")

log = structlog.get_logger(__name__)


class Parked:
    def __init__(self, database: Database) -> None:
        self._database = database

    def sids(self) -> Collection[str]:
        """Those that nobody sends now."""
        with self._database.reading() as db:
            return shelved.standing(db, self._database.now())

    def add(self, sid: str, code: int) -> None:
        """Twilio refused it with that code. What is no content of Twilio's is let be."""
        if not SID.fullmatch(sid):
            return
        try:
            with self._database.transaction() as db:
                shelved.put(db, sid, code, self._database.now())
        except (SQLAlchemyError, OSError) as fault:
            log.warning("whatsapp.not_parked", kind=type(fault).__name__)
