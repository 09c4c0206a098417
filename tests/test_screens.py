"""Every screen of every interview, in every language, as each channel shows it: whole, and short enough for a phone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.cases.lifecycle import Status
from bot.conversation import screen
from bot.conversation.asking import ask, ask_after, scene_of
from bot.conversation.draft import Draft
from bot.conversation.evidence import EMPTY
from bot.conversation.form import Form, path
from bot.conversation.message import Heard, Line, Option, Say, Value
from bot.conversation.question import Question
from bot.conversation.review import edit_sheet
from bot.conversation.scene import Sight
from bot.conversation.turn import turn
from bot.flows import told
from bot.flows.learning import LEARN
from bot.flows.reader import desk_word, head_word, offence_word
from bot.flows.report import REPORT
from bot.flows.told import Facts
from bot.flows.welcome import WELCOME
from bot.talk.interview import FORMS
from bot.talk.person import Person
from bot.talk.talk import talk
from handlers.visit import MAKES
from storage.notice import REASONS
from tests.asked import NEVER_ASKED
from tests.talking import library

pytestmark = pytest.mark.unit

SHOWN = 500
"""Characters of one message, choices included (words.md)."""
NOW = datetime(2024, 10, 16, 19, 40, tzinfo=ZoneInfo("Asia/Makassar"))
FAR = "71.09"
"""Kabupaten Kepulauan Siau Tagulandang Biaro, the longest name of a region."""
HEARD = Heard(NOW, "0f")
LANGUAGES = ("id", "en")


def sight(language: str) -> Sight:
    case: dict[str, Value] = {
        "ticket": "K7M-4QX-3",
        "topic": offence_word(library(), "social"),
        "day": NOW.date(),
    }
    cases = tuple(Option(f"K7M-4QX-{number}", "case-title", case) for number in range(3))
    return Sight(library(), language, cases, staffed=lambda desk: True)


def files(*states: str, **held: Any) -> dict[str, Any]:
    kept = [
        {"id": str(number), "kind": "photo", "state": state, "caption": ""}
        for number, state in enumerate(states)
    ]
    return {**EMPTY, "files": kept, "done": True, **held}


REPORTS: tuple[dict[str, Any], ...] = tuple(
    {
        "offence": offence, "matter": "appointment", "evidence": files(*["stored"] * 9, "wanted"),
        "story": "Kata tetangga saya, baliho calon bupati dipasang di pagar kantor camat siang-siang. " * 20,
        "kind": kind, "who": "Kepala Dinas Pekerjaan Umum dan Penataan Ruang, Pak Harun, juga ketua panitia",
        "link": "https://www.facebook.com/groups/123456789012345/permalink/1234567890123456/",
        "where": {"region": FAR, "said": "Siau"}, "day": "2024-10-15", "happened": "2024-10-14",
        "identity": identity, "name": "Sari", "phone": "+6281234567890",
    }
    for offence, kind, identity in (
        ("social", "asn", "sealed"), ("post", "official", "open"), ("urging", "village", "silent"),
        ("billboard", "unknown", "anonymous"),
    )
)  # fmt: skip
EVIDENCE = (
    files(), files("wanted"), files("stored"), files("stored", "wanted", "wanted"), files(*["stored"] * 10, full=True),
    files("stored", trouble="mended"), files(voice=[{}]),
    *(files(trouble=word) for word in (*REASONS.values(), "network")),
    *(files("stored", trouble=word) for word in REASONS.values()),
)  # fmt: skip


def screens(language: str) -> Iterator[Say]:
    """Every question; the review, and which answer to change."""
    seen = sight(language)
    yield ask(REPORT, Draft("report", "d"), HEARD, seen, Line("begin"))
    for form in FORMS.values():
        for answers in REPORTS if form is REPORT else ({"case": "elsewhere", "consent": "read"},):
            for question in path(form, answers):
                if question.name not in NEVER_ASKED:
                    yield from _of_question(form, answers, question, seen)
    for answers in REPORTS:
        draft = Draft("report", "d", answers)
        for key in ("hint-review", "passed-over", "begin"):
            yield from ask_after(REPORT, draft, HEARD, seen, Line(key))
        assert REPORT.review is not None
        sheet = edit_sheet(REPORT, REPORT.review, draft, scene_of(REPORT, draft, HEARD, seen))
        yield Say(sheet.lines, sheet.options)


def _of_question(form: Form, answers: dict[str, Any], question: Question, seen: Sight) -> Iterator[Say]:
    """Asked after the answer before it, asked again, opened again, and not understood."""
    asked = path(form, answers)
    earlier = asked[: asked.index(question)]
    until = {one.name: answers[one.name] for one in earlier if one.name in answers}
    for value in EVIDENCE if question is form.evidence else (None,):
        held = {} if value is None else {question.name: {**value, "done": False}}
        draft = Draft(form.name, "d", {**until, **held})
        said = (
            earlier[-1].ack(until.get(earlier[-1].name), scene_of(form, draft, HEARD, seen))
            if until
            else None
        )
        yield from ask_after(form, draft, HEARD, seen, *((said,) if said else ()))
        opened = Draft(form.name, "d", {**answers, **held}, revisiting=question.name)
        yield ask(form, opened, HEARD, seen)
        if form is not WELCOME:
            yield from ask_after(form, opened, HEARD, seen, Line("old-button"), brief=True)
            yield from ask_after(form, draft, HEARD, seen, Line("odd-live"), brief=True)
        if form is REPORT:
            yield from ask_after(
                form, draft, HEARD, seen, Line("resumed", {"left": 4, "files": 10}), brief=True
            )
        for missed in (turn(form, draft, HEARD, seen), turn(form, replace(draft, misses=1), HEARD, seen)):
            yield from missed.says


def explanations(language: str) -> Iterator[Say]:
    """Every answer, every list of a topic, and what is said where we are not sure; with something waiting below."""
    law = library().law.situations
    shown: list[dict[str, Any]] = [{"shown": row.key} for row in law.rows]
    lists = [{"topic": topic, "page": page} for topic in law.topics for page in range(2)]
    sure = [row.key for row in law.rows if row.sure]
    unsure = [{"near": sure[place : place + 3]} for place in range(len(sure))]
    for pending in (*shown, *lists, *unsure, {"near": []}, {}):
        draft = Draft("learn", "d", {"below": True}, pending={"of": "situation", **pending})
        yield ask(LEARN, draft, HEARD, sight(language))


def letters() -> Iterator[Say]:
    """What is told of a case."""
    for status in Status:
        if status is not Status.UNFILED:
            yield told.status(facts(status=status.value), here=True)
    for neutrality, formal, until in (
        (True, True, NOW),
        (True, True, None),
        (True, False, None),
        (False, False, None),
    ):
        case = facts(neutrality=neutrality, formal=formal, formal_until=until)
        for silent in (False, True):
            yield from told.filed(case, "8F2K-QM7T-4XRW", silent=silent)
        yield told.next_steps(case)
        yield told.formal(case, NOW)


def facts(**changed: Any) -> Facts:
    desk = desk_word(library(), f"bawaslu:{FAR}")
    case = Facts(
        "K7M-4QX-3", "violation", "waiting", offence_word(library(), "social"), desk, desk, head_word(library(), FAR),
        NOW.date(), date(2024, 10, 23), neutrality=True, formal=True, formal_until=NOW, zone="Asia/Makassar", files=10,
        coming=3,
    )  # fmt: skip
    return replace(case, **changed)


def notices(language: str) -> Iterator[Say]:
    """The first screen, where her phone speaks another language."""
    other = next(one for one in LANGUAGES if one != language)
    answered = talk(Person(), replace(HEARD, text="Assalamualaikum", language=other), sight(language))
    yield from (step for step in answered.steps if isinstance(step, Say))


def shown(say: Say, language: str, channel: str) -> str:
    words, make = library().words, MAKES[channel]
    if make == "numbers":
        return screen.numbered(say, words, language, channel)
    labels = [screen.label(option, words, language, channel) for row in screen.rows(say) for option in row]
    return "\n".join((screen.text(say, words, language, channel), *labels))


@pytest.mark.parametrize("channel", MAKES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_screen_fits_a_phone(language: str, channel: str) -> None:
    says = [*screens(language), *explanations(language), *letters(), *notices(language)]
    assert len(says) > 300
    too_long = {shown(say, language, channel) for say in says if len(shown(say, language, channel)) > SHOWN}
    assert too_long == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_that_share_a_row_fit_it(language: str) -> None:
    for say in (*screens(language), *letters(), *notices(language)):
        for row in screen.rows(say):
            labels = [screen.label(option, library().words, language, "telegram") for option in row]
            assert len(row) == 1 or sum(len(label) for label in labels) <= 46, labels
