"""What an officer's phone offers, and presses that no button of it carries."""

from __future__ import annotations

from bot.conversation import screen
from tests.officers.office import TICKET, WAKATOBI
from tests.phone import Phone

GONE = "Laporan itu tidak ada di meja Anda."


def buttons(phone: Phone) -> list[str]:
    """What stands on the newest screen that offers anything."""
    say = next(letter.say for letter in reversed(phone.screens) if letter.say.options)
    return [phone.label(option) for row in screen.rows(say) for option in row]


def forged(phone: Phone, action: str, step: int, ticket: str = TICKET, desk: str = WAKATOBI) -> list[str]:
    """A press that no button of this chat carries."""
    return phone.send(press=["desk", "", f"{action}.{step}.{ticket}.{desk}"])
