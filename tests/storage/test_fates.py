"""What became of a letter is recorded once, by whoever had it; nothing is guessed."""

from __future__ import annotations

from datetime import timedelta

from storage import letters, mail, upkeep
from storage.database import Database
from storage.tables import Address, Outbox
from tests.storage.clock import Clock
from tests.storage.outbox import Office, told


def test_a_letter_that_did_not_arrive_goes_again_before_those_after_it(office: Office, clock: Clock) -> None:
    office.post("sari", "first")
    office.post("sari", "second")
    letter = office.one()
    with office.database.transaction() as db:
        assert letters.again(db, letter, "server", clock.at + timedelta(seconds=8))
    assert office.claim() == []
    clock.turn(seconds=8)
    again = office.one()
    assert (told(again), again.attempts) == ("first", 2)
    office.sent(again)
    assert office.send_all() == ["second"]


def test_a_letter_that_waits_for_its_slot_lets_others_pass(office: Office, clock: Clock) -> None:
    office.post("sari", "progress", slot="p")
    office.post("sari", "question")
    letter = office.one()
    with office.database.transaction() as db:
        assert letters.later(db, letter, clock.at + timedelta(seconds=2))
    assert office.send_all() == ["question"]
    clock.turn(seconds=2)
    again = office.one()
    assert (told(again), again.attempts) == ("progress", 1)


def test_a_lease_that_runs_out_leaves_the_letter_unknown_and_not_due(office: Office, clock: Clock) -> None:
    posted = office.post("sari", "once")
    lost = office.one("a")
    clock.turn(seconds=59)
    assert office.claim("b") == []
    assert office.state(posted) == "sending"
    clock.turn(seconds=1)
    taken_over = office.one("b")
    assert (taken_over.doubts, taken_over.attempts) == (1, 2)
    assert not office.sent(lost, "77"), "it is not theirs any more"
    assert office.state(posted) == "sending"
    assert office.sent(taken_over)


def test_a_late_truth_still_counts_when_nobody_took_over(office: Office, clock: Clock) -> None:
    posted = office.post("sari", "once")
    office.post("sari", "next")
    late = office.one("a")
    clock.turn(seconds=61)
    assert office.claim("b", room=0) == []
    assert office.state(posted) == "unknown"
    assert office.sent(late, "77")
    assert office.send_all() == ["next"]


def test_an_owner_that_claims_anew_cannot_report_for_its_old_claim(office: Office, clock: Clock) -> None:
    office.post("sari", "once")
    old = office.one("a")
    clock.turn(seconds=61)
    office.one("a")
    assert not office.sent(old)
    with office.database.transaction() as db:
        assert not letters.failed(db, old, "x", now=clock.at)
        assert not letters.again(db, old, "x", clock.at)
        assert not letters.later(db, old, clock.at)
        assert not letters.unknown(db, old, "x", clock.at)
    assert office.claim("b") == []


def test_an_unknown_letter_is_asked_about_before_what_follows(office: Office, clock: Clock) -> None:
    office.post("sari", "first")
    office.post("sari", "second")
    letter = office.one()
    with office.database.transaction() as db:
        assert letters.unknown(db, letter, "answer lost", clock.at + timedelta(seconds=2))
    assert office.claim() == []
    clock.turn(seconds=2)
    asked = office.one()
    assert (told(asked), asked.doubts) == ("first", 1)


def test_a_failed_letter_is_over_and_its_lane_moves_on(
    office: Office, database: Database, clock: Clock
) -> None:
    posted = office.post("sari", "first")
    office.post("sari", "second")
    letter = office.one()
    with database.transaction() as db:
        assert letters.failed(db, letter, "too-long", now=clock.at)
    with database.reading() as db:
        row = db.get_one(Outbox, posted)
        assert (row.state, row.reason, row.sealed) == ("failed", "too-long", None)
    assert office.send_all() == ["second"]


def test_an_unreachable_lane_is_silent_until_she_writes(
    office: Office, database: Database, clock: Clock
) -> None:
    with database.transaction() as db:
        db.add(Address(lane="sari", channel="telegram", sealed=b"x", seen_at=clock.at))
    office.post("sari", "first")
    office.post("sari", "second")
    letter = office.one()
    with database.transaction() as db:
        letters.failed(db, letter, "blocked", now=clock.at, unreachable=True)
    office.post("sari", "third")
    assert office.claim() == []
    with database.reading() as db:
        assert db.get_one(Address, "sari").unreachable_at == clock.at
        assert letters.soonest(db, "telegram") is None
        assert upkeep.depths(db, clock.at).silent == 1
    with database.transaction() as db:
        mail.resume(db, "sari")
    with database.reading() as db:
        assert db.get_one(Address, "sari").unreachable_at is None
    assert office.send_all() == ["second", "third"]


def test_a_letter_nobody_can_open_fails_and_does_not_stop_the_others(
    office: Office, database: Database
) -> None:
    broken = office.post("sari", "first")
    office.post("sari", "second")
    with database.transaction() as db:
        db.get_one(Outbox, broken).sealed = b"altered"
    assert office.claim() == []
    assert office.state(broken) == "failed"
    assert office.send_all() == ["second"]


def test_a_lane_that_fell_silent_and_spoke_while_its_process_died_is_taken_over(
    office: Office, database: Database, clock: Clock
) -> None:
    office.post("sari", "first")
    office.one("dies")
    with database.transaction() as db:
        letters.silence(db, "sari", clock.at)
        mail.resume(db, "sari")
    clock.turn(seconds=60)
    assert told(office.one("b")) == "first"


def test_a_late_truth_does_not_free_a_lane_that_is_leased_anew(office: Office, clock: Clock) -> None:
    office.post("sari", "push", rank=1)
    late = office.one("a")
    office.post("sari", "reply")
    clock.turn(seconds=60)
    assert told(office.one("a")) == "reply"
    assert office.sent(late)
    office.post("sari", "next")
    assert office.claim("b") == []
