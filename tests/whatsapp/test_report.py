"""The golden transcript of words.md on WhatsApp, over real HTTP: the whole service beside the strict Twilio."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.twilio.people import Person
from tests.fakes.twilio.server import FakeTwilio
from tests.files import image
from tests.phone import WAKATOBI
from tests.whatsapp.serving import running

GOLDEN = Path(__file__).parent.parent / "transcripts" / "report_numbered.txt"


@pytest.fixture
def fake() -> Iterator[FakeTwilio]:
    with FakeTwilio() as made:
        yield made


def script() -> list[tuple[str, list[str]]]:
    """What she says, and the messages that answer: each as its lines that are not empty."""
    told: list[tuple[str, list[str]]] = []
    block: list[str] = []
    for line in [*GOLDEN.read_text("utf-8").splitlines()[1:], ""]:
        if line.startswith("> "):
            if block:
                told[-1][1].append("\n".join(block))
            block = []
            told.append((line[2:], []))
        elif line.startswith("< "):
            block.append(line[2:])
        elif block:
            told[-1][1].append("\n".join(block))
            block = []
    return told


def does(sari: Person, what: str) -> None:
    match what:
        case "[foto]":
            sari.send_photo(image())
        case "[titik lokasi]":
            sari.pin(WAKATOBI.latitude, WAKATOBI.longitude)
        case _:
            sari.say(what)


def rows(text: str) -> str:
    return "\n".join(filter(None, text.split("\n")))


async def test_the_golden_report_is_told_on_whatsapp_as_it_is_written(
    tmp_path: Path, fake: FakeTwilio, database_url: str
) -> None:
    sari = fake.person("Sari")
    async with running(tmp_path / "house", fake, database_url):
        for said, answers in script():
            does(sari, said)
            await sari.until(lambda: [rows(one.text) for one in sari.news] == answers, 60)  # noqa: B023 - asked at once
        await fake.idle()
        assert {post.status for post in fake.posts} == {200}
