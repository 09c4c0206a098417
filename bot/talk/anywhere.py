"""Words understood anywhere: they are answered, and keep the place."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.asking import ask
from bot.conversation.draft import Draft
from bot.conversation.global_words import GlobalWord
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.flows.consultation import CONSULTATION
from bot.flows.kinds import BY_FORM
from bot.flows.later import ticket_in
from bot.flows.report import REPORT
from bot.talk.cases import STARTS, asked_for, known
from bot.talk.elsewhere import asked_to_cross
from bot.talk.interview import FORMS, SOFT, go_on, start, under_way, unfinished
from bot.talk.learning import ask_officers, learn
from bot.talk.person import Act, Person, Talk
from bot.talk.unfinished import begin, cancelled

AT_ONCE = {
    GlobalWord.MY_DATA: "mydata", GlobalWord.SHORT: "short", GlobalWord.LONG: "long", GlobalWord.LEAVE: "leave",
    GlobalWord.LOCK: "lock",
}  # fmt: skip
TELLS = {GlobalWord.HELP: "help", GlobalWord.PRIVACY: "ask-consented", GlobalWord.SAFE: "safe"}
BEGINS = {"report": REPORT.name, "ombudsman": CONSULTATION.name}
"""Choices of the menu that begin a case."""
OPENS = {GlobalWord.CLEAN: "clean", GlobalWord.MENU: "menu"}
NEED_CONSENT = frozenset({
    GlobalWord.START, GlobalWord.ADD, GlobalWord.MENU, GlobalWord.RESTART, GlobalWord.CANCEL,
    GlobalWord.BACK, GlobalWord.EDIT, GlobalWord.SEND, GlobalWord.SKIP, GlobalWord.RAISE,
})  # fmt: skip
"""What begins something, or belongs to an interview. Her rights she has without a yes to the notice of today."""
BEGIN = frozenset({GlobalWord.START, GlobalWord.ADD, GlobalWord.MENU, GlobalWord.RESTART})
"""Those of them that begin something."""


def word(person: Person, said: GlobalWord, argument: str, heard: Heard, sight: Sight) -> Talk | None:
    """Do what the word asks for; None where the interview under way knows it better."""
    if said is GlobalWord.ERASE and not argument and _means_the_draft(person):
        line = (Line("erase-draft"),) if sight.cases else ()
        return start(person, "resume", heard, sight, *line)
    if said in STARTS:
        return asked_for(person, said, argument, heard, sight)
    if said is GlobalWord.LOCK and person.locked:
        return start(person, "unlock", heard, sight, answers=known("unlock", argument, sight))
    if said is GlobalWord.CROSS:
        return asked_to_cross(person, argument, heard, sight)
    if said is GlobalWord.MOVE:
        return Talk(person, (Act("crossed"),))
    if said in TELLS:
        return go_on(person, heard, sight, Say((Line(TELLS[said]),)))
    if said in OPENS:
        return start(person, OPENS[said], heard, sight)
    if said in AT_ONCE:
        return go_on(person, heard, sight, Act(AT_ONCE[said]))
    return _begun_or_ended(person, said, argument, heard, sight)


def _to_ombudsman(person: Person, argument: str, heard: Heard, sight: Sight) -> Talk:
    """About a case of hers, or with a question."""
    ticket = ticket_in(argument)
    if person.consented and any(option.key == ticket for option in person.cases):
        return Talk(person, (Act("ombudsman", {"case": ticket}),))
    return ask_officers(person, heard, sight)


def _begun_or_ended(
    person: Person, said: GlobalWord, argument: str, heard: Heard, sight: Sight
) -> Talk | None:
    match said:
        case GlobalWord.STOP:
            return _stopped(person, heard, sight)
        case GlobalWord.RESTART if person.muted:
            return go_on(person, heard, sight, Act("restart"))
        case GlobalWord.START | GlobalWord.RESTART:
            return begin(person, heard, sight)
        case GlobalWord.CANCEL:
            return cancelled(person, heard, sight)
        case GlobalWord.ASK:
            return learn(person, heard, sight)
        case GlobalWord.OMBUDSMAN:
            return _to_ombudsman(person, argument, heard, sight)
        case _:
            return None


def language(person: Person, argument: str, heard: Heard, sight: Sight) -> Talk:
    """Speak another language from here on; ask which where she did not say."""
    if argument not in sight.library.words.languages:
        return start(person, "language", heard, sight)
    spoken = replace(sight, language=argument)
    drafts = tuple(draft for draft in person.drafts if draft.form != "language")
    changed = replace(person, language=argument, drafts=drafts)
    if not person.consented and not drafts:
        changed = replace(changed, drafts=(Draft("welcome", heard.fresh, spoken=heard.at.isoformat()),))
    here = under_way(changed)
    if here is not None and here.form == "welcome":
        return Talk(changed, (ask(FORMS["welcome"], here, heard, spoken),))
    return go_on(changed, heard, spoken, line=Line("language-changed"))


def chosen(person: Person, choice: str, held: Draft, heard: Heard, sight: Sight) -> Talk:
    """What she chose in the menu."""
    if choice in BEGINS:
        return begin(person, heard, sight, held, BEGINS[choice])
    meant = {
        "ask": GlobalWord.ASK, "status": GlobalWord.STATUS, "add": GlobalWord.ADD, "data": GlobalWord.MY_DATA,
        "help": GlobalWord.HELP,
    }[choice]  # fmt: skip
    return word(person, meant, "", heard, sight) or Talk(person)


def _means_the_draft(person: Person) -> bool:
    """HAPUS in the middle of a report or question, or where nothing but an unfinished one is there."""
    here = under_way(person)
    return bool(unfinished(person)) and (not person.cases or (here is not None and here.form in BY_FORM))


def _stopped(person: Person, heard: Heard, sight: Sight) -> Talk:
    """BERHENTI, STOP: no more news; in the middle of an interview it ends that too."""
    here = under_way(person)
    if here is None or here.form in SOFT:
        return go_on(person, heard, sight, Act("stop"))
    ended = cancelled(person, heard, sight)
    return replace(ended, steps=(*ended.steps, Act("stop"))) if person.cases else ended
