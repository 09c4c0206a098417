"""`saksi officer`: a code for a new officer, who sits where, and who has left."""

from __future__ import annotations

import asyncio
import json as written
import secrets
from collections.abc import Iterator

from telegram.error import TelegramError

from bot.cases.lifecycle import Role
from bot.cases.routing import is_desk
from bot.library import Library
from handlers.casework.work import Office, Work
from handlers.desk import gone
from handlers.settings import Settings
from handlers.stores import Stores
from handlers.telegram.client import connected
from handlers.whatsapp.form import link
from storage import desks, rooms, seats
from storage.desk_tables import ROLES

ANSWER_SECONDS = 10.0
NAME_MOST = 60
LATEST = 500


class NoOfficer(Exception):
    """It cannot be; the sentence says why."""


def invited(
    stores: Stores, library: Library, settings: Settings, *, desk: str, name: str, role: str
) -> Iterator[str]:
    """Make a code for one officer; the lines to print. Raises NoOfficer before anything is made."""
    if not is_desk(library.law, library.land, desk):
        raise NoOfficer(
            f"{desk!r} is no desk. One is an agency of the law with an office there: bkn, bawaslu:74, bawaslu:74.07."
        )
    if role not in ROLES:
        raise NoOfficer(f"{role!r} is no role. There are: {', '.join(ROLES)}.")
    plain = " ".join(name.split())
    if not plain or len(plain) > NAME_MOST or not plain.isprintable():
        raise NoOfficer(f"A name is needed, of at most {NAME_MOST} characters.")
    with stores.database.transaction() as db:
        code, expires = desks.invite(
            db, stores.keys, desk=desk, role=Role(role), name=plain, now=stores.database.now(),
            drawn=secrets.token_bytes(desks.CODE_BYTES),
        )  # fmt: skip
    yield f"Code: {code}"
    username = username_of(settings)
    if username:
        yield f"Link: https://t.me/{username}?start={code}"
    whatsapp = link(settings.twilio_sender or "")
    if whatsapp:
        yield f"Link, for WhatsApp: {whatsapp}?text={code}"
    if not (username or whatsapp):
        yield f"To be sent to the bot in a private chat: /start {code}"
    yield f"It works once, until {expires:%Y-%m-%d %H:%M} UTC, for whoever has it: hand it over in person."


def room_invited(stores: Stores, library: Library, settings: Settings, *, desk: str) -> Iterator[str]:
    """Make a code for the group of a desk; the lines to print. Raises NoOfficer before anything is made."""
    if not is_desk(library.law, library.land, desk):
        raise NoOfficer(
            f"{desk!r} is no desk. One is an agency of the law with an office there: bawaslu:74.07."
        )
    with stores.database.transaction() as db:
        if not desks.staffed(db, desk):
            raise NoOfficer(
                f"Nobody sits at {desk} yet, and only its officers can bind a group. Invite one first."
            )
        drawn = secrets.token_bytes(desks.CODE_BYTES)
        code, expires = rooms.make_code(db, stores.keys, desk=desk, now=stores.database.now(), drawn=drawn)
    yield f"Code: {code}"
    username = username_of(settings)
    if username:
        yield f"Link: https://t.me/{username}?startgroup={code}"
    yield f"To be written in the group by an officer of {desk}: /meja{f'@{username}' if username else ''} {code}"
    yield f"It works once, until {expires:%Y-%m-%d %H:%M} UTC. Whoever is in the group reads the cards."


def listed(stores: Stores, *, json: bool) -> Iterator[str]:
    """The officers of today, and the groups of their desks: one a line; or the officers as one JSON list."""
    with stores.database.reading() as db:
        found, bound = desks.everybody(db, stores.keys), rooms.everything(db)
    if json:
        rows = [
            {
                "id": one.id,
                "name": one.name,
                "desk": one.desk,
                "role": one.role.value,
                "enrolled_at": one.enrolled_at.isoformat(),
            }
            for one in found
        ]
        yield written.dumps(rows, ensure_ascii=False, indent=1)
    elif not found:
        yield "There are no officers. `saksi officer invite` makes a code for one."
    else:
        yield from (f"{one.id}  {one.desk}  {one.role}  {one.name}" for one in found)
        yield from (f"{one.id}  {one.desk}  group  since {one.bound_at:%Y-%m-%d}" for one in bound)


def happened(stores: Stores, *, desk: str, json: bool) -> Iterator[str]:
    """Who was invited, sat down and left, of one desk or of all, the newest first: one a line, or one JSON list."""
    with stores.database.reading() as db:
        found = seats.latest(db, desk, most=LATEST)
    if json:
        rows = [
            {
                "at": one.at.isoformat(),
                "desk": one.desk,
                "what": one.what,
                "role": one.role,
                "officer": one.about,
                "by": one.by,
            }
            for one in found
        ]
        yield written.dumps(rows, ensure_ascii=False, indent=1)
    elif not found:
        yield "Nothing has happened yet."
    for one in found if not json else ():
        by = "" if one.what == "enrolled" else f"  by {one.by or 'operator'}"
        yield f"{one.at:%Y-%m-%d %H:%M}  {one.desk}  {one.what}  {one.role}  {one.about or '-'}{by}"


def left(stores: Stores, library: Library, id: str) -> str:
    """They are an officer no more, and what the desk showed in their chat is taken out of it. Raises NoOfficer."""
    with stores.database.transaction() as db:
        now = stores.database.now()
        officer = desks.by_id(db, stores.keys, id)
        if officer is None or not desks.leave(db, id, now):
            raise NoOfficer(f"There is no officer {id}.")
        gone.cleared(Work(db, stores.keys, library, Office(), now, now), officer)
    return f"{id} is an officer no more. What they had taken returns to the desk by the clock."


def room_ended(stores: Stores, library: Library, *, desk: str) -> str:
    """The group is the desk's room no more; its cards go out of it, and the desk goes on in private chats.

    Raises NoOfficer.
    """
    with stores.database.transaction() as db:
        now, room = stores.database.now(), rooms.of_desk(db, desk)
        if room is None:
            raise NoOfficer(f"{desk} has no group. `saksi officer list` shows which desks have one.")
        gone.ended(Work(db, stores.keys, library, Office(), now, now), room)
    return f"The group of {desk} is its room no more. Its cards go out of it while `saksi run` runs."


def username_of(settings: Settings) -> str:
    """The bot's name, for a link; "" where there is no bot, or Telegram cannot be reached now."""
    if settings.telegram_token is None:
        return ""
    try:
        return asyncio.run(asyncio.wait_for(_asked(settings), ANSWER_SECONDS))
    except (TelegramError, TimeoutError, OSError):
        return ""


async def _asked(settings: Settings) -> str:
    assert settings.telegram_token is not None
    async with connected(settings.telegram_token.get_secret_value(), settings.telegram_api_url, 1) as bot:
        return (await bot.get_me()).username or ""
