"""Where a letter went, by the channel's own names: kept for two days, and forgotten with the tie."""

from __future__ import annotations

from sqlalchemy import text

from storage import letters, mail, refs, upkeep
from storage.case_tables import Tie
from storage.database import Database
from storage.keys import Keys
from tests.storage.clock import Clock
from tests.storage.outbox import LEASE, Office, make_address, make_case


def test_what_we_sent_can_be_found_for_two_days(office: Office, database: Database, clock: Clock) -> None:
    start = clock.at
    office.post("sari", "plain")
    office.sent(office.one(), "71")
    office.post("sari", "receipt", protect=True)
    office.sent(office.one(), "72")
    office.post("sari", "no id")
    office.sent(office.one(), "")

    def found(protected: bool = False) -> list[str]:
        with database.reading() as db:
            return refs.sent_refs(db, office.keys, "sari", start, protected=protected)

    assert found() == ["71", "72"]
    assert found(protected=True) == ["72"]
    clock.turn(hours=47)
    with database.transaction() as db:
        upkeep.prune(db, clock.at)
    assert found() == ["71", "72"]
    clock.turn(hours=2)
    with database.transaction() as db:
        while upkeep.prune(db, clock.at):
            pass
    assert found() == []


def test_an_address_is_found_by_its_row_and_else_by_a_tie(
    database: Database, keys: Keys, clock: Clock
) -> None:
    make_case(database, keys, clock, "c1")
    with database.reading() as db:
        assert letters.address(db, keys, "sari") == "6281"
        assert letters.address(db, keys, "joko") is None
    make_address(database, keys, clock)
    with database.reading() as db:
        assert letters.address(db, keys, "sari") == "628"


def test_with_her_last_letter_nothing_is_left_of_her_lane(
    office: Office, database: Database, keys: Keys, clock: Clock
) -> None:
    make_address(database, keys, clock)
    make_case(database, keys, clock, "c1")
    with database.transaction() as db:
        mail.accept(
            db,
            keys,
            channel="telegram",
            bot="1",
            external_id="1",
            lane="sari",
            body=b"x",
            ref="70",
            now=clock.at,
        )
        inbound = mail.next_inbound(db, clock.at)
        assert inbound is not None
        mail.done(db, inbound, clock.at)
    office.post("sari", "hello")
    office.sent(office.one(), "71")
    office.post("sari", "goodbye", case="c1", last=True)
    office.post("sari", "a push", rank=1, case="c1")
    goodbye = office.one()
    with database.reading() as db:
        assert letters.address(db, keys, "sari") == "628", "until it is sent all is as it was"
    assert office.sent(goodbye, "72")
    with database.reading() as db:
        assert letters.address(db, keys, "sari") is None
        assert refs.sent_refs(db, keys, "sari", clock.at - LEASE) == []
        assert refs.heard_refs(db, keys, "sari", clock.at - LEASE) == []
        for table in ("lane", "inbox", "outbox", "tie", "address"):
            named = text(f"SELECT count(*) FROM {table} WHERE lane = 'sari'")
            assert db.connection().execute(named).scalar_one() == 0, table
    assert office.claim() == []


def test_her_address_stays_while_another_case_needs_it(
    office: Office, database: Database, keys: Keys, clock: Clock
) -> None:
    make_address(database, keys, clock)
    for case in ("c1", "c2"):
        make_case(database, keys, clock, case)
    office.post("sari", "about c2", rank=1, wait=60, case="c2")
    office.post("sari", "goodbye", case="c1", last=True)
    office.sent(office.one(), "72")
    with database.reading() as db:
        assert letters.address(db, keys, "sari") == "628"
        assert db.get(Tie, "c1") is None
        assert db.get(Tie, "c2") is not None
    clock.turn(seconds=60)
    assert office.send_all() == ["about c2"]
