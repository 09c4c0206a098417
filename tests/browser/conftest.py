"""One Chromium for all, and one try-out as `saksi run` serves it."""

from __future__ import annotations

import os
import shutil
from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, async_playwright

from tests.e2e.running import Saksi

PLACES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]


def chromium() -> str:
    """Where it is. Without it a developer is told; CI fails."""
    found = next((path for path in map(shutil.which, PLACES) if path), None)
    if found is None:
        said = "NO CHROMIUM: no page was tried in a browser. Install it: apt-get install chromium"
        if os.environ.get("CI"):
            pytest.fail(said)
        pytest.skip(said)
    return found


@pytest.fixture(scope="session")
async def browser() -> AsyncIterator[Browser]:
    path = chromium()
    async with async_playwright() as play:
        made = await play.chromium.launch(executable_path=path, args=FLAGS)
        yield made
        await made.close()


@pytest.fixture(scope="session")
async def chat(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Saksi]:
    """The page as a production channel, alone."""
    made = Saksi(
        tmp_path_factory.mktemp("chat") / "saksi", webchat="on", operator="Uji", contact="uji@contoh.id"
    )
    made.told["public_url"] = made.url
    made.start()
    try:
        await made.ready()
        yield made
    finally:
        made.clear()


@pytest.fixture(scope="session")
async def saksi(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Saksi]:
    """Without a channel, on this machine: the try-out."""
    made = Saksi(tmp_path_factory.mktemp("tryout") / "saksi")
    made.start()
    try:
        await made.ready()
        yield made
    finally:
        made.clear()
