"""A call that was agreed: one for one moment, let go of with the talk."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from bot.cases.appointment import key_of
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation import screen
from bot.conversation.message import Line
from handlers import endings, push
from handlers.casework.carry import moved_by
from handlers.tied import hold
from storage import slots
from tests.casework.calling import (
    CHATS,
    FOUR,
    OMBUDSMAN,
    TEN,
    TIMES,
    agreed,
    asked,
    held,
    lane,
    presses,
)
from tests.casework.room import THURSDAY, TICKETS, Room
from tests.talking import Saksi
from tests.together import together

SAID: dict[str, dict[str, Any]] = {
    "advise": {"advice": "Datang ke kantor camat dengan KTP."}, "refer": {"agency": "bkn", "sentence": None},
    "close": {"outcome": "answered", "sentence": None},
}  # fmt: skip


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
        assert (room.case(ticket).status, held(room, ticket)) == ("offered", None)
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
    presses(room, saksi, f"call_cancel-{key_of(TEN)}")
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
    assert (held(room), room.case().status) == (None, "offered")


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
