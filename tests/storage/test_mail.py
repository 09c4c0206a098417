"""What comes in is kept, taken in its order, and never taken twice."""

from __future__ import annotations

from datetime import timedelta

import pytest

from storage import mail, refs, upkeep
from storage.database import Database
from storage.keys import Keys
from storage.seal import SealBroken
from storage.tables import Inbox
from tests.storage.clock import Clock


def accept(database: Database, keys: Keys, lane: str, id: str, body: str = "Halo", ref: str = "") -> bool:
    with database.transaction() as db:
        return mail.accept(
            db,
            keys,
            channel="telegram",
            bot="1",
            external_id=id,
            lane=lane,
            body=body.encode(),
            ref=ref,
            now=database.now(),
        )


def turn(database: Database, keys: Keys, only: str | None = None) -> str | None:
    """One turn that works: what was heard in it."""
    with database.transaction() as db:
        inbound = mail.next_inbound(db, database.now(), only=only)
        if inbound is None:
            return None
        mail.done(db, inbound, database.now())
        return mail.read(keys, inbound).decode()


def stumble(database: Database, counted: bool = False) -> bool:
    """One turn that fails: was its message parked?"""
    with database.transaction() as db:
        inbound = mail.next_inbound(db, database.now())
        assert inbound is not None
        db.rollback()
    with database.transaction() as db:
        return mail.stumble(db, inbound, "KeyError", database.now(), counted=counted)


def test_what_was_accepted_is_heard_once(database: Database, keys: Keys) -> None:
    assert accept(database, keys, "sari", "1", "Ada baliho")
    assert turn(database, keys) == "Ada baliho"
    assert turn(database, keys) is None


def test_a_duplicate_is_dropped_before_and_after_its_turn(database: Database, keys: Keys) -> None:
    assert accept(database, keys, "sari", "1", "satu")
    assert not accept(database, keys, "sari", "1", "satu lagi")
    assert turn(database, keys) == "satu"
    assert not accept(database, keys, "sari", "1", "satu lagi")
    assert turn(database, keys) is None


def test_the_same_number_from_another_bot_is_another_message(database: Database, keys: Keys) -> None:
    assert accept(database, keys, "sari", "1")
    with database.transaction() as db:
        assert mail.accept(
            db, keys, channel="telegram", bot="2", external_id="1", lane="sari", body=b"", now=database.now()
        )


def test_one_citizens_messages_are_heard_in_their_order(database: Database, keys: Keys, clock: Clock) -> None:
    for number in range(5):
        accept(database, keys, "sari", str(number), f"sari {number}")
        accept(database, keys, "joko", str(number + 100), f"joko {number}")
        clock.turn(seconds=-1)  # the machine's clock may be set back: the order stays
    clock.turn(seconds=60)
    heard = [turn(database, keys) or "" for _ in range(10)]
    for name in ("sari", "joko"):
        assert [text for text in heard if text.startswith(name)] == [f"{name} {n}" for n in range(5)]


def test_who_waits_longest_comes_first(database: Database, keys: Keys, clock: Clock) -> None:
    accept(database, keys, "sari", "1", "sari 1")
    clock.turn(seconds=1)
    accept(database, keys, "joko", "2", "joko 1")
    clock.turn(seconds=1)
    accept(database, keys, "sari", "3", "sari 2")
    assert [turn(database, keys) for _ in range(3)] == ["sari 1", "joko 1", "sari 2"]


def test_the_body_is_sealed_and_gone_after_the_turn(database: Database, keys: Keys) -> None:
    accept(database, keys, "sari", "1", "baliho di kantor lurah", ref="77")
    with database.reading() as db:
        row = db.get_one(Inbox, 1)
        assert row.sealed is not None
        assert b"baliho" not in row.sealed
        assert row.ref is not None
        assert b"77" not in row.ref
    turn(database, keys)
    with database.reading() as db:
        assert db.get_one(Inbox, 1).sealed is None


def test_a_body_moved_to_another_lane_does_not_open(database: Database, keys: Keys) -> None:
    accept(database, keys, "sari", "1", "milik Sari")
    accept(database, keys, "joko", "2", "milik Joko")
    with database.transaction() as db:
        sari, joko = db.get_one(Inbox, 1), db.get_one(Inbox, 2)
        sari.sealed, joko.sealed = joko.sealed, sari.sealed
    with pytest.raises(SealBroken):
        turn(database, keys)


def test_an_accept_that_does_not_commit_leaves_nothing(database: Database, keys: Keys) -> None:
    with database.transaction() as db:
        mail.accept(
            db, keys, channel="telegram", bot="1", external_id="1", lane="sari", body=b"x", now=database.now()
        )
        db.rollback()
    assert turn(database, keys) is None
    assert accept(database, keys, "sari", "1")


def test_a_turn_that_does_not_commit_is_taken_again(database: Database, keys: Keys) -> None:
    accept(database, keys, "sari", "1", "Halo")
    with database.transaction() as db:
        inbound = mail.next_inbound(db, database.now())
        assert inbound is not None
        mail.done(db, inbound, database.now())
        db.rollback()
    assert turn(database, keys) == "Halo"


def test_a_message_cannot_be_done_twice(database: Database, keys: Keys) -> None:
    accept(database, keys, "sari", "1")
    with database.transaction() as db:
        inbound = mail.next_inbound(db, database.now())
        assert inbound is not None
        mail.done(db, inbound, database.now())
        with pytest.raises(LookupError):
            mail.done(db, inbound, database.now())


