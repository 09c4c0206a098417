"""Groups of desks: bound by a code that works once, for one desk and one group; moved with all that waits; lost."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime, timedelta

import pytest

from bot.cases.lifecycle import Role
from bot.conversation.message import Line, Say
from storage import boards, desks, letters, mail, refs, rooms
from storage.database import Database
from storage.desks import Officer
from storage.keys import Keys
from storage.letters import Letter
from storage.pace import Rate
from storage.rooms import Room
from storage.sql import sql
from storage.ulid import ulid

NOW = datetime(2024, 10, 17, 2, tzinfo=UTC)
WAKATOBI, BUTON = "bawaslu:74.07", "bawaslu:74.04"
QUICK = Rate(timedelta(microseconds=1), burst=1000)


class Desks:
    def __init__(self, database: Database, keys: Keys) -> None:
        self.database, self.keys = database, keys

    def officer(self, desk: str = WAKATOBI) -> Officer:
        with self.database.transaction() as db:
            drawn = secrets.token_bytes(32)
            code, _ = desks.invite(
                db, self.keys, desk=desk, role=Role.OFFICER, name="Budi", now=NOW, drawn=drawn
            )
            made = desks.enrol(
                db, self.keys, code, id=ulid(NOW, secrets.token_bytes(10)), lane=secrets.token_hex(8),
                channel="telegram", address="7", now=NOW,
            )  # fmt: skip
        assert isinstance(made, Officer)
        return made

    def code(self, desk: str = WAKATOBI, at: datetime = NOW) -> str:
        with self.database.transaction() as db:
            return rooms.make_code(db, self.keys, desk=desk, now=at, drawn=secrets.token_bytes(32))[0]

    def bind(self, code: str, officer: Officer, lane: str = "group", at: datetime = NOW) -> Room | str:
        with self.database.transaction() as db:
            return rooms.bind(
                db, self.keys, code, officer, id=secrets.token_hex(8), lane=lane, address="-5", now=at
            )

    def post(self, lane: str, text: str, slot: str = "") -> None:
        with self.database.transaction() as db:
            mail.post(
                db, self.keys, lane=lane, channel="telegram", say=Say((Line(text),)), language="id", rank=1, slot=slot,
                due_at=NOW, now=NOW,
            )  # fmt: skip

    def claim(self, at: datetime = NOW) -> list[Letter]:
        with self.database.transaction() as db:
            return letters.claim(
                db, self.keys, channel="telegram", owner="a", room=9, now=at, lease=timedelta(seconds=60)
            )


@pytest.fixture
def office(database: Database, keys: Keys) -> Desks:
    return Desks(database, keys)


def test_a_code_binds_one_group_to_its_desk_once(office: Desks) -> None:
    budi, citra, code = office.officer(), office.officer(BUTON), office.code()
    assert office.bind(code, citra) == "wrong", "another desk's"
    assert office.bind("ACDE2345FGHJ6789", budi) == "wrong"
    made = office.bind(code, budi)
    assert isinstance(made, Room)
    assert office.bind(code, citra, "other") == "wrong", "used"
    with office.database.reading() as db:
        assert rooms.at(db, "group") == rooms.of_desk(db, WAKATOBI) == made
        assert letters.address(db, office.keys, "group") == "-5"
        assert rooms.everything(db) == [made]


def test_a_code_is_good_for_a_day_and_guessing_slows_down(office: Desks) -> None:
    budi = office.officer()
    assert office.bind(office.code(at=NOW - timedelta(days=1)), budi) == "wrong"
    for _ in range(4):
        office.bind("ACDE2345FGHJ6789", budi)
    assert office.bind(office.code(), budi) == "slow"


def test_one_group_a_desk_and_one_desk_a_group(office: Desks) -> None:
    budi, citra = office.officer(), office.officer(BUTON)
    assert isinstance(office.bind(office.code(), budi), Room)
    code = office.code(BUTON)
    assert office.bind(code, citra) == "other"
    assert office.bind(office.code(), budi, "second") == "two"
    assert isinstance(office.bind(code, citra, "second"), Room), "the code stayed good"


def test_a_move_takes_along_what_waits_and_forgets_what_cannot_be_changed_any_more(office: Desks) -> None:
    office.bind(office.code(), office.officer())
    office.post("group", "sent", "card:1")
    (sent,) = office.claim()
    with office.database.transaction() as db:
        letters.sent(db, office.keys, sent, "44", rate=QUICK, now=NOW)
    office.post("group", "waits", "card:1")
    with office.database.transaction() as db:
        rooms.move(db, office.keys, "group", to="super", address="-1005", now=NOW)
        rooms.move(db, office.keys, "group", to="super", address="-1005", now=NOW)
    with office.database.reading() as db:
        assert letters.address(db, office.keys, "super") == "-1005"
        assert letters.address(db, office.keys, "group") is None
        assert refs.last_of_slot(db, office.keys, "group", "card:1") is None
    (moved,) = office.claim(NOW + timedelta(seconds=1))
    assert (moved.lane, moved.slot, moved.say.lines[0].key) == ("super", "card:1", "waits")


def test_a_letter_on_its_way_while_the_group_moves_follows_it(office: Desks) -> None:
    office.bind(office.code(), office.officer())
    office.post("group", "waits")
    (flying,) = office.claim()
    with office.database.transaction() as db:  # the news of the move comes while it is refused
        rooms.move(db, office.keys, "group", to="super", address="-1005", now=NOW)
    with office.database.transaction() as db:
        letters.again(db, flying, "moved", NOW)
        rooms.move(db, office.keys, "group", to="super", address="-1005", now=NOW)
    assert [letter.lane for letter in office.claim(NOW + timedelta(seconds=1))] == ["super"]


def test_what_was_thought_lost_is_found_where_it_moved_to(office: Desks) -> None:
    office.bind(office.code(), office.officer())
    with office.database.transaction() as db:
        assert rooms.lose(db, "group", NOW)
        assert rooms.move(db, office.keys, "group", to="super", address="-1005", now=NOW) is not None
        assert rooms.untold(db) == []


def test_a_lost_room_is_told_once_and_its_letters_go_with_it(office: Desks) -> None:
    office.bind(office.code(), office.officer())
    office.post("group", "waits")
    with office.database.transaction() as db:
        assert rooms.lose(db, "group", NOW)
        assert not rooms.lose(db, "group", NOW)
        (lost,) = rooms.untold(db)
        assert rooms.tell(db, lost.id, NOW)
        assert not rooms.tell(db, lost.id, NOW)
        assert rooms.of_desk(db, WAKATOBI) is None
    assert office.claim() == []
    assert isinstance(office.bind(office.code(), office.officer(), "new"), Room)


def test_nothing_readable_is_kept_of_codes_and_groups(office: Desks) -> None:
    code = office.code()
    office.bind(code, office.officer())
    with office.database.reading() as db:
        for table in ("room", "room_code"):
            told = repr(db.connection().execute(sql(f"SELECT * FROM {table}")).all())
            assert code not in told
            assert "'-5'" not in told


def test_of_many_changes_a_desk_is_drawn_once_and_no_later_than_the_first_asked_for(office: Desks) -> None:
    with office.database.transaction() as db:
        for minutes in (10, 5, 20):
            boards.stale(db, WAKATOBI, NOW + timedelta(minutes=minutes))
        assert boards.due(db, NOW + timedelta(minutes=4)) == []
        soon = NOW + timedelta(minutes=5)
        assert boards.due(db, soon) == [WAKATOBI]
        assert boards.claim(db, WAKATOBI, soon, NOW + timedelta(hours=1))
        assert not boards.claim(db, WAKATOBI, soon, NOW + timedelta(hours=1))
        assert boards.due(db, NOW + timedelta(hours=1)) == [WAKATOBI]
