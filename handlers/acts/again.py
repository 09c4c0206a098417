"""She asks to have it looked at again, once; or lets go of the tie between a closed report and this chat."""

from __future__ import annotations

from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.message import Line, Say, Value
from bot.talk.person import Act
from handlers.acts import added, named
from handlers.acts.later import proven
from handlers.casework import batch, chiefs, clocks, high
from handlers.casework.abreast import waited
from handlers.casework.carry import moved_by
from handlers.casework.upward import away
from handlers.casework.work import Standing
from handlers.tied import hold
from handlers.visit import Visit
from storage import cases, recusals
from storage.cases import Case


def object(visit: Visit, act: Act) -> None:  # noqa: A001 - her word for it in the lifecycle
    """Its desk reads it again, and the supervisor hears. What comes too early or too late is kept as an addition.

    One that was merged is read apart from then on: who reported the same need not object, and might be the accused.
    """
    case = proven(visit, act)
    if case is None:
        return
    said = str(act.answers["objection"])
    case, tied = hold(visit.db, case.id, visit.known.language)
    row = allowed(LIVES[case.kind], Status(case.status), "object", Role.CITIZEN)
    if not isinstance(row, Move) or not clocks.may_object(Standing(visit.work, case)):
        _not_now(visit, act, case, said)
        return
    if case.merged_into:
        recusals.stay_close(visit.db, case.id)
    if case.high or named.named(visit, case, said) == "post":
        high.mark(visit.work, case)
        desk = away(visit.work, cases.lead_of(visit.db, case))
    else:
        desk = cases.lead_of(visit.db, case).desk
    waited(visit.work, case, desk, chiefs.seat(visit.work, desk))
    moved = moved_by(visit.work, case, tied, row, Role.CITIZEN, {}, {"objection": said}, desk=desk)
    chiefs.tell(batch.coming(visit.work), moved, "objected", {})
    facts = visit.facts(moved)
    told: dict[str, Value] = {"ticket": moved.ticket, "reader": facts.reader, "by": facts.news_by}
    visit.say(Say((Line("objected", told),)), case=moved)
    named.looked(visit, moved, said)


def _not_now(visit: Visit, act: Act, case: Case, said: str) -> None:
    visit.say(Say((Line("object-not", {"ticket": case.ticket}),)))
    if visit.her_case(case.ticket) is not None:
        added.add(visit, Act("add", {"case": case.ticket, "note": said}, act.draft))


def unlink(visit: Visit, act: Act) -> None:
    """With the answer the tie is cut: the report stays, and nobody can be told of it any more."""
    case = visit.her_case(str(act.answers["case"]))
    if case is None or Status(case.status) is not Status.CLOSED:
        visit.say(Say((Line("no-case-here"),)))
        return
    visit.say(Say((Line("unlinked", {"ticket": case.ticket}),)), case=case, last=True)
