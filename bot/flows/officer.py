"""The officer's form: what a move needs, asked one by one, then shown as the citizen will read it.

One form for every move of the lifecycle. Among its answers stands what whoever opened it had looked up: the `move`,
what it `needs`, `about` which ticket, of which `kind`, `at` which desk and `step`, what may be chosen (`desks`,
`agencies`, `officers`, the numbers of `files`), what has `happened`, the `zone`, whether the citizen is `told` of it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from bot.cases.agency import EMPLOYERS
from bot.cases.appointment import key_of, moment_of, understand_times
from bot.cases.routing import title
from bot.conversation.asking import HOME
from bot.conversation.day import Day
from bot.conversation.draft import Answers
from bot.conversation.form import Form, Review, path
from bot.conversation.message import Heard, Line, Moment, Option, Value, Word
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.question import Choice
from bot.conversation.scene import Scene
from bot.conversation.spoken import cleaned
from bot.conversation.text import Text, shortened
from bot.flows.kinds import KINDS, REPORT, Kind
from bot.flows.later import ticket_in
from bot.flows.officer_copies import Copies
from bot.flows.officer_place import ELSEWHERE, PLACE, Elsewhere, elsewhere, settled

MOVE = "move"
OTHER = "other"
POST = "post"
"""The reason that it is about a high post: from then on no local desk reads it."""
REASONS: Mapping[str, tuple[str, ...]] = {
    "forward": (PLACE, "power", POST),
    "rise": (POST, "near"),
    "send_back": ("evidence", "power"),
    "not_pursue": ("picture", "evidence", "rule", "handled"),
    "not_prove": ("evidence", "rule", "person"),
    "cancel": ("evidence", "rule", "person"),
    "leave_service": ("retired", "resigned", "dismissed"),
    "annul": ("procedure", "grade"),
    "extend": ("witness", "documents"),
    "take_back": ("answered", "silent"),
    "pursue": ("public", "evidence_enough"),
    "reopen": ("new_evidence", "objection"),
    "split": ("different",),
    "not_admit": ("unnamed", "bystander", "old", "court", "earlier"),
    "close": ("decided", "objection_over", "withdrawn"),
}
"""Why a move is made, as the list offers it; a sentence of the officer's own may follow."""
DATED = {"register": "register", "find": "find", "accept": "register"}
"""A move -> the words that ask for its day; of any other a letter is dated."""
ONLY_AFTER: Mapping[str, str] = {
    "decided": "sanction", "objection": "object", "objection_over": "objection_over", "withdrawn": "withdrawn",
}  # fmt: skip
"""A reason -> what must have happened to the case before it is true. Any other is for the officer to judge."""
PNS = "pns"
"""Only of them the citizen is told the grade."""
OUTCOMES = ("answered", "referred", "unanswered", "elsewhere")
"""How a consultation ends."""
READ = ("question", "times", "advice", "agency", "outcome", "desk", "reason", "sentence", "office")
"""What the citizen reads of a form: it stands in the preview."""
EVERY_REASON = tuple(dict.fromkeys(key for keys in REASONS.values() for key in keys))


def kind_of(answers: Answers) -> Kind:
    """The kind of case it is about."""
    return KINDS[str(answers.get("kind") or REPORT.life.kind)]


def citizen(answers: Answers) -> Mapping[str, Value]:
    """What officers call her in this kind of case."""
    return {"who": kind_of(answers).who}


def back(answers: Answers) -> str:
    return "back" if kind_of(answers).named("ask") != "ask" else ""


def needed(name: str) -> Callable[[Answers], bool]:
    return lambda answers: name in answers.get("needs", ())


def reasoned(answers: Answers) -> bool:
    """That the event was elsewhere is a reason by itself."""
    return needed("reason")(answers) and not elsewhere(answers)


def some_copies(answers: Answers) -> bool:
    return needed("copies")(answers) and answers.get("copies") == "some"


def of_move(answers: Answers) -> str:
    """The move whose own words a question has."""
    return DATED.get(str(answers.get("move", "")), "letter")


def own_reason(answers: Answers) -> str:
    return "reason" if answers.get("reason") == OTHER else ""


