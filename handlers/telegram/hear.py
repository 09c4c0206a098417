"""A raw update to what was heard. Pure: the moment and the random ids are handed in.

Two steps: `envelope()` when the update is accepted (whose lane, which id), `hear()` in the turn.
Source: https://core.telegram.org/bots/api#update and #message.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.conversation import screen
from bot.conversation.message import Heard, Press
from handlers.in_room import InRoom
from handlers.telegram import room
from handlers.telegram.contents import attachments, odd, place
from handlers.telegram.raw import NOTHING, Raw, UnreadableUpdate, number, opened, part, text

KINDS = ("message", "edited_message", "callback_query", "my_chat_member", "message_reaction")
"""What we ask Telegram for, and no more."""

LATE = timedelta(hours=26)
"""Telegram keeps updates 24 hours: a message said earlier than that carries no date we believe."""

SERVICE = {
    "new_chat_members", "left_chat_member", "new_chat_title", "new_chat_photo", "delete_chat_photo",
    "group_chat_created", "supergroup_chat_created", "channel_chat_created",
    "message_auto_delete_timer_changed", "migrate_to_chat_id", "migrate_from_chat_id",
    "pinned_message", "successful_payment", "refunded_payment",
    "users_shared", "chat_shared", "connected_website", "write_access_allowed", "passport_data",
    "proximity_alert_triggered", "boost_added", "chat_background_set", "forum_topic_created",
    "forum_topic_edited", "forum_topic_closed", "forum_topic_reopened", "general_forum_topic_hidden",
    "general_forum_topic_unhidden", "giveaway_created", "giveaway", "giveaway_winners", "giveaway_completed",
    "paid_message_price_changed", "video_chat_scheduled", "video_chat_started", "video_chat_ended",
    "video_chat_participants_invited", "web_app_data", "direct_message_price_changed", "checklist_tasks_done",
    "checklist_tasks_added", "gift", "unique_gift",
}  # fmt: skip
"""Messages that nobody said: acknowledged, and answered by nothing."""

COMMAND = re.compile(r"\A(/[A-Za-z0-9_]{1,32})@[A-Za-z0-9_]{3,64}")


@dataclass(frozen=True, slots=True, repr=False)
class Envelope:
    """What the edge must know of an update before it is kept.

    address      the chat's id; of a press in a group that of who pressed: it is theirs alone. Secret, so an envelope
                 shows nothing of itself
    external_id  the update's id: with channel and bot it is told once
    ref          the message it is about, "" where there is none, and in groups
    private      a chat between one person and the bot
    """

    address: str
    external_id: str
    ref: str
    private: bool

    def __repr__(self) -> str:
        return f"<Envelope {self.external_id}>"


def envelope(raw: Raw) -> Envelope:
    """Raises UnreadableUpdate where it has no id, or nobody sent it."""
    update_id = number(raw, "update_id")
    if update_id is None:
        raise UnreadableUpdate("an update without an id")
    kind, about = _told(raw)
    message = part(about, "message") if kind == "callback_query" else about
    chat = part(message, "chat")
    chat_id = number(chat, "id")
    if chat_id is None and kind == "callback_query":
        chat_id = number(part(about, "from"), "id")
    if chat_id is None:
        raise UnreadableUpdate("an update without a chat")
    ref = number(message, "message_id")
    private = chat_id > 0 and text(chat, "type") in ("", "private")
    if not private:
        who = number(part(about, "from"), "id") if kind == "callback_query" else None
        return Envelope(str(chat_id if who is None else who), str(update_id), "", private=False)
    return Envelope(str(chat_id), str(update_id), "" if ref is None else str(ref), private)


def hear(raw: Raw, *, at: datetime, fresh: Callable[[], str]) -> Heard | None:
    """None where nobody said anything to us: service messages, membership, reactions, groups.

    at     when it was accepted, aware; a message tells itself when it was said, and is believed for a day
    fresh  makes a random id: one for a draft that this may start, one for each file

    Raises UnreadableUpdate.
    """
    found = envelope(raw)
    kind, about = _told(raw)
    if not found.private:
        return None
    language = text(part(about, "from"), "language_code", 16)
    if kind == "callback_query":
        carried = text(about, "data", 64)
        press = screen.press(carried) or Press("", "", "")
        return Heard(at=at, fresh=fresh(), press=press, ref=found.ref, language=language)
    if kind not in ("message", "edited_message") or SERVICE & about.keys():
        return None
    edited = kind == "edited_message"
    where, strange = place(about), odd(about)
    if edited and (where or strange == "live"):
        return None
    files = attachments(about, fresh)
    words = _words(about)
    if not (words or files or where or strange):
        strange = "other"
    return Heard(
        at=_said(about, at, edited=edited),
        fresh=fresh(),
        text=words,
        attachments=files,
        place=where,
        ref=found.ref,
        album=text(about, "media_group_id", 64),
        edited=edited,
        forwarded=bool(
            about.keys() & {"forward_origin", "forward_date", "forward_from", "forward_sender_name"}
        ),
        odd=strange,
        language=language,
    )


def ear(body: bytes, at: datetime, fresh: Callable[[], str]) -> tuple[str, Heard | InRoom | None]:
    """How the reception hears an update that it opened: whose it is, and what was said. Raises UnreadableUpdate."""
    raw = opened(body)
    found = envelope(raw)
    said = hear(raw, at=at, fresh=fresh) if found.private else room.heard(raw, at, fresh)
    return found.address, said


def _told(raw: Raw) -> tuple[str, Raw]:
    kind = next((kind for kind in KINDS if isinstance(raw.get(kind), dict)), "")
    return kind, part(raw, kind) if kind else NOTHING


def _words(about: Raw) -> str:
    """Text or caption; a command loses the bot's name; a venue is its title and address."""
    said = text(about, "text") or text(about, "caption")
    if said:
        return COMMAND.sub(r"\1", said)
    venue = part(about, "venue")
    return ", ".join(filter(None, (text(venue, "title", 256), text(venue, "address", 256))))


def _said(about: Raw, at: datetime, *, edited: bool) -> datetime:
    seconds = number(about, "edit_date" if edited else "date")
    if seconds is None or not 0 < seconds < 2**33:
        return at
    said = datetime.fromtimestamp(seconds, UTC)
    return said if at - LATE <= said <= at else at
