"""What an officer gives with a move, looked at piece by piece: every piece that will not do is named at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from bot.cases.agency import EMPLOYERS, TRIAGE
from bot.cases.appointment import MOST, moment_of
from bot.cases.desk import agency_of, is_above, is_local, reachable, risen
from bot.cases.lifecycle import Move, Role, Status
from bot.cases.outward import gives_away
from bot.cases.routing import PROVINCE, is_desk
from bot.cases.ticket import read_ticket
from bot.flows.kinds import KINDS
from bot.flows.officer import OTHER, OUTCOMES, POST, reasons_for
from handlers import wrote
from handlers.casework import batch, may
from handlers.casework.upward import routed
from handlers.casework.work import Refused, Standing, Work
from handlers.visit import zone_of_case
from storage import cases, desks, events, slots
from storage.cases import Case
from storage.desks import Officer

LONGEST = {"summary": 2000, "advice": 1000, "sentence": 300, "question": 300, "decision": 300}
SHORT = 200
OUTWARD = frozenset({"hand_over", "recommend"})
"""Moves by which words leave the house: nothing of hers may stand in them."""
GOES_ON = frozenset(
    {Status.WAITING, Status.EXAMINED, Status.ASKED, Status.REGISTERED, Status.AT_BKN, Status.AT_PPK}
)
"""What another report may be merged into."""


@dataclass(slots=True)
class Given:
    """public stands in the event as it is; secret is sealed with it; the rest is what they mean."""

    public: dict[str, Any] = field(default_factory=dict)
    secret: dict[str, Any] = field(default_factory=dict, repr=False)
    desk: str = ""
    region: str = ""
    officer: Officer | None = None
    into: Case | None = None
    dated: date | None = None


def checked(stands: Standing, officer: Officer, row: Move, given: Mapping[str, Any]) -> Given | Refused:
    """What was given, taken apart; Refused("needs") with the name of every piece that will not do."""
    taken = Given()
    if given.get("pns") is True:
        taken.public["pns"] = True
    wrong = []
    for name in row.needs:
        look = Look(stands, officer, row, name)
        if not CHECKS.get(name, _text)(look, given.get(name), taken):
            wrong.append(name)
    return Refused("needs", tuple(wrong)) if wrong else taken


@dataclass(frozen=True, slots=True)
class Look:
    """One piece under a look."""

    stands: Standing
    officer: Officer
    row: Move
    name: str

    @property
    def work(self) -> Work:
        return self.stands.work

    @property
    def case(self) -> Case:
        return self.stands.case


def _text(look: Look, value: Any, taken: Given) -> bool:
    if not isinstance(value, str) or not value.strip():
        return False
    text = value.strip()
    taken.secret[look.name] = text
    if len(text) > LONGEST.get(look.name, SHORT):
        return False
    return look.row.key not in OUTWARD or not gives_away(text, look.case.ticket, _told(look))


def _told(look: Look) -> Iterator[str]:
    """What she wrote or forwarded, at first and since, also under her files, as far as it is not erased."""
    work, case = look.work, look.case
    content = cases.content_of(work.db, work.keys, case)
    if content is None:
        return
    dossier = cases.dossier_of(work.db, work.keys, case)
    hers = (event for event in look.stands.events if event.by == Role.CITIZEN)
    later = (events.secret_of(event, case.id, dossier) or {} for event in hers)
    for held in (content, *later):
        said = (*held.get("answers", {}).values(), *held.values())
        yield from (value for value in said if isinstance(value, str))
        yield from wrote.beside(held)


def _sentence(look: Look, value: Any, taken: Given) -> bool:
    """One sentence of the officer's own, which the citizen reads; may be left out, but not for another reason."""
    if not value:
        return taken.public.get("reason") != OTHER
    return _text(look, value, taken)


def happened(stands: Standing) -> set[str]:
    """What has happened to a case, as far as a reason may rest on it."""
    whats = {event.what for event in stands.events}
    return whats if stands.due("objection") is not None else whats | {"objection_over"}


def _reason(look: Look, value: Any, taken: Given) -> bool:
    """One of the list that is true; a high post is no reason to give a case to a local desk."""
    taken.public["reason"] = value
    if value == POST and taken.desk and is_local(taken.desk):
        return False
    return value == OTHER or value in reasons_for(look.row.key, happened(look.stands))


def _question(look: Look, value: Any, taken: Given) -> bool:
    """A ready one by its key, or the officer's own words."""
    match value:
        case {"ready": str(key)} if key in KINDS[look.case.kind].ready:
            taken.public["question"] = key
            return True
        case {"own": str(text)} if 0 < len(text.strip()) <= LONGEST["question"]:
            taken.secret["question"] = text.strip()
            return True
        case _:
            return False


def _day(look: Look, value: Any, taken: Given) -> bool:
    """A day, ISO, not one still to come; where a limit counts from it, none before the case was filed."""
    try:
        day = date.fromisoformat(value) if isinstance(value, str) else value
    except ValueError:
        return False
    if not isinstance(day, date):
        return False
    taken.public["day"], taken.dated = day.isoformat(), day
    library, case = look.work.library, look.case
    zone = ZoneInfo(zone_of_case(library, case))
    counts = any(library.law.clocks.by_id[clock].dated for clock in look.row.starts)
    return day <= look.work.at.astimezone(zone).date() and not (
        counts and day < case.filed_at.astimezone(zone).date()
    )


