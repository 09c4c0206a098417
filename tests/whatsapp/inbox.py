"""Our inbox beside Twilio's list: what came by webhook, what is found and left there; its clock is turned."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from handlers.house import House
from handlers.whatsapp.accept import accept
from handlers.whatsapp.fetch import Doors
from handlers.whatsapp.form import opened, packed
from handlers.whatsapp.hear import envelope
from handlers.whatsapp.reconcile import Reconciler
from storage import letters, mail
from storage.database import Database
from storage.letters import Letter
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.fakes.twilio.world import Message
from tests.whatsapp.serving import staged


class Inbox:
    """Our inbox, a clock that is turned, and one look at Twilio's list."""

    def __init__(self, folder: Path, fake: FakeTwilio, client: Any, database_url: str) -> None:
        self.later, self.woken, self.fake, self.client = timedelta(0), 0, fake, client
        here = staged(folder, fake, database_url, 1)
        here.database.dispose()
        self.database = Database(database_url, self.now)
        self.house: House = replace(here, database=self.database)
        self.doors = Doors(fake.account, fake.token, fake.url)
        self.reconciler = Reconciler(self.house, client, fake.sender, self.doors, self._wake)

    def now(self) -> datetime:
        return datetime.now(UTC) + self.later

    def _wake(self) -> None:
        self.woken += 1

    async def look(self, **later: float) -> None:
        self.later += timedelta(**later)
        await self.reconciler.look()

    def post(self, message: Message) -> None:
        """Its webhook came."""
        body = packed(message.form)
        accept(self.house, self.fake.sender, envelope(message.form), body)

    def heard(self) -> list[dict[str, str]]:
        """Answer what waits; what it was."""
        found = []
        with self.database.transaction() as db:
            while (one := mail.next_inbound(db, self.now())) is not None:
                found.append(dict(opened(mail.read(self.house.keys, one))))
                mail.done(db, one, self.now())
        return found

    def heard_all(self, fake: FakeTwilio) -> None:
        """Every webhook came, and was answered."""
        for message in fake.world.messages.values():
            if not message.mine:
                self.post(message)
        self.heard()

    def lane(self, person: Person) -> str:
        return self.house.keys.index(f"whatsapp:{person.number}")

    def letters(self) -> list[Letter]:
        with self.database.transaction() as db:
            return letters.claim(
                db, self.house.keys, channel="whatsapp", owner="t", room=9, now=self.now(),
                lease=timedelta(minutes=1),
            )  # fmt: skip
