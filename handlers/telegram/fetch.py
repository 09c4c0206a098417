"""A file's bytes by its file_id, as they come, never more than a limit. https://core.telegram.org/bots/api#getfile"""

from __future__ import annotations

from collections.abc import AsyncIterator

from telegram import Bot
from telegram.error import BadRequest, InvalidToken, TelegramError

from handlers.channel import FetchFailed
from handlers.telegram.client import TooMany
from handlers.telegram.refusals import TOKEN_PAUSE, says

LARGEST = 20 * 1024 * 1024
"""Bytes. What Telegram gives a bot; only a Bot API server of one's own gives more."""

PIECE = 64 * 1024
PATIENCE = {"total": 180.0, "sock_connect": 5.0, "sock_read": 30.0}
"""Seconds."""


async def fetch(bot: Bot, source: str, limit: int = LARGEST) -> AsyncIterator[bytes]:
    """The bytes behind `source`, a file_id, in pieces.

    limit  bytes; one more and it is `too-large`

    Raises FetchFailed with `too-large`, `gone`, `token`, `too-many` or `network`; none holds the URL, which holds
    the token.
    """
    import aiohttp  # noqa: PLC0415 - seven megabytes, for whoever is sent a file

    link = await _link(bot, source, limit)
    had = 0
    try:
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(**PATIENCE), trust_env=True) as session,
            session.get(link, allow_redirects=False) as answer,
        ):
            _check(answer.status)
            async for piece in answer.content.iter_chunked(PIECE):
                had += len(piece)
                if had > limit:
                    raise FetchFailed("too-large", again=False)
                yield piece
    except (TimeoutError, aiohttp.ClientError, OSError):
        raise FetchFailed("network", again=True) from None


async def _link(bot: Bot, source: str, limit: int) -> str:
    try:
        file = await bot.get_file(source)
    except TooMany as error:
        raise FetchFailed("too-many", again=True, after=error.after) from None
    except InvalidToken:
        raise FetchFailed("token", again=True, after=TOKEN_PAUSE) from None
    except BadRequest as error:
        if says(error, "file is too big"):
            raise FetchFailed("too-large", again=False) from None
        # "wrong file_id or the file is temporarily unavailable": the server does not say which
        raise FetchFailed("gone", again=says(error, "temporarily unavailable")) from None
    except TelegramError:
        raise FetchFailed("network", again=True) from None
    if file.file_size is not None and file.file_size > limit:
        raise FetchFailed("too-large", again=False)
    if not file.file_path:
        raise FetchFailed("gone", again=True)
    return file.file_path


def _check(status: int) -> None:
    """A link lives an hour: what is not found now has a new one at the next try."""
    if status == 404:
        raise FetchFailed("gone", again=True)
    if status == 401:
        raise FetchFailed("token", again=True, after=TOKEN_PAUSE)
    if status != 200:
        raise FetchFailed("network", again=True)
