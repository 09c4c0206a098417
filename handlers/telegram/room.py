"""A group's updates: what of them is kept at all, who is in the group, and what was then heard.

Source: https://core.telegram.org/bots/features#privacy-mode (what reaches a bot), and #message, #chatmember of the Bot
API. An administrator in the group's name writes as @GroupAnonymousBot, but presses as themselves:
https://github.com/tdlib/telegram-bot-api/issues/667.
"""

from __future__ import annotations

import asyncio
import re
import warnings
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from telegram import Bot
from telegram.error import TelegramError
from telegram.warnings import PTBUserWarning

from bot.conversation import screen
from bot.conversation.message import Heard, Press
from handlers.in_room import InRoom
from handlers.telegram.raw import Raw, number, part, text

# On purpose raw: whatever else stands in these answers, it may not stop an update from being kept.
warnings.filterwarnings("ignore", r"Please use 'Bot\.getChat", PTBUserWarning)

PATIENCE = 5.0
"""Seconds that a code waits to be kept while Telegram tells who is in the group."""
COMMAND = re.compile(
    r"/(?:(?P<word>meja|desk)(?:@\w{3,64})?|start@\w{3,64})(?:\s+(?P<code>[\w–-]{1,40}))?\s*", re.IGNORECASE
)
"""`/meja CODE`; `/start@bot CODE`, which a link writes for whoever adds the bot by it."""
SPOKEN = {"meja": "id", "desk": "en"}
"""The word with which a group is bound says what is spoken in it."""
MOVES = ("migrate_to_chat_id", "migrate_from_chat_id")
OUT = frozenset({"left", "kicked"})


def kept(raw: Raw) -> dict[str, Any] | None:
    """What of a group's update is kept, field by field; None: nobody spoke to us, and nothing is.

    Whatever else members write, quote or answer is left out before anything is stored.
    """
    if query := part(raw, "callback_query"):
        about = part(query, "message")
        shown = _chat(about) | _some(about, "message_id")
        return _as(raw, "callback_query", _some(query, "id", "data") | _who(query) | {"message": shown})
    if member := part(raw, "my_chat_member"):
        state = _some(part(member, "new_chat_member"), "status", "can_send_messages", "is_member")
        return _as(raw, "my_chat_member", _chat(member) | {"new_chat_member": state})
    about = part(raw, "message")
    if about.keys() & set(MOVES):
        return _as(raw, "message", _chat(about) | _some(about, *MOVES))
    if COMMAND.fullmatch(text(about, "text")):
        return _as(raw, "message", _chat(about) | _who(about) | _some(about, "text"))
    return None


async def attended(bot: Bot, slim: dict[str, Any]) -> dict[str, Any]:
    """The same, where it is a code, with who is in the group, as far as Telegram tells a bot.

    That is its administrators by name, and how many there are.
    """
    about = part(slim, "message")
    told = COMMAND.fullmatch(text(about, "text"))
    chat = number(part(about, "chat"), "id")
    if told is None or not told["code"] or chat is None:
        return slim
    asked = {"chat_id": chat}
    try:
        async with asyncio.timeout(PATIENCE):
            found: Any = await bot.do_api_request("getChatAdministrators", asked)
            count: Any = await bot.do_api_request("getChatMemberCount", asked)
    except (TelegramError, TimeoutError):
        return slim
    users = [part(one, "user") for one in found if isinstance(one, dict)]
    people = {
        str(number(user, "id")): text(user, "first_name", 60) for user in users if not user.get("is_bot")
    }
    return slim | {"group": {"admins": people, "count": count}}


def heard(raw: Raw, at: datetime, fresh: Callable[[], str]) -> InRoom | None:
    """What an update that was `kept` says; None: nothing that matters to a room."""
    if query := part(raw, "callback_query"):
        room = str(number(part(part(query, "message"), "chat"), "id") or "")
        press = screen.press(text(query, "data", 64)) or Press("", "", "")
        said = Heard(at, fresh(), press=press, language=text(part(query, "from"), "language_code", 16))
        return InRoom(room, "press", _by(query), press=text(query, "id", 64), said=said)
    if member := part(raw, "my_chat_member"):
        state = part(member, "new_chat_member")
        mute = state.get("can_send_messages") is False or state.get("is_member") is False
        out = text(state, "status") in OUT or mute
        return InRoom(_room(member), "out" if out else "board")
    about = part(raw, "message")
    room = _room(about)
    if moved := number(about, MOVES[0]):
        return InRoom(room, "moved", to=str(moved))
    if came := number(about, MOVES[1]):
        return InRoom(str(came), "moved", to=room)
    told = COMMAND.fullmatch(text(about, "text"))
    if told is None:
        return None
    group = part(raw, "group")
    admins = {key: text(part(group, "admins"), key, 60) for key in part(group, "admins")}
    code = told["code"] or ""
    spoken = SPOKEN.get((told["word"] or "").casefold(), "")
    return InRoom(
        room, "code", _by(about), code=code, spoken=spoken, admins=admins, count=number(group, "count")
    )


def _by(about: Raw) -> str:
    """The private chat of who did it; "" where they act in the group's name, or are a bot."""
    who = part(about, "from")
    return "" if who.get("is_bot") else str(number(who, "id") or "")


def _room(about: Raw) -> str:
    return str(number(part(about, "chat"), "id") or "")


def _chat(about: Raw) -> dict[str, Any]:
    return {"chat": _some(part(about, "chat"), "id", "type")}


def _who(about: Raw) -> dict[str, Any]:
    return {"from": _some(part(about, "from"), "id", "is_bot", "language_code")}


def _some(raw: Raw, *keys: str) -> dict[str, Any]:
    return {key: raw[key] for key in keys if key in raw}


def _as(raw: Raw, kind: str, about: Mapping[str, Any]) -> dict[str, Any]:
    return {"update_id": raw["update_id"], kind: dict(about)}
