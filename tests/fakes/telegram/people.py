"""People as they use Telegram: they type, press, send what a phone sends, and look at their screen.

sari = fake.person("Sari")
sari.start()
await sari.sees("Setuju")
sari.press("Setuju, mulai")
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any, Self

from tests.fakes.media import sizes
from tests.fakes.screen import Screen
from tests.fakes.telegram.world import Chat, Message, World


class Person(Screen[Message]):
    """One person and her private chat with the bot; `id` is both her user id and the chat's."""

    def __init__(self, world: World, chat: Chat, user: dict[str, Any]) -> None:
        super().__init__(world, user["first_name"])
        self.world, self.chat, self.user, self.id = world, chat, user, int(user["id"])

    @classmethod
    def join(cls, world: World, name: str, language: str, username: str) -> Self:
        with world.lock:
            user: dict[str, Any] = {
                "id": world.random.randrange(10**8, 6 * 10**9),
                "is_bot": False,
                "first_name": name,
            }
            user |= {"language_code": language} if language else {}
            user |= {"username": username} if username else {}
            chat = Chat(user["id"], "private", name, user)
            world.chats[chat.id] = chat
            return cls(world, chat, user)

    # what she sees

    @property
    def messages(self) -> list[Message]:
        with self.world.lock:
            return [m for m in self.chat.messages.values() if not m.deleted]

    @property
    def screen(self) -> str:
        lines = []
        for message in self.messages:
            what = message.text or f"[{', '.join(key for key in message.content if key != 'entities')}]"
            lines.append(f"{'<' if message.mine else '>'} {what}")
            lines += ["  " + " ".join(f"[{label}]" for label in row) for row in message.rows]
        return "\n".join(lines)

    # what she does

    def say(self, text: str, **more: Any) -> Message:
        entities = (
            [{"type": "bot_command", "offset": 0, "length": len(text.split(maxsplit=1)[0])}]
            if text.startswith("/")
            else []
        )
        return self.send({"text": text} | ({"entities": entities} if entities else {}) | more)

    def start(self, payload: str = "") -> Message:
        return self.say(f"/start {payload}".strip())

    def press(self, label: str, message: Message | None = None) -> str:
        """Press the button of the newest message that has it (or of `message`); returns the query's id."""
        with self.world.lock:
            for where in [message] if message else reversed(self.messages):
                for button in (b for row in where.keyboard or [] for b in row):
                    if button["text"] == label:
                        return self.tap(where, button["callback_data"])
        raise AssertionError(f"no button {label!r}; {self.name} sees:\n{self.screen}")

    def tap(self, message: Message, data: str) -> str:
        """A press of any data on any message, as an old screen or a forged client can send it."""
        with self.world.lock:
            self._act()
            query = str(self.world.random.randrange(10**17, 10**18))
            self.world.queries[query] = self.world.now()
            body = {"id": query, "from": self.user, "chat_instance": str(self.id * 7), "data": data}
            self.world.tell("callback_query", body | {"message": self.world.json(message)}, self.chat.id)
            return query

    def forward_of(self, message: Message) -> Message:
        """Pass on a message of the bot, which loses its buttons on the way."""
        if message.protected:
            raise AssertionError("Telegram does not let protected content be forwarded")
        origin = {"type": "user", "sender_user": self.world.me, "date": int(message.date)}
        return self.send({"text": message.text, "forward_origin": origin})

    def send(self, content: dict[str, Any]) -> Message:
        """Any content of a message, as the Bot API would show it."""
        with self.world.lock:
            if self.chat.refusal is not None and self.chat.kind == "private":
                raise AssertionError(f"{self.name} has blocked the bot: unblock() first")
            message = self.world.add(self.chat, self.user, content)
            self._act()
            self.world.tell("message", self.world.json(message), self.chat.id)
            return message

    def send_photo(self, body: bytes, caption: str = "", **more: Any) -> Message:
        """As the phone sends a picture: made smaller, compressed again, without EXIF, in several sizes."""
        return self.send({"photo": self._photo(body)} | ({"caption": caption} if caption else {}) | more)

    def send_album(self, bodies: Sequence[bytes], caption: str = "") -> list[Message]:
        """One update a picture, one media_group_id, the caption on the first."""
        with self.world.lock:
            group = {"media_group_id": str(self.world.random.randrange(10**16, 10**17))}
            sent = []
            for number, body in enumerate(bodies):
                sent.append(self.send_photo(body, "" if number else caption, **group))
            return sent

    def send_document(
        self, body: bytes, name: str, mime: str = "application/pdf", size: int | None = None, **more: Any
    ) -> Message:
        """Byte for byte; `size` may claim more than the body holds."""
        about = {"file_name": name, "mime_type": mime}
        return self.send({"document": self._file(body, name, size) | about} | more)

    def send_voice(self, body: bytes, seconds: int = 4) -> Message:
        return self.send(
            {"voice": self._file(body, "voice.oga") | {"duration": seconds, "mime_type": "audio/ogg"}}
        )

    def send_video(self, body: bytes, caption: str = "", size: int | None = None) -> Message:
        about = {
            "duration": 5,
            "width": 640,
            "height": 360,
            "mime_type": "video/mp4",
            "file_name": "VID_1.mp4",
        }
        more = {"caption": caption} if caption else {}
        return self.send({"video": self._file(body, "VID_1.mp4", size) | about} | more)

    def pin(self, latitude: float, longitude: float) -> Message:
        return self.send({"location": {"latitude": latitude, "longitude": longitude}})

    def live(self, latitude: float, longitude: float) -> Message:
        place = {"latitude": latitude, "longitude": longitude, "horizontal_accuracy": 12.0}
        return self.send({"location": place | {"live_period": 900}})

    def venue(self, title: str, address: str, latitude: float, longitude: float) -> Message:
        place = {"latitude": latitude, "longitude": longitude}
        return self.send(
            {"location": place, "venue": {"location": place, "title": title, "address": address}}
        )

    def sticker(self) -> Message:
        about = {
            "type": "regular",
            "width": 512,
            "height": 512,
            "is_animated": False,
            "is_video": False,
            "emoji": "🙏",
        }
        return self.send({"sticker": self._file(b"RIFF....WEBP", "sticker.webp") | about})

    def contact(self, phone: str, name: str) -> Message:
        return self.send({"contact": {"phone_number": phone, "first_name": name}})

    def poll(self, question: str, *options: str) -> Message:
        answers = [{"text": option, "voter_count": 0, "persistent_id": option} for option in options]
        about = {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"}
        return self.send({"poll": {"id": "5", "question": question, "options": answers} | about})

    def forward(self, text: str, origin: str = "Hamba Allah") -> Message:
        made = {"type": "hidden_user", "sender_user_name": origin, "date": int(self.world.now()) - 86400}
        return self.send({"text": text, "forward_origin": made})

    def edit(self, message: Message, text: str) -> None:
        """Edit a message of her own."""
        with self.world.lock:
            self._act()
            field = "text" if "text" in message.content else "caption"
            message.content = message.content | {field: text}
            message.edited = self.world.now()
            message.changed = self.world.changed()
            self.world.tell("edited_message", self.world.json(message), self.chat.id)

    def block(self) -> None:
        self._membership("member", "kicked", (403, "Forbidden: bot was blocked by the user"))

    def unblock(self) -> None:
        self._membership("kicked", "member", None)

    def deactivate(self) -> None:
        """Delete her account: nothing tells the bot but the next refusal."""
        with self.world.lock:
            self.chat.refusal = (403, "Forbidden: user is deactivated")

    def _membership(self, old: str, new: str, refusal: tuple[int, str] | None) -> None:
        with self.world.lock:
            self.chat.refusal = refusal
            about = {"chat": self.chat.json, "from": self.user, "date": int(self.world.now())}
            states = {
                name: {"user": self.world.me, "status": status}
                | ({"until_date": 0} if status == "kicked" else {})
                for name, status in (("old_chat_member", old), ("new_chat_member", new))
            }
            self.world.tell("my_chat_member", about | states, self.chat.id)

    def _file(self, body: bytes, name: str, size: int | None = None) -> dict[str, Any]:
        with self.world.lock:
            file = self.world.store(body, name, size)
        return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}

    def _photo(self, body: bytes) -> list[dict[str, Any]]:
        return [
            self._file(made, "photo.jpg") | {"width": width, "height": height}
            for width, height, made in sizes(body)
        ]


async def all_of(*waits: Any) -> None:
    """Several people wait side by side."""
    await asyncio.gather(*waits)
