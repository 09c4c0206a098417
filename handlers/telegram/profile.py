"""What people read of the bot before they start it: commands and descriptions, in each language. Only changes are sent.

Telegram shows the texts without a language to everybody whose language has none of its own.
Source: https://core.telegram.org/bots/api#setmycommands (a description has 256 characters at most), #setmydescription
(512), #setmyshortdescription (120).
"""

from __future__ import annotations

from telegram import Bot, BotCommand, BotCommandScopeAllPrivateChats

from bot.words.words import Words

COMMANDS = ("lapor", "tanya", "status", "tambah", "dataku", "menu", "bantuan", "bahasa", "batal")
"""Those of a private chat, in the order in which they are shown; the words are `command-…`."""

PRIVATE = BotCommandScopeAllPrivateChats()


async def show(bot: Bot, words: Words, first: str) -> int:
    """Set what differs from what Telegram shows; returns how many settings were changed. Raises TelegramError.

    first  the language for everybody else
    """
    changed = 0
    for language, code in ((first, ""), *((name, name) for name in words.languages)):
        changed += await _commands(bot, words, language, code)
        changed += await _descriptions(bot, words, language, code)
    return changed


async def _commands(bot: Bot, words: Words, language: str, code: str) -> int:
    wanted = tuple(BotCommand(name, _text(words, language, f"command-{name}")) for name in COMMANDS)
    if tuple(await bot.get_my_commands(PRIVATE, code)) == wanted:
        return 0
    await bot.set_my_commands(wanted, PRIVATE, code)
    return 1


async def _descriptions(bot: Bot, words: Words, language: str, code: str) -> int:
    changed = 0
    long, short = (_text(words, language, key) for key in ("profile-description", "profile-short"))
    if (await bot.get_my_description(code)).description != long:
        await bot.set_my_description(long, code)
        changed += 1
    if (await bot.get_my_short_description(code)).short_description != short:
        await bot.set_my_short_description(short, code)
        changed += 1
    return changed


def _text(words: Words, language: str, key: str) -> str:
    return words.text(language, key, {}, "telegram")
