"""The webhook side of the fake: in order per chat, chats side by side, again until the answer is 2xx."""

from __future__ import annotations

import asyncio
import re
import time
from typing import Any

import aiohttp

from tests.fakes.telegram.faults import Refused
from tests.fakes.telegram.world import Update, World

PAUSE = 0.05  # seconds before the second attempt, doubling; the real server starts with about one second
LONGEST = 2.0
PATIENCE = 10.0


class Webhook:
    """`url` is empty while updates are polled for."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.url = ""
        self.attempts: list[tuple[int, int]] = []
        self._secret = ""
        self._connections = 40
        self._error: tuple[int, str] | None = None
        self._set_at = -10.0
        self._busy: set[int] = set()

    def set(self, p: dict[str, Any]) -> bool:
        if time.monotonic() - self._set_at < 1:
            raise Refused(429, "Too Many Requests: retry after 1", {"retry_after": 1})
        if not re.fullmatch(r"https?://[^\s/]+(/\S*)?", p["url"]) and p["url"]:
            raise Refused(400, "Bad Request: bad webhook: invalid URL")
        secret = p.get("secret_token", "")
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret):
            raise Refused(400, "Bad Request: secret token contains unallowed characters")
        if not 1 <= p.get("max_connections", 40) <= 100:
            raise Refused(400, "Bad Request: max_connections is out of range")
        self._set_at = time.monotonic()
        with self.world.lock:
            self.url, self._secret, self._connections = p["url"], secret, p.get("max_connections", 40)
            if "allowed_updates" in p:
                self.world.allowed = list(p["allowed_updates"])
            if p.get("drop_pending_updates"):
                self.world.updates.clear()
            self.world.changed()
        return True

    def delete(self, p: dict[str, Any]) -> bool:
        with self.world.lock:
            self.url, self._secret, self._error = "", "", None
            if p.get("drop_pending_updates"):
                self.world.updates.clear()
            self.world.changed()
        return True

    def info(self) -> dict[str, Any]:
        pending = len(self.world.pending())
        body = {"url": self.url, "has_custom_certificate": False, "pending_update_count": pending}
        if self.url:
            body["max_connections"] = self._connections
        if self.world.allowed:
            body["allowed_updates"] = self.world.allowed
        if self._error:
            body |= {"last_error_date": self._error[0], "last_error_message": self._error[1]}
        return body

    async def run(self) -> None:
        """Until cancelled."""
        patience = aiohttp.ClientTimeout(total=PATIENCE)
        async with aiohttp.ClientSession(timeout=patience) as client, asyncio.TaskGroup() as posting:
            while True:
                update = await self.world.bell.until(self._next, 60)
                if update is not None:
                    self._busy.add(update.chat)
                    posting.create_task(self._post(client, update))

    def _next(self) -> Update | None:
        if not self.url or len(self._busy) >= self._connections:
            return None
        with self.world.lock:
            return next((update for update in self.world.pending() if update.chat not in self._busy), None)

    async def _post(self, client: aiohttp.ClientSession, update: Update) -> None:
        pause = PAUSE
        try:
            while self.url and any(u.id == update.id for u in self.world.pending()):
                status = await self._attempt(client, update)
                self.attempts.append((update.id, status))
                if 200 <= status < 300:
                    with self.world.lock:
                        self.world.drop(update.id)
                    return
                wrong = f"Wrong response from the webhook: {status}" if status else "Connection refused"
                self._error = (int(self.world.now()), wrong)
                await asyncio.sleep(pause)
                pause = min(pause * 2, LONGEST)
        finally:
            self._busy.discard(update.chat)
            self.world.changed()

    async def _attempt(self, client: aiohttp.ClientSession, update: Update) -> int:
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        try:
            async with client.post(self.url, json=update.body, headers=headers) as answer:
                await answer.read()
                return answer.status
        except (TimeoutError, aiohttp.ClientError):
            return 0
