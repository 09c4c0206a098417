"""A fake over real HTTP: it answers in a thread and an event loop of its own from `with` to its end."""

from __future__ import annotations

import asyncio
import threading
from types import TracebackType
from typing import Protocol, Self

from aiohttp import web

from tests.fakes.state import State

PATIENCE = 30.0
HTML = "<html><head><title>{0}</title></head><body>{0}</body></html>"


class Posts(Protocol):
    async def run(self) -> None:
        """Post to our webhook until cancelled."""


class Served:
    """`open` binds its sites and says where they are; what it posts by itself it posts meanwhile."""

    def __init__(self, state: State, posts: Posts) -> None:
        self._state, self._posts = state, posts
        self._runners: list[web.AppRunner] = []
        self._loop = asyncio.new_event_loop()
        self._stop = asyncio.Event()
        self._ready = threading.Event()
        self._thread = threading.Thread(
            target=lambda: self._loop.run_until_complete(self._serve()), daemon=True
        )

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(PATIENCE):
            raise RuntimeError(f"{type(self).__name__} did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(PATIENCE)
        self._loop.close()

    def turn(self, *, hours: float = 0, seconds: float = 0) -> None:
        """Turn the clock of the service forward."""
        with self._state.lock:
            self._state.turned += hours * 3600 + seconds
            self._state.changed()

    async def open(self) -> None:
        raise NotImplementedError

    async def site(self, app: web.Application, port: int = 0) -> int:
        """Serve it; returns the port, by default any that is free."""
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        self._runners.append(runner)
        await runner.setup()
        await web.TCPSite(runner, "127.0.0.1", port).start()
        bound: int = runner.addresses[0][1]
        return bound

    async def _serve(self) -> None:
        await self.open()
        posting = asyncio.create_task(self._posts.run())
        self._ready.set()
        await self._stop.wait()
        posting.cancel()
        await asyncio.gather(posting, return_exceptions=True)
        for runner in self._runners:
            await runner.cleanup()
        left = asyncio.all_tasks() - {asyncio.current_task()}  # slow answers, calls whose caller was killed
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)


def broken(status: int) -> web.Response:
    """What a proxy in between answers: not JSON."""
    return web.Response(status=status, text=HTML.format(status), content_type="text/html")


def cut(request: web.Request) -> web.Response:
    """The connection breaks before an answer."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def half(request: web.Request, body: bytes) -> web.Response:
    """The connection breaks in the middle of a file."""
    answer = web.StreamResponse(headers={"Content-Length": str(len(body))})
    await answer.prepare(request)
    await answer.write(body[: len(body) // 2])
    return cut(request)
