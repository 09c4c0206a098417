"""A call that was agreed, when another phone may answer in her chat: nobody is called, and who has to know is told."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.casework.work import Notice
from tests.casework.calling import CHATS, TEN, agreed, held, lane
from tests.casework.room import TICKETS, Room
from tests.casework.ticking import Ticking
from tests.phone import Phone
from tests.talking import Saksi

CODE = "8F2K-QM7T-4XRW"
OFF = "telepon Jumat, 18 Oktober 2024, pukul 10.00 WITA kami batalkan"


def notices(room: Room, key: str) -> list[Notice]:
    return [notice for notice in room.notices if notice.key == key]


@pytest.mark.parametrize("surely", [True, False], ids=["another account", "another name"])
def test_nobody_is_called_where_another_phone_may_answer_and_her_officer_is_told_at_once(
    room: Room, saksi: Saksi, ticking: Ticking, surely: bool
) -> None:
    dewi = agreed(room, saksi)
    room.sent()
    saksi.part("telegram", CHATS[TICKETS[0]], surely=surely)
    for _ in range(2):
        ticking.tick(TEN - timedelta(hours=2))
    assert (room.case().status, held(room), room.case().officer_id) == ("in_talk", None, dewi.id)
    (told,) = notices(room, "call-parted")
    assert told.to == dewi.id
    assert not [text for text in room.read(lane(room)) if "elepon" in text], (
        "who answers there now reads nothing of it"
    )
    ticking.tick(TEN + timedelta(minutes=1))
    assert not notices(room, "called")


def test_she_hears_that_the_call_is_off_once_she_has_proven_that_the_chat_is_hers(
    room: Room, saksi: Saksi, ticking: Ticking
) -> None:
    agreed(room, saksi)
    room.sent()
    saksi.part("telegram", CHATS[TICKETS[0]], surely=False)
    ticking.tick(TEN - timedelta(hours=2))
    sari = Phone(saksi, "telegram", CHATS[TICKETS[0]])
    sari.read()
    assert OFF in " ".join(sari.line(f"status {TICKETS[0]} {CODE}"))
    assert OFF not in " ".join(sari.line("status"))


def test_a_call_stands_where_she_proves_at_once_that_the_chat_is_hers(
    room: Room, saksi: Saksi, ticking: Ticking
) -> None:
    agreed(room, saksi)
    room.sent()
    saksi.part("telegram", CHATS[TICKETS[0]], surely=False)
    sari = Phone(saksi, "telegram", CHATS[TICKETS[0]])
    sari.read()
    assert OFF not in " ".join(sari.line(f"status {TICKETS[0]} {CODE}"))
    ticking.tick(TEN - timedelta(hours=2))
    assert (room.case().status, held(room)) == ("scheduled", TEN)
