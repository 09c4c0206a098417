"""Where a post comes from: a name for a limit, which tells nothing, and which nobody can choose."""

from __future__ import annotations

import re

import pytest
from fastapi import Request

from handlers.webchat.post import client_of

pytestmark = pytest.mark.unit


def of(peer: str, forwarded: str = "") -> str:
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    return client_of(Request({"type": "http", "client": (peer, 1), "headers": headers}))


def test_it_is_the_same_for_the_same_place_and_shows_nothing_of_it() -> None:
    assert of("8.8.4.7") == of("8.8.4.7") != of("8.8.4.8")
    assert re.fullmatch(r"client:[0-9a-f]{32}", of("8.8.4.7"))


def test_behind_a_proxy_of_ours_it_is_what_the_proxy_says_last() -> None:
    for proxy in ("127.0.0.1", "10.0.0.3", "::1", "192.168.1.2"):
        assert of(proxy, "6.6.6.6, 8.8.4.7") == of("8.8.4.7")
        assert of(proxy, "8.8.4.7") == of("8.8.4.7")


@pytest.mark.parametrize("told", ["127.0.0.1", "8.8.4.9, 8.8.8.8", "x", ""])
def test_of_a_strangers_word_nothing_is_believed(told: str) -> None:
    assert of("8.8.4.7", told) == of("8.8.4.7")


@pytest.mark.parametrize("told", ["", "unknown", "6.6.6.6,", "<script>"])
def test_a_proxy_that_says_nothing_of_use_stands_for_all_behind_it(told: str) -> None:
    assert of("10.0.0.3", told) == of("10.0.0.3")


def test_of_ipv6_a_whole_network_is_one_place() -> None:
    assert of("2600:db8:1:2::1") == of("2600:db8:1:2:ffff::9") != of("2600:db8:1:3::1")
