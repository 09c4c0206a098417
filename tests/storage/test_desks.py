"""Officers: a code works once, for a while, for who has it; a chat is one officer's; a desk knows who sits there."""

from __future__ import annotations

import secrets
import threading

import pytest
from sqlalchemy import text

from bot.cases.lifecycle import Role
from bot.cases.ticket import ALPHABET
from storage import desks, letters, seats
from storage.database import Database
from storage.desks import Officer
from storage.keys import Keys
from storage.ulid import ulid
from tests.storage.clock import Clock

WAKATOBI, SULTRA = "bawaslu:74.07", "bawaslu:74"


def invited(
    database: Database, keys: Keys, desk: str = WAKATOBI, role: Role = Role.OFFICER, number: int = 1
) -> str:
    with database.transaction() as db:
        code, _ = desks.invite(
            db, keys, desk=desk, role=role, name="Budi", now=database.now(), drawn=number.to_bytes(32)
        )
    return code


def enrol(database: Database, keys: Keys, code: str, address: str = "2001") -> Officer | str:
    lane = keys.index(f"telegram:{address}")
    with database.transaction() as db:
        now = database.now()
        fresh = ulid(now, secrets.token_bytes(10))
        return desks.enrol(db, keys, code, id=fresh, lane=lane, channel="telegram", address=address, now=now)


def test_a_code_makes_the_one_who_writes_it_an_officer_of_its_desk(database: Database, keys: Keys) -> None:
    code = invited(database, keys)
    budi = enrol(database, keys, f" {code[:8].lower()}-{code[8:]} ")
    assert isinstance(budi, Officer)
    assert (budi.name, budi.desk, budi.role) == ("Budi", WAKATOBI, Role.OFFICER)
    with database.reading() as db:
        assert desks.officer_of(db, keys, budi.lane) == budi
        assert desks.officers_of(db, keys, WAKATOBI) == [budi]
        assert desks.staffed(db, WAKATOBI)
        assert not desks.staffed(db, SULTRA)
        assert letters.address(db, keys, budi.lane) == "2001"


def test_a_code_works_once(database: Database, keys: Keys) -> None:
    code = invited(database, keys)
    assert isinstance(enrol(database, keys, code), Officer)
    assert enrol(database, keys, code, "2002") == "wrong"


