"""What the README shows is what happens."""

from __future__ import annotations

import re
from pathlib import Path

from handlers.cli import app
from storage.keys import Keys
from tests.test_transcripts import replay

README = (Path(__file__).parent.parent / "README.md").read_text("utf-8")


def test_the_talk_in_the_readme_goes_as_written(database_url: str, keys: Keys) -> None:
    written = re.findall(r"```text\n(> .*?)\n```", README, re.DOTALL)[0].splitlines()
    assert list(replay(written, "whatsapp", database_url, keys)) == written


def test_nothing_in_a_table_of_the_readme_is_told_twice() -> None:
    told = re.findall(r"^\| `([^`]+)`", README, re.MULTILINE)
    assert len(told) > 20
    assert sorted(told) == sorted(set(told))


def test_every_command_in_the_readme_is_one() -> None:
    groups = {group.name for group in app.registered_groups}
    commands = {
        command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands
    }
    named = set(re.findall(r"`saksi ([a-z]+)", README))
    assert named <= groups | commands
