"""A letter's way out: rendered, sent or edited, and its fate told as `handlers.channel` understands it."""

from __future__ import annotations

import asyncio
import warnings
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ParseMode
from telegram.error import TelegramError
from telegram.warnings import PTBUserWarning

from bot.conversation import screen
from bot.conversation.message import Line, Say
from bot.words.words import UnknownWord, Words
from handlers.channel import (
    TELEGRAM_CHAT,
    TELEGRAM_GROUP,
    TELEGRAM_OVERALL,
    Sender,
    SendFailed,
    SendMoved,
    SendUnknown,
)
from handlers.copies import CannotOpen, Copies, Copy
from handlers.telegram.presses import Presses
from handlers.telegram.refusals import NOT_DELETABLE, NOT_EDITABLE, NOT_MODIFIED, meaning, says
from handlers.telegram.render import CannotRender, Message, render
from storage.letters import Letter
from storage.pace import Rate

warnings.filterwarnings("ignore", r"Please use 'Bot\.getChat'", PTBUserWarning)  # `_pin` says why it is raw

log = structlog.get_logger(__name__)

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
AT_ONCE = 100
"""https://core.telegram.org/bots/api#deletemessages: identifiers in one call."""


class TelegramSender:
    """`presses` are those of the same process: an edit waits for the mark of a press on its message.

    copies   opens the files that go along with letters to officers
    """

    def __init__(self, bot: Bot, words: Words, presses: Presses, copies: Copies | None = None) -> None:
        self._bot = bot
        self._words = words
        self._presses = presses
        self._copies = copies

    async def send(self, letter: Letter, address: str, edit: str | None) -> str:
        """The message's id. Where the earlier letter of its slot cannot be edited, a new one goes out.

        A letter that takes another out of the chat is its deletion, and has no id; where the other is too old for that,
        it becomes what this one says. What one `deletes` is gone when it comes. Raises SendFailed, SendUnknown,
        SendLater, SendMoved.
        """
        if letter.say.takes:
            await self._taken(letter, address, edit)
            return ""
        await self.clean(address, letter.say.deletes)
        say, copy = letter.say, None
        if say.file and self._copies is not None:
            across = screen.text(Say(say.lines[-1:]), self._words, letter.language, "telegram")
            try:
                copy = await asyncio.to_thread(self._copies.open, say.file, across)
            except CannotOpen as fault:
                say = replace(say, lines=(*say.lines[:-1], Line(f"desk-file-{fault.reason}")))
        message = self._rendered(say, letter.language)
        try:
            edited = edit if edit and await self._edited(message, address, edit) else None
            new = partial(self._with, copy) if copy else self._new
            sent = edited or await new(message, address)
        except TelegramError as error:
            raise meaning(error, address) from None
        if letter.say.pin:
            await self._pin(address, sent, again=edited is not None)
        return sent

    async def clean(self, address: str, refs: Sequence[str]) -> tuple[str, ...]:
        """Delete these messages from the chat; returns those that Telegram keeps, being older than 48 hours.

        What is gone already counts as deleted: where an answer was lost it is asked for again. Raises SendFailed.
        """
        numbers = sorted({int(ref) for ref in refs if ref.isdecimal()})
        kept: list[str] = []
        try:
            for at in range(0, len(numbers), AT_ONCE):
                kept += await self._delete(int(address), numbers[at : at + AT_ONCE])
        except TelegramError as error:
            raise _repeatable(meaning(error, address)) from None
        return tuple(kept)

    async def _with(self, copy: Copy, message: Message, address: str) -> str:
        """A picture as a photo, anything else and an original as a document; only what is hers can be kept."""
        about: dict[str, Any] = {
            "caption": message.html, "parse_mode": ParseMode.HTML, "filename": copy.name,
            "protect_content": not copy.hers,
        }  # fmt: skip
        if copy.type.startswith("image/") and not copy.original:
            sent = await self._bot.send_photo(int(address), copy.content, **about)
        else:
            sent = await self._bot.send_document(
                int(address), copy.content, disable_content_type_detection=True, **about
            )
        return str(sent.message_id)

    async def _new(self, message: Message, address: str) -> str:
        sent = await self._bot.send_message(
            int(address),
            message.html,
            parse_mode=ParseMode.HTML,
            reply_markup=_markup(message),
            protect_content=message.protect or None,
            link_preview_options=NO_PREVIEW,
        )
        return str(sent.message_id)

    async def _taken(self, letter: Letter, address: str, edit: str | None) -> None:
        """Out of the chat; or emptied down to what this letter says, where it is too old for that."""
        kept = await self.clean(address, (edit,) if edit else ())
        if kept and letter.say.lines:
            try:
                await self._edited(self._rendered(letter.say, letter.language), address, kept[0])
            except TelegramError as error:
                raise meaning(error, address) from None
        if kept and letter.say.pin:
            with suppress(
                TelegramError
            ):  # without the right to it, or where it is not pinned, it simply stands there
                await self._bot.unpin_chat_message(int(address), int(kept[0]))

    def _rendered(self, say: Say, language: str) -> Message:
        try:
            return render(say, self._words, language)
        except (CannotRender, UnknownWord) as error:
            log.error("telegram.cannot_render", fault=str(error))  # noqa: TRY400 - keys of ours, nothing else
            raise SendFailed("cannot-render", again=False) from None

    async def _pin(self, address: str, sent: str, *, again: bool) -> None:
        """Without a sound; again only where nothing is pinned any more, so that nobody's own pin is fought over.

        Best effort: the letter is there, and without the right to pin it simply stands in the chat.
        """
        try:
            # On purpose raw: of a chat only this is of interest, and nothing else in it may make a letter doubtful.
            if again and "pinned_message" in await self._bot.do_api_request(
                "getChat", {"chat_id": int(address)}
            ):
                return
            await self._bot.pin_chat_message(int(address), int(sent), disable_notification=True)
        except TelegramError as error:
            log.info("telegram.not_pinned", fault=type(error).__name__)

    async def _edited(self, message: Message, address: str, edit: str) -> bool:
        """False where a new message must take its place."""
        await self._presses.settled(address, edit)
        try:
            await self._bot.edit_message_text(
                message.html,
                int(address),
                int(edit),
                parse_mode=ParseMode.HTML,
                reply_markup=_markup(message),
                link_preview_options=NO_PREVIEW,
            )
        except TelegramError as error:
            if says(error, NOT_MODIFIED):
                return True
            if says(error, *NOT_EDITABLE):
                return False
            raise _repeatable(meaning(error, address)) from None
        return True

    async def _delete(self, chat: int, numbers: list[int]) -> list[str]:
        """One message that is too old fails the whole call: halve, until those that may go are gone."""
        try:
            await self._bot.delete_messages(chat, numbers)
        except TelegramError as error:
            if not says(error, *NOT_DELETABLE):
                raise
            if len(numbers) == 1:
                return [str(numbers[0])]
            half = len(numbers) // 2
            return await self._delete(chat, numbers[:half]) + await self._delete(chat, numbers[half:])
        return []


def sender(made: TelegramSender) -> Sender:
    """Telegram's way out, as delivery uses it."""
    return Sender("telegram", made.send, True, TELEGRAM_OVERALL, rate)


def aside(bot: Bot) -> Callable[[str, str, str], Awaitable[object]]:
    """How something is said beside the letters, so that of a press only who pressed reads it."""

    async def said(address: str, press: str, text: str) -> None:
        if press:
            await bot.answer_callback_query(press, text)
        else:
            await bot.send_message(int(address), text, link_preview_options=NO_PREVIEW)

    return said


def rate(address: str) -> Rate:
    """Ids of groups are below zero."""
    return TELEGRAM_GROUP if address.startswith("-") else TELEGRAM_CHAT


def _repeatable(fate: SendFailed | SendUnknown | SendMoved) -> SendFailed | SendMoved:
    """Of a call that is the same when done twice: lost is again."""
    return SendFailed(fate.reason, again=True) if isinstance(fate, SendUnknown) else fate


def _markup(message: Message) -> InlineKeyboardMarkup | None:
    if not message.keyboard:
        return None
    return InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(button.label, callback_data=button.data) for button in row]
            for row in message.keyboard
        ]
    )