def test_of_two_who_use_a_code_together_one_becomes_an_officer(database: Database, keys: Keys) -> None:
    code = invited(database, keys)
    got: list[Officer | str] = []
    threads = [
        threading.Thread(target=lambda who=str(2001 + one): got.append(enrol(database, keys, code, who)))
        for one in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(isinstance(one, Officer) for one in got) == 1
    assert got.count("wrong") == 3


def test_a_code_is_dead_after_three_days(database: Database, keys: Keys, clock: Clock) -> None:
    code = invited(database, keys)
    clock.turn(hours=72)
    assert enrol(database, keys, code) == "wrong"


def test_wrong_codes_slow_down_and_then_even_the_right_one_waits(
    database: Database, keys: Keys, clock: Clock
) -> None:
    code = invited(database, keys)
    assert [enrol(database, keys, "WRONGCODEWRONGCO") for _ in range(6)] == ["wrong"] * 5 + ["slow"]
    assert enrol(database, keys, code) == "slow"
    assert isinstance(enrol(database, keys, code, "2002"), Officer), "somebody else need not wait"
    clock.turn(minutes=12)
    assert enrol(database, keys, code) == "wrong"


def test_no_code_and_no_name_lie_open(database: Database, keys: Keys) -> None:
    code = invited(database, keys)
    enrol(database, keys, code)
    with database.reading() as db:
        rows = [
            str(row)
            for table in ("invite", "officer")
            for row in db.connection().execute(text(f"SELECT * FROM {table}"))
        ]
    assert not any(secret in row for row in rows for secret in (code, "Budi", "2001"))


def test_codes_differ_and_are_worth_more_than_sixty_bits(database: Database, keys: Keys) -> None:
    assert invited(database, keys, number=1) != invited(database, keys, number=2)
    assert len(ALPHABET) ** desks.LETTERS > 2**60
    with database.transaction() as db, pytest.raises(ValueError, match="32 random bytes"):
        desks.invite(db, keys, desk="bkn", role=Role.OFFICER, name="B", now=database.now(), drawn=b"few")


def test_enrolled_anew_a_chat_is_the_new_officers_only(database: Database, keys: Keys) -> None:
    first = enrol(database, keys, invited(database, keys))
    second = enrol(database, keys, invited(database, keys, "bkn", Role.SUPERVISOR, 2))
    assert isinstance(first, Officer)
    assert isinstance(second, Officer)
    with database.reading() as db:
        assert not desks.staffed(db, WAKATOBI)
        assert desks.officer_of(db, keys, first.lane) == second
        left = desks.by_id(db, keys, first.id)
    assert left is not None
    assert left.left_at == database.now()


def test_who_leaves_is_an_officer_no_more(database: Database, keys: Keys) -> None:
    budi = enrol(database, keys, invited(database, keys))
    assert isinstance(budi, Officer)
    with database.transaction() as db:
        assert desks.leave(db, budi.id, database.now())
        assert not desks.leave(db, budi.id, database.now())
    with database.reading() as db:
        assert desks.officer_of(db, keys, budi.lane) is None
        assert desks.everybody(db, keys) == []
        assert letters.address(db, keys, budi.lane) is None


@pytest.mark.parametrize("role", [Role.GUARDIAN, Role.AUDITOR, Role.ADMIN])
def test_who_only_looks_does_not_make_a_desk_staffed(database: Database, keys: Keys, role: Role) -> None:
    enrol(database, keys, invited(database, keys, role=role))
    with database.reading() as db:
        assert not desks.staffed(db, WAKATOBI)
        assert len(desks.officers_of(db, keys, WAKATOBI, [role])) == 1


def test_nobody_is_named_by_how_an_officer_prints(database: Database, keys: Keys) -> None:
    budi = enrol(database, keys, invited(database, keys))
    assert isinstance(budi, Officer)
    assert "Budi" not in repr(budi)
    assert budi.lane not in repr(budi)


def test_each_change_of_who_sits_at_a_desk_is_an_event_whoever_brings_it_about(
    database: Database, keys: Keys
) -> None:
    joko = enrol(database, keys, invited(database, keys, role=Role.ADMIN), "2001")
    assert isinstance(joko, Officer)
    with database.transaction() as db:
        code, _ = desks.invite(
            db,
            keys,
            desk=WAKATOBI,
            role=Role.OFFICER,
            name="Dewi",
            now=database.now(),
            drawn=b"7" * 32,
            by=joko.id,
        )
    assert enrol(database, keys, code, "2001") == "wrong", (
        "a code of their own making is good for nothing there"
    )
    dewi = enrol(database, keys, code, "2002")
    assert isinstance(dewi, Officer)
    moved = enrol(database, keys, invited(database, keys, SULTRA, number=3), "2002")
    assert isinstance(moved, Officer)
    with database.transaction() as db:
        assert desks.part(db, moved.lane, database.now())
        assert not desks.part(db, moved.lane, database.now())
        assert desks.leave(db, joko.id, database.now(), by=dewi.id)
        assert not desks.leave(db, joko.id, database.now())
        happened = [(one.desk, one.what, one.role, one.by, one.about) for one in seats.latest(db, most=50)]
    assert happened[::-1] == [
        (WAKATOBI, "invited", "admin", None, None), (WAKATOBI, "enrolled", "admin", None, joko.id),
        (WAKATOBI, "invited", "officer", joko.id, None), (WAKATOBI, "enrolled", "officer", None, dewi.id),
        (SULTRA, "invited", "officer", None, None), (WAKATOBI, "left", "officer", None, dewi.id),
        (SULTRA, "enrolled", "officer", None, moved.id), (SULTRA, "left", "officer", None, moved.id),
        (WAKATOBI, "left", "admin", dewi.id, joko.id),
    ]  # fmt: skip
