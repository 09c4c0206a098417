"""*Apa langkah berikutnya*: where it is now, what comes next there, what is asked of her, and when we write."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from bot.cases.lifecycle import Status
from bot.conversation import screen
from bot.flows import told
from handlers.visit import facts_of
from storage.keys import Keys
from tests.casework.room import BKN, WAKATOBI, Room
from tests.hours import TICKET, WITA, Hours
from tests.talking import library

FIRST = "mereka meneruskan ke BKN, lalu ke bupati sebagai pejabat yang berwenang memberi sanksi."


@pytest.mark.parametrize(
    ("status", "desk", "comes", "asked"),
    [
        ("waiting", WAKATOBI, FIRST, False),
        ("asked", WAKATOBI, FIRST, True),
        ("at_bkn", BKN, "BKN dapat meminta keputusan bupati", False),
        ("at_ppk", BKN, "Yang ditunggu: keputusan bupati.", False),
        ("handed_over", WAKATOBI, "Jawabannya kami tanyakan lagi.", False),
    ],
)
@pytest.mark.parametrize(("shown", "more"), [(screen.text, False), (screen.numbered, True)])
def test_it_says_what_comes_next_from_where_it_is(
    room: Room, status: str, desk: str, comes: str, asked: bool, shown: Callable[..., str], more: bool
) -> None:
    room.file()
    case = room.put(status=status, desk=desk)
    with room.database.reading() as db:
        facts = facts_of(db, room.keys, library(), case, room.database.now())
    say = told.next_steps(facts)
    read = shown(say, library().words, "id", "")
    assert comes in read
    assert ("Petugas menunggu jawaban Anda." in read) is asked
    assert ("Anda tidak perlu berbuat apa-apa." in read) is not asked
    assert "paling lambat Kamis, 24 Oktober, kami kabari di sini." in read
    assert ("Ketik TAMBAH." in read) is more
    assert len(read) <= 500
    formal = {option.key.partition(".")[0] for option in say.options}
    assert ("formal" in formal) is (Status(status) in {Status.WAITING, Status.ASKED})


def test_where_there_is_no_formal_report_the_way_to_one_is_said_to_be_none(
    database_url: str, keys: Keys, tmp_path: Path
) -> None:
    """Off season no letter offers it; a button pressed all the same has its answer."""
    hours = Hours(database_url, keys, tmp_path)
    hours.at = datetime(2026, 11, 26, 19, 40, tzinfo=WITA)
    sari = hours.sari()
    hours.report(sari)
    assert not any(
        option.key.startswith("formal") for letter in sari.screens for option in letter.say.options
    )
    hours.pass_by(seconds=1)
    assert sari.send(press=["case", "", f"formal.{TICKET}"]) == [
        "Untuk laporan ini tidak perlu langkah resmi lagi. Laporan Anda tetap dibaca BKN."
    ]
    hours.database.dispose()
