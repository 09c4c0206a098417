"""A report or a question begun and not sent: offered again, gone on with, begun anew, erased, cancelled."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.conversation.asking import ask, ask_after
from bot.conversation.draft import Draft
from bot.conversation.early import SHORTEST_STORY, keep_early
from bot.conversation.form import remaining
from bot.conversation.greeting import Greeting
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.conversation.spoken import cleaned
from bot.flows.kinds import BY_FORM
from bot.flows.report import REPORT
from bot.talk.interview import (
    FORMS,
    SOFT,
    carried,
    files_of,
    go_on,
    replaced,
    start,
    under_way,
    understood,
    unfinished,
)
from bot.talk.person import Person, Talk


def begin(
    person: Person, heard: Heard, sight: Sight, held: Draft | None = None, name: str = REPORT.name
) -> Talk:
    """A new report, or another case by the name of its form, with what a short interview `held` for it.

    One of its kind that is unfinished is offered first.
    """
    here = under_way(person)
    if held is None and here is not None and here.form == "loose":
        held = here
        person = replace(person, drafts=person.drafts[:-1])
    answers: dict[str, Any] = carried(held) if held else {}
    if held is not None and answers:
        draft = Draft(name, held.id, answers, spoken=heard.at.isoformat())
        lines = understood(draft, heard, sight)
        return Talk(
            replace(person, drafts=(*person.drafts, draft)), (ask(FORMS[name], draft, heard, sight, *lines),)
        )
    if unfinished(person, name):
        return start(person, "resume", heard, sight)
    others = tuple(draft for draft in person.drafts if draft.form != name)
    return start(replace(person, drafts=others), name, heard, sight)


def greeted(person: Person, kind: Greeting, heard: Heard, sight: Sight) -> Talk:
    """A greeting is answered as one, and says nothing about an old case: someone else may hold the phone."""
    hello = Line("greet-salam" if kind == "salam" else "greet")
    here = under_way(person)
    if here is not None and here.form not in (*BY_FORM, "resume", *SOFT):
        return go_on(person, heard, sight, line=hello)
    if unfinished(person):
        return start(person, "resume", heard, sight, hello)
    if here is not None and here.form in BY_FORM:
        return go_on(person, heard, sight, line=hello)
    if person.news:
        return Talk(person, (Say((hello,)),))
    return start(person, "menu", heard, sight, hello)


def offered(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Words out of nowhere, while something is unfinished: a long text is kept with it."""
    *_, draft = unfinished(person)
    text = cleaned(heard.text)
    kept = keep_early(FORMS[draft.form], draft, text) if len(text) >= SHORTEST_STORY else None
    line = Line("unsure-what" if kept is None else "kept-with-draft")
    return start(replaced(person, kept or draft), "resume", heard, sight, line)


def resumed(person: Person, choice: str, heard: Heard, sight: Sight) -> Talk:
    """Go on with what is unfinished, start it anew, or have it erased."""
    found = unfinished(person)
    if not found:
        others = tuple(draft for draft in person.drafts if draft.form != "resume")
        return begin(replace(person, drafts=others), heard, sight)
    *older, draft = unfinished(person, found[-1].form)
    open_ones = (*older, draft)
    others = tuple(one for one in person.drafts if one not in open_ones and one.form != "resume")
    cleared = replace(person, drafts=others, kept=tuple(one for one in person.kept if one not in open_ones))
    form = FORMS[draft.form]
    if choice == "continue":
        draft = replace(draft, revisiting="", misses=0, pending=None)
        files = len(form.evidence.held(draft.answers)["files"]) if form.evidence else 0
        line = Line("resumed", {"left": remaining(form, draft), "files": files})
        screens = ask_after(form, draft, heard, sight, line, brief=True)
        kept = (*cleared.kept, *older)  # each is promised its seven days
        return Talk(replace(cleared, drafts=(*others, draft), kept=kept), screens)
    drops = files_of(*open_ones)
    if choice == "restart":
        begun = start(cleared, form.name, heard, sight, Line("restarted", {"files": len(drops)}))
        return replace(begun, drops=drops)
    return go_on(cleared, heard, sight, Say((Line("draft-erased"),)), drops=drops)


def cancelled(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Leave the interview under way. A report or a question is kept for some days and offered again."""
    draft = under_way(person)
    if draft is None or draft.form == "sent":
        return go_on(person, heard, sight, Say((Line("nothing-to-cancel"),)))
    below = person.drafts[:-1]
    if draft.form == "resume":
        draft = next((one for one in reversed(below) if one.form in BY_FORM), draft)
        below = tuple(one for one in below if one.id != draft.id)
    left = replace(person, drafts=below)
    if draft.form in BY_FORM and draft.answers:
        return go_on(replace(left, kept=(*person.kept, draft)), heard, sight, Say((Line("cancelled-kept"),)))
    drops = files_of(draft)
    return go_on(left, heard, sight, Say((Line("cancelled-files" if drops else "cancelled"),)), drops=drops)
