"""A call with the Ombudsman: asked for, offered, picked."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

from bot.cases.appointment import key_of
from bot.flows.told import CASE, case_option
from storage import mail, people, slots
from storage.desks import Officer
from tests.casework.room import THURSDAY, TICKETS, Room
from tests.talking import Saksi

OMBUDSMAN, ZONE = "ombudsman:74", "Asia/Makassar"
TEN = THURSDAY + timedelta(days=1)
FOUR = TEN + timedelta(hours=6)
TIMES = [key_of(TEN), key_of(FOUR)]
CHATS = dict(zip(TICKETS, ("1001", "1002", "1003"), strict=True))


def lane(room: Room, ticket: str = TICKETS[0]) -> str:
    return room.keys.index(f"telegram:{CHATS[ticket]}")


def asked(
    room: Room, ticket: str = TICKETS[0], way: str = "call", dewi: Officer | None = None, level: str = "open"
) -> Officer:
    """She asks the Ombudsman, and an officer there takes it."""
    content: dict[str, Any] = {"answers": {"story": "Surat pindah saya belum selesai.", "way": way}}
    room.file(
        ticket, desk=OMBUDSMAN, lane=lane(room, ticket), kind="consultation", topic="service", accused_kind="",
        identity_level=level, content={**content, "captions": {}, "said": {}},
    )  # fmt: skip
    with room.database.transaction() as db:
        people.consent(
            db, lane(room, ticket), version="1", text_hash="h", channel="telegram", at=room.database.now()
        )
    dewi = dewi or room.officer(OMBUDSMAN, name="Dewi")
    room.did(dewi, "take", ticket=ticket)
    return dewi


def presses(room: Room, saksi: Saksi, what: str, ticket: str = TICKETS[0]) -> None:
    """She presses a button of a letter; nobody has looked at it yet."""
    saksi.heard += 1
    body = {"address": CHATS[ticket], "press": [CASE, "", case_option(what, ticket, "").key]}
    with room.database.transaction() as db:
        mail.accept(
            db, room.keys, channel="telegram", bot="b", external_id=str(saksi.heard), lane=lane(room, ticket),
            body=json.dumps(body).encode(), now=room.database.now(),
        )  # fmt: skip


def agreed(room: Room, saksi: Saksi) -> Officer:
    """Times were offered, and she has pressed the first."""
    dewi = asked(room)
    room.did(dewi, "propose", {"times": TIMES})
    presses(room, saksi, f"pick-{TIMES[0]}")
    saksi.work()
    assert (room.case().status, held(room)) == ("scheduled", TEN)
    return dewi


def held(room: Room, ticket: str = TICKETS[0]) -> datetime | None:
    with room.database.reading() as db:
        return slots.starts(db, room.case(ticket).id)
