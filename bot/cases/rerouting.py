"""Where a case that was filed would go today, by what is known of it: the law's own routes, asked anew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from bot.cases.law import Law
from bot.cases.region import Land
from bot.cases.routing import Case, route, violation
from bot.cases.stage import stage_on
from bot.cases.violation import VIOLATION


@dataclass(frozen=True, slots=True)
class Filed:
    """The facts of a case by which it is routed; its post was proposed when it was filed, and `high` is left of it."""

    kind: str
    topic: str
    accused: str
    high: bool
    audience: str


def rerouted(
    law: Law, land: Land, filed: Filed, *, region: str, day: date, staffed: Callable[[str], bool]
) -> str:
    """The desk for an event in this region, on that day there."""
    stage = stage_on(law.calendar, day, region)
    one = (
        violation(law, offence=filed.topic, stage=stage, accused_kind=filed.accused, position=None)
        if filed.kind == VIOLATION.kind
        else Case(filed.kind, filed.topic, stage.key if stage else None)
    )
    one = replace(one, high=one.high or filed.high)
    return route(law, land, one, region=region, audience=filed.audience, staffed=staffed).desk
