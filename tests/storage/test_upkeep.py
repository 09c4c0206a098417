"""The queues as an operator sees them, and what is given up."""

from __future__ import annotations

from datetime import timedelta

from storage import letters, mail, upkeep
from storage.database import Database
from storage.keys import Keys
from tests.storage.clock import Clock
from tests.storage.outbox import Office


def test_depths_count_what_waits_and_for_how_long(
    office: Office, database: Database, keys: Keys, clock: Clock
) -> None:
    with database.reading() as db:
        empty = upkeep.depths(db, clock.at)
    assert (empty.inbox, empty.outbox, empty.inbox_age, empty.outbox_age) == (
        0,
        0,
        timedelta(0),
        timedelta(0),
    )
    office.post("sari", "due")
    office.post("joko", "later", wait=3600)
    with database.transaction() as db:
        mail.accept(
            db, keys, channel="telegram", bot="1", external_id="1", lane="sari", body=b"", now=clock.at
        )
    clock.turn(seconds=30)
    with database.reading() as db:
        now = upkeep.depths(db, clock.at)
    assert (now.inbox, now.inbox_age) == (1, timedelta(seconds=30))
    assert (now.outbox, now.outbox_age) == (2, timedelta(seconds=30))
    assert (now.parked, now.unknown, now.failed, now.silent) == (0, 0, 0, 0)
    letter = office.one()
    with database.transaction() as db:
        letters.failed(db, letter, "refused", now=clock.at)
    with database.reading() as db:
        assert upkeep.depths(db, clock.at).failed == 1


def test_a_letter_that_could_not_leave_for_a_month_is_given_up(
    office: Office, database: Database, clock: Clock
) -> None:
    posted = office.post("sari", "stale")
    with database.transaction() as db:
        letters.silence(db, "sari", clock.at)
        upkeep.prune(db, clock.turn(days=29))
    assert office.state(posted) == "due"
    with database.transaction() as db:
        upkeep.prune(db, clock.turn(days=2))
    assert office.state(posted) == "failed"
