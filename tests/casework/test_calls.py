"""A call that was agreed: one for one moment, let go of with the talk, reminded of in time."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from bot.cases.deadline import reminders_by
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation import screen
from bot.conversation.message import Line
from bot.flows.call import key_of, moment_of, offered
from bot.flows.told import CASE, case_option
from handlers import diary, endings, push
from handlers.casework.carry import moved_by
from handlers.copies import Copies
from handlers.tied import hold
from storage import mail, people, slots
from storage.desks import Officer
from storage.keys import Keys
from storage.vault import Vault
from tests.casework.room import THURSDAY, TICKETS, WITA, Room
from tests.casework.test_late import Ticking
from tests.talking import Saksi, library
from tests.together import together

OMBUDSMAN, ZONE = "ombudsman:74", "Asia/Makassar"
TEN = THURSDAY + timedelta(days=1)
FOUR = TEN + timedelta(hours=6)
TIMES = [key_of(TEN), key_of(FOUR)]
CHATS = dict(zip(TICKETS, ("1001", "1002", "1003"), strict=True))
SAID: dict[str, dict[str, Any]] = {
    "advise": {"advice": "Datang ke kantor camat dengan KTP."}, "refer": {"agency": "bkn", "sentence": None},
    "close": {"outcome": "answered", "sentence": None},
}  # fmt: skip


def lane(room: Room, ticket: str = TICKETS[0]) -> str:
    return room.keys.index(f"telegram:{CHATS[ticket]}")


def asked(
    room: Room, ticket: str = TICKETS[0], way: str = "call", dewi: Officer | None = None, level: str = "open"
) -> Officer:
    """She asks the Ombudsman, and an officer there takes it."""
    content: dict[str, Any] = {"answers": {"story": "Surat pindah saya belum selesai.", "way": way}}
    room.file(
        ticket, desk=OMBUDSMAN, lane=lane(room, ticket), kind="consultation", topic="service", accused_kind="",
        identity_level=level, content={**content, "captions": {}, "said": {}},
    )  # fmt: skip
    with room.database.transaction() as db:
        people.consent(
            db, lane(room, ticket), version="1", text_hash="h", channel="telegram", at=room.database.now()
        )
    dewi = dewi or room.officer(OMBUDSMAN, name="Dewi")
    room.did(dewi, "take", ticket=ticket)
    return dewi


def presses(room: Room, saksi: Saksi, what: str, ticket: str = TICKETS[0]) -> None:
    """She presses a button of a letter; nobody has looked at it yet."""
    saksi.heard += 1
    body = {"address": CHATS[ticket], "press": [CASE, "", case_option(what, ticket, "").key]}
    with room.database.transaction() as db:
        mail.accept(
            db, room.keys, channel="telegram", bot="b", external_id=str(saksi.heard), lane=lane(room, ticket),
            body=json.dumps(body).encode(), now=room.database.now(),
        )  # fmt: skip


@pytest.fixture
def saksi(room: Room) -> Saksi:
    """The room's, whose chats are answered as they are in the house."""
    made = Saksi(room.database, room.keys)
    made.reception = replace(made.reception, office=room.office)
    return made


def agreed(room: Room, saksi: Saksi) -> Officer:
    """Times were offered, and she has pressed the first."""
    dewi = asked(room)
    room.did(dewi, "propose", {"times": TIMES})
    presses(room, saksi, f"pick-{TIMES[0]}")
    saksi.work()
    assert (room.case().status, held(room)) == ("scheduled", TEN)
    return dewi


def held(room: Room, ticket: str = TICKETS[0]) -> datetime | None:
    with room.database.reading() as db:
        return slots.starts(db, room.case(ticket).id)


def test_who_asked_for_an_answer_in_the_chat_is_offered_no_call(room: Room) -> None:
    dewi = asked(room, way="chat")
    assert room.refused(dewi, "propose", {"times": TIMES}) == "chat"


def test_times_that_are_over_taken_or_none_are_not_offered(room: Room, saksi: Saksi) -> None:
    dewi = agreed(room, saksi)
    other = TICKETS[1]
    asked(room, other, dewi=dewi)
    for times in ([key_of(TEN)], [key_of(THURSDAY - timedelta(days=1))], [], ["besok"], [*TIMES, *TIMES]):
        assert room.refused(dewi, "propose", {"times": times}, ticket=other) == "needs", times
    room.did(dewi, "propose", {"times": [key_of(FOUR)]}, ticket=other)


def test_who_offers_times_for_another_sees_when_that_officer_is_called_for(room: Room, saksi: Saksi) -> None:
    dewi = agreed(room, saksi)
    asked(room, TICKETS[1], dewi=dewi)
    chief = room.officer(OMBUDSMAN, Role.SUPERVISOR, name="Ani")
    assert room.refused(chief, "propose", {"times": [key_of(TEN)]}, ticket=TICKETS[1]) == "needs"
    room.did(chief, "propose", {"times": [key_of(FOUR)]}, ticket=TICKETS[1])


# One moment is one citizen's


