"""One question of an interview, and the commonest kind: a choice of keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation.draft import Answers
from bot.conversation.message import CHOICES, Heard, Line, Option, Value, Word
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.scene import Scene
from bot.conversation.spoken import match_option


@dataclass(frozen=True, slots=True)
class Sheet:
    """A question as it is shown."""

    lines: tuple[Line, ...]
    options: tuple[Option, ...] = ()
    rows: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """One question. Its words go by its name: `ask-NAME`, `ack-NAME`, `sum-NAME`, `hint-NAME`, `help-NAME`.

    words    the name its words go by, where another interview asks the same in other words
    only_if  asked only where this holds for the answers
    rows     how its buttons stand: option keys, `|` between rows
    variant  picks other words for the asking, such as `ask-where-online`
    calls    what its asking names, by the answers: how the citizen is called
    besides  buttons on its screen that lead elsewhere, such as back to the place
    """

    name: str
    only_if: Callable[[Answers], bool] | None = None
    words: str = ""
    rows: str = ""
    variant: Callable[[Answers], str] | None = None
    besides: tuple[Option, ...] = ()
    calls: Callable[[Answers], Mapping[str, Value]] | None = None

    @property
    def called(self) -> str:
        return self.words or self.name

    def asked(self, answers: Answers) -> bool:
        return self.only_if is None or self.only_if(answers)

    def answered(self, answers: Answers) -> bool:
        return self.name in answers

    def options(self, scene: Scene) -> tuple[Option, ...]:
        return ()

    def asking(self, scene: Scene) -> str:
        tail = self.variant(scene.answers) if self.variant else ""
        return f"ask-{self.called}-{tail}" if tail else f"ask-{self.called}"

    def sheet(self, scene: Scene) -> Sheet:
        after = (CHOICES, Line(f"after-{self.called}")) if scene.says(f"after-{self.called}") else ()
        named = self.calls(scene.answers) if self.calls else {}
        return Sheet((Line(self.asking(scene), named, "run"), *after), self.options(scene), self.rows)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        raise NotImplementedError(self.name)

    def chosen(self, heard: Heard, scene: Scene) -> str | None:
        """The key she chose among what is shown: by button, number, title, a beginning of it, a word for it."""
        options = self.options(scene)
        if heard.press is not None:
            return heard.press.value if any(o.key == heard.press.value for o in options) else None
        return match_option(heard.text, options, scene.library.words, scene.language)

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        """What stands in this question's own words once it is answered."""
        return {}

    def ack(self, value: Any, scene: Scene) -> Line | None:
        """What was understood, said first on the next screen."""
        return (
            Line(f"ack-{self.called}", self.values(value, scene))
            if scene.says(f"ack-{self.called}")
            else None
        )

    def easy_way(self, scene: Scene) -> Any:
        """The value taken after the third misunderstanding; `...` where there is none."""
        return ...


@dataclass(frozen=True, slots=True)
class Choice(Question):
    """One key of `of`, or of what `among` finds in the scene. `unsure` is the key for "I do not know"."""

    of: tuple[str, ...] = ()
    among: Callable[[Scene], tuple[Option, ...]] | None = None
    unsure: str = ""

    def answered(self, answers: Answers) -> bool:
        """An option that a later release withdrew is asked again."""
        return self.name in answers and (self.among is not None or answers[self.name] in self.of)

    def options(self, scene: Scene) -> tuple[Option, ...]:
        if self.among is not None:
            return self.among(scene)
        return tuple(Option(key, f"{self.called}-{key}") for key in self.of)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        key = self.chosen(heard, scene)
        return Missed() if key is None else Answer(key)

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        option = next((option for option in self.options(scene) if option.key == value), None)
        if option is None:
            return {}
        short = f"{option.label}.short"
        return {"choice": Word(short if scene.says(short) else option.label, option.values)}

    def easy_way(self, scene: Scene) -> Any:
        return self.unsure or ...
