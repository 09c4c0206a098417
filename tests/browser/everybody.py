"""Whether a page is for everybody: axe finds nothing, nothing is wider than the screen, and no script complains."""

from __future__ import annotations

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import ConsoleMessage, Page

SIZES = ({"width": 360, "height": 800}, {"width": 1280, "height": 900})


async def is_for_everybody(page: Page, address: str = "") -> None:
    """At both widths, light and dark: as the page stands, or in both languages as it is at that address."""
    faults: list[str] = []

    def told(said: ConsoleMessage) -> None:
        if said.type == "error":
            faults.append(said.text)

    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on("console", told)
    for language in ("id", "en") if address else ("",):
        if language:
            await page.goto(f"{address}{'&' if '?' in address else '?'}lang={language}")
        for size in SIZES:
            await page.set_viewport_size(size)  # type: ignore[arg-type]
            for scheme in ("light", "dark"):
                await page.emulate_media(
                    color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce"
                )
                found = await Axe().run(page)
                assert found.response["violations"] == [], found.generate_report()
            assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.remove_listener("console", told)
    assert faults == []
