"""The event was elsewhere: the officer says where, as a citizen does, and the law's routes say which desk reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.cases.agency import TRIAGE
from bot.cases.rerouting import Filed, rerouted
from bot.conversation.draft import Answers
from bot.conversation.message import Heard, Line
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.scene import Scene
from bot.conversation.where import Where

ELSEWHERE = "elsewhere"
"""Among the desks: none of these, but that of another place."""
PLACE = "place"
"""The reason that goes with it."""


def elsewhere(answers: Answers) -> bool:
    return answers.get("desk") == ELSEWHERE


def settled(answers: Answers) -> Answers:
    """With what the place says: the desk that it leads to, and the reason."""
    found = answers.get("place")
    return {**answers, "desk": found["desk"], "reason": PLACE} if elsewhere(answers) and found else answers


@dataclass(frozen=True, slots=True)
class Elsewhere(Where):
    """The value: `{"region": code, "desk": key}`, no more of what the officer wrote. `filed` stands in the answers."""

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        outcome = Where.understand(self, heard, scene)
        if not isinstance(outcome, Answer):
            return outcome
        region, library = outcome.value["region"], scene.library
        filed = Filed(**scene.answers["filed"])
        desk = rerouted(
            library.law, library.land, filed, region=region, day=scene.today, staffed=scene.sight.staffed
        )
        if desk in (scene.answers["at"], TRIAGE):
            return Missed(Line("where-same-desk" if desk != TRIAGE else "where-no-desk"), calm=True)
        return Answer({"region": region, "desk": desk})

    def easy_way(self, scene: Scene) -> Any:
        """Nothing is passed on to nowhere."""
        return ...
