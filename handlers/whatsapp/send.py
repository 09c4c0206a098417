"""A letter's way out: free text inside the window, a knock outside it, and its fate as `handlers.channel` understands.

1. Is the window open? Decided now, at dispatch, from her last message, with a margin.
2. Open: the text, with buttons or a list where such a content exists. Twilio says it is closed after all: our clock
   is put right, and the letter goes on as in 3.
   A file for an officer goes as an address that Twilio fetches it from; what cannot be fetched is told in words.
3. Closed: an approved template says that something waits; the letter is held until she writes.
4. A letter that may be there already is looked for in Twilio's list before it is sent again.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import structlog

from bot.conversation import screen
from bot.conversation.message import Line, Say
from bot.words.words import UnknownWord, Words
from handlers.channel import WHATSAPP_OVERALL, WHATSAPP_PAIR, Sender, SendFailed, SendHeld
from handlers.copies import CannotOpen
from handlers.whatsapp.client import FAULTS, code
from handlers.whatsapp.form import PREFIX
from handlers.whatsapp.handout import Handout
from handlers.whatsapp.refusals import CLOSED, CONTENT_CODES, meaning
from handlers.whatsapp.render import CHANNEL, CannotRender, Message, render, shape, variables
from handlers.whatsapp.shelf import Shelf
from handlers.whatsapp.templates import filled, value
from handlers.whatsapp.window import Window
from storage.letters import Letter

SLACK = timedelta(minutes=2)
"""By how much Twilio's clock and ours may differ."""
AT_DESK = ("card-", "desk-", "notice-")
"""How the words of an officer's letters begin."""
FILE_TRIES = 3
"""After so many a file stays where it is, and its letter goes without it."""
MISSING = 3600.0
"""Seconds until a letter is tried again whose template is missing or refused: as often as templates are looked at."""
STARTING = 30.0
"""Seconds until Twilio will have told which templates there are."""

log = structlog.get_logger(__name__)


