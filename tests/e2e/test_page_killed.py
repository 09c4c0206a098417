"""The page's process is killed at random instants: what was answered is there once, and each letter is there once."""

from __future__ import annotations

import asyncio
import random
import re

import aiohttp

from storage.sql import sql
from tests.e2e.conftest import Install
from tests.e2e.running import Saksi

CITIZENS, MESSAGES, KILLS = 8, 12, 5
PATIENCE = aiohttp.ClientTimeout(total=10)


async def citizen(saksi: Saksi, name: int, done: list[int]) -> str:
    """Post every message until it is answered, each time under its own id; her cookie's value."""
    async with aiohttp.ClientSession(timeout=PATIENCE, cookie_jar=aiohttp.CookieJar(unsafe=True)) as client:
        page = await patiently(saksi, client, "GET", {})
        csrf = re.search(r'name="csrf" value="(\w+)"', page)
        assert csrf is not None
        for number in range(MESSAGES):
            told = {"csrf": csrf[1], "id": f"kiriman-{name}-{number}", "text": f"pesan {number}"}
            await patiently(saksi, client, "POST", told)
            done.append(number)
        return next(cookie.value for cookie in client.cookie_jar)


async def patiently(saksi: Saksi, client: aiohttp.ClientSession, method: str, told: dict[str, str]) -> str:
    """As a browser on a bad line: the very same request again, until there is an answer."""
    while True:
        try:
            async with client.request(
                method, f"{saksi.url}/chat", data=told or None, headers={"HX-Request": "true"}
            ) as answer:
                if answer.status in (200, 204):
                    return await answer.text()
                assert answer.status in (429, 503), answer.status
        except (aiohttp.ClientError, TimeoutError, OSError):
            pass
        await asyncio.sleep(0.05)


async def test_killed_at_any_instant_it_loses_nothing_and_doubles_nothing(install: Install) -> None:
    saksi = install(webchat="on", operator="Bawaslu Uji", contact="uji@contoh.id")
    saksi.start()
    await saksi.ready()
    done: list[int] = []
    posting = [asyncio.create_task(citizen(saksi, name, done)) for name in range(CITIZENS)]
    lots = random.Random(6)
    for kill in range(KILLS):
        while len(done) < CITIZENS * MESSAGES * (kill + 1) // (KILLS + 2):  # noqa: ASYNC110 - as `until` looks
            await asyncio.sleep(0.005)
        await asyncio.sleep(lots.random() / 5)
        await saksi.kill()
        saksi.start()
        await saksi.ready()
    cookies = await asyncio.gather(*posting)
    assert len(set(cookies)) == CITIZENS
    await settled(saksi)
    await saksi.stop()
    with saksi.stores() as stores, stores.database.reading() as db:
        read = db.connection().execute
        accepted = read(sql("SELECT count(*) FROM inbox WHERE channel = 'webchat'")).scalar_one()
        hers = read(sql("SELECT lane, count(*) AS many FROM bubble WHERE hers GROUP BY lane")).all()
        ours = read(sql("SELECT count(*) FROM bubble WHERE NOT hers")).scalar_one()
        sent = read(
            sql("SELECT count(*) FROM outbox WHERE state = 'sent' AND channel = 'webchat'")
        ).scalar_one()
        other = read(sql("SELECT count(*) FROM outbox WHERE state <> 'sent'")).scalar_one()
        for lane in (row.lane for row in hers):
            sealed = read(
                sql("SELECT place, sealed FROM bubble WHERE hers AND lane = :lane ORDER BY place"),
                {"lane": lane},
            ).all()
            told = [stores.keys.open(row.sealed, f"bubble:{lane}:{row.place}").decode() for row in sealed]
            assert [f'"pesan {number}"' in one for number, one in enumerate(told)] == [True] * MESSAGES
    assert accepted == CITIZENS * MESSAGES
    assert [row.many for row in hers] == [MESSAGES] * CITIZENS
    assert other == 0
    assert ours == sent
    assert sent >= accepted


async def settled(saksi: Saksi) -> None:
    """Until every message has had its turn and every letter is on its page."""
    for _ in range(900):
        with saksi.stores() as stores, stores.database.reading() as db:
            read = db.connection().execute
            waiting = read(sql("SELECT count(*) FROM inbox WHERE state = 'new'")).scalar_one()
            waiting += read(sql("SELECT count(*) FROM outbox WHERE state <> 'sent'")).scalar_one()
        if not waiting:
            return
        await asyncio.sleep(0.1)
    with saksi.stores() as stores, stores.database.reading() as db:
        told = [
            db.connection()
            .execute(sql(f"SELECT state, reason, count(*) AS many FROM {table} GROUP BY state, reason"))
            .all()
            for table in ("inbox", "outbox")
        ]
    raise AssertionError(f"something still waits: {told}")
