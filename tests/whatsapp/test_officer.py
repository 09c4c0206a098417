"""Budi's desk on WhatsApp over real HTTP: the code in a link, the card with buttons, news when the window is closed."""

from __future__ import annotations

import asyncio
import io
import secrets
from pathlib import Path

import aiohttp
from PIL import Image

from bot.cases.lifecycle import Role
from handlers.commands.whatsapp import _push
from handlers.whatsapp.client import connected
from handlers.whatsapp.templates import load
from storage import cases, desks
from storage.sql import run, sql
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.files import image
from tests.whatsapp.serving import Running, running
from tests.whatsapp.test_service import begun, close

SENDING = sql("SELECT count(*) FROM outbox WHERE state IN ('sending', 'unknown')")
FREE = " · belum diambil"


def invite(service: Running) -> str:
    with service.database.transaction() as db:
        code, _ = desks.invite(
            db, service.house.keys, desk="bawaslu:74.07", role=Role.OFFICER, name="Budi",
            now=service.database.now(), drawn=secrets.token_bytes(desks.CODE_BYTES),
        )  # fmt: skip
    return code


async def report(sari: Person) -> None:
    await begun(sari)
    sari.send_photo(image())
    await sari.sees("1 foto sudah tersimpan", 60)
    for said, seen in (
        ("1", "ceritakan"), ("Baliho calon dipasang di pagar kantor camat, yang pasang pegawai situ", "siapa?"),
        ("1", "Siapa nama"), ("Pak Harun", "Di mana"), ("Wanci, Wakatobi", "Kapan"), ("2", "tahu siapa Anda"),
        ("1", "Periksa dulu"), ("kirim", "Kode rahasia"),
    ):  # fmt: skip
        sari.say(said)
        await sari.sees(seen, 60)


async def recorded(service: Running) -> None:
    """What is on its way is known to be there: a number means what was sent before it was written."""

    def sending() -> bool:
        with service.database.reading() as db:
            return bool(run(db, SENDING).scalar_one())

    async with asyncio.timeout(60):
        while await asyncio.to_thread(sending):  # noqa: ASYNC110 - what a database holds rings no bell
            await asyncio.sleep(0.01)


async def test_a_card_is_taken_by_its_button_and_the_desk_is_reached_when_the_window_is_closed(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    async with connected(fake.account, fake.token, fake.url) as client:
        await _push(client, load())
    fake.approve()
    sari, budi = fake.person("Sari"), fake.person("Budi")
    async with running(tmp_path / "house", fake, database_url, staffed=desks.staffed) as service:
        budi.say(invite(service))
        await budi.sees("terdaftar sebagai petugas", 60)
        await budi.sees("Meja Bawaslu Kab. Wakatobi", 60)
        await report(sari)
        card = await budi.sees(FREE, 60)
        ticket = card.text.partition(" ")[0]
        assert card.buttons == ["1 Ambil", "2 Bukan meja kami", "3 Saya ada hubungan"]
        budi.press("1 Ambil", card)
        await budi.sees("diambil Budi", 60)
        await sari.sees("mulai memeriksanya", 60)
        with service.database.reading() as db:
            case = cases.by_ticket(db, ticket)
            assert case is not None
            assert case.officer_id
        await recorded(service)
        budi.press("2 Foto") if "2 Foto" in budi.last.buttons else budi.say("2")
        shown = await budi.sees("Berkas 1 dari 1", 60)
        assert shown.picture is not None
        kind, content = shown.picture
        assert kind == "image/jpeg"
        assert not Image.open(io.BytesIO(content)).getexif(), "nor where it was taken"
        assert "Budi · Bawaslu Kab. Wakatobi" in shown.text
        await budi.sees("hapus pesan-pesan di atas", 60)
        async with aiohttp.ClientSession() as thief:
            for place in (
                shown.asks[:-6] + "AAAAAA",
                shown.asks.rpartition("/")[0] + "/x",
                shown.asks + "%00",
            ):
                async with thief.get(place) as answer:
                    assert answer.status == 404

        fake.turn(hours=25)
        close(service)
        budi.acted = fake.world.tick
        await report(fake.person("Dewi"))
        knock = await budi.sees("Ada yang menunggu di meja Anda", 60)
        assert knock.text == "Ada yang menunggu di meja Anda. Balas untuk melihatnya."
        assert not any(FREE in message.text for message in budi.news)
        budi.press("Buka meja", knock, kind="button")
        await budi.sees("Meja Bawaslu Kab. Wakatobi", 60)
        await budi.until(lambda: [m for m in budi.news if FREE in m.text and m.buttons[0] == "1 Ambil"], 60)
