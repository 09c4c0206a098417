""" "Bolehkah ASN …?": a question in her words or picked from topics, a short answer with its rule, and where it leads.

Nothing she writes here is kept: the draft holds only which rows of the law's public list stand on her screen, so that
"3" can mean something. Buttons carry what they mean, so that an old one still does.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.cases.catalogue import Catalogue
from bot.cases.likeness import Match, match
from bot.cases.situation import Situation, Situations
from bot.conversation.early import SHORTEST_STORY
from bot.conversation.form import Form
from bot.conversation.message import Heard, Line, Option, Word
from bot.conversation.outcome import Answer, Half, Missed, Outcome
from bot.conversation.question import Question, Sheet
from bot.conversation.scene import Scene, Sight
from bot.conversation.spoken import cleaned, match_option
from bot.conversation.text import early_name
from bot.library import Library

NINE = 9
"""Choices of one page; what is left is behind *Lainnya*."""
BELOW = "below"
"""Among the answers: something of hers waits, and can be gone on with from here."""
ABOUT = "about"
"""Among the answers of what leads to an officer: the situation she asked about."""
NEUTRALITY = "neutrality"
"""The topic of questions to the Ombudsman that this is."""
OFFICER, SEEN, BACK = "officer", "seen", "back"
"""Where an answer leads: to an officer, to a report, back to what waits. The first two carry the situation."""


@dataclass(frozen=True, slots=True)
class Asking(Question):
    """One screen of four, by what is pending: the topics, a topic's situations, an answer, or those that come near.

    pending  {"page"}; {"topic", "page"}; {"shown": key}; {"near": keys}
    value    where she wants to go on: `officer.KEY`, `seen.KEY`, `back`
    """

    def options(self, scene: Scene) -> tuple[Option, ...]:
        pending, situations = scene.pending or {}, scene.library.law.situations
        if shown := situations.situation(pending.get("shown", "")):
            return (*_onward(shown), *_back(scene))
        if "near" in pending:
            return (*_opens(_rows(situations, pending["near"])), *_unsure(), *_back(scene))
        topic, page = pending.get("topic", ""), pending.get("page", 0)
        if topic in situations.topics:
            return _page(_opens(_answered(situations, topic)), page, f"topic.{topic}")
        topics = [one for one in situations.topics if _answered(situations, one)]
        page_of_topics = _page([Option(f"topic.{one}.0", f"topic-{one}") for one in topics], page, "topics")
        return (*page_of_topics, Option(OFFICER, "learn-ombudsman"))

    def sheet(self, scene: Scene) -> Sheet:
        pending, situations = scene.pending or {}, scene.library.law.situations
        if shown := situations.situation(pending.get("shown", "")):
            return Sheet(answer(shown), self.options(scene))
        if "near" in pending:
            return Sheet((unsure(_rows(situations, pending["near"])),), self.options(scene))
        if pending.get("topic", "") in situations.topics:
            title = Word(f"topic-{pending['topic']}")
            return Sheet((Line("pick-situation", {"topic": title}, "run"),), self.options(scene))
        return Question.sheet(self, scene)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        if heard.press is not None:
            return _meant(heard.press.value, scene.library.law.situations)
        text = cleaned(heard.text)
        chosen = match_option(text, self.options(scene), scene.library.words, scene.language)
        if chosen is not None:
            return _meant(chosen, scene.library.law.situations)
        found = look_up(scene.library, text)
        if not (is_asked(found, text) or (not _answer_stands(scene) and _may_be_asked(text))):
            return Missed()
        return Half(_screen(found.found, found.nearest))


def look_up(library: Library, text: str) -> Match:
    return match(library.law.everyday, library.law.situations, text)


def is_asked(found: Match, text: str) -> bool:
    """Whether a text asks whether somebody may do something: also where we do not know the answer.

    A long one that asks nothing is a story, however well we know what it tells of.
    """
    if found.found is not None and len(text) < SHORTEST_STORY:
        return True
    return found.meant.asks and bool(found.scores or found.meant.persons)


def answer(row: Situation) -> tuple[Line, ...]:
    """What is asked; whether, why, by which rule; and what this is not."""
    return (
        Line("answer-about", {"situation": Word(f"situation-{row.key}")}),
        Line(f"verdict-{row.verdict}"),
        Line(f"because-{row.key}", join="run"),
        Line("answer-basis", {"basis": Word(f"basis-{row.basis}")}, "run"),
        Line("answer-general"),
    )


def unsure(near: Sequence[Situation]) -> Line:
    if not near:
        return Line("not-sure-at-all")
    return Line("not-sure", {"situation": Word(f"situation-{near[0].key}.short")})


def in_passing(found: Match) -> tuple[Line, ...]:
    """The answer where something else is being asked."""
    known = found.found is not None and found.found.sure
    return answer(found.found) if found.found is not None and known else (Line("not-sure-now"),)


def seen(catalogue: Catalogue, row: Situation | None) -> Mapping[str, Any]:
    """The answers of a report about something like it; none where she had better choose herself."""
    offence = catalogue.offence(row.offence) if row else None
    if offence is None or offence.open:
        return {}
    return {"offence": offence.parent, "matter": offence.key} if offence.parent else {"offence": offence.key}


def carried_over(sight: Sight, key: str) -> Mapping[str, Any]:
    """The answers of a question to an officer about this situation, put in our words: hers were not kept."""
    library = sight.library
    if library.law.situations.situation(key) is None:
        return {}
    asked = library.words.text(sight.language, "learn-carried", {"situation": Word(f"situation-{key}")})
    return {"topic": NEUTRALITY, early_name("story"): asked}


def _screen(row: Situation | None, near: Sequence[Situation]) -> Mapping[str, Any]:
    """The answer, where it may be given; else what comes near."""
    if row is not None and row.sure:
        return {"shown": row.key}
    return {"near": [one.key for one in near]}


def _meant(key: str, situations: Situations) -> Outcome:
    """What a choice means, whenever its button was made."""
    what, _, rest = key.partition(".")
    name, _, page = rest.partition(".")
    row = situations.situation(name)
    match what:
        case "again":
            return Half({})
        case "topics" if name.isdecimal():
            return Half({"page": int(name[:3])})
        case "topic" if name in situations.topics and page.isdecimal():
            return Half({"topic": name, "page": int(page[:3])})
        case "open" if row is not None:
            return Half(_screen(row, ()))
        case "officer" | "back":
            return Answer(f"{what}.{row.key}" if row else what)
        case "seen" if row is not None:
            return Answer(f"{what}.{row.key}")
        case _:
            return Missed()


def _answer_stands(scene: Scene) -> bool:
    return not {"shown", "near"}.isdisjoint(scene.pending or ())


def _may_be_asked(text: str) -> bool:
    """Where a question is waited for, a few words are one; a long text that asks nothing is a story."""
    return len(text.split()) > 1 and len(text) < SHORTEST_STORY


def _answered(situations: Situations, topic: str) -> tuple[Situation, ...]:
    return tuple(row for row in situations.of(topic) if row.sure)


def _rows(situations: Situations, keys: Sequence[str]) -> tuple[Situation, ...]:
    """Those of these that there still are."""
    return tuple(row for key in keys if (row := situations.situation(key)) is not None and row.sure)


def _opens(rows: Sequence[Situation]) -> tuple[Option, ...]:
    return tuple(Option(f"open.{row.key}", f"situation-{row.key}.short") for row in rows)


def _onward(row: Situation) -> tuple[Option, ...]:
    reports = (Option(f"{SEEN}.{row.key}", "learn-seen"),) if row.offence else ()
    return (Option("again", "learn-again"), Option(f"{OFFICER}.{row.key}", "learn-officer"), *reports)


def _unsure() -> tuple[Option, ...]:
    return (Option(OFFICER, "learn-officer"), Option("again", "learn-again"))


def _back(scene: Scene) -> tuple[Option, ...]:
    return (Option(BACK, "learn-back"),) if scene.answers.get(BELOW) else ()


def _page(options: Sequence[Option], page: int, of: str) -> tuple[Option, ...]:
    """Nine of them, and the way to the next nine; after the last ones of a topic, to the topics."""
    here = options[page * NINE : (page + 1) * NINE]
    if len(options) > (page + 1) * NINE:
        return (*here, Option(f"{of}.{page + 1}", "learn-more"))
    first = of == "topics" and page == 0
    return tuple(here) if first else (*here, Option("topics.0", "learn-topics"))


SITUATION = Asking("situation")
LEARN = Form("learn", (SITUATION,))
