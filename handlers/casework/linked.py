"""Cases of one citizen that grew out of each other, and which of them an officer may put together.

The number of the other is shown only to who may see that case as well, and where she chose in both to be known alike:
else the two would tell together what each of them does not. The link opens nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from sqlmodel import Session

from bot.flows.growing import growth_into
from bot.flows.kinds import KINDS
from handlers.casework import may
from handlers.casework.work import Work
from storage import cases
from storage.cases import Case
from storage.desks import Officer

NOTED = frozenset({"grown", "consulted"})
"""Events that say no more than that there is another case."""


def kin(db: Session, case: Case) -> Iterator[tuple[str, Case]]:
    """Each with the key of its words: `from-GROWTH` where this one grew from it, else `into-GROWTH`."""
    source = cases.by_id(db, case.grown_from) if case.grown_from else None
    if source is not None:
        yield from _named("from", source, case, source)
    for one in cases.grown_of(db, case.id):
        yield from _named("into", case, one, one)


def seen(work: Work, officer: Officer, case: Case) -> tuple[tuple[str, str], ...]:
    """Words key and number of those that this officer may know of."""
    return tuple(
        (key, one.ticket)
        for key, one in kin(work.db, case)
        if one.identity_level == case.identity_level and may.sees(work, officer, one) is None
    )


def _named(side: str, source: Case, new: Case, other: Case) -> Iterator[tuple[str, Case]]:
    growth = growth_into(source.kind, KINDS[new.kind].form.name)
    if growth is not None:
        yield f"{side}-{growth.key}", other
