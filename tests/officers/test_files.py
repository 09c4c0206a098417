"""Files reach an officer as clean copies that say all over whose look it was, and leave the chat again."""

from __future__ import annotations

import asyncio
import contextlib
import io
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from pathlib import Path

import av
import pypdfium2
import pytest
from PIL import Image, ImageChops
from telegram import Bot

from bot.conversation.message import Line, Say
from handlers.channel import SendLater
from handlers.copies import CannotOpen, Copies, named
from handlers.settings import read
from handlers.stores import Stores, establish
from handlers.telegram.client import connected
from handlers.telegram.presses import Presses
from handlers.telegram.send import TelegramSender
from storage import cases, evidence
from storage.films import SECONDS_MOST
from storage.marking import mark
from storage.recordings import recording
from storage.sql import sql
from tests import files
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.server import FakeTelegram
from tests.filed import ORIGINAL, PHOTO, TICKET, file_report
from tests.officers.office import STORY, Office
from tests.talking import library
from tests.telegram.conftest import letter
from tests.test_films import pictures

ACROSS = "Budi · Bawaslu Kab. Wakatobi · Kamis, 17 Oktober 2024, pukul 10.02 WITA"


@pytest.fixture
def stores(tmp_path: Path, database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stores]:
    monkeypatch.setenv("SAKSI_DATABASE_URL", database_url)
    monkeypatch.setenv("SAKSI_DATA_DIR", str(tmp_path / "data"))
    made = establish(read(tmp_path))
    yield made
    made.database.dispose()


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as made:
        yield made


@pytest.fixture
async def bot(fake: FakeTelegram) -> AsyncIterator[Bot]:
    async with connected(fake.token, fake.url) as made:
        yield made


# What the officer reads


