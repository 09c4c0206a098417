"""The Bot API by python-telegram-bot, as a client only; its failures say what certainly happened.

PTB folds everything into NetworkError (TimedOut and BadRequest are subclasses of it), puts addresses and bodies
into messages, and its RetryAfter warns when it is made. `Wire` tells apart at once: not sent, too many, server
down, answer lost.
"""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from telegram import Bot
from telegram.error import NetworkError, TelegramError
from telegram.request import HTTPXRequest

OFFICIAL = "https://api.telegram.org"
CONNECT, WRITE, READ, POOL = 5.0, 10.0, 20.0, 10.0
"""Seconds. A send is answered in well under one; after READ nobody knows whether it arrived."""

BEFORE_SENDING = {"ConnectTimeout", "ConnectError", "PoolTimeout", "ProxyError", "UnsupportedProtocol"}
"""Names of httpx's errors that come before a byte of the request left. https://www.python-httpx.org/exceptions/"""


class NotSent(TelegramError):
    """No connection: the service knows nothing of this call."""


class AnswerLost(TelegramError):
    """The call left, and no answer came: done or not done."""


class ServerDown(TelegramError):
    """A 5xx. `status` 504 comes from something in between, which cannot know."""

    def __init__(self, status: int) -> None:
        super().__init__(f"the server answered {status}")
        self.status = status


class TooMany(TelegramError):
    """A 429. `after` in seconds."""

    def __init__(self, after: float) -> None:
        super().__init__(f"too many requests, again after {after:g} s")
        self.after = after


class Wire(HTTPXRequest):
    async def do_request(self, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        """Raises NotSent, AnswerLost, ServerDown, TooMany; none repeats the URL, which holds the token."""
        try:
            status, body = await super().do_request(*args, **kwargs)
        except NetworkError as error:
            if type(error.__cause__).__name__ in BEFORE_SENDING:
                raise NotSent("no connection to Telegram") from None
            raise AnswerLost("Telegram's answer was lost") from None
        if status >= 500:
            raise ServerDown(status)
        if status == 429:
            raise TooMany(_after(body))
        return status, body


def _after(body: bytes) -> float:
    """`parameters.retry_after`; one second where it is not told."""
    try:
        after = float(json.loads(body)["parameters"]["retry_after"])
    except (ValueError, KeyError, TypeError):
        return 1.0
    return min(max(after, 1.0), 3600.0)


@asynccontextmanager
async def connected(token: str, api_url: str = OFFICIAL, connections: int = 32) -> AsyncIterator[Bot]:
    """A Bot for `<api_url>/bot<token>/…`, closed at the end. It asks nothing until it is used."""
    base = api_url.rstrip("/")
    wires = [Wire(size, READ, WRITE, CONNECT, POOL) for size in (connections, 2)]
    try:
        yield Bot(
            token,
            base_url=f"{base}/bot",
            base_file_url=f"{base}/file/bot",
            request=wires[0],
            get_updates_request=wires[1],
        )
    finally:
        for wire in wires:
            await wire.shutdown()
