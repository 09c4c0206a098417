"""Beside it, without a goal: python-telegram-bot's ConversationHandler with PicklePersistence on the same questions.

It is not durable: what it was told in the last minute is lost with the process. It sends into the void.
"""

from __future__ import annotations

import asyncio
import json
import time
from pathlib import Path
from typing import Any

from telegram import Update
from telegram.ext import (
    Application,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    PicklePersistence,
    filters,
)
from telegram.request import BaseRequest

from scripts.bench.talk import LINES, updates

ANSWER = json.dumps(
    {"ok": True, "result": {"message_id": 1, "date": 1, "chat": {"id": 1, "type": "private"}, "text": "x"}}
).encode()
ME = json.dumps(
    {"ok": True, "result": {"id": 1, "is_bot": True, "first_name": "x", "username": "xbot"}}
).encode()


class Void(BaseRequest):
    """Every call succeeds at once."""

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    @property
    def read_timeout(self) -> float:
        return 5.0

    async def do_request(self, url: str, method: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        return 200, ME if url.endswith("getMe") else ANSWER


async def turns_a_second(folder: Path, citizens: int) -> float:
    last = len(LINES) - 1

    async def asked(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
        data = context.user_data
        message = update.effective_message
        assert data is not None
        assert message is not None
        place = data.get("place", -1) + 1
        data["place"] = place
        data[str(place)] = message.text
        await message.reply_text("Baik. Pertanyaan berikutnya?")
        return ConversationHandler.END if place >= last else place

    heard = MessageHandler(filters.TEXT, asked)
    talk = ConversationHandler(
        [heard], {place: [heard] for place in range(last)}, [], name="r", persistent=True
    )
    app = (
        Application.builder()
        .token("1:x")
        .request(Void())
        .get_updates_request(Void())
        .persistence(PicklePersistence(folder / "talk.pickle"))
        .build()
    )
    app.add_handler(talk)
    await app.initialize()
    begun = time.perf_counter()
    count = 0
    for _, body in updates(citizens):
        await app.process_update(Update.de_json(json.loads(body), app.bot))
        count += 1
    await app.update_persistence()
    spent = time.perf_counter() - begun
    await app.shutdown()
    return count / spent


def run(folder: Path, citizens: int) -> float:
    return asyncio.run(turns_a_second(folder, citizens))
