"""Every key of the words that the code puts together, from the interviews and tables it is put together of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import get_args

from bot.cases.admissible import LACKS
from bot.cases.day_written import Trouble
from bot.cases.law import FOLDER, load_law
from bot.cases.lifecycle import Status
from bot.cases.situation import VERDICTS
from bot.conversation.day import SHORTCUTS, TYPED, Day
from bot.conversation.evidence import Evidence
from bot.conversation.form import Form, path
from bot.conversation.message import OddKind
from bot.conversation.question import Choice, Question
from bot.conversation.text import EARLY, Text
from bot.conversation.where import NONE_OF_THESE, SOMEWHERE, Where
from bot.flows.complaint import COMPLAINT
from bot.flows.consultation import CALL, CONSULTATION
from bot.flows.growing import GROWN, GROWTHS
from bot.flows.officer import OFFICER
from bot.flows.report import REPORT
from bot.flows.told import ONWARD
from bot.talk.interview import FORMS
from handlers.telegram.profile import COMMANDS
from handlers.visit import MAKES
from storage.notice import REASONS
from tests import asked_casework, asked_officers

QUESTIONS: tuple[Question, ...] = tuple(question for form in FORMS.values() for question in form.questions)
OFFERS: tuple[Question, ...] = tuple(
    offer for form in FORMS.values() if form.review for offer in form.review.offers
)
NEVER_ASKED = frozenset({"sent", "prior"})
"""Understood, or carried along, and no question of ours."""
GROUNDS = ("decided", "silent")
CHANNELS = {f"channel-{name}" for name in MAKES}
FROM_ELSEWHERE = ("withdraw", "erase")
MAY_HAVE = ("ack", "after", "brief", "help", "hint", "passed")
FOR_LATER = ("early-kept", "pin-later", "pin-stays")
"""Stems of words that a question may have; where it has none, something more general is said, or nothing."""


@cache
def families() -> dict[str, frozenset[str]]:
    """What the code writes as an f-string -> the keys that have to be there for it."""
    found = {
        "ask-{self.called}": {f"ask-{one.called}" for one in QUESTIONS if one.name not in (*NEVER_ASKED, "dated")},
        "ask-{self.called}-{tail}": {
            "ask-where-online", "ask-where-area", "ask-where-desk", "ask-evidence-papers", "ask-sentence-reason",
            "ask-question-back",
        }
        | {f"ask-dated-{tail}" for tail in asked_officers.DATED},
        "{stem}-{'choice' if numbered else 'text'}": {"hint-choice", "hint-text", "help-choice", "help-text"},
        "short-{self.called}": {
            f"short-{one.called}" for one in QUESTIONS if isinstance(one, Text) and one.at_least > 1
        },
        "day-{found.trouble}": {f"day-{trouble}" for trouble in get_args(Trouble)},
        "sum-{present}": {*summaries(), *(f"sum-{one.called}" for one in OFFICER.questions)},
        "review-{scene.answers.get('identity', 'anonymous')}": {f"review-{key}" for key in chosen("identity")},
        "status-{facts.status}": {f"status-{status}" for status in Status if status is not Status.UNFILED},
        "odd-{heard.odd}": {f"odd-{kind}" for kind in get_args(OddKind)},
        "pushed-{ASKED[deadline.why]}": {"pushed-withdrawn", "pushed-erased"},
        "evidence-{key}": {"evidence-late", "evidence-mended", "evidence-stored"},
        "{EARLY}-{self.called}": {f"{EARLY}-{one.called}" for one in QUESTIONS if isinstance(one, Text) and one.early},
        "cross-{found}": {"cross-wrong", "cross-slow"},
        "cross-{key}": {"cross-yes", "cross-no"},
        **{f"channel-{{{of}}}": CHANNELS for of in ("to", "there.channel", "visit.known.channel")},
        "command-{name}": {f"command-{name}" for name in COMMANDS},
        **_of_situations(),
        **_of_options(),
        **_of_places(),
        **_of_cases(),
    }  # fmt: skip
    return {written: frozenset(keys) for written, keys in found.items()} | {
        **asked_officers.families(),
        **asked_casework.families(),
    }


@cache
def optional() -> dict[str, frozenset[str]]:
    """F-strings whose words are asked for only where they are there."""
    own = {stem: frozenset(f"{stem}-{one.called}" for one in (*QUESTIONS, *OFFERS)) for stem in MAY_HAVE}
    return asked_officers.optional() | {
        "ack-{self.called}": own["ack"],
        "after-{self.called}": own["after"],
        "brief-{question.called}": own["brief"]
        | {"brief-where-area", "brief-where-desk", "brief-evidence-papers"},
        "{stem}-{question.called}": own["hint"] | own["help"],
        "passed-{question.called}": own["passed"],
        "{line.key}-{question.called}": frozenset(
            f"{key}-{one.called}" for key in FOR_LATER for one in QUESTIONS
        ),
    }


def chosen(name: str) -> tuple[str, ...]:
    """The keys of one of the report's choices."""
    found = REPORT.question(name)
    assert isinstance(found, Choice)
    return found.of


def summaries() -> Iterator[str]:
    """The rows of the review, for every path that a report or a question can take."""
    for form, answers in _paths():
        assert form.review is not None
        asked = {question.name: question.called for question in path(form, answers)}
        rows = ([asked[name] for name in group if name in asked] for group in form.review.groups)
        yield from (f"sum-{'-'.join(row)}" for row in rows if row)


