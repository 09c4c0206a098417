"""What is readable in the law but unwise, for `saksi check`: a route that never fits, a gap, a loop, …"""

from __future__ import annotations

from collections.abc import Iterator

from bot.cases.agency import LEVELS, TRIAGE
from bot.cases.law import Law
from bot.cases.lifecycle import Table
from bot.cases.likeness import match
from bot.cases.lives import LIVES
from bot.cases.routing import HIGH, LOW, NEUTRALITY, OFF, PROVINCE, RUNNING, Case, misfit
from bot.cases.stage import STAGES, never_wins
from bot.cases.violation import VIOLATION

ABOUT = {VIOLATION.kind: "offence"}
"""What a kind of case is about, where that is no topic."""
NAMED = ("news", "formal_safe", "elsewhere", "ombudsman_age")
"""Clocks that the code asks for by name."""


def check(law: Law) -> list[str]:
    """A sentence for each thing to put right in the law itself; none when all is well."""
    return [
        *_names(law),
        *_successors(law),
        *_offices(law),
        *_coverage(law),
        *never_wins(law.calendar),
        *_clocks(law),
        *_situations(law),
    ]


def _names(law: Law) -> Iterator[str]:
    """Conditions that name nothing there is."""
    known = {
        "topic": {one.key for one in law.catalogue.topics},
        "offence": {NEUTRALITY, *(one.key for one in law.catalogue.offences if not one.group)},
        "stage": {RUNNING, OFF, *STAGES},
        "accused": {one.key for one in law.catalogue.accused},
        "position": {HIGH, LOW, *(one.key for one in law.positions.rows)},
    }
    for rule in law.agencies.rules:
        wanted = {
            ABOUT.get(rule.kind, "topic"): rule.topic,
            "stage": rule.stage,
            "accused": rule.accused,
            "position": rule.position,
        }
        for name, keys in wanted.items():
            for key in sorted(set(keys) - known[name]):
                yield f"route {rule.key}: there is no {name} {key!r}"


def _successors(law: Law) -> Iterator[str]:
    """A dissolved name must end at an agency that exists."""
    for agency in law.agencies.rows:
        if law.agencies.agency(agency.key).successor:
            yield f"agency {agency.key}: its successors go round in a loop"
        if bool(agency.successor) != bool(agency.until):
            yield f"agency {agency.key}: a dissolved agency has both a successor and the day it ended"


def _offices(law: Law) -> Iterator[str]:
    """Every agency that may be first is; no other is; the accused's own government is not."""
    used = {(rule.kind, law.agencies.agency(rule.agency).key) for rule in law.agencies.rules}
    for agency in law.agencies.rows:
        for kind in agency.first:
            if not agency.successor and (kind, agency.key) not in used and agency.key != TRIAGE:
                yield f"agency {agency.key}: no route of a {kind} leads to it"
    for rule in law.agencies.rules:
        agency = law.agencies.agency(rule.agency)
        if rule.kind not in agency.first:
            yield f"route {rule.key}: {agency.key} may not be the first to read a {rule.kind}"
        if agency.levels and LEVELS.index(rule.at_least) > max(LEVELS.index(at) for at in agency.levels):
            yield f"route {rule.key}: {agency.key} has no office at {rule.at_least} or above"
        if agency.own and LEVELS.index(rule.at_least) < LEVELS.index(PROVINCE):
            yield f"route {rule.key}: {agency.key} may be the accused's own, so at_least must be {PROVINCE}"
    if "distribute" not in law.agencies.by_key[TRIAGE].powers:
        yield f"agency {TRIAGE}: without the power distribute, what has been passed on twice stays there"
    if not any("address_ppk" in agency.powers and not agency.successor for agency in law.agencies.rows):
        yield "no agency has the power address_ppk: nobody can ask the PPK to decide"


def _coverage(law: Law) -> Iterator[str]:
    """Every case there can be is tried: routes that never win, gaps, formal reports off season."""
    unused = {rule.key for rule in law.agencies.rules}
    gaps: dict[str, None] = {}
    formal_off: dict[str, None] = {}
    for one in _cases(law):
        rule = next((rule for rule in law.agencies.routes(one.kind) if not misfit(rule, one)), None)
        if rule is None:
            about = ", ".join(filter(None, (one.topic, one.stage or "off season", one.accused)))
            gaps[f"no route for {about}"] = None
            continue
        unused.discard(rule.key)
        if one.stage is None and law.agencies.agency(rule.agency).formal:
            formal_off[f"route {rule.key}: leads to {rule.agency} off season, when it takes no reports"] = (
                None
            )
    yield from (f"route {rule.key}: it can never match" for rule in law.agencies.rules if rule.key in unused)
    yield from gaps
    yield from formal_off


def _cases(law: Law) -> Iterator[Case]:
    for stage in (*STAGES, None):
        for kind in LIVES:
            if kind != VIOLATION.kind:
                yield from (Case(kind, topic.key, stage) for topic in law.catalogue.topics)
    yield from _violations(law)


def _violations(law: Law) -> Iterator[Case]:
    posts = [(None, False), *((one.key, one.high) for one in law.positions.rows)]
    for offence in law.catalogue.offences:
        if offence.group:
            continue
        for stage in (*STAGES, None):
            for kind in law.catalogue.accused:
                for post, high in posts:
                    high_post = kind.high or high
                    yield Case(
                        VIOLATION.kind, offence.key, stage, offence.neutrality, kind.key, post, high_post
                    )


def _clocks(law: Law) -> Iterator[str]:
    """Clocks and lifecycle name each other."""
    for name in NAMED:
        if name not in law.clocks.by_id:
            yield f"clock {name} is missing"
    for table in LIVES.values():
        yield from _table_clocks(law, table)
    moves = {key for table in LIVES.values() for key in table.keys}
    for clock in law.clocks.rows:
        if clock.then and clock.then not in moves:
            yield f"clock {clock.id}: {clock.then!r} is no move of any case"


def _table_clocks(law: Law, table: Table) -> Iterator[str]:
    for row in table.moves:
        for name in row.starts:
            clock = law.clocks.by_id.get(name)
            if clock is None:
                yield f"move {row.key} of a {table.kind} starts the clock {name}, which is missing"
            elif clock.then and clock.then not in table.keys:
                yield f"clock {name}: {clock.then!r} is no move of a {table.kind}, which starts it"
        for kind in sorted(row.kinds):
            if law.catalogue.kind(kind) is None:
                yield f"move {row.key} of a {table.kind} is about {kind!r}, which is no kind of accused"


def _situations(law: Law) -> Iterator[str]:
    """What people are said to ask leads where it should; every topic has something to pick."""
    for topic in law.situations.topics:
        if not law.situations.of(topic):
            yield f"topic {topic}: it has no situation"
    for row in law.situations.rows:
        for said in row.said:
            found = match(law.everyday, law.situations, said).found
            if found is not row:
                yield f"situation {row.key}: {said!r} leads to {found.key if found else 'none'} (try `saksi ask`)"
