"""What stands in a chat or a group of the tests, and how somebody presses there."""

from __future__ import annotations

from tests.fakes.telegram.groups import Group
from tests.fakes.telegram.people import Person
from tests.officers.office import TICKET
from tests.rooms.live import Live

FREE = f"{TICKET} · belum diambil"
TAKEN = f"{TICKET} · diambil Budi, Kamis 17 Okt"
PRIVATE = "Lihat chat pribadi Anda dengan bot ini."


def read(person: Person) -> str:
    """What the bot has said in that chat, and stands there."""
    return "\n".join(message.text for message in person.messages if message.mine)


def cards(room: Person) -> list[str]:
    return [m.text.split("\n")[0] for m in room.messages if m.mine and m.text.startswith(f"{TICKET} ·")]


def asides(live: Live) -> list[str]:
    """What who pressed was answered, so that nobody else read it."""
    return [call.params.get("text", "") for call in live.fake.called("answerCallbackQuery")]


async def press(live: Live, room: Group, by: Person, label: str) -> None:
    room.as_(by).press(label)
    await live.settle()


async def reported(live: Live, address: str = "1001") -> None:
    live.office.report(live.office.citizen(address))
    await live.settle()
