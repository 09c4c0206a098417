"""SIGKILL of the real process at random instants, under load: nothing confirmed is lost, and nothing happens twice."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Any

from tests.e2e.conftest import Install
from tests.e2e.crowd import Crowd, count, left, over
from tests.e2e.rows import until
from tests.fakes.telegram.server import FakeTelegram

KILLS = 5


async def test_two_hundred_reports_survive_kill_nine_at_random_instants(
    fake: FakeTelegram, install: Install, record_property: Any
) -> None:
    saksi = install(fake).posted()
    crowd = Crowd(fake, 200, photos=10)
    crowd.type()
    began = time.monotonic()
    instants = random.Random(2024)
    done = [0]
    for _ in range(KILLS):
        saksi.start()
        await saksi.ready()
        with saksi.stores() as stores:
            await until(lambda: left(stores).done > done[-1])
            await asyncio.sleep(instants.uniform(0, 1.5))
            await saksi.kill()
            done.append(left(stores).done)
    assert done[-1] < len(crowd.sent), "the last of them died at work"
    saksi.start()
    await saksi.ready()
    await fake.settled(90)
    with saksi.stores() as stores:
        await until(lambda: over(stores), 90, lambda: left(stores))
        count(stores, crowd)
        waiting = left(stores).letters
    record_property(
        "measured",
        f"{KILLS} kills in 200 reports: {crowd.repeated} letters came twice, "
        f"{waiting} still to leave after {time.monotonic() - began:.0f} s, messages done at each kill: {done[1:]}",
    )
    assert (await saksi.run("verify")).startswith("200 cases, 40 files whole, 0 erased, 0 lost, 0 altered.")


async def test_of_two_processes_one_dies_for_good_and_the_other_finishes_its_work(
    fake: FakeTelegram, install: Install, bare_postgresql_url: str, record_property: Any
) -> None:
    crowd = Crowd(fake, 12, photos=4)
    one = install(fake, "one", database_url=bare_postgresql_url)
    one.start()
    await one.ready()
    shared = {"evidence_url": str(one.data / "evidence"), "keys": str(one.data / "keys.json")}
    other = install(fake, "other", database_url=bare_postgresql_url, **shared)
    other.start()
    await other.ready()
    with one.stores() as stores:
        crowd.type()
        await until(lambda: left(stores).done > 40)
        await one.kill()
        died = time.monotonic()
        await fake.settled(60)
        await until(lambda: over(stores), 90, lambda: left(stores))
        await until(lambda: not left(stores).letters, 90, lambda: left(stores))
        record_property(
            "measured",
            f"the other of two processes was done {time.monotonic() - died:.0f} s after one "
            f"died; {crowd.repeated} letters came twice",
        )
        count(stores, crowd)
    for person in crowd.people:
        assert "Nomor laporan: " in person.screen
        assert "Kode rahasia Anda" in person.screen
    assert (await other.run("verify")).startswith("12 cases, 6 files whole, 0 erased, 0 lost, 0 altered.")
