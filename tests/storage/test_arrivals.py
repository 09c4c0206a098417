"""What became of a file is told in the commit that records it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.conversation.message import Attachment
from storage import arrivals, custody, evidence
from storage.tables import Inbox
from storage.vault import Kept
from tests.storage.shelf import VERDICT, Desk


def test_a_stored_file_tells_what_it_is_and_opens_byte_for_byte(desk: Desk) -> None:
    desk.want()
    assert desk.store(desk.claim()[0], b"asli" * 1000)
    row = desk.row()
    assert (row.state, row.type, row.size, row.clean_state, row.dhash) == (
        "stored", "image/jpeg", 4000, "ready", "00ff00ff00ff00ff",
    )  # fmt: skip
    assert desk.raw().sealed_source is None
    key = evidence.key_of(row, desk.dossier())
    assert key is not None
    with desk.vault.reading(row.path, key, custody.original_about("e1")) as pieces:
        assert b"".join(pieces) == b"asli" * 1000
    assert desk.heard() == [{"draft": "d1", "attachment": "e1", "stored": True, "reason": ""}]


@pytest.mark.parametrize(("reason", "word"), [
    ("type", "type"), ("bomb", "bomb"), ("broken", "broken"), ("mixed", "broken"), ("empty", "broken"),
])  # fmt: skip
def test_a_refused_file_is_told_with_a_word_that_people_read(desk: Desk, reason: str, word: str) -> None:
    desk.want()
    with desk.database.transaction() as db:
        arrivals.refused(db, desk.keys, desk.claim_in(db), reason, desk.clock(), "image/jpeg")
    assert (desk.row().state, desk.row().reason) == ("refused", reason)
    assert desk.heard() == [{"draft": "d1", "attachment": "e1", "stored": False, "reason": word}]


def test_what_does_not_come_is_tried_five_times_with_growing_pauses_and_then_told(desk: Desk) -> None:
    desk.want()
    for pause in (2, 8, 30, 120):
        [wanted] = desk.claim()
        with desk.database.transaction() as db:
            assert arrivals.again(db, desk.keys, wanted, "network", desk.clock())
        desk.clock.turn(seconds=pause - 1)
        assert desk.claim() == []
        desk.clock.turn(seconds=1)
    [wanted] = desk.claim()
    assert desk.heard() == []
    with desk.database.transaction() as db:
        assert not arrivals.again(db, desk.keys, wanted, "network", desk.clock())
    assert desk.row().state == "failed"
    assert [told["reason"] for told in desk.heard()] == ["network"]


def test_a_service_that_asks_for_patience_gets_it(desk: Desk) -> None:
    desk.want()
    with desk.database.transaction() as db:
        arrivals.again(db, desk.keys, desk.claim_in(db), "too-many", desk.clock(), timedelta(seconds=40))
    desk.clock.turn(seconds=39)
    assert desk.claim() == []
    desk.clock.turn(seconds=1)
    assert len(desk.claim()) == 1


def test_waiting_for_our_own_disk_uses_up_no_try(desk: Desk) -> None:
    desk.want()
    for _ in range(12):
        [wanted] = desk.claim()
        assert wanted.tries == 1
        with desk.database.transaction() as db:
            arrivals.wait(db, wanted, "vault", desk.clock() + timedelta(seconds=15))
        desk.clock.turn(seconds=15)
    assert desk.row().state == "wanted"


def test_a_file_that_takes_its_worker_down_again_and_again_is_given_up(desk: Desk) -> None:
    desk.want()
    for _ in range(5):
        assert len(desk.claim()) == 1
        desk.clock.turn(seconds=61)
    assert desk.claim() == []
    assert desk.row().state == "failed"
    assert len(desk.heard()) == 1


def test_a_file_that_turns_out_too_large_for_the_address_is_refused_after_all(desk: Desk) -> None:
    for number in range(9):
        desk.want(Attachment(f"e{number}", "video", "s", bytes=22_000_000))
    desk.want(Attachment("f1", "video", "s"))
    *_, last = desk.claim(room=20)
    key, _, _ = desk.keep(last)
    huge = Kept("ab/" + "0" * 32, 3_000_000, "")
    with desk.database.transaction() as db:
        assert not arrivals.stored(db, desk.keys, last, key, huge, VERDICT, None, desk.clock())
    assert (desk.row("f1").state, desk.row("f1").reason) == ("refused", "full")
    assert [told["reason"] for told in desk.heard()] == ["full"]


def test_an_outcome_and_its_telling_are_one_commit(desk: Desk) -> None:
    desk.want()
    [wanted] = desk.claim()
    key, original, copy = desk.keep(wanted)

    def broken_off() -> None:
        with desk.database.transaction() as db:
            arrivals.stored(db, desk.keys, wanted, key, original, VERDICT, copy, desk.clock())
            raise ConnectionError

    with pytest.raises(ConnectionError):
        broken_off()
    assert desk.row().state == "wanted"
    with desk.database.reading() as db:
        assert db.exec(select(Inbox)).all() == []
