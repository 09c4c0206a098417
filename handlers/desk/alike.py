"""*Laporan mirip*: what may be about the same thing, each to be opened, and one press that merges what surely is."""

from __future__ import annotations

from collections.abc import Iterator

from bot.conversation.message import Line, Option, Say, Value, Word
from bot.flows.officer_card import DESK, button, state
from handlers.casework import alike, may
from handlers.casework.alike import Alike
from handlers.casework.work import Refused, Standing, Work
from handlers.desk import cards
from handlers.visit import Visit
from storage.cases import Case
from storage.desks import ACTING, Officer

SHOWN = 8
"""Reports of one screen; how many more there are is said."""
GATHER = "gather"


def offered(stands: Standing, officer: Officer) -> Refused | None:
    """None where there is any, for who may act on it; that they see the case is known."""
    if officer.role not in ACTING or stands.case.merged_into:
        return Refused("role")
    return None if alike.is_any(stands, officer) else Refused("unknown")


def screen(visit: Visit, officer: Officer, case: Case) -> Iterator[Say]:
    """Each with why, and where it stands."""
    work = visit.work
    found = alike.alike(work, officer, case)
    here = cards.facts(Standing(work, case), officer)
    options = [_row(work, officer, one) for one in found[:SHOWN]]
    count = alike.may_gather(work, officer, case, found)
    if count:
        gather = button(GATHER, here, "desk-gather")
        options.append(Option(gather.key, gather.label, {"count": count}))
    lines = [Line("desk-alike", {"ticket": case.ticket, "count": len(found)})]
    lines += [Line("desk-alike-more", {"count": len(found) - SHOWN})] if len(found) > SHOWN else []
    yield Say(tuple(lines), tuple(options), draft=DESK)


def gathered(visit: Visit, officer: Officer, case: Case, step: int) -> Refused | None:
    """Merge them, unless the case has moved since the proposal was made."""
    if refused := may.sees(visit.work, officer, case):
        return refused
    if case.step != step:
        return Refused("stale", case=case)
    told = alike.gather(visit.work, officer, case)
    values: dict[str, Value] = {"ticket": case.ticket}
    lines = [Line("desk-gathered", values | {"count": told.merged})] if told.merged else []
    lines += [Line("desk-gathered-second", values | {"count": told.waiting})] if told.waiting else []
    lines += [Line("desk-gathered-left", {"count": told.left})] if told.left else []
    if not lines:
        return Refused("unknown")
    visit.say(Say(tuple(lines), protect=True))
    return None


def _row(work: Work, officer: Officer, one: Alike) -> Option:
    card = cards.facts(Standing(work, one.case), officer)
    found = button("open", card, "desk-row-alike")
    values: dict[str, Value] = {
        "ticket": card.ticket,
        "why": Word(f"alike-{one.why[0]}"),
        "state": state(card),
    }
    return Option(found.key, found.label, values)
