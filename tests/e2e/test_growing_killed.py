"""SIGKILL in the middle of growing: of a question that becomes a report nothing is lost, and nothing is there twice."""

from __future__ import annotations

import asyncio
import random
from typing import Any

from sqlmodel import Session

from handlers.stores import Stores
from storage import cases
from storage.sql import query
from tests.e2e.conftest import Install
from tests.e2e.crowd import left, over
from tests.e2e.rows import until
from tests.fakes.telegram.server import FakeTelegram

CITIZENS, KILLS = 24, 3
ASKS = (
    "/start", "Cuma mau bertanya", "OMBUDSMAN", "Setuju, tanya di sini", "Netralitas pegawai negeri", "", "Wakatobi",
    "Tidak ada berkas", "Lewat chat ini", "Tidak, saya anonim", "Kirim",
)  # fmt: skip
RAISES = (
    "jadikan laporan", "Mengajak memilih, membagi barang", "Tidak ada foto", "PNS/PPPK: guru, camat, pegawai dinas",
    "Lurah Wanci", "Kemarin", "Kirim",
)  # fmt: skip
_GROWN = query(
    "SELECT c.id, b.id AS before, b.status FROM case_file c JOIN case_file b ON c.grown_from = b.id"
)
_COUNTS = query(
    "SELECT (SELECT count(*) FROM case_file) AS cases, (SELECT count(*) FROM draft) AS drafts,"
    " (SELECT count(*) FROM inbox WHERE state NOT IN ('done', 'new')) AS parked,"
    " (SELECT count(*) FROM case_event WHERE what = 'raise') AS raised,"
    " (SELECT count(*) FROM case_event WHERE what = 'grown') AS grown"
)


def question(number: int) -> str:
    return f"Kejadian {number}: lurah kami membagi sembako bergambar calon bupati di kantor. Bolehkah itu?"


def answers(stores: Stores, db: Session, id: str) -> dict[str, Any]:
    case = cases.by_id(db, id)
    content = cases.content_of(db, stores.keys, case) if case else None
    assert content is not None
    return dict(content["answers"])


async def past(stores: Stores, count: int) -> None:
    """Until more than so many messages have had their turn."""
    await until(lambda: left(stores).done > count, 90, lambda: left(stores))


async def test_killed_while_questions_become_reports_each_is_one_report_with_its_story(
    fake: FakeTelegram, install: Install
) -> None:
    saksi = install(fake).posted()
    people = [fake.person(f"Sari{number}") for number in range(CITIZENS)]
    for said in (*ASKS, *RAISES):
        for number, person in enumerate(people):
            person.say(said or question(number))
    instants = random.Random(5)
    growing, done = CITIZENS * len(ASKS), list[int]()
    for kill in range(KILLS):
        saksi.start()
        await saksi.ready()
        with saksi.stores() as stores:
            await past(stores, growing + CITIZENS * (len(RAISES) - 1) * kill // KILLS)
            await asyncio.sleep(instants.uniform(0, 0.05))
            await saksi.kill()
            done.append(left(stores).done)
    assert any(growing < killed < growing + CITIZENS * len(RAISES) for killed in done), (
        "one of them died at it"
    )
    saksi.start()
    await saksi.ready()
    await fake.settled(90)
    with saksi.stores() as stores:
        await until(lambda: over(stores), 90, lambda: left(stores))
        with stores.database.reading() as db:
            read = db.connection().execute
            grown, counts = read(_GROWN).all(), read(_COUNTS).one()
            stories = [answers(stores, db, row.id)["story"] for row in grown]
            before = [answers(stores, db, row.before)["story"] for row in grown]
    assert sorted(stories) == sorted(question(number) for number in range(CITIZENS))
    assert stories == before, "each has its own, and the question holds it still"
    assert {row.status for row in grown} == {"raised"}
    assert counts._asdict() == {
        "cases": 2 * CITIZENS, "drafts": 0, "parked": 0, "raised": CITIZENS, "grown": CITIZENS,
    }  # fmt: skip
    assert (await saksi.run("verify")).startswith(
        f"{2 * CITIZENS} cases, 0 files whole, 0 erased, 0 lost, 0 altered."
    )
