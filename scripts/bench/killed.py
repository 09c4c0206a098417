"""WhatsApp under SIGKILL: two thousand messages, each webhook twice, a tenth of Twilio's answers too late."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Iterator
from pathlib import Path

from tests.e2e.answered import LINES, connected, count, kill_again, say_all, settled
from tests.e2e.running import Saksi
from tests.fakes.twilio.faults import Slow
from tests.fakes.twilio.server import FakeTwilio

PEOPLE = 500
EVERY = 0.04
"""Seconds between two messages."""
LATE, SHARE = 21.0, 0.1
"""Seconds after which Twilio answers what it took, one more than is waited for; how often it does."""
KILLED = (2.0, 5.0)
"""Seconds from ready to the next SIGKILL."""
MANY = 10**9
PATIENCE = 900.0


def report(folder: Path) -> Iterator[str]:
    """What is lost and what is doubled of 2,000 messages, each posted twice, over SIGKILLs; goal: nothing."""
    with FakeTwilio() as fake:
        saksi = connected(Saksi(folder / "saksi"), fake)
        try:
            yield from asyncio.run(_lived(saksi, fake))
        finally:
            saksi.clear()


async def _lived(saksi: Saksi, fake: FakeTwilio) -> list[str]:
    people = [fake.person(f"Sari {at}", f"+62812{at:08d}") for at in range(PEOPLE)]
    late = fake.fault("create", Slow(LATE), times=MANY, share=SHARE)
    saksi.start()
    starts, begun = saksi.starts, time.perf_counter()
    killing = asyncio.create_task(kill_again(saksi, random.Random(4), KILLED))
    await say_all(people, EVERY)
    await fake.idle(PATIENCE)
    killing.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await killing
    if saksi.process is None:
        saksi.start()
    kills, peace = saksi.starts - starts, time.perf_counter()
    await settled(saksi, fake, PATIENCE)
    ended = time.perf_counter()
    found = count(saksi, people)
    letters = sum(message.mine for message in fake.world.messages.values())
    return [
        f"messages             {found.taken:7}      of {PEOPLE * len(LINES):,} of {PEOPLE} people, all posted twice",
        f"killed               {kills:7}      times in {peace - begun:.0f} s; all told {ended - peace:.0f} s later",
        f"answered too late    {MANY - late.times:7}      of the {letters:,} letters that Twilio took",
        f"lost                 {found.lost:7}      goal 0; taken, and no answer on her phone",
        f"doubled              {found.doubled:7}      goal 0; an answer that is there twice",
        f"told as not kept     {found.told:7}      each is posted again here",
        f"letters given up     {sum(found.failed.values()):7}      goal 0  {found.failed or ''}",
    ]
