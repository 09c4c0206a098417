"""A room whose clock is run by hand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from handlers import late
from handlers.abandoned import abandoned
from handlers.casework.work import Notice, Office
from handlers.house import House
from handlers.parted import parted
from handlers.reminders import reminders
from handlers.tick import Look, perform
from storage.keys import Keys
from storage.vault import Vault
from tests.casework.room import Room
from tests.hours import house


class Ticking:
    """A room whose duties of the clock are run by hand."""

    def __init__(self, room: Room, keys: Keys, folder: Path) -> None:
        self.room = room

        class Wired(House):
            """The house, with the room's own officers' side."""

            @property
            def office(self) -> Office:
                return room.office

        made = house(room.database, keys, Vault(folder))
        self.house = Wired(made.settings, made.library, made.database, made.keys, made.vault, made.civil)

    def tick(self, when: datetime | None = None, *, rehearsal: bool = False, dry: bool = False) -> list[str]:
        if when is not None and not rehearsal:
            self.room.turn(when)
        now = self.room.database.now()
        looked = Look(now, when or self.room.at, now, rehearsal=rehearsal, dry=dry)
        return [
            f"{one.what} {one.about}"
            for one in perform(self.house, (parted, late.passing, reminders), looked)
        ]

    def left(self) -> list[str]:
        now = self.room.database.now()
        return [
            f"{one.what} {one.about}"
            for one in perform(self.house, (abandoned,), Look(now, self.room.at, now))
        ]

    @property
    def notices(self) -> list[Notice]:
        return self.room.notices

    def told(self) -> list[tuple[str, str]]:
        return [(notice.key, notice.desk) for notice in self.notices]
