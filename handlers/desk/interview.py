"""The officer's form, opened for one move of one case and read when it is sent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, replace
from typing import Any

from bot.cases.agency import TRIAGE
from bot.cases.appointment import key_of
from bot.cases.desk import is_local, over, reachable, risen
from bot.cases.lifecycle import Move
from bot.cases.routing import PROVINCE, desks_of
from bot.conversation.message import Line, Say, Value
from bot.flows.officer import MOVE, ONLY_AFTER, PNS
from bot.flows.officer_place import settled
from bot.flows.reader import desk_word
from bot.talk.interview import start
from handlers.casework import may
from handlers.casework.given import happened
from handlers.casework.upward import filed_as, is_upward, upward
from handlers.casework.work import Refused, Standing, Work
from handlers.desk import files
from handlers.hearing import HEARD_IF_MERGED
from handlers.visit import Visit, zone_of_case
from storage import cases, desks, slots
from storage.cases import Case
from storage.desks import Officer

MOST = 9
"""Choices of one screen."""
SAME = ("question", "times", "advice", "agency", "outcome", "desk", "officer",
        "reason", "sentence", "office", "ppk", "employer",
        "number", "decision", "grade", "summary")  # fmt: skip
"""Pieces that are called alike in the form and in the lifecycle."""


def begin(visit: Visit, officer: Officer, case: Case, step: int, key: str) -> Refused | None:
    """Open the form of this move on top of what is under way. Nothing is opened that would be refused."""
    row = may.moves(visit.work, officer, case, key)
    if isinstance(row, Refused):
        return row
    if case.step != step:
        return Refused("stale", case=case)
    known = _known(visit.work, officer, case, row)
    if "desk" in row.needs and not known["desks"] and "filed" not in known:
        visit.say(Say((Line("desk-nowhere"),)))
        return None
    if is_upward(row) and row.most > 1:
        decides: dict[str, Value] = {
            "desk": desk_word(visit.library, str(known["desk"])),
            "count": row.most - 1,
        }
        visit.say(Say((Line("desk-decides", decides),), protect=True))
    told = start(visit.person, MOVE, visit.heard, visit.sight, answers=known)
    visit.person = told.person
    for say in told.steps:
        if isinstance(say, Say):
            visit.say(replace(say, protect=True))
    return None


def given(visit: Visit, case: Case, answers: Mapping[str, Any]) -> dict[str, Any]:
    """What the form gives with its move, by the names of the lifecycle."""
    place, answers = answers.get("place"), settled(answers)
    found = {name: answers[name] for name in SAME if answers.get(name) is not None}
    if place:
        found["desk"] = {"region": place["region"]}
    if answers.get("service") == PNS:
        found["pns"] = True
    if answers.get("dated"):
        found["day"] = answers["dated"]
    if answers.get("merged"):
        found["ticket"] = answers["merged"]
    if "copies" in answers:
        ready = ready_copies(visit.work, case)
        chosen = {"all": tuple(ready), "none": (), "some": answers.get("chosen") or ()}[answers["copies"]]
        found["copies"] = [ready[number] for number in chosen if number in ready]
    return found


def ready_copies(work: Work, case: Case) -> dict[int, str]:
    """Ids of the files whose clean copy may go along, by the numbers under which officers see them."""
    rows = files.numbered(work, case)
    return {number: row.id for number, row in rows if not files.kept_back(row)}


def _known(work: Work, officer: Officer, case: Case, row: Move) -> dict[str, Any]:
    known: dict[str, Any] = {
        "move": row.key, "needs": list(row.needs), "about": case.ticket, "kind": case.kind,
        "at": case.desk, "step": case.step, "zone": zone_of_case(work.library, case),
        "files": list(ready_copies(work, case)), "told": bool(row.says),
    }  # fmt: skip
    if row.to in HEARD_IF_MERGED and cases.merged_into(work.db, case.id):
        known["shared"] = True
    if "reason" in row.needs:
        known["happened"] = sorted(happened(Standing(work, case)) & {*ONLY_AFTER.values()})
    if is_upward(row):
        known["desk"] = upward(work, case, row)
    if "desk" in row.needs:
        known["desks"] = list(_targets(work, case))[: MOST - 1]
        if row.key == "forward" and set(desks.staffed_desks(work.db)) - {case.desk, TRIAGE}:
            known["filed"] = asdict(filed_as(case))
    if "times" in row.needs:
        known["busy"] = sorted(
            key_of(one) for one in slots.busy(work.db, case.officer_id or officer.id, work.at)
        )
    if "agency" in row.needs:
        known["agencies"] = [one.key for one in reachable(work.library.law, case.desk)][:MOST]
    if "officer" in row.needs:
        at = (case.desk, *over(work.library.law, case.desk))
        sitting = (one for desk in at for one in desks.officers_of(work.db, work.keys, desk))
        close = Standing(work, case).close.officers
        able = [one for one in sitting if one.id != case.officer_id and one.id not in close]
        known["officers"] = [[one.id, one.name] for one in able[:MOST]]
    if "copies" in row.needs and not known["files"]:
        known["copies"] = "none"
    return known


def _targets(work: Work, case: Case) -> Iterator[str]:
    """Desks that would read this case: of those above, and of every agency's nearest to the place, who sits there."""
    law, land = work.library.law, work.library.land
    found = list(over(law, case.desk))
    for agency in law.agencies.rows:
        near = (one for one in desks_of(law, land, agency, case.region) if _may_go(case, one, own=agency.own))
        if case.kind in agency.first and not agency.successor and agency.key != TRIAGE:
            found += list(near)[:1]
    able = (desk for desk in found if _may_go(case, desk, own=False))
    there = (risen(law, desk, lambda one: desks.staffed(work.db, one)) for desk in able)
    yield from dict.fromkeys(desk for desk in there if desk not in (case.desk, TRIAGE))


def _may_go(case: Case, desk: str, *, own: bool) -> bool:
    """High posts, and who asked for the province, never go to a local desk; nobody to their own government's."""
    return not (is_local(desk) and (own or case.high or case.audience == PROVINCE))
