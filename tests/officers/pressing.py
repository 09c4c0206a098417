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


def pressed_under(phone: Phone, number: int, name: str) -> list[str]:
    """The button of that name on an older screen: the `number`-th that had one, from 0."""
    found = [
        (letter, option)
        for letter in phone.screens
        for option in letter.say.options
        if phone.label(option) == name
    ]
    letter, option = found[number]
    return phone.send(press=[letter.say.draft, letter.say.question, option.key], ref=f"ref-{letter.id}")


def forged(phone: Phone, action: str, step: int, ticket: str = TICKET, desk: str = WAKATOBI) -> list[str]:
    """A press that no button of this chat carries."""
    return phone.send(press=["desk", "", f"{action}.{step}.{ticket}.{desk}"])