def desks(scene: Scene) -> tuple[Option, ...]:
    """Where a case may go from here; and to another place, where what it was `filed` as is known."""
    found = (
        (desk, title(scene.library.law, scene.library.land, desk)) for desk in scene.answers.get("desks", ())
    )
    there = (Option(ELSEWHERE, "desk-elsewhere"),) if scene.answers.get("filed") else ()
    return (*(Option(desk, key, values) for desk, (key, values) in found), *there)


def officers(scene: Scene) -> tuple[Option, ...]:
    known = scene.answers.get("officers", ())
    return tuple(Option(key, "desk-officer", {"name": name}) for key, name in known)


def agencies(scene: Scene) -> tuple[Option, ...]:
    """Whose business it may be instead, as far as we know how to reach them."""
    rows = scene.library.law.agencies.by_key
    found = (rows[key] for key in scene.answers.get("agencies", ()) if key in rows)
    return tuple(Option(one.key, "desk-agency", {"agency": one.name}) for one in found)


def reasons_for(move: str, happened: Collection[str]) -> tuple[str, ...]:
    """Reasons of the list that are true of a case to which this has happened."""
    return tuple(key for key in REASONS.get(move, ()) if ONLY_AFTER.get(key, "") in ("", *happened))


def reasons(scene: Scene) -> tuple[Option, ...]:
    """Another reason is told in the officer's own sentence, where the move has one."""
    own = (OTHER,) if needed("sentence")(scene.answers) else ()
    true = reasons_for(str(scene.answers.get("move")), scene.answers.get("happened", ()))
    keys = (*true, *own)
    return tuple(Option(key, f"reason-{key}") for key in keys)


@dataclass(frozen=True, slots=True)
class Asked(Text):
    """A question to the citizen: a ready one by its key, or the officer's own words. The value says which."""

    def options(self, scene: Scene) -> tuple[Option, ...]:
        return tuple(Option(key, f"{self.called}-{key}") for key in kind_of(scene.answers).ready)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        key = self.chosen(heard, scene)
        if key is not None:
            return Answer({"ready": key})
        outcome = Text.understand(self, heard, scene)
        return Answer({"own": outcome.value}) if isinstance(outcome, Answer) else outcome

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        return {"text": question_value(value)}


@dataclass(frozen=True, slots=True)
class Times(Text):
    """Times for a call, as people write them: "besok 10.00, Senin 9 pagi". The value is a list of their keys."""

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        zone = ZoneInfo(str(scene.answers.get("zone") or HOME))
        found = understand_times(cleaned(heard.text), heard.at.astimezone(zone))
        if found.trouble:
            return Missed(Line(f"times-{found.trouble}"))
        keys = [key_of(one) for one in found.times]
        return Missed(Line("times-busy")) if set(keys) & set(scene.answers.get("busy", ())) else Answer(keys)

    def values(self, value: Any, scene: Scene) -> Mapping[str, Value]:
        zone = ZoneInfo(str(scene.answers.get("zone") or HOME))
        local = (moment_of(key).astimezone(zone) for key in value or ())
        return {"text": ", ".join(f"{one:%d/%m %H.%M}" for one in local)}


@dataclass(frozen=True, slots=True)
class Sentence(Text):
    """One sentence to the citizen: may be left out, but not where it is itself the reason."""

    def options(self, scene: Scene) -> tuple[Option, ...]:
        return () if scene.answers.get("reason") == OTHER else Text.options(self, scene)

    def easy_way(self, scene: Scene) -> Any:
        return ... if scene.answers.get("reason") == OTHER else None


def question_value(value: Any) -> Value:
    """A question to the citizen as a value of a sentence: a word of ours, or the officer's own text."""
    return Word(f"question-{value['ready']}") if "ready" in value else shortened(str(value["own"]), 300)


def read_of(answers: Answers) -> tuple[str, ...]:
    """What of this form she reads: the grade only of somebody known to be PNS."""
    return (*READ, "grade") if answers.get("service") == PNS else READ


