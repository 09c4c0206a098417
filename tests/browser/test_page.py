"""The page for who has no messenger: without JavaScript, by keyboard alone, on a small screen, and too fast."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, Request, expect

from handlers.webchat.accept import DOOR
from storage.database import Database
from storage.keys import Keys
from storage.vault import Vault
from tests.browser.everybody import is_for_everybody
from tests.browser.test_two_phones import WITHIN
from tests.e2e.running import Saksi
from tests.e2e.story import RECEIPT, STORY, TICKET, WHO
from tests.webchat.conftest import Clock
from tests.webchat.site import Site

LIGHT = 60_000
"""Bytes."""


async def small(browser: Browser, address: str, *, script: bool = True) -> Page:
    context = await browser.new_context(
        locale="id-ID", viewport={"width": 360, "height": 800}, java_script_enabled=script
    )
    page = await context.new_page()
    page.set_default_timeout(WITHIN)
    await page.goto(address)
    return page


class Plain:
    """A page without a script: every answer is a page; where it is late, she loads it again."""

    def __init__(self, page: Page) -> None:
        self.page = page

    async def sees(self, text: str) -> str:
        found = self.page.locator(".ours").filter(has_text=text).last
        async with asyncio.timeout(WITHIN / 1000):
            while not await found.count():
                await self.page.get_by_role("link", name="Muat ulang").click()
        assert await self.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        return await found.inner_text()

    async def presses(self, label: str) -> None:
        await self.page.get_by_role("button", name=label, exact=True).last.click()

    async def says(self, text: str) -> None:
        await self.page.get_by_role("textbox", name="Tulis di sini").fill(text)
        await self.page.get_by_role("button", name="Kirim pesan").click()


async def test_without_javascript_a_report_is_sent_and_found_again_in_another_browser(
    browser: Browser, chat: Saksi
) -> None:
    page = await small(browser, chat.url, script=False)
    sari = Plain(page)
    await page.get_by_role("link", name=f"{chat.url}/chat").click()
    await sari.presses("Mulai")
    await sari.sees("Pengelola: Uji")
    await sari.presses("Setuju, mulai")
    await sari.sees("Apa yang Anda lihat?")
    await sari.presses("Memasang baliho atau spanduk")
    await sari.sees("Ada fotonya?")
    await sari.presses("Tidak ada foto")
    await sari.sees("ceritakan apa yang Anda lihat")
    await sari.says(STORY)
    await sari.sees("Orang itu siapa?")
    await sari.presses("PNS/PPPK: guru, camat, pegawai dinas")
    await sari.sees("Siapa nama, jabatan, atau kantornya?")
    await sari.says(WHO)
    await sari.sees("Di mana kejadiannya?")
    await sari.says("Wanci, Wakatobi")
    await sari.sees("Kapan Anda melihatnya?")
    await sari.presses("Kemarin")
    await sari.sees("bolehkah petugas tahu siapa Anda?")
    await sari.presses("Tidak, saya anonim")
    await sari.sees("Periksa dulu")
    await sari.presses("Kirim")
    ticket, receipt = (
        TICKET.search(await sari.sees("Nomor laporan")),
        RECEIPT.search(await sari.sees("Kode rahasia")),
    )
    assert ticket is not None
    assert receipt is not None
    await page.context.close()
    again = await small(browser, f"{chat.url}/chat", script=False)
    found = Plain(again)
    await found.presses("Saya punya nomor dan kode")
    await found.sees("Nomornya?")
    await found.says(ticket[1])
    await found.sees("Dan kode rahasianya?")
    await found.says(receipt[0])
    await found.sees(f"{ticket[1]}: menunggu dibaca petugas")
    assert receipt[0] not in await again.content()
    await again.context.close()


@pytest.mark.parametrize(
    ("served", "where", "brings"),
    [("chat", "/", "saksi.css"), ("chat", "/chat", "map.js"), ("saksi", "/", "tryout.css")],
)
async def test_the_first_load_is_light(
    browser: Browser, chat: Saksi, saksi: Saksi, served: str, where: str, brings: str
) -> None:
    """All that a browser fetches for a page it has never seen, as it comes over the wire."""
    context = await browser.new_context()
    page = await context.new_page()
    came: list[Request] = []

    def finished(one: Request) -> None:
        came.append(one)

    page.on("requestfinished", finished)
    await page.goto(f"{(chat if served == 'chat' else saksi).url}{where}", timeout=WITHIN)
    async with asyncio.timeout(WITHIN / 1000):
        while not any(f"/static/{brings}" in one.url for one in came):
            await page.wait_for_timeout(10)
    sizes = {one.url: (await one.sizes())["responseBodySize"] for one in came if one.url.startswith("http")}
    assert sum(sizes.values()) < LIGHT, sizes
    await context.close()


async def reach(page: Page, label: str) -> None:
    """Tab by Tab, as somebody who holds no mouse."""
    for _ in range(60):
        await page.keyboard.press("Tab")
        named = "(one) => one.innerText.trim() || one.ariaLabel"
        if await page.locator(":focus").count() and await page.locator(":focus").evaluate(named) == label:
            return
    raise AssertionError(f"no Tab leads to {label!r}")


async def test_by_keyboard_alone_she_gets_as_far_as_her_story_and_the_page_is_for_everybody(
    browser: Browser, chat: Saksi
) -> None:
    page = await small(browser, f"{chat.url}/chat")
    ours = page.locator(".ours").last
    for label, then in (
        ("Mulai", "Pengelola: Uji"),
        ("Setuju, mulai", "Apa yang Anda lihat?"),
        ("Memasang baliho atau spanduk", "Ada fotonya?"),
        ("Tidak ada foto", "ceritakan apa yang Anda lihat"),
    ):
        await reach(page, label)
        await page.keyboard.press("Enter")
        await expect(ours).to_contain_text(then)
    await reach(page, "Tulis di sini")
    await page.keyboard.type(STORY)
    await page.keyboard.press("Enter")
    await expect(ours).to_contain_text("Orang itu siapa?")
    await is_for_everybody(page)
    await page.context.close()


@pytest.mark.parametrize("where", ["/", "/chat"])
async def test_what_a_stranger_opens_is_for_everybody(browser: Browser, chat: Saksi, where: str) -> None:
    page = await small(browser, chat.url)
    await is_for_everybody(page, f"{chat.url}{where}")
    await page.context.close()


async def test_an_address_that_is_none_leads_to_the_front_page_and_is_for_everybody(
    browser: Browser, chat: Saksi
) -> None:
    for language, link in (("en", "To the front page"), ("id", "Ke halaman depan")):
        page = await small(browser, f"{chat.url}/tidak-ada?lang={language}")
        await is_for_everybody(page)
        await page.get_by_role("link", name=link).click()
        await expect(page.locator(".lead")).to_contain_text("Saksi")
        await page.context.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def site(migrated_sqlite: Path, tmp_path: Path, keys: Keys, clock: Clock) -> Iterator[Site]:
    """A page whose seconds pass only when they are told to."""
    shutil.copy(migrated_sqlite, tmp_path / "saksi.db")
    vault = Vault(tmp_path / "evidence", floor=0)
    vault.make()
    database = Database(f"sqlite:///{tmp_path / 'saksi.db'}", clock)
    with Site(database, keys, vault).serving() as made:
        yield made
    database.dispose()


@pytest.mark.parametrize(
    ("script", "told", "again"), [(True, ".state", "Kirim pesan"), (False, "[role=alert]", "Kirim lagi")]
)
async def test_who_writes_too_fast_reads_what_to_do_and_keeps_what_she_wrote(
    browser: Browser, site: Site, clock: Clock, script: bool, told: str, again: str
) -> None:
    page = await small(browser, f"{site.url}/chat", script=script)
    form: dict[str, str | float | bool] = {"csrf": await page.locator("#say [name=csrf]").input_value()}
    for number in range(DOOR.burst):
        posted = await page.context.request.post(
            f"{site.url}/chat", form=form | {"text": f"pesan {number}"}, headers={"HX-Request": "true"}
        )
        assert posted.status == 204
    await page.locator("textarea").fill(STORY)
    await page.get_by_role("button", name="Kirim pesan").click()
    await expect(page.locator(told)).to_contain_text("Tunggu sebentar, lalu kirim lagi.")
    await expect(page.locator("textarea")).to_have_value(STORY)
    clock.turn(seconds=1)
    await page.get_by_role("button", name=again).click()
    await expect(page.locator(".hers").filter(has_text=STORY)).to_have_count(1)
    await page.context.close()
