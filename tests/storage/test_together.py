"""What shares a commit shares no fate: messages accepted together, and turns that were made together."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import TextClause
from sqlmodel import Session

from bot.conversation.message import Heard
from handlers.accepting import Accepting, waited
from handlers.reception import Reception
from storage import mail
from storage.database import Database
from storage.keys import Keys
from storage.sql import run, sql
from tests.storage.clock import Clock
from tests.talking import Saksi, hears
from tests.together import gathered

PEOPLE = ("sari", "joko", "tini", "budi", "wati")
STATES = sql("SELECT state, count(*) AS many FROM inbox GROUP BY state")
LETTERS = sql("SELECT lane, count(*) AS many FROM outbox GROUP BY lane")
POISON = b"poison"


def hears_all_but_poison(body: bytes, at: datetime, fresh: Callable[[], str]) -> tuple[str, Heard | None]:
    if body == POISON:
        raise KeyError("poison")
    return hears(body, at, fresh)


def counted(database: Database, statement: TextClause = STATES) -> dict[str, int]:
    with database.reading() as db:
        return {row[0]: row[1] for row in run(db, statement)}


def write(keys: Keys, number: int, lane: str, body: bytes = b"{}") -> Callable[[Session], object]:
    def written(db: Session) -> object:
        now = datetime.fromisoformat("2026-11-22T08:00:00+00:00")
        return mail.accept(
            db, keys, channel="telegram", bot="1", external_id=str(number), lane=lane, body=body, now=now
        )

    return written


@pytest.fixture
def reception(database: Database, keys: Keys) -> Reception:
    return replace(Saksi(database, keys).reception, ears={"telegram": hears_all_but_poison}, patience=60)


def waiting(database: Database, keys: Keys, *, poison: str = "") -> None:
    """Each of PEOPLE has said hello; one of them sent what cannot be heard."""
    for number, who in enumerate(PEOPLE):
        body = POISON if who == poison else f'{{"address": "{who}", "text": "Halo"}}'.encode()
        with database.transaction() as db:
            write(keys, number, who, body)(db)


def test_who_is_told_finds_their_message_stored(database: Database, keys: Keys) -> None:
    accepting = Accepting(database)

    def accept(number: int) -> bool:
        accepting.accept(f"lane {number % 7}", write(keys, number, f"lane {number % 7}"))
        with database.reading() as db:
            found = run(db, sql("SELECT id FROM inbox WHERE external_id = :number"), {"number": str(number)})
            return len(found) == 1

    with ThreadPoolExecutor(12) as threads:
        assert all(threads.map(accept, range(60)))
    assert counted(database) == {"new": 60}


def test_a_message_that_cannot_be_stored_fails_alone(database: Database, keys: Keys) -> None:
    accepting = Accepting(database)
    together = threading.Barrier(6)

    def accept(number: int) -> None:
        together.wait()
        accepting.accept("sari", refused if number == 3 else write(keys, number, "sari"))

    def refused(db: Session) -> None:
        write(keys, 99, "sari")(db)
        raise ValueError("refused")

    with ThreadPoolExecutor(6) as threads:
        told = [threads.submit(accept, number) for number in range(6)]
    assert [type(one.exception()).__name__ for one in told if one.exception()] == ["ValueError"]
    assert counted(database) == {"new": 5}


def test_while_one_writes_the_others_gather_into_one_commit(database: Database, keys: Keys) -> None:
    accepting, written = Accepting(database), []
    writing, go_on = threading.Event(), threading.Event()

    def first(db: Session) -> None:
        writing.set()
        assert go_on.wait(30)

    def noted(db: Session) -> None:
        written.append(id(db))

    with ThreadPoolExecutor(9) as threads:
        threads.submit(accepting.accept, "first", first)
        assert writing.wait(30)
        later = [threads.submit(accepting.accept, f"lane {number}", noted) for number in range(8)]
        gathered(accepting, len(later))
        assert not any(one.done() for one in later)
        go_on.set()
    assert len(written) == len(later)
    assert len(set(written)) == 1


async def test_whoever_waits_for_a_commit_takes_no_thread_from_turns_and_letters(
    database: Database, keys: Keys
) -> None:
    accepting, go_on = Accepting(database), threading.Event()

    def first(db: Session) -> None:
        assert go_on.wait(60)

    writes = [first, *(write(keys, number, f"lane {number}") for number in range(40))]
    come = [asyncio.ensure_future(waited(accepting.accept, str(at), one)) for at, one in enumerate(writes)]
    await asyncio.sleep(0)  # each has asked for its thread; a turn that shares them is the last in the row
    try:
        async with asyncio.timeout(15):
            assert await asyncio.to_thread(lambda: "a turn") == "a turn"
    finally:
        go_on.set()
        await asyncio.gather(*come)
    assert counted(database) == {"new": 40}


def test_turns_made_together_answer_everybody_once(
    database: Database, keys: Keys, reception: Reception
) -> None:
    waiting(database, keys)
    assert len(reception.turns(16)) == len(PEOPLE)
    assert reception.turns(16) == []
    assert counted(database) == {"done": len(PEOPLE)}
    assert len(set(counted(database, LETTERS).values())) == 1
    assert counted(database, LETTERS).keys() == set(PEOPLE)


def test_a_poisonous_message_among_them_loses_and_doubles_nothing(
    database: Database, keys: Keys, reception: Reception, clock: Clock
) -> None:
    waiting(database, keys, poison="tini")
    ends = {done.lane: done.end for done in reception.turns(16)}
    assert ends == dict.fromkeys(PEOPLE, "done") | {"tini": "failed"}
    answered = counted(database, LETTERS)
    assert answered.keys() == set(PEOPLE) - {"tini"}
    for _ in range(mail.TRIES - 1):
        assert counted(database) == {"done": 4, "new": 1}
        clock.turn(minutes=2)
        assert [done.end for done in reception.turns(16)] == ["failed"]
    assert counted(database) == {"done": 4, "parked": 1}
    assert counted(database, LETTERS) == answered


def test_a_database_that_fails_midway_counts_against_nobody(
    database: Database, keys: Keys, reception: Reception
) -> None:
    waiting(database, keys)
    heard = 0

    def failing(body: bytes, at: datetime, fresh: Callable[[], str]) -> tuple[str, Heard | None]:
        nonlocal heard
        heard += 1
        if heard == 3:
            raise OSError("the disk is full")
        return hears(body, at, fresh)

    with pytest.raises(OSError, match="full"):
        replace(reception, ears={"telegram": failing}).turns(16)
    assert counted(database) == {"new": 5}
    assert counted(database, LETTERS) == {}
    with database.reading() as db:
        assert set(run(db, sql("SELECT attempts FROM inbox")).scalars()) == {0}
    assert {done.end for done in reception.turns(16)} == {"done"}


def test_one_commit_holds_no_more_turns_than_it_may(
    database: Database, keys: Keys, reception: Reception
) -> None:
    waiting(database, keys)
    assert [len(reception.turns(2)) for _ in range(3)] == [2, 2, 1]
