"""What a bot says: it sends, changes and deletes messages, and a person finds them as the real server leaves them.

Source: https://core.telegram.org/bots/api#available-methods, #updating-messages.
"""

from __future__ import annotations

import io
from typing import Any

from PIL import Image

from tests.fakes.telegram import text as texts
from tests.fakes.telegram.faults import Refused
from tests.fakes.telegram.parameters import Params
from tests.fakes.telegram.world import DAY, File, Message, World

PHOTO, DOCUMENT, CAPTION = 10_000_000, 50_000_000, 1024
"""https://core.telegram.org/bots/api#sendphoto, #senddocument: bytes, bytes, characters."""


class Messages:
    def __init__(self, world: World) -> None:
        self.world = world

    def send_message(self, p: Params) -> Any:
        chat = self.world.chat(p["chat_id"])
        content, source = self._content(p, "message is too long")
        keyboard = texts.keyboard(p.get("reply_markup"))
        if "reply_parameters" in p and p["reply_parameters"].get("message_id") not in chat.messages:
            raise Refused(400, "Bad Request: message to be replied not found")
        message = self.world.add(chat, self.world.me, content, mine=True)
        message.html, message.keyboard = source, keyboard
        message.protected = bool(p.get("protect_content"))
        message.editable = not p.get("reply_markup") or keyboard is not None
        message.versions.append(message.text)
        return self.world.json(message)

    def send_photo(self, p: Params) -> Any:
        file = self.world.files[p["photo"]]
        if file.size > PHOTO:
            raise Refused(400, "Bad Request: too big for a photo")
        try:
            with Image.open(io.BytesIO(file.body)) as opened:
                width, height = opened.size
        except OSError:
            raise Refused(400, "Bad Request: IMAGE_PROCESS_FAILED") from None
        if width + height > 10_000 or max(width, height) > 20 * min(width, height):
            raise Refused(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
        return self._sent(p, {"photo": [self._about(file) | {"width": width, "height": height}]})

    def send_document(self, p: Params) -> Any:
        file = self.world.files[p["document"]]
        if file.size > DOCUMENT:
            raise Refused(413, "Request Entity Too Large")
        return self._sent(p, {"document": self._about(file) | {"file_name": file.name}})

    def edit_message_text(self, p: Params) -> Any:
        message = self._editable(p)
        content, source = self._content(p, "MESSAGE_TOO_LONG")
        return self._edit(message, content, source, texts.keyboard(p.get("reply_markup")))

    def edit_message_reply_markup(self, p: Params) -> Any:
        message = self._editable(p)
        return self._edit(message, message.content, message.html, texts.keyboard(p.get("reply_markup")))

    def delete_message(self, p: Params) -> Any:
        chat = self.world.chat(p["chat_id"])
        self._delete(chat.seen(p["message_id"], "message to delete not found"))
        return True

    def delete_messages(self, p: Params) -> Any:
        chat = self.world.chat(p["chat_id"])
        ids = p["message_ids"]
        if not isinstance(ids, list) or not all(isinstance(i, int) for i in ids):
            raise Refused(400, "Bad Request: can't parse message identifiers")
        if not 1 <= len(ids) <= 100:
            raise Refused(
                400,
                "Bad Request: too many messages to delete"
                if ids
                else "Bad Request: message identifiers are not specified",
            )
        there = [chat.messages[i] for i in ids if i in chat.messages and not chat.messages[i].deleted]
        if any(self._old(message) for message in there):
            raise Refused(400, "Bad Request: message can't be deleted for everyone")
        for message in there:
            self._delete(message)
        return True

    def set_message_reaction(self, p: Params) -> Any:
        chat = self.world.chat(p["chat_id"])
        message = chat.seen(p["message_id"], "message to react not found")
        message.content["reaction"] = [r.get("emoji", "") for r in p.get("reaction") or []]
        message.changed = self.world.changed()
        return True

    def _sent(self, p: Params, held: dict[str, Any]) -> Any:
        """A file of the bot's with its caption."""
        chat = self.world.chat(p["chat_id"])
        text, entities = texts.parse(p.get("caption", ""))
        if texts.utf16(text) > CAPTION:
            raise Refused(400, "Bad Request: message caption is too long")
        content = held | {"caption": text} | ({"caption_entities": entities} if entities else {})
        message = self.world.add(chat, self.world.me, content, mine=True)
        message.protected, message.editable = bool(p.get("protect_content")), False
        return self.world.json(message)

    def _about(self, file: File) -> dict[str, Any]:
        return {"file_id": file.id, "file_unique_id": file.unique_id, "file_size": file.size}

    def _content(self, p: Params, too_long: str) -> tuple[dict[str, Any], str]:
        mode = p.get("parse_mode", "")
        if mode not in ("", "HTML"):
            raise Refused(400, "Bad Request: unsupported parse_mode")
        text, entities = texts.parse(p["text"]) if mode == "HTML" else (p["text"], p.get("entities") or [])
        shown = texts.checked(text, too_long=too_long)
        return {"text": shown} | ({"entities": entities} if entities else {}), p["text"]

    def _editable(self, p: Params) -> Message:
        message = self.world.chat(p["chat_id"]).seen(p["message_id"], "message to edit not found")
        if not message.mine or not message.editable:
            raise Refused(400, "Bad Request: message can't be edited")
        return message

    def _edit(
        self, message: Message, content: dict[str, Any], source: str, rows: list[list[dict[str, Any]]] | None
    ) -> Any:
        if content == message.content and (rows or None) == (message.keyboard or None):
            raise Refused(
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are "
                "exactly the same as a current content and reply markup of the message",
            )
        message.content, message.html, message.keyboard = content, source, rows
        message.edited = self.world.now()
        message.versions.append(message.text)
        message.changed = self.world.changed()
        return self.world.json(message)

    def _old(self, message: Message) -> bool:
        return self.world.now() - message.date > 2 * DAY

    def _delete(self, message: Message) -> None:
        if self._old(message):
            raise Refused(400, "Bad Request: message can't be deleted for everyone")
        message.deleted = True
        message.changed = self.world.changed()
