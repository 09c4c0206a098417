"""Letters and what they say, as the tests of WhatsApp send them; their words are `conftest.TEXTS`."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from typing import Any

from bot.conversation.message import Line, Option, Say
from storage.letters import Letter


def letter(say: Say, **more: Any) -> Letter:
    about: dict[str, Any] = dict.fromkeys((field.name for field in fields(Letter)), None)
    usual = {"id": 7, "lane": "sari", "language": "id", "doubts": 0, "made_at": datetime.now(UTC)}
    return Letter(**about | usual | {"say": say} | more)


def question(name: str = "Sari", count: int = 2) -> Say:
    if count == 2:
        options: tuple[Option, ...] = (Option("ya", "yes"), Option("no", "no"))
    else:
        options = tuple(Option(f"o{n}", "row", {"n": n}) for n in range(1, count + 1))
    return Say((Line("hello", {"name": name}), Line("ask")), options, "d1", "sure")


def push() -> Say:
    return Say((Line("push", {"ticket": "K7M-4QX-3"}), Line("news")))
