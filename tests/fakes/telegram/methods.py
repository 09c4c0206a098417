"""The methods of the Bot API that the fake knows, as strict as the real ones.

Source: https://core.telegram.org/bots/api#available-methods.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from typing import Any

from PIL import Image

from tests.fakes.telegram import text as texts
from tests.fakes.telegram.faults import Refused
from tests.fakes.telegram.parameters import SHAPES, Params, typed
from tests.fakes.telegram.world import DAY, LARGEST, QUERY, Chat, File, Message, World

PHOTO, DOCUMENT, CAPTION = 10_000_000, 50_000_000, 1024
"""https://core.telegram.org/bots/api#sendphoto, #senddocument: bytes, bytes, characters."""
ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
PINS = "can_pin_messages"
GIFTS = dict.fromkeys(
    ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"), True
)
ADMIN = {
    "status": "administrator", "can_be_edited": False, "is_anonymous": False, "can_manage_chat": True,
    "can_delete_messages": False, "can_manage_video_chats": False, "can_restrict_members": False,
    "can_promote_members": False, "can_change_info": False, "can_invite_users": False, "can_post_stories": False,
    "can_edit_stories": False, "can_delete_stories": False, "can_pin_messages": False,
}  # fmt: skip
"""https://core.telegram.org/bots/api#chatmemberadministrator"""
SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}


