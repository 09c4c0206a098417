"""The public port: `/healthz` (alive), `/readyz` (can accept), and the routers of the channels that are set up."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Iterable, Sequence

import structlog
import uvicorn
from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse
from fastapi.telemetry import TelemetryConfig
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LARGEST = 1024 * 1024
"""Bytes of a request's body. No webhook sends files; a message is a few thousand."""

SILENT: TelemetryConfig = {
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}
"""FastAPI would send requests and exceptions with their messages to whatever the environment names."""

PATIENCE = 5.0
"""Seconds that `/readyz` waits: a database that hangs is a database that is not there."""

IDLE = 150
"""Seconds that a connection stays open while nothing is said: longer than a proxy in front of us keeps one (Caddy two
minutes, nginx one), so that no message goes out over a connection that we are just closing, and is lost."""

HEADERS = {
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}
"""What an answer says unless it says otherwise itself."""

Ready = Callable[[], Sequence[str]]
"""Why messages cannot be accepted now, as short keys (`database`, `disk`, `keys`), never a path; empty: they can.
Blocking; called in a thread."""

log = structlog.get_logger(__name__)


def create(ready: Ready, routers: Iterable[APIRouter] = (), patience: float = PATIENCE) -> FastAPI:
    """The application: no page lists what it can do."""
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None, max_body_size=LARGEST, telemetry=SILENT)
    readiness = Readiness(ready, patience)

    @app.get("/healthz", include_in_schema=False)
    async def healthz() -> JSONResponse:
        return JSONResponse({"status": "alive"})

    @app.get("/readyz", include_in_schema=False)
    async def readyz() -> JSONResponse:
        reasons = await readiness.reasons()
        if reasons:
            return JSONResponse({"status": "not ready", "reasons": reasons}, status_code=503)
        return JSONResponse({"status": "ready"})

    for router in routers:
        app.include_router(router)
    return app


def server(app: FastAPI, host: str, port: int) -> uvicorn.Server:
    """A uvicorn server that logs where we log, keeps no access log (addresses), and trusts no proxy's word.

    Every answer has the headers above, also those that FastAPI makes outside its middleware: a fault, too much.
    """
    return uvicorn.Server(
        uvicorn.Config(
            Headers(app),
            host=host,
            port=port,
            access_log=False,
            log_config=None,
            proxy_headers=False,
            server_header=False,
            timeout_keep_alive=IDLE,
            timeout_graceful_shutdown=10,
        )
    )


def bound(host: str, port: int) -> socket.socket:
    """The port, ours from now on; nobody is let in yet. Raises OSError."""
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    return made


async def serve(app: FastAPI, door: socket.socket) -> None:
    """Serve at a bound port until cancelled; who was let in is answered first."""
    host, port = door.getsockname()[:2]
    made = server(app, host, port)
    serving = asyncio.create_task(made.serve([door]))
    try:
        await asyncio.shield(serving)
    finally:
        made.should_exit = True
        await serving


class Readiness:
    """Asks one question at a time, however many ask us, and logs when the answer changes."""

    def __init__(self, ready: Ready, patience: float) -> None:
        self._ready = ready
        self._patience = patience
        self._asking: asyncio.Task[list[str]] | None = None
        self._last: list[str] = []

    async def reasons(self) -> list[str]:
        if self._asking is None or self._asking.done():
            self._asking = asyncio.create_task(self._ask())
        try:
            # Shielded: who gives up waiting leaves the question to the others, and its thread is not asked twice.
            reasons = await asyncio.wait_for(asyncio.shield(self._asking), self._patience)
        except TimeoutError:
            reasons = ["slow"]
        if reasons != self._last:
            self._last = reasons
            log.warning("web.ready" if not reasons else "web.not_ready", reasons=reasons)
        return reasons

    async def _ask(self) -> list[str]:
        try:
            return list(await asyncio.to_thread(self._ready))
        except Exception as error:  # noqa: BLE001 - whatever it is, we cannot say that messages are accepted
            log.error("web.readiness_unknown", fault=type(error).__name__)  # noqa: TRY400 - a trace tells no more
            return ["unknown"]


class Headers:
    """ASGI, around everything: the headers that make a stolen link or a framed page useless."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def adding(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, adding)
