"""What she does with an answer: it is clear, or she asks on; and what it was worth to her."""

from __future__ import annotations

from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.message import Line, Say
from bot.flows import told
from bot.flows.follow import RATE, SKIPPED
from bot.talk.interview import start
from bot.talk.person import Act
from handlers.acts import added
from handlers.casework.carry import moved_by
from handlers.casework.work import Standing
from handlers.tied import hold
from handlers.visit import Visit
from storage import deadlines
from storage.cases import Case


def followed(visit: Visit, act: Act) -> None:
    """It is clear: the case is closed, and she may say how good it was. Or she asks on: the talk goes on."""
    if act.answers["follow"] == "more":
        added.add(visit, Act("add", {**act.answers, "note": act.answers["more"]}, act.draft))
        return
    case = visit.meant(act)
    if case is None:
        return
    case, tied = hold(visit.db, case.id, visit.known.language)
    row = allowed(LIVES[case.kind], Status(case.status), "clear", Role.CITIZEN)
    if not isinstance(row, Move):
        visit.say(told.status(visit.facts(case), here=True), case=case)
        return
    moved_by(visit.work, case, tied, row, Role.CITIZEN, {})
    visit.say(Say((Line("cleared", {"ticket": case.ticket}),)), case=case)
    _offer_rating(visit, case)


def rated(visit: Visit, act: Act) -> None:
    """One to five, once; passed over it is nothing, and is counted as nothing."""
    case = visit.meant(act)
    if case is None:
        return
    case, tied = hold(visit.db, case.id, visit.known.language)
    row = allowed(LIVES[case.kind], Status(case.status), "rate", Role.CITIZEN)
    rating = str(act.answers["rating"])
    if not isinstance(row, Move) or (row.most and Standing(visit.work, case).made(row.key) >= row.most):
        visit.say(Say((Line("rating-over", {"ticket": case.ticket}),)), case=case)
        return
    if rating == SKIPPED:
        deadlines.end(visit.db, case.id, "rating", "met")
        visit.say(Say((Line("rating-skipped"),)), case=case)
        return
    moved_by(visit.work, case, tied, row, Role.CITIZEN, {"rating": int(rating)})
    visit.say(Say((Line("rated"),)), case=case)


def _offer_rating(visit: Visit, case: Case) -> None:
    begun = start(visit.person, RATE.name, visit.heard, visit.sight, answers={"case": case.ticket})
    visit.person = begun.person
    for say in begun.steps:
        if isinstance(say, Say):
            visit.say(say)
