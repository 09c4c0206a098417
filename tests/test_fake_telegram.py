"""The fake Telegram is as strict as the real one, or the tests that stand on it prove nothing."""

from __future__ import annotations

import asyncio
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from PIL import Image

from tests.fakes.telegram.faults import Broken, Lost, Reset, TooMany
from tests.fakes.telegram.server import FakeTelegram
from tests.fakes.telegram.world import KEPT


@pytest.fixture
def fake() -> Iterator[FakeTelegram]:
    with FakeTelegram() as made:
        yield made


async def call(fake: FakeTelegram, method: str, token: str = "", **params: Any) -> dict[str, Any]:
    url = f"{fake.url}/bot{token or fake.token}/{method}"
    async with aiohttp.ClientSession() as client, client.post(url, json=params) as answer:
        body: dict[str, Any] = await answer.json()
        return body


async def updates(fake: FakeTelegram, **params: Any) -> list[dict[str, Any]]:
    body = await call(fake, "getUpdates", **params)
    assert body["ok"], body
    found: list[dict[str, Any]] = body["result"]
    return found


def picture(width: int = 1600, height: int = 1200) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((width, height), 40).convert("RGB").save(out, "JPEG")
    return out.getvalue()


async def test_updates_stay_until_they_are_confirmed_and_no_longer_than_a_day(fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    sari.start()
    sari.say("Halo")
    first = await updates(fake)
    assert [u["message"]["text"] for u in first] == ["/start", "Halo"]
    assert await updates(fake) == first
    assert await updates(fake, offset=first[0]["update_id"] + 1) == first[1:]
    assert await updates(fake, offset=first[1]["update_id"] + 1) == []
    sari.say("lama")
    fake.turn(seconds=KEPT + 1)
    assert await updates(fake) == []


async def test_a_long_poll_answers_as_soon_as_somebody_speaks(fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    waiting = asyncio.create_task(updates(fake, timeout=20))
    await fake.world.bell.until(lambda: fake._poll == 1, 5)
    sari.say("Halo")
    assert [u["message"]["text"] for u in await asyncio.wait_for(waiting, 5)] == ["Halo"]


async def test_the_older_of_two_pollers_is_told_conflict(fake: FakeTelegram) -> None:
    older = asyncio.create_task(call(fake, "getUpdates", timeout=20))
    await fake.world.bell.until(lambda: fake._poll == 1, 5)
    assert (await call(fake, "getUpdates"))["ok"]
    assert (await older)["error_code"] == 409


async def test_only_the_kinds_asked_for_are_told(fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    await updates(fake, allowed_updates=["message"])
    sari.edit(sari.say("Halo"), "Halo!")
    assert [list(u)[1] for u in await updates(fake)] == ["message"]


@pytest.mark.parametrize(
    ("params", "code", "text"),
    [
        ({"text": "x" * 4097}, 400, "message is too long"),
        ({"text": "  \u200b "}, 400, "text must be non-empty"),
        ({}, 400, "message text is empty"),
        ({"text": "<b>a", "parse_mode": "HTML"}, 400, "can't parse entities"),
        ({"text": "a <dan> b", "parse_mode": "HTML"}, 400, "can't parse entities"),
        ({"text": "a", "parse_mode": "Markdown"}, 400, "unsupported parse_mode"),
        ({"text": "a", "colour": "red"}, 400, "unknown parameter"),
        ({"text": "a", "chat_id": 1}, 400, "chat not found"),
        ({"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b"}]]}}, 400, "unallowed"),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": "é" * 33}]]}},
            400,
            "DATA",
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b", "callback_data": ""}]]}},
            400,
            "DATA",
        ),
        (
            {"text": "a", "reply_markup": {"inline_keyboard": [[{"text": "b", "url": "https://a.id"}] * 9]}},
            400,
            "row",
        ),
        (
            {
                "text": "a",
                "reply_markup": {"inline_keyboard": [[{"text": "b", "url": "https://a.id"}]] * 101},
            },
            400,
            "too long",
        ),
    ],
)
async def test_what_the_real_server_refuses_is_refused(
    fake: FakeTelegram, params: dict[str, Any], code: int, text: str
) -> None:
    sari = fake.person("Sari")
    body = await call(fake, "sendMessage", **{"chat_id": sari.id} | params)
    assert body["error_code"] == code
    assert text in body["description"]
    assert sari.messages == []


