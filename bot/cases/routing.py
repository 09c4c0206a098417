"""Which desk reads a case: the routes of the law, then the place, rising until a desk has officers.

A desk is `agency`, `agency:province` or `agency:regency`: "bkn", "bawaslu:74", "bawaslu:74.07". The desks
are not a list: every agency with offices at a level has one for every province (38) or kabupaten and kota
(514) of the land.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from bot.cases.agency import LEVELS, TRIAGE, Agency, Rule
from bot.cases.law import Law
from bot.cases.region import Land
from bot.cases.stage import Stage
from bot.cases.violation import VIOLATION

NEUTRALITY, RUNNING, OFF, HIGH, LOW = "neutrality", "running", "off", "high", "low"
PROVINCE = "province"


@dataclass(frozen=True, slots=True)
class Case:
    """What routing looks at, as a route's conditions name it.

    topic       of a violation the offence; neutrality: it is a breach of it
    stage       of an election, None off season
    accused     "" where nobody is accused; high: the post or the kind of person is
    """

    kind: str
    topic: str
    stage: str | None
    neutrality: bool = False
    accused: str = ""
    position: str | None = None
    high: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the decision, for `saksi route`.

    passed     the route `subject` does not fit: its condition `because`
    chosen     the route `subject` fits; `because` is its source
    successor  the agency `subject` is no more; `because` has its role
    raised     the citizen wants the province, not `subject`
    unstaffed  the desk `subject` has no officers
    desk       the desk `subject` reads
    gap        no route fits
    """

    what: Literal["passed", "chosen", "successor", "raised", "unstaffed", "desk", "gap"]
    subject: str
    because: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """A decision.

    desk             who reads
    agency           whose business it is; not the desk's agency when nobody but triage has officers
    office           where a formal report may be handed in: the desk's office if all desks were staffed
    formal_possible  a formal report with the law's seven days exists for this, today
    copies           agencies that should know too
    why              every step, in order
    """

    desk: str
    agency: str
    office: str
    formal_possible: bool
    copies: tuple[str, ...]
    why: tuple[Step, ...]


def route(
    law: Law,
    land: Land,
    one: Case,
    *,
    region: str,
    audience: str,
    staffed: Callable[[str], bool],
) -> Route:
    """The desk for a case; never nobody.

    1. The first route of its kind that fits gives the agency; a dissolved one means its successor.
    2. Its offices from the lowest allowed level up: the route's `at_least`, and never below the province when
       `audience` is "province" (the citizen's wish). `region` is a Kemendagri code, "" when unknown.
    3. The first desk that has officers (`staffed`) reads; if none has, triage does.
    """
    steps: list[Step] = []
    rule = _rule(law, one, steps)
    if rule is None:
        steps.append(Step("gap", one.topic))
        return Route(TRIAGE, TRIAGE, TRIAGE, False, (), (*steps, Step("desk", TRIAGE)))
    agency = law.agencies.agency(rule.agency)
    if agency.key != rule.agency:
        steps.append(Step("successor", rule.agency, agency.key))
    lowest = LEVELS.index(rule.at_least)
    if audience == PROVINCE and lowest < LEVELS.index(PROVINCE) and PROVINCE in agency.levels:
        steps.append(Step("raised", rule.at_least))
        lowest = LEVELS.index(PROVINCE)
    desks = tuple(desks_of(law, land, agency, region, lowest))
    desk = TRIAGE
    for candidate in desks:
        if candidate == TRIAGE or staffed(candidate):
            desk = candidate
            break
        steps.append(Step("unstaffed", candidate))
    steps.append(Step("desk", desk))
    return Route(
        desk=desk,
        agency=agency.key,
        office=desks[0] if desks else desk,
        formal_possible=agency.formal and one.stage is not None,
        copies=tuple(dict.fromkeys(law.agencies.agency(copy).key for copy in rule.copies)),
        why=tuple(steps),
    )


def title(law: Law, land: Land, desk: str) -> tuple[str, Mapping[str, str]]:
    """A desk as a words key and its values.

    `desk-regency` with agency "Bawaslu" and region "Kab. Wakatobi"; `desk-province` with "Bawaslu" and
    "Sulawesi Tenggara"; `desk-national` with "Bawaslu RI" or "BKN"; `desk-triage` with nothing. KeyError:
    no such agency.
    """
    key, _, code = desk.partition(":")
    if key == TRIAGE:
        return "desk-triage", {}
    agency = law.agencies.by_key[key]
    if not code:
        return "desk-national", {"agency": agency.national or agency.name}
    region = land.short_title(code) if land.region(code) else code
    return ("desk-regency" if "." in code else "desk-province"), {"agency": agency.name, "region": region}


def is_desk(law: Law, land: Land, desk: str) -> bool:
    """May officers sit here? The agency exists today and has an office there, in a region that exists."""
    key, colon, code = desk.partition(":")
    agency = law.agencies.by_key.get(key)
    if (
        agency is None
        or agency.successor
        or (code and land.region(code) is None)
        or bool(colon) != bool(code)
    ):
        return False
    there = "." in code or not code or law.offices.sits(key, code)
    return there and level(desk) in agency.levels


def level(desk: str) -> str:
    """ "regency", "province" or "national"."""
    _, _, code = desk.partition(":")
    return "national" if not code else "regency" if "." in code else PROVINCE


def violation(
    law: Law, *, offence: str, stage: Stage | None, accused_kind: str, position: str | None
) -> Case:
    """What routing looks at. Unknown keys (of an older catalogue) fit only routes without that condition."""
    found, kind = law.catalogue.offence(offence), law.catalogue.kind(accused_kind)
    post = law.positions.position(position)
    return Case(
        kind=VIOLATION.kind,
        topic=offence,
        neutrality=bool(found and found.neutrality and not found.group),
        stage=stage.key if stage else None,
        accused=accused_kind,
        position=position,
        high=bool((kind and kind.high) or (post and post.high)),
    )


def misfit(rule: Rule, one: Case) -> str:
    """The condition of the route that does not fit; "" when all do."""
    fits: dict[str, set[str | None]] = {
        "topic": {one.topic, *([NEUTRALITY] if one.neutrality else [])},
        "stage": {one.stage, RUNNING} if one.stage else {OFF},
        "accused": {one.accused},
        "position": {one.position, HIGH if one.high else LOW},
    }
    wanted = {
        "topic": rule.topic,
        "stage": rule.stage,
        "accused": rule.accused,
        "position": rule.position,
    }
    return next((name for name, of in wanted.items() if of and fits[name].isdisjoint(of)), "")


def _rule(law: Law, one: Case, steps: list[Step]) -> Rule | None:
    for rule in law.agencies.routes(one.kind):
        because = misfit(rule, one)
        if not because:
            steps.append(Step("chosen", rule.key, rule.source))
            return rule
        steps.append(Step("passed", rule.key, because))
    return None


def desks_of(law: Law, land: Land, agency: Agency, region: str, lowest: int = 0) -> Iterator[str]:
    """The agency's desks for this place, from the lowest allowed level (of LEVELS) up.

    A province without an office of its own is read where the law says.
    """
    found = land.region(region)
    for at in LEVELS[lowest:]:
        if at not in agency.levels:
            continue
        if at == "national":
            yield agency.key
        elif found and at == PROVINCE:
            seat = law.offices.seat(agency.key, found.province)
            if seat:
                yield f"{agency.key}:{seat}"
        elif found and found.kind != PROVINCE:
            yield f"{agency.key}:{found.code}"