def preview(scene: Scene) -> tuple[Line, ...]:
    """What it is about, and how much of it the citizen reads: what is given outward is never shown to her."""
    scene = replace(scene, answers=settled(scene.answers))
    answers = scene.answers
    kind = kind_of(answers)
    move, who = Word(f"desk-do-{kind.named(str(answers['move']))}"), citizen(answers)
    head = Line("desk-preview", {"ticket": str(answers.get("about", "")), "move": move})
    own = answers.get("reason") == OTHER
    given = [name for name in read_of(answers) if answers.get(name) and not (own and name == "sentence")]
    if not answers.get("told"):
        return (head, Line("desk-reads-nothing", who, "row"))
    if not given:
        return (head, Line("desk-reads-step", who, "row"))
    lines = (Line(f"desk-read-{name}", values, "row") for name in given for values in _given(name, scene))
    read = read_of(answers)
    others = any(question.name in answers for question in path(OFFICER, answers) if question.name not in read)
    rest = (Line("desk-reads-not", who, only="buttons"),) if others else ()
    shared = (Line("desk-reads-shared"),) if own and answers.get("shared") else ()
    return (head, Line("desk-reads", who, "row"), *lines, *shared, *rest)


def _given(name: str, scene: Scene) -> tuple[Mapping[str, Value], ...]:
    """The values of its line; a time for a call has a line each."""
    if name == "times":
        zone = str(scene.answers.get("zone") or HOME)
        return tuple({"at": Moment(moment_of(key), zone)} for key in scene.answers[name])
    return (_one(name, scene),)


def _one(name: str, scene: Scene) -> Mapping[str, Value]:
    value = scene.answers[name]
    match name:
        case "question":
            return {"text": question_value(value)}
        case "desk":
            return {"desk": Word(*title(scene.library.law, scene.library.land, str(value)))}
        case "reason":
            own = shortened(str(scene.answers.get("sentence") or ""), 200)
            return {"reason": own if value == OTHER else Word(f"reason-{value}")}
        case "grade":
            return {"grade": Word(f"grade-{value}")}
        case "agency":
            row = scene.library.law.agencies.by_key[value]
            return {"agency": row.name, "contacts": ", ".join(row.contacts)}
        case "outcome":
            return {"outcome": Word(f"outcome-{value}")}
        case _:
            return {"text": shortened(str(value), 200)}


def foot(scene: Scene, number: int) -> tuple[Line, ...]:
    return (Line("review-how", only="numbers"),)


QUESTIONS = (
    Asked("question", at_least=8, at_most=300, variant=back, only_if=needed("question")),
    Times("times", at_most=400, only_if=needed("times")),
    Text("advice", at_least=8, at_most=1000, only_if=needed("advice")),
    Choice("agency", among=agencies, only_if=needed("agency")),
    Choice("outcome", of=OUTCOMES, only_if=needed("outcome")),
    Choice("desk", among=desks, only_if=needed("desk")),
    Elsewhere("place", words="where", variant=lambda answers: "desk", only_if=elsewhere),
    Text("merged", at_most=60, reads=ticket_in, only_if=needed("ticket")),
    Choice("officer", among=officers, only_if=needed("officer")),
    Choice("reason", among=reasons, only_if=reasoned, calls=citizen),
    Sentence(
        "sentence",
        at_least=8,
        at_most=200,
        pass_by="none",
        variant=own_reason,
        only_if=needed("sentence"),
        calls=citizen,
    ),
    Text("office", at_least=3, at_most=100, only_if=needed("office")),
    Text("ppk", at_least=3, at_most=100, only_if=needed("ppk")),
    Choice("employer", of=EMPLOYERS, only_if=needed("employer")),
    Text("number", at_least=2, at_most=60, only_if=needed("number")),
    Text("decision", at_least=2, at_most=60, only_if=needed("decision")),
    Choice("grade", of=("moral", "ringan", "sedang", "berat", "ptdh"), only_if=needed("grade")),
    Choice("service", of=(PNS, "other"), only_if=needed("grade")),
    Day("dated", variant=of_move, only_if=needed("day")),
    Text("summary", at_least=20, at_most=2000, only_if=needed("summary")),
    Choice("copies", of=("all", "none", "some"), only_if=needed("copies")),
    Copies("chosen", at_most=60, only_if=some_copies),
)
OFFICER = Form(
    MOVE,
    QUESTIONS,
    review=Review(
        groups=tuple((question.name,) for question in QUESTIONS),
        head=preview,
        foot=foot,
        said_by_head=lambda answers: (*read_of(answers), "place"),
    ),
    zone=lambda scene: str(scene.answers.get("zone") or HOME),
)
"""Offered and sent as one; nothing happens before it is sent."""
