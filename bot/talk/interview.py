"""The interviews of a chat: which there are, how one starts, and how the talk goes on where it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.conversation.asking import ask, ask_after, scene_of
from bot.conversation.draft import Draft
from bot.conversation.form import Form, current
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.conversation.turn import turn
from bot.flows import later, welcome
from bot.flows.answer import ANSWER
from bot.flows.call import CALL, PICK, UNFIT
from bot.flows.complaint import ONWARD
from bot.flows.follow import FOLLOW, RATE
from bot.flows.growing import GROWTHS
from bot.flows.kinds import BY_FORM
from bot.flows.learning import LEARN
from bot.flows.officer import OFFICER
from bot.flows.officer_look import LOOK
from bot.flows.officer_seat import COLLEAGUE
from bot.talk.person import Act, Person, Talk

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        *(kind.form for kind in BY_FORM.values()),
        welcome.WELCOME, welcome.ASKING, welcome.MENU, welcome.RESUME, welcome.LOOSE, welcome.LANGUAGE, welcome.CLEAN,
        welcome.SENT, LEARN,
        later.STATUS, later.ADD, later.WITHDRAW, later.ERASE, later.OBJECT, later.NEW_CODE, later.UNLOCK, later.CROSS,
        later.RAISE, later.LIFT,
        OFFICER, LOOK, COLLEAGUE, ANSWER, PICK, UNFIT, CALL, FOLLOW, RATE, ONWARD,
    )
}  # fmt: skip
SOFT = frozenset({"menu", "asking", "language", "clean", "sent", "learn", "unfit"})
"""Interviews that give way to whatever else she says."""
HOLDING = frozenset({*BY_FORM, "welcome", "add", "loose", "answer"})
"""Interviews that hold something of hers: they wait while another goes on. The others are let go."""


PROPOSED = ("offence", "matter", "topic")
CARRIED = ("evidence", "story-early", *PROPOSED)


def start(
    person: Person,
    name: str,
    heard: Heard,
    sight: Sight,
    *lines: Line,
    answers: Mapping[str, Any] | None = None,
) -> Talk:
    """Open an interview on top of what is under way. One that has nothing to ask is done at once."""
    form = FORMS[name]
    below = waiting(person)
    draft = Draft(name, heard.fresh, answers or {}, spoken=heard.at.isoformat())
    if form.review is None and current(form, draft) is None:
        return done(replace(person, drafts=below), draft, heard, sight)
    return Talk(replace(person, drafts=(*below, draft)), (ask(form, draft, heard, sight, *lines),))


def done(person: Person, draft: Draft, heard: Heard, sight: Sight) -> Talk:
    """Nothing is left to ask: it is done, and then what was under way goes on, or what this leads to."""
    act = Act(draft.form, draft.answers, draft)
    return Talk(person, (act,)) if draft.form in GROWTHS else go_on(person, heard, sight, act)


def go_on(
    person: Person,
    heard: Heard,
    sight: Sight,
    *steps: Say | Act,
    line: Line | None = None,
    drops: tuple[str, ...] = (),
) -> Talk:
    """Do `steps`; then the interview that is under way goes on where it is, `line` first."""
    person = replace(person, drafts=tuple(draft for draft in person.drafts if draft.form not in SOFT))
    if not person.drafts:
        return Talk(person, (*steps, Say((line,))) if line else steps, drops=drops)
    draft = person.drafts[-1]
    again = ask_after(FORMS[draft.form], draft, heard, sight, *((line,) if line else ()), brief=True)
    return Talk(person, (*steps, *again), drops=drops)


def waiting(person: Person) -> tuple[Draft, ...]:
    """The open interviews that wait while another goes on."""
    return tuple(draft for draft in person.drafts if draft.form in HOLDING)


def on_top(person: Person, draft: Draft) -> Person:
    """`draft`, which may have been cancelled, is what is under way now."""
    others = tuple(one for one in waiting(person) if one.id != draft.id)
    kept = tuple(one for one in person.kept if one.id != draft.id)
    return replace(person, drafts=(*others, draft), kept=kept)


def replaced(person: Person, draft: Draft) -> Person:
    """The person with this draft as it is now."""
    return replace(
        person,
        drafts=tuple(draft if one.id == draft.id else one for one in person.drafts),
        kept=tuple(draft if one.id == draft.id else one for one in person.kept),
    )


def under_way(person: Person) -> Draft | None:
    return person.drafts[-1] if person.drafts else None


def understands(draft: Draft, heard: Heard, sight: Sight) -> bool:
    """Whether a soft interview can use this message, as an answer or as half of one."""
    told = turn(FORMS[draft.form], draft, heard, sight)
    half = told.draft.pending is not None and not told.draft.misses
    return told.submitted or half or told.draft.answers != draft.answers


def unfinished(person: Person, *names: str) -> tuple[Draft, ...]:
    """Cases in the making (of these forms) in which something was answered, cancelled ones first.

    The last is the one to go on with.
    """
    forms = names or tuple(BY_FORM)
    return tuple(draft for draft in (*person.kept, *person.drafts) if draft.form in forms and draft.answers)


def files_of(*drafts: Draft) -> tuple[str, ...]:
    """Ids of the files that these drafts hold."""
    return tuple(
        file["id"]
        for draft in drafts
        if (evidence := FORMS[draft.form].evidence) is not None
        for file in evidence.held(draft.answers)["files"]
    )


def carried(draft: Draft) -> dict[str, Any]:
    """What a short interview holds for the report that it leads to: files, a story told too early, a kind of event."""
    return {name: draft.answers[name] for name in CARRIED if name in draft.answers}


def understood(report: Draft, heard: Heard, sight: Sight) -> tuple[Line, ...]:
    """What was carried into a new report that she would else be asked first: she reads it, and can change it."""
    form = FORMS[report.form]
    told = (form.question(name) for name in PROPOSED if name in report.answers)
    scene = scene_of(form, report, heard, sight)
    lines = [question.ack(report.answers[question.name], scene) for question in told if question]
    return tuple(line for line in lines[-1:] if line)
