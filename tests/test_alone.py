"""Work of one replica at a time: whoever dies is followed soon, and whoever works long is not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from datetime import datetime

import pytest

from handlers.alone import LEASE, Alone
from storage import lease, meta
from storage.database import Database
from tests.storage.clock import Clock

OFTEN = 0.01


class Work:
    """Goes on until it is stopped, however long that is."""

    def __init__(self) -> None:
        self.at_work = False

    async def __call__(self) -> None:
        self.at_work = True
        try:
            await asyncio.Event().wait()
        finally:
            self.at_work = False


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(database_url: str, clock: Clock) -> Iterator[Database]:
    made = Database(database_url, clock)
    yield made
    made.dispose()


@asynccontextmanager
async def replica(database: Database, owner: str, work: Work) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(Alone(database, "looking", owner, OFTEN).run(work))
    yield task
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def until(so: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not so():  # noqa: ASYNC110 - what another task or a database holds rings no bell
            await asyncio.sleep(OFTEN)


def dead(database: Database) -> bool:
    """A process that held the lease was killed: nobody gave it back."""
    return Alone(database, "looking", "dead")._held()


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_where_one_process_serves_a_new_one_begins_at_once(database: Database, clock: Clock) -> None:
    work = Work()
    assert dead(database)
    async with replica(database, "new", work):
        await until(lambda: work.at_work)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_who_was_killed_is_followed_after_a_minute(database: Database, clock: Clock) -> None:
    work, other = Work(), Alone(database, "looking", "other")
    assert dead(database)
    clock.turn(seconds=LEASE.total_seconds() - 1)
    assert not other._held()
    async with replica(database, "new", work):
        assert not work.at_work
        clock.turn(seconds=2)
        await until(lambda: work.at_work)


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_long_work_is_not_begun_beside_itself_and_is_followed_when_it_ends(
    database: Database, clock: Clock
) -> None:
    first, second = Work(), Work()
    async with replica(database, "a", first) as a:
        await until(lambda: first.at_work)
        async with replica(database, "b", second):
            for _ in range(4):
                clock.turn(seconds=LEASE.total_seconds() * 2 / 3)
                await until(lambda: _held_until(database) == clock.at + LEASE)
                assert (first.at_work, second.at_work) == (True, False)
            a.cancel()
            await until(lambda: second.at_work)
            assert not first.at_work


@pytest.mark.parametrize("engine", ["postgresql"], indirect=True)
async def test_who_slept_through_its_lease_leaves_the_work_to_the_other(
    database: Database, clock: Clock
) -> None:
    work = Work()
    async with replica(database, "a", work):
        await until(lambda: work.at_work)
        with database.transaction() as db:
            lease.let_go(db, "looking", "a")
            assert lease.hold(db, "looking", "b", clock.at, LEASE)
        await until(lambda: not work.at_work)


def _held_until(database: Database) -> datetime:
    with database.reading() as db:
        told = meta.get(db, "lease:looking")
    return datetime.fromisoformat((told or "").partition(" ")[0])
