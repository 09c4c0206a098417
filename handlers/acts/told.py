"""What she asks to be told: the next steps, the formal way, everything that is kept for her."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversation.asking import HOME, scene_of
from bot.conversation.draft import Draft
from bot.conversation.message import Line, Say
from bot.conversation.review import summary
from bot.conversation.text import SHOWN
from bot.flows import told
from bot.flows.kinds import BY_FORM, KINDS
from bot.talk.person import Act
from handlers.acts.later import EVERY
from handlers.visit import Visit, zone_of_case
from handlers.wrote import beside
from storage import cases, events
from storage.cases import Case

LONGEST = 1_900
"""Characters of her story in one letter: her own words are the one thing that may be longer than a screen."""


def next_steps(visit: Visit, act: Act) -> None:
    case = visit.meant(act)
    if case is None:
        return
    visit.say(told.next_steps(visit.facts(case)), case=case)


def formal(visit: Visit, act: Act) -> None:
    case = visit.meant(act)
    if case is None:
        return
    visit.say(told.formal(visit.facts(case), visit.at), case=case)


def no(visit: Visit, act: Act) -> None:
    visit.say(Say((Line("fine-as-it-is"),)))


def mydata(visit: Visit, act: Act) -> None:
    """Everything we keep for this chat, in her own words (UU 27/2022 art. 32)."""
    if visit.known.locked:
        visit.say(Say((Line("data-locked"),)))
        return
    found = cases.of_lane(visit.db, visit.lane, EVERY)
    reports = [draft for draft in (*visit.person.drafts, *visit.person.kept) if draft.form in BY_FORM]
    if not (found or reports) or visit.known.consent_at is None:
        visit.say(Say((Line("data-none"),)))
        return
    visit.say(
        Say((
            Line("data-head", {"consent": visit.known.consent_at.astimezone(ZoneInfo(HOME)).date()}),
            Line("data-drafts", {"count": len(reports)}),
        ))
    )  # fmt: skip
    for case in found:
        _copy(visit, case)


def _copy(visit: Visit, case: Case) -> None:
    facts = visit.facts(case)
    content = cases.content_of(visit.db, visit.keys, case)
    identity = cases.identity_of(visit.db, visit.keys, case)
    opened = _opened(visit, case)
    lines = [
        Line(
            "data-case",
            {"ticket": case.ticket, "day": facts.since, "reader": facts.reader, "count": facts.files},
        ),
        Line("data-opened", {"count": opened}, "row"),
    ]
    form = KINDS[case.kind].form
    if content is not None and form.review is not None:
        draft = Draft(form.name, "", {**content["answers"], **(identity or {})})
        scene = scene_of(form, draft, visit.heard, visit.sight)
        rows = summary(form, form.review, draft, scene)
        lines += [
            Line(line.key, line.values, "row") for name, line in rows if name not in ("evidence", "story")
        ]
    visit.say(Say(tuple(lines)), case=case)
    for key, text in _written(visit, case, content or {"answers": {}}):
        for start in range(0, len(text), LONGEST):
            visit.say(Say((Line(key, {"text": text[start : start + LONGEST]}),)), case=case)


def _opened(visit: Visit, case: Case) -> int:
    """How often officers have opened it, today not counted: who asks every minute learns of no look when it was."""
    zone = ZoneInfo(zone_of_case(visit.library, case))
    days = (
        event.at.astimezone(zone).date() for event in events.of(visit.db, case.id) if event.what == "opened"
    )
    return sum(day < visit.at.astimezone(zone).date() for day in days)


def _written(visit: Visit, case: Case, content: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """All her words, whole: the story, answers that the summary cuts, the place as she wrote it, what came beside."""
    answers = content["answers"]
    yield "data-story", str(answers.get("story") or "")
    whole = [str(answers.get(name) or "") for name in ("who", "link")]
    yield from (("data-wrote", text) for text in whole if len(text) > SHOWN)
    yield "data-wrote", str((answers.get("where") or {}).get("said") or "")
    dossier = cases.dossier_of(visit.db, visit.keys, case)
    hers = (one for one in events.of(visit.db, case.id) if one.by == "citizen")
    later = (events.secret_of(one, case.id, dossier) for one in hers)
    yield from (("data-wrote", text) for held in (content, *filter(None, later)) for text in beside(held))
