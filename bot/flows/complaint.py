"""A complaint to the Ombudsman about how an office handled her case, and the step before it: ask, or complain?

Both begin with what is known of the case before, `prior` among the answers: the `case` and the decision it is
`against`, the `desk`, the days it was `filed`, last moved (`since`) and decided or late (`day`), the working `days` of
silence, whether the report was in her own name (`named`) and the matter is too `old`. Never what she wrote there.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.cases.admissible import lacks
from bot.cases.complaint import COMPLAINT as LIFE
from bot.cases.phone import read_phone
from bot.cases.routing import Case
from bot.conversation.draft import Answers
from bot.conversation.form import Form, Review
from bot.conversation.message import Line, Value
from bot.conversation.question import Choice, Question, Sheet
from bot.conversation.scene import Scene
from bot.conversation.text import Text
from bot.conversation.where import Where
from bot.flows.consultation import PAPERS, area
from bot.flows.reader import desk_word, reader_of, stage_of, zone_of
from bot.library import Library

HANDLING = "handling"
"""What every complaint is about: how an office handled a case."""


@dataclass(frozen=True, slots=True)
class Carried(Question):
    """What came along from elsewhere: kept with the answers, and never asked."""

    def asked(self, answers: Answers) -> bool:
        return self.name in answers


@dataclass(frozen=True, slots=True)
class Anyway(Choice):
    """What is missing, each in plain words; then whether she asks instead."""

    def sheet(self, scene: Scene) -> Sheet:
        told = Choice.sheet(self, scene)
        missing = (Line(f"lack-{key}", join="run") for key in lacks(scene.answers))
        return Sheet((*missing, *told.lines), told.options, told.rows)


def complains(answers: Answers) -> bool:
    return bool(answers.get("onward", "complain") == "complain")


def nameless(answers: Answers) -> bool:
    """The report before was not in her own name, so that it is not yet what the law calls a complaint."""
    return complains(answers) and not (answers.get("prior") or {}).get("named")


def complained(answers: Answers) -> bool:
    return nameless(answers) and answers.get("complained") == "yes"


def lacking(answers: Answers) -> bool:
    return complains(answers) and bool(lacks(answers))


CHECKS = (
    Choice("complained", of=("yes", "no"), rows="yes | no | @back", only_if=nameless, unsure="no"),
    Choice("standing", of=("direct", "proxy", "bystander"), unsure="bystander", only_if=complains),
    Choice("court", of=("no", "yes"), unsure="no", only_if=complains),
)
"""What art. 24 and 36 ask, but for the two years, which are counted."""

ONWARD = Form(
    "onward",
    (
        Choice("onward", of=("consult", "complain", "no"), rows="consult | complain | no"),
        *CHECKS,
        Anyway("anyway", of=("consult", "on"), rows="consult | on | @back", only_if=lacking),
    ),
)
"""Asking comes first; whoever goes on is told what will be missing before she gives her name."""


def about(scene: Scene) -> Case:
    stage = stage_of(scene)
    return Case(LIFE.kind, HANDLING, stage.key if stage else None)


def prior_values(library: Library, prior: Mapping[str, Any]) -> dict[str, Value]:
    return {
        "desk": desk_word(library, prior["desk"]), "filed": date.fromisoformat(prior["filed"]),
        "day": date.fromisoformat(prior["day"]), "since": date.fromisoformat(prior["since"]), "days": prior["days"],
    }  # fmt: skip


def prior_text(library: Library, language: str, prior: Mapping[str, Any]) -> str:
    """What a question about it may begin with, in our words."""
    return library.words.text(language, f"prior-asked-{prior['ground']}", prior_values(library, prior))


def prior_line(scene: Scene) -> tuple[Line, ...]:
    """The case before in one line: its desk, its day, and the silence or the decision."""
    prior = scene.answers.get("prior")
    if not prior:
        return ()
    return (Line(f"review-prior-{prior['ground']}", prior_values(scene.library, prior), "row"),)


def head(scene: Scene) -> tuple[Line, ...]:
    missing = (Line(f"lacking-{key}", join="row") for key in lacks(scene.answers))
    return (Line("review-question"), *prior_line(scene), *missing)


def foot(scene: Scene, number: int) -> tuple[Line, ...]:
    reader: dict[str, Value] = {"reader": reader_of(scene, about(scene))}
    return (Line("review-reader", reader), Line("review-how", only="numbers"))


COMPLAINT = Form(
    "complaint",
    (
        Carried("prior"),
        *CHECKS,
        Text("tried", at_least=5, at_most=500, only_if=complained),
        Text("story", words="harm", at_least=20, at_most=4000, early=True),
        Text("wish", at_least=5, at_most=500),
        Where("where", variant=area),
        PAPERS,
        Choice("identity", words="signer", of=("open", "sealed"), rows="open | sealed | @back"),
        Text("name", words="fullname", at_least=2, at_most=100),
        Text("phone", at_most=40, pass_by="unknown", reads=read_phone),
    ),
    review=Review(
        groups=(
            ("complained", "tried"),
            ("standing", "court"),
            ("story",),
            ("wish",),
            ("where",),
            ("evidence",),
            ("identity", "name", "phone"),
        ),
        head=head,
        foot=foot,
    ),
    zone=zone_of,
)
