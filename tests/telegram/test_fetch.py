"""A file comes byte for byte, never more than allowed, and what cannot come says why."""

from __future__ import annotations

import traceback

import pytest
from telegram import Bot

from handlers.channel import FetchFailed
from handlers.telegram.fetch import fetch
from tests.fakes.telegram.faults import Broken, Fault, Lost, Refuse, Reset, TooMany
from tests.fakes.telegram.server import FakeTelegram

BODY = bytes(range(256)) * 1000


async def whole(bot: Bot, source: str, limit: int = 10**6) -> bytes:
    return b"".join([piece async for piece in fetch(bot, source, limit)])


def document(fake: FakeTelegram, size: int | None = None) -> str:
    sent = fake.person("Sari").send_document(BODY, "surat.pdf", size=size)
    return str(sent.content["document"]["file_id"])


async def test_a_document_comes_byte_for_byte(bot: Bot, fake: FakeTelegram) -> None:
    assert await whole(bot, document(fake)) == BODY


async def test_over_twenty_megabytes_telegram_gives_it_to_no_bot(bot: Bot, fake: FakeTelegram) -> None:
    with pytest.raises(FetchFailed) as caught:
        await whole(bot, document(fake, size=20 * 1024 * 1024 + 1))
    assert (caught.value.reason, caught.value.again) == ("too-large", False)


@pytest.mark.parametrize("told", [None, 10])
async def test_one_byte_over_the_limit_is_too_large_whatever_was_told(
    bot: Bot, fake: FakeTelegram, told: int
) -> None:
    with pytest.raises(FetchFailed) as caught:
        await whole(bot, document(fake, size=told), limit=len(BODY) - 1)
    assert (caught.value.reason, caught.value.again) == ("too-large", False)
    assert await whole(bot, document(fake), limit=len(BODY)) == BODY


FAULTS: list[tuple[str, Fault, str, bool]] = [
    ("getFile", TooMany(5), "too-many", True),
    ("getFile", Broken(502), "network", True),
    ("getFile", Reset(), "network", True),
    ("getFile", Refuse(400, "Bad Request: invalid file_id"), "gone", False),
    (
        "getFile",
        Refuse(400, "Bad Request: wrong file_id or the file is temporarily unavailable"),
        "gone",
        True,
    ),
    ("getFile", Refuse(401, "Unauthorized"), "token", True),
    ("file", Refuse(404, "Not Found"), "gone", True),
    ("file", Broken(503), "network", True),
    ("file", Reset(), "network", True),
    ("file", Lost(), "network", True),
]


@pytest.mark.parametrize(("method", "fault", "reason", "again"), FAULTS)
async def test_what_does_not_come_says_why_and_never_the_token(
    bot: Bot, fake: FakeTelegram, method: str, fault: Fault, reason: str, again: bool
) -> None:
    source = document(fake)
    fake.fault(
        method, fault, times=2 if method == "file" and isinstance(fault, Reset) else 1
    )  # GET is asked twice
    with pytest.raises(FetchFailed) as caught:
        await whole(bot, source)
    assert (caught.value.reason, caught.value.again) == (reason, again)
    assert fake.token.partition(":")[2] not in "".join(traceback.format_exception(caught.value))
    assert await whole(bot, source) == BODY
