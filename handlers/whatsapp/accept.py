"""Into the inbox: whose lane it is, the message itself, and the window that it opens, in one transaction."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Session

from bot.conversation.message import Line, Say
from handlers.house import House
from handlers.whatsapp.hear import Envelope
from handlers.whatsapp.render import CHANNEL
from storage import aliases, arrived, mail, people, windows
from storage.aliases import Names
from storage.parting import Parted


def accept(house: House, bot: str, found: Envelope, body: bytes, *, said_at: datetime | None = None) -> None:
    """Commit a message alone. Blocking; raises whatever stops it. One that was kept before changes nothing.

    said_at  when she wrote, where that was not now
    """
    with house.database.transaction() as db:
        written(house, bot, found, body, db, said_at=said_at)


def lost(house: House, bot: str, found: Envelope, body: bytes, *, said_at: datetime) -> None:
    """Remember a message that cannot be had any more, and ask her, once, to send it again."""
    with house.database.transaction() as db:
        whose = written(house, bot, found, body, db, said_at=said_at)
        if not whose:
            return
        _say(house, db, whose, found.address, Say((Line("not-stored"),)))


def lane(house: House, found: Envelope) -> str:
    """Where a message stands among those of one commit: the blind index of what its sender is named by first."""
    names = _names(house, found)
    return names.number or names.scoped


def written(
    house: House, bot: str, found: Envelope, body: bytes, db: Session, *, said_at: datetime | None = None
) -> str:
    """Write a message, and the window that it opens. Its lane; "" where it was kept before, or is nobody's."""
    keys, now = house.keys, house.database.now()

    def again() -> bool:
        return bool(arrived.states(db, CHANNEL, bot, [found.external_id]))

    whose = aliases.lane_of(db, keys, _names(house, found), now, again=again)
    new = mail.accept(
        db, keys, channel=CHANNEL, bot=bot, external_id=found.external_id, lane=whose.lane, body=body,
        ref=found.external_id if found.address else "", now=now,
    )  # fmt: skip
    if not new or not found.address:
        return ""
    if whose.parted is not None:
        _say(house, db, whose.lane, found.address, changed(whose.parted))
    windows.heard(db, whose.lane, said_at or now, now)
    return whose.lane


def _names(house: House, found: Envelope) -> Names:
    def index(address: str) -> str:
        return house.keys.index(f"{CHANNEL}:{address}") if address else ""

    if not found.address:
        return Names(index("unreadable"))
    beside = f"{CHANNEL}-profile:{found.number}:{found.profile}"
    return Names(index(found.number), index(found.scoped), house.keys.index(beside) if found.profile else "")


def changed(parted: Parted) -> Say:
    """What whoever answers in the chat now is told, before anything else. It does not tell whether there is a case."""
    officer = (Line("other-phone-officer"),) if parted.officer else ()
    drafts = Line("other-phone-goes-on" if parted.goes_on else "other-phone-erased", join="run")
    what = "account" if parted.surely else "profile"
    return Say((Line("other-phone", {"what": what}), drafts, Line("other-phone-hers"), *officer))


def _say(house: House, db: Session, lane: str, address: str, say: Say) -> None:
    now, language = house.database.now(), house.settings.language
    known = people.meet(
        db, house.keys, lane=lane, channel=CHANNEL, address=address, language=language, now=now
    )
    mail.post(
        db,
        house.keys,
        lane=lane,
        channel=CHANNEL,
        say=say,
        language=known.language,
        rank=0,
        due_at=now,
        now=now,
    )
