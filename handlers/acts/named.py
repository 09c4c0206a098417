"""She names a high post once her report is filed: in what she adds, corrects, answers or objects.

Her words propose it as in the interview. A post itself takes the report away from the local desk, and she hears so:
read further away it costs her nothing, and read by a friend of the accused it may cost her everything. Of one who is
only close to a post she is asked first, for her report may be about somebody else.
"""

from __future__ import annotations

from typing import Literal

from bot.cases.position import KIN, propose_position
from bot.cases.violation import VIOLATION
from bot.conversation.message import Line, Say, Value
from bot.flows.reader import desk_word
from bot.talk.interview import start
from bot.talk.person import Act
from handlers.casework import high
from handlers.tied import hold
from handlers.visit import Visit
from storage.cases import Case

Post = Literal["", "kin", "post"]


def named(visit: Visit, case: Case, *told: str | None) -> Post:
    """What her words, of which some may be missing, name that is not known yet; "" nothing."""
    if case.high or case.kind != VIOLATION.kind:
        return ""
    posts = visit.library.law.positions
    found = posts.position(propose_position(posts, ". ".join(filter(None, told))))
    return "" if found is None or not found.high else "kin" if found.key == KIN else "post"


def looked(visit: Visit, case: Case, *told: str | None) -> None:
    """Do what follows from her words, which are kept already. The case must be held."""
    match named(visit, case, *told):
        case "post":
            _lift(visit, case)
        case "kin" if visit.her_case(case.ticket) and high.lifts(visit.work, case):
            visit.lead(start(visit.person, "lift", visit.heard, visit.sight, answers={"case": case.ticket}))


def lift(visit: Visit, act: Act) -> None:
    """She was asked, and wants it."""
    case = visit.meant(act)
    if case is not None:
        _lift(visit, hold(visit.db, case.id, visit.known.language)[0])


def _lift(visit: Visit, case: Case) -> None:
    """Where nothing moves nothing is said: who reads it is who read it before."""
    moved = high.lift(visit.work, case)
    if moved.desk != case.desk:
        was = desk_word(visit.library, case.desk)
        told: dict[str, Value] = {"ticket": case.ticket, "reader": visit.facts(moved).reader, "was": was}
        visit.say(Say((Line("post-named", told),)), case=moved)
