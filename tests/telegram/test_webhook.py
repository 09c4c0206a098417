"""Webhook: kept, then acknowledged; in order for each person; and a forger is shown the door."""

from __future__ import annotations

import asyncio
import io
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiohttp
import pytest
import uvicorn
from fastapi import FastAPI
from telegram import Bot

from bot.words.words import Words
from handlers.telegram.door import Door
from handlers.telegram.presses import Presses
from handlers.telegram.webhook import LARGEST, register, router
from tests.fakes.telegram.server import FakeTelegram
from tests.telegram.test_poll import Inbox

SECRET = "A-secret_of-the-webhook"


class Posted:
    def __init__(self, bot: Bot, words: Words) -> None:
        self.inbox = Inbox()
        self.url = ""
        self._app = FastAPI()
        self._app.include_router(router(SECRET, Door(bot, words, Presses(bot), self.inbox.accept)))

    @asynccontextmanager
    async def serving(self) -> AsyncIterator[None]:
        with socket.socket() as door:
            door.bind(("127.0.0.1", 0))
            door.listen()
            self.url = f"http://127.0.0.1:{door.getsockname()[1]}"
            server = uvicorn.Server(uvicorn.Config(self._app, log_config=None, lifespan="off"))
            task = asyncio.create_task(server.serve([door]))
            try:
                yield
            finally:
                server.should_exit = True
                await task

    async def post(self, body: bytes, secret: str | None = SECRET) -> int:
        headers = {} if secret is None else {"X-Telegram-Bot-Api-Secret-Token": secret}
        async with (
            aiohttp.ClientSession() as client,
            client.post(f"{self.url}/telegram/webhook", data=io.BytesIO(body), headers=headers) as answer,
        ):
            assert await answer.read() == b""
            return answer.status


@pytest.fixture
def posted(bot: Bot, words: Words) -> Posted:
    return Posted(bot, words)


async def test_people_are_heard_in_order_and_each_update_is_acknowledged_once(
    posted: Posted, bot: Bot, fake: FakeTelegram
) -> None:
    sari, budi = fake.person("Sari"), fake.person("Budi")
    sari.say("sebelum")
    async with posted.serving():
        await register(bot, f"{posted.url}/", SECRET, connections=7)
        for number in range(10):
            sari.say(f"s{number}")
            budi.say(f"b{number}")
        await fake.settled()
    assert [text for text in posted.inbox.texts if text[0] == "s"] == [
        "sebelum",
        *(f"s{n}" for n in range(10)),
    ]
    assert [text for text in posted.inbox.texts if text[0] == "b"] == [f"b{n}" for n in range(10)]
    assert {status for _, status in fake.attempts} == {200}
    asked = fake.called("setWebhook")[0].params
    assert (asked["max_connections"], asked["drop_pending_updates"]) == ("7", "false")
    assert "callback_query" in json.loads(asked["allowed_updates"])


async def test_what_cannot_be_kept_is_503_and_comes_again(
    posted: Posted, bot: Bot, fake: FakeTelegram
) -> None:
    sari = fake.person("Sari")
    posted.inbox.full = True
    async with posted.serving():
        await register(bot, posted.url, SECRET)
        sari.say("satu")
        sari.say("dua")
        await sari.sees("Belum tersimpan. Kami mengambilnya lagi.")
        posted.inbox.full = False
        await fake.settled()
    assert posted.inbox.texts == ["satu", "dua"]
    assert {status for _, status in fake.attempts} == {200, 503}
    assert len([m for m in sari.messages if m.mine]) == 1


@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET[:-1], "é"])
async def test_a_forger_is_refused_and_nothing_is_kept(posted: Posted, secret: str | None) -> None:
    async with posted.serving():
        assert await posted.post(b'{"update_id": 1}', secret) == 403
    assert posted.inbox.kept == {}


async def test_a_body_over_the_limit_is_read_no_further(posted: Posted) -> None:
    async with posted.serving():
        assert await posted.post(b" " * (LARGEST + 1)) == 413
        assert await posted.post(b" " * LARGEST) == 200
    assert len(posted.inbox.kept) == 1


@pytest.mark.parametrize("body", [b"", b"{", b"[1]", b'{"update_id": 5}', b"\xff\xfe"])
async def test_what_cannot_be_read_is_kept_once_and_acknowledged(posted: Posted, body: bytes) -> None:
    async with posted.serving():
        assert [await posted.post(body), await posted.post(body)] == [200, 200]
    ((envelope, kept),) = posted.inbox.kept.values()
    assert (envelope.address, kept) == ("unreadable", body)
