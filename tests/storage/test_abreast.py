"""What two processes of one PostgreSQL write at the same time, in opposite order: neither ends the other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime

import pytest
from sqlmodel import Session

from handlers.accepting import Accepting
from handlers.webchat.accept import accept
from handlers.webchat.hear import Said
from storage import lanes, mail, windows
from storage.database import Database
from storage.keys import Keys
from storage.sql import run, sql
from tests.phone import Phone
from tests.postgresql import waits
from tests.storage.clock import Clock
from tests.talking import Saksi
from tests.together import gathered

pytestmark = pytest.mark.parametrize("engine", ["postgresql"], indirect=True)

PATIENCE = 30
HAVE = sql("SELECT count(*) FROM inbox")
AT_ONCE = sql("SET LOCAL deadlock_timeout = '10ms'")
NEVER = sql("SET LOCAL deadlock_timeout = '1h'")


class Process:
    """One replica: its own connections, and its own commits that messages share."""

    def __init__(self, url: str, keys: Keys, clock: Clock, threads: ThreadPoolExecutor) -> None:
        self.database = Database(url, clock)
        self.accepting = Accepting(self.database)
        self.keys, self.clock, self.threads = keys, clock, threads
        self.written: list[str] = []

    def together(self, *who: tuple[str, Callable[[Session], object]]) -> list[Future[None]]:
        """Accept these in one commit: they gather while another message of this process is written."""
        writing, go_on = threading.Event(), threading.Event()

        def first(db: Session) -> None:
            writing.set()
            assert go_on.wait(PATIENCE)

        self.threads.submit(self.accepting.accept, "0", first)
        assert writing.wait(PATIENCE)
        come = [self.threads.submit(self.accepting.accept, lane, write) for lane, write in who]
        gathered(self.accepting, len(come))
        go_on.set()
        return come

    def page(
        self, name: str, then: Callable[[], object] = lambda: None
    ) -> tuple[str, Callable[[Session], object]]:
        """Somebody writes on a page, new or known; then comes what the test does before the commit."""
        lane = self.keys.index(f"webchat:{name}")

        def write(db: Session) -> None:
            self.written.append(name)
            said, now = Said(text="Halo"), self.clock.at
            accept(
                db, self.keys, bot="page", address=name, said=said, id="", client="net", now=now, at=now
            )  # fmt: skip
            then()

        return lane, write

    def chat(
        self, lane: str, then: Callable[[Session], object] = lambda db: None
    ) -> tuple[str, Callable[[Session], object]]:
        """Somebody writes on WhatsApp, which lets go what was held for her."""

        def write(db: Session) -> None:
            self.written.append(lane)
            mail.accept(
                db, self.keys, channel="whatsapp", bot="1", external_id=f"{lane}{self.clock.at}", lane=lane,
                body=b"{}", now=self.clock.at,
            )  # fmt: skip
            then(db)
            windows.heard(db, lane, self.clock.at, self.clock.at)

        return lane, write


@pytest.fixture
def processes(database_url: str, keys: Keys, clock: Clock) -> Iterator[tuple[Process, Process]]:
    with ThreadPoolExecutor(12) as threads:
        made = Process(database_url, keys, clock, threads), Process(database_url, keys, clock, threads)
        yield made
    for one in made:
        one.database.dispose()


def known(process: Process, *who: tuple[str, Callable[[Session], object]]) -> None:
    """These have written before, and each may be written to."""
    for lane, write in who:
        process.accepting.accept(lane, write)
        with process.database.transaction() as db:
            lanes.wake(db, "out", lane, next_at=process.clock.at, channel="whatsapp")
    process.written.clear()
    process.clock.turn(minutes=1)


def test_new_pages_and_known_ones_of_two_processes_are_written_once(
    processes: tuple[Process, Process],
) -> None:
    """A new page takes the rate of all new pages; whoever has that must not then wait for a page that another has."""
    one, other = processes
    first, shared, last = sorted(("ani", "budi", "citra"), key=lambda name: one.page(name)[0])
    known(one, one.page(shared))
    come: list[Future[None]] = []

    def until_the_other_is_there() -> None:
        come.extend(other.together(other.page(shared), other.page(last)))
        waits(one.database, come[0])

    mine = one.together(one.page(first, until_the_other_is_there), one.page(shared))
    for told in mine:
        told.result(PATIENCE)
    for told in come:
        told.result(PATIENCE)
    assert (one.written, other.written) == ([first, shared], [shared, last]), "nobody had to begin anew"
    with one.database.reading() as db:
        assert run(db, HAVE).scalar_one() == 5


def test_a_turn_that_writes_to_her_is_not_ended_by_what_she_and_another_write(
    processes: tuple[Process, Process],
) -> None:
    """An officer's turn has his lane, and wants hers to push into; both of them have just written."""
    one, other = processes
    known(one, one.chat("a-sari"), one.chat("b-budi"))
    come: list[Future[None]] = []
    with other.database.transaction() as db:
        assert lanes.take(db, "in", "", other.clock.at, only="b-budi")
        come.extend(one.together(one.chat("a-sari"), one.chat("b-budi")))
        waits(other.database, come[0])
        lanes.wake(db, "out", "a-sari", next_at=other.clock.at, channel="whatsapp")
    for told in come:
        told.result(PATIENCE)
    assert one.written == ["a-sari", "b-budi"]


def opposite(process: Process, has: threading.Event, wants: threading.Event, lane: str) -> None:
    """Somebody who takes her letters before her messages, and is not the one to be ended."""
    with process.database.transaction() as db:
        run(db, NEVER)
        lanes.lock(db, "out", lane)
        has.set()
        assert wants.wait(PATIENCE)
        lanes.lock(db, "in", lane)


def test_who_is_ended_for_the_sake_of_others_again_and_again_is_written_once(
    processes: tuple[Process, Process],
) -> None:
    """After each end the lane may be hers again before the other has woken up, who then waits for her once more."""
    one, other = processes
    known(one, one.chat("sari"))
    came: list[Future[None]] = []

    def meets(db: Session) -> None:
        for before in came[-1:]:
            waits(one.database, before)
        if len(one.written) < 3 and all(before.done() for before in came):
            has, wants = threading.Event(), threading.Event()
            came.append(one.threads.submit(opposite, other, has, wants, "sari"))
            assert has.wait(PATIENCE)
            wants.set()
            waits(one.database, came[-1])
        run(db, AT_ONCE)

    one.accepting.accept(*one.chat("sari", meets))
    for told in came:
        told.result(PATIENCE)
    assert len(one.written) > 2, "twice it was ended"
    with one.database.reading() as db:
        assert run(db, HAVE).scalar_one() == 2


def test_a_turn_that_is_ended_for_the_sake_of_another_is_taken_again_at_once(
    processes: tuple[Process, Process],
) -> None:
    one, other = processes
    saksi = Saksi(one.database, one.keys)
    sari = Phone(saksi, "telegram")
    sari.line("Halo")
    has, wants = threading.Event(), threading.Event()
    came = one.threads.submit(opposite, other, has, wants, sari.lane)
    assert has.wait(PATIENCE)
    taken: list[datetime] = []

    def meets(at: datetime) -> datetime:
        taken.append(at)
        wants.set()
        waits(one.database, came)
        return at

    saksi.reception = replace(saksi.reception, civil=meets)
    assert sari.line("menu"), "her answer"
    came.result(PATIENCE)
    assert len(taken) > 1, "it was ended"
