"""Signed webhooks of WhatsApp accepted per second, against Telegram's in the same run, in turns of a round each."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import statistics
import subprocess
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

import aiohttp

from scripts.bench.served import SECRET, SENDER
from scripts.bench.start import worked
from scripts.bench.talk import updates
from scripts.bench.turns import ABREAST, PORT, started

ROUNDS = 15
WARM = 1
"""Rounds before those that count: imports, connections, the first pages of the database."""
CITIZENS = 40
"""Of a round; each says eleven lines, and all are side by side."""
GOAL = 0.7
URL = f"http://127.0.0.1:{PORT}"
Post = tuple[str, bytes, dict[str, str]]
Rate = tuple[float, float]
"""Webhooks accepted in a second, and in a second of the service's processor time, which a busy machine leaves alone."""


def report(folder: Path) -> Iterator[str]:
    """Webhooks of both channels, each stored before its 200; goal: WhatsApp's at 0.7 of Telegram's or more."""
    child = started(folder, "accepts")
    try:
        rounds = asyncio.run(posted(child))
    finally:
        child.terminate()
        child.wait(20)
    signed, plain = ([both[at] for both in rounds] for at in (0, 1))
    yield f"WhatsApp, signed     {told_of(signed)}   a form of sixteen fields and its HMAC"
    yield f"Telegram, its secret {told_of(plain)}   the same lines of the same citizens"
    for what, name, bound in ((0, "by the clock", "by commits"), (1, "by processor", "by Python")):
        low, middle, high = statistics.quantiles((one[what] / two[what] for one, two in rounds), n=4)
        yield (
            f"ratio {name:<14} {middle:7.2f}      goal {GOAL}; the middle of {ROUNDS} rounds by turns, half of them "
            f"{low:.2f} to {high:.2f}; {bound}"
        )


def told_of(rounds: Sequence[Rate]) -> str:
    clock, processor = (statistics.median(rates) for rates in zip(*rounds, strict=True))
    return f"{clock:7.0f} /s, {processor:.0f} in each second of the processor"


async def posted(child: subprocess.Popen[bytes]) -> list[tuple[Rate, Rate]]:
    """WhatsApp's rate and Telegram's, of each round."""
    rounds = []
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=ABREAST)) as client:
        for number in range(WARM + ROUNDS):
            plain = list(updates(CITIZENS, 1 + number * 10_000))
            both = [forms(plain), [told(body) for _, body in plain]]
            if number % 2:
                both.reverse()
            rates = [await rate(client, child, posts) for posts in both]
            rounds.append((rates[number % 2], rates[1 - number % 2]))
    return rounds[WARM:]


async def rate(client: aiohttp.ClientSession, child: subprocess.Popen[bytes], posts: Sequence[Post]) -> Rate:
    left = iter(posts)

    async def one_after_another() -> None:
        for url, body, headers in left:
            async with client.post(url, data=body, headers=headers) as answer:
                assert answer.status == 200, answer.status

    begun, worked_before = time.perf_counter(), worked(child)
    await asyncio.gather(*(one_after_another() for _ in range(ABREAST)))
    return len(posts) / (time.perf_counter() - begun), len(posts) / (worked(child) - worked_before)


def told(body: bytes) -> Post:
    """As Telegram posts an update."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET, "Content-Type": "application/json"}
    return f"{URL}/telegram/webhook", body, headers


def forms(plain: Sequence[tuple[int, bytes]]) -> list[Post]:
    """The same messages as Twilio posts them. https://www.twilio.com/docs/messaging/guides/webhook-request"""
    return [_form(chat, json.loads(body)["message"]) for chat, body in plain]


def _form(chat: int, message: dict[str, object]) -> Post:
    sid, number = f"SM{message['message_id']:032x}", f"+62812{chat}"
    form = {
        "MessageSid": sid, "SmsMessageSid": sid, "SmsSid": sid, "AccountSid": "AC" + "0" * 32,
        "From": f"whatsapp:{number}", "To": f"whatsapp:{SENDER}", "WaId": number[1:], "ProfileName": "Sari",
        "Body": str(message["text"]), "MessageType": "text", "NumMedia": "0", "NumSegments": "1",
        "ReferralNumMedia": "0", "SmsStatus": "received", "ApiVersion": "2010-04-01",
        "ChannelMetadata": '{"type":"whatsapp","data":{"context":{"ProfileName":"Sari"}}}',
    }  # fmt: skip
    url = f"{URL}/whatsapp/webhook"
    signed = url + "".join(name + form[name] for name in sorted(form))
    made = base64.b64encode(hmac.new(SECRET.encode(), signed.encode(), hashlib.sha1).digest()).decode()
    headers = {"X-Twilio-Signature": made, "Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
    return url, urlencode(form).encode(), headers
