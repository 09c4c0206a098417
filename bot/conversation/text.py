"""A question answered in her own words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.conversation.message import Heard, Line, Option, Value, Word
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.question import Question, Sheet
from bot.conversation.scene import Scene
from bot.conversation.spoken import cleaned, place_of

SHOWN = 52


def shortened(text: str, most: int = SHOWN) -> str:
    """One row of somebody's text, cut at a word: what a summary shows."""
    row = " ".join(text.split())
    if len(row) <= most:
        return row
    head = row[:most].rsplit(" ", 1)[0] if " " in row[:most] else row[:most]
    return head.rstrip(" ,.;:") + "…"


EARLY = "early"


def early_name(name: str) -> str:
    """Where among the answers a text waits that she wrote before this was asked."""
    return f"{name}-{EARLY}"


@dataclass(frozen=True, slots=True)
class Text(Question):
    """Free text of `at_least` to `at_most` characters. `pass_by` names the option of not knowing (value None).

    reads  turns the text into the value, or None where it is not one (a phone number, a ticket)
    early  what she wrote before it was asked is offered as the answer
    A text that is too short is taken at the third try: it is what she has to say.
    """

    at_least: int = 1
    at_most: int = 4000
    pass_by: str = ""
    reads: Callable[[str], Any] | None = None
    early: bool = False

    def options(self, scene: Scene) -> tuple[Option, ...]:
        keys = (EARLY,) if self.early and early_name(self.name) in scene.answers else ()
        return tuple(Option(key, f"{self.called}-{key}") for key in (*keys, self.pass_by) if key)

    def sheet(self, scene: Scene) -> Sheet:
        sheet = Question.sheet(self, scene)
        told = scene.answers.get(early_name(self.name))
        if not (self.early and told):
            return sheet
        return replace(
            sheet, lines=(*sheet.lines, Line(f"{EARLY}-{self.called}", {"text": shortened(told, 120)}))
        )

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        match self.chosen(heard, scene):
            case "early":
                return Answer(scene.answers[early_name(self.name)])
            case str():
                return Answer(None)
        text = cleaned(heard.text)
        if heard.press is not None or not text:
            return Missed()
        if len(text) < self.at_least and scene.misses < 2:
            return Missed(None if scene.misses else Line(f"short-{self.called}"))
        if self.reads is None and place_of(text):
            return Missed()
        if len(text) > self.at_most:
            return Missed(Line("too-long", {"most": self.at_most, "length": len(text)}))
        if self.reads is None:
            return Answer(text)
        value = self.reads(text)
        return Missed() if value is None else Answer(value)

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        if value is None:
            return {"text": Word(f"{self.called}-{self.pass_by}.short")}
        return {"text": shortened(str(value))}

    def ack(self, value: Any, scene: Scene) -> Line | None:
        return Line("no-matter") if value is None else Question.ack(self, value, scene)

    def easy_way(self, scene: Scene) -> Any:
        return None if self.pass_by else ...
