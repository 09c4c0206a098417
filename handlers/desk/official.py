"""*Salin untuk formulir*: the facts in the order of the official form (Model B.1), to be typed over.

Accused, event, place, day of the event, day it became known, evidence, account. Never the reporter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.conversation.asking import scene_of
from bot.conversation.draft import Draft
from bot.conversation.message import Line, Value, Word
from bot.conversation.review import summary
from bot.flows.report import REPORT
from handlers.casework.looks import Story
from handlers.desk import files
from handlers.visit import Visit

LONG = 300
"""Characters of each of her texts; the account itself is whole."""


def form(visit: Visit, story: Story) -> Iterator[Line]:
    """What stands above the account, a line a field."""
    given = _values(visit, story)
    unknown = Word("day-unknown")
    said = (story.answers.get("where") or {}).get("said")
    place: dict[str, Value] = {"place": given.get("where-full", unknown)}
    known = given.get("day-shown", unknown)
    yield Line("desk-form", {"ticket": story.case.ticket})
    accused: dict[str, Value] = {
        "kind": given.get("kind-choice", unknown),
        "who": given.get("who-text", unknown),
    }
    yield Line("desk-form-accused", accused, "row")
    yield Line("desk-form-event", {"event": given.get("matter-choice") or given["offence-choice"]}, "row")
    where = (
        Line("desk-form-place-said", place | {"said": str(said)}) if said else Line("desk-form-place", place)
    )
    yield replace(where, join="row")
    yield Line("desk-form-happened", {"day": given.get("happened-shown", known)}, "row")
    yield Line("desk-form-known", {"day": known}, "row")
    if "link-text" in given:
        yield Line("desk-form-link", {"link": given["link-text"]}, "row")
    yield Line("desk-form-evidence", {"count": len(files.numbered(visit.work, story.case))}, "row")


def _values(visit: Visit, story: Story) -> Mapping[str, Value]:
    """Every value of the summary's lines, by question and part: `who-text`."""
    assert REPORT.review is not None
    draft = Draft("report", "", story.answers)
    scene = scene_of(REPORT, draft, visit.heard, visit.sight)
    rows = summary(REPORT, REPORT.review, draft, scene, LONG)
    return {name: value for _, row in rows for name, value in row.values.items()}
