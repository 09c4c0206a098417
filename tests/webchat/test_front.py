"""The front page: what Saksi is and how to reach it on what runs, in both languages, with nothing from elsewhere."""

from __future__ import annotations

import re

import httpx2
import pytest

from handlers import web
from handlers.webchat import assets
from handlers.webchat.front import CHANNELS, code, router
from handlers.webchat.page import Pages
from tests.serving import serving
from tests.talking import library

WAYS = {
    "telegram": "https://t.me/SaksiBot",
    "whatsapp": "https://wa.me/628111222333",
    "webchat": "https://saksi.example/chat",
}
PAGES = Pages(library().words, "id", assets.Shelf(assets.FOLDER))


async def shown(ways: dict[str, str], path: str = "/", prefers: str = "") -> httpx2.Response:
    made = web.create(list, [router(PAGES, lambda: ways)])
    async with serving(made) as address, httpx2.AsyncClient(base_url=address) as client:
        return await client.get(path, headers={"Accept-Language": prefers})


async def test_every_channel_that_runs_has_its_link_its_code_and_who_sees_it() -> None:
    page = (await shown(WAYS)).text
    for name, link in WAYS.items():
        assert f'href="{link}{"?lang=id" if name == "webchat" else ""}"' in page
        assert f'aria-label="Kode QR untuk {link}"' in page
        assert str(code(link)) in page
        for key in CHANNELS[name]:
            assert library().words.text("id", key, {}, "webchat") in page


async def test_what_does_not_run_is_not_spoken_of() -> None:
    page = (await shown({"webchat": WAYS["webchat"], "telegram": ""})).text
    assert page.count("<figure") == 1
    assert "Telegram" not in page
    assert "WhatsApp" not in page
    assert "Twilio" not in page


async def test_while_no_link_is_known_she_is_told_to_come_back() -> None:
    page = (await shown({"telegram": ""})).text
    assert "Sebentar lagi bisa." in page
    assert "<figure" not in page


@pytest.mark.parametrize(
    ("path", "prefers", "language"),
    [
        ("/", "", "id"),
        ("/", "en-GB,en;q=0.9", "en"),
        ("/?lang=en", "id", "en"),
        ("/?lang=id", "en", "id"),
        ("/?lang=xx", "fr, de;q=0.5", "id"),
    ],
)
async def test_the_language_is_asked_for_or_the_browsers(path: str, prefers: str, language: str) -> None:
    page = (await shown(WAYS, path, prefers)).text
    assert f'<html lang="{language}">' in page
    assert {"id": "Cara melapor", "en": "How to report"}[language] in page
    for other in ("id", "en"):
        assert f'href="/?lang={other}"' in page


async def test_it_says_what_it_is_in_three_sentences_and_names_who_answers_for_it() -> None:
    for language in ("id", "en"):
        what = library().words.text(language, "front-what", {})
        assert len(re.findall(r"[.!?](?:\s|$)", what)) == 3
        page = (await shown(WAYS, f"/?lang={language}")).text
        assert "{pengelola}" in page
        assert "{kontak}" in page


async def test_nothing_comes_from_elsewhere_and_nothing_is_remembered() -> None:
    answer = await shown(WAYS)
    assert "set-cookie" not in answer.headers
    assert "unsafe" not in answer.headers["content-security-policy"]
    sources = re.findall(r"""(?:src|action)=["']([^"']+)|<link[^>]+href="([^"]+)""", answer.text)
    assert {one or other for one, other in sources} <= {
        "data:,",
        *(PAGES.shelf.address(name) for name in ("saksi.css", "pico-2.1.1.classless.min.css")),
    }
    assert "<script" not in answer.text
    assert "style=" not in answer.text


async def test_a_slow_bot_does_not_hold_the_page_up() -> None:
    """The link is asked for at each view, and may come later."""
    links: dict[str, str] = {}

    made = web.create(list, [router(PAGES, lambda: links)])
    async with serving(made) as address, httpx2.AsyncClient(base_url=address) as client:
        before = (await client.get("/")).text
        links["telegram"] = WAYS["telegram"]
        after = (await client.get("/")).text
    assert "t.me" not in before
    assert "t.me" in after
