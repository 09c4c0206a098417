"""What a citizen is told once something has been done: letters made from the facts of a case. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.cases.appointment import key_of
from bot.cases.lifecycle import Status
from bot.conversation.message import Line, Moment, Option, Say, Screen, Value, Word

CASE = "case"
"""The `draft` of buttons that belong to a case: `case::WHAT.TICKET`."""
AHEAD = {
    Status.AT_BKN.value: "next-at-bkn", Status.AT_PPK.value: "next-at-ppk",
    Status.HANDED_OVER.value: "next-handed-over",
}  # fmt: skip
"""What comes next where it is not what was told when she sent it."""
ONWARD = ("ombudsman", "raise")
"""Ways from a case of hers to another one, as a status offers them."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What may be said of a case.

    kind    of case; topic  what it is about
    reader  the desk that has it; office  where a formal report would be handed in
    head    the office that may sanction, as people call it
    since   the day it came to that desk; news_by  when we write next at the latest
    formal_until  the last safe moment of a formal report; None: too late, or no such report (`formal` False)
    tied    we know a chat to write to; owed: news is promised, for the case goes on
    asked   what another chat asked for ("withdraw", "erase"), and when it will be done
    beyond  an office decided or let a day pass, so that she may turn to the Ombudsman
    before, after  numbers of the case that this one grew from, and of those that grew from it
    grows   ways in which another case of hers can grow out of it (`bot.flows.growing`)
    call    when an officer calls her, as was agreed
    awaited since when the decision of who may sanction is waited for, where it is
    outside the office beyond ours that it was handed over to, and when
    answer_by  when a question is answered first, at the latest; advice  the last answer to it
    """

    ticket: str
    kind: str
    status: str
    topic: Word
    reader: Word
    office: Word
    head: Word
    since: date
    news_by: date
    neutrality: bool
    formal: bool
    formal_until: datetime | None
    zone: str
    files: int = 0
    coming: int = 0
    tied: bool = True
    owed: bool = True
    asked: tuple[tuple[str, datetime], ...] = ()
    answer_by: date | None = None
    advice: str = ""
    beyond: bool = False
    before: str = ""
    after: tuple[str, ...] = ()
    grows: tuple[str, ...] = ()
    call: datetime | None = None
    awaited: date | None = None
    outside: tuple[str, date] | None = None


def case_option(what: str, ticket: str, label: str, only: Screen = "") -> Option:
    return Option(f"{what}.{ticket}", label, only=only)


def call_options(ticket: str, at: datetime) -> tuple[Option, ...]:
    """What she can do about the call that was agreed for then."""
    keys = ("call_other", "call_cancel")
    return tuple(case_option(f"{key}-{key_of(at)}", ticket, f"sent-{key}", only="buttons") for key in keys)


def filed(facts: Facts, receipt: str, silent: bool) -> tuple[Say, ...]:
    """After sending a report: the number, who reads it, when we write; what it is not; the code in its own letter."""
    ticket = facts.ticket
    until = {"until": Moment(facts.formal_until, facts.zone)} if facts.formal_until else {}
    tip = "filed-tip-other" if not facts.formal else "filed-tip" if until else "filed-tip-late"
    news = Line("filed-silent") if silent else Line("filed-news", {"by": facts.news_by}, "row")
    coming = (Line("filed-coming", {"coming": facts.coming}),) if facts.coming and not silent else ()
    buttons = (
        ("next", "formal", "add") if facts.formal and not silent else ("next", "add") if not silent else ()
    )
    sent = Say(
        (
            Line("filed"),
            Line("filed-ticket", {"ticket": ticket}),
            Line("filed-reader", {"reader": facts.reader}, "row"),
            news,
            *coming,
            Line(next_key(facts), {"head": facts.head}, only="numbers"),
            *(() if silent else (Line("filed-add", join="run", only="numbers"),)),
            Line(tip, until, only="buttons"),
        ),
        tuple(case_option(key, ticket, f"sent-{key}", only="buttons") for key in buttons),
        draft=CASE,
        rows=" ".join(f"{key}.{ticket}" for key in buttons),
    )
    formal = Say(
        (Line("formal-info", {**until, "office": facts.office}),) if until else (Line(tip),),
        (Option("how", "sent-how"), Option("no", "sent-no")) if until and not silent else (),
        only="numbers",
    )
    return (sent, formal, code(ticket, receipt, offers=not silent))


def asked(facts: Facts, receipt: str, silent: bool) -> tuple[Say, ...]:
    """After sending a question: the number, who answers, by when at the latest; the code in a letter of its own."""
    ticket, by = facts.ticket, facts.answer_by or facts.news_by
    coming = (Line("filed-coming", {"coming": facts.coming}),) if facts.coming else ()
    sent = Say(
        (
            Line("asked"),
            Line("asked-ticket", {"ticket": ticket}),
            Line("asked-reader", {"reader": facts.reader}, "row"),
            Line("asked-by", {"by": by}, "row"),
            *coming,
            Line("asked-register"),
        ),
        (case_option("add", ticket, "sent-more", only="buttons"),),
        draft=CASE,
    )
    return (sent, code(ticket, receipt, offers=not silent))


def complained(facts: Facts, receipt: str, silent: bool) -> tuple[Say, ...]:
    """After sending a complaint: the number, who reads it, what they can do and cannot, how long that may take."""
    ticket, by = facts.ticket, facts.answer_by or facts.news_by
    coming = (Line("filed-coming", {"coming": facts.coming}),) if facts.coming else ()
    sent = Say(
        (
            Line("asked"),
            Line("complaint-ticket", {"ticket": ticket}),
            Line("filed-reader", {"reader": facts.reader}, "row"),
            Line("asked-by", {"by": by}, "row"),
            *coming,
            Line("complaint-next"),
        ),
        (case_option("add", ticket, "sent-more", only="buttons"),),
        draft=CASE,
    )
    return (sent, code(ticket, receipt, offers=not silent))


def code(ticket: str, receipt: str, *, offers: bool = True) -> Say:
    """The receipt, in a letter that holds nothing else. Where no button can delete it she is told how."""
    options = (case_option("noted", ticket, "sent-noted"), case_option("clean", ticket, "sent-clean"))
    return Say(
        (
            Line("code-head"),
            Line("code", {"code": receipt}, "row"),
            Line("code-advice"),
            *(() if offers else (Line("code-delete", join="run"),)),
        ),
        options if offers else (),
        draft=CASE,
        protect=True,
    )


def next_key(facts: Facts) -> str:
    if not facts.neutrality:
        return "filed-next-other"
    return "filed-next" if facts.formal else "filed-next-quiet"


def status(facts: Facts, *, here: bool) -> Say:
    """Where a case stands. From another chat only that; here also what can be done."""
    lines = [
        Line("status-head", {"ticket": facts.ticket, "status": Word(f"status-{facts.status}")}),
        _where(facts),
    ]
    if facts.advice:
        lines.append(Line("status-advice", {"advice": facts.advice}))
    if here and facts.call:
        lines.append(Line("status-call", {"at": Moment(facts.call, facts.zone)}))
        lines.append(Line("call-change", only="numbers"))
    if facts.tied and facts.owed:
        lines.append(Line("status-news", {"by": facts.news_by}))
    if here:
        lines.append(Line("status-files", {"count": facts.files}))
        for why, at in facts.asked:
            lines.append(Line(f"{why}-asked", {"ticket": facts.ticket, "at": Moment(at, facts.zone)}))
        lines += [Line("status-before", {"ticket": facts.before})] if facts.before else []
        lines += [Line("status-after", {"ticket": ticket}) for ticket in facts.after]
    onward = tuple(
        key for key in ONWARD if here and (key in facts.grows or (key == "ombudsman" and facts.beyond))
    )
    lines += [Line(f"status-{key}", {"ticket": facts.ticket}, only="numbers") for key in onward]
    keys = ("add", *onward) if here else ()
    options = tuple(case_option(key, facts.ticket, f"sent-{key}", only="buttons") for key in keys)
    options += call_options(facts.ticket, facts.call) if here and facts.call else ()
    return Say(tuple(lines), options, draft=CASE)


def _where(facts: Facts) -> Line:
    """Who has it, or is waited for, and since when."""
    if facts.awaited:
        return Line("status-awaited", {"reader": facts.reader, "head": facts.head, "since": facts.awaited})
    if facts.outside:
        office, since = facts.outside
        return Line("status-outside", {"reader": facts.reader, "office": office, "since": since})
    return Line("status-where", {"reader": facts.reader, "since": facts.since})


def next_steps(facts: Facts) -> Say:
    """What comes next; of a case that is decided, how it stands."""
    if not facts.owed:
        return status(facts, here=True)
    values: dict[str, Value] = {"reader": facts.reader, "head": facts.head, "by": facts.news_by}
    lines = (
        Line("next-where", values),
        Line(AHEAD.get(facts.status) or next_key(facts), values, "run"),
        Line("next-asked" if facts.status == Status.ASKED.value else "next-nothing", join="run"),
        Line("next-news", values, "run"),
        Line("filed-add", join="run", only="numbers"),
    )
    return _offering(
        facts, lines, *(("formal",) if facts.formal and facts.status not in AHEAD else ()), "add"
    )


def formal(facts: Facts, now: datetime) -> Say:
    """How a tip becomes a formal report; honest where that is not possible, or no longer."""
    line = Line("formal-not", {"reader": facts.reader})
    if facts.formal:
        line = Line("formal-late")
        if facts.formal_until is not None and facts.formal_until >= now:
            until = Moment(facts.formal_until, facts.zone)
            line = Line("formal-how", {"office": facts.office, "until": until})
    return _offering(facts, (line,), "add")


def _offering(facts: Facts, lines: tuple[Line, ...], *keys: str) -> Say:
    """What the letter before had offered beside this: its buttons went with the press."""
    options = tuple(case_option(key, facts.ticket, f"sent-{key}", only="buttons") for key in keys)
    return Say(lines, options, draft=CASE, rows=" ".join(option.key for option in options))
