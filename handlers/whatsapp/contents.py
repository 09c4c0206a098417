"""Contents at Twilio: known by a name that holds a hash of what they are, so that they are made once and never change.

Buttons and lists for a conversation under way need no approval, but must exist before they are sent: they are made
when the service starts, never in a turn, one for each number of choices, with a variable wherever something is
written. [inferred: variables in titles and ids; where Twilio refuses them the text goes alone.]
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from handlers.whatsapp.render import BUTTONS, ITEMS

PREFIX = "saksi_"
LANGUAGE = "id"


@dataclass(frozen=True, slots=True)
class Content:
    name: str
    language: str
    variables: Mapping[str, str]
    types: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """A content at Twilio. status: unsubmitted, received, pending, approved, rejected, paused, disabled."""

    sid: str
    name: str
    status: str = ""
    category: str = ""
    reason: str = field(default="", repr=False)


def named(what: str, language: str, variables: Mapping[str, str], types: Mapping[str, Any]) -> Content:
    """A content with its name: `saksi_<what>_<hash>`."""
    told = json.dumps([language, variables, types], sort_keys=True, ensure_ascii=True)
    name = f"{PREFIX}{what}_{hashlib.sha256(told.encode()).hexdigest()[:10]}"
    return Content(name, language, variables, types)


def shapes() -> dict[str, Content]:
    """`buttons-1` to `buttons-3` and `list-4` to `list-10`, as `render.shape` names them."""
    made = {f"buttons-{count}": _buttons(count) for count in range(1, BUTTONS + 1)}
    return made | {f"list-{count}": _list(count) for count in range(BUTTONS + 1, ITEMS + 1)}


def _buttons(count: int) -> Content:
    actions = [
        {"title": _at(2 + 2 * one), "id": _at(3 + 2 * one), "type": "QUICK_REPLY"} for one in range(count)
    ]
    samples = {"1": "Pilih:"} | {
        str(2 + 2 * one + part): f"{('Pilihan', 'p')[part]} {one + 1}"
        for one in range(count)
        for part in (0, 1)
    }
    types = {"twilio/quick-reply": {"body": _at(1), "actions": actions}}
    return named(f"buttons_{count}", LANGUAGE, samples, types)


def _list(count: int) -> Content:
    items = [
        {"item": _at(3 + 3 * one), "id": _at(4 + 3 * one), "description": _at(5 + 3 * one)}
        for one in range(count)
    ]
    samples = {"1": "Pilih:", "2": "Pilih"} | {
        str(3 + 3 * one + part): f"{('Pilihan', 'p', 'Pilihan nomor')[part]} {one + 1}"
        for one in range(count)
        for part in (0, 1, 2)
    }
    types = {"twilio/list-picker": {"body": _at(1), "button": _at(2), "items": items}}
    return named(f"list_{count}", LANGUAGE, samples, types)


def _at(number: int) -> str:
    return "{{" + str(number) + "}}"
