"""What a bot says of itself, in each language: its name, its descriptions, and its commands by scope.

Source: https://core.telegram.org/bots/api#setmycommands, #botcommandscope, #setmydescription.
"""

from __future__ import annotations

import json
import re
from typing import Any

from tests.fakes.telegram import text as texts
from tests.fakes.telegram.faults import Refused
from tests.fakes.telegram.parameters import Params
from tests.fakes.telegram.world import World

SCOPES = {
    "default",
    "all_private_chats",
    "all_group_chats",
    "all_chat_administrators",
    "chat",
    "chat_administrators",
    "chat_member",
}


class Profile:
    def __init__(self, world: World) -> None:
        self.world = world

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