async def test_length_counts_after_the_html_and_in_utf16(fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    assert (
        await call(fake, "sendMessage", chat_id=sari.id, text=f"<b>{'&lt;' * 4096}</b>", parse_mode="HTML")
    )["ok"]
    assert not (await call(fake, "sendMessage", chat_id=sari.id, text="🙏" * 2049))["ok"]


async def test_a_wrong_token_a_blocked_bot_and_a_gone_account(fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    assert (await call(fake, "getMe", token="1:" + "x" * 35))["error_code"] == 401
    sari.block()
    assert (
        "blocked by the user" in (await call(fake, "sendMessage", chat_id=sari.id, text="a"))["description"]
    )
    sari.unblock()
    assert (await call(fake, "sendMessage", chat_id=sari.id, text="a"))["ok"]
    sari.deactivate()
    assert (await call(fake, "sendMessage", chat_id=sari.id, text="a"))["error_code"] == 403


async def test_edits_deletions_and_presses_follow_the_rules(fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    keys = {"inline_keyboard": [[{"text": "Ya", "callback_data": "d:q:ya"}]]}
    sent = (await call(fake, "sendMessage", chat_id=sari.id, text="Benar?", reply_markup=keys))["result"]
    about = {"chat_id": sari.id, "message_id": sent["message_id"]}
    query = sari.press("Ya")
    assert (await updates(fake))[-1]["callback_query"]["data"] == "d:q:ya"
    same = await call(fake, "editMessageText", **about, text="Benar?", reply_markup=keys)
    assert "message is not modified" in same["description"]
    assert (await call(fake, "editMessageText", **about, text="Benar."))["ok"]
    assert sari.last.buttons == []
    fake.turn(seconds=61)
    assert (
        "query is too old"
        in (await call(fake, "answerCallbackQuery", callback_query_id=query))["description"]
    )
    young = (await call(fake, "sendMessage", chat_id=sari.id, text="Halo"))["result"]["message_id"]
    fake.turn(hours=47.99)
    assert not (await call(fake, "deleteMessages", chat_id=sari.id, message_ids=[sent["message_id"], young]))[
        "ok"
    ]
    assert (await call(fake, "deleteMessages", chat_id=sari.id, message_ids=[young, 999_999]))["ok"]
    gone = await call(fake, "editMessageText", **about | {"message_id": young}, text="a")
    assert "message to edit not found" in gone["description"]


async def test_a_photo_comes_in_sizes_without_exif_and_a_large_file_is_refused(fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    sizes = sari.send_photo(picture()).content["photo"]
    assert [max(s["width"], s["height"]) for s in sizes] == [90, 320, 800, 1280]
    told = (await call(fake, "getFile", file_id=sizes[-1]["file_id"]))["result"]
    link = f"{fake.url}/file/bot{fake.token}/{told['file_path']}"
    async with aiohttp.ClientSession() as client:
        async with client.get(link) as answer:
            body = await answer.read()
        assert len(body) == told["file_size"]
        assert not Image.open(io.BytesIO(body)).getexif()
        fake.turn(hours=1.1)
        async with client.get(link) as answer:
            assert answer.status == 404
    big = sari.send_document(b"%PDF", "a.pdf", size=21 * 1024 * 1024).content["document"]
    assert "file is too big" in (await call(fake, "getFile", file_id=big["file_id"]))["description"]


async def test_faults_come_as_planned_and_lost_means_done(fake: FakeTelegram) -> None:
    sari = fake.person("Sari")
    fake.fault("sendMessage", TooMany(3), chat=sari.id)
    assert (await call(fake, "sendMessage", chat_id=sari.id, text="a"))["parameters"] == {"retry_after": 3}
    fake.fault("", Broken(503))
    with pytest.raises(aiohttp.ContentTypeError):
        await call(fake, "getMe")
    fake.fault("sendMessage", Reset())
    with pytest.raises(aiohttp.ClientConnectionError):
        await call(fake, "sendMessage", chat_id=sari.id, text="b")
    assert sari.messages == []
    fake.fault("sendMessage", Lost())
    with pytest.raises(aiohttp.ClientConnectionError):
        await call(fake, "sendMessage", chat_id=sari.id, text="c")
    assert [m.text for m in sari.messages] == ["c"]
    assert [c.outcome for c in fake.called("sendMessage")] == [429, 0, 0]


async def test_it_runs_as_a_process_of_its_own() -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.fakes.telegram",
        cwd=Path(__file__).parents[1], stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin
    assert process.stdout
    told = json.loads(await process.stdout.readline())
    process.stdin.write(b'{"person": "Sari", "do": "say", "with": ["Halo"]}\n')
    assert json.loads(await process.stdout.readline()) == {"screen": "> Halo"}
    url = f"{told['url']}/bot{told['token']}/getUpdates"
    async with aiohttp.ClientSession() as client, client.get(url) as answer:
        assert [u["message"]["text"] for u in (await answer.json())["result"]] == ["Halo"]
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 10) == 0
