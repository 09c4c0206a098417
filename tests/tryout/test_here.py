"""The try-out is for this machine alone, and never there beside a real channel."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from handlers import web
from handlers.settings import Settings
from handlers.stores import CannotOpen
from handlers.tryout.here import possible
from handlers.tryout.serve import serve

EVERYWHERE = "0.0.0.0"  # noqa: S104 - what is tried is that it is refused
CHANNELS: tuple[dict[str, Any], ...] = (
    {"telegram_token": SecretStr("1:AAH")},
    {"twilio_account_sid": "AC1"},
    {"webchat": True},
)


def made(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir()]


def given(**told: Any) -> Settings:
    return Settings(_env_file=None, **told)


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost"])
def test_it_opens_on_this_machine_while_no_channel_is_set_up(host: str) -> None:
    assert possible(given(http_host=host))
    for channel in CHANNELS:
        assert not possible(given(http_host=host, **channel))


@pytest.mark.parametrize(
    "host", [EVERYWHERE, "::", "192.168.1.7", "2001:db8::7", "saksi.example", "localhost.example"]
)
def test_where_others_get_in_it_does_not_open(host: str) -> None:
    assert not possible(given(http_host=host))


@pytest.mark.parametrize("channel", CHANNELS, ids=lambda one: next(iter(one)))
async def test_beside_a_channel_it_refuses_to_be_served_and_makes_nothing(
    tmp_path: Path, channel: dict[str, Any]
) -> None:
    with (
        web.bound("127.0.0.1", 0) as door,
        pytest.raises(CannotOpen, match="never there beside a real channel"),
    ):
        async with asyncio.timeout(30):
            await serve(given(data_dir=tmp_path, **channel), door)
    assert made(tmp_path) == []


async def test_at_a_door_that_others_reach_it_refuses_whatever_the_settings_say(tmp_path: Path) -> None:
    """A name such as localhost may lead anywhere."""
    with web.bound(EVERYWHERE, 0) as door, pytest.raises(CannotOpen, match="for this machine alone"):
        async with asyncio.timeout(30):
            await serve(given(data_dir=tmp_path), door)
    assert made(tmp_path) == []
