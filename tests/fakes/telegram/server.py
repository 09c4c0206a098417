"""The fake Bot API over real HTTP: `with FakeTelegram() as fake:` serves `<url>/bot<token>/<method>`.

Steps of a call: planned fault, token, method, answer. `getUpdates` is here because it waits; others are in
`methods.py` and `webhook.py`. `fake.calls` keeps each call in order, with its real time.
"""

from __future__ import annotations

import asyncio
import json
import re
import time
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from tests.fakes.served import Served, broken, cut, half
from tests.fakes.telegram.faults import Broken, Fault, Lost, Planned, Refuse, Refused, Reset, Slow
from tests.fakes.telegram.groups import Group
from tests.fakes.telegram.methods import Methods
from tests.fakes.telegram.parameters import ATTACHED, typed
from tests.fakes.telegram.people import Person
from tests.fakes.telegram.webhook import Webhook
from tests.fakes.telegram.world import LINK, World

TOKEN = "7000000001:AAFakeTokenForTestsOnly-000000000000000"


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it came; `at` in monotonic seconds, `outcome` the HTTP status or 0 when it broke."""

    at: float
    method: str
    params: dict[str, str]
    outcome: int

    @property
    def chat(self) -> int:
        return int(self.params.get("chat_id", 0))


class FakeTelegram(Served):
    """`url` is what SAKSI_TELEGRAM_API_URL is set to. Usable from any thread and any event loop."""

    def __init__(self, token: str = TOKEN, port: int = 0, seed: int = 1) -> None:
        self.token, self.port, self.url = token, port, ""
        self.world = World(seed)
        self.calls: list[Call] = []
        self.people: dict[int, Person] = {}
        self._methods = Methods(self.world)
        self._faults: list[Planned] = []
        self._poll = 0
        self._webhook = Webhook(self.world)
        super().__init__(self.world, self._webhook)

    def person(self, name: str, language: str = "id", username: str = "") -> Person:
        """Somebody new with a private chat to the bot; nothing is said yet."""
        made = Person.join(self.world, name, language, username)
        self.people[made.id] = made
        return made

    def group(self, title: str, *members: Person) -> Group:
        return Group.made(self.world, title, members)

    def fault(self, method: str, fault: Fault, times: int = 1, chat: int | None = None) -> None:
        """Plan a fault for the next `times` calls that meet it; faults are used in the order of planning."""
        with self.world.lock:
            self._faults.append(Planned(method, fault, times, chat))

    def calm(self) -> None:
        """Forget the faults still planned."""
        with self.world.lock:
            self._faults.clear()

    def called(self, method: str) -> list[Call]:
        return [call for call in self.calls if call.method == method]

    @property
    def attempts(self) -> list[tuple[int, int]]:
        """What was posted to the webhook: (update id, status), 0 where nobody answered."""
        return self._webhook.attempts

    async def settled(self, within: float = 10) -> None:
        """Wait until the bot has confirmed every update."""
        left = await self.world.bell.until(lambda: not self.world.pending(), within)
        if not left:
            raise AssertionError(f"{len(self.world.pending())} updates are still not confirmed")

    async def open(self) -> None:
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._answer)
        app.router.add_get("/file/bot{token}/{path:.*}", self._download)
        self.port = await self.site(app, self.port)
        self.url = f"http://127.0.0.1:{self.port}"

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        params = await self._params(request)
        at = time.monotonic()
        try:
            chat = int(params.get("chat_id", "0"))
        except ValueError:
            chat = 0
        fault = self._planned(method, chat)
        status = 0
        try:
            if isinstance(fault, Reset):
                return cut(request)
            if isinstance(fault, Broken):
                status = fault.status
                return broken(status)
            try:
                self._admit(request.match_info["token"], fault)
                body = {"ok": True, "result": await self._result(method, params)}
                status = 200
            except Refused as refused:
                body, status = refused.body, refused.code
            if isinstance(fault, Slow):
                await asyncio.sleep(fault.seconds)
            if isinstance(fault, Lost):
                status = 0
                return cut(request)
            after = body.get("parameters", {}).get("retry_after")
            headers = {"Retry-After": str(after)} if after else {}
            return web.json_response(body, status=status, headers=headers)
        finally:
            with self.world.lock:
                self.calls.append(Call(at, method, params, status))
                self.world.bell.ring()

    async def _params(self, request: web.Request) -> dict[str, str]:
        if request.content_type == "application/json":
            given = await request.json()
            return {
                key: value if isinstance(value, str) else json.dumps(value) for key, value in given.items()
            }
        form = await request.post() if request.method == "POST" else {}
        return {key: self._kept(value) for key, value in [*request.query.items(), *form.items()]}

    def _kept(self, value: Any) -> str:
        if not isinstance(value, web.FileField):
            return str(value)
        with self.world.lock:
            return ATTACHED + self.world.store(value.file.read(), value.filename).id

    def _admit(self, token: str, fault: Fault | None) -> None:
        if not re.fullmatch(r"\d+:[\w-]{30,}", token):
            raise Refused(404, "Not Found")
        if token != self.token:
            raise Refused(401, "Unauthorized")
        if isinstance(fault, Refuse):
            raise Refused(fault.code, fault.description, fault.parameters)

    def _planned(self, method: str, chat: int | None) -> Fault | None:
        with self.world.lock:
            for planned in self._faults:
                if planned.meets(method, chat):
                    planned.times -= 1
                    return planned.fault
        return None

    async def _result(self, method: str, given: dict[str, str]) -> Any:
        match method:
            case "getUpdates":
                return await self._updates(typed(method, given))
            case "setWebhook":
                return self._webhook.set(typed(method, given))
            case "deleteWebhook":
                return self._webhook.delete(typed(method, given))
            case "getWebhookInfo":
                return self._webhook.info()
        return self._methods.call(method, given)

    async def _updates(self, p: dict[str, Any]) -> list[dict[str, Any]]:
        """The newer of two pollers goes on, the older one gets 409."""
        if self._webhook.url:
            what = "can't use getUpdates method while webhook is active"
            raise Refused(409, f"Conflict: {what}; use deleteWebhook to delete the webhook first")
        self._poll += 1
        mine, limit = self._poll, min(max(p.get("limit", 100), 1), 100)
        with self.world.lock:
            if "allowed_updates" in p:
                self.world.allowed = list(p["allowed_updates"])
            if p.get("offset"):
                self.world.confirm(p["offset"])
            self.world.changed()

        def ready() -> bool:
            return self._poll != mine or bool(self.world.pending()) or self._stop.is_set()

        await self.world.bell.until(ready, min(p.get("timeout", 0), 50))
        if self._poll != mine:
            what = "terminated by other getUpdates request; make sure that only one bot instance is running"
            raise Refused(409, f"Conflict: {what}")
        with self.world.lock:
            return [update.body for update in self.world.pending()[:limit]]

    async def _download(self, request: web.Request) -> web.StreamResponse:
        fault = self._planned("file", None)
        if isinstance(fault, Reset):
            return cut(request)
        if isinstance(fault, Broken | Refuse):
            return broken(fault.status if isinstance(fault, Broken) else fault.code)
        unique = request.match_info["path"].removeprefix("files/").partition("/")[0]
        found = next((f for f in self.world.files.values() if f.unique_id == unique), None)
        if (
            request.match_info["token"] != self.token
            or found is None
            or self.world.now() - found.linked > LINK
        ):
            return web.json_response(Refused(404, "Not Found").body, status=404)
        if isinstance(fault, Slow):
            await asyncio.sleep(fault.seconds)
        if isinstance(fault, Lost):
            return await half(request, found.body)
        return web.Response(body=found.body, content_type="application/octet-stream")
