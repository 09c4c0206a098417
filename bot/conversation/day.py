"""A day: today, yesterday, or as Indonesians write one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.cases.day import understand_day
from bot.conversation.message import Heard, Line, Option, Value, Word
from bot.conversation.outcome import Answer, Half, Missed, Outcome
from bot.conversation.question import Question, Sheet
from bot.conversation.scene import Scene

SHORTCUTS = ("today", "yesterday")
TYPED = "other"


@dataclass(frozen=True, slots=True)
class Day(Question):
    """The value: an ISO date, or None for "not known".

    suggests   name of an earlier day that is offered as the answer instead of today and yesterday
    pass_by    the option of not knowing
    """

    suggests: str = ""
    pass_by: str = ""

    def options(self, scene: Scene) -> tuple[Option, ...]:
        choices = (scene.pending or {}).get("choices", ())
        if choices:
            return tuple(Option(day, "day", {"day": date.fromisoformat(day)}) for day in choices)
        suggested = scene.answers.get(self.suggests) is not None
        keys = SHORTCUTS if not self.suggests else ("same",) if suggested else ()
        named = tuple(Option(key, f"{self.called}-{key}") for key in (*keys, TYPED))
        return named + ((Option(self.pass_by, f"{self.called}-{self.pass_by}"),) if self.pass_by else ())

    def sheet(self, scene: Scene) -> Sheet:
        pending = scene.pending or {}
        if pending.get("choices"):
            return Sheet((_which(pending),), self.options(scene))
        return Sheet((Line(self.asking(scene), join="run"),), self.options(scene), self.rows)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        match self.chosen(heard, scene):
            case "today":
                return Answer(scene.today.isoformat())
            case "yesterday":
                return Answer((scene.today - timedelta(days=1)).isoformat())
            case "same":
                return Answer(scene.answers[self.suggests])
            case "other":
                return Missed(Line("write-day"), calm=True)
            case None:
                pass
            case key:
                return Answer(None if key == self.pass_by else key)
        if heard.press is not None:
            return Missed()
        found = understand_day(heard.text, scene.today)
        if found.day is not None:
            return Answer(found.day.isoformat())
        if found.choices:
            return Half({"choices": [day.isoformat() for day in found.choices], "why": found.trouble or ""})
        if found.trouble is not None:
            return Missed(Line(f"day-{found.trouble}"))
        return Missed()

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        if value is None:
            return {"shown": Word("day-unknown"), "brief": Word("day-unknown")}
        day = date.fromisoformat(value)
        return {"day": day, "shown": Word("day", {"day": day}), "brief": Word("day-brief", {"day": day})}

    def ack(self, value: Any, scene: Scene) -> Line | None:
        return Line("no-matter") if value is None else Line("ack-day", self.values(value, scene))

    def easy_way(self, scene: Scene) -> Any:
        return None if self.pass_by else scene.today.isoformat()


def _which(pending: Mapping[str, Any]) -> Line:
    """Two days that she may have meant; where the month has no such day, that is said first."""
    days = [date.fromisoformat(day) for day in pending["choices"]]
    if pending["why"] != "impossible" or len(days) != 2:
        return Line("which-day", join="run")
    return Line("day-month-end", {"first": days[0], "second": days[1], "last": days[0].day}, "run")
