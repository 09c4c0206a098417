"""What a question may look at while it is asked or answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from bot.conversation.draft import Answers
from bot.conversation.message import Option
from bot.library import Library


@dataclass(frozen=True, slots=True)
class Sight:
    """What surrounds a talk: the library, her language, her cases, which desks have officers.

    cases    one option for each case she may speak of here, newest first
    staffed  whether a desk (`bawaslu:74.07`) has officers
    """

    library: Library
    language: str
    cases: tuple[Option, ...] = ()
    staffed: Callable[[str], bool] = lambda desk: False


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of an interview.

    now    when she spoke, aware
    today  the civil day where the event was, or where most people live until that is known
    """

    sight: Sight
    now: datetime
    today: date
    draft: str
    answers: Answers
    misses: int = 0
    pending: Mapping[str, Any] | None = None

    @property
    def library(self) -> Library:
        return self.sight.library

    @property
    def language(self) -> str:
        return self.sight.language

    def says(self, key: str) -> bool:
        """Whether the words have such a text."""
        return self.library.words.has(self.language, key)
