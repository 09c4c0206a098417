"""A letter leaves once, in its order; a later one of its slot takes its place; nothing is guessed."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from bot.conversation.message import Line, Say
from storage import letters, mail, refs, upkeep
from storage.case_tables import Case, Tie
from storage.database import Database
from storage.keys import Keys
from storage.letters import Letter
from storage.pace import Rate
from storage.tables import Address, Dossier, Outbox
from tests.storage.conftest import Clock

LEASE = timedelta(seconds=60)
FAST = Rate(timedelta(microseconds=1))
A_SECOND = Rate(timedelta(seconds=1), burst=3)


class Office:
    """The outbox in short words: post a text, claim as somebody, say what became of it."""

    def __init__(self, database: Database, keys: Keys, clock: Clock) -> None:
        self.database, self.keys, self.clock = database, keys, clock

    def post(
        self,
        lane: str,
        text: str,
        *,
        rank: int = 0,
        wait: float = 0,
        slot: str = "",
        draft: str = "",
        case: str | None = None,
        last: bool = False,
        protect: bool = False,
        after: int = 0,
    ) -> int:
        say = Say((Line(text),), slot=slot, draft=draft, protect=protect, after=after)
        with self.database.transaction() as db:
            return mail.post(
                db,
                self.keys,
                lane=lane,
                channel="telegram",
                say=say,
                language="id",
                rank=rank,
                due_at=self.clock.at + timedelta(seconds=wait),
                now=self.clock.at,
                case_id=case,
                last=last,
            )

    def claim(self, owner: str = "a", room: int = 9) -> list[Letter]:
        with self.database.transaction() as db:
            return letters.claim(
                db, self.keys, channel="telegram", owner=owner, room=room, now=self.clock.at, lease=LEASE
            )

    def one(self, owner: str = "a") -> Letter:
        [letter] = self.claim(owner)
        return letter

    def sent(self, letter: Letter, ref: str = "", rate: Rate = FAST) -> bool:
        with self.database.transaction() as db:
            over = letters.sent(db, self.keys, letter, ref, rate=rate, now=self.clock.at)
        self.clock.turn(microseconds=1)
        return over

    def send_all(self) -> list[str]:
        """Claim and send until nothing is due: what arrived, in its order."""
        texts = []
        while claimed := self.claim():
            for letter in claimed:
                texts.append(told(letter))
                assert self.sent(letter, "7")
        return texts

    def state(self, letter: int) -> str:
        with self.database.reading() as db:
            return db.get_one(Outbox, letter).state


def told(letter: Letter) -> str:
    return letter.say.lines[0].key


@pytest.fixture
def office(database: Database, keys: Keys, clock: Clock) -> Office:
    return Office(database, keys, clock)


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


def test_another_channels_letters_are_not_claimed(office: Office, database: Database, clock: Clock) -> None:
    office.post("sari", "telegram's")
    with database.transaction() as db:
        assert (
            letters.claim(db, office.keys, channel="whatsapp", owner="a", room=9, now=clock.at, lease=LEASE)
            == []
        )


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


def make_case(database: Database, keys: Keys, clock: Clock, id: str, lane: str = "sari") -> None:
    with database.transaction() as db:
        db.add(Dossier(id=f"d-{id}", made_at=clock.at))
        db.flush()
        db.add(
            Case(
                id=id,
                ticket=id,
                kind="violation",
                topic="like",
                accused_kind="asn",
                region="74.07",
                desk="triage",
                status="filed",
                audience="",
                identity_level="anonymous",
                version=1,
                dossier_id=f"d-{id}",
                receipt_hash=b"",
                filed_at=clock.at,
                learned_on=clock.at.date(),
            )
        )
        db.flush()
        sealed = keys.seal(b"6281", f"tie:{id}")
        db.add(Tie(case_id=id, lane=lane, channel="telegram", sealed=sealed, made_at=clock.at))


def make_address(database: Database, keys: Keys, clock: Clock, lane: str = "sari") -> None:
    sealed = keys.seal(b"628", f"address:{lane}")
    with database.transaction() as db:
        db.add(Address(lane=lane, channel="telegram", sealed=sealed, seen_at=clock.at))


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
