"""What a bot learns of a chat and does in it: who may do what there, what is pinned, and leaving.

Source: https://core.telegram.org/bots/api#available-methods.
"""

from __future__ import annotations

from typing import Any

from tests.fakes.telegram.faults import Refused
from tests.fakes.telegram.parameters import Params
from tests.fakes.telegram.world import Chat, World

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


class Chats:
    def __init__(self, world: World) -> None:
        self.world = world

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
        message = chat.seen(p["message_id"], "message to pin not found")
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

    def _group(self, p: Params) -> Chat:
        chat = self.world.chat(p["chat_id"])
        if chat.kind == "private":
            raise Refused(400, "Bad Request: there are no administrators in the private chat")
        return chat