def _grade(look: Look, value: Any, taken: Given) -> bool:
    """With `pns` among what was given she is told of it: of others only that there is a sanction."""
    taken.public["grade"] = value
    return any(grade.key == value for grade in look.work.library.law.catalogue.grades)


def _agency(look: Look, value: Any, taken: Given) -> bool:
    """Another agency that she can be sent to."""
    taken.public["agency"] = value
    return any(one.key == value for one in reachable(look.work.library.law, look.case.desk))


def _outcome(look: Look, value: Any, taken: Given) -> bool:
    taken.public["outcome"] = value
    return value in OUTCOMES


def _times(look: Look, value: Any, taken: Given) -> bool:
    """Moments to come at which who has the case has no other call."""
    if not isinstance(value, list | tuple) or not 0 < len(value) <= MOST:
        return False
    try:
        moments = [moment_of(str(one)) for one in value]
    except ValueError:
        return False
    work = look.work
    busy = slots.busy(work.db, look.case.officer_id or look.officer.id, work.at)
    taken.public["times"] = [str(one) for one in value]
    taken.public["zone"] = zone_of_case(work.library, look.case)
    mine = slots.starts(work.db, look.case.id)
    return all(one > work.at and (one not in busy or one == mine) for one in moments)


def _employer(look: Look, value: Any, taken: Given) -> bool:
    taken.public["employer"] = value
    return value in EMPLOYERS


def _copies(look: Look, value: Any, taken: Given) -> bool:
    """Ids of files of this case whose clean copy is there; none is an answer too."""
    if not isinstance(value, list | tuple):
        return False
    ready = {row.id for row in batch.files(look.stands) if row.clean_state == "ready"}
    taken.public["copies"] = list(value)
    return len(set(value)) == len(value) and ready.issuperset(value)


def _desk(look: Look, value: Any, taken: Given) -> bool:
    """Another desk where officers may sit; where none do, the one above it. High posts never go to a local one.

    Or the region where the event was instead: its desk.
    """
    law, land, case = look.work.library.law, look.work.library.land, look.case
    if isinstance(value, Mapping):
        value = _there(look, str(value.get("region")), taken)
    if not isinstance(value, str) or not is_desk(law, land, value) or value in (case.desk, TRIAGE):
        return False
    if case.kind not in law.agencies.by_key[agency_of(value)].first:
        return False
    if is_local(value) and _kept_away(case):
        return False
    taken.desk = risen(law, value, lambda desk: desks.staffed(look.work.db, desk))
    taken.public["asked"] = value
    return taken.desk != case.desk


def _kept_away(case: Case) -> bool:
    """Whether no local desk may read it."""
    return bool(case.high) or case.audience == PROVINCE


def _there(look: Look, region: str, taken: Given) -> str | None:
    """The desk that the law's routes name for an event in this region; None: there is no such region."""
    work = look.work
    if work.library.land.region(region) is None:
        return None
    taken.region = taken.public["region"] = region
    case = replace(look.case, region=region)
    return routed(work.library, case, work.at, case.audience, lambda desk: desks.staffed(work.db, desk))


def _officer(look: Look, value: Any, taken: Given) -> bool:
    """An officer of the case's desk, or of one above it, who has not said that they are close to it.

    Who reported it from their own chat may be given it, and can open and do nothing: were they refused, or not offered,
    whoever gives it would know who reported. After two working days without a step it is the desk's again.
    """
    found = desks.by_id(look.work.db, look.work.keys, str(value))
    if found is None or found.left_at or found.role not in desks.ACTING:
        return False
    taken.officer = found
    at = found.desk == look.case.desk or is_above(found.desk, look.case.desk)
    return at and found.id not in look.stands.close.officers and found.id != look.case.officer_id


def _ticket(look: Look, value: Any, taken: Given) -> bool:
    """Another case that this officer may see and that goes on: the one both are about.

    What no local desk may read, and lies at none, goes on in none that lies at one.
    """
    read = read_ticket(str(value or ""))
    found = cases.by_ticket(look.work.db, read.ticket) if read else None
    if found is not None and found.merged_into:
        found = cases.by_id(look.work.db, found.merged_into)
    if found is None or found.id == look.case.id or found.merged_into:
        return False
    if is_local(found.desk) and not is_local(look.case.desk) and _kept_away(look.case):
        return False
    taken.into = found
    taken.public["into"] = found.ticket
    return Status(found.status) in GOES_ON and may.sees(look.work, look.officer, found) is None


CHECKS: Mapping[str, Callable[[Look, Any, Given], bool]] = {
    "agency": _agency, "copies": _copies, "day": _day, "desk": _desk, "employer": _employer, "grade": _grade,
    "officer": _officer, "outcome": _outcome, "question": _question, "reason": _reason, "sentence": _sentence,
    "ticket": _ticket, "times": _times,
}  # fmt: skip
"""What is named here is checked so; anything else is a text."""
