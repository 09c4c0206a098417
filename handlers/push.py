"""The citizen hears of a move: when the letter leaves, what it says, and what she can answer with.

A push that an officer caused leaves some random minutes later, so that nobody who presses a button sees whose phone
rings; and by day. Until it has left, the officer may take the move back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from bot.cases.agency import TRIAGE
from bot.cases.desk import agency_of
from bot.cases.law import Law
from bot.cases.lifecycle import Move, Status
from bot.conversation.message import Line, Option, Say, Value, Word
from bot.flows.officer import OTHER, question_value
from bot.flows.reader import desk_word
from bot.flows.told import CASE, case_option
from bot.library import Library
from handlers.casework import letter
from handlers.casework.clocks import may_object
from handlers.casework.work import Standing, Work
from handlers.civil import asleep, waking
from handlers.prior import prior_of
from handlers.tied import Tied
from handlers.visit import zone_of_case
from storage import mail
from storage.cases import Case
from storage.offers import slot_of

IN_WORDS = {
    ("add", "object", "ombudsman", "no"): "move-more",
    ("clear", "more"): "move-clear",
    ("raise",): "move-raise",
    ("rate",): "move-rate",
}
"""What a letter offers -> the words for it where choices are numbered."""
NEAR = timedelta(hours=1)
"""So long before a call she is about to be where she can be called."""
CALLS_OFF = {
    Status.SCHEDULED.value: Line("move-no-call", join="run"),
    Status.OFFERED.value: Line("move-no-offer", join="run"),
}
"""What is off when the case leaves this status, by moves whose own words do not say so (`UNSAID`)."""
UNSAID = frozenset({"ask", "forward", "advise", "refer", "close"})
ENDS = {"follow_up": "move-closes"}
"""A clock of hers -> the words for what happens when it passes, where those of the move do not say it."""


def leaves(work: Work, case: Case, call: datetime | None = None, *, latest: bool = False) -> datetime:
    """When a push about this case may leave, in real time. call: when she is to be called, as things stood.

    At once where she chose *open*, and where a call is near, which she may wait for in vain; else after a random delay,
    `latest` after the longest; never between 20.00 and 06.00 by the case's region. With a delay of nought everything
    leaves at once; so does a rehearsal.
    """
    delay = work.office.delay
    if work.rehearsal or not delay.most or (call is not None and call - work.at < NEAR):
        return work.now
    spread = timedelta(0)
    if case.identity_level != "open":
        most = (delay.most - delay.least) * 60
        drawn = most if latest else int.from_bytes(work.office.draw(4)) % (most + 1)
        spread = timedelta(minutes=delay.least, seconds=drawn)
    zone = zone_of_case(work.library, case)
    at = work.at + spread
    if asleep(at, zone):
        at = waking(at, zone) + spread
    return work.now + (at - work.at)


@dataclass(frozen=True, slots=True)
class Told:
    """A move as it is told. was, stands: before and after; values: of what was given with it, as she may read it;
    options: what of it she may choose among."""

    was: Case
    stands: Standing
    row: Move
    values: Mapping[str, Value]
    options: tuple[Option, ...] = ()

    @property
    def case(self) -> Case:
        return self.stands.case


def moved(work: Work, told: Told, tied: Tied | None, due_at: datetime) -> int | None:
    """Tell her of a move at that real time; the letter's id, None where none may leave."""
    case, row = told.case, told.row
    if not row.says or tied is None or not tied.hears:
        return None
    slot = slot_of(case.id, case.step) if told.options else ""
    options = (*told.options, *_options(row, told.stands))
    return post(work, case, tied, _lines(work, told, told.stands), due_at, options, slot=slot)


def may_offer(stands: Standing, what: str) -> bool:
    """Whether it leads anywhere now: another look, once; the Ombudsman, with something to complain of."""
    match what:
        case "unlink":
            return Status(stands.case.status) is Status.CLOSED
        case "object":
            return may_object(stands)
        case "ombudsman":
            library, case = stands.work.library, stands.case
            zone = zone_of_case(library, case)
            return prior_of(library.law, case, stands.events, stands.deadlines, zone) is not None
        case _:
            return True


def merged(work: Work, told: Told, other: Case, tied: Tied | None) -> int | None:
    """Tell somebody whose report was merged into the case that moved: of the outcome, under her own number.

    With what she may do herself: of the other report she reads nothing, not even its number, nor what was written to
    its reporter beside a reason of the list.
    """
    if tied is None or not tied.hears:
        return None
    hers = Standing(work, other)
    told = replace(told, values={name: told.values[name] for name in told.values if name != "sentence"})
    return post(work, other, tied, _lines(work, told, hers), leaves(work, other), _options(told.row, hers))


def _options(row: Move, hers: Standing) -> tuple[Option, ...]:
    ticket = hers.case.ticket
    offers = (what for what in row.offers if may_offer(hers, what))
    return tuple(case_option(what, ticket, f"push-{what}", only="buttons") for what in offers)


