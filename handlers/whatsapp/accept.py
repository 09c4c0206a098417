"""Into the inbox: whose lane it is, the message itself, and the window that it opens, in one transaction."""

from __future__ import annotations

from datetime import datetime

from bot.conversation.message import Line, Say
from handlers.house import House
from handlers.whatsapp.hear import Envelope
from handlers.whatsapp.render import CHANNEL
from storage import aliases, mail, people, windows
from storage.aliases import Names


def accept(house: House, bot: str, found: Envelope, body: bytes, *, said_at: datetime | None = None) -> bool:
    """Commit a message. Blocking; raises whatever stops it. False: it was kept before.

    said_at  when she wrote, where that was not now
    """
    return _kept(house, bot, found, body, said_at, lost=False)


def lost(house: House, bot: str, found: Envelope, body: bytes, *, said_at: datetime) -> bool:
    """Remember a message that cannot be had any more, and ask her, once, to send it again."""
    return _kept(house, bot, found, body, said_at, lost=True)


def _kept(
    house: House, bot: str, found: Envelope, body: bytes, said_at: datetime | None, *, lost: bool
) -> bool:
    keys = house.keys
    with house.database.transaction() as db:
        now = house.database.now()
        lane = aliases.lane_of(db, keys, _names(house, found), now)
        new = mail.accept(
            db, keys, channel=CHANNEL, bot=bot, external_id=found.external_id, lane=lane, body=body,
            ref=found.external_id if found.address else "", now=now,
        )  # fmt: skip
        if not new or not found.address:
            return new
        windows.heard(db, lane, said_at or now, now)
        if lost:
            known = people.meet(
                db,
                keys,
                lane=lane,
                channel=CHANNEL,
                address=found.address,
                language=house.settings.language,
                now=now,
            )
            mail.post(
                db, keys, lane=lane, channel=CHANNEL, say=Say((Line("not-stored"),)), language=known.language,
                rank=0, due_at=now, now=now,
            )  # fmt: skip
        return True


def _names(house: House, found: Envelope) -> Names:
    def index(address: str) -> str:
        return house.keys.index(f"{CHANNEL}:{address}") if address else ""

    if not found.address:
        return Names(index("unreadable"))
    return Names(index(found.number), index(found.scoped))
