"""A letter leaves in its order, once; a later one of its slot takes its place."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.conversation.message import Line, Say
from storage import letters, mail, refs
from storage.database import Database
from storage.tables import Outbox
from tests.storage.clock import Clock
from tests.storage.outbox import A_SECOND, LEASE, Office, told


def test_what_was_posted_arrives_once_and_its_text_is_gone(office: Office, database: Database) -> None:
    posted = office.post("sari", "greeting")
    with database.reading() as db:
        sealed = db.get_one(Outbox, posted).sealed
    assert sealed is not None
    assert b"greeting" not in sealed
    letter = office.one()
    assert (told(letter), letter.language, letter.attempts, letter.doubts) == ("greeting", "id", 1, 0)
    assert office.sent(letter, "77")
    with database.reading() as db:
        row = db.get_one(Outbox, posted)
        assert (row.state, row.sealed) == ("sent", None)
        assert row.provider_ref is not None
        assert b"77" not in row.provider_ref
    assert office.claim() == []


def test_a_letter_shows_nobody_in_its_repr(office: Office) -> None:
    office.post("sari-lane", "a-story")
    shown = repr(office.one())
    assert "sari-lane" not in shown
    assert "a-story" not in shown


def test_a_post_that_does_not_commit_leaves_nothing(office: Office, database: Database, clock: Clock) -> None:
    with database.transaction() as db:
        mail.post(
            db,
            office.keys,
            lane="sari",
            channel="telegram",
            say=Say((Line("x"),)),
            language="id",
            rank=0,
            due_at=clock.at,
            now=clock.at,
        )
        db.rollback()
    assert office.claim() == []


def test_one_lane_has_one_letter_under_way(office: Office) -> None:
    for number in range(3):
        office.post("sari", f"sari {number}")
        office.post("joko", f"joko {number}")
    first = office.claim()
    assert [told(letter) for letter in first] == ["sari 0", "joko 0"]
    assert office.claim("b") == []
    for letter in first:
        office.sent(letter)
    assert [told(letter) for letter in office.claim("b")] == ["sari 1", "joko 1"]


def test_replies_go_before_pushes_and_those_before_reminders(office: Office) -> None:
    office.post("sari", "reminder", rank=2)
    office.post("sari", "push", rank=1)
    office.post("joko", "joko's push", rank=1)
    office.post("sari", "reply 1")
    office.post("sari", "reply 2")
    [letter] = office.claim(room=1)
    assert told(letter) == "reply 1"
    office.sent(letter)
    assert office.send_all() == ["reply 2", "joko's push", "push", "reminder"]


def test_a_letter_waits_until_it_is_due(office: Office, clock: Clock) -> None:
    office.post("sari", "later", wait=60)
    office.post("sari", "now")
    office.post("sari", "debounced", after=2)
    assert office.send_all() == ["now"]
    clock.turn(seconds=2)
    assert office.send_all() == ["debounced"]
    clock.turn(seconds=57)
    assert office.claim() == []
    clock.turn(seconds=1)
    assert office.send_all() == ["later"]


def test_pushes_of_one_case_never_overtake_one_another(office: Office, clock: Clock) -> None:
    office.post("sari", "taken", rank=1, wait=2400, case="c1")
    office.post("sari", "decided", rank=1, wait=600, case="c1")
    office.post("sari", "another case", rank=1, wait=600, case="c2")
    office.post("sari", "reminder", rank=2, wait=600, case="c1")
    clock.turn(seconds=600)
    assert office.send_all() == ["another case", "reminder"]
    clock.turn(seconds=1800)
    assert office.send_all() == ["taken", "decided"]


def test_a_letter_still_due_is_replaced_by_a_newer_of_its_slot(office: Office) -> None:
    first = office.post("sari", "1 photo", slot="progress", draft="d1")
    office.post("sari", "a question")
    office.post("sari", "other draft", slot="progress", draft="d2")
    office.post("joko", "joko's photo", slot="progress", draft="d1")
    assert office.post("sari", "2 photos", slot="progress", draft="d1") == first
    assert [told for told in office.send_all() if "joko" not in told] == [
        "2 photos",
        "a question",
        "other draft",
    ]


def test_a_letter_under_way_is_not_replaced_and_the_next_may_edit_it(
    office: Office, database: Database
) -> None:
    office.post("sari", "1 photo", slot="progress")
    letter = office.one()
    office.post("sari", "2 photos", slot="progress")
    with database.reading() as db:
        assert refs.last_of_slot(db, office.keys, "sari", letter.slot) is None
    office.sent(letter, "77")
    with database.reading() as db:
        assert refs.last_of_slot(db, office.keys, "sari", letter.slot) == "77"
        assert refs.last_of_slot(db, office.keys, "joko", letter.slot) is None
    assert office.send_all() == ["2 photos"]


def test_a_chat_is_paced_by_its_lane(office: Office, clock: Clock) -> None:
    for number in range(5):
        office.post("sari", str(number))
    start = clock.at
    left: list[float] = []
    while len(left) < 5:
        for letter in office.claim():
            left.append((clock.at - start).total_seconds())
            with office.database.transaction() as db:
                letters.sent(db, office.keys, letter, "", rate=A_SECOND, now=clock.at)
            break
        else:
            clock.turn(seconds=0.25)
    assert left == [0, 0, 0, 1, 2]


def test_soonest_says_when_to_look_again(office: Office, database: Database, clock: Clock) -> None:
    def soonest() -> datetime | None:
        with database.reading() as db:
            return letters.soonest(db, "telegram")

    assert soonest() is None
    office.post("sari", "later", wait=30)
    assert soonest() == clock.at + timedelta(seconds=30)
    office.post("sari", "now")
    assert soonest() == clock.at
    letter = office.one()
    assert soonest() == letter.lease_until
    with database.transaction() as db:
        letters.again(db, letter, "server", clock.at + timedelta(seconds=8))
    assert soonest() == clock.at + timedelta(seconds=8)


def test_another_channels_letters_are_not_claimed(office: Office, database: Database, clock: Clock) -> None:
    office.post("sari", "telegram's")
    with database.transaction() as db:
        assert (
            letters.claim(db, office.keys, channel="whatsapp", owner="a", room=9, now=clock.at, lease=LEASE)
            == []
        )