def test_of_those_who_press_one_time_at_once_one_is_called_then_and_the_others_see_what_is_left(
    room: Room, saksi: Saksi
) -> None:
    dewi = asked(room)
    for ticket in TICKETS[1:]:
        asked(room, ticket, dewi=dewi)
    for ticket in TICKETS:
        room.did(dewi, "propose", {"times": TIMES}, ticket=ticket)
        room.sent()
    for ticket in TICKETS:
        presses(room, saksi, f"pick-{TIMES[0]}", ticket)
    assert together(*[saksi.work] * len(TICKETS)) == [None] * len(TICKETS)
    saksi.work()
    called = [ticket for ticket in TICKETS if held(room, ticket) == TEN]
    assert len(called) == 1
    for ticket in set(TICKETS) - set(called):
        assert (room.case(ticket).status, held(room, ticket)) == ("asked", None)
    told = {
        letter.lane: letter.say
        for letter in saksi_letters(saksi)
        if any(line.key == "call-taken" for line in letter.say.lines)
    }
    assert told.keys() == {lane(room, ticket) for ticket in set(TICKETS) - set(called)}
    left = [[option.label for option in screen.choices(say, "buttons")] for say in told.values()]
    assert left == [["pick-time", "pick-none"]] * 2
    with room.database.reading() as db:
        assert slots.busy(db, dewi.id, THURSDAY) == {TEN}


def saksi_letters(saksi: Saksi) -> list[Any]:
    return [
        letter
        for number in CHATS.values()
        for letter in saksi.deliver("telegram", saksi.lane("telegram", number))
    ]


def test_an_officer_and_she_who_let_go_of_a_call_at_once_end_it_once(room: Room, saksi: Saksi) -> None:
    dewi = agreed(room, saksi)
    presses(room, saksi, "call_cancel")
    given = together(saksi.work, lambda: room.do(dewi, "call_off", {"sentence": None}))
    assert not [one for one in given if isinstance(one, Exception)], given
    saksi.work()
    assert (room.case().status, held(room)) == ("in_talk", None)
    assert room.names().count("call_off") == 1
    assert room.holds()


# Who lets go of it


def test_a_call_that_the_officer_calls_off_is_told_and_its_moment_free(room: Room, saksi: Saksi) -> None:
    dewi = agreed(room, saksi)
    room.did(dewi, "call_off", {"sentence": None})
    assert held(room) is None
    assert "call" not in room.open_clocks()
    assert any("dibatalkan" in text for text in room.read(lane(room)))


@pytest.mark.parametrize(("before", "waits"), [(timedelta(minutes=50), False), (timedelta(hours=3), True)])
def test_what_an_officer_does_shortly_before_a_call_reaches_her_at_once(
    room: Room, saksi: Saksi, before: timedelta, waits: bool
) -> None:
    dewi = asked(room, level="anonymous")
    room.did(dewi, "propose", {"times": TIMES})
    presses(room, saksi, f"pick-{TIMES[0]}")
    saksi.work()
    room.sent()
    room.turn(TEN - before)
    room.did(dewi, "call_off", {"sentence": None})
    now = room.database.now()
    assert (room.waiting_letters(lane(room))[-1] > now) == waits


def test_moving_a_call_asks_her_anew_and_frees_the_moment(room: Room, saksi: Saksi) -> None:
    dewi = agreed(room, saksi)
    room.did(dewi, "propose", {"times": [key_of(FOUR)]})
    assert (held(room), room.case().status) == (None, "asked")


@pytest.mark.parametrize("move", SAID)
def test_a_question_that_is_answered_before_the_call_frees_it_and_she_reads_so(
    room: Room, saksi: Saksi, move: str
) -> None:
    dewi = agreed(room, saksi)
    room.did(dewi, move, SAID[move])
    assert held(room) is None
    assert any("Telepon yang disepakati tidak jadi." in text for text in room.read(lane(room)))


def test_another_officer_who_is_given_the_question_has_not_promised_that_call(
    room: Room, saksi: Saksi
) -> None:
    agreed(room, saksi)
    chief = room.officer(OMBUDSMAN, Role.SUPERVISOR, name="Ani")
    fajar = room.officer(OMBUDSMAN, name="Fajar")
    room.did(chief, "assign", {"officer": fajar.id})
    assert (held(room), room.case().status, room.case().officer_id) == (None, "in_talk", fajar.id)
    assert any("tidak jadi" in text for text in room.read(lane(room)))


@pytest.mark.parametrize("how", ["withdraw", "erase", "raise"])
def test_ending_the_question_lets_go_of_the_call_and_of_a_reminder_that_still_waits(
    room: Room, saksi: Saksi, how: str
) -> None:
    agreed(room, saksi)
    room.sent()
    later = room.database.now() + timedelta(hours=1)
    with room.database.transaction() as db:
        case, tied = hold(db, room.case().id, "id")
        assert tied is not None
        push.post(room.work(db), case, tied, [Line("remind-pick", {"day": THURSDAY.date()})], later, rank=2)
    assert later in room.waiting_letters()
    with room.database.transaction() as db:
        case, tied = hold(db, room.case().id, "id")
        match how:
            case "withdraw":
                endings.withdraw(db, case, by="citizen", at=room.at)
            case "erase":
                endings.erase(db, case, by="citizen", at=room.at, now=room.database.now())
            case _:
                row = allowed(LIVES[case.kind], Status(case.status), "raise", Role.CITIZEN)
                assert isinstance(row, Move)
                moved_by(room.work(db), case, tied, row, Role.CITIZEN, {})
    assert held(room) is None
    assert later not in room.waiting_letters()


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
        presses(room, saksi, "call_other")
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
    assert offered(TICKETS[0], TIMES, ZONE)[0].key == case_option(f"pick-{TIMES[0]}", TICKETS[0], "").key
    assert diary.TYPE == "text/calendar"
