"""The whole story on two phones, in a real browser, against `saksi run` as a newcomer starts it."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Locator, Page, expect

from tests.e2e.running import Saksi
from tests.e2e.story import STORY, WHO
from tests.files import image, photo

WITHIN = 60_000
"""Milliseconds that a step may take on a busy machine."""
expect.set_options(timeout=WITHIN)
SUMMARY = (
    "Diduga staf kantor kecamatan memasang baliho calon bupati di pagar kantor pada 15 Oktober. Ada foto."
)


class Phone:
    """One of the phones of the page."""

    def __init__(self, page: Page, who: str) -> None:
        self.page, self.box = page, page.locator(f"#{who}-phone")
        self.last = self.box.locator(".ours").last

    async def sees(self, text: str) -> None:
        await expect(self.box.locator(".ours").filter(has_text=text).last).to_be_visible()

    async def presses(self, label: str) -> None:
        button: Locator = self.box.locator(".row").get_by_role("button", name=label).last
        await button.click(timeout=WITHIN)

    async def says(self, text: str) -> None:
        await self.box.locator("textarea").fill(text)
        await self.box.locator(".send").click(timeout=WITHIN)


async def opened(browser: Browser, saksi: Saksi, where: str = "/") -> Page:
    context = await browser.new_context(locale="id-ID", viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    page.set_default_timeout(WITHIN)
    await page.goto(f"{saksi.url}{where}")
    return page


async def anew(page: Page) -> None:
    secret = page.locator("#turn [name=csrf]")
    before = await secret.input_value()
    await page.locator(".more > summary").click()
    await page.get_by_role("button", name="Ya, mulai dari awal").click()
    await expect(secret).not_to_have_value(before)
    await expect(page.locator("#sari-talk .bubble")).to_have_count(0)
    await expect(page.locator("#budi-talk")).to_contain_text("Bawaslu Kab. Wakatobi")


async def report(sari: Phone, folder: Path) -> None:
    """From the first press to the code, with three photos and a line that breaks in the middle."""
    await sari.box.get_by_role("button", name="Mulai").click()
    await sari.presses("Setuju, mulai")
    await sari.presses("Memasang baliho atau spanduk")
    await sari.sees("Ada fotonya?")
    files = [folder / f"foto-{number}.jpg" for number in (1, 2, 3)]
    for number, file in enumerate(files):
        file.write_bytes(image(picture=photo(640 + number, 480)))
    await sari.box.locator("input[type=file]").set_input_files(files)
    await expect(sari.box.locator(".picked li")).to_have_count(3)
    await sari.box.locator(".send").click()
    await sari.sees("3 foto sudah tersimpan")
    await sari.presses("Selesai")
    await sari.sees("ceritakan apa yang Anda lihat")
    await sari.page.context.set_offline(True)
    await sari.says(STORY)
    await expect(sari.box.locator(".state")).to_contain_text("Sambungan terputus")
    await expect(sari.box.locator("textarea")).to_have_value(STORY)
    await sari.page.context.set_offline(False)
    await sari.box.locator(".send").click()
    await sari.sees("Orang itu siapa?")
    await sari.presses("PNS/PPPK")
    await sari.sees("Siapa nama, jabatan, atau kantornya?")
    await sari.says(WHO)
    await sari.sees("Di mana kejadiannya?")
    await sari.box.locator(".pin > summary").click()
    await sari.box.locator("[name=lat]").fill("-5,3258")
    await sari.box.locator("[name=lon]").fill("123,5952")
    await sari.box.get_by_role("button", name="Kirim titik ini").click()
    await sari.sees("Kabupaten Wakatobi, Sulawesi Tenggara")
    await sari.presses("Kemarin")
    await sari.presses("Tidak, saya anonim")
    await sari.sees("Periksa dulu")
    await sari.presses("Kirim")
    await sari.sees("Kode rahasia Anda")


async def test_the_whole_story_from_a_photo_to_a_silence_that_is_carried_up(
    browser: Browser, saksi: Saksi, tmp_path: Path
) -> None:
    page = await opened(browser, saksi)
    await anew(page)
    sari, budi = Phone(page, "sari"), Phone(page, "budi")
    await report(sari, tmp_path)
    assert await sari.box.locator(".hers").filter(has_text=STORY).count() == 1
    await budi.sees("belum diambil")
    await budi.presses("Ambil")
    await sari.sees("mulai memeriksanya")
    await budi.presses("Tanya pelapor")
    await budi.presses("Apakah masih terpasang hari ini?")
    await budi.presses("Kirim")
    await sari.sees("Petugas bertanya")
    await sari.presses("Jawab")
    await sari.says("Masih, pagi ini saya lihat")
    await sari.sees("disampaikan ke petugas")
    await budi.sees("Pelapor menjawab pertanyaan")
    await budi.presses("Buka")
    await budi.presses("Teruskan ke BKN")
    await budi.says(SUMMARY)
    await budi.presses("Tanpa salinan")
    await budi.presses("Kirim")
    await sari.sees("meneruskan dugaan ini ke BKN")
    await page.locator("#desks").get_by_role("link", name="BKN").click()
    eka = Phone(page, "eka")
    await eka.presses("Ambil")
    await sari.sees("Petugas BKN mulai memeriksanya")
    await eka.presses("Surati PPK")
    await eka.says("Bupati Wakatobi")
    await eka.presses("Pemerintah daerah")
    await eka.presses("Hari ini")
    await eka.says(SUMMARY)
    await eka.presses("Tanpa salinan")
    await eka.presses("Kirim")
    await sari.sees("14 hari kerja")
    await page.get_by_role("button", name="14 hari kerja").click()
    await expect(page.locator("#moment")).to_contain_text("November 2024")
    await sari.sees("belum ada keputusan bupati yang tercatat di sini")
    await page.reload()
    await sari.sees("belum ada keputusan bupati yang tercatat di sini")
    await page.context.close()


async def test_the_same_talk_as_both_messengers_show_it(browser: Browser, saksi: Saksi) -> None:
    page = await opened(browser, saksi)
    await anew(page)
    sari = Phone(page, "sari")
    await sari.says("Halo")
    await sari.sees("Petugas tidak melihat siapa Anda")
    await sari.box.get_by_role("link", name="Telegram").click()
    await sari.sees("Petugas tidak melihat akun Anda. Telegram")
    await sari.box.get_by_role("link", name="WhatsApp").click()
    await sari.sees("Petugas tidak melihat nomor Anda. WhatsApp")
    await sari.sees("1 Setuju, mulai")
    await sari.says("1")
    await sari.sees("9 Lainnya, atau tidak yakin")
    await page.context.close()


async def test_another_name_for_this_machine_is_not_let_in(browser: Browser, saksi: Saksi) -> None:
    page = await opened(browser, saksi)
    answer = await page.context.request.get(f"{saksi.url}/", headers={"Host": "jahat.example"})
    assert answer.status == 421
    await page.context.close()


@pytest.mark.parametrize(
    ("language", "scheme", "width"), list(itertools.product(("id", "en"), ("light", "dark"), (360, 1280)))
)
async def test_the_page_is_for_everybody(
    browser: Browser, saksi: Saksi, language: str, scheme: str, width: int
) -> None:
    context = await browser.new_context(
        color_scheme="dark" if scheme == "dark" else "light", viewport={"width": width, "height": 800}
    )
    page = await context.new_page()
    page.set_default_timeout(WITHIN)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", lambda said: faults.append(said.text) if said.type == "error" else None)
    await page.goto(f"{saksi.url}/?lang={language}")
    await expect(page.locator("#budi-talk .ours").last).to_be_visible()
    found = await Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert faults == []
    await context.close()
