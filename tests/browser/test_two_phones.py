"""The whole story on two phones, in a real browser, against `saksi run` as a newcomer starts it."""

from __future__ import annotations

import asyncio
from base64 import b64encode

from playwright.async_api import Browser, Locator, Page, expect

from tests.browser.everybody import is_for_everybody
from tests.e2e.running import Saksi
from tests.e2e.story import STORY, WHO
from tests.files import image, photo

WITHIN = 60_000
"""Milliseconds that a step may take on a busy machine."""
expect.set_options(timeout=WITHIN)
DROP = """(box, files) => {
  const carried = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (one) => one.charCodeAt(0));
    carried.items.add(new File([bytes], name, { type: "image/jpeg" }));
  }
  for (const type of ["dragover", "drop"]) {
    box.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried }));
  }
}"""
TO_WAKATOBI = (
    ["+"] * 3 + ["ArrowRight"] * 9 + ["ArrowDown"] * 5 + ["+"] * 2 + ["ArrowRight"] * 2 + ["ArrowUp"]
)
"""From the middle of the land."""
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

    @property
    async def ids(self) -> list[str]:
        """Of its bubbles, as they stand."""
        found: list[str] = await self.box.locator(".bubble").evaluate_all("all => all.map(one => one.id)")
        return found

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


async def report(sari: Phone) -> None:
    """From the first press to the code, with three photos and a line that breaks in the middle."""
    await sari.box.get_by_role("button", name="Mulai").click()
    await sari.presses("Setuju, mulai")
    await sari.presses("Memasang baliho atau spanduk")
    await sari.sees("Ada fotonya?")
    files = [
        [f"foto-{number}.jpg", b64encode(image(picture=photo(640 + number, 480))).decode()]
        for number in range(3)
    ]
    await sari.box.locator(".scroll").evaluate(DROP, files)
    await expect(sari.box.locator(".picked li")).to_have_count(3)
    await expect(sari.box.locator(".sent")).to_have_js_property("value", 0)
    await sari.box.locator(".send").click()
    await sari.sees("3 foto sudah tersimpan")
    await expect(sari.box.locator(".sent")).to_have_js_property("value", 100)
    await expect(sari.box.locator(".sent")).to_be_hidden()
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
    await expect(sari.box.locator(".map .cross")).to_be_visible()
    for button in await sari.box.locator(".zoom button").all():
        size = await button.bounding_box()
        assert size is not None
        assert min(size["width"], size["height"]) >= 40, "wide enough for a finger"
    await sari.box.locator(".map").focus()
    for key in TO_WAKATOBI:
        await sari.page.keyboard.press(key)
    await expect(sari.box.locator(".near")).to_contain_text("Kab. Wakatobi")
    await sari.box.get_by_role("button", name="Kirim titik ini").click()
    await sari.sees("Kabupaten Wakatobi, Sulawesi Tenggara")
    await sari.presses("Kemarin")
    await sari.presses("Tidak, saya anonim")
    await sari.sees("Periksa dulu")
    await sari.presses("Kirim")
    await sari.sees("Kode rahasia Anda")


