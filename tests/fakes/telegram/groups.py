"""Groups that a bot is in: what of them reaches it, who may do what there, how they move, how it is thrown out.

Source: https://core.telegram.org/bots/features#privacy-mode, https://core.telegram.org/bots/api#chatmemberupdated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Self

from tests.fakes.telegram.chats import PINS
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.world import Chat, Message, World

ANONYMOUS = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}


class Group(Person):
    """A group the bot is in, seen by its first member, who made it; `as_(person)` is the same room seen by another."""

    @classmethod
    def made(cls, world: World, title: str, members: Sequence[Person]) -> Self:
        with world.lock:
            number = -world.random.randrange(10**8, 10**9)
            chat = Chat(number, "group", title, {}, {member.id: member.user for member in members})
            chat.admins[members[0].id] = {PINS}
            world.chats[chat.id] = chat
            made = cls(world, chat, members[0].user)
            made._membership("left", "member", None)
            return made

    def as_(self, person: Person) -> Self:
        return type(self)(self.world, self.chat, person.user)

    def send(self, content: dict[str, Any]) -> Message:
        """With privacy mode on, what is not for the bot does not reach it, unless it is an administrator."""
        return self._send(content, self.user, {})

    def anonymously(self, text: str) -> Message:
        """An administrator writes in the name of the group."""
        return self._send({"text": text}, ANONYMOUS, {"sender_chat": self.chat.json})

    def promote(self, *rights: str) -> None:
        """The bot becomes an administrator: from now on every message reaches it."""
        with self.world.lock:
            self.chat.admins[self.world.my_id] = set(rights)
            self._membership("member", "administrator", None)

    def kick(self) -> None:
        """The bot is thrown out."""
        kind = "supergroup" if self.chat.kind == "supergroup" else "group"
        self._membership("member", "kicked", (403, f"Forbidden: bot was kicked from the {kind} chat"))

    def kick_unheard(self) -> None:
        """The same, while nobody fetched the news of it."""
        with self.world.lock:
            self.kick()
            self.world.updates.pop()

    def upgrade(self, *, told: bool = True) -> Chat:
        """Becomes a supergroup with a new id and no old message; the old id answers with `migrate_to_chat_id`.

        told  the bot hears of it by the service messages
        """
        with self.world.lock:
            old = self.chat
            new = Chat(
                -1_000_000_000_000 + old.id, "supergroup", old.title, {}, old.members, admins=old.admins
            )
            self.world.chats[new.id] = new
            old.moved_to = new.id
            self.chat = new
            for chat, key, other in (
                (old, "migrate_to_chat_id", new.id),
                (new, "migrate_from_chat_id", old.id),
            ):
                message = self.world.add(chat, self.user, {key: other})
                if told:
                    self.world.tell("message", self.world.json(message), chat.id)
            return new

    def _send(self, content: dict[str, Any], sender: dict[str, Any], more: dict[str, Any]) -> Message:
        with self.world.lock:
            reaches = self._reaches(str(content.get("text", "")))
            message = self.world.add(self.chat, sender, content | more)
            self._act()
            if reaches and self.chat.refusal is None:
                self.world.tell("message", self.world.json(message), self.chat.id)
            return message

    def _reaches(self, text: str) -> bool:
        me = self.world.me
        command, _, name = (text.split(maxsplit=1) or [""])[0].partition("@")
        meant = command.startswith("/") and (
            name == me["username"] if name else self.chat.last == self.world.my_id
        )
        return meant or self.world.my_id in self.chat.admins
