"""What follows when an interview is complete; then what it interrupted goes on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from bot.conversation.asking import ask
from bot.conversation.draft import Draft
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.conversation.turn import turn
from bot.flows.learning import LEARN
from bot.flows.report import REPORT
from bot.talk.anywhere import chosen, language
from bot.talk.cases import case_button
from bot.talk.interview import FORMS, carried, done, files_of, go_on, on_top, replaced, understood
from bot.talk.learning import asked_officers, learn, led_on
from bot.talk.loose import housed
from bot.talk.loose_words import to_menu
from bot.talk.person import Act, Person, Talk
from bot.talk.unfinished import resumed

LEADS: Mapping[str, tuple[str, Callable[[Person, str, Heard, Sight], Talk]]] = {
    "resume": ("resume", resumed), "learn": ("situation", led_on), "language": ("language", language),
}  # fmt: skip
"""Interviews of one choice that lead on: the answer, and what follows it."""


def put(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Put the message to the interview under way."""
    was = person.drafts[-1]
    told = turn(FORMS[was.form], was, heard, sight)
    draft = replace(told.draft, spoken=heard.at.isoformat())
    wants = tuple((draft.id, file) for file in told.wants)
    fleeting = was.form == LEARN.name
    if not told.submitted:
        return Talk(replaced(person, draft), told.says, wants, told.drops, fleeting)
    ended = finish(replace(person, drafts=person.drafts[:-1]), draft, heard, sight)
    return replace(
        ended,
        steps=(*told.says, *ended.steps),
        wants=(*wants, *ended.wants),
        drops=(*told.drops, *ended.drops),
        fleeting=fleeting,
    )


def finish(person: Person, draft: Draft, heard: Heard, sight: Sight) -> Talk:
    """`draft` is complete, and no longer among the person's."""
    answers = draft.answers
    match draft.form:
        case "welcome":
            return _welcomed(person, draft, heard, sight)
        case "menu":
            return chosen(person, str(answers["menu"]), draft, heard, sight)
        case "asking":
            return asked_officers(person, draft, heard, sight)
        case "loose":
            return housed(person, draft, heard, sight)
        case "sent":
            return case_button(person, str(answers["sent"]), str(answers["case"]), heard, sight)
        case name if name in LEADS:
            answer, lead = LEADS[name]
            return lead(person, str(answers[answer]), heard, sight)
        case "unfit" if answers["unfit"] == "other":
            return to_menu(person, str(answers["note"]), heard, sight)
        case "clean" if answers["clean"] == "yes":
            return Talk(
                person, (Act("clean", answers, draft),)
            )  # nothing is asked: it would show what was cleaned
        case name if answers.get(name) == "no":
            return go_on(person, heard, sight, Say((Line("left-as-is"),)))
        case _:
            return done(person, draft, heard, sight)


def _welcomed(person: Person, draft: Draft, heard: Heard, sight: Sight) -> Talk:
    """Agreed: the draft of the notice becomes the report, if it holds anything; else what was begun before goes on."""
    answers = draft.answers
    if "agree" in (answers.get("consent"), answers.get("consented")):
        agreed = replace(person, consented=True)
        if person.drafts and not carried(draft):
            return go_on(agreed, heard, sight, Act("consent"))
        report = Draft("report", draft.id, carried(draft), spoken=draft.spoken)
        lines = (Line("begin"), *understood(report, heard, sight))
        return Talk(on_top(agreed, report), (Act("consent"), ask(REPORT, report, heard, sight, *lines)))
    drops = files_of(draft)
    if answers.get("consent") == "ask":
        gone = (Say((Line("not-kept"),)),) if drops or carried(draft) else ()
        asking = learn(person, heard, sight)
        return replace(asking, steps=(*gone, *asking.steps), drops=drops)
    everything = (*person.drafts, *person.kept)
    return Talk(
        replace(person, drafts=(), kept=()),
        (Say((Line("not-now"),)),),
        drops=(*drops, *files_of(*everything)),
    )