class WhatsAppSender:
    """sender: a number, or a messaging service (MG…). status: where Twilio tells what became of a message.

    handout  gives files of cases an address
    alarm    told the code of each refusal; blocking
    """

    def __init__(
        self,
        client: Any,
        sender: str,
        words: Words,
        shelf: Shelf,
        window: Window,
        status: str,
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
        handout: Handout | None = None,
        alarm: Callable[[int], None] = lambda _: None,
    ) -> None:
        self._client = client
        self._from = origin(sender)
        self._words = words
        self._shelf = shelf
        self._window = window
        self._status = status
        self._handout = handout
        self._pause = pause
        self._alarm = alarm
        self._parts: dict[int, int] = {}

    async def send(self, letter: Letter, address: str, edit: str | None) -> str:
        """The message's sid. Raises SendFailed, SendUnknown, SendHeld, SendLater."""
        del edit
        say, file = await asyncio.to_thread(self._with_file, letter)
        try:
            message = render(say, self._words, letter.language)
        except (CannotRender, UnknownWord) as error:
            log.error("whatsapp.cannot_render", fault=str(error))  # noqa: TRY400 - keys of ours, nothing else
            raise SendFailed("cannot-render", again=False) from None
        seen = await asyncio.to_thread(self._window.open_until, letter.lane)
        if seen is not None:
            try:
                return await self._said(letter, address, message, file)
            except FAULTS as error:
                if code(error) != CLOSED:
                    await asyncio.to_thread(self._alarm, code(error))
                    raise meaning(error) from None
            if not await asyncio.to_thread(self._window.close, letter.lane, seen):
                raise SendHeld("window")  # she has written meanwhile, and it goes on as soon as that is seen
        await self._knock(letter, address)
        raise SendHeld("window")

    def _with_file(self, letter: Letter) -> tuple[Say, dict[str, Any]]:
        """What is said, and the file that goes along; where it cannot, that is said in place of its last line."""
        say = letter.say
        if not say.file or self._handout is None:
            return say, {}
        across = screen.text(Say(say.lines[-1:]), self._words, letter.language, CHANNEL)
        fault = CannotOpen("elsewhere")
        if letter.attempts <= FILE_TRIES:
            try:
                return say, {"media_url": [self._handout.place(say.file, across)]}
            except CannotOpen as told:
                fault = told
        return replace(say, lines=(*say.lines[:-1], Line(f"desk-file-{fault.reason}"))), {}

    async def _said(self, letter: Letter, address: str, message: Message, file: dict[str, Any]) -> str:
        there = await self._there(letter, address, message.parts) if letter.doubts else {}
        if len(there) < len(message.parts) and (sid := await self._tapped(letter, address, message)):
            return sid
        ref, begun = "", self._parts.pop(letter.id, 0)
        for number, part in enumerate(message.parts):
            if number < begun or number in there:
                ref = there.get(number, ref)
                continue
            if number:
                await self._pause(WHATSAPP_PAIR.per.total_seconds())
            self._parts[letter.id] = number
            ref = await self._create(letter, address, body=part, **(file if not number else {}))
        self._parts.pop(letter.id, None)
        return ref

    async def _tapped(self, letter: Letter, address: str, message: Message) -> str:
        """With buttons or a list; "" where the text must go alone."""
        sid = await asyncio.to_thread(self._shelf.tap, shape(message))
        if sid is None:
            return ""
        filling = json.dumps(variables(message), ensure_ascii=False)
        try:
            return await self._create(letter, address, content_sid=sid, content_variables=filling)
        except FAULTS as error:
            if code(error) not in CONTENT_CODES:
                raise
            await self._park(sid, code(error))
            return ""

    async def _knock(self, letter: Letter, address: str) -> None:
        """Tell her that something waits, unless she was told lately. Raises SendFailed, SendUnknown, SendHeld."""
        if await asyncio.to_thread(self._window.knocked, letter.lane):
            return
        if not self._shelf.known:
            raise SendFailed("templates-unknown", again=True, after=STARTING)
        what, ticket = _about(letter)
        held = await asyncio.to_thread(self._shelf.template, what, letter.language)
        if held is None:
            log.error("whatsapp.no_template", template=what, help="saksi whatsapp templates status")
            raise SendHeld("no-template", after=MISSING)
        sid, template = held
        filling = {"1": value(ticket)} if ticket else {}
        try:
            if not (letter.doubts and await self._there(letter, address, (filled(template.body, filling),))):
                await self._create(
                    letter, address, knock=sid, content_sid=sid, content_variables=json.dumps(filling)
                )
        except FAULTS as error:
            if code(error) in CONTENT_CODES | {CLOSED}:
                await self._park(sid, code(error))
                raise SendHeld("bad-template", after=MISSING) from None
            await asyncio.to_thread(self._alarm, code(error))
            raise meaning(error) from None
        await asyncio.to_thread(self._window.knock, letter.lane)

    async def _park(self, sid: str, number: int) -> None:
        await asyncio.to_thread(self._shelf.park, sid, number)
        await asyncio.to_thread(self._alarm, number)

    async def _create(self, letter: Letter, address: str, *, knock: str = "", **what: Any) -> str:
        made = await self._client.messages.create_async(
            to=f"{PREFIX}{address}",
            status_callback=f"{self._status}?o={letter.id}{f'&k={knock}' if knock else ''}",
            **self._from,
            **what,
        )
        return str(made.sid)

    async def _there(self, letter: Letter, address: str, parts: Sequence[str]) -> dict[int, str]:
        """Which parts Twilio took already: number -> sid. Those of letters that are known as sent are others."""
        listed = await self._client.messages.list_async(
            to=f"{PREFIX}{address}", date_sent_after=letter.made_at - SLACK, limit=50
        )
        others = await asyncio.to_thread(self._window.sent, letter.lane, letter.made_at - SLACK)
        mine = [one for one in reversed(listed) if one.sid not in others and one.direction != "inbound"]
        found: dict[int, str] = {}
        for number, part in enumerate(parts):
            same = next((one for one in mine if (one.body or "").strip() == part.strip()), None)
            if same is not None:
                mine.remove(same)
                found[number] = str(same.sid)
        return found


def _about(letter: Letter) -> tuple[str, str]:
    """Which template says that it waits, and the ticket that stands in it: "" where none does."""
    lines = letter.say.lines
    if any(line.key.startswith(AT_DESK) for line in lines):
        return "desk", ""
    ticket = next((str(line.values["ticket"]) for line in lines if line.key == "push"), "")
    return "news" if ticket else "waiting", ticket


def sender(made: WhatsAppSender) -> Sender:
    """WhatsApp's way out, as delivery uses it."""
    return Sender(CHANNEL, made.send, False, WHATSAPP_OVERALL, lambda _: WHATSAPP_PAIR, tells=True, once=True)


def origin(sender: str) -> dict[str, str]:
    """How a call names who writes."""
    return {"messaging_service_sid": sender} if sender.startswith("MG") else {"from_": f"{PREFIX}{sender}"}
