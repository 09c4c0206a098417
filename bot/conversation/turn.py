"""One turn of one interview: what we knew and what was said, in; what we know and what to say, out. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

from bot.conversation.draft import Draft
from bot.conversation.form import Form, before, current, group_of, path
from bot.conversation.global_words import GlobalWord, global_word
from bot.conversation.message import Attachment, Heard, Line, Option, Say
from bot.conversation.outcome import Answer, Half, Missed
from bot.conversation.question import Question, Sheet
from bot.conversation.review import EDIT, REVIEW, SEND, edit_sheet, review_sheet
from bot.conversation.scene import Scene, Sight
from bot.conversation.spoken import match_option

BACK = Option("@back", "back", only="buttons")
HOME = "Asia/Jakarta"
COMING_AFTER = 3
"""Seconds before "it is on its way" is said: most files are stored by then, and their own line replaces it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn gives.

    wants, drops  files to fetch, files to let go of
    submitted     the interview is complete and sent
    """

    draft: Draft
    says: tuple[Say, ...] = ()
    wants: tuple[Attachment, ...] = ()
    drops: tuple[str, ...] = ()
    submitted: bool = False


def scene_of(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Scene:
    scene = Scene(
        sight, heard.at, heard.at.astimezone(ZoneInfo(HOME)).date(), draft.id, draft.answers, draft.misses, draft.pending
    )
    zone = form.zone(scene) if form.zone else HOME
    return replace(scene, today=heard.at.astimezone(ZoneInfo(zone)).date())


def turn(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """Understand `heard` at the place where `draft` is, and say what comes next.

    1. A file that was stored or lost changes its own line only.
    2. Files that came along belong to the draft, whatever was being asked.
    3. An edited message replaces the answer that it gave.
    4. Back, skip and edit move; everything else answers the question at hand, or the review.
    """
    if heard.arrival is not None:
        return _arrived(form, draft, heard, sight)
    if heard.attachments and form.evidence is not None:
        return _files(form, draft, heard, sight)
    if heard.edited:
        return _corrected(form, draft, heard, sight)
    if heard.press is not None and heard.press.draft != draft.id:
        return _say(form, draft, heard, sight, Line("old-button"))
    if heard.press is not None and heard.press.value.startswith("@"):
        return _command(form, draft, heard, sight, heard.press.value)
    match global_word(heard.text) if heard.text and heard.press is None else None:
        case (GlobalWord.BACK, _):
            return _command(form, draft, heard, sight, BACK.key)
        case (GlobalWord.EDIT, _):
            return _command(form, draft, heard, sight, EDIT if current(form, draft) is None else BACK.key)
        case (GlobalWord.SKIP, _):
            return _skip(form, draft, heard, sight)
        case _:
            pass
    question = current(form, draft)
    if heard.press is not None and heard.press.question != (question.name if question else REVIEW):
        return _earlier(form, draft, heard, sight)
    if question is None:
        return _reviewed(form, draft, heard, sight)
    return _answered(form, draft, question, heard, sight)


def ask(form: Form, draft: Draft, heard: Heard, sight: Sight, *lines: Line, brief: bool = False) -> Say:
    """The screen of the place where `draft` is, after `lines`. `brief`: she has seen it before."""
    scene = scene_of(form, draft, heard, sight)
    question = current(form, draft)
    if question is None:
        assert form.review is not None, "a form without a review is submitted by its last answer"
        return _shown(review_sheet(form, form.review, draft, scene), draft, REVIEW, lines)
    sheet = question.sheet(scene)
    if brief and scene.says(f"brief-{question.name}") and sheet.lines[0].key == question.asking(scene):
        sheet = replace(sheet, lines=(Line(f"brief-{question.name}", join="run"), *sheet.lines[1:]))
    if before(form, draft) is not None and not (question is form.evidence and sheet.options[0].key == "done"):
        sheet = replace(sheet, options=(*sheet.options, *question.besides, BACK))
    slot = "evidence" if question is form.evidence and not lines else ""
    return replace(_shown(sheet, draft, question.name, lines), slot=slot)


def _shown(sheet: Sheet, draft: Draft, question: str, lines: tuple[Line, ...]) -> Say:
    return Say((*lines, *sheet.lines), sheet.options, draft.id, question, sheet.rows)


def _say(form: Form, draft: Draft, heard: Heard, sight: Sight, *lines: Line) -> Turn:
    return Turn(draft, (ask(form, draft, heard, sight, *lines, brief=True),))


def _answered(form: Form, draft: Draft, question: Question, heard: Heard, sight: Sight, jumped: bool = False) -> Turn:
    """Put `heard` to the question."""
    scene = scene_of(form, draft, heard, sight)
    match question.understand(heard, scene):
        case Answer(value=value, stay=stay, wants=wants, drops=drops):
            kept = _keep(draft, question, value, heard)
            if stay:
                return Turn(kept, (ask(form, kept, heard, sight),), wants, drops)
            first = not draft.revisiting
            kept = replace(kept, revisiting="" if jumped else _next_in_group(form, draft, kept))
            return _go_on(form, kept, question, value, heard, sight, wants, drops, first=first)
        case Half(pending=pending):
            half = replace(draft, pending=pending, misses=0)
            return Turn(half, (ask(form, half, heard, sight),))
        case Missed(line=line, calm=True):
            calm = replace(draft, pending=None)
            return Turn(calm, (_asking_again(form, calm, heard, sight, line),))
        case Missed(line=line):
            return _missed(form, draft, question, line, heard, sight)


def _go_on(
    form: Form,
    draft: Draft,
    question: Question,
    value: Any,
    heard: Heard,
    sight: Sight,
    wants: tuple[Attachment, ...] = (),
    drops: tuple[str, ...] = (),
    said: Line | None = None,
    first: bool = True,
) -> Turn:
    """After an answer: submit where nothing is left to ask or review, else the next screen."""
    if form.review is None and current(form, draft) is None:
        return Turn(draft, (), wants, drops, submitted=True)
    scene = scene_of(form, draft, heard, sight)
    ack = said or question.ack(value, scene)
    here = ask(form, draft, heard, sight, *((ack,) if ack else ()), brief=said is not None)
    warning = form.review.warn(scene) if form.review and current(form, draft) is None and first else ()
    return Turn(draft, (*((Say(warning),) if warning else ()), here), wants, drops)


def _keep(draft: Draft, question: Question, value: Any, heard: Heard) -> Draft:
    said = {**draft.said, heard.ref: question.name} if heard.ref and heard.text else draft.said
    return replace(draft, answers={**draft.answers, question.name: value}, misses=0, pending=None, said=said)


def _next_in_group(form: Form, was: Draft, now: Draft) -> str:
    """An edited line may hold several questions: the next of them, where it is asked at all."""
    group = group_of(form, was.revisiting) if was.revisiting else ()
    asked = {question.name for question in path(form, now.answers)}
    rest = group[group.index(was.revisiting) + 1 :] if was.revisiting in group else ()
    return next((name for name in rest if name in asked), "")


def _missed(form: Form, draft: Draft, question: Question, line: Line | None, heard: Heard, sight: Sight) -> Turn:
    """First a hint, then help, then a way round."""
    scene = scene_of(form, draft, heard, sight)
    misses = draft.misses + 1
    if misses >= 3 and not (draft.pending and misses == 3):
        value = question.easy_way(scene)
        if value is not ...:
            kept = replace(_keep(draft, question, value, heard), revisiting="")
            return _go_on(form, kept, question, value, heard, sight, said=Line("passed-over"))
    missed = replace(draft, misses=misses)
    numbered = [option for option in question.options(scene) if option.only != "buttons"]
    if line is None or misses == 2:
        stem = "hint" if misses == 1 else "help"
        own = f"{stem}-{question.name}"
        line = Line(own if scene.says(own) else f"{stem}-{'choice' if numbered else 'text'}", {"last": len(numbered)})
    return Turn(missed, (_asking_again(form, missed, heard, sight, line),))


def _asking_again(form: Form, draft: Draft, heard: Heard, sight: Sight, line: Line | None) -> Say:
    """Help in place of the question's own text; the choices stay."""
    again = ask(form, draft, heard, sight)
    if line is None:
        return again
    return replace(again, lines=(line,), options=tuple(replace(o, quiet=True) for o in again.options), slot="")


