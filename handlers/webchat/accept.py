"""Into the inbox and onto the page: a post and her own bubble of it, in one transaction, before it is answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Literal

from sqlmodel import Session as Db

from bot.conversation import screen
from bot.conversation.message import Option
from handlers.webchat import told
from handlers.webchat.hear import CHANNEL, Said, packed
from handlers.webchat.told import Ours
from storage import bubbles, lanes, mail, pace, people
from storage.keys import Keys

Outcome = Literal["kept", "known", "slow", "crowd"]
"""It is kept; it was kept before; this page writes too fast; too many new pages come from there, or at all."""

DOOR = pace.Rate(timedelta(seconds=1), burst=40)
"""Posts of one page. Thirty in a minute are talked with; the rest only costs us room."""
NEW_OF_ONE = pace.Rate(timedelta(seconds=20), burst=60)
"""New pages from one address of the net: behind one of a mobile carrier there are thousands of people."""
NEW_OF_ALL = pace.Rate(timedelta(seconds=1), burst=300)


def accept(
    db: Db,
    keys: Keys,
    *,
    bot: str,
    address: str,
    said: Said,
    id: str,
    client: str,
    now: datetime,
    at: datetime,
) -> Outcome:
    """Write it. Posted again under the same id, with the same content, it is dropped.

    bot     which page of ours it came by
    id      made by the page for this message, "" where it made none
    client  where it came from, as a name that tells nothing
    now, at  real time, and the civil time that stands on the bubble
    """
    lane = keys.index(f"{CHANNEL}:{address}")
    lanes.wake(db, "in", lane, next_at=now)  # locks her lane before her talk, as a turn does
    if refused := _too_much(db, lane, client, now):
        return refused
    place = bubbles.place_for(db, lane, now)
    fresh = mail.accept(
        db, keys, channel=CHANNEL, bot=bot, external_id=_external(lane, id, said, place), lane=lane,
        body=packed(said, address, place), ref="" if said.press else str(place), now=now,
    )  # fmt: skip
    if not fresh:
        return "known"
    if said.press is None:
        bubbles.heard(db, keys, lane, place, told.hers(said, at=at), now)
    else:
        _pressed(db, keys, lane, said, now, at)
    return "kept"


def _too_much(db: Db, lane: str, client: str, now: datetime) -> Outcome | None:
    if pace.allow(db, pace.of_lane("door", lane), DOOR, now):
        return "slow"
    if people.load(db, lane) is not None or bubbles.changed(db, (lane,)):
        return None
    if pace.allow(db, pace.of_lane("new", client), NEW_OF_ONE, now) or pace.allow(
        db, "new:webchat", NEW_OF_ALL, now
    ):
        return "crowd"
    return None


def _external(lane: str, id: str, said: Said, place: int) -> str:
    """The same id with another content is another message: a page that was gone back to still bears its old one."""
    if not id:
        return f"{lane}:{place}"
    content = repr(
        (said.text, said.press, said.pin, [(file.name, file.type, file.size) for file in said.files])
    )
    return sha256(f"{lane}:{id}:{content}".encode("utf-8", "replace")).hexdigest()


def _pressed(db: Db, keys: Keys, lane: str, said: Said, now: datetime, at: datetime) -> None:
    """Her choice as a bubble of its own, and under the letter instead of its buttons."""
    assert said.press is not None
    on, carried = said.press
    found = bubbles.at(db, keys, lane, on, now)
    letter = told.opened(found.body) if found is not None and found.body is not None else None
    if not isinstance(letter, Ours):
        return
    option = _option(letter, carried)
    if option is None:
        return
    bubbles.change(db, keys, lane, on, told.ours(replace(letter, chosen=carried)), now)
    body = told.hers(said, option, letter.language, at)
    bubbles.heard(db, keys, lane, bubbles.place_for(db, lane, now), body, now)


def _option(letter: Ours, carried: str) -> Option | None:
    return next((option for option in letter.say.options if screen.data(letter.say, option) == carried), None)
