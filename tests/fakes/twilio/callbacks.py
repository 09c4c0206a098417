"""What Twilio posts to us: inbound webhooks and status callbacks, signed as it signs them."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
from collections.abc import Coroutine
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import aiohttp

from tests.fakes.twilio.world import Message, World

PATIENCE = aiohttp.ClientTimeout(total=15, sock_connect=5)
PAUSE = 0.2
"""Seconds between two tries."""
STEPS = ("sent", "delivered")
MEDIA = {"image/jpeg", "image/png", "application/pdf", "video/mp4", "audio/mpeg", "audio/mp4", "audio/ogg"}
"""https://www.twilio.com/docs/whatsapp/guidance-whatsapp-media-messages"""


def signature(url: str, form: dict[str, str], token: str, algorithm: str = "sha1") -> str:
    """https://www.twilio.com/docs/usage/security#validating-requests"""
    text = url + "".join(name + form[name] for name in sorted(form))
    return base64.b64encode(
        hmac.new(token.encode(), text.encode(), getattr(hashlib, algorithm)).digest()
    ).decode()


@dataclass
class Post:
    """One request as it was made, and its answer; 0 where nobody answered."""

    url: str
    form: dict[str, str]
    status: int
    type: str = ""
    body: str = ""


@dataclass
class Callbacks:
    """`url` is what the sender's page at Twilio says. `twice` posts everything two times.

    shuffled   status callbacks come in another order;  held  none comes until it is False again
    tries      how often a message is posted until it is taken, as with the connection override `#rc`
    under_way  messages of which not everything is posted yet
    """

    world: World
    url: str = ""
    twice: bool = False
    shuffled: bool = False
    held: bool = False
    silent: bool = False
    algorithm: str = "sha1"
    tries: int = 1
    posts: list[Post] = field(default_factory=list)
    under_way: int = 0
    _queue: asyncio.Queue[Message] | None = None

    async def run(self) -> None:
        """Until cancelled: what people sent is posted, in order for each; what was sent to them is delivered."""
        async with aiohttp.ClientSession(timeout=PATIENCE) as client, asyncio.TaskGroup() as posting:
            lanes: dict[str, asyncio.Queue[Message]] = {}

            async def lane(queue: asyncio.Queue[Message]) -> None:
                while True:
                    await self._over(self._inbound(client, await queue.get()))

            while True:
                message = await self.world.bell.until(self._next, 60)
                if message is None:
                    continue
                if message.mine:
                    posting.create_task(self._over(self._deliver(client, message)))
                    continue
                if message.sender not in lanes:
                    lanes[message.sender] = asyncio.Queue()
                    posting.create_task(lane(lanes[message.sender]))
                lanes[message.sender].put_nowait(message)

    def _next(self) -> Message | None:
        with self.world.lock:
            for at, message in enumerate(self.world.outbox):
                if message.mine and self.held:
                    continue
                self.under_way += 1
                return self.world.outbox.pop(at)
        return None

    @property
    def idle(self) -> bool:
        """Whether everything was posted."""
        with self.world.lock:
            return not (self.world.outbox or self.under_way)

    async def _over(self, posting: Coroutine[Any, Any, None]) -> None:
        try:
            await posting
        finally:
            with self.world.lock:
                self.under_way -= 1
                self.world.changed()

    async def _inbound(self, client: aiohttp.ClientSession, message: Message) -> None:
        if not self.url or self.silent:
            return
        for _ in range(2 if self.twice else 1):
            for _ in range(self.tries):
                if await self.post(client, self.url, message.form) == 200:
                    break
                await asyncio.sleep(PAUSE if self.tries > 1 else 0)

    async def _fetch(self, client: aiohttp.ClientSession, message: Message) -> None:
        """A file that goes along is fetched, without credentials, and must be one that WhatsApp takes."""
        try:
            async with client.get(message.asks) as answer:
                content, kind = await answer.read(), answer.content_type
        except (TimeoutError, aiohttp.ClientError):
            message.error = 63019
            return
        most = 5_000_000 if kind.startswith("image/") else 16_000_000
        if answer.status != 200 or kind not in MEDIA or not 0 < len(content) <= most:
            message.error = 63019
        else:
            message.picture = (kind, content)

    async def _deliver(self, client: aiohttp.ClientSession, message: Message) -> None:
        if message.asks and message.error is None:
            await self._fetch(client, message)
        person = self.world.people.get(message.to)
        steps = [*STEPS, *(["read"] if person is not None and person.reads else [])]
        if message.error is not None:
            steps = ["failed" if message.error in (63015, 63024, 63032) else "undelivered"]
        told = []
        for step in steps:
            with self.world.lock:
                message.status = step
                tick = self.world.changed()
                if message.error is None and not message.arrived:  # it comes once
                    message.arrived, message.changed = True, tick
            told.append(self._form(message, step))
        if self.shuffled:
            told.reverse()
        for form in told if message.callback else []:
            for _ in range(2 if self.twice else 1):
                await self.post(client, message.callback, form)

    def _form(self, message: Message, status: str) -> dict[str, str]:
        form = {
            "AccountSid": self.world.account, "ApiVersion": "2010-04-01", "From": message.sender, "To": message.to,
            "MessageSid": message.sid, "SmsSid": message.sid, "MessageStatus": status, "SmsStatus": status,
            "ChannelToAddress": message.to[:-4] + "XXXX", "ChannelPrefix": "whatsapp", "ChannelStatusMessage": "",
            "StructuredMessage": "false",
        }  # fmt: skip
        if message.error is not None:
            form |= {"ErrorCode": str(message.error), "ErrorMessage": "Failed"}
        if status == "read":
            form["EventType"] = "READ"
        return form

    async def post(
        self, client: aiohttp.ClientSession, url: str, form: dict[str, str], signed: str | None = None
    ) -> int:
        headers = {"Content-Type": "application/x-www-form-urlencoded; charset=UTF-8"}
        whole = url.partition("#")[0]
        headers["X-Twilio-Signature"] = (
            signature(whole, form, self.world.token, self.algorithm) if signed is None else signed
        )
        if self.algorithm == "sha256":
            headers["X-Twilio-Webhooks-Signature-Settings"] = "key=webhooks_sharedkey_1,algorithm=HMAC_SHA256"
        made = Post(whole, form, 0)
        try:
            async with client.post(whole, data=urlencode(form), headers=headers) as answer:
                made.status, made.body = answer.status, await answer.text()
                made.type = answer.headers.get("Content-Type", "")
        except (TimeoutError, aiohttp.ClientError):
            made.status = 0
        with self.world.lock:
            self.posts.append(made)
            self.world.changed()
        return made.status
