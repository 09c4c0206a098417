"""WhatsApp's process is killed while people write: each is answered, once, though every webhook comes twice."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from storage.sql import sql
from tests.e2e.answered import LINES, connected, count, say_all, settled
from tests.e2e.conftest import Install
from tests.e2e.rows import until
from tests.e2e.running import Saksi
from tests.fakes.twilio.faults import Lost
from tests.fakes.twilio.server import FakeTwilio

PEOPLE, ANSWERED = 15, 20
"""Writers, and how many letters had left when the process died."""
PATIENCE = 120.0

_LETTERS = sql("UPDATE outbox SET lease_until = :past WHERE lease_until IS NOT NULL")
_LANES = sql(
    "UPDATE lane SET held_until = :past, lease_until = CASE WHEN lease_until IS NULL THEN NULL ELSE :past END"
    " WHERE direction = 'out'"
)


def a_minute_passes(saksi: Saksi) -> None:
    """While nobody runs: what the dead process had on its way is nobody's any more."""
    with saksi.stores() as stores, stores.database.transaction() as db:
        past = {"past": stores.database.now() - timedelta(seconds=1)}
        for statement in (_LETTERS, _LANES):
            db.connection().execute(statement, past)


async def test_sixty_messages_survive_sigkill_doubled_webhooks_and_lost_answers(install: Install) -> None:
    with FakeTwilio() as fake:
        saksi = connected(install(), fake)
        people = [fake.person(f"Sari {number}") for number in range(PEOPLE)]
        fake.fault("create", Lost(), to=people[0].address)
        lost = fake.fault("create", Lost(), times=1000, share=0.1)
        fake.hold()
        saksi.start()
        await saksi.ready()
        saying = asyncio.create_task(say_all(people, 0.0))
        await until(lambda: len(fake.called("create")) >= ANSWERED, PATIENCE)
        await saksi.kill()
        fake.hold(False)  # what Twilio tells of those letters now, it tells nobody
        lost.times = 0
        ours = [message for message in fake.world.messages.values() if message.mine]
        await until(lambda: all(message.arrived for message in ours), PATIENCE)
        a_minute_passes(saksi)
        saksi.start()
        await saksi.ready()
        await saying
        await settled(saksi, fake, PATIENCE)
        found = count(saksi, people)
    assert found.whole, found
    assert found.taken == PEOPLE * len(LINES)
