"""The entry for her own calendar, kept from the page as a browser keeps it."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.async_api import Browser, expect

from bot.conversation.message import Line, Say
from handlers import diary
from storage import mail
from storage.slots import Slot
from storage.sql import sql
from tests.browser.test_page import small
from tests.browser.test_two_phones import WITHIN
from tests.e2e.running import Saksi

TEN = datetime(2024, 10, 18, 2, 0, tzinfo=UTC)
CASE = "01JAAAAAAAAAAAAAAAAAAAAAAA"


@pytest.mark.parametrize("script", [True, False], ids=["script", "plain"])
async def test_a_browser_keeps_the_entry_under_a_name_that_tells_nothing(
    browser: Browser, chat: Saksi, tmp_path: Path, script: bool
) -> None:
    page = await small(browser, f"{chat.url}/chat", script=script)
    before = lanes(chat)
    await page.get_by_role("button", name="Mulai").click()
    await expect(page.locator(".hers").first).to_be_visible()
    async with asyncio.timeout(WITHIN / 1000):
        while not (new := lanes(chat) - before):  # noqa: ASYNC110 - another process hears of her
            await asyncio.sleep(0.05)
    (lane,) = new
    promised(chat, lane)
    link = page.get_by_role("link", name="Buka berkas")
    async with asyncio.timeout(WITHIN / 1000):
        while not script and not await link.count():
            await page.get_by_role("link", name="Muat ulang").click()
    async with page.expect_download() as coming:
        await link.click()
    kept = await coming.value
    assert kept.suggested_filename == "telepon.ics"
    await kept.save_as(tmp_path / "kept.ics")
    event: Any
    (event,) = Calendar.from_ical((tmp_path / "kept.ics").read_bytes()).walk("VEVENT")
    assert (event.start, event.end, event["SUMMARY"]) == (TEN, TEN + timedelta(minutes=30), "Telepon")
    await expect(page.locator(".ours").filter(has_text="simpan di kalender")).to_be_visible()
    await page.context.close()


def lanes(chat: Saksi) -> set[str]:
    """Chats that have been heard of."""
    with chat.stores() as stores, stores.database.reading() as db:
        return set(db.connection().execute(sql("SELECT lane FROM address")).scalars())


def promised(chat: Saksi, lane: str) -> None:
    """The letter that goes along where a call was agreed (`handlers.acts.call`)."""
    entry = (Line("call-diary"), Line("call-title", join="run"))
    say = Say(entry, file=diary.named(Slot(CASE, "budi", TEN, 1), TEN), only="buttons")
    with chat.stores() as stores, stores.database.transaction() as db:
        now = stores.database.now()
        mail.post(
            db, stores.keys, lane=lane, channel="webchat", say=say, language="id", rank=0, due_at=now, now=now
        )
