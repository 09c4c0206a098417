"""Files that a browser brings: sealed as they come, durable before the answer, taken in as from any channel."""

from __future__ import annotations

import asyncio
import hashlib
import json
import os
import socket
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from handlers.channel import FetchFailed
from handlers.evidence import SPOOLED, Collector
from handlers.intake import LARGEST, Intake
from handlers.webchat import spool
from handlers.webchat.form import FILES
from handlers.webchat.hear import CHANNEL
from storage import custody, evidence, meta
from storage.sql import sql
from storage.vault import SPOOL, Vault
from tests.files import SECRET, image
from tests.webchat.saying import answers, kept
from tests.webchat.site import Browser, Site, read


def spooled(vault: Vault) -> list[Path]:
    folder = vault.folder / SPOOL
    return sorted(folder.iterdir()) if folder.exists() else []


def lying(vault: Vault) -> Iterator[bytes]:
    """What lies on the disk, half-written files too."""
    for folder, _, names in os.walk(vault.folder):
        for name in names:
            yield (Path(folder) / name).read_bytes()


def rows(site: Site) -> list[tuple[str, str, int | None]]:
    with site.database.reading() as db:
        found = db.connection().execute(sql("SELECT state, reason, size FROM evidence ORDER BY id")).all()
    return sorted((row.state, row.reason, row.size) for row in found)


def collect(site: Site) -> None:
    """The intake as the service runs it."""
    intake = Intake(
        site.database, site.keys, site.vault, {CHANNEL: partial(spool.fetch, site.vault)},
        over={CHANNEL: partial(spool.over, site.vault)},
    )  # fmt: skip
    asyncio.run(Collector(site.database, site.keys, site.vault, intake).once())
    answers(site)


@pytest.fixture
def asked(site: Site, sari: Browser) -> Browser:
    """A browser whose next question is for photos."""
    for text in ("Halo", "1", "1"):
        sari.post(text=text, id=f"menuju-{text}-{time.monotonic_ns()}")
        answers(site)
    assert "Ada fotonya?" in sari.load()
    return sari


def test_three_photos_of_one_post_are_stored_as_three(site: Site, asked: Browser, vault: Vault) -> None:
    files = [(f"IMG_{number}.jpg", image(), "image/jpeg") for number in range(3)]
    assert asked.post(files).status_code == 204
    assert len(spooled(vault)) == 3
    answers(site)
    collect(site)
    assert rows(site) == [("stored", "", len(image()))] * 3
    assert spooled(vault) == []
    shown = read(asked.load())
    assert shown[-1]["text"][0][0].startswith("3 foto sudah tersimpan.")
    assert [name for (name,) in shown[-2]["text"]] == [f"Berkas: IMG_{number}.jpg" for number in range(3)]


def test_the_original_is_kept_byte_for_byte(site: Site, asked: Browser, vault: Vault) -> None:
    photo = image()
    asked.post([("a.jpg", photo, "image/jpeg")])
    answers(site)
    collect(site)
    with site.database.reading() as db:
        digest = db.connection().execute(sql("SELECT sha256 FROM evidence")).scalar_one()
    assert digest == hashlib.sha256(photo).hexdigest()


def test_nothing_of_a_file_ever_lies_open_on_the_disk(site: Site, asked: Browser, vault: Vault) -> None:
    photo = image() + SECRET.encode() * 100_000
    asked.post([(f"{SECRET}.jpg", photo, "image/jpeg")])
    assert [content for content in lying(vault) if SECRET.encode() in content] == []
    assert {file.stat().st_mode & 0o777 for file in spooled(vault)} == {0o600}
    assert (vault.folder / SPOOL).stat().st_mode & 0o777 == 0o700
    with site.database.reading() as db:
        for table in ("inbox", "bubble", "evidence"):
            for row in db.connection().execute(sql(f"SELECT * FROM {table}")):
                assert SECRET not in repr(tuple(row))


def test_what_is_too_large_is_told_kindly_and_the_others_are_stored(
    site: Site, asked: Browser, vault: Vault
) -> None:
    files = [("a.jpg", image(), "image/jpeg"), ("b.mp4", b"\0" * (LARGEST + 1), "video/mp4")]
    assert asked.post(files).status_code == 204
    assert len(spooled(vault)) == 1
    answers(site)
    collect(site)
    assert rows(site) == [("failed", "too-large", None), ("stored", "", len(image()))]
    assert "Satu berkas terlalu besar" in asked.load()


def test_a_field_left_alone_is_no_file(site: Site, asked: Browser, vault: Vault) -> None:
    assert asked.post([("", b"", "application/octet-stream")], text="tidak ada").status_code == 204
    answers(site)
    assert rows(site) == []
    assert spooled(vault) == []


def test_a_photo_and_its_caption_come_together(site: Site, asked: Browser) -> None:
    asked.post([("a.jpg", image(), "image/jpeg")], text="baliho di pagar")
    assert kept(site) == 4
    shown = read(asked.load())[-1]
    assert shown["text"] == [["baliho di pagar"], ["Berkas: a.jpg"]]


def test_files_of_who_is_not_her_are_not_even_begun(site: Site, asked: Browser, vault: Vault) -> None:
    answer = asked.post([("a.jpg", image(), "image/jpeg")], csrf="0" * 32)
    assert answer.status_code == 403
    assert {one.name for one in vault.folder.rglob("*")} == {"incoming", "name"}


