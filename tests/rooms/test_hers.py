"""What she does shows in a room with the next batch: nobody who stands beside her can watch the card go."""

from __future__ import annotations

import pytest

from tests.fakes.telegram.groups import Group
from tests.fakes.telegram.people import Person
from tests.officers.office import TICKET
from tests.phone import Phone
from tests.rooms.live import Live
from tests.rooms.seen import FREE, cards


@pytest.fixture
def engine() -> str:
    """What leaves when is decided above the database."""
    return "sqlite"


async def at(live: Live, minute: int) -> None:
    live.office.turn(17, 10, minute)
    await live.settle()


async def room_of_one(slow: Live) -> tuple[Group, Person, Phone]:
    """Budi and the room of his desk, in which her card has come."""
    budi = await slow.officer("Budi")
    group = await slow.bound(budi)
    slow.office.turn(17, 10, 12)
    sari = slow.office.citizen()
    slow.office.report(sari)
    await at(slow, 15)
    assert cards(group) == [FREE]
    return group, budi, sari


@pytest.mark.parametrize("word", ["tarik", "hapus"])
async def test_the_card_of_what_she_withdraws_or_erases_goes_with_the_next_batch(
    slow: Live, word: str
) -> None:
    group, _, sari = await room_of_one(slow)
    slow.office.turn(17, 10, 21)
    slow.office.say(sari, word, "1")
    await at(slow, 22)
    assert cards(group) == [FREE]
    await at(slow, 24)
    assert cards(group) == [FREE]
    await at(slow, 25)
    assert cards(group) == []


async def test_a_card_that_was_to_go_stays_where_the_desk_looks_into_it_meanwhile(slow: Live) -> None:
    group, budi, sari = await room_of_one(slow)
    slow.office.turn(17, 10, 21)
    slow.office.say(sari, "tarik", "1")
    budi.say(TICKET)
    await at(slow, 22)
    for label in ("Telusuri sendiri", "menyangkut kepentingan umum", "Kirim"):
        budi.press(label)
        await slow.settle()
    await at(slow, 26)
    assert cards(group) == [f"{TICKET} · diambil Budi"]
