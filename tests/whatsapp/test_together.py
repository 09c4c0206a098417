"""Webhooks that come while another is written share a commit, and nothing else: not an answer, and not a fault."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from sqlmodel import Session

from storage.sql import query
from tests.e2e.rows import until
from tests.fakes.twilio.server import FakeTwilio
from tests.whatsapp.serving import running

MANY = 2
"""A service on one processor has five threads for what blocks, and others wait for the same pen."""


async def test_who_waits_together_is_answered_after_the_commit_and_a_neighbour_that_fails_fails_alone(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    people = [fake.person(f"Sari {number}") for number in range(MANY)]
    writing, go_on = threading.Event(), threading.Event()

    def held(db: Session) -> None:
        writing.set()
        assert go_on.wait(60)

    def refused(db: Session) -> None:
        raise OSError("the disk is full")

    async with running(tmp_path / "house", fake, database_url) as service:
        queue = service.service._accepting._queue
        with ThreadPoolExecutor(2) as threads:
            try:
                threads.submit(service.service.keep, "whatsapp", "first", held)
                assert writing.wait(60)
                failing = threads.submit(service.service.keep, "whatsapp", "poison", refused)
                for person in people:
                    person.say("Halo")
                await until(lambda: len(queue) == MANY + 1, 60)
                assert fake.posts == [], "nobody is answered before the commit"
            finally:
                go_on.set()
        await fake.settled(MANY, 60)
        await fake.idle(60)
        with pytest.raises(OSError, match="full"):
            failing.result()
        inbound = [post for post in fake.posts if "Body" in post.form]
        assert [post.status for post in inbound] == [200] * MANY
        with service.database.reading() as db:
            kept = db.connection().execute(query("SELECT external_id FROM inbox")).scalars().all()
        assert sorted(kept) == sorted(post.form["MessageSid"] for post in inbound)
