"""`saksi run` as an operator starts it: a process of its own, its folder, its ports, its log, and its end."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp

from handlers.settings import PREFIX, Settings
from handlers.stores import Stores, find
from tests.fakes.telegram.server import FakeTelegram

COMMAND = str(Path(sys.executable).with_name("saksi"))
TREE = Path(__file__).parents[2]
"""The code these tests stand beside, wherever the command was installed from."""
LATEST = 60.0
"""Seconds after which a start or an end has failed, however busy the machine is."""


class Saksi:
    """One installation. `data` is its data folder, `log` holds what every one of its processes has written.

    more   settings, such as `database_url="…"`
    """

    def __init__(self, folder: Path, fake: FakeTelegram | None = None, **more: str) -> None:
        folder.mkdir(exist_ok=True)
        self.folder = folder
        self.data = folder / "var"
        self.log = folder / "saksi.log"
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        told = {"http_port": str(self.port), "metrics_port": "0", "data_dir": str(self.data)}
        if fake is not None:
            told |= {"telegram_token": fake.token, "telegram_api_url": fake.url}
            told |= {"operator": "Bawaslu Uji", "contact": "uji@contoh.id"}
        self.told = told | more
        self.process: subprocess.Popen[bytes] | None = None
        self.began = 0.0
        self.starts = 0

    def posted(self) -> Saksi:
        """Let Telegram post to it, instead of polling."""
        self.told |= {
            "telegram_mode": "webhook",
            "telegram_secret": "secret-of-this-run",
            "public_url": self.url,
        }
        return self

    @property
    def env(self) -> dict[str, str]:
        left_out = (PREFIX, "PYTHON")
        plain = {name: value for name, value in os.environ.items() if not name.startswith(left_out)}
        return (
            plain
            | {"PYTHONPATH": str(TREE)}
            | {f"{PREFIX}{name.upper()}": value for name, value in self.told.items()}
        )

    @property
    def pid(self) -> int:
        assert self.process is not None
        return self.process.pid

    @property
    def logged(self) -> str:
        return self.log.read_text("utf-8") if self.log.exists() else ""

    def start(self, **limits: Any) -> None:
        """Start it in a process group of its own; `limits` go to Popen."""
        assert self.process is None
        with self.log.open("ab") as log:
            self.began, self.starts = time.monotonic(), self.starts + 1
            self.process = subprocess.Popen(
                [COMMAND, "run"],
                cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True, **limits,
            )  # fmt: skip

    async def ready(self, within: float = LATEST) -> float:
        """Wait until it can accept messages. Returns the seconds since its start."""
        ends = time.monotonic() + within
        while await self.readyz() != []:
            assert self.process is not None
            if self.process.poll() is not None or time.monotonic() > ends:
                raise AssertionError(f"it is not ready ({self.process.poll()}):\n{self.logged[-4000:]}")
            await asyncio.sleep(0.02)
        return time.monotonic() - self.began

    async def readyz(self) -> list[str] | None:
        """Why it cannot accept messages, [] when it can; None: nobody answers."""
        try:
            async with asked() as client, client.get(f"{self.url}/readyz") as answer:
                told = await answer.json()
        except (aiohttp.ClientError, TimeoutError, OSError):
            return None
        return list(told.get("reasons", ()))

    async def says_no(self, *reasons: str, within: float = 30) -> None:
        """Wait until it says that it cannot accept messages, because of one of these."""
        ends = time.monotonic() + within
        while not (told := await self.readyz()):
            assert time.monotonic() < ends, "/readyz still says yes"
            await asyncio.sleep(0.05)
        assert set(told) <= set(reasons)

    async def stop(self, within: float = LATEST) -> int:
        """Ask it to stop (SIGTERM), wait, and return its exit code."""
        assert self.process is not None
        self.process.terminate()
        return await self.ended(within)

    async def kill(self) -> None:
        """SIGKILL of the whole process: nothing of it can be finished."""
        assert self.process is not None
        self.process.kill()
        await self.ended(LATEST)

    async def ended(self, within: float = LATEST) -> int:
        """Wait for its own end; then nothing it started is left either."""
        assert self.process is not None
        code = await asyncio.to_thread(self.process.wait, within)
        self.clear()
        return code

    def clear(self) -> None:
        """Leave no process behind, however the test ended."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(LATEST)
        self.process = None

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Another `saksi` command beside it."""
        return subprocess.run(
            [COMMAND, *words],
            cwd=self.folder, env=self.env, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=LATEST,
            check=False,
        )  # fmt: skip

    async def run(self, *words: str) -> str:
        """What a command that must succeed prints."""
        done = await asyncio.to_thread(self.command, *words)
        assert done.returncode == 0, f"saksi {' '.join(words)}: {done.stdout}{done.stderr}"
        return done.stdout

    async def json(self, *words: str) -> Any:
        return json.loads(await self.run(*words, "--json"))

    @contextlib.contextmanager
    def stores(self) -> Iterator[Stores]:
        """What it remembers, looked at from outside."""
        settings: dict[str, Any] = {
            name: value for name, value in self.told.items() if name in ("data_dir", "database_url")
        }
        found = find(Settings(_env_file=None, **settings))
        try:
            yield found
        finally:
            found.database.dispose()

    @property
    def megabytes(self) -> float:
        """Resident memory of the process itself (Linux)."""
        pages = int(Path(f"/proc/{self.pid}/statm").read_text().split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def asked() -> aiohttp.ClientSession:
    return aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=10))


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