def _skip(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    question = current(form, draft)
    value = question.easy_way(scene_of(form, draft, heard, sight)) if question else ...
    if question is form.evidence and question is not None:
        return _answered(form, draft, question, replace(heard, text="", press=_pressed(draft, question, "none")), sight)
    if question is None or value is ...:
        return _say(form, draft, heard, sight, Line("cannot-skip"))
    kept = replace(_keep(draft, question, value, replace(heard, ref="")), revisiting="")
    return _go_on(form, kept, question, value, heard, sight, said=Line("passed-over"))


def _command(form: Form, draft: Draft, heard: Heard, sight: Sight, command: str) -> Turn:
    """`@back`, `@edit` (which line?), `@edit.NAME`."""
    if command == BACK.key:
        question = before(form, draft)
        if question is None:
            return _say(form, draft, heard, sight, Line("first-question"))
        return _open(form, draft, question.name, heard, sight)
    name = command.removeprefix(EDIT).removeprefix(".")
    if name:
        asked = {question.name for question in path(form, draft.answers)}
        if name not in asked:
            return _say(form, draft, heard, sight, Line("old-button"))
        return _open(form, draft, name, heard, sight)
    if form.review is None:
        return _say(form, draft, heard, sight)
    sheet = edit_sheet(form, form.review, draft, scene_of(form, draft, heard, sight))
    return Turn(draft, (_shown(sheet, draft, REVIEW, ()),))


def _open(form: Form, draft: Draft, name: str, heard: Heard, sight: Sight) -> Turn:
    """Ask an answered question again; files count as still coming."""
    answers = draft.answers
    if form.evidence is not None and form.evidence.name == name and name in answers:
        answers = {**answers, name: {**form.evidence.held(answers), "done": False}}
    opened = replace(draft, answers=answers, revisiting=name, misses=0, pending=None)
    return Turn(opened, (ask(form, opened, heard, sight),))


def _earlier(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """A button of a question that is not the current one: of one she has passed it is an edit."""
    assert heard.press is not None
    question = form.question(heard.press.question)
    if question is None or question.name not in draft.answers or not question.asked(draft.answers):
        return _say(form, draft, heard, sight, Line("old-button"))
    opened = _open(form, draft, question.name, heard, sight).draft
    if question.chosen(heard, scene_of(form, opened, heard, sight)) is None:
        return _say(form, draft, heard, sight, Line("old-button"))
    return _answered(form, opened, question, heard, sight, jumped=True)


def _reviewed(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """At the review: send, change a line, or take an offer."""
    assert form.review is not None
    scene = scene_of(form, draft, heard, sight)
    options = review_sheet(form, form.review, draft, scene).options
    if heard.press is not None:
        key = heard.press.value if any(o.key == heard.press.value for o in options) else None
    elif (word := global_word(heard.text)) is not None and word[0] is GlobalWord.SEND:
        key = SEND
    else:
        key = match_option(heard.text, options, scene.library.words, scene.language)
    offered = next((offer for offer in form.review.offers if offer.name == key), None)
    if key == SEND:
        return Turn(replace(draft, misses=0), submitted=True)
    if offered is not None:
        scene = scene_of(form, draft, heard, sight)
        value = offered.options(scene)[0].key
        kept = _keep(draft, offered, value, heard)
        return _say(form, kept, heard, sight, *filter(None, (offered.ack(value, scene),)))
    if key is not None:
        return _command(form, draft, heard, sight, key)
    return _say(form, draft, heard, sight, Line("hint-review"))


def _files(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """Keep what came; the line that says it is stored follows when it is."""
    evidence = form.evidence
    assert evidence is not None
    at_evidence = current(form, draft) is evidence
    taken = evidence.take(heard, draft.answers)
    kept = replace(draft, answers={**draft.answers, evidence.name: taken.value})
    held = evidence.held(kept.answers)
    if held["voice"] or (held["full"] and not taken.wants):
        lines = (Line("evidence-full", {"most": evidence.at_most}),) if held["full"] else ()
        return Turn(kept, (ask(form, kept, heard, sight, *lines),), taken.wants)
    if at_evidence:
        return Turn(replace(kept, misses=0), (replace(ask(form, kept, heard, sight), after=COMING_AFTER),), taken.wants)
    scene = scene_of(form, draft, heard, sight)
    late = Say((evidence.progress(held),), draft=draft.id, slot="late", after=COMING_AFTER)
    question = current(form, kept)
    if heard.text and question is not None and isinstance(question.understand(replace(heard, attachments=()), scene), Answer):
        answered = _answered(form, kept, question, replace(heard, attachments=()), sight)
        return replace(answered, says=(late, *answered.says), wants=(*taken.wants, *answered.wants))
    return Turn(kept, (late,), taken.wants)


def _arrived(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """A file was stored, or could not be had: tell it where she is, without moving her."""
    evidence, arrival = form.evidence, heard.arrival
    if evidence is None or arrival is None:
        return Turn(draft)
    known = any(file["id"] == arrival.attachment for file in evidence.held(draft.answers)["files"])
    if not known:
        return Turn(draft)
    told = replace(draft, answers={**draft.answers, evidence.name: evidence.arrived(arrival, draft.answers)})
    held = evidence.held(told.answers)
    settled = replace(told, answers={**told.answers, evidence.name: {**held, "trouble": "" if arrival.stored else held["trouble"]}})
    if current(form, told) is evidence:
        return Turn(settled, (ask(form, told, heard, sight),))
    if arrival.stored:
        return Turn(settled, (Say((evidence.progress(held),), draft=draft.id, slot="late"),))
    return Turn(settled, (Say((Line(f"evidence-not-{held['trouble']}"),)),))


def _corrected(form: Form, draft: Draft, heard: Heard, sight: Sight) -> Turn:
    """She edited a message of hers: the answer it gave is replaced, where it still is an answer."""
    question = form.question(draft.said.get(heard.ref, ""))
    if question is None or not question.asked(draft.answers):
        return Turn(draft)
    outcome = question.understand(heard, scene_of(form, replace(draft, pending=None), heard, sight))
    if not isinstance(outcome, Answer):
        return Turn(draft, (Say((Line("edit-not-understood"),)),))
    kept = replace(draft, answers={**draft.answers, question.name: outcome.value})
    return Turn(kept, (Say((Line("edit-taken"),)), ask(form, kept, heard, sight)))
