"""Every address of both sites, found in the application itself: none takes a stranger's post, none lets anything in."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx2
import pytest

from handlers.web import LARGEST
from tests.webchat.doors import Doors, real, two_phones

FORGED: tuple[dict[str, str], ...] = ({}, {"csrf": ""}, {"csrf": "0" * 32})
GIVEN = {"move": "hour", "text": "Halo"}
"""What the forms of ours carry, all at once."""
INLINE = r"<script(?![^>]*\bsrc=)|<style|\bstyle=|\bon\w+=|javascript:"
ELSEWHERE = re.compile(INLINE + r"""|<link[^>]*href="(?!/|data:,)|\b(?:src|action)=["'](?!/)""")


@pytest.fixture(params=[real, two_phones], ids=["real", "try-out"], scope="module")
async def doors(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Doors]:
    async with request.param(tmp_path_factory.mktemp("doors")) as made:
        yield made


async def test_no_address_takes_a_post_that_is_not_from_its_own_page_or_service(doors: Doors) -> None:
    """A page's is known by the secret of its form, Telegram's and Twilio's by their own. Her own page is let in."""
    posts, heard, ahead = doors.addresses("POST"), doors.heard(), doors.clock.ahead
    assert doors.forms.keys() <= set(posts)
    await doors.client.get("/chat")  # whoever posts there has a page, with its cookie
    for where in posts:
        for forged in FORGED:
            assert (await doors.client.post(where, data=GIVEN | forged)).status_code == 403, (where, forged)
    assert (doors.heard(), doors.clock.ahead, doors.again.is_set()) == (heard, ahead, False)
    for where, page in doors.forms.items():
        shown = (await doors.client.get(page)).text
        (own,) = set(re.findall(rf'action="{where}[?"].*?name="csrf" value="(\w+)"', shown, re.DOTALL))
        assert (await doors.client.post(where, data=GIVEN | {"csrf": own})).status_code == 303, where
    assert doors.heard() == heard + 1


async def test_every_answer_lets_nothing_in_from_elsewhere(doors: Doors) -> None:
    """Pages, files, streams and refusals alike."""
    statuses = set()
    for method, where, more in requests(doors):
        async with doors.client.stream(method, where, **more) as answer:
            statuses.add(answer.status_code)
            kind = answer.headers.get("content-type", "")
            is_closed(answer)
            if kind.startswith("text/html"):
                assert ELSEWHERE.findall((await answer.aread()).decode()) == [], where
    assert {200, 403, 404, 405, 413} <= statuses


def requests(doors: Doors) -> Iterator[tuple[str, str, dict[str, Any]]]:
    for where in [*doors.addresses("GET"), "/tidak-ada", "/static/tidak-ada.css"]:
        yield "GET", where, {}
        yield "GET", where, {"headers": {"Host": "jahat.example"}}
        yield "DELETE", where, {}
    for where in doors.addresses("POST"):
        yield "POST", where, {"data": {"csrf": "0"}}
        yield "POST", where, {"data": {"csrf": "0"}, "headers": {"HX-Request": "true"}}
        yield "POST", where, {"content": b"x" * (LARGEST + 1)}


def is_closed(answer: httpx2.Response) -> None:
    policy = answer.headers["content-security-policy"]
    told = dict(part.strip().partition(" ")[::2] for part in policy.split(";"))
    assert (told["default-src"], told["frame-ancestors"]) == ("'none'", "'none'"), answer.url
    assert {source for value in told.values() for source in value.split()} <= {"'none'", "'self'", "data:"}, (
        answer.url
    )
    assert answer.headers["referrer-policy"] == "no-referrer", answer.url
    assert answer.headers["x-content-type-options"] == "nosniff", answer.url
