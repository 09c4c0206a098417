"""The kinds of case, each with all that is its own: its life, its interview, what it is about, how it is called.

Whatever is done with a case looks here; another kind is another row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bot.cases.complaint import COMPLAINT as COMPLAINT_LIFE
from bot.cases.consultation import CONSULTATION as QUESTION_LIFE
from bot.cases.lifecycle import Table
from bot.cases.routing import Case
from bot.cases.violation import VIOLATION as REPORT_LIFE
from bot.conversation.draft import Answers
from bot.conversation.form import Form
from bot.conversation.message import Say, Word
from bot.conversation.scene import Scene
from bot.flows import complaint, consultation, report, told
from bot.flows.growing import GROWN
from bot.flows.reader import offence_word, topic_word
from bot.flows.told import Facts
from bot.library import Library


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of case.

    life     its statuses and moves; `life.kind` is what a case is stored with
    form     the interview that makes one; her own long text is its answer `story`
    about    what answers are about, as routing sees it
    topic    what it is about, inside a sentence
    neutral  whether that is a breach of neutrality, so that stages of elections matter
    sent     what she is told when it is sent, the last letter with her code: (facts, code, she wants no news)
    rows     lines of her answers that officers read beside the text
    called   what officers call a move or a look of this kind, where that is another than of the first
    ready    questions to the citizen that unmask nobody
    official  there is an official form, whose order an officer may copy
    second   it is about how another case of hers was handled: its desk reads what happened to that one, and when
    """

    life: Table
    form: Form
    about: Callable[[Scene], Case]
    topic: Callable[[Library, str], Word]
    neutral: Callable[[Library, str], bool]
    sent: Callable[[Facts, str, bool], tuple[Say, ...]]
    rows: tuple[str, ...]
    called: Mapping[str, str]
    ready: tuple[str, ...]
    official: bool
    second: bool = False

    @property
    def who(self) -> Word:
        """What officers call the citizen."""
        return Word(f"who-{self.life.kind}")

    def named(self, key: str) -> str:
        """What officers' words for this move or look go by."""
        return self.called.get(key, key)


def breaks_neutrality(library: Library, offence: str) -> bool:
    row = library.law.catalogue.offence(offence)
    return bool(row and row.neutrality)


def accuses_nobody(library: Library, topic: str) -> bool:
    return False


REPORT = Kind(
    life=REPORT_LIFE,
    form=report.REPORT,
    about=report.about,
    topic=offence_word,
    neutral=breaks_neutrality,
    sent=told.filed,
    rows=("offence", "kind", "link", "where", "day"),
    called={},
    ready=("still", "photos", "hour", "sign"),
    official=True,
)
CONSULTATION = Kind(
    life=QUESTION_LIFE,
    form=consultation.CONSULTATION,
    about=consultation.about,
    topic=topic_word,
    neutral=accuses_nobody,
    sent=told.asked,
    rows=("topic", "where", "way"),
    called={"ask": "ask_back", "story": "query", "files": "papers", "citizen": "asker"},
    ready=("office", "when", "tried", "papers"),
    official=False,
)
COMPLAINT = Kind(
    life=COMPLAINT_LIFE,
    form=complaint.COMPLAINT,
    about=complaint.about,
    topic=topic_word,
    neutral=accuses_nobody,
    sent=told.complained,
    rows=("complained", "standing", "wish", "where"),
    called={"advise": "conclude", "story": "harm", "files": "papers"},
    ready=("tried", "when", "papers", "proxy"),
    official=False,
    second=True,
)
KINDS: Mapping[str, Kind] = {kind.life.kind: kind for kind in (REPORT, CONSULTATION, COMPLAINT)}
"""By the kind that a case is stored with."""
BY_FORM: Mapping[str, Kind] = {kind.form.name: kind for kind in KINDS.values()}
"""By the interview: these forms make a case, and are kept for days when they are left."""


def tells_of_a_case(answers: Answers) -> bool:
    """Whether an interview that is not sent yet took something over from a case that was."""
    return bool({GROWN, "prior"} & answers.keys()) or answers.get("topic") == complaint.HANDLING
