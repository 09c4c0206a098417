"""A letter's way out: onto its page, where it is once, however often it is sent: its bubble bears its name."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session

from bot.words.words import UnknownWord, Words
from handlers.accepting import Accepting
from handlers.channel import Sender, SendFailed
from handlers.copies import Copies
from handlers.webchat import told
from handlers.webchat.hear import CHANNEL
from handlers.webchat.render import letter as looks
from handlers.webchat.showing import brought
from handlers.webchat.told import Ours
from storage import bubbles
from storage.database import UNAVAILABLE, Database
from storage.keys import Keys
from storage.letters import Letter
from storage.pace import Rate

UNPACED = Rate(timedelta(milliseconds=1), burst=200)
"""Nobody but our own database has to keep up."""

log = structlog.get_logger(__name__)


class WebSender:
    """changed: called, from a thread, with the lane whose page has changed. copies: what letters bring along.

    civil  real time -> the civil time that stands on the bubble
    """

    def __init__(
        self,
        database: Database,
        keys: Keys,
        words: Words,
        writing: Accepting,
        changed: Callable[[str], None],
        copies: Copies,
        civil: Callable[[datetime], datetime] = lambda now: now,
    ) -> None:
        self._database = database
        self._keys = keys
        self._words = words
        self._writing = writing
        self._changed = changed
        self._copies = copies
        self._civil = civil

    async def send(self, letter: Letter, address: str, edit: str | None) -> str:
        """The bubble's place. A letter of a slot changes the bubble of the one before, where that is still there.

        A letter that takes another out of the talk says nothing itself. Raises SendFailed, SendLater.
        """
        shown = Ours(letter.say, letter.language)
        try:
            if letter.say.file:
                shown = await asyncio.to_thread(
                    brought, self._copies, self._words, letter.say, letter.language
                )
            if not letter.say.takes:
                looks(shown.say, self._words, letter.language)
        except UnknownWord as error:
            log.error("webchat.cannot_render", fault=str(error))  # noqa: TRY400 - keys of ours, nothing else
            raise SendFailed("cannot-render", again=False) from None
        return await self._written(letter.lane, lambda db: self._write(db, letter, shown, edit))

    def _write(self, db: Session, letter: Letter, shown: Ours, edit: str | None) -> str:
        now = self._database.now()
        gone = (edit,) if letter.say.takes and edit else letter.say.deletes
        bubbles.take(db, letter.lane, [int(ref) for ref in gone if ref.isdecimal()], now)
        if letter.say.takes:
            return ""
        body = told.ours(replace(shown, at=self._civil(now)))
        stay = bubbles.SECRET if letter.say.protect else bubbles.NEWS if letter.rank else None
        if edit and bubbles.change(db, self._keys, letter.lane, int(edit), body, now, stay=stay):
            return edit
        # Ids of letters may come back after a chat was forgotten; not together with the moment it was written.
        name = f"{letter.id}:{letter.made_at.timestamp():.6f}"
        return str(bubbles.said(db, self._keys, letter.lane, name, body, now, stay=stay))

    async def _written(self, lane: str, write: Callable[[Session], str]) -> str:
        given: list[str] = []
        try:
            await asyncio.to_thread(self._writing.accept, lane, lambda db: given.append(write(db)))
        except UNAVAILABLE:
            raise SendFailed("database", again=True) from None
        self._changed(lane)
        return given[-1]


def sender(made: WebSender) -> Sender:
    """The page's way out, as delivery uses it."""
    return Sender(CHANNEL, made.send, True, UNPACED, lambda address: UNPACED, once=True)
