"""The report: what a citizen saw, in the order a person should feel."""

from __future__ import annotations

from bot.cases.hearsay import told_by_others
from bot.cases.phone import read_phone
from bot.cases.position import propose_position
from bot.cases.routing import Case, violation
from bot.cases.selfnaming import names_herself
from bot.conversation.day import Day
from bot.conversation.draft import Answers
from bot.conversation.evidence import POST, Evidence
from bot.conversation.form import Form, Review
from bot.conversation.message import Line, Option, Value
from bot.conversation.question import Choice
from bot.conversation.scene import Scene
from bot.conversation.text import Text
from bot.conversation.where import Where
from bot.flows.reader import reader_of, stage_of, zone_of


def grouped(answers: Answers) -> bool:
    return answers.get("offence") == "post"


def online(answers: Answers) -> bool:
    return answers.get("offence") == "social"


def elsewhen(answers: Answers) -> bool:
    """The event may have been on another day than the one she saw it: online, or told by others."""
    return online(answers) or told_by_others(answers.get("story") or "")


def named(answers: Answers) -> bool:
    return answers.get("identity") in ("sealed", "open")


def where_words(answers: Answers) -> str:
    return "online" if online(answers) else ""


def about(scene: Scene) -> Case:
    """What these answers are about, as the law's routes see it."""
    answers = scene.answers
    return violation(
        scene.library.law,
        offence=answers.get("matter") or answers.get("offence") or "other",
        stage=stage_of(scene),
        accused_kind=answers.get("kind") or "unknown",
        position=propose_position(scene.library.law.positions, told_of_whom(answers)),
    )


def told_of_whom(answers: Answers) -> str:
    """Where she may have named a post: whom she reports, her story, the words under her files; no post of others."""
    held = EVIDENCE.held(answers)
    captions = (file["caption"] for file in held["files"] if file["kind"] != POST)
    return ". ".join(filter(None, (answers.get("who"), answers.get("story"), *captions)))


def head(scene: Scene) -> tuple[Line, ...]:
    return (Line(f"review-{scene.answers.get('identity', 'anonymous')}"),)


def foot(scene: Scene, number: int) -> tuple[Line, ...]:
    """Who will read it, and how to send it. The offer is named only where it can still be taken."""
    offered = "province" not in scene.answers and would_rise(scene)
    reader: dict[str, Value] = {"reader": reader_of(scene, about(scene)), "number": number}
    return (
        Line("review-reader-offer" if offered else "review-reader", reader),
        Line("review-how", only="numbers"),
    )


def warn(scene: Scene) -> tuple[Line, ...]:
    """One gentle warning where the story names its teller."""
    hints = names_herself(scene.answers.get("story") or "")
    return (Line("story-names-you", {"snippet": hints[0].snippet}),) if hints else ()


def may_rise(answers: Answers) -> bool:
    """A kabupaten or kota is known, so that its province may read it instead."""
    return "." in ((answers.get("where") or {}).get("region") or "")


def would_rise(scene: Scene) -> bool:
    """A desk of that kabupaten or kota might have it: of who holds a high post it never has."""
    return may_rise(scene.answers) and not about(scene).high


LINK_LEAST = 5
"""Letters: "ada" and "iya" say that there is one, and are no link and no name of an account."""
EVIDENCE = Evidence("evidence", at_most=10, rows="done remove | keep forget | later without | none @back")
WRONG_PLACE = Option("@edit.where", "day-wrong-place", only="buttons")

REPORT = Form(
    "report",
    (
        Choice(
            "offence",
            of=("billboard", "social", "rally", "urging", "facility", "party", "idcards", "post", "other"),
            unsure="other",
        ),
        Choice("matter", of=("levy", "gift", "appointment"), only_if=grouped, unsure="levy"),
        EVIDENCE,
        Text("story", at_least=20, at_most=8000, early=True),
        Choice(
            "kind",
            of=("asn", "honorer", "village", "forces", "official", "unknown"),
            unsure="unknown",
            rows="asn | honorer forces | village | official | unknown @back",
        ),
        Text("who", at_most=300, pass_by="unknown", rows="unknown @back"),
        Text(
            "link", at_least=LINK_LEAST, at_most=500, pass_by="unknown", only_if=online, rows="unknown @back"
        ),
        Where("where", variant=where_words),
        Day("day", rows="today yesterday other | @edit.where @back", besides=(WRONG_PLACE,)),
        Day(
            "happened", suggests="day", pass_by="unknown", only_if=elsewhen, rows="same other | unknown @back"
        ),
        Choice(
            "identity",
            of=("anonymous", "sealed", "open", "silent"),
            unsure="anonymous",
            rows="anonymous | silent | sealed open | @back",
        ),
        Text("name", at_least=2, at_most=100, only_if=named),
        Text("phone", at_most=40, pass_by="unknown", only_if=named, reads=read_phone),
    ),
    review=Review(
        groups=(
            ("offence", "matter"),
            ("evidence",),
            ("story",),
            ("kind", "who"),
            ("link",),
            ("where",),
            ("day", "happened"),
            ("identity", "name", "phone"),
        ),
        head=head,
        foot=foot,
        warn=warn,
        offers=(Choice("province", of=("province",), only_if=may_rise),),
        useful=would_rise,
        said_by_head=lambda answers: ("identity",),
    ),
    zone=zone_of,
)
