"""Questions in order, and the path through them. The place is computed from the answers, never stored."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from bot.conversation.draft import Answers, Draft
from bot.conversation.evidence import Evidence
from bot.conversation.message import Line
from bot.conversation.question import Question
from bot.conversation.scene import Scene


@dataclass(frozen=True, slots=True)
class Review:
    """What is shown before sending.

    groups  question names that stand in one line and are edited together; words `sum-NAME` of the first
    offers  names of choices that are asked only here, each with one key; useful: they would change anything
    head    lines before, foot  lines after; `foot` is given the number of the first offer
    warn    lines for a message of their own, once, before the review is first shown
    said_by_head  groups whose answer the head tells already where there are buttons
    """

    groups: tuple[tuple[str, ...], ...]
    head: Callable[[Scene], tuple[Line, ...]]
    foot: Callable[[Scene, int], tuple[Line, ...]]
    warn: Callable[[Scene], tuple[Line, ...]] = lambda scene: ()
    offers: tuple[Question, ...] = ()
    useful: Callable[[Scene], bool] = lambda scene: True
    said_by_head: Callable[[Answers], Collection[str]] = lambda answers: ()


@dataclass(frozen=True, slots=True)
class Form:
    """An interview as data.

    review  None: the last answer submits
    zone    the IANA zone whose day "today" is
    """

    name: str
    questions: tuple[Question, ...]
    review: Review | None = None
    zone: Callable[[Scene], str] | None = None

    def question(self, name: str) -> Question | None:
        return next((question for question in self.questions if question.name == name), None)

    @property
    def evidence(self) -> Evidence | None:
        return next((question for question in self.questions if isinstance(question, Evidence)), None)


def path(form: Form, answers: Answers) -> tuple[Question, ...]:
    """The questions these answers lead through, in order."""
    return tuple(question for question in form.questions if question.asked(answers))


def current(form: Form, draft: Draft) -> Question | None:
    """The question to ask now: one opened again, else the first gap; None is the review."""
    asked = path(form, draft.answers)
    reopened = next((question for question in asked if question.name == draft.revisiting), None)
    return reopened or next((question for question in asked if not question.answered(draft.answers)), None)


def before(form: Form, draft: Draft) -> Question | None:
    """The answered question that stands before the current one: where back goes."""
    here = current(form, draft)
    asked = path(form, draft.answers)
    until = asked.index(here) if here in asked else len(asked)
    done = [question for question in asked[:until] if question.name in draft.answers]
    return done[-1] if done else None


def remaining(form: Form, draft: Draft) -> int:
    """How many screens are still to come, the review among them."""
    gaps = sum(not question.answered(draft.answers) for question in path(form, draft.answers))
    return gaps + (1 if form.review else 0)


def group_of(form: Form, name: str) -> tuple[str, ...]:
    """The questions that are edited together with `name`."""
    groups = form.review.groups if form.review else ()
    return next((group for group in groups if name in group), (name,))
