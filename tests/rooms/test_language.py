"""A room has a language of its own: what stands in it does not tell who reported, or who pressed."""

from __future__ import annotations

import json

import pytest

from bot.cases.lifecycle import Role
from tests.fakes.telegram.groups import Group
from tests.officers.office import REPORT, TICKET, Office
from tests.rooms.live import Live
from tests.rooms.seen import FREE, cards, press

ENGLISH = f"{TICKET} · not taken"


@pytest.fixture
def engine() -> str:
    """What is said is decided above the database."""
    return "sqlite"


def report_in_english(office: Office) -> None:
    sari = office.citizen()
    office.say(sari, "english", *REPORT[1:], "1")
    assert "Sent and stored. Thank you for your courage." in office.say(sari, "send")


def seen(group: Group) -> str:
    return json.dumps([[m.text, m.buttons] for m in group.messages if m.mine], ensure_ascii=False)


async def test_who_reports_or_presses_in_english_changes_no_word_of_an_indonesian_room(live: Live) -> None:
    budi, dewi = await live.officer("Budi"), await live.officer("Dewi")
    budi.say("english")
    await live.settle()
    group = await live.bound(budi, dewi)
    group.promote("can_pin_messages")
    report_in_english(live.office)
    await live.settle()
    await live.tick()
    assert cards(group) == [FREE]
    await press(live, group, budi, "Ambil")
    await press(live, group, budi, "Kembalikan")
    await live.tick()
    assert cards(group) == [FREE]
    told = seen(group)
    assert "Meja hari ini" in told or "Belum diambil: 1" in told
    for word in ("not taken", "Take", "Banner", "desk", "Received", "close to it"):
        assert word not in told, word
    assert "not taken" in "\n".join(m.text for m in budi.messages), (
        "in their own chat it is their own language"
    )


async def test_bound_with_the_english_word_it_is_english_whoever_presses(live: Live) -> None:
    tuti = await live.officer("Tuti", role=Role.SUPERVISOR)
    group = live.fake.group("Desk", tuti)
    group.say(f"/desk@SaksiUjiBot {live.code()}")
    await live.settle()
    live.office.report(live.office.citizen())
    await live.settle()
    assert cards(group) == [ENGLISH]
    await press(live, group, tuti, "Take")
    await press(live, group, tuti, "Give back")
    assert cards(group) == [ENGLISH]
    assert "Ambil" not in seen(group)
