"""Every week in which nothing changes she reads where her report waits, and since when, wherever it went."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation import screen
from handlers import promises
from handlers.tick import Look, perform
from storage.desks import Officer
from tests.casework.room import BKN, BUTON, GIVEN, Room
from tests.casework.ticking import Ticking
from tests.talking import library

SENT = [("take", "pass_to_bkn"), ("recommend",)]


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize(
    ("moves", "waits", "awaits"),
    [
        ([("take", "forward")], "Menunggu di Bawaslu Kab. Buton", "Waiting at Bawaslu Kab. Buton"),
        ([("take", "hand_over")], "Menunggu di Inspektorat", "Waiting at Inspektorat"),
        (SENT, "Menunggu keputusan bupati", "Waiting for the decision of the regent (bupati)"),
    ],
    ids=["forwarded", "handed over", "at the PPK"],
)
def test_she_reads_where_it_waits_and_since_when(
    room: Room, budi: Officer, ticking: Ticking, moves: list[tuple[str, ...]], waits: str, awaits: str
) -> None:
    """The letter to the PPK is of Thursday, whenever it was typed in; so she reads in every letter."""
    room.officer(BUTON)
    eko = room.officer(BKN, name="Eko")
    room.file(accused_kind="village" if "hand_over" in moves[0] else "asn")
    for officer, day in zip((budi, eko), moves, strict=False):
        for key in day:
            room.did(officer, key, GIVEN)
        room.turn(room.at + timedelta(days=1))
    room.turn(room.at + timedelta(days=8))
    room.read()
    now = room.database.now()
    done = [one.what for one in perform(ticking.house, (promises.news,), Look(now, room.at, now))]
    assert done == ["news"]
    (letter,) = room.sent()
    for language, said, since in (
        ("id", f"Belum ada perubahan. {waits}", "sejak Kamis, 17 Oktober 2024."),
        ("en", f"No change yet. {awaits}", "since Thursday, 17 October 2024."),
    ):
        for shown, channel in ((screen.text, "telegram"), (screen.numbered, "whatsapp")):
            read = shown(letter.say, library().words, language, channel)
            assert f"{said} {since}" in read
            assert len(read) <= 350
