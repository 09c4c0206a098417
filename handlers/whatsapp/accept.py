"""Into the inbox: whose lane it is, the message itself, and the window that it opens, in one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.conversation.message import Line, Say
from handlers.house import House
from handlers.whatsapp.hear import Envelope
from handlers.whatsapp.render import CHANNEL
from storage import aliases, mail, people, windows
from storage.aliases import Names


def accept(house: House, bot: str, found: Envelope, body: bytes, *, said_at: datetime | None = None) -> None:
    """Commit a message alone. Blocking; raises whatever stops it. One that was kept before changes nothing.

    said_at  when she wrote, where that was not now
    """
    with house.database.transaction() as db:
        written(house, bot, found, body, db, said_at=said_at)


def lost(house: House, bot: str, found: Envelope, body: bytes, *, said_at: datetime) -> None:
    """Remember a message that cannot be had any more, and ask her, once, to send it again."""
    keys, language = house.keys, house.settings.language
    with house.database.transaction() as db:
        whose = written(house, bot, found, body, db, said_at=said_at)
        if not whose:
            return
        now = house.database.now()
        known = people.meet(
            db, keys, lane=whose, channel=CHANNEL, address=found.address, language=language, now=now
        )
        mail.post(
            db, keys, lane=whose, channel=CHANNEL, say=Say((Line("not-stored"),)), language=known.language,
            rank=0, due_at=now, now=now,
        )  # fmt: skip


def lane(house: House, found: Envelope) -> str:
    """Where a message stands among those of one commit: the blind index of what its sender is named by first."""
    names = _names(house, found)
    return names.number or names.scoped


def written(
    house: House, bot: str, found: Envelope, body: bytes, db: Session, *, said_at: datetime | None = None
) -> str:
    """Write a message, and the window that it opens. Its lane; "" where it was kept before, or is nobody's."""
    keys, now = house.keys, house.database.now()
    whose = aliases.lane_of(db, keys, _names(house, found), now)
    new = mail.accept(
        db, keys, channel=CHANNEL, bot=bot, external_id=found.external_id, lane=whose, body=body,
        ref=found.external_id if found.address else "", now=now,
    )  # fmt: skip
    if not new or not found.address:
        return ""
    windows.heard(db, whose, said_at or now, now)
    return whose


def _names(house: House, found: Envelope) -> Names:
    def index(address: str) -> str:
        return house.keys.index(f"{CHANNEL}:{address}") if address else ""

    if not found.address:
        return Names(index("unreadable"))
    return Names(index(found.number), index(found.scoped))
