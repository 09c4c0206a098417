"""`saksi route`: why a report or a question would go where it goes, row by row of the law."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from bot.cases.consultation import CONSULTATION
from bot.cases.horizon import elections
from bot.cases.law import Law
from bot.cases.position import propose_position
from bot.cases.region import Land, Region
from bot.cases.region_typed import find_typed
from bot.cases.routing import Case, Route, Step, route, violation
from bot.cases.stage import stage_on
from bot.library import Library

STEPS = {
    "passed": "{subject} does not fit: {because}",
    "chosen": "{subject} fits ({because})",
    "successor": "{subject} is no more; {because} has its role",
    "raised": "the citizen wants the province, not the {subject}",
    "unstaffed": "{subject} has no officers",
    "desk": "{subject} reads",
    "gap": "no route fits {subject}",
}


class NoRoute(Exception):
    """Something asked for is not in the law or the land; the sentence says what is."""


@dataclass(frozen=True, slots=True)
class Asked:
    """topic: of a question, else "" and there is an offence; accused: a kind of the catalogue.

    post: words that name it, "" unknown; place: a code or words, "" unknown.
    """

    topic: str
    offence: str
    accused: str
    post: str
    place: str
    day: str
    province: bool


def explained(library: Library, asked: Asked, staffed: Callable[[str], bool]) -> Iterator[str]:
    """The lines to print. Raises NoRoute."""
    law, land = library.law, library.land
    if asked.topic:
        _one_of("topic", asked.topic, (row.key for row in law.catalogue.topics))
    else:
        _one_of("offence", asked.offence, (row.key for row in law.catalogue.offences))
        _one_of("kind of accused", asked.accused, (row.key for row in law.catalogue.accused))
    region = _region(land, asked.place)
    code = region.code if region else ""
    day = _day(asked.day)
    stage = stage_on(law.calendar, day, code)
    position = propose_position(law.positions, asked.post)
    if asked.topic:
        one = Case(CONSULTATION.kind, asked.topic, stage.key if stage else None)
    else:
        one = violation(
            law, offence=asked.offence, stage=stage, accused_kind=asked.accused, position=position
        )
    found = route(law, land, one, region=code, audience="province" if asked.province else "", staffed=staffed)
    yield f"place: {land.full_title(code) if region else 'unknown'}"
    yield f"stage on {asked.day}: {f'{stage.election}, {stage.key}' if stage else 'no election'}"
    yield from (f"note: calendar.toml: {sentence}" for sentence in elections(law.calendar, day))
    if not asked.topic:
        yield f"post: {position or 'none that matters'}"
    yield ""
    yield from (f"{number}. {_told(step)}" for number, step in enumerate(found.why, 1))
    yield ""
    yield from _outcome(law, found)


def _outcome(law: Law, found: Route) -> Iterator[str]:
    yield f"desk: {found.desk}"
    yield f"agency: {law.agencies.agency(found.agency).key}"
    yield f"formal report: {f'at the office of {found.office}' if found.formal_possible else 'not for this'}"
    yield f"copies: {', '.join(found.copies) or 'none'}"


def _told(step: Step) -> str:
    return STEPS[step.what].format(subject=step.subject, because=step.because)


def _region(land: Land, place: str) -> Region | None:
    if not place or land.region(place):
        return land.region(place)
    found = find_typed(land, place)
    if found.sure is None:
        near = ", ".join(f"{one.code} {land.title(one.code)}" for one in found.choices)
        raise NoRoute(
            f"{place!r} is no one place. {f'Did you mean {near}?' if near else 'Name a kabupaten or kota.'}"
        )
    return found.sure


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise NoRoute(f"{text!r} is no day; one looks like 2024-10-16.") from None


def _one_of(what: str, given: str, keys: Iterable[str]) -> None:
    known = list(keys)
    if given not in known:
        near = difflib.get_close_matches(given, known, n=1)
        asked = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(known)}."
        raise NoRoute(f"The law knows no {what} {given!r}. {asked}")
