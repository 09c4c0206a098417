"""The methods of the Bot API that the fake knows, as strict as the real ones.

Source: https://core.telegram.org/bots/api#available-methods.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tests.fakes.telegram import text as texts
from tests.fakes.telegram.chats import Chats
from tests.fakes.telegram.faults import Refused
from tests.fakes.telegram.messages import Messages
from tests.fakes.telegram.parameters import SHAPES, Params, typed
from tests.fakes.telegram.profile import Profile
from tests.fakes.telegram.world import LARGEST, QUERY, World

ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip


class Methods:
    """Each method is a function of the world and its parameters; the answer is the `result`."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._parts = (self, Messages(world), Chats(world), Profile(world))

    def call(self, method: str, given: dict[str, str]) -> Any:
        if method not in SHAPES:
            raise Refused(404, "Not Found: method not found")
        words = re.sub(r"([A-Z])", r"_\1", method).lower()
        part = next(part for part in self._parts if hasattr(part, words))
        act: Callable[[Params], Any] = getattr(part, words)
        with self.world.lock:
            return act(typed(method, given))

    def get_me(self, _: Params) -> Any:
        can = {
            "can_join_groups": True,
            "can_read_all_group_messages": False,
            "supports_inline_queries": False,
        }
        return self.world.me | can

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