def post(
    work: Work,
    case: Case,
    tied: Tied,
    lines: Sequence[Line],
    due_at: datetime,
    options: tuple[Option, ...] = (),
    *,
    rank: int = 1,
    slot: str = "",
) -> int:
    """A letter of news: its first line says only that there is some."""
    head = Line("push", {"ticket": case.ticket})
    rows = " | ".join(option.key for option in options)
    say = (
        Say((head,)) if tied.brief else Say((head, *lines), options, draft=CASE if options else "", rows=rows)
    )
    return mail.post(
        work.db, work.keys, lane=tied.lane, channel=tied.channel, language=tied.language, rank=rank, say=say,
        due_at=due_at, now=work.now, case_id=case.id, slot=slot,
    )  # fmt: skip


def _lines(work: Work, told: Told, hers: Standing) -> list[Line]:
    """What the move means, the officer's own sentence, and when we write next or what she may do.

    hers    her own case: another than the one that moved, where it was merged into that
    """
    case, by = told.case, hers.due("news")
    lines = [Line(told.row.says, {**_facts(work, told), **told.values})]
    if "sentence" in told.values:
        lines.append(Line("move-sentence", {"sentence": told.values["sentence"]}, "run"))
    if told.was.status in CALLS_OFF and told.row.key in UNSAID:
        lines.append(CALLS_OFF[told.was.status])
    zone = ZoneInfo(zone_of_case(work.library, case))
    if told.row.until in ENDS:
        lines.append(Line(ENDS[told.row.until], _until(work, told), "run"))
    if by is not None and not told.row.until:
        lines.append(Line("move-news", {"by": by.astimezone(zone).date()}, "run"))
    if told.row.offers in IN_WORDS:
        lines.append(Line(IN_WORDS[told.row.offers], join="run", only="numbers"))
    if "ombudsman" in told.row.offers and may_offer(hers, "ombudsman"):
        lines.append(Line("move-ombudsman", {"ticket": hers.case.ticket}, "run", "numbers"))
    until = told.stands.due("objection")
    if until is not None and "object" in told.row.offers and may_object(hers):
        lines.append(Line("move-object", {"by": until.astimezone(zone).date()}, "run"))
    return lines


def _facts(work: Work, told: Told) -> dict[str, Value]:
    """What the words of a move may name beside what was given with it."""
    library, case = work.library, told.case
    first = told.stands.events[0].data.get("agency", agency_of(case.desk))
    return {
        "reader": desk_word(library, told.was.desk),
        "target": desk_word(library, case.desk),
        "head": letter.head(library, case, told.stands.events),
        "agency": _named(library, str(first)),
        "result": Word("punished-any"),
        **_until(work, told),
    }


def _until(work: Work, told: Told) -> dict[str, Value]:
    """The day that the words of a move name, and how long that is."""
    why = told.row.until
    until = told.stands.due(why) if why else None
    if until is None:
        return {}
    zone = ZoneInfo(zone_of_case(work.library, told.case))
    return {"day": until.astimezone(zone).date(), "count": work.library.law.clocks.by_id[why].amount}


def _named(library: Library, agency: str) -> Word:
    """An agency by its plain name, whichever of its offices had the case first."""
    row = library.law.agencies.by_key.get(agency)
    return Word("desk-national", {"agency": row.name}) if row and agency != TRIAGE else Word("desk-triage")


def values_of(law: Law, public: Mapping[str, Any], secret: Mapping[str, Any]) -> dict[str, Value]:
    """What was given with a move, as values of a sentence she may read.

    The grade of a punishment is told only of somebody the officer knows to be PNS (`pns`).
    """
    values: dict[str, Value] = {}
    sentence = str(secret.get("sentence", "")).rstrip(". ")
    match public.get("reason"):
        case None:
            pass
        case _ if public["reason"] == OTHER:
            values["reason"] = sentence
        case key:
            values["reason"] = Word(f"reason-{key}")
    if sentence and public.get("reason") != OTHER:
        values["sentence"] = f"{sentence}."
    return values | _told_of(law, public, secret)


def _told_of(law: Law, public: Mapping[str, Any], secret: Mapping[str, Any]) -> dict[str, Value]:
    """What she reads of it beside the reason: a question, an answer, an outcome, where to."""
    values: dict[str, Value] = {}
    if "question" in public:
        values["question"] = question_value({"ready": public["question"]})
    elif "question" in secret:
        values["question"] = question_value({"own": secret["question"]})
    if "agency" in public:
        other = law.agencies.by_key[public["agency"]]
        values |= {"other": other.name, "contacts": ", ".join(other.contacts)}
    if "advice" in secret:
        values["advice"] = str(secret["advice"])
    if "outcome" in public:
        values["outcome"] = Word(f"outcome-{public['outcome']}")
    if "office" in secret:
        values["office"] = str(secret["office"])
    if public.get("pns") and "grade" in public:
        values["result"] = Word(f"punished-{public['grade']}")
    return values
