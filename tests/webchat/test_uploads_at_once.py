"""How much is brought at once: by one page, from one place, in all; and nobody waits for somebody else's slow line."""

from __future__ import annotations

import socket
from contextlib import ExitStack

import httpx2
import pytest

from handlers.webchat import uploads
from handlers.webchat.form import Refused
from tests.webchat.conftest import Clock, Opens
from tests.webchat.site import Browser, Site


def test_a_page_brings_only_so_much_and_more_a_while_later(site: Site, sari: Browser, clock: Clock) -> None:
    most = uploads.OF_A_PAGE.burst * uploads.MEGABYTE

    def bring(length: int, page: str = sari.lane, place: str = "rumah") -> None:
        with site.database.transaction() as db:
            uploads.afford(db, page, place, length, site.database.now())

    bring(most)
    with pytest.raises(Refused) as refused:
        bring(1)
    assert refused.value.status == 429
    bring(1, page="lain")
    clock.turn(seconds=uploads.OF_A_PAGE.per.total_seconds())
    bring(1)
    for number in range(4):
        bring(most, page=f"baru-{number}")
    with pytest.raises(Refused):
        bring(most, page="satu lagi")
    bring(most, page="satu lagi", place="warung")


def test_only_so_many_large_posts_of_one_place_are_read_at_once() -> None:
    held = uploads.Uploads()
    with (
        pytest.raises(Refused) as refused,
        _all(held, "satu", uploads.OF_ONE_PLACE),
        held.one("satu"),
    ):
        pass
    assert refused.value.status == 503
    with _all(held, "satu", uploads.OF_ONE_PLACE), held.one("dua"):
        pass
    with pytest.raises(Refused), _all(held, "", uploads.AT_ONCE), held.one("lain"):
        pass
    assert not held._places


def _all(held: uploads.Uploads, place: str, count: int) -> ExitStack:
    stack = ExitStack()
    for number in range(count):
        stack.enter_context(held.one(place or f"tempat-{number}"))
    return stack


def test_browsers_of_many_places_share_the_site(site: Site, opens: Opens) -> None:
    """A post that waits for its body holds nobody up."""
    slow, quick = opens(), opens()
    host, port = site.url.removeprefix("http://").split(":")
    cookie = next(iter(slow.client.cookies.jar))
    with socket.create_connection((host, int(port))) as line:
        line.sendall(
            f"POST /chat HTTP/1.1\r\nHost: x\r\nCookie: {cookie.name}={cookie.value}\r\n"
            f"Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 5000000\r\n\r\n".encode()
        )
        assert quick.post(text="Halo").status_code == 204
    assert isinstance(quick.client, httpx2.Client)
