"""Our own web application on a real port of this machine."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from fastapi import FastAPI

from handlers.web import server


@asynccontextmanager
async def serving(app: FastAPI) -> AsyncIterator[str]:
    """Yields the address, such as http://127.0.0.1:40123."""
    serving = server(app, "127.0.0.1", 0)
    task = asyncio.create_task(serving.serve())
    while not serving.started:
        if task.done():
            await task
        await asyncio.sleep(0.01)
    port = serving.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        serving.should_exit = True
        await task


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The same in a thread of its own, for tests that wait for nothing else."""
    started, ended = threading.Event(), threading.Event()
    told: list[str] = []

    async def serve() -> None:
        async with serving(app) as url:
            told.append(url)
            started.set()
            await asyncio.to_thread(ended.wait)

    thread = threading.Thread(target=asyncio.run, args=(serve(),))
    thread.start()
    assert started.wait(30)
    try:
        yield told[0]
    finally:
        ended.set()
        thread.join()
