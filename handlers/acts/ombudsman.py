"""From a case of hers to the Ombudsman: she asks first, or complains of how an office handled it (UU 37/2008)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from zoneinfo import ZoneInfo

from bot.cases.admissible import lacks
from bot.conversation.message import Line, Say
from bot.conversation.text import early_name
from bot.flows.complaint import COMPLAINT, HANDLING, ONWARD, prior_text
from bot.flows.consultation import CONSULTATION
from bot.flows.growing import GROWN
from bot.talk.interview import start
from bot.talk.person import Act
from handlers import growing
from handlers.hearing import heard
from handlers.prior import Prior, prior_of
from handlers.visit import Visit, zone_of_case
from storage import cases
from storage.cases import Case


def begin(visit: Visit, act: Act) -> None:
    """Ask or complain? Complain once of each decision or silence of an office; where there is neither, she asks."""
    case = visit.meant(act)
    if case is None:
        return
    prior = _prior(visit, case)
    if prior is None:
        growing.begin(visit, act)
    elif (made := cases.by_against(visit.db, prior.against)) is not None:
        visit.say(Say((Line("complaint-made", {"ticket": made.ticket}),)))
    else:
        zone = zone_of_case(visit.library, case)
        today = visit.at.astimezone(ZoneInfo(zone)).date()
        _start(visit, ONWARD.name, {"prior": prior.answers(visit.library.law, today, zone)})


def go_on(visit: Visit, act: Act) -> None:
    """She asks, with the facts of the case put in our words, or complains, with her checks; neither tells it twice.

    The question and the case know of each other once it is sent. Of what she wrote in the case before nothing goes by
    itself: to a complaint it is offered, as a text she may use.
    """
    prior = act.answers["prior"]
    case = cases.by_id(visit.db, prior["case"])
    if case is None or visit.her_case(case.ticket) is None:
        visit.say(Say((Line("no-case-here"),)))
        return
    where = {"where": {"region": case.region}} if case.region else {}
    if act.answers["onward"] == "consult" or (lacks(act.answers) and act.answers.get("anyway") != "on"):
        told = prior_text(visit.library, visit.sight.language, prior)
        _start(visit, CONSULTATION.name, {"topic": HANDLING, "story": told, **where, GROWN: case.ticket})
        return
    kept = {
        name: act.answers[name]
        for name in ("prior", "complained", "standing", "court")
        if name in act.answers
    }
    content = cases.content_of(visit.db, visit.keys, case) or {"answers": {}}
    story = content["answers"].get("story")
    early = {early_name("story"): story} if story else {}
    _start(visit, COMPLAINT.name, {**kept, **where, **early})


def _prior(visit: Visit, case: Case) -> Prior | None:
    """As far as she has heard: of what an office decided just now she learns first by its letter."""
    told = heard(visit.db, case, visit.now)
    return prior_of(
        visit.library.law, told.case, told.events, told.deadlines, zone_of_case(visit.library, case)
    )


def _start(visit: Visit, name: str, answers: Mapping[str, Any]) -> None:
    begun = start(visit.person, name, visit.heard, visit.sight, answers=answers)
    visit.person = begun.person
    for say in begun.steps:
        if isinstance(say, Say):
            visit.say(say)