def test_a_form_that_brings_its_files_before_its_proof_is_refused(
    site: Site, asked: Browser, vault: Vault
) -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n%s\r\n'
    body = part % (b"file", b'; filename="a.jpg"', image()) + part % (
        b"csrf",
        b"",
        asked.form["csrf"].encode(),
    )
    answer = asked.client.post(
        "/chat", content=body + b"--b--\r\n", headers={"Content-Type": "multipart/form-data; boundary=b"}
    )
    assert answer.status_code == 403
    assert spooled(vault) == []


def test_too_many_files_at_once_are_refused_as_a_whole_and_leave_nothing_named(
    site: Site, asked: Browser, vault: Vault
) -> None:
    files = [(f"{number}.txt", b"x", "text/plain") for number in range(FILES + 1)]
    answer = asked.post(files)
    assert answer.status_code == 413
    assert "paling banyak sepuluh berkas" in answer.text
    assert kept(site) == 3


def test_an_upload_that_breaks_off_leaves_nothing(site: Site, asked: Browser, vault: Vault) -> None:
    """As a phone that loses its line: half a file came, and no end."""
    head = b'--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n%s\r\n' % asked.form["csrf"].encode()
    head += b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n'
    host, port = site.url.removeprefix("http://").split(":")
    cookie = next(iter(asked.client.cookies.jar))
    with socket.create_connection((host, int(port))) as line:
        line.sendall(
            f"POST /chat HTTP/1.1\r\nHost: x\r\nCookie: {cookie.name}={cookie.value}\r\n"
            f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000000\r\n\r\n".encode()
            + head + b"\0" * 1_500_000
        )  # fmt: skip
        begun = time.monotonic()
        while not list((vault.folder / "incoming").iterdir()):
            assert time.monotonic() - begun < 30
            time.sleep(0.01)
    begun = time.monotonic()
    while list((vault.folder / "incoming").iterdir()):
        assert time.monotonic() - begun < 30
        time.sleep(0.01)
    assert spooled(vault) == []
    assert kept(site) == 3


def test_a_full_disk_is_told_and_the_talk_goes_on(site: Site, asked: Browser, vault: Vault) -> None:
    vault.floor = 1 << 62
    answer = asked.post([("a.jpg", image() * 300, "image/jpeg")])
    assert answer.status_code == 503
    assert answer.text.startswith("Pesan Anda belum tersimpan karena ada gangguan di tempat kami.")
    assert asked.post(text="tidak ada").status_code == 204
    vault.floor = 0
    assert asked.post([("a.jpg", image(), "image/jpeg")]).status_code == 204


def test_a_file_that_nobody_wanted_goes_by_itself(site: Site, asked: Browser, vault: Vault) -> None:
    asked.post([("a.jpg", image(), "image/jpeg")])
    (file,) = spooled(vault)
    vault.sweep_spool(time.time() - SPOOLED)
    assert spooled(vault) == [file]
    os.utime(file, (0, time.time() - SPOOLED - 60))
    vault.sweep_spool(time.time() - SPOOLED)
    assert spooled(vault) == []
    answers(site)
    collect(site)
    assert rows(site) == [("failed", "gone", None)]
    assert "Tolong kirim ulang berkas itu." in asked.load()


def test_the_sweep_of_evidence_leaves_what_waits_alone(site: Site, asked: Browser, vault: Vault) -> None:
    with site.database.transaction() as db:
        meta.put(db, "vault", vault.name())
    asked.post([("a.jpg", image(), "image/jpeg")])
    custody.sweep(site.database, vault, time.time() + 60)
    assert len(spooled(vault)) == 1


def test_a_file_let_go_of_before_it_was_taken_in_opens_for_nobody(
    site: Site, asked: Browser, vault: Vault
) -> None:
    """Its key lay in the message and then in its row, nowhere else."""
    asked.post([("a.jpg", image(), "image/jpeg")])
    answers(site)
    with site.database.transaction() as db:
        row = db.connection().execute(sql("SELECT id, sealed_source FROM evidence")).one()
        evidence.remove(db, row.id, site.database.now())
    assert row.sealed_source is not None
    with site.database.reading() as db:
        assert db.connection().execute(sql("SELECT sealed_source FROM evidence")).scalar_one() is None
        assert (
            db.connection().execute(sql("SELECT count(*) FROM inbox WHERE sealed IS NOT NULL")).scalar_one()
            == 0
        )
    assert len(spooled(vault)) == 1


async def _pieces(vault: Vault, source: str, limit: int = LARGEST) -> bytes:
    return b"".join([piece async for piece in spool.fetch(vault, source, limit)])


async def test_a_spooled_file_is_fetched_as_it_was_and_never_more_than_the_limit(vault: Vault) -> None:
    one = spool.Spooling(vault, "a.jpg", "image/jpeg")
    content = os.urandom(700_000)
    for at in range(0, len(content), 65_536):
        await one.write(content[at : at + 65_536])
    made = await one.end()
    await one.close()
    assert made is not None
    assert made.size == len(content)
    assert await _pieces(vault, made.source) == content
    with pytest.raises(FetchFailed, match="too-large"):
        await _pieces(vault, made.source, len(content) - 1)
    path = vault.folder / json.loads(made.source)["path"]
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(FetchFailed, match="gone") as fault:
        await _pieces(vault, made.source)
    assert not fault.value.again
    spool.over(vault, made.source)
    assert not path.exists()
