"""Where it happened: a pin of the event or a typed place, shown back as a kabupaten or kota."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.cases.region import Found
from bot.cases.region_pin import find_pin
from bot.cases.region_typed import find_typed
from bot.conversation.message import Heard, Line, Option, Value, Word
from bot.conversation.outcome import Answer, Half, Missed, Outcome
from bot.conversation.question import Question, Sheet
from bot.conversation.scene import Scene
from bot.conversation.spoken import cleaned

NONE_OF_THESE = "none"
SOMEWHERE = "somewhere"
"""She knows the province and no more."""
LONGEST_PLACE = 300


@dataclass(frozen=True, slots=True)
class Where(Question):
    """The value: `{"region": code or None, "said": her words, "latitude", "longitude"}`; None is "not known"."""

    def options(self, scene: Scene) -> tuple[Option, ...]:
        pending = scene.pending or {}
        if pending.get("within"):
            return (Option(SOMEWHERE, f"{self.called}-{SOMEWHERE}"),)
        codes = pending.get("choices", ())
        if not codes:
            return ()
        titles = tuple(Option(code, "region", {"title": scene.library.land.title(code)}) for code in codes)
        return (*titles, Option(NONE_OF_THESE, f"{self.called}-{NONE_OF_THESE}"))

    def sheet(self, scene: Scene) -> Sheet:
        pending = scene.pending or {}
        if pending.get("choices"):
            return Sheet((Line(f"which-{self.called}", join="run"),), self.options(scene))
        if pending.get("within"):
            province = scene.library.land.title(pending["within"])
            return Sheet((Line(f"within-{self.called}", {"province": province}, "run"),), self.options(scene))
        return Sheet((Line(self.asking(scene), join="run"),), (), self.rows)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        pending = scene.pending or {}
        key = self.chosen(heard, scene)
        if key == NONE_OF_THESE:
            return Missed(Line(f"again-{self.called}"), calm=True)
        if key is not None:
            return Answer({**pending["place"], "region": pending["within"] if key == SOMEWHERE else key})
        if heard.place is not None:
            pin = {"latitude": heard.place.latitude, "longitude": heard.place.longitude}
            found = find_pin(scene.library.land, heard.place.latitude, heard.place.longitude)
            return self._outcome(found, pin) or Missed(Line(f"abroad-{self.called}"))
        said = cleaned(heard.text)
        if not said or heard.press is not None:
            return Missed()
        said = said[:LONGEST_PLACE]
        land = scene.library.land
        inside = land.region(pending["within"]) if pending.get("within") else None
        return self._outcome(find_typed(land, said, inside), {"said": said}) or Missed()

    def _outcome(self, found: Found, place: Mapping[str, Any]) -> Outcome | None:
        if found.sure is not None:
            return Answer({**place, "region": found.sure.code})
        if found.choices:
            return Half({"place": place, "choices": [region.code for region in found.choices]})
        if found.within is not None:
            return Half({"place": place, "within": found.within.code})
        return None

    def _known(self, value: Any, scene: Scene) -> bool:
        """A release may have withdrawn a region."""
        return bool(value) and scene.library.land.region(value.get("region") or "") is not None

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        if not self._known(value, scene):
            return {"full": Word(f"{self.called}-unknown"), "short": Word(f"{self.called}-unknown")}
        land = scene.library.land
        return {"full": land.full_title(value["region"]), "short": land.short_title(value["region"])}

    def ack(self, value: Any, scene: Scene) -> Line | None:
        if not self._known(value, scene):
            return None
        return Line(f"ack-{self.called}", self.values(value, scene))

    def easy_way(self, scene: Scene) -> Any:
        """The province, where that was understood."""
        pending = scene.pending or {}
        return {**pending["place"], "region": pending["within"]} if pending.get("within") else None
