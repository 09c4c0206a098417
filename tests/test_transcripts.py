"""The conversation, golden: every file of `transcripts/` is replayed line by line.

`> ` is the citizen, `< ` the bot; an empty line between two `<` blocks starts a new message; `2> ` and `2< ` are a
second phone, on the channel of `# HP kedua: …` or on the same; `# ` is a remark; `@ 2024-10-18 19.40` turns the clock
(WITA), and every line takes twenty seconds. `… sampai identity: kind=3` has her answer as most people do, but for what
is named, until that question is on her screen. The first line names the channels. `make update-transcripts` rewrites
what the bot says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from storage.database import Database
from storage.keys import Keys
from tests.phone import Phone
from tests.talking import Saksi

FOLDER = Path(__file__).parent / "transcripts"
WITA = ZoneInfo("Asia/Makassar")
START = datetime(2024, 10, 16, 19, 40, tzinfo=WITA)
STAFFED = frozenset({"bawaslu:74.07", "bawaslu:74", "bkn"})
PACE = timedelta(seconds=20)
SECOND = re.compile(r"# HP kedua: (\w+)")
SPOKEN = re.compile(r"(2?)> (.*)")
PRELUDE = re.compile(r"(2?)… sampai (\w+)(?:: (.*))?")
USUAL = {
    "": "Halo",
    "consent": "1",
    "menu": "1",
    "offence": "1",
    "matter": "1",
    "evidence": "1",
    "story": "Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ",
    "kind": "1",
    "who": "Pak Harun, staf kantor camat",
    "link": "facebook.com/harun.wakatobi",
    "where": "Wanci, Wakatobi",
    "day": "2",
    "happened": "1",
    "identity": "1",
    "name": "Sari",
    "phone": "0812 3456 7890",
    "review": "kirim",
}
"""What most people answer, by the question on the screen."""


def _channels(written: list[str]) -> list[str]:
    return written[0].removeprefix("# ").split(", ")


def scripts() -> Iterator[tuple[Path, str]]:
    for path in sorted(FOLDER.glob("*.txt")):
        yield from ((path, channel) for channel in _channels(path.read_text("utf-8").splitlines()))


@pytest.mark.parametrize(
    ("path", "channel"), list(scripts()), ids=lambda value: getattr(value, "stem", value)
)
def test_the_conversation_goes_as_written(
    path: Path, channel: str, database_url: str, keys: Keys, request: pytest.FixtureRequest
) -> None:
    written = path.read_text("utf-8").splitlines()
    replayed = list(replay(written, channel, database_url, keys))
    if request.config.getoption("--update-transcripts") and channel == _channels(written)[0]:
        path.write_text("\n".join(replayed) + "\n", "utf-8")
        return
    assert replayed == written


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_no_message_is_longer_than_a_phone_shows(path: Path) -> None:
    for said in messages(path.read_text("utf-8").splitlines()):
        assert len(said) <= 500, said


def messages(lines: list[str]) -> Iterator[str]:
    """Each message of the bot, its paragraphs and choices as one text."""
    block: list[str] = []
    for line in [*lines, ""]:
        if line.lstrip("2").startswith("< "):
            block.append(line.lstrip("2")[2:])
        elif block:
            yield "\n".join(block)
            block = []


@dataclass
class Stage:
    """Two phones and a clock."""

    url: str
    keys: Keys
    channel: str
    second: str
    at: datetime = START
    phones: dict[str, Phone] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.database = Database(self.url, lambda: self.at.astimezone(UTC))
        saksi = Saksi(self.database, self.keys, STAFFED)
        self.phones = {"": Phone(saksi, self.channel, "1001"), "2": Phone(saksi, self.second, "1002")}

    def close(self) -> None:
        self.database.dispose()

    def say(self, who: str, line: str) -> Iterator[str]:
        """What everybody reads after this line, as it is written."""
        self.at += PACE
        here = list(self._read(who, self.phones[who].line(line)))
        yield from here
        for other in self.phones.keys() - {who}:
            there = list(self._read(other, self.phones[other].read()))
            yield from ["", *there] if here and there else there

    def get_to(self, who: str, question: str, named: dict[str, str]) -> Iterator[str]:
        """The screen of that question, or nothing where it is `sent`."""
        phone, answers = self.phones[who], {**USUAL, **named}
        asked = phone.asked
        read: list[str] = []
        while asked not in (question, "sent"):
            self.at += PACE
            read = phone.line(answers[asked])
            asked = "sent" if asked == "review" else phone.asked
        yield from self._read(who, [] if asked == "sent" else read)

    def _read(self, who: str, lines: list[str]) -> Iterator[str]:
        yield from (f"{who}< {line}" if line else "" for line in lines)


def replay(
    written: list[str],
    channel: str,
    database_url: str,
    keys: Keys,
    setting: Callable[[str, Keys, str, str], Stage] = Stage,
) -> Iterator[str]:
    """The transcript as it goes today."""
    second = next((found[1] for line in written if (found := SECOND.fullmatch(line))), channel)
    stage = setting(database_url, keys, channel, second)
    try:
        for line in written:
            if re.match(r"2?<", line) or line == "":
                continue
            yield line
            if line.startswith("@ "):
                stage.at = datetime.strptime(line[2:], "%Y-%m-%d %H.%M").replace(tzinfo=WITA)
            elif prelude := PRELUDE.fullmatch(line):
                named = dict(part.split("=", 1) for part in (prelude[3] or "").split("; ") if part)
                yield from stage.get_to(prelude[1], prelude[2], named)
            elif spoken := SPOKEN.fullmatch(line):
                yield from stage.say(spoken[1], spoken[2])
    finally:
        stage.close()
