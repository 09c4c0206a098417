"""Everything that one process works with, and whether it can accept messages now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select

from bot.library import Library
from handlers.casework.work import ACCOUNTS, Office
from handlers.desk import cards, phone
from handlers.ears import EARS
from handlers.reception import Reception
from handlers.settings import Settings
from handlers.stores import establish, library
from storage import desks
from storage.database import UNAVAILABLE, Database
from storage.disk import VaultFull, VaultGone
from storage.keys import Keys
from storage.vault import Vault


@dataclass(frozen=True, slots=True)
class House:
    """civil: turns real time into the time that texts and deadlines use. enrols: as in Office."""

    settings: Settings
    library: Library
    database: Database
    keys: Keys
    vault: Vault
    civil: Callable[[datetime], datetime]
    enrols: frozenset[str] = ACCOUNTS

    def reception(self) -> Reception:
        return Reception(
            self.database, self.keys, self.library, EARS, self.settings.language, self.civil, desks.staffed,
            office=self.office,
        )  # fmt: skip

    @property
    def office(self) -> Office:
        """The officers' side, as it is wired everywhere."""
        return Office(self.settings.push_delay, cards.draw, phone.notice, enrols=self.enrols)

    def troubles(self) -> list[str]:
        """Why messages cannot be accepted now: `database`, `disk`, `evidence`. Empty: they can."""
        found = []
        try:
            with self.database.transaction() as db:
                db.connection().execute(select(1))
        except UNAVAILABLE:
            found.append("database")
        try:
            self.vault.ready()
        except VaultFull:
            found.append("disk")
        except VaultGone:
            found.append("evidence")
        return found


def open_house(
    settings: Settings,
    civil: Callable[[datetime], datetime] = lambda now: now,
    enrols: frozenset[str] = ACCOUNTS,
) -> House:
    """Raises CannotOpen."""
    read, stores = library(settings), establish(settings)
    return House(settings, read, stores.database, stores.keys, stores.vault, civil, enrols)
