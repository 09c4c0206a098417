"""The page under load: 50 browsers have it open, each with its stream, and write in turn; `saksi run` as it is.

Measured from the first byte of a post to its bubble on the page that sent it, and to the answer's bubble there.
"""

from __future__ import annotations

import asyncio
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

PORT = 18_732
PHONES, POSTS, EVERY = 50, 8, 4.0
"""Browsers, posts of each, and seconds between two of one: a person who types fast."""
GOAL = 300
"""Milliseconds to a bubble, for 95 of 100."""
LIGHT = 60
"""Kilobytes that the first load may take."""


@dataclass
class Measured:
    """Seconds to her own bubble and to the answer's; bytes of the first load as they come."""

    hers: list[float] = field(default_factory=list)
    ours: list[float] = field(default_factory=list)
    load: int = 0

    def lines(self) -> Iterator[str]:
        for name, times in (("own bubble", self.hers), ("answer's bubble", self.ours)):
            p50, p95, p99 = (statistics.quantiles(times, n=100)[at - 1] * 1e3 for at in (50, 95, 99))
            yield (
                f"{name:<17} in {p50:.0f} / {p95:.0f} / {p99:.0f} ms   p50 / p95 / p99 of {len(times)}, {PHONES} pages"
                f" open; goal p95 {GOAL}; by commits"
            )
        yield f"first load        {self.load / 1000:7.1f} kB   with style and script, as sent; goal {LIGHT}"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The service as an operator starts it; its address."""
    told = {
        "SAKSI_DATA_DIR": str(folder / "page"), "SAKSI_HTTP_PORT": str(PORT), "SAKSI_METRICS_PORT": "0",
        "SAKSI_WEBCHAT": "on", "SAKSI_OPERATOR": "Uji", "SAKSI_CONTACT": "uji@contoh.id",
    }  # fmt: skip
    command = [str(Path(sys.executable).with_name("saksi")), "run"]
    with subprocess.Popen(command, cwd=folder, env=os.environ | told, stderr=subprocess.DEVNULL) as child:
        try:
            yield f"http://127.0.0.1:{PORT}"
        finally:
            child.terminate()


class Phone:
    """One browser. `came` are the bubbles of its stream, in order, with their moment."""

    def __init__(self, url: str, measured: Measured) -> None:
        self._url = url
        self._measured = measured
        self._client = aiohttp.ClientSession(cookie_jar=aiohttp.CookieJar(unsafe=True))
        self._came: asyncio.Queue[tuple[float, str]] = asyncio.Queue()
        self._csrf = ""

    async def open(self) -> asyncio.Task[None]:
        async with self._client.get(f"{self._url}/chat") as answer:
            found = re.search(r'name="csrf" value="(\w+)"', await answer.text())
        assert found is not None
        self._csrf = found[1]
        opened = asyncio.Event()
        task = asyncio.create_task(self._listen(opened))
        await opened.wait()
        return task

    async def write(self, number: int) -> None:
        """Post, then wait for both bubbles."""
        told = {"csrf": self._csrf, "id": f"kiriman-{number}", "text": f"pesan {number}"}
        begun = time.perf_counter()
        async with self._client.post(
            f"{self._url}/chat", data=told, headers={"HX-Request": "true"}
        ) as answer:
            assert answer.status == 204, answer.status
        for kind, times in (("hers", self._measured.hers), ("ours", self._measured.ours)):
            while True:
                at, came = await asyncio.wait_for(self._came.get(), 30)
                if came == kind:
                    times.append(at - begun)
                    break

    async def close(self) -> None:
        await self._client.close()

    async def _listen(self, opened: asyncio.Event) -> None:
        patience = aiohttp.ClientTimeout(total=None)
        async with self._client.get(f"{self._url}/chat/events", timeout=patience) as answer:
            async for line in answer.content:
                opened.set()
                if found := re.search(rb'class="bubble (hers|ours)', line):
                    self._came.put_nowait((time.perf_counter(), found[1].decode()))


async def first_load(url: str) -> int:
    """Bytes of the page and of what it names, as a browser gets them."""
    plain = {"Accept-Encoding": "gzip"}
    async with aiohttp.ClientSession(auto_decompress=False, headers=plain) as client:
        async with client.get(f"{url}/chat") as answer:
            page = await answer.read()
        total = len(page)
        for name in set(re.findall(rb'(?:src|href)="(/static/[^"]+)"', page)):
            async with client.get(f"{url}{name.decode()}") as answer:
                total += len(await answer.read())
    return total


async def measure(url: str) -> Measured:
    measured = Measured()
    await ready(url)
    measured.load = await first_load(url)
    phones = [Phone(url, measured) for _ in range(PHONES)]
    streams = [await phone.open() for phone in phones]

    async def types(place: int, phone: Phone) -> None:
        await asyncio.sleep(EVERY * place / PHONES)
        for number in range(POSTS):
            begun = time.perf_counter()
            await phone.write(number)
            await asyncio.sleep(max(0.0, EVERY - (time.perf_counter() - begun)))

    try:
        await asyncio.gather(*(types(place, phone) for place, phone in enumerate(phones)))
    finally:
        for stream in streams:
            stream.cancel()
        await asyncio.gather(*streams, return_exceptions=True)
        for phone in phones:
            await phone.close()
    return measured


async def ready(url: str) -> None:
    async with aiohttp.ClientSession() as client:
        for _ in range(600):
            try:
                async with client.get(f"{url}/readyz") as answer:
                    if answer.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)
    raise SystemExit("the service did not start")


def report(folder: Path) -> Iterator[str]:
    """Fifty open pages: from a post to its bubble and to the answer's, and how heavy the first load is."""
    with served(folder) as url:
        yield from asyncio.run(measure(url)).lines()
