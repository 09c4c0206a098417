"""Which parameters each method takes: name, `!` where it must be given, and its kind.

Source: https://core.telegram.org/bots/api#available-methods.
"""

from __future__ import annotations

import json
from typing import Any

from tests.fakes.telegram.faults import Refused

Params = dict[str, Any]

ATTACHED = "attached://"
"""How the server hands on a file that came with the call: by the id it is kept under."""
TO = "chat_id!:chat"
FORM = "parse_mode:str entities:json link_preview_options:json reply_markup:json"
SHAPES: dict[str, str] = {
    "getMe": "",
    "getUpdates": "offset:int limit:int timeout:int allowed_updates:json",
    "setWebhook": "url!:str secret_token:str max_connections:int allowed_updates:json"
    " drop_pending_updates:bool",
    "deleteWebhook": "drop_pending_updates:bool",
    "getWebhookInfo": "",
    "sendMessage": f"{TO} text!:str {FORM} reply_parameters:json message_thread_id:int"
    " disable_notification:bool protect_content:bool",
    "sendPhoto": f"{TO} photo!:file caption:str parse_mode:str protect_content:bool",
    "sendDocument": f"{TO} document!:file caption:str parse_mode:str protect_content:bool"
    " disable_content_type_detection:bool",
    "editMessageText": f"{TO} message_id!:int text!:str {FORM}",
    "editMessageReplyMarkup": f"{TO} message_id!:int reply_markup:json",
    "deleteMessage": f"{TO} message_id!:int",
    "deleteMessages": f"{TO} message_ids!:json",
    "answerCallbackQuery": "callback_query_id!:str text:str show_alert:bool url:str cache_time:int",
    "sendChatAction": f"{TO} action!:str message_thread_id:int",
    "setMessageReaction": f"{TO} message_id!:int reaction:json is_big:bool",
    "setMyCommands": "commands!:json scope:json language_code:str",
    "getMyCommands": "scope:json language_code:str",
    "setMyDescription": "description:str language_code:str",
    "getMyDescription": "language_code:str",
    "setMyShortDescription": "short_description:str language_code:str",
    "getMyShortDescription": "language_code:str",
    "setMyName": "name:str language_code:str",
    "getMyName": "language_code:str",
    "getFile": "file_id!:str",
    "getChat": TO,
    "getChatAdministrators": TO,
    "getChatMemberCount": TO,
    "pinChatMessage": f"{TO} message_id!:int disable_notification:bool",
    "unpinChatMessage": f"{TO} message_id:int",
    "leaveChat": TO,
}


def typed(method: str, given: dict[str, str]) -> Params:
    """Parameters as the method means them; raises Refused for a missing, unknown or wrong one."""
    shape = {}
    for piece in SHAPES[method].split():
        name, _, kind = piece.partition(":")
        shape[name.rstrip("!")] = (kind, name.endswith("!"))
    unknown = set(given) - set(shape)
    if unknown:
        raise Refused(400, f"Bad Request: unknown parameter {min(unknown)}")
    for name, (_, needed) in shape.items():
        if needed and name not in given:
            if name == "text":
                raise Refused(400, "Bad Request: message text is empty")
            raise Refused(400, f"Bad Request: {name.replace('_', ' ')} is not specified")
    return {name: _value(name, shape[name][0], value) for name, value in given.items()}


def _value(name: str, kind: str, value: str) -> Any:
    try:
        match kind:
            case "int":
                return int(value)
            case "file":
                if not value.startswith(ATTACHED):
                    raise Refused(400, "Bad Request: wrong file identifier/HTTP URL specified")
                return value.removeprefix(ATTACHED)
            case "chat":
                return value if value.startswith("@") else int(value)
            case "bool":
                return {"true": True, "false": False, "1": True, "0": False}[value.lower()]
            case "json":
                return json.loads(value)
    except (ValueError, KeyError):
        raise Refused(400, f"Bad Request: can't parse {name}") from None
    return value
