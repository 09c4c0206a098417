"""`python -m scripts.picture`: the README's picture, taken anew of a `saksi run` that nobody has used before.

The report was sent, and the officer has taken it. Look at it before it is committed.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import async_playwright

from tests.browser.conftest import FLAGS, chromium
from tests.browser.test_two_phones import Phone, opened, report
from tests.e2e.running import Saksi

PICTURE = Path(__file__).parents[1] / "docs" / "two-phones.png"
LARGEST = 300_000
"""Bytes: it is loaded with the README."""


async def take(folder: Path) -> int:
    """Take it; its bytes."""
    saksi = Saksi(folder / "saksi")
    saksi.start()
    try:
        await saksi.ready()
        async with async_playwright() as play:
            browser = await play.chromium.launch(executable_path=chromium(), args=FLAGS)
            page = await opened(browser, saksi)
            sari, budi = Phone(page, "sari"), Phone(page, "budi")
            await report(sari)
            await budi.sees("belum diambil")
            await budi.presses("Ambil")
            await sari.sees("mulai memeriksanya")
            await page.mouse.move(0, 0)
            await page.wait_for_timeout(500)  # milliseconds, in which the last bubble has come
            picture = await page.screenshot(path=PICTURE)
            await browser.close()
    finally:
        saksi.clear()
    return len(picture)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        size = asyncio.run(take(Path(folder)))
    print(f"{PICTURE.name}: {size} bytes, of at most {LARGEST}")
    if size > LARGEST:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
