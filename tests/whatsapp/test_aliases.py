"""One person under two names has one lane, is never doubled, and is not who took her number over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from bot.conversation.draft import Draft
from bot.conversation.message import Line, Say
from storage import aliases, drafts, letters, mail, people, refs, upkeep
from storage.aliases import Names
from storage.case_tables import Case, Tie
from storage.database import Database
from storage.drafts import Open
from storage.keys import Keys
from storage.sql import query
from storage.tables import Dossier

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
NUMBER, SCOPED, OTHER = "n", "s", "t"
HERS = Draft("d1", "report")


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    made = Database(database_url, lambda: AT)
    yield made
    made.dispose()


def heard(database: Database, keys: Keys, number: str = "", scoped: str = "", *, after: int = 0) -> str:
    """A message under these names, from somebody we then know; her lane."""
    at = AT + timedelta(days=after)
    with database.transaction() as db:
        lane = aliases.lane_of(db, keys, Names(number, scoped), at).lane
        people.meet(db, keys, lane=lane, channel="whatsapp", address="+62811", language="id", now=at)
        return lane


def begun(database: Database, keys: Keys, lane: str) -> None:
    with database.transaction() as db:
        drafts.save(db, keys, lane, Open((), (), {}), (HERS,), (), AT)


def tie(database: Database, keys: Keys, lane: str) -> None:
    """A case of hers, as far as a tie needs one."""
    with database.transaction() as db:
        db.add(Dossier(id="x", made_at=AT))
        db.flush()
        db.add(
            Case(
                id="c", ticket="K7M4QX3", kind="violation", topic="o", accused_kind="k", region="", desk="triage",
                status="new", audience="", identity_level="anonymous", version=1, dossier_id="x", receipt_hash=b"h",
                filed_at=AT, learned_on=AT.date(),
            )
        )  # fmt: skip
        db.flush()
        db.add(
            Tie(case_id="c", lane=lane, channel="whatsapp", sealed=keys.seal(b"+62811", "tie:c"), made_at=AT)
        )


def people_count(database: Database) -> int:
    with database.reading() as db:
        return int(db.connection().execute(query("SELECT count(*) FROM address")).scalar_one())


@pytest.mark.parametrize(
    "order",
    [
        [(NUMBER, ""), (NUMBER, SCOPED), ("", SCOPED)],
        [("", SCOPED), (NUMBER, SCOPED), (NUMBER, "")],
        [(NUMBER, SCOPED), ("", SCOPED), (NUMBER, ""), (NUMBER, SCOPED)],
    ],
)
def test_a_number_and_an_id_seen_together_are_one_person(
    database: Database, keys: Keys, order: list[tuple[str, str]]
) -> None:
    lanes = [heard(database, keys, *names) for names in order]
    assert len(set(lanes)) == 1, "the lane of the name she was first known by"
    assert people_count(database) == 1


@pytest.mark.parametrize("first", [(NUMBER, ""), ("", SCOPED)])
def test_who_was_known_twice_becomes_one_with_all_that_is_hers(
    database: Database, keys: Keys, first: tuple[str, str]
) -> None:
    second = ("", SCOPED) if first[0] else (NUMBER, "")
    kept, gone = heard(database, keys, *first), heard(database, keys, *second, after=1)
    begun(database, keys, gone)
    tie(database, keys, gone)
    with database.transaction() as db:
        say = Say((Line("not-stored"),))
        mail.accept(db, keys, channel="whatsapp", bot="b", external_id="1", lane=gone, body=b"Halo", now=AT)
        mail.post(db, keys, lane=gone, channel="whatsapp", say=say, language="id", rank=0, due_at=AT, now=AT)
    assert heard(database, keys, NUMBER, SCOPED, after=2) == kept
    assert people_count(database) == 1
    with database.transaction() as db:
        assert drafts.load(db, keys, kept).under_way == (HERS,)
        inbound = mail.next_inbound(db, AT + timedelta(days=3))
        assert inbound is not None
        assert (inbound.lane, mail.read(keys, inbound)) == (kept, b"Halo")
        (letter,) = letters.claim(
            db,
            keys,
            channel="whatsapp",
            owner="a",
            room=5,
            now=AT + timedelta(days=3),
            lease=timedelta(minutes=1),
        )
        assert (letter.lane, letter.say) == (kept, say)
        assert letters.address(db, keys, kept) == "+62811"


def test_who_is_known_by_her_id_keeps_it_when_her_number_goes_to_another(
    database: Database, keys: Keys
) -> None:
    hers = heard(database, keys, "", SCOPED)
    heard(database, keys, NUMBER, SCOPED)
    begun(database, keys, hers)
    stranger = heard(database, keys, NUMBER, OTHER)
    assert stranger != hers
    assert heard(database, keys, "", SCOPED) == hers
    with database.reading() as db:
        assert drafts.load(db, keys, hers).under_way == (HERS,)
        assert drafts.load(db, keys, stranger).under_way == ()


def test_with_her_address_her_other_name_is_forgotten(database: Database, keys: Keys) -> None:
    lane = heard(database, keys, NUMBER, SCOPED)
    tie(database, keys, lane)
    with database.transaction() as db:
        refs.untie(db, lane, "c")
        assert db.connection().execute(query("SELECT count(*) FROM alias")).scalar_one() == 0


def test_a_name_of_nobody_is_pruned(database: Database, keys: Keys) -> None:
    with database.transaction() as db:
        aliases.lane_of(db, keys, Names(NUMBER, SCOPED), AT)
        upkeep.prune(db, AT + timedelta(days=7))
        assert db.connection().execute(query("SELECT count(*) FROM alias")).scalar_one() == 0
