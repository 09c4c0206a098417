"""Before a call: she is reminded of it in time, and may keep it in her own calendar."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from bot.cases.appointment import key_of, moment_of
from bot.cases.deadline import reminders_by
from bot.flows.call import Proposal, offered
from handlers import diary
from handlers.copies import Copies
from storage import people
from storage.keys import Keys
from storage.vault import Vault
from tests.casework.calling import (
    FOUR,
    TEN,
    TIMES,
    ZONE,
    agreed,
    asked,
    lane,
    presses,
)
from tests.casework.room import THURSDAY, TICKETS, WITA, Room
from tests.casework.ticking import Ticking
from tests.talking import Saksi, library

# Reminders


def test_reminders_are_counted_a_day_and_an_hour_before_by_her_own_clock() -> None:
    clock = library().law.clocks.by_id["call"]
    for zone, morning in (("Asia/Jakarta", 9), (ZONE, 8), ("Asia/Jayapura", 7)):
        dawn = THURSDAY.replace(hour=morning)
        assert reminders_by(clock, FOUR, dawn - timedelta(minutes=1), zone) == 0
        assert reminders_by(clock, FOUR, dawn, zone) == 1
    assert reminders_by(clock, FOUR, FOUR - timedelta(hours=1), ZONE) == 2


@pytest.mark.parametrize("short", [False, True], ids=["full", "short"])
def test_she_is_reminded_once_each_time_whoever_starts_anew_and_reads_nothing_where_news_are_short(
    room: Room, saksi: Saksi, keys: Keys, tmp_path: Path, short: bool
) -> None:
    room.turn(THURSDAY - timedelta(days=1))
    agreed(room, saksi)
    room.sent()
    with room.database.transaction() as db:
        known = people.load(db, lane(room))
        assert known is not None
        people.flag(db, known, short=short)
    read = []
    for at in (THURSDAY.replace(hour=8), THURSDAY, TEN.replace(hour=9), TEN.replace(hour=9, minute=30)):
        Ticking(room, keys, tmp_path).tick(at)
        read += [text for text in room.read(lane(room)) if "Ada kabar" in text]
    assert len(read) == 2
    assert sum("Jumat, 18 Oktober 2024, pukul 10.00 WITA" in text for text in read) == (0 if short else 2)
    assert not short or all("telepon" not in text.lower() for text in read)


@pytest.mark.parametrize("who", ["she", "officer"])
def test_nobody_is_reminded_of_a_call_that_is_off(
    room: Room, saksi: Saksi, keys: Keys, tmp_path: Path, who: str
) -> None:
    room.turn(THURSDAY - timedelta(days=1))
    dewi = agreed(room, saksi)
    if who == "she":
        presses(room, saksi, f"call_other-{key_of(TEN)}")
        saksi.work()
    else:
        room.did(dewi, "propose", {"times": [key_of(TEN + timedelta(days=3))]})
    room.sent()
    assert not [
        one for one in Ticking(room, keys, tmp_path).tick(TEN.replace(hour=9)) if one.startswith("called")
    ]
    assert not [text for text in room.read(lane(room)) if "menelepon Anda Jumat" in text]


def test_nobody_is_reminded_to_choose_among_times_that_are_over(
    room: Room, keys: Keys, tmp_path: Path
) -> None:
    dewi = asked(room)
    room.did(dewi, "propose", {"times": [key_of(THURSDAY + timedelta(hours=2))]})
    room.sent()
    for hour in (8, 9, 10):
        Ticking(room, keys, tmp_path).tick(TEN.replace(hour=hour))
    assert not [text for text in room.read(lane(room)) if "waktu telepon" in text]


# What she keeps


def test_the_entry_for_her_calendar_tells_when_and_nothing_else_and_moves_with_the_call(
    room: Room, saksi: Saksi, tmp_path: Path
) -> None:
    dewi = agreed(room, saksi)
    copies = Copies(room.database, room.keys, Vault(tmp_path))
    kept = []
    for at in (TEN, FOUR):
        if at == FOUR:
            room.did(dewi, "propose", {"times": [key_of(FOUR)]})
            presses(room, saksi, f"pick-{key_of(FOUR)}")
            saksi.work()
        files = [letter.say.file for letter in room.sent(lane(room)) if letter.say.file]
        copy = copies.open(files[-1], "Telepon")
        assert (copy.type, copy.name, copy.hers) == ("text/calendar", "telepon.ics", True)
        event: Any
        (event,) = Calendar.from_ical(copy.content).walk("VEVENT")
        assert (event.start, event.end) == (at, at + timedelta(minutes=30))
        assert event["SUMMARY"] == "Telepon"
        kept.append((event["UID"], event["SEQUENCE"]))
        assert set(event) == {"UID", "SEQUENCE", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS"}
        text = copy.content.decode().lower()
        for telling in ("ombudsman", "saksi", TICKETS[0].lower(), room.case().id.lower(), "konsultasi"):
            assert telling not in text
    assert kept[0] == (kept[1][0], kept[1][1] - 1)


def test_a_time_is_the_same_in_every_zone() -> None:
    assert moment_of(key_of(TEN)) == TEN
    assert TEN.tzinfo is WITA
    assert offered(TICKETS[0], Proposal(7, tuple(TIMES), ZONE))[0].key == f"pick-7-{TIMES[0]}.{TICKETS[0]}"
    assert diary.TYPE == "text/calendar"
