"""Telegram's refusals as a table, and what each means for a letter.

Source: https://core.telegram.org/bots/api#making-requests (429, migrate_to_chat_id) and the texts of the public server,
https://github.com/tdlib/telegram-bot-api/blob/master/telegram-bot-api/Client.cpp.
"""

from __future__ import annotations

from dataclasses import dataclass

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, TelegramError

from handlers.channel import Scope, SendFailed, SendMoved, SendUnknown
from handlers.telegram.client import AnswerLost, NotSent, ServerDown, TooMany

TOKEN_PAUSE = 60.0
"""Seconds between tries with a token that is refused: an operator has to put in another."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """`says` is a part of Telegram's text, in small letters; the first that fits counts."""

    says: str
    reason: str
    unreachable: bool = False


FORBIDDEN = (
    Refusal("blocked by the user", "blocked", unreachable=True),
    Refusal("user is deactivated", "deactivated", unreachable=True),
    Refusal("can't initiate conversation", "never-started", unreachable=True),
    Refusal("bot was kicked", "left-room", unreachable=True),
    Refusal("not a member", "left-room", unreachable=True),
    Refusal("", "forbidden", unreachable=True),
)
BAD = (
    Refusal("chat not found", "chat-not-found", unreachable=True),
    Refusal("peer_id_invalid", "chat-not-found", unreachable=True),
    Refusal("input_user_deactivated", "deactivated", unreachable=True),
    Refusal("chat_write_forbidden", "no-rights", unreachable=True),
    Refusal("have no rights", "no-rights", unreachable=True),
    Refusal("not enough rights", "no-rights", unreachable=True),
    Refusal("topic_closed", "thread-closed"),
    Refusal("message thread not found", "thread-gone"),
    Refusal("can't parse entities", "bad-text"),
    Refusal("text must be non-empty", "bad-text"),
    Refusal("message text is empty", "bad-text"),
    Refusal("too long", "too-long"),
    Refusal("too_long", "too-long"),
    Refusal("button_", "bad-button"),
    Refusal("", "refused"),
)
NOT_MODIFIED = "message is not modified"
NOT_EDITABLE = ("message to edit not found", "message can't be edited", "message_id_invalid")
NOT_DELETABLE = ("can't be deleted", "message to delete not found")
QUERY_TOO_OLD = "query is too old"


def says(error: TelegramError, *texts: str) -> bool:
    """Whether the server's text holds one of these."""
    told = error.message.lower()
    return any(text in told for text in texts)


def meaning(error: TelegramError, address: str) -> SendFailed | SendUnknown | SendMoved:
    """What a failed call means for the letter to `address`. Telegram's text is not repeated: it may hold a token."""
    match error:
        case NotSent():
            return SendFailed("no-connection", again=True, scope="bot")
        case ServerDown(status=504):
            return SendUnknown("server-504")
        case ServerDown(status=status):
            return SendFailed(f"server-{status}", again=True)
        case TooMany(after=after):
            return SendFailed("too-many", again=True, after=after, scope=scope(address))
        case ChatMigrated(new_chat_id=to):
            return SendMoved(str(to))
        case InvalidToken():
            return SendFailed("token", again=True, after=TOKEN_PAUSE, scope="bot")
        case Forbidden():
            return _row(error, FORBIDDEN)
        case BadRequest():
            return _row(error, BAD)
        case AnswerLost():
            return SendUnknown("answer-lost")
    return SendUnknown("unclear")


def scope(address: str) -> Scope:
    """The narrowest thing a 429 can mean: it names none."""
    return "group" if address.startswith("-") else "chat"


def _row(error: TelegramError, table: tuple[Refusal, ...]) -> SendFailed:
    row = next(row for row in table if says(error, row.says))
    return SendFailed(row.reason, again=False, unreachable=row.unreachable)
