"""A pressed button, at the edge: its clock stops, the keyboard goes, and the choice stays in the text.

Best effort, beside the turn: whatever fails here never fails the press itself, which is kept in the inbox.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from typing import Any

from telegram import Bot, LinkPreviewOptions, MessageEntity
from telegram.error import TelegramError

from handlers.telegram.hear import envelope
from handlers.telegram.raw import Raw, number, part, text
from handlers.telegram.render import TEXT, utf16

PATIENCE = 5.0
"""Seconds that an edit of the same message waits for the mark of the press, so that the newer text stands last."""

MARK = "\n\n✓ "
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)


class Presses:
    """`answer` starts the work for one update; `settled` is asked before the same message is changed again."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot
        self._open: dict[tuple[str, str], asyncio.Task[None]] = {}

    def answer(self, raw: Raw) -> None:
        """Anything but a press is left alone."""
        query = part(raw, "callback_query")
        if not query:
            return
        found = envelope(raw)
        place = (found.address, found.ref)
        task = asyncio.create_task(self._answer(query, found.address))
        self._open[place] = task
        task.add_done_callback(lambda done: self._close(place, done))

    async def settled(self, address: str, ref: str) -> None:
        task = self._open.get((address, ref))
        if task is not None:
            await asyncio.wait({task}, timeout=PATIENCE)

    def _close(self, place: tuple[str, str], done: asyncio.Task[None]) -> None:
        if self._open.get(place) is done:
            del self._open[place]

    async def _answer(self, query: Raw, address: str) -> None:
        with suppress(TelegramError):
            await self._bot.answer_callback_query(text(query, "id"))
        with suppress(TelegramError):
            await self._mark(query, address)

    async def _mark(self, query: Raw, address: str) -> None:
        """A letter with a secret is left as it is: its buttons are about deleting it."""
        message = part(query, "message")
        message_id = number(message, "message_id")
        if message_id is None or not number(message, "date") or message.get("has_protected_content"):
            return
        label = pressed_label(message, text(query, "data"))
        said = text(message, "text")
        marked = f"{said}{MARK}{label}"
        if not said or not label or utf16(marked) > TEXT:
            await self._bot.edit_message_reply_markup(int(address), message_id)
            return
        await self._bot.edit_message_text(
            marked, int(address), message_id, entities=_entities(message), link_preview_options=NO_PREVIEW
        )


def pressed_label(message: Raw, data: str) -> str:
    """What stands on the button of `message` that carries `data`, or ""."""
    rows: Any = part(message, "reply_markup").get("inline_keyboard")
    for row in rows if isinstance(rows, list) else []:
        for button in row if isinstance(row, list) else []:
            if isinstance(button, dict) and text(button, "callback_data") == data:
                return text(button, "text")
    return ""


def _entities(message: Raw) -> list[MessageEntity]:
    """How the text was set, as far as it is plain: without links and without types still unknown."""
    given = message.get("entities")
    return [
        MessageEntity(entity["type"], entity["offset"], entity["length"])
        for entity in (given if isinstance(given, list) else [])
        if isinstance(entity, dict)
        and entity.get("type") in ("bold", "italic", "code", "blockquote", "underline")
    ]
