"""*Riwayat*: what happened to a case, by day: who did it, and what they gave with it. Never what is the citizen's.

Who looks after the desks from above reads there too who has opened what.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, get_args
from zoneinfo import ZoneInfo

from bot.conversation.message import Line, Value, Word
from bot.conversation.text import shortened
from bot.flows.kinds import KINDS
from bot.flows.reader import desk_word
from handlers.casework import linked, looks, may
from handlers.casework.release import Why
from handlers.casework.work import Refused, Standing, Work
from handlers.visit import Visit, zone_of_case
from storage import cases, desks, events
from storage.cases import Case
from storage.desks import Officer
from storage.events import Event

LATEST = 12
"""Events that are shown."""
A_LETTER = 4
"""Events of one letter, so that none is cut."""
LONG = 600
"""Characters of what an officer wrote with a move."""
WROTE = ("question", "summary", "sentence", "number", "decision", "office", "ppk", "advice")
"""What an officer may have written with a move; the words are those of the form (`sum-…`)."""


def history(visit: Visit, officer: Officer, case: Case) -> Iterator[tuple[Line, ...]] | Refused:
    found = looks.timeline(visit.work, officer, case.id)
    if isinstance(found, Refused):
        return found
    known = [
        event
        for event in found
        if visit.library.words.has(visit.sight.language, _what(event, KINDS[case.kind].who).key)
        and (event.what != "opened" or officer.role in may.FROM_ABOVE)
    ]
    stands = Standing(visit.work, case)
    kin = {ticket for _, ticket in linked.seen(stands, officer)} | set(linked.parts(stands, officer))
    shown = [event for event in known if event.what not in linked.NOTED or event.data.get("ticket") in kin]
    return _letters(visit, case, shown[-LATEST:], kin)


def _letters(
    visit: Visit, case: Case, known: list[Event], kin: Collection[str]
) -> Iterator[tuple[Line, ...]]:
    head: tuple[Line, ...] = (Line("desk-history", {"ticket": case.ticket}),)
    for start in range(0, max(len(known), 1), A_LETTER):
        some = known[start : start + A_LETTER]
        yield (*head, *(line for event in some for line in _event(visit, case, event, kin)))
        head = ()


def _event(visit: Visit, case: Case, event: Event, kin: Collection[str]) -> Iterator[Line]:
    """`kin`: numbers of other cases, of hers or merged into this one, that the reader may know."""
    day = event.at.astimezone(ZoneInfo(zone_of_case(visit.library, case))).date()
    values: dict[str, Value] = {"day": day, "what": _what(event, KINDS[case.kind].who)}
    by = desks.by_id(visit.db, visit.keys, str(event.data.get("officer", "")))
    yield (
        Line("desk-happened-by", {**values, "name": by.name}, "row")
        if by
        else Line("desk-happened", values, "row")
    )
    if event.data.get("ticket") in kin:
        yield Line("desk-happened-with", {"ticket": str(event.data["ticket"])}, "row")
    if by is not None and event.what != "opened":
        yield from _given(visit.work, case, event)


def _given(work: Work, case: Case, event: Event) -> Iterator[Line]:
    """What stands in the event of it, and what was sealed with it."""
    data, secret = event.data, _sealed(work, case, event)
    if data.get("desk"):
        yield Line("desk-happened-to", {"desk": desk_word(work.library, str(data["desk"]))}, "row")
    if data.get("reason"):
        yield Line("sum-reason", {"reason-choice": Word(f"reason-{data['reason']}")}, "row")
    if data.get("question"):
        yield Line("sum-question", {"question-text": Word(f"question-{data['question']}")}, "row")
    for name in WROTE:
        if secret.get(name):
            yield Line(f"sum-{name}", {f"{name}-text": shortened(str(secret[name]), LONG)}, "row")
    if data.get("grade"):
        yield Line("sum-grade", {"grade-choice": Word(f"grade-{data['grade']}")}, "row")


def _sealed(work: Work, case: Case, event: Event) -> Mapping[str, Any]:
    if event.sealed is None:
        return {}
    return events.secret_of(event, case.id, cases.dossier_of(work.db, work.keys, case)) or {}


def _what(event: Event, who: Word) -> Word:
    """A look by what was opened, a way back to the desk by why, anything else by what was done."""
    match event.what:
        case "opened":
            return Word(f"desk-did-opened-{event.data['what']}")
        case "return" | "released" if event.data.get("why") in get_args(Why):
            return Word(f"desk-did-return-{event.data['why']}")
    return Word(f"desk-did-{event.what}", {"who": who})
