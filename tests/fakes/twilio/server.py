"""The fake Twilio over real HTTP: `with FakeTwilio() as fake:` serves api, content and media under one `url`.

Steps of a call: planned fault, Basic auth, the resource. Media answer with a redirect to another host, where
credentials must not follow (`fake.world.leaked` keeps those that did). `fake.calls` keeps each call in order.
"""

from __future__ import annotations

import asyncio
import base64
import time
from dataclasses import dataclass
from functools import partial
from typing import Any

import aiohttp
from aiohttp import web

from tests.fakes.served import Served, broken, cut, half
from tests.fakes.twilio.callbacks import Callbacks, Post
from tests.fakes.twilio.content import Contents
from tests.fakes.twilio.faults import Broken, Fails, Fault, Lost, Planned, Refuse, Refused, Reset, Slow
from tests.fakes.twilio.messages import Messages
from tests.fakes.twilio.people import Person
from tests.fakes.twilio.places import Place, places
from tests.fakes.twilio.world import World


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came; `at` in monotonic seconds, `outcome` the HTTP status or 0 when it broke.

    line   its method and address
    """

    at: float
    what: str
    params: dict[str, Any]
    outcome: int
    line: str = ""


class FakeTwilio(Served):
    """`url` is what SAKSI_TWILIO_API_URL is set to. Usable from any thread and any event loop."""

    def __init__(self, port: int = 0, seed: int = 1) -> None:
        self.port, self.url = port, ""
        self.world = World(seed)
        self.calls: list[Call] = []
        self._messages, self._contents = Messages(self.world), Contents(self.world)
        self._faults: list[Planned] = []
        self.callbacks = Callbacks(self.world)
        super().__init__(self.world, self.callbacks)

    @property
    def account(self) -> str:
        return self.world.account

    @property
    def token(self) -> str:
        return self.world.token

    @property
    def sender(self) -> str:
        return self.world.sender

    @property
    def posts(self) -> list[Post]:
        return self.callbacks.posts

    def connect(self, url: str) -> None:
        """What the sender's page says: where messages are posted."""
        self.callbacks.url = url

    def person(self, name: str, number: str | None = None, scoped: str = "") -> Person:
        """`number` "" is a person known by `scoped` alone."""
        with self.world.lock:
            given = f"+62812{self.world.random.randrange(10**6, 10**8)}" if number is None else number
            made = Person(self.world, name, given, scoped)
            self.world.people[made.address] = made
            return made

    def fault(
        self, what: str, fault: Fault, times: int = 1, to: str | None = None, share: float = 1.0
    ) -> Planned:
        """`what`: create, list, delete, media, cdn, content … or "" for any; `to` an address; `share` of the calls."""
        with self.world.lock:
            self._faults.append(Planned(what, fault, times, to, share))
            return self._faults[-1]

    def calm(self) -> None:
        with self.world.lock:
            self._faults.clear()

    def hold(self, held: bool = True) -> None:
        """Nothing that was sent arrives, and no status is told, while held."""
        with self.world.lock:
            self.callbacks.held = held
            self.world.changed()

    def approve(self, status: str = "approved") -> None:
        """Meta has looked at everything that was submitted."""
        with self.world.lock:
            for content in self.world.contents.values():
                if content.status != "unsubmitted":
                    content.status = status
            self.world.changed()

    def called(self, what: str) -> list[Call]:
        return [call for call in self.calls if call.what == what]

    async def settled(self, count: int, within: float = 10) -> None:
        """Wait until so many posts of ours were answered."""
        if not await self.world.bell.until(lambda: len(self.posts) >= count, within):
            raise AssertionError(f"only {len(self.posts)} posts were made")

    async def idle(self, within: float = 30) -> None:
        """Wait until everything that people sent, and every status, was posted and answered."""
        if not await self.world.bell.until(lambda: self.callbacks.idle, within):
            raise AssertionError(f"{self.callbacks.under_way} messages are still being told of")

    async def post(self, url: str, form: dict[str, str], signed: str | None = None) -> int:
        """Post a form as Twilio would, or with any other signature."""
        async with aiohttp.ClientSession() as client:
            return await self.callbacks.post(client, url, form, signed)

    async def open(self) -> None:
        self.port = await self.site(self._routes(), self.port)
        self.url = self.world.url = f"http://127.0.0.1:{self.port}"
        self.world.cdn = f"http://localhost:{await self.site(self._elsewhere())}/media"

    def _routes(self) -> web.Application:
        app = web.Application()
        for place in places(self._messages, self._contents):
            app.router.add_route(place.method, place.path, partial(self._answer, place=place))
        return app

    def _elsewhere(self) -> web.Application:
        app = web.Application()
        app.router.add_get("/media/{sid}", self._bytes)
        return app

    async def _answer(self, request: web.Request, place: Place) -> web.StreamResponse:
        what = place.what
        params = await self._params(request)
        at, status = time.monotonic(), 0
        fault = self._planned(what, params.get("To"))
        try:
            if isinstance(fault, Reset):
                return cut(request)
            if isinstance(fault, Broken):
                status = fault.status
                return broken(status)
            try:
                self._admit(request, fault)
                made = place.act(request.match_info, params, fault if isinstance(fault, Fails) else None)
                status = place.status
            except Refused as refused:
                status = refused.status
                headers = {} if refused.after is None else {"Retry-After": str(refused.after)}
                return web.json_response(refused.body, status=status, headers=headers)
            if isinstance(fault, Slow):
                await asyncio.sleep(fault.seconds)
            if isinstance(fault, Lost):
                status = 0
                return cut(request)
            if place.status == 307:
                return web.Response(status=307, headers={"Location": made})
            return (
                web.Response(status=204)
                if place.status == 204
                else web.json_response(made, status=place.status)
            )
        finally:
            with self.world.lock:
                self.calls.append(Call(at, what, params, status, f"{request.method} {request.path_qs}"))
                self.world.bell.ring()

    async def _params(self, request: web.Request) -> dict[str, Any]:
        if request.content_type == "application/json":
            given: dict[str, Any] = await request.json()
            return given
        form = await request.post() if request.method == "POST" else {}
        return {key: str(value) for key, value in [*request.query.items(), *form.items()]}

    def _admit(self, request: web.Request, fault: Fault | None) -> None:
        if isinstance(fault, Refuse):
            raise Refused(fault.status, fault.code, fault.message, fault.after)
        expected = base64.b64encode(f"{self.world.account}:{self.world.token}".encode()).decode()
        if request.headers.get("Authorization") != f"Basic {expected}":
            raise Refused(401, 20003, "Authenticate")
        if request.match_info.get("account", self.world.account) != self.world.account:
            raise Refused(404, 20404, "The requested resource was not found")

    def _planned(self, what: str, to: str | None) -> Fault | None:
        with self.world.lock:
            for planned in self._faults:
                if planned.meets(what, to) and (
                    planned.share == 1 or self.world.random.random() < planned.share
                ):
                    planned.times -= 1
                    return planned.fault
        return None

    async def _bytes(self, request: web.Request) -> web.StreamResponse:
        """Where media really lie: a stranger, to whom nobody shows credentials."""
        if "Authorization" in request.headers:
            self.world.leaked.append(request.headers["Authorization"])
            return web.Response(status=400)
        fault = self._planned("cdn", None)
        if isinstance(fault, Reset):
            return cut(request)
        if isinstance(fault, Broken | Refuse):
            return web.Response(status=fault.status)
        found = self.world.media.get(request.match_info["sid"])
        if found is None:
            return web.Response(status=404)
        if isinstance(fault, Lost):
            return await half(request, found.body)
        return web.Response(body=found.body, content_type=found.type)