def test_after_a_stumble_the_lane_waits_and_the_others_do_not(
    database: Database, keys: Keys, clock: Clock
) -> None:
    accept(database, keys, "sari", "1", "sari 1")
    accept(database, keys, "sari", "2", "sari 2")
    accept(database, keys, "joko", "3", "joko 1")
    assert not stumble(database)
    assert turn(database, keys) == "joko 1"
    assert turn(database, keys) is None
    accept(database, keys, "sari", "4", "sari 3")  # what comes meanwhile does not end the pause
    assert turn(database, keys) is None
    clock.turn(seconds=1)
    assert [turn(database, keys) for _ in range(4)] == ["sari 1", "sari 2", "sari 3", None]


def test_after_five_stumbles_a_message_is_parked_and_its_lane_moves_on(
    database: Database, keys: Keys, clock: Clock
) -> None:
    accept(database, keys, "sari", "1", "racun")
    accept(database, keys, "sari", "2", "sehat")
    for _ in range(4):
        assert not stumble(database)
        clock.turn(minutes=2)
    assert stumble(database)
    assert turn(database, keys) == "sehat"
    with database.reading() as db:
        [parked] = upkeep.parked(db)
    assert (parked.id, parked.attempts, parked.reason) == (1, 5, "KeyError")
    assert "racun" not in repr(parked)


def test_a_parked_message_can_be_tried_again_or_dropped(database: Database, keys: Keys, clock: Clock) -> None:
    for number in ("1", "2"):
        accept(database, keys, "sari", number, f"racun {number}")
        for _ in range(5):
            clock.turn(minutes=2)
            stumble(database)
    with database.transaction() as db:
        assert upkeep.drop(db, 2, database.now())
        assert not upkeep.drop(db, 2, database.now())
        assert upkeep.retry(db, 1)
        assert not upkeep.retry(db, 1)
        assert not upkeep.retry(db, 99)
    assert turn(database, keys) == "racun 1"
    assert turn(database, keys) is None
    assert not accept(database, keys, "sari", "2"), "it is still known as a duplicate"


def test_a_message_that_ends_the_process_five_times_is_parked(database: Database, keys: Keys) -> None:
    accept(database, keys, "sari", "1", "racun")
    accept(database, keys, "sari", "2", "sehat")
    for _ in range(5):
        with database.transaction() as db:
            assert mail.suspects(db) == ["sari"]
            assert mail.suspect(db, "sari", database.now()) is None
        # here the process ends
    with database.transaction() as db:
        parked = mail.suspect(db, "sari", database.now())
        assert parked is not None
        assert parked.lane == "sari"
    assert turn(database, keys) == "sehat"
    with database.transaction() as db:
        assert mail.suspects(db) == []
        assert mail.suspect(db, "sari", database.now()) is None


def test_a_suspect_that_stumbles_is_counted_once(database: Database, keys: Keys, clock: Clock) -> None:
    accept(database, keys, "sari", "1", "racun")
    tries = 0
    parked = False
    while not parked:
        with database.transaction() as db:
            mail.suspect(db, "sari", database.now())
        parked = stumble(database, counted=True)
        clock.turn(minutes=2)
        tries += 1
    assert tries == 5


def test_only_one_lane_is_looked_at_when_asked(database: Database, keys: Keys) -> None:
    accept(database, keys, "joko", "1", "joko")
    accept(database, keys, "sari", "2", "sari")
    assert turn(database, keys, only="sari") == "sari"
    assert turn(database, keys, only="sari") is None


def test_her_messages_can_be_found_for_two_days_to_clean_the_chat(
    database: Database, keys: Keys, clock: Clock
) -> None:
    for number in ("1", "2"):
        accept(database, keys, "sari", number, ref=f"7{number}")
        turn(database, keys)
        clock.turn(hours=20)
    accept(database, keys, "joko", "3", ref="99")
    turn(database, keys)
    with database.reading() as db:
        assert refs.heard_refs(db, keys, "sari", clock.at - timedelta(hours=48)) == ["71", "72"]
        assert refs.heard_refs(db, keys, "sari", clock.at - timedelta(hours=30)) == ["72"]


def test_what_is_over_is_forgotten_in_time_and_not_before(
    database: Database, keys: Keys, clock: Clock
) -> None:
    accept(database, keys, "sari", "1", ref="71")
    turn(database, keys)
    accept(database, keys, "joko", "2", "menunggu")

    def prune() -> int:
        with database.transaction() as db:
            return upkeep.prune(db, clock.at)

    prune()
    clock.turn(hours=47)
    assert prune() == 0
    with database.reading() as db:
        assert refs.heard_refs(db, keys, "sari", clock.at - timedelta(days=9)) == ["71"]
    clock.turn(hours=2)
    assert prune() == 1
    with database.reading() as db:
        row = db.get_one(Inbox, 1)
        assert (row.ref, row.lane) == (None, "")
    clock.turn(hours=94)
    assert prune() == 0
    assert not accept(database, keys, "sari", "1"), "six days not yet over"
    prune()
    clock.turn(hours=2)
    assert prune() == 1
    assert prune() == 0
    assert turn(database, keys) == "menunggu"
    assert accept(database, keys, "sari", "1"), "after six days numbers may start again"