def test_photos_come_one_by_one_with_the_officers_name_and_the_hour_on_them(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    office.say(budi, "[Ambil]")
    read = office.say(budi, "[Foto]")
    assert read == [
        f"{TICKET}: 1 berkas",
        "1. gambar, 243 KB, sidik 9f86d081884c7d65",
        "",
        "[berkas]",
        "Berkas 1 dari 1",
        ACROSS,
    ]
    shown = budi.screens[-1]
    assert shown.say.protect
    assert shown.say.file.startswith("clean:")
    office.pass_by(minutes=16)
    budi.read()
    assert shown.slot in {one.say.takes for one in budi.screens}, "and is taken out again"


def test_her_voice_is_for_the_guardian_only(office: Office) -> None:
    budi, sari = office.officer("2001"), office.citizen()
    office.report(sari)
    budi.read()
    office.say(budi, "[Ambil]")
    with office.database.transaction() as db:
        db.connection().execute(sql("UPDATE evidence SET kind = 'voice', type = 'audio/ogg'"))
    read = office.say(budi, "[Foto]")
    assert "[berkas]" not in read
    assert read[-1].endswith("(suara pelapor, hanya untuk penjaga identitas)")


def test_what_she_wrote_under_a_photo_is_read_with_the_story(office: Office) -> None:
    budi, sari = office.officer("2001"), office.citizen()
    office.report(sari)
    office.say(sari, "tambah", "[foto: Ini yang kedua, dari dekat]", "1", "1")
    budi.read()
    office.say(budi, "[Ambil]")
    assert "Tulisan pada berkas 2: Ini yang kedua, dari dekat" in office.say(budi, "[Cerita]")


def test_the_form_has_the_order_of_the_official_one(office: Office) -> None:
    budi = office.officer("2001")
    office.report(office.citizen())
    budi.read()
    office.say(budi, "[Ambil]")
    assert office.say(budi, "[Salin untuk formulir]") == [
        f"{TICKET}, menurut urutan formulir:",
        "Terlapor: PNS/PPPK, Pak Harun, staf kantor camat",
        "Peristiwa: baliho atau spanduk",
        "Tempat kejadian: Kabupaten Wakatobi, Sulawesi Tenggara",
        "Hari kejadian: Rabu, 16 Oktober 2024",
        "Hari diketahui: Rabu, 16 Oktober 2024",
        "Bukti: 1 berkas",
        "",
        f"Uraian: {STORY}",
    ]


# On its way


def say(photo: str = PHOTO) -> Say:
    lines = (Line("desk-file-shown", {"number": 1, "count": 1}), Line("desk-note", {"text": ACROSS}))
    return Say(lines, protect=True, file=f"clean:{photo}")


def sending(stores: Stores, bot: Bot) -> TelegramSender:
    copies = Copies(stores.database, stores.keys, stores.vault)
    return TelegramSender(bot, library().words, Presses(bot), copies)


def shown(fake: FakeTelegram, budi: Person, held: str) -> bytes:
    content = budi.last.content[held]
    about = content[-1] if isinstance(content, list) else content
    return fake.world.files[about["file_id"]].body


async def test_a_photo_arrives_protected_and_marked_and_nothing_of_it_is_kept(
    stores: Stores, bot: Bot, fake: FakeTelegram
) -> None:
    clean = files.image(picture=files.photo(1600, 1200), exif=b"")
    file_report(stores, copy=clean)
    budi = fake.person("Budi")
    before = {path for path in stores.vault.folder.rglob("*") if path.is_file()}
    await sending(stores, bot).send(letter(say()), str(budi.id), None)
    assert budi.last.protected
    assert budi.last.text == f"Berkas 1 dari 1\n\nTambahan: {ACROSS}"
    body = shown(fake, budi, "photo")
    assert files.unlike(clean, body) == {"top left", "top right", "bottom left", "bottom right"}
    assert b"Exif" not in body
    assert {path for path in stores.vault.folder.rglob("*") if path.is_file()} == before


async def test_a_pdf_arrives_marked_on_every_page(stores: Stores, bot: Bot, fake: FakeTelegram) -> None:
    plain = files.pdf(2)
    file_report(stores, copy=plain, kind="application/pdf")
    budi = fake.person("Budi")
    await sending(stores, bot).send(letter(say()), str(budi.id), None)
    assert budi.last.content["document"]["file_name"] == "berkas.pdf", "not what she called it"
    before, after = pypdfium2.PdfDocument(plain), pypdfium2.PdfDocument(shown(fake, budi, "document"))
    assert len(after) == 2
    for number in range(2):
        pages = [book[number].render().to_pil().convert("L") for book in (before, after)]
        assert files.strongest(ImageChops.difference(*pages)) > 30


@pytest.mark.parametrize("engine", ["sqlite"])
@pytest.mark.parametrize(("container", "kind"), [("m4a", "audio/mp4"), ("mp3", "audio/mpeg")])
async def test_a_sound_arrives_with_the_officers_name_as_its_title(
    stores: Stores, bot: Bot, fake: FakeTelegram, container: str, kind: str
) -> None:
    _, plain = recording(files.recording(container), kind)
    file_report(stores, copy=plain, kind=kind)
    budi = fake.person("Budi")
    await sending(stores, bot).send(letter(say()), str(budi.id), None)
    with av.open(io.BytesIO(shown(fake, budi, "document"))) as opened:
        assert opened.metadata["title"] == opened.metadata["artist"] == f"Tambahan: {ACROSS}"
        assert files.SECRET not in str(opened.metadata)
        assert opened.streams.audio


async def test_a_film_follows_marked_and_is_gone_with_the_report(
    stores: Stores, bot: Bot, fake: FakeTelegram
) -> None:
    _, plain = recording(files.recording("mp4", video=True), "video/mp4")
    file_report(stores, copy=plain, kind="video/mp4")
    budi, sender = fake.person("Budi"), sending(stores, bot)
    await arrived(sender, budi)
    before, after = pictures(plain), pictures(shown(fake, budi, "document"))
    assert len(before) == len(after)
    assert all(
        files.strongest(ImageChops.difference(*two).convert("L")) > 30
        for two in zip(before, after, strict=True)
    )
    with stores.database.transaction() as db:
        case = cases.by_ticket(db, TICKET)
        assert case is not None
        evidence.erase(db, case.dossier_id, stores.database.now())
    await arrived(sender, budi)
    assert budi.last.text == "Berkas 1 dari 1\n\nBerkas ini sudah dihapus."


async def test_a_film_that_is_too_long_is_said_to_be(stores: Stores, bot: Bot, fake: FakeTelegram) -> None:
    _, plain = recording(files.film(last=SECONDS_MOST + 1), "video/mp4")
    file_report(stores, copy=plain, kind="video/mp4")
    budi = fake.person("Budi")
    await arrived(sending(stores, bot), budi)
    assert budi.last.text.endswith(
        "Video ini lebih dari 10 menit, jadi belum bisa ditandai dengan nama Anda dan tidak dikirim."
        " Minta ke pengelola."
    )


async def arrived(sender: TelegramSender, budi: Person) -> None:
    """Asked for again for as long as it is being made, as delivery does."""
    async with asyncio.timeout(60):
        while True:
            with contextlib.suppress(SendLater):
                await sender.send(letter(say()), str(budi.id), None)
                return


async def test_an_original_goes_byte_for_byte_as_a_document(
    stores: Stores, bot: Bot, fake: FakeTelegram
) -> None:
    file_report(stores)
    budi = fake.person("Budi")
    original = replace(say(), file=f"original:{PHOTO}")
    await sending(stores, bot).send(letter(original), str(budi.id), None)
    assert budi.last.protected
    assert shown(fake, budi, "document") == ORIGINAL


async def test_erased_while_its_letter_waited_the_officer_reads_so(
    stores: Stores, bot: Bot, fake: FakeTelegram
) -> None:
    file_report(stores, copy=files.image())
    with stores.database.transaction() as db:
        case = cases.by_ticket(db, TICKET)
        assert case is not None
        evidence.erase(db, case.dossier_id, stores.database.now())
        cases.erase(db, case, stores.database.now())
    budi = fake.person("Budi")
    await sending(stores, bot).send(letter(say()), str(budi.id), None)
    assert budi.last.text == "Berkas 1 dari 1\n\nBerkas ini sudah dihapus."


async def test_what_is_not_what_was_kept_is_not_shown(stores: Stores, bot: Bot, fake: FakeTelegram) -> None:
    file_report(stores, copy=files.image())
    for path in stores.vault.folder.glob("??/*"):
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    budi = fake.person("Budi")
    await sending(stores, bot).send(letter(say()), str(budi.id), None)
    assert budi.last.text.endswith("Berkas ini tidak bisa dibuka. Beri tahu pengelola.")


def test_a_file_of_a_draft_opens_for_nobody(stores: Stores) -> None:
    file_report(stores)
    with stores.database.transaction() as db:
        db.connection().execute(sql("UPDATE case_file SET dossier_id = (SELECT id FROM dossier LIMIT 1)"))
        db.connection().execute(sql("UPDATE evidence SET state = 'removed'"))
        row = evidence.by_id(db, PHOTO)
    assert row is not None
    with pytest.raises(CannotOpen):
        Copies(stores.database, stores.keys, stores.vault).open(named(row), ACROSS)


def test_a_mark_can_be_read_on_black_and_on_white_and_makes_nothing_larger() -> None:
    for colour in ("black", "white"):
        plain = Image.new("RGB", (4000, 300), colour)
        with Image.open(io.BytesIO(mark(files.image(picture=plain, exif=b""), "image/jpeg", ACROSS))) as made:
            made.load()
            assert max(made.size) == 2560
            shades = made.convert("L").histogram()
            assert sum(bool(count) for count in shades) > 60
