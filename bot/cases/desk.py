"""Desks among one another: which stands above which, and which reads where another has no officers."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.cases.agency import TRIAGE, Agency
from bot.cases.law import Law
from bot.cases.routing import level


def agency_of(desk: str) -> str:
    return desk.partition(":")[0]


def is_above(desk: str, other: str) -> bool:
    """Whether `desk` is of the same agency and looks after the area of `other`: "bawaslu:74" over "bawaslu:74.07"."""
    agency, _, area = desk.partition(":")
    below, _, place = other.partition(":")
    return agency == below and desk != other and (not area or place.startswith(f"{area}."))


def over(law: Law, desk: str) -> Iterator[str]:
    """The desks above this one, the nearest first, as far as the agency has offices there."""
    agency, _, area = desk.partition(":")
    levels = law.agencies.by_key[agency].levels
    if "." in area and "province" in levels:
        yield f"{agency}:{area.partition('.')[0]}"
    if area and "national" in levels:
        yield agency


def risen(law: Law, desk: str, staffed: Callable[[str], bool]) -> str:
    """This desk, or the first above it that has officers; triage where none has."""
    return next((one for one in (desk, *over(law, desk)) if one == TRIAGE or staffed(one)), TRIAGE)


def above(law: Law, desk: str, staffed: Callable[[str], bool]) -> str | None:
    """The first desk above this one that has officers."""
    return next((one for one in over(law, desk) if staffed(one)), None)


def with_power(law: Law, power: str) -> str | None:
    """The desk, national, of the agency that has this power today."""
    rows = law.agencies.rows
    return next((row.key for row in rows if power in row.powers and not row.successor), None)


def reachable(law: Law, desk: str) -> Iterator[Agency]:
    """The agencies other than the desk's own that a citizen can be sent to: those whose contacts the law knows."""
    own = agency_of(desk)
    rows = law.agencies.rows
    yield from (one for one in rows if one.contacts and not one.successor and one.key != own)


def powers_of(law: Law, desk: str) -> frozenset[str]:
    agency = law.agencies.by_key.get(agency_of(desk))
    return agency.powers if agency else frozenset()


def is_local(desk: str) -> bool:
    """Whether it may be staffed by the accused's own government: no place for what is about high posts."""
    return level(desk) == "regency"
