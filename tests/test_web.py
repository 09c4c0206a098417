"""The public port: alive, ready or why not, nothing to read for a stranger, and no body without end."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncIterator

import httpx2
import pytest
from fastapi import APIRouter, Request

from handlers import web
from tests.serving import serving

router = APIRouter()


@router.post("/echo")
async def echo(request: Request) -> int:
    return len(await request.body())


@router.get("/broken")
async def broken() -> None:
    raise ValueError("kepala dinas membagi uang")


@pytest.fixture
def reasons() -> list[str]:
    return []


@pytest.fixture
async def client(reasons: list[str]) -> AsyncIterator[httpx2.AsyncClient]:
    app = web.create(lambda: reasons, [router])
    async with serving(app) as address, httpx2.AsyncClient(base_url=address) as client:
        yield client


async def test_it_is_alive_and_ready(client: httpx2.AsyncClient) -> None:
    assert (await client.get("/healthz")).json() == {"status": "alive"}
    answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()) == (200, {"status": "ready"})


async def test_it_says_why_it_cannot_accept_and_recovers_by_itself(
    client: httpx2.AsyncClient, reasons: list[str]
) -> None:
    reasons += ["database", "disk"]
    answer = await client.get("/readyz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "not ready", "reasons": ["database", "disk"]}
    assert (await client.get("/healthz")).status_code == 200
    reasons.clear()
    assert (await client.get("/readyz")).status_code == 200


async def test_a_readiness_that_cannot_be_told_is_a_no_without_details() -> None:
    def fails() -> list[str]:
        raise OSError("/secret/place is gone")

    async with serving(web.create(fails)) as address, httpx2.AsyncClient(base_url=address) as client:
        answer = await client.get("/readyz")
    assert (answer.status_code, answer.json()["reasons"]) == (503, ["unknown"])
    assert "secret" not in answer.text


async def test_a_database_that_hangs_is_asked_once_and_not_waited_for() -> None:
    let_go = threading.Event()
    asked: list[int] = []

    def hangs() -> list[str]:
        asked.append(1)
        let_go.wait(30)
        return []

    async with serving(web.create(hangs, patience=0.05)) as address, httpx2.AsyncClient() as client:
        answers = await asyncio.gather(*(client.get(f"{address}/readyz") for _ in range(20)))
        alive = await client.get(f"{address}/healthz")
        asked_before = len(asked)
        let_go.set()
        after = await client.get(f"{address}/readyz")
        for _ in range(1000):
            if after.status_code == 200:
                break
            after = await client.get(f"{address}/readyz")
    assert {(answer.status_code, *answer.json()["reasons"]) for answer in answers} == {(503, "slow")}
    assert asked_before == 1
    assert alive.status_code == 200
    assert after.json() == {"status": "ready"}


@pytest.mark.parametrize("path", ["/healthz", "/readyz", "/nothing-here", "/echo"])
async def test_every_answer_carries_the_headers_and_no_name_of_the_server(
    client: httpx2.AsyncClient, path: str
) -> None:
    headers = (await client.get(path)).headers
    assert {name: headers[name] for name in web.HEADERS} == web.HEADERS
    assert "server" not in headers


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json", "/metrics"])
async def test_a_stranger_finds_no_list_of_what_there_is(client: httpx2.AsyncClient, path: str) -> None:
    assert (await client.get(path)).status_code == 404


async def test_an_answer_to_a_fault_of_ours_tells_nothing_of_it(client: httpx2.AsyncClient) -> None:
    answer = await client.get("/broken")
    assert (answer.status_code, answer.text) == (500, "Internal Server Error")
    assert {name: answer.headers[name] for name in web.HEADERS} == web.HEADERS


async def test_a_body_may_be_as_large_as_the_limit_and_no_larger(client: httpx2.AsyncClient) -> None:
    assert (await client.post("/echo", content=b"x" * web.LARGEST)).json() == web.LARGEST
    assert (await client.post("/echo", content=b"x" * (web.LARGEST + 1))).status_code == 413


async def test_a_body_that_hides_its_length_is_cut_off_too(client: httpx2.AsyncClient) -> None:
    async def endless() -> AsyncIterator[bytes]:
        for _ in range(web.LARGEST // 65536 + 2):
            yield b"x" * 65536
            await asyncio.sleep(0)

    assert (await client.post("/echo", content=endless())).status_code == 413


def test_an_idle_connection_is_closed_by_the_proxy_before_us() -> None:
    """Caddy keeps one for two minutes, and sends no message twice: one that meets our closing would be lost."""
    assert web.server(web.create(list), "127.0.0.1", 0).config.timeout_keep_alive > 120
