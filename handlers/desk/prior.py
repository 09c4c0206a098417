"""What happened to the case before a complaint, for the Ombudsman's desk: which day, which desk, which step.

Only what the citizen was told of, and when she sent it: no number, no text of hers, nobody's name, no desk of hers.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from bot.cases.calendar import working_between
from bot.cases.lives import LIVES
from bot.conversation.message import Line, Value, Word
from bot.flows.kinds import KINDS
from bot.flows.reader import desk_word
from handlers.casework import batch, looks
from handlers.casework.work import Refused, Standing
from handlers.prior import prior_of
from handlers.visit import Visit, zone_of_case
from storage import cases, deadlines
from storage.cases import Case
from storage.desks import Officer
from storage.events import Event

A_LETTER = 6
"""Steps of one letter, so that none is cut."""
HERS = frozenset({"filed", "object"})
"""What she did that an office had to answer."""


def before(visit: Visit, officer: Officer, case: Case) -> Iterator[tuple[Line, ...]] | Refused:
    """The timeline of the case that this one is about; who may see this one's may see that one's days and desks."""
    refused = looks.timeline(visit.work, officer, case.id)
    prior = cases.by_id(visit.db, case.grown_from) if case.grown_from else None
    if isinstance(refused, Refused):
        return refused
    return Refused("gone") if prior is None else _letters(visit, prior)


def _letters(visit: Visit, prior: Case) -> Iterator[tuple[Line, ...]]:
    kind = KINDS[prior.kind]
    topic = kind.topic(visit.library, prior.topic)
    rows = list(_rows(visit, prior))
    head: tuple[Line, ...] = (
        Line("desk-prior-head", {"topic": topic, "desk": desk_word(visit.library, prior.desk)}),
    )
    for start in range(0, max(len(rows), 1), A_LETTER):
        yield (*head, *rows[start : start + A_LETTER])
        head = ()


def _rows(visit: Visit, prior: Case) -> Iterator[Line]:
    told = HERS | {row.key for row in LIVES[prior.kind].moves if row.says}
    happened = batch.seen(Standing(visit.work, prior))
    undone = {event.data.get("of") for event in happened if event.what == "undo"}
    zone, desk = ZoneInfo(zone_of_case(visit.library, prior)), ""
    for event in happened:
        if event.what not in told or event.seq in undone:
            continue
        at = str(event.data.get("was") or event.data.get("desk") or desk)
        desk = str(event.data.get("desk") or at)
        what = Word(f"desk-did-{event.what}", {"who": KINDS[prior.kind].who})
        values: dict[str, Value] = {
            "day": event.at.astimezone(zone).date(),
            "what": what,
            "desk": desk_word(visit.library, at),
        }
        yield Line("desk-prior-row", values, "row")
    yield from _silence(visit, prior, happened)


def _silence(visit: Visit, prior: Case, happened: Sequence[Event]) -> Iterator[Line]:
    """As it is today: an office may have moved since she complained."""
    law, zone = visit.library.law, zone_of_case(visit.library, prior)
    found = prior_of(law, prior, happened, deadlines.of(visit.db, prior.id), zone)
    if found is not None and found.ground == "silent":
        today = visit.at.astimezone(ZoneInfo(zone)).date()
        days = working_between(law, found.since, today, prior.region)
        yield Line("desk-prior-silent", {"day": found.since, "days": days}, "row")
