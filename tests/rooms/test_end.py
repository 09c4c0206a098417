"""The end of a room: the group moves, throws the bot out, or is let go; the desk goes on."""

from __future__ import annotations

import json

import pytest

from bot.cases.lifecycle import Role
from handlers.commands.officer import left
from handlers.stores import Stores
from storage import desks
from tests.officers.office import STORY, SULTRA, TICKET
from tests.rooms.live import Live
from tests.rooms.seen import FREE, TAKEN, asides, cards, press, read, reported

LOST = "Bot sudah tidak ada di grup Bawaslu Kab. Wakatobi"


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
        assert LOST in read(one)
    assert "room-lost" not in await live.tick(), "it is told once"
    live.office.saksi.reception.draw.tickets.append("ACDEFG")  # type: ignore[attr-defined]
    await reported(live, "1002")
    assert "belum diambil" in budi.last.text


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_by_night_the_desk_hears_of_it_in_the_morning(slow: Live) -> None:
    budi = await slow.officer("Budi")
    group = await slow.bound(budi)
    slow.office.turn(17, 23)
    group.kick()
    await slow.settle()
    assert "room-lost" in await slow.tick()
    assert LOST not in read(budi)
    slow.office.turn(18, 6)
    await slow.settle()
    assert LOST in read(budi)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_where_nothing_waits_the_desk_hears_of_it_by_night(live: Live) -> None:
    budi = await live.officer("Budi")
    group = await live.bound(budi)
    live.office.turn(17, 23)
    group.kick()
    await live.settle()
    assert "room-lost" in await live.tick()
    assert LOST in read(budi)


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


async def test_the_supervisor_lets_the_group_go_and_its_cards_go_with_it(live: Live) -> None:
    budi, tuti = await live.officer("Budi"), await live.officer("Tuti", SULTRA, Role.SUPERVISOR)
    group = await live.bound(budi, tuti)
    group.promote("can_pin_messages")
    await reported(live)
    await live.tick()
    assert cards(group) == [FREE]
    group.say("/meja@SaksiUjiBot lepas")
    await live.settle()
    assert "hanya bisa dilepas oleh pengawas mejanya" in read(group)
    assert live.room() is not None
    live.fake.turn(hours=49)
    group.as_(tuti).say("/desk@SaksiUjiBot unbind")
    await live.settle()
    assert live.room() is None
    assert cards(group) == []
    assert TICKET not in json.dumps([[m.text, m.buttons] for m in group.messages])
    assert group.chat.pinned == [], "what is too old to be deleted is emptied and unpinned"
    assert "Grup ini bukan lagi ruang meja Bawaslu Kab. Wakatobi." in read(group)
    for one in (budi, tuti):
        assert "sudah dilepas" in read(one)
    assert "room-lost" not in await live.tick()
    live.office.saksi.reception.draw.tickets.append("ACDEFG")  # type: ignore[attr-defined]
    await reported(live, "1002")
    assert "belum diambil" in read(budi)
    group.upgrade()
    await live.settle()
    assert live.room() is None, "no move brings it back"


@pytest.mark.parametrize("days", [0, 3])
async def test_who_leaves_keeps_neither_cards_nor_the_pinned_list(live: Live, days: int) -> None:
    budi = await live.officer("Budi")
    await reported(live)
    await live.tick()
    assert FREE in read(budi)
    assert len(budi.chat.pinned) == 1
    for label in ("Ambil", "Cerita", "Riwayat"):
        budi.press(label)
        await live.settle()
    budi.say("meja")
    await live.settle()
    assert STORY in read(budi)
    live.fake.turn(hours=24 * days)
    with live.office.database.reading() as db:
        seat = desks.officer_of(db, live.keys, live.keys.index(f"telegram:{budi.id}"))
    assert seat is not None
    stores = Stores(live.office.database, live.keys, live.house.vault)
    left(stores, live.house.library, seat.id)
    await live.settle()
    shown = json.dumps([[m.text, m.buttons] for m in budi.messages if m.mine])
    assert TICKET not in shown
    assert STORY not in shown, "nor what was opened stays its quarter of an hour"
    assert [at for at in budi.chat.pinned if not budi.chat.messages[at].deleted] == []


async def test_what_was_opened_before_three_days_of_outage_is_emptied(live: Live) -> None:
    budi = await live.officer("Budi")
    await reported(live)
    budi.press("Ambil")
    await live.settle()
    budi.press("Cerita")
    await live.settle()
    assert STORY in read(budi)
    live.fake.turn(hours=72)
    live.office.pass_by(hours=72)
    await live.settle()
    assert STORY not in read(budi)
    assert "Ini tidak lagi tampil di sini. Buka lagi dari kartunya." in read(budi)


async def test_enrolled_at_another_desk_the_list_is_that_ones_and_the_old_cards_are_gone(live: Live) -> None:
    budi = await live.officer("Budi")
    await reported(live)
    await live.tick()
    budi.start(live.office.invite("bawaslu:74.01", Role.OFFICER, "Budi"))
    await live.settle()
    assert TICKET not in json.dumps([[m.text, m.buttons] for m in budi.messages])
    (pinned,) = (budi.chat.messages[at] for at in budi.chat.pinned if not budi.chat.messages[at].deleted)
    assert "Wakatobi" not in pinned.text
