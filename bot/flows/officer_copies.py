"""Which of a report's files go along with what an officer passes on, by the numbers under which they stand there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation.message import Heard, Value
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.scene import Scene
from bot.conversation.spoken import cleaned
from bot.conversation.text import Text

NUMBERS = re.compile(r"[\d\s,.;&+]|dan|and")


@dataclass(frozen=True, slots=True)
class Copies(Text):
    """Which of the numbered files go along: "1, 3". The value is a list of numbers."""

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        said = cleaned(heard.text)
        numbers = sorted({int(found) for found in re.findall(r"\d{1,2}", said)})
        if not numbers or NUMBERS.sub("", said.casefold()):
            return Missed()
        return Answer(numbers) if set(numbers) <= set(scene.answers.get("files", ())) else Missed()

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        return {"text": ", ".join(str(number) for number in value or ())}
