"""The guardian's look at what is sealed: which file, where there are several, and why."""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.draft import Answers
from bot.conversation.form import Form
from bot.conversation.message import Heard
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.scene import Scene
from bot.conversation.spoken import cleaned
from bot.conversation.text import Text

GUARDED = {"name": "identity", "original": "original"}
"""What a guardian presses -> the part of the case that is opened."""


def of_files(answers: Answers) -> bool:
    return answers.get("what") == "original"


@dataclass(frozen=True, slots=True)
class Numbered(Text):
    """One of the numbers that `files` holds among the answers. The value is the number."""

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        said = cleaned(heard.text)
        number = int(said) if said.isdecimal() and len(said) < 4 else 0
        return Answer(number) if number in scene.answers.get("files", ()) else Missed()


LOOK = Form("look", (Numbered("numbered", only_if=of_files), Text("why", at_least=3, at_most=300)))
"""The last answer opens it: the guardian has pressed for just this, and is told that she hears of it."""