async def test_the_whole_story_from_a_photo_to_a_silence_that_is_carried_up(
    browser: Browser, saksi: Saksi
) -> None:
    page = await opened(browser, saksi)
    asked: list[str] = []
    page.context.on("request", lambda one: asked.append(one.url))
    await anew(page)
    sari, budi = Phone(page, "sari"), Phone(page, "budi")
    await report(sari)
    assert await sari.box.locator(".hers").filter(has_text=STORY).count() == 1
    await budi.sees("belum diambil")
    await budi.sees("Belum diambil: 1")
    await budi.presses("Ambil")
    await sari.sees("mulai memeriksanya")
    await expect(budi.box.locator(".bubble:last-child p").first).to_contain_text("diambil Budi")
    await expect(budi.box.locator(".bubble:last-child p").first).to_be_in_viewport(ratio=1)
    await budi.presses("Foto")
    photos = budi.box.locator("img.brought")
    await expect(photos).to_have_count(3)
    await photos.last.scroll_into_view_if_needed()
    await expect(photos.last).to_have_js_property("naturalHeight", 480)
    await budi.presses("Tanya pelapor")
    await budi.presses("Apakah masih terpasang hari ini?")
    await budi.presses("Kirim")
    await sari.sees("Petugas bertanya")
    await sari.presses("Jawab")
    await sari.says("Masih, pagi ini saya lihat")
    await sari.sees("disampaikan ke petugas")
    await budi.sees("Pelapor menjawab pertanyaan")
    await budi.presses("Buka")
    await expect(budi.box.locator(".bubble:last-child p").first).to_contain_text("diambil Budi")
    await budi.presses("Teruskan ke BKN")
    await budi.says(SUMMARY)
    await budi.presses("Tanpa salinan")
    await budi.presses("Kirim")
    await sari.sees("meneruskan dugaan ini ke BKN")
    await page.locator("#desks").get_by_role("link", name="BKN · Eka").click()
    eka = Phone(page, "eka")
    desks = page.locator("#desks")
    await expect(desks.locator("[aria-current]")).to_be_in_viewport(ratio=1)
    await desks.evaluate("row => { row.scrollLeft = 500; }")
    async with page.expect_response(lambda one: "/desks?" in one.url) as heard:
        await (await heard.value).finished()
    await expect(desks).to_have_js_property("scrollLeft", 500)
    await eka.presses("Ambil")
    await sari.sees("Petugas BKN mulai memeriksa dugaan ini")
    await eka.presses("Surati PPK")
    await eka.says("Bupati Wakatobi")
    await eka.presses("Pemerintah kabupaten atau kota")
    await eka.presses("Hari ini")
    await eka.says(SUMMARY)
    await eka.presses("Tanpa salinan")
    await eka.presses("Kirim")
    await sari.sees("14 hari kerja")
    await page.get_by_role("button", name="14 hari kerja").click()
    await expect(page.locator("#moment")).to_contain_text("November 2024")
    await sari.sees("belum ada keputusan bupati yang tercatat di sini")
    await saksi.kill()
    await expect(sari.box.locator(".state")).to_contain_text("Sambungan terputus")
    saksi.start()
    await saksi.ready()
    await expect(sari.box.locator(".state")).to_be_empty()
    await sari.says("Halo lagi")
    await expect(sari.last).to_contain_text("Ada yang bisa kami bantu?")
    seen = await sari.ids, await eka.ids
    await page.reload()
    assert (await sari.ids, await eka.ids) == seen
    await expect(page.locator("#moment")).to_contain_text("November 2024")
    await is_for_everybody(page, f"{saksi.url}/?desk=budi&citizen=telegram&officer=telegram")
    assert f"{saksi.url}/phones/sari/webchat" in asked
    assert [one for one in asked if not one.startswith((f"{saksi.url}/", "data:,"))] == []
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
    opens = sari.box.locator(".list > summary")
    await opens.focus()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Tab")
    await expect(sari.box.get_by_role("button", name="1 Memasang baliho")).to_be_focused()
    await is_for_everybody(page)
    await page.keyboard.press("Escape")
    await expect(opens).to_be_focused()
    await expect(sari.box.locator(".sheet")).to_be_hidden()
    await is_for_everybody(page, f"{saksi.url}/?citizen=whatsapp&officer=whatsapp")
    await is_for_everybody(page, f"{saksi.url}/phones/sari/telegram")
    await page.goto(f"{saksi.url}/?citizen=whatsapp&officer=whatsapp")
    await opens.click()
    await sari.presses("2 Mendukung di medsos")
    await expect(sari.box.locator(".list")).to_have_count(0)
    await expect(sari.box.locator(".hers time").last).to_contain_text("16 Okt, 19.4")
    await page.goto(f"{saksi.url}/?lang=en")
    await expect(page.get_by_role("heading", name="Officer's phone: Budi")).to_be_visible()
    await expect(page.locator("#budi-phone .ours time").first).to_contain_text("Rabu 16 Okt, 19.4")
    await page.context.close()


async def test_another_name_for_this_machine_is_not_let_in(browser: Browser, saksi: Saksi) -> None:
    page = await opened(browser, saksi)
    answer = await page.context.request.get(f"{saksi.url}/", headers={"Host": "jahat.example"})
    assert answer.status == 421
    await page.context.close()


async def test_three_windows_hear_at_once_and_a_new_beginning_leaves_nothing_of_the_old(
    browser: Browser, saksi: Saksi
) -> None:
    """Of the six connections that browsers open to a host three windows keep three. Who still writes harms nothing."""
    mine = saksi.data / "milik-orang.txt"
    mine.write_text("sungguhan")
    page = await opened(browser, saksi)
    await anew(page)
    pages = [page, *[await page.context.new_page() for _ in range(2)]]
    for other in pages[1:]:
        await other.goto(saksi.url)
    await Phone(page, "sari").says("Halo")
    for one in pages:
        await Phone(one, "sari").sees("Petugas tidak melihat siapa Anda")
    old = await page.locator("#sari-say [name=csrf]").input_value()
    fields: dict[str, str | float | bool] = {"csrf": old, "language": "id", "text": "Halo lagi"}
    posts = [
        page.context.request.post(f"{saksi.url}/phones/sari/webchat", form=fields, max_redirects=0)
        for _ in range(8)
    ]
    await asyncio.gather(anew(page), *posts, return_exceptions=True)
    await page.goto(saksi.url)
    await expect(page.locator("#sari-talk .bubble")).to_have_count(0)
    stale = await page.context.request.post(f"{saksi.url}/phones/sari/webchat", form=fields)
    assert stale.status == 403
    assert mine.read_text() == "sungguhan"
    assert {one.name for one in saksi.data.iterdir()} == {"milik-orang.txt", "tryout"}
    await page.context.close()
