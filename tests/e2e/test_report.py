"""The whole report of words.md §4 on a real `saksi run`, and everything that was kept, byte for byte."""

from __future__ import annotations

import io
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.e2e.conftest import Install
from tests.e2e.rows import rows, until
from tests.e2e.running import Saksi
from tests.e2e.story import STORY, WHO, Filed, begin, report, sees, send, tell
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.server import FakeTelegram
from tests.files import SECRET, image, pdf, photo

SENT = image(picture=photo(1600, 1200))
"""A real JPEG as a telephone makes it: with EXIF and the place."""
ALBUM = [image(picture=photo(640 + 10 * number, 480)) for number in range(3)]
LETTER = pdf()

Measured = Any
"""pytest's `record_property`."""


@pytest.fixture(params=["polling", "webhook", "webhook-postgresql"])
def saksi(request: pytest.FixtureRequest, fake: FakeTelegram, install: Install) -> Saksi:
    """Both ways in, and both databases."""
    mode, _, engine = request.param.partition("-")
    made = install(fake)
    if engine:
        made.told["database_url"] = request.getfixturevalue("bare_postgresql_url")
    return made.posted() if mode == "webhook" else made


async def files(sari: Person) -> None:
    """The same picture as a photo and as a file, an album of three, and a PDF."""
    sari.send_photo(SENT)
    await sees(sari, "1 foto sudah tersimpan")
    sari.send_document(SENT, "IMG_2041.jpg", "image/jpeg")
    await sees(sari, "2 berkas sudah tersimpan")
    sari.send_album(ALBUM)
    await sees(sari, "5 berkas sudah tersimpan")
    sari.send_document(LETTER, "surat tugas.pdf")
    await sees(sari, "6 berkas sudah tersimpan")
    sari.press("Selesai")


async def test_a_report_with_photos_is_kept_for_good(
    fake: FakeTelegram, saksi: Saksi, tmp_path: Path, record_property: Measured
) -> None:
    saksi.start()
    record_property("measured", f"first start to ready: {await saksi.ready():.1f} s")
    sari = fake.person("Sari")
    filed = await report(sari, files)
    await kept(fake, saksi, filed, tmp_path)
    assert await saksi.run("verify") == "1 cases, 12 files whole, 0 erased, 0 lost, 0 altered.\n"
    await afterwards(sari, filed)
    assert await saksi.stop() == 0


async def kept(fake: FakeTelegram, saksi: Saksi, filed: Filed, folder: Path) -> None:
    """What an operator finds is what she sent."""
    (listed,) = await saksi.json("case", "list")
    assert (listed["ticket"], listed["desk"], listed["status"]) == (filed.ticket, "triage", "waiting")
    case = await saksi.json("case", "show", filed.ticket)
    assert (case["region"], case["kind"]) == ("74.07", "violation")
    answers = case["answers"]
    assert (answers["story"], answers["who"], answers["identity"]) == (STORY, WHO, "anonymous")
    assert "name" not in answers
    assert [one["what"] for one in case["events"]] == ["filed", "seen"]
    assert {(one["why"], one["state"]) for one in case["deadlines"]} == {("read", "open"), ("news", "open")}
    assert [one["state"] for one in case["evidence"]] == ["stored"] * 6
    served = [one.body for one in fake.world.files.values() if one.linked]
    assert sorted(one["sha256"] for one in case["evidence"]) == sorted(
        sha256(body).hexdigest() for body in served
    )
    _, jpeg, *_, letter = case["evidence"]
    assert await saved(saksi, jpeg, folder) == SENT
    assert await saved(saksi, letter, folder) == LETTER
    clean = await saved(saksi, jpeg, folder, "--clean")
    assert SECRET.encode() not in clean
    with Image.open(io.BytesIO(clean)) as picture:
        assert not picture.getexif()
        assert picture.size == (1600, 1200)


async def saved(saksi: Saksi, one: dict[str, Any], folder: Path, *which: str) -> bytes:
    """The file as the command hands it out."""
    out = folder / f"{one['id']}{''.join(which)}"
    await saksi.run("evidence", "get", one["id"], "--out", str(out), *which)
    return out.read_bytes()


async def afterwards(sari: Person, filed: Filed) -> None:
    """Status without the code, in the same chat; then the code goes from it."""
    sari.say("status")
    await sees(sari, "menunggu dibaca petugas")
    assert filed.receipt in sari.screen
    sari.press("Sudah saya catat: hapus kode ini")
    await sees(sari, "Pesan kodenya kami hapus")
    await sari.until(lambda: filed.receipt not in sari.screen)
    assert filed.ticket in sari.screen


async def test_who_wants_no_news_leaves_no_trace_of_her_chat(fake: FakeTelegram, install: Install) -> None:
    saksi = install(fake).posted()
    saksi.start()
    await saksi.ready()
    sari, budi = fake.person("Sari"), fake.person("Budi")
    budi.start()
    await sees(budi, "Pengelola")
    filed = await report(sari, identity="Anonim, jangan kirim kabar")
    await sees(sari, "alamat chat ini dihapus dari laporan")
    with saksi.stores() as stores:
        hers, his = (stores.keys.index(f"telegram:{person.id}") for person in (sari, budi))
        await until(lambda: not rows(stores.database, "tie"))
        found = [
            f"{table}: {row}" for table, row in rows(stores.database) if hers in row or str(sari.id) in row
        ]
        assert not found
        assert any(his in row for _, row in rows(stores.database)), "whoever else writes is still known"
    case = await saksi.json("case", "show", filed.ticket)
    assert (case["answers"]["story"], case["answers"]["identity"]) == (STORY, "silent")
    assert await saksi.run("verify") == "1 cases, 0 files whole, 0 erased, 0 lost, 0 altered.\n"


async def test_a_stop_in_the_middle_keeps_every_answer(
    fake: FakeTelegram, install: Install, record_property: Measured
) -> None:
    saksi = install(fake)
    saksi.start()
    await saksi.ready()
    sari = fake.person("Sari")
    await begin(sari)
    sari.send_album(ALBUM)
    await sees(sari, "3 foto sudah tersimpan")
    assert await saksi.stop() == 0
    sari.press("Selesai")
    saksi.start()
    record_property("measured", f"start to ready: {await saksi.ready():.1f} s")
    record_property("measured", f"resident when idle: {saksi.megabytes:.0f} MB")
    await tell(sari)
    filed = await send(sari)
    case = await saksi.json("case", "show", filed.ticket)
    assert [one["state"] for one in case["evidence"]] == ["stored"] * 3
    assert await saksi.stop() == 0
    assert "Traceback" not in saksi.logged
