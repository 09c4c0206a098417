"""What the fake Telegram remembers: chats, messages, updates, files, and a clock that a test can turn."""

from __future__ import annotations

import copy
import hashlib
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from tests.fakes.state import State
from tests.fakes.telegram.faults import Refused

DAY = 24 * 3600
KEPT = DAY  # https://core.telegram.org/bots/api#getting-updates: updates are kept no longer than 24 hours
LINK = 3600  # https://core.telegram.org/bots/api#getfile: the link is valid for at least one hour
QUERY = 60  # a press must be answered soon; the real server gives no number
LARGEST = 20 * 1024 * 1024
LEFT_OUT = ("chat_member", "message_reaction", "message_reaction_count")


@dataclass(slots=True)
class Message:
    """One message as the chat shows it. `keyboard` holds Bot API buttons, `changed` its last tick."""

    id: int
    chat: int
    mine: bool
    date: float
    content: dict[str, Any]
    sender: dict[str, Any]
    html: str = ""
    keyboard: list[list[dict[str, Any]]] | None = None
    edited: float = 0
    editable: bool = True
    deleted: bool = False
    protected: bool = False
    changed: int = 0
    versions: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return str(self.content.get("text") or self.content.get("caption") or "")

    @property
    def rows(self) -> list[list[str]]:
        return [[button["text"] for button in row] for row in self.keyboard or []]

    @property
    def buttons(self) -> list[str]:
        return [label for row in self.rows for label in row]


@dataclass(slots=True)
class File:
    id: str
    unique_id: str
    body: bytes
    name: str
    size: int
    linked: float = 0


@dataclass(slots=True)
class Chat:
    """A private chat or a group. `user` is the person of a private chat, `members` those of a group by id.

    admins  of a group, by id: what each may do beside what any member may
    last    who wrote the newest message that somebody wrote
    """

    id: int
    kind: str
    title: str
    user: dict[str, Any] = field(default_factory=dict)
    members: dict[int, dict[str, Any]] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    refusal: tuple[int, str] | None = None
    moved_to: int | None = None
    admins: dict[int, set[str]] = field(default_factory=dict)
    last: int = 0

    @property
    def json(self) -> dict[str, Any]:
        if self.kind == "private":
            named = {key: self.user[key] for key in ("first_name", "username") if key in self.user}
            return {"id": self.id, "type": "private"} | named
        return {"id": self.id, "type": self.kind, "title": self.title}

    def seen(self, message_id: int, otherwise: str) -> Message:
        """A message that stands here; raises Refused, saying `otherwise`."""
        message = self.messages.get(message_id)
        if message is None or message.deleted:
            raise Refused(400, f"Bad Request: {otherwise}")
        return message


@dataclass(slots=True)
class Update:
    id: int
    chat: int
    body: dict[str, Any]
    born: float


class World(State):
    """All state, under one lock; every change rings the bell."""

    def __init__(self, seed: int = 1) -> None:
        super().__init__(seed)
        self.me = {"id": 7_000_000_001, "is_bot": True, "first_name": "Saksi", "username": "SaksiUjiBot"}
        self.chats: dict[int, Chat] = {}
        self.files: dict[str, File] = {}
        self.updates: deque[Update] = deque()
        self.queries: dict[str, float] = {}
        self.allowed: list[str] = []
        self.next_update = self.random.randrange(100_000_000, 900_000_000)
        self.next_message = self.random.randrange(10, 10_000)
        self.settings: dict[str, Any] = {}

    @property
    def my_id(self) -> int:
        return int(str(self.me["id"]))

    def chat(self, chat_id: object) -> Chat:
        """The chat a call means; raises Refused for an unknown, blocked or moved one."""
        known = self.chats.get(chat_id) if isinstance(chat_id, int) else None
        if known is None:
            raise Refused(400, "Bad Request: chat not found")
        if known.moved_to is not None:
            parameters = {"migrate_to_chat_id": known.moved_to}
            raise Refused(400, "Bad Request: group chat was upgraded to a supergroup chat", parameters)
        if known.refusal is not None:
            raise Refused(*known.refusal)
        return known

    def add(
        self, chat: Chat, sender: dict[str, Any], content: dict[str, Any], *, mine: bool = False
    ) -> Message:
        self.next_message += 1
        message = Message(self.next_message, chat.id, mine, self.now(), content, sender)
        chat.messages[message.id] = message
        chat.last = int(sender.get("id", 0))
        message.changed = self.changed()
        return message

    def json(self, message: Message) -> dict[str, Any]:
        """A message as the Bot API tells it."""
        body: dict[str, Any] = {
            "message_id": message.id,
            "from": message.sender,
            "chat": self.chats[message.chat].json,
            "date": int(message.date),
        }
        if message.edited:
            body["edit_date"] = int(message.edited)
        if message.keyboard:
            body["reply_markup"] = {"inline_keyboard": message.keyboard}
        if message.protected:
            body["has_protected_content"] = True
        return copy.deepcopy(body | message.content)

    def tell(self, kind: str, body: dict[str, Any], chat: int) -> int:
        """Queue an update for the bot, if it asked for this kind; returns its id, 0 when it is left out."""
        wanted = kind in self.allowed if self.allowed else kind not in LEFT_OUT
        if not wanted:
            return 0
        return self.queue({kind: body}, chat)

    def queue(self, body: dict[str, Any], chat: int = 0) -> int:
        with self.lock:
            self.next_update += 1
            self.updates.append(
                Update(self.next_update, chat, {"update_id": self.next_update} | body, self.now())
            )
            self.changed()
            return self.next_update

    def pending(self) -> list[Update]:
        """Updates that are neither confirmed nor older than a day."""
        while self.updates and self.updates[0].born < self.now() - KEPT:
            self.updates.popleft()
        return list(self.updates)

    def confirm(self, offset: int) -> None:
        """Forget every update below `offset`; a negative one keeps only so many from the end."""
        kept = [u for u in self.pending() if u.id >= offset] if offset > 0 else list(self.updates)[offset:]
        self.updates = deque(kept)

    def drop(self, update_id: int) -> None:
        self.updates = deque(u for u in self.updates if u.id != update_id)

    def store(self, body: bytes, name: str, size: int | None = None) -> File:
        """Keep a file; `size` may claim more than the body holds, for limits."""
        unique = hashlib.sha256(body + name.encode()).hexdigest()[:15]
        made = File(
            f"BQACAgUAAx{self.random.randbytes(20).hex()}", f"AgAD{unique}", body, name, size or len(body)
        )
        self.files[made.id] = made
        return made
