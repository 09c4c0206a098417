"""What is broken around Saksi: /readyz says no and why, citizens are told what is true, and it recovers by itself."""

from __future__ import annotations

import asyncio
import resource
import sqlite3

import pytest

from storage.keys import Keys
from tests.e2e.conftest import Install
from tests.e2e.running import Saksi
from tests.e2e.story import begin, no_files, report, sees, send, tell
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.server import FakeTelegram
from tests.files import image, photo

NOT_STORED = "Pesan Anda belum tersimpan karena ada gangguan"


def notices(person: Person) -> int:
    return sum(NOT_STORED in message.text for message in person.messages if message.mine)


@pytest.mark.parametrize("mode", ["polling", "webhook"])
async def test_while_the_database_is_locked_she_is_told_once_and_then_answered(
    fake: FakeTelegram, install: Install, mode: str
) -> None:
    saksi = install(fake)
    if mode == "webhook":
        saksi.posted()
    saksi.start()
    await saksi.ready()
    sari = fake.person("Sari")
    await begin(sari)
    locked = sqlite3.connect(saksi.data / "saksi.db", isolation_level=None)
    try:
        locked.execute("BEGIN IMMEDIATE")
        sari.press("Tidak ada foto")
        await saksi.says_no("database", "slow")
        await sees(sari, NOT_STORED)
    finally:
        locked.close()
    await sees(sari, "ceritakan apa yang Anda lihat")
    assert notices(sari) == 1
    await fake.settled()
    assert await saksi.readyz() == []


async def test_an_evidence_folder_that_is_away_makes_photos_wait(
    fake: FakeTelegram, install: Install
) -> None:
    saksi = install(fake).posted()
    saksi.start()
    await saksi.ready()
    sari = fake.person("Sari")
    await begin(sari)
    folder, away = saksi.data / "evidence", saksi.data / "away"
    folder.rename(away)
    await saksi.says_no("evidence")
    sari.send_photo(image(picture=photo(200, 100)))
    await sees(sari, "1 foto sedang kami ambil")
    away.rename(folder)
    await sees(sari, "1 foto sudah tersimpan")
    assert await saksi.readyz() == []
    sari.press("Selesai")
    await tell(sari)
    await send(sari)
    assert (await saksi.run("verify")).startswith("1 cases, 2 files whole, 0 erased, 0 lost, 0 altered.")


async def test_a_full_disk_keeps_nothing_by_halves(fake: FakeTelegram, install: Install) -> None:
    """A limit on the size of any file stands for the disk: what is written beyond it fails as on a full one."""
    saksi = install(fake).posted()
    saksi.start()
    await saksi.ready()
    sari = fake.person("Sari")
    await begin(sari)
    soft, hard = resource.prlimit(saksi.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(saksi.pid, resource.RLIMIT_FSIZE, (1000, hard))
    sari.press("Tidak ada foto")
    await sees(sari, NOT_STORED)
    resource.prlimit(saksi.pid, resource.RLIMIT_FSIZE, (soft, hard))
    await sees(sari, "ceritakan apa yang Anda lihat")
    assert notices(sari) == 1
    await tell(sari)
    await send(sari)
    assert (await saksi.run("verify")).startswith("1 cases, 0 files whole")


async def test_other_keys_and_missing_keys_stop_the_start(fake: FakeTelegram, install: Install) -> None:
    saksi = install(fake)
    saksi.start()
    await saksi.ready()
    await report(fake.person("Sari"), no_files)
    assert await saksi.stop() == 0
    keys, kept = saksi.data / "keys.json", saksi.folder / "kept.json"
    keys.rename(kept)
    assert "keys" in await refused(saksi)
    assert not keys.exists(), "no new keys are made beside what they could not open"
    Keys.make(keys)
    assert "Restore the keys file that belongs to this database" in await refused(saksi)
    keys.unlink()
    kept.rename(keys)
    saksi.start()
    await saksi.ready()


async def test_a_database_of_a_newer_release_is_not_touched(fake: FakeTelegram, install: Install) -> None:
    saksi = install(fake)
    saksi.start()
    await saksi.ready()
    assert await saksi.stop() == 0
    with sqlite3.connect(saksi.data / "saksi.db") as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "newer" in await refused(saksi)


async def test_a_second_process_beside_sqlite_is_refused(fake: FakeTelegram, install: Install) -> None:
    saksi = install(fake)
    saksi.start()
    await saksi.ready()
    same_port = await asyncio.to_thread(saksi.command, "run")
    assert same_port.returncode == 1
    assert "Does Saksi run already?" in same_port.stderr
    beside = install(fake, "beside", data_dir=str(saksi.data))
    beside_it = await asyncio.to_thread(beside.command, "run")
    assert beside_it.returncode == 1
    assert "nother `saksi run` serves" in beside_it.stderr
    assert await saksi.readyz() == []


async def test_without_a_channel_it_says_how_to_try_it_and_serves_health(install: Install) -> None:
    saksi = install()
    saksi.start()
    await saksi.ready()
    assert "make talk" in saksi.logged
    assert "SAKSI_TELEGRAM_TOKEN" in saksi.logged
    assert await saksi.stop() == 0


async def refused(saksi: Saksi) -> str:
    """What a start that must fail says; it is one sentence, not a trace."""
    done = await asyncio.to_thread(saksi.command, "run")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stderr
