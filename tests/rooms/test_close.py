"""A case that somebody is close to: in no room, since a group hides nothing from one member."""

from __future__ import annotations

import json

from bot.cases.lifecycle import Role
from storage.sql import sql
from tests.officers.office import SULTRA, TICKET
from tests.rooms.live import Live
from tests.rooms.seen import FREE, TAKEN, cards, press, read, reported


async def test_what_an_officer_is_close_to_leaves_the_room_and_goes_to_the_others_in_private(
    live: Live,
) -> None:
    budi, dewi = await live.officer("Budi"), await live.officer("Dewi")
    group = await live.bound(budi, dewi)
    group.promote("can_pin_messages")
    await reported(live)
    await live.tick()
    assert cards(group) == [FREE]
    assert TICKET in json.dumps([m.buttons for m in group.messages]), "it is in the pinned list"
    await press(live, group, budi, "Saya ada hubungan")
    await live.tick()
    assert cards(group) == []
    assert TICKET not in json.dumps([[m.text, m.buttons] for m in group.messages])
    assert "Belum diambil: 0" in read(group), "nor is it counted there"
    assert FREE not in read(budi)
    assert FREE in read(dewi)
    since = len(live.fake.calls)
    dewi.press("Ambil")
    await live.settle()
    await live.tick()
    assert live.office.case().officer_id is not None
    told = json.dumps([c.params for c in live.fake.calls[since:] if c.chat in (group.chat.id, budi.id)])
    assert TICKET not in told, "whatever becomes of it"


async def test_what_stood_too_long_to_be_deleted_is_emptied_and_who_left_the_desk_counts_too(
    live: Live,
) -> None:
    budi, dewi = await live.officer("Budi"), await live.officer("Dewi")
    group = await live.bound(budi, dewi)
    await reported(live)
    live.fake.turn(hours=49)
    await press(live, group, dewi, "Saya ada hubungan")
    assert cards(group) == [f"{TICKET} · tidak lagi di meja ini"]
    assert not next(m for m in group.messages if m.text.startswith(TICKET)).buttons
    dewi.start(live.office.invite(SULTRA, Role.SUPERVISOR, "Dewi"))
    await live.settle()
    budi.press("Ambil")
    await live.settle()
    assert cards(group) == [f"{TICKET} · tidak lagi di meja ini"]
    dewi.say(TICKET)
    await live.settle()
    assert TAKEN not in read(dewi), "enrolled anew, above the desk, she stays close to it"


async def test_an_officers_own_report_stays_in_the_room_so_that_nobody_guesses_who_wrote_it(
    live: Live,
) -> None:
    budi, dewi = await live.officer("Budi"), await live.officer("Dewi")
    group = await live.bound(budi, dewi)
    await reported(live)
    with live.office.database.transaction() as db:
        told = {"lane": live.keys.index(f"telegram:{budi.id}")}
        db.connection().execute(sql("UPDATE tie SET lane = :lane"), told)
    await press(live, group, dewi, "Ambil")
    assert cards(group) == [TAKEN.replace("Budi", "Dewi")]
    assert FREE not in read(dewi), "in private she would know that one of them is close to it"
