"""Telegram is told where we are until it has heard it."""

from __future__ import annotations

from telegram.error import TelegramError

from handlers.telegram.channel import LONGEST, patiently
from handlers.telegram.client import NotSent


async def test_a_webhook_is_told_however_long_telegram_cannot_be_reached() -> None:
    faults: list[TelegramError] = [NotSent("no connection") for _ in range(200)]
    waits: list[float] = []

    async def tell() -> None:
        if faults:
            raise faults.pop()

    async def pause(seconds: float) -> None:
        waits.append(seconds)

    await patiently("webhook", tell, pause)
    assert len(waits) == 200
    assert max(waits) == LONGEST