def _paths() -> Iterator[tuple[Form, dict[str, str]]]:
    for offence in chosen("offence"):
        for identity in chosen("identity"):
            for story in ("Saya lihat sendiri.", "Kata tetangga saya."):
                yield REPORT, {"offence": offence, "identity": identity, "story": story}
    for way in ("chat", CALL):
        for identity in ("anonymous", "open"):
            yield CONSULTATION, {"way": way, "identity": identity}
            yield CONSULTATION, {"way": way, "identity": identity, GROWN: "K7M-4QX-3"}
    for said in ("yes", "no"):
        yield COMPLAINT, {"complained": said}


def _of_options() -> dict[str, set[str]]:
    """What can be chosen."""
    everything = (*QUESTIONS, *OFFERS)
    choices = {f"{one.called}-{key}" for one in everything if isinstance(one, Choice) for key in one.of}
    files = {
        f"{one.called}-{key}"
        for one in everything
        if isinstance(one, Evidence)
        for key in one.rows.split()
        if key[0] not in "@|"
    }
    days = {
        f"{one.called}-{key}"
        for one in everything
        if isinstance(one, Day)
        for key in (*(("same",) if one.suggests else SHORTCUTS), TYPED)
    }
    texts = {f"{one.called}-{EARLY}" for one in everything if isinstance(one, Text) and one.early}
    passing = [one for one in everything if isinstance(one, Text | Day) and one.pass_by]
    return {
        "{self.called}-{key}": choices | files | days | texts,
        "{self.called}-{self.pass_by}": {f"{one.called}-{one.pass_by}" for one in passing},
        "{self.called}-{self.pass_by}.short": {
            f"{one.called}-{one.pass_by}.short" for one in passing if isinstance(one, Text)
        },
        "offer-{offer.name}": {f"offer-{offer.name}" for offer in OFFERS},
    }


def _of_situations() -> dict[str, set[str]]:
    """Every question that is answered, with its rule, and the topics to pick one from."""
    found = load_law(FOLDER).situations
    shorts = {f"situation-{row.key}.short" for row in found.rows}
    return {
        "topic-{one}": {f"topic-{topic}" for topic in found.topics},
        "topic-{pending['topic']}": {f"topic-{topic}" for topic in found.topics},
        "situation-{key}": {f"situation-{row.key}" for row in found.rows},
        "situation-{row.key}": {f"situation-{row.key}" for row in found.rows},
        "situation-{row.key}.short": shorts,
        "situation-{near[0].key}.short": shorts,
        "because-{row.key}": {f"because-{row.key}" for row in found.rows},
        "verdict-{row.verdict}": {f"verdict-{verdict}" for verdict in VERDICTS},
        "basis-{row.basis}": {f"basis-{row.basis}" for row in found.rows},
    }


def _of_places() -> dict[str, set[str]]:
    names = {question.called for question in QUESTIONS if isinstance(question, Where)}
    stems = ("which", "within", "again", "abroad")
    return {f"{stem}-{{self.called}}": {f"{stem}-{name}" for name in names} for stem in stems} | {
        "{self.called}-{NONE_OF_THESE}": {f"{name}-{NONE_OF_THESE}" for name in names},
        "{self.called}-{SOMEWHERE}": {f"{name}-{SOMEWHERE}" for name in names},
        "{self.called}-unknown": {f"{name}-unknown" for name in names},
    }


def _of_cases() -> dict[str, set[str]]:
    """What is said of a case and of its files."""
    catalogue = load_law(FOLDER).catalogue
    offences, topics = catalogue.offences, catalogue.topics
    lost = {f"evidence-not-{word}" for word in (*REASONS.values(), "network")}
    return {
        "{'matter' if row and row.parent else 'offence'}-{offence}.short": {
            f"{'matter' if row.parent else 'offence'}-{row.key}.short" for row in offences
        },
        "sent-{key}": {
            "sent-next",
            "sent-formal",
            "sent-add",
            "sent-ombudsman",
            "sent-raise",
            "sent-call_other",
            "sent-call_cancel",
        },
        "status-{key}": {f"status-{key}" for key in ONWARD},
        "growing-{growth.key}": {f"growing-{key}" for key in GROWTHS},
        "grown-{growth.key}": {f"grown-{key}" for key in GROWTHS},
        "evidence-not-{held['trouble']}": lost,
        "evidence-not-{act.answers['reason'] or 'network'}": lost,
        "about-{topic.key}": {f"about-{topic.key}" for topic in topics},
        "about-{topic}.short": {f"about-{topic.key}.short" for topic in topics},
        "review-prior-{prior['ground']}": {f"review-prior-{ground}" for ground in GROUNDS},
        "prior-asked-{prior['ground']}": {f"prior-asked-{ground}" for ground in GROUNDS},
        "lack-{key}": {f"lack-{key}" for key in LACKS},
        "lacking-{key}": {f"lacking-{key}" for key in LACKS},
        "{why}-waits": {f"{why}-waits" for why in FROM_ELSEWHERE},
        "{why}-asked": {f"{why}-asked" for why in FROM_ELSEWHERE},
    }
