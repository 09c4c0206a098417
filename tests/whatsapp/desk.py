"""One letter to Sari on its way by WhatsApp, and what Twilio tells of it; the clock is turned by hand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from types import SimpleNamespace
from typing import Any

from starlette.datastructures import ImmutableMultiDict

from handlers.dispatch import Dispatch, Fate
from handlers.whatsapp.alarms import ring
from handlers.whatsapp.send import sender
from handlers.whatsapp.status import record
from storage import mail, people, windows
from storage.database import Database
from storage.keys import Keys
from storage.sql import query
from tests.whatsapp.letters import push

KNOCK = "HX" + "1" * 32
AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)


@dataclass
class Desk:
    database: Database
    keys: Keys
    at: datetime = AT
    parked: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.lane = self.keys.index("whatsapp:+62811")

        async def never(letter: Any, address: str, edit: str | None) -> str:
            raise AssertionError

        made: Any = SimpleNamespace(send=never)
        self.sender = sender(made)
        self.dispatch = Dispatch(self.database, self.keys, owner="a", jitter=lambda: 0.0)

    def post(self, case: str | None = None) -> int:
        with self.database.transaction() as db:
            people.meet(
                db,
                self.keys,
                lane=self.lane,
                channel="whatsapp",
                address="+62811",
                language="id",
                now=self.at,
            )
            return mail.post(
                db, self.keys, lane=self.lane, channel="whatsapp", say=push(), language="id", rank=1,
                due_at=self.at, now=self.at, case_id=case,
            )  # fmt: skip

    def send(self, fate: Fate | None) -> None:
        """Claim what is due, and record this fate, or leave it on its way."""
        (errand,) = self.dispatch.claim(self.sender, 1)
        if fate is not None:
            self.dispatch.record(self.sender, errand, fate)

    def told(self, letter: int, status: str, code: int = 0, *, knock: bool = False, sid: str = "SM1") -> None:
        form = {"MessageSid": sid, "MessageStatus": status} | ({"ErrorCode": str(code)} if code else {})
        rung = partial(ring, self.database)
        record(
            self.database,
            self.keys,
            str(letter),
            KNOCK if knock else "",
            ImmutableMultiDict(form),
            self.park,
            rung,
        )

    def park(self, sid: str, code: int) -> None:
        self.parked.append((sid, code))

    def letter(self, id: int) -> Any:
        asked = query("SELECT state, reason, sealed, due_at FROM outbox WHERE id = :id", "due_at")
        with self.database.reading() as db:
            return db.connection().execute(asked, {"id": id}).one()

    def waits(self) -> bool:
        """Whether a letter may be sent now."""
        return bool(self.dispatch.claim(self.sender, 1))

    def held_body(self) -> bool:
        with self.database.reading() as db:
            return bool(
                db.connection().execute(query("SELECT count(*) FROM taken WHERE sealed IS NOT NULL")).scalar()
            )

    def heard(self) -> None:
        """She writes."""
        with self.database.transaction() as db:
            windows.heard(db, self.lane, self.at, self.at)

    def turn(self, **by: float) -> None:
        self.at += timedelta(**by)
