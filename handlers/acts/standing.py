"""How a case of hers stands, and what the officers ask that she has not answered."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.conversation.message import Line, Say
from bot.flows import told
from bot.flows.call import Proposal, choice
from bot.flows.officer import question_value
from handlers import growing
from handlers.asked import advice_of, waits_for
from handlers.casework import calls
from handlers.visit import Visit, zone_of_case
from storage.cases import Case


def shown(visit: Visit, case: Case, *first: Line, here: bool = True) -> None:
    """Where it stands, after `first`. here: in her own chat, with what she can do and what is asked."""
    facts = replace(visit.facts(case), advice=advice_of(visit.db, visit.keys, case, visit.now))
    say = told.status(growing.with_ways(visit, case, facts) if here else facts, here=here)
    visit.say(replace(say, lines=(*first, *say.lines)), case=case if here else None)
    if here:
        asked(visit, case)


def asked(visit: Visit, case: Case) -> None:
    """What her officer waits for, once more: she may have heard only that there is news, or nothing at all."""
    found = waits_for(visit.db, visit.keys, case, visit.now)
    if found is None:
        return
    said, by = found
    day = by.astimezone(ZoneInfo(zone_of_case(visit.library, case))).date()
    if isinstance(said, Proposal):
        gone = calls.gone(visit.db, case, said, visit.at)
        visit.say(choice(Line("status-pick", {"day": day}), case.ticket, said, gone), case=case)
    else:
        visit.say(Say((Line("remind-answer", {"question": question_value(said), "day": day}),)), case=case)
