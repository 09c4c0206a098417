"""Webhook: `POST /telegram/webhook`. The raw body is committed, then 200; 503 where it cannot be, and it comes again.

https://core.telegram.org/bots/api#setwebhook: updates of one chat come one after another, chats side by side.
"""

from __future__ import annotations

import hmac

from fastapi import APIRouter, Request, Response
from telegram import Bot

from handlers.telegram.door import Door, NotKept
from handlers.telegram.hear import KINDS

PATH = "/telegram/webhook"
SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name
LARGEST = 1024 * 1024
"""Bytes. An update is a few thousand; a media group comes one by one."""


def router(secret: str, door: Door) -> APIRouter:
    """403 forged, 413 too long, 503 not kept, 200 kept or had already."""
    made = APIRouter()

    @made.post(PATH, include_in_schema=False)
    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = await _body(request)
        if body is None:
            return Response(status_code=413)
        try:
            await door.take(body)
        except NotKept:
            await door.sorry(body)
            return Response(status_code=503)
        return Response(status_code=200)

    return made


async def register(bot: Bot, public_url: str, secret: str, connections: int = 40) -> None:
    """Tell Telegram where we are; updates that wait are kept. Raises TelegramError.

    connections  how many chats may be posted side by side, 1 to 100
    """
    await bot.set_webhook(
        f"{public_url.rstrip('/')}{PATH}",
        secret_token=secret,
        allowed_updates=list(KINDS),
        max_connections=connections,
        drop_pending_updates=False,
    )


async def _body(request: Request) -> bytes | None:
    """None where it is longer than LARGEST; read no further than that."""
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            return None
    return bytes(body)
