"""Cases of one citizen that grew out of each other, and which of them an officer may put together.

The number of the other is shown only to who may see that case as well, and where she chose in both to be known alike:
else the two would tell together what each of them does not. The link opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.flows.growing import growth_into
from bot.flows.kinds import KINDS
from handlers.casework import may
from handlers.casework.work import Standing
from storage import cases
from storage.cases import Case
from storage.desks import Officer

NOTED = frozenset({"grown", "consulted"})
"""Events that say no more than that there is another case."""


def kin(stands: Standing) -> Iterator[tuple[str, Case]]:
    """Each with the key of its words: `from-GROWTH` where this one grew from it, else `into-GROWTH`."""
    case = stands.case
    source = cases.by_id(stands.work.db, case.grown_from) if case.grown_from else None
    if source is not None:
        yield from _named("from", source, case, source)
    for one in stands.grown:
        yield from _named("into", case, one, one)


def seen(stands: Standing, today: Officer) -> tuple[tuple[str, str], ...]:
    """Words key and number of those that an officer, as they are today, may know of."""
    return tuple(
        (key, one.ticket)
        for key, one in kin(stands)
        if one.identity_level == stands.case.identity_level
        and may.knows(Standing(stands.work, one), today) is None
    )


def parts(stands: Standing, today: Officer) -> Iterator[str]:
    """Numbers of the reports that were merged into this one: who has it reads there what the others saw."""
    for one in cases.merged_into(stands.work.db, stands.case.id):
        if may.knows(Standing(stands.work, one), today) is None:
            yield one.ticket


def _named(side: str, source: Case, new: Case, other: Case) -> Iterator[tuple[str, Case]]:
    growth = growth_into(source.kind, KINDS[new.kind].form.name)
    if growth is not None:
        yield f"{side}-{growth.key}", other
