"""The door that every update comes through, polled or posted: kept first, and only then acknowledged."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable

import structlog
from telegram import Bot
from telegram.error import TelegramError

from bot.words.words import Words
from handlers.accepting import waited
from handlers.telegram import room
from handlers.telegram.hear import Envelope, envelope
from handlers.telegram.presses import Presses
from handlers.telegram.raw import NOTHING, Raw, UnreadableUpdate, number, opened, part, text

QUIET = 600.0
"""Seconds between two notices of trouble in one chat."""

Accept = Callable[[Envelope, bytes], None]
"""Commits an update, blocking; raises whatever stops it. One that was kept before is dropped silently."""

log = structlog.get_logger(__name__)


class NotKept(Exception):
    """It could not be committed: it must not be acknowledged."""


class Door:
    """`take` keeps one update; `sorry` tells its chat that it could not be kept."""

    def __init__(self, bot: Bot, words: Words, presses: Presses, accept: Accept) -> None:
        self._bot = bot
        self._words = words
        self._presses = presses
        self._accept = accept
        self._told: dict[str, float] = {}

    async def take(self, body: bytes) -> None:
        """Keep it, readable or not, then stop the clock of a pressed button. Raises NotKept.

        Of what is said in a group only what is said to us; the rest is acknowledged, and gone.
        """
        raw, found = known(body)
        if raw and not found.private:
            slim = room.kept(raw)
            if slim is None:
                return
            body = packed(await room.attended(self._bot, slim))
        try:
            await waited(self._accept, found, body)
        except Exception as error:  # noqa: BLE001 - whatever it is, the update is not kept
            log.error("telegram.not_kept", fault=type(error).__name__)  # noqa: TRY400 - a trace could hold the body
            raise NotKept(type(error).__name__) from None
        if found.private:
            self._presses.answer(raw)

    async def sorry(self, body: bytes) -> None:
        """Say what is true, outside the outbox, once in ten minutes: we fetch it as soon as the trouble is over."""
        raw, found = known(body)
        now = time.monotonic()
        self._told = {address: at for address, at in self._told.items() if now - at < QUIET}
        if (
            not found.private
            or found.address in self._told
            or "message_reaction" in raw
            or "my_chat_member" in raw
        ):
            return
        self._told[found.address] = now
        try:
            await self._bot.send_message(
                int(found.address), self._words.text(self._language(raw), "not-stored", {}, "telegram")
            )
        except TelegramError:
            log.info("telegram.sorry_not_sent")

    def _language(self, raw: Raw) -> str:
        told = next(
            (text(part(about, "from"), "language_code") for about in raw.values() if isinstance(about, dict)),
            "",
        )
        return next(
            (name for name in self._words.languages if told.startswith(name)), self._words.languages[0]
        )


def known(body: bytes) -> tuple[Raw, Envelope]:
    """What the edge understands of a body. What it cannot read is kept under a lane of its own, to be parked there."""
    raw: Raw = NOTHING
    try:
        raw = opened(body)
        return raw, envelope(raw)
    except UnreadableUpdate:
        update_id = number(raw, "update_id")
        name = str(update_id) if update_id is not None else hashlib.sha256(body).hexdigest()
        return NOTHING, Envelope("unreadable", name, "", private=False)


def packed(update: object) -> bytes:
    """An update as it is kept: JSON in ASCII, which holds half surrogate pairs too."""
    return json.dumps(update, separators=(",", ":")).encode("ascii")
