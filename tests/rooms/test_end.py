"""The end of a room: the group moves, throws the bot out, or is let go; the desk goes on."""

from __future__ import annotations

import json

import pytest

from bot.cases.lifecycle import Role
from tests.officers.office import STORY, SULTRA, TICKET
from tests.rooms.live import Live
from tests.rooms.seen import FREE, TAKEN, asides, cards, press, read, reported


async def test_a_group_that_becomes_a_supergroup_is_the_same_room(live: Live) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    group.upgrade()
    await live.settle()
    await reported(live)
    assert cards(group) == [FREE]
    await press(live, group, budi, "Ambil")
    assert cards(group) == [TAKEN]


async def test_a_move_that_nobody_told_is_learned_from_the_refusal_and_the_letter_goes_where_it_should(
    live: Live,
) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    await reported(live)
    group.upgrade(told=False)
    budi.say("meja")
    await live.settle()
    budi.press(f"{TICKET} · belum diambil")
    await live.settle()
    budi.press("Ambil")
    await live.settle()
    assert cards(group) == [TAKEN]
    moved = [call for call in live.fake.calls if call.outcome == 400 and call.chat < 0]
    assert len(moved) == 1


@pytest.mark.parametrize("heard", [True, False])
async def test_thrown_out_the_desk_goes_on_in_private_chats_and_the_supervisor_knows(
    live: Live, heard: bool
) -> None:
    budi, tuti = await live.officer("Budi"), await live.officer("Tuti", SULTRA, Role.SUPERVISOR)
    group = await live.bound(budi)
    await reported(live)
    if heard:
        group.kick()
        await live.settle()
    else:
        group.kick_unheard()
        budi.say("meja")
        await live.settle()
        budi.press(f"{TICKET} · belum diambil")
        await live.settle()
        budi.press("Ambil")
        await live.settle()
    assert live.room() is None
    assert "room-lost" in await live.tick()
    for one in (budi, tuti):
        assert "Bot sudah tidak ada di grup Bawaslu Kab. Wakatobi" in read(one)
    assert "room-lost" not in await live.tick(), "it is told once"
    live.office.saksi.reception.draw.tickets.append("ACDEFG")  # type: ignore[attr-defined]
    await reported(live, "1002")
    assert "belum diambil" in budi.last.text


async def test_its_buttons_are_dead_after_the_end(live: Live) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    await reported(live)
    group.kick()
    await live.settle()
    group.chat.refusal = None
    await press(live, group, budi, "Ambil")
    assert asides(live)[-1].startswith("Tombol ini sudah tidak dipakai di sini.")
    assert live.office.case().officer_id is None


async def test_no_call_to_the_room_tells_more_than_a_card(live: Live) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    await reported(live)
    await press(live, group, budi, "Ambil")
    await live.tick()
    told = json.dumps([call.params for call in live.fake.calls if call.chat == group.chat.id])
    for secret in (STORY, "Harun", "Wanci", "anonim", "1001"):
        assert secret not in told
