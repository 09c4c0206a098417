"""The conversation, golden: every file of `transcripts/` is replayed line by line.

`> ` is the citizen, `< ` the bot; an empty line between two `<` blocks starts a new message; `@ 2024-10-18 19.40`
turns the clock (WITA); `# ` is a remark. The file's first line names its channels. `make update-transcripts`
rewrites what the bot says.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from storage.database import Database
from storage.keys import Keys
from tests.talking import Phone, Saksi

FOLDER = Path(__file__).parent / "transcripts"
WITA = ZoneInfo("Asia/Makassar")
START = datetime(2024, 10, 16, 19, 40, tzinfo=WITA)
STAFFED = frozenset({"bawaslu:74.07", "bawaslu:74", "bkn"})


def scripts() -> Iterator[tuple[Path, str]]:
    for path in sorted(FOLDER.glob("*.txt")):
        channels = path.read_text("utf-8").split("\n", 1)[0].removeprefix("# ").split(", ")
        yield from ((path, channel) for channel in channels)


@pytest.mark.parametrize(("path", "channel"), list(scripts()), ids=lambda value: getattr(value, "stem", value))
def test_the_conversation_goes_as_written(
    path: Path, channel: str, database_url: str, keys: Keys, request: pytest.FixtureRequest
) -> None:
    written = path.read_text("utf-8").splitlines()
    replayed = replay(written, channel, database_url, keys)
    if request.config.getoption("--update-transcripts") and channel == _first(written):
        path.write_text("\n".join(replayed) + "\n", "utf-8")
    assert replayed == written


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_no_message_is_longer_than_a_phone_shows(path: Path) -> None:
    for said in messages(path.read_text("utf-8").splitlines()):
        assert len(said) <= 500, said


def messages(lines: list[str]) -> Iterator[str]:
    """Each message of the bot, its paragraphs and choices as one text."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line.startswith("< "):
            block.append(line[2:])
        elif block:
            yield "\n".join(block)
            block = []


def replay(written: list[str], channel: str, database_url: str, keys: Keys) -> list[str]:
    """The transcript as it goes today."""
    at = [START]
    database = Database(database_url, lambda: at[0].astimezone(UTC))
    phone = Phone(Saksi(database, keys, STAFFED), channel)
    replayed: list[str] = []
    for line in written:
        if line.startswith("@ "):
            at[0] = datetime.strptime(line[2:], "%Y-%m-%d %H.%M").replace(tzinfo=WITA)
        elif line.startswith("> "):
            replayed.append(line)
            replayed += [f"< {read}" if read else "" for read in phone.line(line[2:])]
            continue
        if not line.startswith("<") and line != "":
            replayed.append(line)
    database.dispose()
    return replayed


def _first(written: list[str]) -> str:
    return written[0].removeprefix("# ").split(", ")[0]
