"""What waits for her to write: held by a closed window, told of by a knock, and gone as soon as she has written."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from handlers.channel import SendFailed, SendHeld
from handlers.dispatch import Dispatch
from handlers.whatsapp.alarms import standing
from storage import merging, people, upkeep, windows
from storage.sql import run, sql
from tests.postgresql import waits
from tests.together import together
from tests.whatsapp.desk import KNOCK, Desk
from tests.whatsapp.letters import push


def test_a_closed_window_told_later_puts_the_clock_right_and_the_letter_back(desk: Desk) -> None:
    ours = desk.post()
    desk.heard()
    desk.send("SM1")
    desk.told(ours, "undelivered", 63016)
    with desk.database.reading() as db:
        assert windows.open_until(db, desk.lane, desk.at) is None
    desk.turn(seconds=30)
    desk.send(SendHeld("window"))
    desk.turn(days=3)
    assert not desk.waits(), "it waits for her"
    desk.heard()
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    assert (errand.letter.id, errand.letter.say) == (ours, push())


def test_a_second_push_of_her_case_is_not_hidden_behind_one_that_waits(desk: Desk) -> None:
    desk.post("case")
    desk.send(SendHeld("window"))
    desk.turn(days=2)
    second = desk.post("case")
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == second


def test_what_a_knock_did_moves_no_letter(desk: Desk) -> None:
    ours = desk.post()
    desk.send(SendHeld("window"))
    for status in ("sent", "delivered", "read"):
        desk.told(ours, status, knock=True)
    desk.told(ours, "failed", 63026, knock=True)
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("due", "window")


@pytest.mark.parametrize("answered", [True, False])
def test_whom_no_knock_reached_is_told_anew_when_its_template_may_work_again(
    desk: Desk, answered: bool
) -> None:
    """Paused by Meta after Twilio took it; the report may come before our own note that the letter waits."""
    ours = desk.post()
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    if answered:
        desk.dispatch.record(desk.sender, errand, SendHeld("window"))
    desk.told(ours, "undelivered", 63041, knock=True)
    if not answered:
        desk.dispatch.record(desk.sender, errand, SendHeld("window"))
    assert desk.parked == [(KNOCK, 63041)]
    (told,) = standing(desk.database, desk.at)
    assert "63041" in told
    assert "saksi whatsapp templates status" in told
    desk.turn(hours=6)
    assert not desk.waits(), "as seldom as she is told of anything"
    desk.turn(minutes=1)
    assert desk.waits()


def test_a_letter_nobody_was_told_of_is_tried_again_for_a_month_and_then_forgotten(desk: Desk) -> None:
    ours = desk.post()
    for _ in range(31):
        desk.send(SendHeld("no-template", after=86_400))
        desk.turn(days=1)
    assert not desk.waits()
    desk.turn(days=61)
    with desk.database.transaction() as db:
        upkeep.prune(db, desk.at)
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("failed", "stale")


def test_an_alarm_is_told_for_a_day_and_names_nobody(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    desk.told(ours, "failed", 63015)
    (told,) = standing(desk.database, desk.at)
    assert "join" in told
    assert "62811" not in told
    desk.turn(hours=25)
    assert list(standing(desk.database, desk.at)) == []


def test_who_wrote_while_we_found_the_window_closed_hears_at_once(desk: Desk) -> None:
    ours = desk.post()
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    desk.heard()
    desk.dispatch.record(desk.sender, errand, SendHeld("window"))
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("due", "")
    (again,) = desk.dispatch.claim(desk.sender, 1)
    assert (again.letter.id, again.letter.attempts) == (ours, 1)


@pytest.mark.parametrize("first", ["she writes", "it is held"])
def test_whoever_of_both_is_first_the_letter_leaves(desk: Desk, first: str) -> None:
    """What she writes and what became of the letter are written at the same time; the second waits for the first."""
    ours = desk.post()
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    written, go_on = threading.Event(), threading.Event()

    def halfway(*_: object) -> None:
        """All is written, and nothing committed."""
        written.set()
        assert go_on.wait(30)

    def hold() -> None:
        held = Dispatch(desk.database, desk.keys, tell=halfway if first == "it is held" else lambda *_: None)
        held.record(desk.sender, errand, SendHeld("window"))

    def write() -> None:
        with desk.database.transaction() as db:
            windows.heard(db, desk.lane, desk.at, desk.at)
            if first == "she writes":
                halfway()

    one, other = (write, hold) if first == "she writes" else (hold, write)
    with ThreadPoolExecutor(2) as threads:
        begun = threads.submit(one)
        assert written.wait(30)
        later = threads.submit(other)
        waits(desk.database, later)
        go_on.set()
        begun.result(30)
        later.result(30)
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == ours


def test_a_window_she_opened_meanwhile_is_not_closed_by_what_left_before(desk: Desk) -> None:
    """Twilio refuses late, and by the clock of then."""
    ours = desk.post()
    desk.heard()
    desk.send("SM1")
    desk.turn(hours=1)
    desk.heard()
    desk.told(ours, "undelivered", 63016)
    with desk.database.reading() as db:
        assert windows.open_until(db, desk.lane, desk.at) == desk.at + windows.LASTS
    assert desk.waits(), "and it goes again at once"


def test_who_writes_under_both_her_names_gets_what_was_held_under_one(desk: Desk) -> None:
    """Her window is open under the other name already, so that nothing opens anew."""
    ours = desk.post()
    desk.send(SendHeld("window"))
    with desk.database.transaction() as db:
        people.meet(
            db, desk.keys, lane="other", channel="whatsapp", address="ID.400", language="id", now=desk.at
        )
        windows.heard(db, "other", desk.at, desk.at)
    with desk.database.transaction() as db:
        merging.merge(db, desk.keys, gone=desk.lane, kept="other", now=desk.at)
        windows.heard(db, "other", desk.at, desk.at)
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == ours


REFUSED, SLOW, HELD = (
    SendFailed("invalid", again=False, unreachable=True),
    SendFailed("slow", again=True),
    SendHeld("window"),
)


@pytest.mark.parametrize(
    ("first", "fate"),
    [
        ("joined", REFUSED),
        ("joined", HELD),
        ("joined", None),
        ("recorded", SLOW),
        ("at once", SLOW),
        ("at once", HELD),
    ],
)
def test_a_letter_on_its_way_while_her_two_names_become_one_reaches_her(
    desk: Desk, first: str, fate: SendFailed | SendHeld | None
) -> None:
    """Refused at the one, or not heard of again (its process has ended), it comes to the other."""
    ours = desk.post()
    with desk.database.transaction() as db:
        people.meet(
            db, desk.keys, lane="other", channel="whatsapp", address="ID.400", language="id", now=desk.at
        )
    (errand,) = desk.dispatch.claim(desk.sender, 1)

    def join() -> None:
        with desk.database.transaction() as db:
            merging.merge(db, desk.keys, gone=desk.lane, kept="other", now=desk.at)
            windows.heard(db, "other", desk.at, desk.at)

    def record() -> None:
        if fate is not None:
            desk.dispatch.record(desk.sender, errand, fate)

    if first == "at once":
        assert together(join, record) == [None, None]
    else:
        for act in (join, record) if first == "joined" else (record, join):
            act()
    desk.turn(seconds=0 if fate is REFUSED else 70)
    (again,) = desk.dispatch.claim(desk.sender, 1)
    assert (again.letter.id, again.letter.lane, again.address) == (ours, "other", "ID.400")
    desk.dispatch.record(desk.sender, again, "SM1")
    assert desk.letter(ours).state == "sent"
    assert not desk.waits()
    with desk.database.reading() as db:
        assert not run(db, sql("SELECT lane, owner FROM lane WHERE lane <> 'other' OR owner <> ''")), (
            "nobody's"
        )


def test_who_wrote_while_her_knock_failed_is_not_made_to_wait(desk: Desk) -> None:
    """Twilio tells that no knock reached her before we have noted that the letter waits."""
    ours = desk.post()
    desk.dispatch.claim(desk.sender, 1)
    desk.heard()
    desk.told(ours, "undelivered", 63041, knock=True)
    desk.turn(seconds=10)
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == ours