class Methods:
    """Each method is a function of the world and its parameters; the answer is the `result`."""

    def __init__(self, world: World) -> None:
        self.world = world

    def call(self, method: str, given: dict[str, str]) -> Any:
        if method not in SHAPES:
            raise Refused(404, "Not Found: method not found")
        words = re.sub(r"([A-Z])", r"_\1", method).lower()
        act: Callable[[Params], Any] = getattr(self, words)
        with self.world.lock:
            return act(typed(method, given))

    def get_me(self, _: Params) -> Any:
        can = {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        return self.world.me | can

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

    def edit_message_text(self, p: Params) -> Any:
        message = self._editable(p)
        content, source = self._content(p, "MESSAGE_TOO_LONG")
        return self._edit(message, content, source, texts.keyboard(p.get("reply_markup")))

    def edit_message_reply_markup(self, p: Params) -> Any:
        message = self._editable(p)
        return self._edit(message, message.content, message.html, texts.keyboard(p.get("reply_markup")))

    def delete_message(self, p: Params) -> Any:
        chat = self.world.chat(p["chat_id"])
        self._delete(self._seen(chat, p["message_id"], "message to delete not found"))
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

    def answer_callback_query(self, p: Params) -> Any:
        born = self.world.queries.pop(p["callback_query_id"], None)
        if born is None or self.world.now() - born > QUERY:
            raise Refused(
                400, "Bad Request: query is too old and response timeout expired or query ID is invalid"
            )
        if texts.utf16(p.get("text", "")) > 200:
            raise Refused(400, "Bad Request: MESSAGE_TOO_LONG")
        return True

    def send_chat_action(self, p: Params) -> Any:
        self.world.chat(p["chat_id"])
        if p["action"] not in ACTIONS:
            raise Refused(400, "Bad Request: wrong parameter action in request")
        return True

    def set_message_reaction(self, p: Params) -> Any:
        chat = self.world.chat(p["chat_id"])
        message = self._seen(chat, p["message_id"], "message to react not found")
        message.content["reaction"] = [r.get("emoji", "") for r in p.get("reaction") or []]
        message.changed = self.world.changed()
        return True

    def set_my_commands(self, p: Params) -> Any:
        commands = p["commands"]
        if len(commands) > 100:
            raise Refused(400, "Bad Request: BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise Refused(400, "Bad Request: BOT_COMMAND_INVALID")
            if not 1 <= texts.utf16(command["description"]) <= 256:
                raise Refused(400, "Bad Request: BOT_COMMAND_DESCRIPTION_INVALID")
        self.world.settings[self._scoped("commands", p)] = commands
        return True

    def get_my_commands(self, p: Params) -> Any:
        return self.world.settings.get(self._scoped("commands", p), [])

    def set_my_description(self, p: Params) -> Any:
        return self._profile(p, "description", 512)

    def get_my_description(self, p: Params) -> Any:
        return {"description": self._profile_text(p, "description")}

    def set_my_short_description(self, p: Params) -> Any:
        return self._profile(p, "short_description", 120)

    def get_my_short_description(self, p: Params) -> Any:
        return {"short_description": self._profile_text(p, "short_description")}

    def set_my_name(self, p: Params) -> Any:
        return self._profile(p, "name", 64)

    def get_my_name(self, p: Params) -> Any:
        return {"name": self._profile_text(p, "name") or self.world.me["first_name"]}

    def get_file(self, p: Params) -> Any:
        file = self.world.files.get(p["file_id"])
        if file is None:
            raise Refused(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if file.size > LARGEST:
            raise Refused(400, "Bad Request: file is too big")
        file.linked = self.world.now()
        path = f"files/{file.unique_id}/{file.name or 'file'}"
        return {
            "file_id": file.id,
            "file_unique_id": file.unique_id,
            "file_size": file.size,
            "file_path": path,
        }

    def get_chat(self, p: Params) -> Any:
        """The pinned message is the newest by its own date, whenever it was pinned."""
        chat = self.world.chat(p["chat_id"])
        pinned = [chat.messages[at] for at in sorted(chat.pinned) if not chat.messages[at].deleted]
        return (
            chat.json
            | {"accent_color_id": 1, "max_reaction_count": 11, "accepted_gift_types": GIFTS}
            | ({"pinned_message": self.world.json(pinned[-1])} if pinned else {})
        )

    def get_chat_administrators(self, p: Params) -> Any:
        chat = self._group(p)
        people = {**chat.members, self.world.my_id: self.world.me}
        return [ADMIN | {"user": people[one]} for one in chat.admins if one in people]

    def get_chat_member_count(self, p: Params) -> Any:
        return len(self._group(p).members) + 1

    def pin_chat_message(self, p: Params) -> Any:
        """In a group the right is needed; whoever pins, everybody reads that they did."""
        chat = self.world.chat(p["chat_id"])
        if chat.kind != "private" and PINS not in chat.admins.get(self.world.my_id, set()):
            raise Refused(400, "Bad Request: not enough rights to manage pinned messages in the chat")
        message = self._seen(chat, p["message_id"], "message to pin not found")
        if message.id in chat.pinned:
            raise Refused(400, "Bad Request: CHAT_NOT_MODIFIED")
        chat.pinned.append(message.id)
        told = self.world.add(chat, self.world.me, {"pinned_message": self.world.json(message)})
        self.world.tell("message", self.world.json(told), chat.id)
        return True

    def unpin_chat_message(self, p: Params) -> Any:
        chat = self.world.chat(p["chat_id"])
        gone = p.get("message_id", chat.pinned[-1] if chat.pinned else 0)
        if gone not in chat.pinned:
            raise Refused(400, "Bad Request: message to unpin not found")
        chat.pinned.remove(gone)
        self.world.changed()
        return True

    def leave_chat(self, p: Params) -> Any:
        chat = self.world.chat(p["chat_id"])
        if chat.kind == "private":
            raise Refused(400, "Bad Request: chat is a private chat")
        chat.refusal = (403, "Forbidden: bot is not a member of the group chat")
        self.world.changed()
        return True

    def _content(self, p: Params, too_long: str) -> tuple[dict[str, Any], str]:
        mode = p.get("parse_mode", "")
        if mode not in ("", "HTML"):
            raise Refused(400, "Bad Request: unsupported parse_mode")
        text, entities = texts.parse(p["text"]) if mode == "HTML" else (p["text"], p.get("entities") or [])
        shown = texts.checked(text, too_long=too_long)
        return {"text": shown} | ({"entities": entities} if entities else {}), p["text"]

    def _group(self, p: Params) -> Chat:
        chat = self.world.chat(p["chat_id"])
        if chat.kind == "private":
            raise Refused(400, "Bad Request: there are no administrators in the private chat")
        return chat

    def _seen(self, chat: Chat, message_id: int, otherwise: str) -> Message:
        message = chat.messages.get(message_id)
        if message is None or message.deleted:
            raise Refused(400, f"Bad Request: {otherwise}")
        return message

    def _editable(self, p: Params) -> Message:
        message = self._seen(self.world.chat(p["chat_id"]), p["message_id"], "message to edit not found")
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

    def _scoped(self, what: str, p: Params) -> str:
        scope = p.get("scope") or {"type": "default"}
        if scope.get("type") not in SCOPES:
            raise Refused(400, "Bad Request: can't parse BotCommandScope")
        if not re.fullmatch(r"(?:[a-z]{2})?", p.get("language_code", "")):
            raise Refused(400, "Bad Request: invalid language code specified")
        return f"{what} {json.dumps(scope, sort_keys=True)} {p.get('language_code', '')}"

    def _profile(self, p: Params, what: str, limit: int) -> bool:
        if texts.utf16(p.get(what, "")) > limit:
            raise Refused(400, f"Bad Request: {what.replace('_', ' ')} is too long")
        self.world.settings[f"{what} {p.get('language_code', '')}"] = p.get(what, "")
        return True

    def _profile_text(self, p: Params, what: str) -> str:
        settings = self.world.settings
        own: str = settings.get(f"{what} {p.get('language_code', '')}", "")
        return own or str(settings.get(f"{what} ", ""))
