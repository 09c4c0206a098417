"""A report begun on WhatsApp and continued on Telegram, by the link itself, over real HTTP on both sides."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.twilio.server import FakeTwilio
from tests.files import image
from tests.whatsapp.serving import running
from tests.whatsapp.test_service import begun

LINK = re.compile(r"https://\S+")


async def test_a_link_leads_from_whatsapp_to_telegram_and_back(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    sari = fake.person("Sari")
    with FakeTelegram() as beside:
        there = beside.person("Sari")
        async with running(tmp_path / "house", fake, database_url, beside):
            await begun(sari)
            sari.send_photo(image())
            await sari.sees("1 foto sudah tersimpan", 60)
            sari.say("lanjut di Telegram")
            link = urlsplit(LINK.findall((await sari.sees("t.me", 60)).text)[0])
            assert link.path == f"/{beside.world.me['username']}"
            there.start(parse_qs(link.query)["start"][0])
            await there.sees("Satu langkah lagi", 60)
            await sari.sees("balas PINDAH", 60)
            sari.say("pindah")
            await sari.sees("sekarang di Telegram", 60)
            await there.sees("Pengelola", 60)
            there.press("Setuju, mulai")
            await there.sees("1 foto sudah tersimpan", 60)

            there.say("lanjut di WA")
            link = urlsplit(LINK.findall((await there.sees("wa.me", 60)).text)[0])
            assert link.path == f"/{fake.sender[1:]}"
            sari.say(parse_qs(link.query)["text"][0])
            await sari.sees("Satu langkah lagi", 60)
            await there.sees("Apakah itu Anda?", 60)
            there.press("Ya, pindahkan")
            await there.sees("sekarang di WhatsApp", 60)
            await sari.sees("1 foto sudah tersimpan", 60)
