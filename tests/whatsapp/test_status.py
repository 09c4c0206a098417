"""What becomes of a letter after Twilio took it: forward only, given back, proved; on both databases."""

from __future__ import annotations

import pytest
from starlette.datastructures import ImmutableMultiDict

from handlers.channel import SendUnknown
from handlers.whatsapp.status import record
from storage import mail, refs, upkeep
from tests.whatsapp.desk import Desk
from tests.whatsapp.letters import push


def test_its_body_is_kept_until_it_is_delivered(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    assert (desk.letter(ours).state, desk.letter(ours).sealed) == ("sent", None)
    for status, kept in (("sent", True), ("delivered", False), ("read", False)):
        desk.told(ours, status)
        assert desk.held_body() is kept


@pytest.mark.parametrize("order", [("read", "delivered", "sent"), ("delivered", "sent", "read", "read")])
def test_reports_out_of_order_or_repeated_go_forward_only(desk: Desk, order: tuple[str, ...]) -> None:
    ours = desk.post()
    desk.send("SM1")
    for status in order:
        desk.told(ours, status)
    desk.told(ours, "failed", 63018)
    assert desk.letter(ours).state == "sent", "what was delivered does not fail any more"
    assert not desk.held_body()


def test_what_fails_after_it_was_sent_has_failed(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    desk.told(ours, "sent")
    desk.told(ours, "failed", 63026)
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("failed", "policy")
    desk.told(ours, "sent")
    assert desk.letter(ours).state == "failed"


def test_a_throttled_letter_is_sent_again_with_its_words(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    desk.told(ours, "undelivered", 63018)
    assert desk.letter(ours).state == "due"
    desk.turn(seconds=60)
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    assert errand.letter.say == push()


def test_an_unreachable_phone_silences_its_lane_until_she_writes(desk: Desk) -> None:
    ours = desk.post()
    desk.send("SM1")
    desk.told(ours, "failed", 63024)
    desk.post()
    desk.turn(minutes=5)
    assert not desk.waits()
    with desk.database.transaction() as db:
        mail.resume(db, desk.lane)
    assert desk.waits()


@pytest.mark.parametrize("status", ["queued", "sent", "delivered", "read"])
def test_a_report_proves_a_letter_whose_answer_was_lost(desk: Desk, status: str) -> None:
    ours = desk.post()
    desk.send(SendUnknown("answer-lost", after=60))
    desk.told(ours, status, sid="SM9")
    assert desk.letter(ours).state == "sent"
    with desk.database.reading() as db:
        assert refs.sent_refs(db, desk.keys, desk.lane, desk.at) == ["SM9"]
    desk.turn(hours=2)
    assert not desk.waits()


def test_a_report_may_come_before_the_answer(desk: Desk) -> None:
    ours = desk.post()
    (errand,) = desk.dispatch.claim(desk.sender, 1)
    desk.told(ours, "sent")
    desk.dispatch.record(desk.sender, errand, "SM1")
    assert desk.letter(ours).state == "sent"
    second = desk.post()
    desk.turn(minutes=1)
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == second, "the lane was given back"


def test_with_the_doubt_ends_the_pause_of_its_lane(desk: Desk) -> None:
    ours = desk.post()
    desk.send(SendUnknown("answer-lost", after=60))
    desk.told(ours, "sent")
    second = desk.post()
    desk.turn(seconds=1)
    assert desk.dispatch.claim(desk.sender, 1)[0].letter.id == second


def test_an_unknown_letter_waits_a_minute_for_its_report(desk: Desk) -> None:
    desk.post()
    desk.send(SendUnknown("answer-lost", after=60))
    desk.turn(seconds=59)
    assert not desk.waits()
    desk.turn(seconds=2)
    assert desk.waits()


@pytest.mark.parametrize("letter", ["", "x", "0", "999999", "1 OR 1=1", "9" * 40])
def test_a_report_about_nothing_changes_nothing(desk: Desk, letter: str) -> None:
    ours = desk.post()
    desk.send("SM1")
    record(
        desk.database,
        desk.keys,
        letter,
        "",
        ImmutableMultiDict({"MessageSid": "S1", "MessageStatus": "failed"}),
    )
    assert desk.letter(ours).state == "sent"


def test_what_was_never_delivered_is_forgotten(desk: Desk) -> None:
    desk.post()
    desk.send("SM1")
    desk.turn(days=3)
    with desk.database.transaction() as db:
        upkeep.prune(db, desk.at)
    assert not desk.held_body()


def test_a_letter_that_may_be_there_is_looked_for_however_often_its_process_dies(desk: Desk) -> None:
    ours = desk.post()
    for fate in (None, None, SendUnknown("answer-lost", after=60.0), None):
        desk.send(fate)
        desk.turn(seconds=61)
    desk.send("SM1")
    assert desk.letter(ours).state == "sent"


def test_a_letter_that_stays_unknown_for_a_day_is_given_up(desk: Desk) -> None:
    ours = desk.post()
    for _ in range(2):
        desk.send(None)
        desk.turn(seconds=61)
    desk.turn(hours=24)
    assert not desk.waits()
    assert (desk.letter(ours).state, desk.letter(ours).reason) == ("failed", "unknown")
