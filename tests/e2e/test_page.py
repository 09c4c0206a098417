"""The page beside Telegram on a real `saksi run`: a report with three photos from a browser, and news of both."""

from __future__ import annotations

import asyncio
import re
import time

import httpx2

from tests.e2e.conftest import Install
from tests.e2e.story import sees
from tests.fakes.telegram.server import FakeTelegram
from tests.files import image
from tests.webchat.site import read

STORY = "Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ"


class Page:
    """A browser without a script: every answer is the page as it stands."""

    def __init__(self, client: httpx2.AsyncClient) -> None:
        self._client = client
        self.html = ""

    async def open(self) -> None:
        self.html = (await self._client.get("/chat")).text

    async def says(self, text: str = "", files: list[bytes] | None = None) -> None:
        sent = [
            ("file", (f"IMG_{number}.jpg", content, "image/jpeg"))
            for number, content in enumerate(files or [])
        ]
        await self._post(sent, text=text)

    async def presses(self, label: str) -> None:
        found = [
            value
            for bubble in read(self.html)
            for row in bubble["rows"]
            for (name,), value in row
            if name == label
        ]
        assert found, f"no button {label!r}"
        await self._post([], press=found[-1])

    async def sees(self, text: str, within: float = 60) -> None:
        ends = time.monotonic() + within
        while text not in self.html:
            assert time.monotonic() < ends, f"{text!r} is not on the page:\n{self.html[-2000:]}"
            await asyncio.sleep(0.1)
            await self.open()

    async def _post(self, files: list[tuple[str, tuple[str, bytes, str]]], **fields: str) -> None:
        hidden = dict(reversed(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)">', self.html)))
        answer = await self._client.post("/chat", data=hidden | fields, files=files or None)
        assert answer.status_code == 200, answer.text
        self.html = answer.text


async def test_a_citizen_without_a_messenger_reports_from_a_browser(
    fake: FakeTelegram, install: Install
) -> None:
    saksi = install(fake, webchat="on")
    saksi.start()
    await saksi.ready()
    budi = fake.person("Budi")
    async with httpx2.AsyncClient(base_url=saksi.url, follow_redirects=True, timeout=30) as client:
        page = Page(client)
        await page.open()
        await page.says("Halo")
        await page.sees("Setuju, mulai")
        budi.say("Halo")
        await sees(budi, "Setuju, mulai")
        await page.presses("Setuju, mulai")
        await page.sees("Apa yang Anda lihat?")
        await page.presses("Memasang baliho atau spanduk")
        await page.sees("Ada fotonya?")
        await page.says(files=[image() for _ in range(3)])
        await page.sees("3 foto sudah tersimpan")
        await page.presses("Selesai")
        await page.sees("Sekarang ceritakan")
        await page.says(STORY)
        await page.sees("Orang itu siapa?")
        await page.presses("PNS/PPPK: guru, camat, pegawai dinas")
        await page.sees("Siapa nama, jabatan, atau kantornya?")
        await page.says("Pak Harun, staf kantor camat")
        await page.sees("Di mana kejadiannya?")
        await page.says("Wanci, Wakatobi")
        await page.sees("Kapan Anda melihatnya?")
        await page.presses("Kemarin")
        await page.sees("bolehkah petugas tahu siapa Anda?")
        await page.presses("Tidak, saya anonim")
        await page.sees("Periksa dulu")
        await page.presses("Kirim")
        await page.sees("Terkirim dan tersimpan.")
        await page.sees("Kode rahasia Anda")
        front = (await client.get("/")).text
        assert re.search(r'href="https://t\.me/\w+"', front)
        assert f"{saksi.url.replace('127.0.0.1', 'localhost')}/chat" in front
    listed = await saksi.json("case", "list")
    assert len(listed) == 1
    told = await saksi.json("case", "show", listed[0]["ticket"])
    assert [file["state"] for file in told["evidence"]] == ["stored"] * 3
    assert await saksi.stop() == 0
    assert "Harun" not in saksi.logged
    assert "baliho" not in saksi.logged.casefold()


async def test_an_open_page_does_not_keep_it_from_stopping(install: Install) -> None:
    saksi = install(webchat="on", operator="Bawaslu Uji", contact="uji@contoh.id")
    saksi.start()
    await saksi.ready()
    async with httpx2.AsyncClient(base_url=saksi.url, timeout=30) as client:
        await client.get("/chat")
        async with client.stream("GET", "/chat/events") as answer:
            lines = answer.aiter_lines()
            assert (await anext(lines)).startswith("retry")
            begun = time.monotonic()
            stopped = asyncio.create_task(saksi.stop())
            assert [line async for line in lines if line] == []
            assert await stopped == 0
            assert time.monotonic() - begun < 8, "it waited for the page"


async def test_where_others_get_in_nothing_is_tried_out(install: Install) -> None:
    saksi = install(http_host="0.0.0.0")  # noqa: S104 - what is tried is that the phones are not there
    saksi.start()
    await saksi.ready()
    async with httpx2.AsyncClient(base_url=saksi.url, timeout=30) as client:
        for where in ("/", "/clock", "/phones/budi/webchat"):
            assert (await client.get(where)).status_code == 404
    assert await saksi.stop() == 0
    assert "SAKSI_HTTP_HOST=0.0.0.0 lets others in" in saksi.logged
    assert not (saksi.data / "tryout").exists()
