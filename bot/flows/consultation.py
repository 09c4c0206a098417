"""A question to the Ombudsman: what about, the question itself, where, how she wants the answer."""

from __future__ import annotations

from bot.cases.consultation import CONSULTATION as LIFE
from bot.cases.phone import read_phone
from bot.cases.routing import Case
from bot.cases.selfnaming import names_herself
from bot.conversation.draft import Answers
from bot.conversation.evidence import Evidence
from bot.conversation.form import Form, Review
from bot.conversation.message import Line, Option, Value
from bot.conversation.question import Choice
from bot.conversation.scene import Scene
from bot.conversation.text import Text
from bot.conversation.where import Where
from bot.flows.growing import GROWN
from bot.flows.reader import reader_of, stage_of, zone_of

CALL = "call"


def topics(scene: Scene) -> tuple[Option, ...]:
    """What may be asked about, as the law's catalogue has it."""
    return tuple(Option(topic.key, f"about-{topic.key}") for topic in scene.library.law.catalogue.topics)


def called(answers: Answers) -> bool:
    return answers.get("way") == CALL


def written(answers: Answers) -> bool:
    return not called(answers)


def named(answers: Answers) -> bool:
    return called(answers) or answers.get("identity") == "open"


def grown(answers: Answers) -> bool:
    """It began from a report of hers: the story is known, and what she wants to know of it is not."""
    return GROWN in answers or "asks" in answers


def new(answers: Answers) -> bool:
    return not grown(answers)


def area(answers: Answers) -> str:
    return "area"


def papers(answers: Answers) -> str:
    return "papers"


PAPERS = Evidence(
    "evidence",
    at_most=10,
    of="file",
    variant=papers,
    rows="none @back | later without | @back | done remove | keep forget",
)
"""What she has on paper: asked alike of whoever asks and of whoever complains."""


def about(scene: Scene) -> Case:
    """What this question is about, as the law's routes see it."""
    stage = stage_of(scene)
    return Case(LIFE.kind, scene.answers.get("topic") or "other", stage.key if stage else None)


def head(scene: Scene) -> tuple[Line, ...]:
    return (Line("review-question"),)


def foot(scene: Scene, number: int) -> tuple[Line, ...]:
    reader: dict[str, Value] = {"reader": reader_of(scene, about(scene))}
    return (Line("review-reader", reader), Line("review-how", only="numbers"))


def warn(scene: Scene) -> tuple[Line, ...]:
    """One gentle warning where an anonymous question names who asks."""
    hints = () if named(scene.answers) else names_herself(scene.answers.get("story") or "")
    return (Line("story-names-you", {"snippet": hints[0].snippet}),) if hints else ()


CONSULTATION = Form(
    "consultation",
    (
        Choice("topic", among=topics, unsure="other"),
        Text("asks", at_least=10, at_most=300, only_if=grown),
        Text("story", words="query", at_least=10, at_most=4000, early=True, only_if=new),
        Text("story", at_least=10, at_most=4000, only_if=grown),
        Where("where", variant=area),
        PAPERS,
        Choice("way", of=("chat", CALL), unsure="chat", rows="chat | call | @back"),
        Text("phone", words="dial", at_most=40, only_if=called, reads=read_phone),
        Choice(
            "identity",
            words="asker",
            of=("anonymous", "open"),
            unsure="anonymous",
            only_if=written,
            rows="anonymous | open | @back",
        ),
        Text("name", words="caller", at_least=2, at_most=100, pass_by="unknown", only_if=named),
    ),
    review=Review(
        groups=(
            ("topic",),
            ("asks",),
            ("story",),
            ("where",),
            ("evidence",),
            ("way",),
            ("identity",),
            ("phone", "name"),
        ),
        head=head,
        foot=foot,
        warn=warn,
    ),
    zone=zone_of,
)
