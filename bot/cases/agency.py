"""The rows of routing: agencies with their offices and powers, routes, and where a PPK's silence is carried.

Read from `agencies.toml`; see there for what each field means. How a case finds its desk is in `routing.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.cases.lives import LIVES
from bot.cases.rows import Row, tables, twice
from bot.cases.violation import VIOLATION

LEVELS = ("regency", "province", "national")
"""From the lowest up."""
POWERS = ("register", "pass_on", "address_ppk", "conclude", "distribute")
REGION = "region"
EMPLOYERS = (REGION, "province", "ministry")
"""Whose civil servant the accused is: of a kabupaten or kota, of a province, of a ministry or central body."""
IS_A = {"province": REGION}
"""A province's government is a region's too."""
TRIAGE = "triage"


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency; `levels` in the order of LEVELS; `national` is its national office's name where it differs;
    `first` the kinds of case it may be the first to read."""

    key: str
    name: str
    national: str
    levels: tuple[str, ...]
    first: tuple[str, ...]
    own: bool
    formal: bool
    powers: frozenset[str]
    contacts: tuple[str, ...]
    successor: str
    until: date | None
    source: str


@dataclass(frozen=True, slots=True)
class Rule:
    """One route of one kind of case; an empty condition fits everything.

    topic   of a violation the offences
    copies  agencies that should know too
    """

    key: str
    kind: str
    topic: tuple[str, ...]
    stage: tuple[str, ...]
    accused: tuple[str, ...]
    position: tuple[str, ...]
    agency: str
    at_least: str
    copies: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Escalation:
    """One step up when the PPK is silent; `employer` "" is for regions and ministries alike."""

    agency: str
    employer: str
    source: str


@dataclass(frozen=True, slots=True)
class Agencies:
    rows: tuple[Agency, ...]
    rules: tuple[Rule, ...]
    escalations: tuple[Escalation, ...]
    by_key: Mapping[str, Agency] = field(repr=False)

    def agency(self, key: str) -> Agency:
        """The agency that has this role today: a dissolved name's successor. KeyError: no such name."""
        seen: set[str] = set()
        agency = self.by_key[key]
        while agency.successor and agency.key not in seen:
            seen.add(agency.key)
            agency = self.by_key.get(agency.successor, agency)
        return agency

    def routes(self, kind: str) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.kind == kind)

    def above_ppk(self, employer: str) -> tuple[Agency, ...]:
        """Who hears of a silent PPK, in order; `employer` is one of EMPLOYERS."""
        rows = {"", employer, IS_A.get(employer, employer)}
        return tuple(self.agency(step.agency) for step in self.escalations if step.employer in rows)


def load_agencies(path: Path, faults: list[str]) -> Agencies:
    """The agencies and routes of this file; faults are appended, none is raised."""
    found = tables(path, ("agency", "route", "escalation"), faults)
    rows = tuple(_agency(row) for row in found["agency"])
    names = {agency.key for agency in rows}
    for row, agency in zip(found["agency"], rows, strict=True):
        if agency.successor and agency.successor not in names:
            row.fault(f"the successor {agency.successor!r} is no agency")
    rules = tuple(_rule(row, names) for row in found["route"])
    escalations = tuple(_escalation(row, names) for row in found["escalation"])
    twice(f"{path.name}: agency", (agency.key for agency in rows), faults)
    twice(f"{path.name}: route", (rule.key for rule in rules), faults)
    if TRIAGE not in names:
        faults.append(f"{path.name}: no agency {TRIAGE!r}, the last resort")
    return Agencies(rows, rules, escalations, {agency.key: agency for agency in rows})


def _agency(row: Row) -> Agency:
    levels = row.texts("levels", True)
    powers = row.texts("powers")
    if set(row.texts("first")) - set(LIVES):
        row.fault(f"first are kinds of case: {', '.join(LIVES)}")
    if set(levels) - set(LEVELS) or set(powers) - set(POWERS):
        row.fault(f"levels are out of {', '.join(LEVELS)}; powers out of {', '.join(POWERS)}")
    agency = Agency(
        key=row.text("key"),
        name=row.text("name"),
        national=row.text("national", ""),
        levels=tuple(level for level in LEVELS if level in levels),
        first=row.texts("first") if "first" in row.data else (VIOLATION.kind,),
        own=row.flag("own"),
        formal=row.flag("formal"),
        powers=frozenset(powers),
        contacts=row.texts("contacts"),
        successor=row.text("successor", ""),
        until=row.day("until", False),
        source=row.text("source"),
    )
    if not agency.levels:
        row.fault("an agency needs an office at some level")
    row.done()
    return agency


def _rule(row: Row, agencies: set[str]) -> Rule:
    kind = row.one("kind", LIVES, VIOLATION.kind)
    rule = Rule(
        key=row.text("key"),
        kind=kind,
        topic=row.texts("offence" if kind == VIOLATION.kind else "topic"),
        stage=row.texts("stage"),
        accused=row.texts("accused"),
        position=row.texts("position"),
        agency=row.one("agency", agencies),
        at_least=row.one("at_least", LEVELS),
        copies=row.texts("copies"),
        source=row.text("source"),
    )
    for copy in sorted(set(rule.copies) - agencies):
        row.fault(f"copies {copy!r}, which is no agency")
    row.done()
    return rule


def _escalation(row: Row, agencies: set[str]) -> Escalation:
    step = Escalation(row.one("agency", agencies), row.one("employer", EMPLOYERS, ""), row.text("source"))
    row.done()
    return step
