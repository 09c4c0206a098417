"""What people read before they start: set once, in every language, and within Telegram's limits."""

from __future__ import annotations

from pathlib import Path

from telegram import Bot

from bot.words.words import Words, load_words
from handlers.telegram.profile import COMMANDS, show
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.telegram.text import utf16

REAL = Path(__file__).parents[2] / "bot" / "words"


async def test_only_what_changed_is_sent(bot: Bot, fake: FakeTelegram, words: Words) -> None:
    assert await show(bot, words, "id") == 7
    shown = fake.world.settings
    assert shown["description en"] == "Tell di sini."
    assert shown["description "] == "Ceritakan di sini."
    (first, *_) = shown['commands {"type": "all_private_chats"} ']
    assert first == {"command": "lapor", "description": "Perintah lapor"}
    assert await show(bot, words, "id") == 0
    shown["description en"] = "old"
    assert await show(bot, words, "id") == 1


def test_the_real_words_fit() -> None:
    words = load_words(REAL, {})
    for language in words.languages:
        assert utf16(words.text(language, "profile-description", {}, "telegram")) <= 512
        assert utf16(words.text(language, "profile-short", {}, "telegram")) <= 120
        for name in COMMANDS:
            assert 1 <= utf16(words.text(language, f"command-{name}", {}, "telegram")) <= 256
