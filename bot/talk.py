"""The whole talk with one chat: which interview a message belongs to, and what is done when one ends. Pure.

An address may have several open drafts: the last of `Person.drafts` is under way, those below it wait (a report
interrupted by a look at its status). Words such as *status* and *batal* are understood before any question.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.conversation.draft import Draft
from bot.conversation.form import Form, current, remaining
from bot.conversation.global_words import GlobalWord, global_word
from bot.conversation.greeting import greeting
from bot.conversation.message import Attachment, Heard, Line, Option, Say
from bot.conversation.question import Choice
from bot.conversation.scene import Sight
from bot.conversation.turn import Turn, ask, scene_of, turn
from bot.flows import later, welcome
from bot.flows.report import REPORT

FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        REPORT, welcome.WELCOME, welcome.MENU, welcome.RESUME, welcome.LOOSE, welcome.LANGUAGE, welcome.CLEAN,
        welcome.SENT,
        later.STATUS, later.ADD, later.WITHDRAW, later.ERASE, later.NEW_CODE, later.UNLOCK,
    )
}  # fmt: skip
SOFT = frozenset({"menu", "language", "clean", "loose", "sent"})
"""Interviews that give way to whatever else she says."""
STARTS = {
    GlobalWord.STATUS: "status", GlobalWord.ADD: "add", GlobalWord.WITHDRAW: "withdraw", GlobalWord.ERASE: "erase",
    GlobalWord.NEW_CODE: "newcode", GlobalWord.CLEAN: "clean",
}  # fmt: skip
AT_ONCE = {
    GlobalWord.MY_DATA: "mydata", GlobalWord.SHORT: "short", GlobalWord.LONG: "long",
    GlobalWord.STOP: "stop", GlobalWord.LEAVE: "leave",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Person:
    """What an address brings to a turn, and takes from it.

    language   "" until it is known
    consented  to the present version of the notice
    drafts     open interviews; the last is under way
    kept       cancelled reports, offered again until they expire
    cases      one option for each case tied to this chat; its key is the ticket
    locked     cases answer to their code only, even here
    muted      she asked for no pushes
    """

    language: str = ""
    consented: bool = False
    drafts: tuple[Draft, ...] = ()
    kept: tuple[Draft, ...] = ()
    cases: tuple[Option, ...] = ()
    locked: bool = False
    muted: bool = False

    def __repr__(self) -> str:
        return f"Person({len(self.drafts)} drafts, {len(self.cases)} cases)"


@dataclass(frozen=True, slots=True)
class Act:
    """Something only the storage can do; it may say things of its own. `answers` are those of the interview."""

    name: str
    answers: Mapping[str, Any] = field(default_factory=dict)
    draft: Draft | None = None


@dataclass(frozen=True, slots=True)
class Talk:
    """One message, answered: the person as she is now, what to say and do in order, files to fetch and to let go."""

    person: Person
    steps: tuple[Say | Act, ...] = ()
    wants: tuple[tuple[str, Attachment], ...] = ()
    drops: tuple[str, ...] = ()


def talk(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Answer one message.

    1. What is about one draft (a stored file, a button, an edited message) goes to that draft.
    2. Without consent, everything leads to the notice; what she sent is kept with it.
    3. Words understood anywhere; then the interview under way; then what it may mean without one.
    """
    if heard.arrival is not None:
        return _arrival(person, heard, sight)
    if heard.press is not None:
        return _press(person, heard, sight)
    if heard.edited:
        return _edited(person, heard, sight)
    word = global_word(heard.text) if heard.text and not heard.attachments else None
    if word is not None and word[0] is GlobalWord.LANGUAGE:
        return _language(person, word[1], heard, sight)
    if not person.consented and not (word and word[0] in (GlobalWord.STATUS, GlobalWord.HELP)):
        return _before_consent(person, heard, sight)
    if heard.odd is not None:
        return _with(person, Say((Line(f"odd-{heard.odd}"),)), heard, sight)
    if word is not None and not _is_answer(person, heard, sight):
        answered = _word(person, *word, heard, sight)
        if answered is not None:
            return answered
    return _plain(person, heard, sight)


def start(person: Person, name: str, heard: Heard, sight: Sight, *lines: Line, **answers: Any) -> Talk:
    """Open an interview on top of what is under way. One that has nothing to ask ends at once."""
    form = FORMS[name]
    below = tuple(draft for draft in person.drafts if draft.form not in SOFT and draft.form != name)
    draft = Draft(name, heard.fresh, _prefilled(form, answers, sight))
    if form.review is None and current(form, draft) is None:
        return finish(replace(person, drafts=below), Turn(draft, submitted=True), heard, sight)
    return Talk(replace(person, drafts=(*below, draft)), (ask(form, draft, heard, sight, *lines),))


def finish(person: Person, done: Turn, heard: Heard, sight: Sight) -> Talk:
    """What follows when an interview is complete; then what it interrupted goes on."""
    draft = done.draft
    answers = draft.answers
    match draft.form:
        case "welcome":
            return _welcomed(person, draft, heard, sight)
        case "menu":
            return _chosen(person, str(answers["menu"]), heard, sight)
        case "resume":
            return _resumed(person, str(answers["resume"]), heard, sight)
        case "loose":
            return _housed(person, draft, heard, sight)
        case "sent":
            return case_word(person, str(answers["sent"]), str(answers["case"]), heard, sight)
        case "language":
            return _language(person, str(answers["language"]), heard, sight)
        case name if answers.get(name) == "no":
            return _with(person, Say((Line("left-as-is"),)), heard, sight)
        case name:
            return _resume_below(person, (Act(name, answers, draft),), heard, sight)


def _arrival(person: Person, heard: Heard, sight: Sight) -> Talk:
    arrival = heard.arrival
    assert arrival is not None
    for draft in (*person.drafts, *person.kept):
        if draft.id == arrival.draft:
            told = turn(FORMS[draft.form], draft, heard, sight)
            on_top = bool(person.drafts) and person.drafts[-1].id == draft.id
            says = told.says if on_top else tuple(say for say in told.says if not say.options)
            return Talk(_replaced(person, told.draft), says)
    return Talk(person, (Act("arrival", {"evidence": arrival.attachment, "stored": arrival.stored, "reason": arrival.reason}),))


def _press(person: Person, heard: Heard, sight: Sight) -> Talk:
    """A button belongs to its draft, which comes to the top, or to a case of hers, or to nothing any more."""
    press = heard.press
    assert press is not None
    draft = next((draft for draft in (*person.drafts, *person.kept) if draft.id == press.draft), None)
    if draft is not None:
        others = tuple(one for one in person.drafts if one.id != draft.id)
        kept = tuple(one for one in person.kept if one.id != draft.id)
        return _turned(replace(person, drafts=(*others, draft), kept=kept), heard, sight)
    if press.draft == "case" and person.consented:
        what, _, ticket = press.value.partition(".")
        if any(option.key == ticket for option in person.cases):
            return case_word(person, what, ticket, heard, sight)
    if not person.consented:
        return _before_consent(person, replace(heard, press=None), sight)
    return _with(person, Say((Line("old-button"),)), heard, sight)


def case_word(person: Person, what: str, ticket: str, heard: Heard, sight: Sight) -> Talk:
    """What a letter about a case offers: buttons carry `case::WHAT.TICKET`."""
    if what in ("add", "withdraw", "erase", "newcode"):
        return start(person, what, heard, sight, case=ticket)
    if what == "clean":
        return start(person, "clean", heard, sight)
    return _resume_below(person, (Act(what, {"case": ticket}),), heard, sight)


def _edited(person: Person, heard: Heard, sight: Sight) -> Talk:
    """An edited message replaces the answer it gave; after sending it becomes a note with both versions."""
    draft = next((draft for draft in person.drafts if heard.ref in draft.said), None)
    if draft is not None:
        told = turn(FORMS[draft.form], draft, heard, sight)
        return Talk(_replaced(person, told.draft), told.says)
    return Talk(person, (Act("edited", {"ref": heard.ref, "text": heard.text}),) if heard.text else ())


def _before_consent(person: Person, heard: Heard, sight: Sight) -> Talk:
    """The notice, until she agrees. A file that came first is kept with it."""
    top = person.drafts[-1] if person.drafts else None
    if top is not None and top.form != "welcome":
        return _turned(person, heard, sight)
    fresh = top is None
    draft = top or Draft("welcome", heard.fresh)
    if heard.attachments:
        told = turn(welcome.WELCOME, draft, heard, sight)
        notice = (_notice(told.draft, heard, sight),) if fresh else ()
        wants = tuple((draft.id, file) for file in told.wants)
        return Talk(_replaced(replace(person, drafts=(told.draft,)), told.draft), (*notice, *told.says), wants)
    if fresh or (not _is_answer(person, heard, sight) and (global_word(heard.text) or greeting(heard.text))):
        lines = (Line("greet-salam"),) if greeting(heard.text) == "salam" else ()
        return Talk(replace(person, drafts=(draft,)), (_notice(draft, heard, sight, *lines),))
    return _turned(replace(person, drafts=(draft,)), heard, sight)


def _notice(draft: Draft, heard: Heard, sight: Sight, *lines: Line) -> Say:
    other = heard.language and heard.language != sight.language and heard.language in sight.library.words.languages
    say = ask(welcome.WELCOME, draft, heard, sight, *lines)
    return replace(say, lines=(*say.lines, *((Line("other-language", {"language": heard.language}),) if other else ())))


def _welcomed(person: Person, draft: Draft, heard: Heard, sight: Sight) -> Talk:
    """Agreed: the draft of the notice becomes the report, with the files it holds."""
    answers = draft.answers
    if "agree" in (answers.get("consent"), answers.get("consented")):
        files = {name: value for name, value in answers.items() if name == "evidence"}
        report = Draft("report", draft.id, files)
        agreed = replace(person, consented=True, drafts=(report,))
        return Talk(agreed, (Act("consent"), ask(REPORT, report, heard, sight, Line("begin"))))
    key = "only-asking" if answers.get("consent") == "ask" else "not-now"
    return Talk(person, (Say((Line(key),)),), drops=_files_of(draft))


def _word(person: Person, word: GlobalWord, argument: str, heard: Heard, sight: Sight) -> Talk | None:
    """A word understood anywhere; None where the interview under way knows it better."""
    under_way = person.drafts[-1] if person.drafts else None
    if word in STARTS:
        if under_way is not None and under_way.form == STARTS[word] and not argument:
            return _with(person, None, heard, sight)
        if word is GlobalWord.STATUS and argument:
            return start(person, "status", heard, sight, said=argument)
        if word in (GlobalWord.ADD, GlobalWord.NEW_CODE) and not sight.cases:
            return _with(person, Say((Line("no-case-here"),)), heard, sight)
        return start(person, STARTS[word], heard, sight)
    if word in AT_ONCE:
        return _resume_below(person, (Act(AT_ONCE[word]),), heard, sight)
    match word:
        case GlobalWord.HELP:
            return _with(person, Say((Line("help"),)), heard, sight)
        case GlobalWord.PRIVACY:
            return _with(person, Say((Line("ask-consented"),)), heard, sight)
        case GlobalWord.LOCK:
            return start(person, "unlock", heard, sight) if person.locked else _resume_below(person, (Act("lock"),), heard, sight)
        case GlobalWord.MENU:
            return start(person, "menu", heard, sight)
        case GlobalWord.RESTART if person.muted:
            return _resume_below(person, (Act("restart"),), heard, sight)
        case GlobalWord.START | GlobalWord.RESTART:
            return _begin(person, heard, sight)
        case GlobalWord.CANCEL:
            return _cancelled(person, heard, sight)
        case _:
            return None


def _is_answer(person: Person, heard: Heard, sight: Sight) -> bool:
    """Whether a word that is understood anywhere is an option of what is being asked: then it is that."""
    if not person.drafts:
        return False
    draft = person.drafts[-1]
    question = current(FORMS[draft.form], draft)
    scene = scene_of(FORMS[draft.form], draft, heard, sight)
    return isinstance(question, Choice) and question.chosen(heard, scene) is not None


def _plain(person: Person, heard: Heard, sight: Sight) -> Talk:
    """An answer to the interview under way, or what a message means without one."""
    under_way = person.drafts[-1] if person.drafts else None
    greeted = greeting(heard.text) if heard.text and not heard.attachments else None
    if greeted is not None and (under_way is None or under_way.form in (*SOFT, "report")):
        return _greeted(person, greeted, heard, sight)
    if under_way is not None and under_way.form in SOFT and not _understood(under_way, heard, sight):
        person = replace(person, drafts=tuple(draft for draft in person.drafts if draft.form not in SOFT))
        under_way = person.drafts[-1] if person.drafts else None
    if under_way is not None:
        return _turned(person, heard, sight)
    if heard.attachments:
        return _loose(person, heard, sight)
    if later.ticket_in(heard.text):
        return start(person, "status", heard, sight, said=heard.text)
    return start(person, "menu", heard, sight, Line("unsure-what"))


def _understood(draft: Draft, heard: Heard, sight: Sight) -> bool:
    """Whether a soft interview can use this message. What came to find its place may grow meanwhile."""
    if draft.form == "loose" and heard.attachments:
        return True
    told = turn(FORMS[draft.form], draft, heard, sight)
    return told.submitted or told.draft.answers != draft.answers


def _greeted(person: Person, kind: str, heard: Heard, sight: Sight) -> Talk:
    """A greeting is answered as one, and says nothing about an old case: someone else may hold the phone."""
    hello = Line(f"greet-{kind}" if kind == "salam" else "greet")
    report = next((draft for draft in (*person.kept, *person.drafts) if draft.form == "report" and draft.answers), None)
    if report is not None:
        return start(person, "resume", heard, sight, hello)
    if person.drafts and person.drafts[-1].form == "report":
        return _with(person, None, heard, sight, hello)
    return start(person, "menu", heard, sight, hello)


def _begin(person: Person, heard: Heard, sight: Sight) -> Talk:
    """A new report; one that is unfinished is offered first."""
    if any(draft.form == "report" and draft.answers for draft in (*person.kept, *person.drafts)):
        return start(person, "resume", heard, sight)
    return start(person, "report", heard, sight)


def _chosen(person: Person, choice: str, heard: Heard, sight: Sight) -> Talk:
    if choice == "report":
        return _begin(person, heard, sight)
    if choice == "help":
        return _with(person, Say((Line("help"),)), heard, sight)
    word = {"status": GlobalWord.STATUS, "add": GlobalWord.ADD, "data": GlobalWord.MY_DATA}[choice]
    return _word(person, word, "", heard, sight) or Talk(person)


def _resumed(person: Person, choice: str, heard: Heard, sight: Sight) -> Talk:
    """The unfinished report: go on, start anew, or have it erased."""
    unfinished = [draft for draft in (*person.kept, *person.drafts) if draft.form == "report"]
    others = tuple(draft for draft in person.drafts if draft.form not in ("report", "resume"))
    cleared = replace(person, drafts=others, kept=())
    if not unfinished:
        return start(cleared, "report", heard, sight)
    draft = unfinished[-1]
    if choice == "continue":
        evidence = REPORT.evidence
        stored = len(evidence.held(draft.answers)["files"]) if evidence else 0
        lines = (Line("resumed", {"left": remaining(REPORT, draft), "files": stored}),)
        return Talk(replace(cleared, drafts=(*others, draft)), (ask(REPORT, draft, heard, sight, *lines, brief=True),))
    drops = tuple(file for one in unfinished for file in _files_of(one))
    if choice == "restart":
        begun = start(cleared, "report", heard, sight, Line("restarted"))
        return replace(begun, drops=drops)
    return Talk(cleared, (Say((Line("draft-erased"),)),), drops=drops)


def _cancelled(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Leave the interview under way. A report is kept for some days and offered again."""
    if not person.drafts:
        return _with(person, Say((Line("nothing-to-cancel"),)), heard, sight)
    *below, draft = person.drafts
    left = replace(person, drafts=tuple(below))
    if draft.form == "report" and draft.answers:
        return Talk(replace(left, kept=(draft,)), (Say((Line("cancelled-kept"),)),))
    return _with(replace(left), Say((Line("cancelled"),)), heard, sight, drops=_files_of(draft))


def _loose(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Files without an interview: kept, and she says where they belong."""
    draft = Draft("loose", heard.fresh)
    told = turn(welcome.LOOSE, draft, heard, sight)
    question = ask(welcome.LOOSE, told.draft, heard, sight)
    wants = tuple((draft.id, file) for file in told.wants)
    return Talk(replace(person, drafts=(*person.drafts, told.draft)), (question,), wants)


def _housed(person: Person, draft: Draft, heard: Heard, sight: Sight) -> Talk:
    choice = draft.answers["loose"]
    if choice == "discard":
        return _with(person, Say((Line("discarded"),)), heard, sight, drops=_files_of(draft))
    files = {"evidence": draft.answers.get("evidence")}
    form = FORMS["report" if choice == "new" else "add"]
    moved = Draft(form.name, draft.id, files if choice == "new" else {**files, "case": choice})
    return Talk(replace(person, drafts=(*person.drafts, moved)), (ask(form, moved, heard, sight),))


def _language(person: Person, argument: str, heard: Heard, sight: Sight) -> Talk:
    if argument not in sight.library.words.languages:
        return start(person, "language", heard, sight)
    drafts = tuple(draft for draft in person.drafts if draft.form != "language")
    spoken = replace(sight, language=argument)
    changed = replace(person, language=argument, drafts=drafts)
    if not person.consented:
        draft = drafts[-1] if drafts else Draft("welcome", heard.fresh)
        return Talk(replace(changed, drafts=(draft,)), (ask(FORMS[draft.form], draft, heard, spoken),))
    return _with(changed, Say((Line("language-changed"),)), heard, spoken)


def _turned(person: Person, heard: Heard, sight: Sight) -> Talk:
    """Put the message to the interview under way."""
    draft = person.drafts[-1]
    told = turn(FORMS[draft.form], draft, heard, sight)
    wants = tuple((draft.id, file) for file in told.wants)
    if told.submitted:
        ended = finish(replace(person, drafts=person.drafts[:-1]), told, heard, sight)
        return replace(ended, steps=(*told.says, *ended.steps), wants=(*wants, *ended.wants), drops=(*told.drops, *ended.drops))
    return Talk(_replaced(person, told.draft), told.says, wants, told.drops)


def _with(
    person: Person, say: Say | None, heard: Heard, sight: Sight, *lines: Line, drops: tuple[str, ...] = ()
) -> Talk:
    """Say something, and let the interview under way go on where it is."""
    return replace(_resume_below(person, (say,) if say else (), heard, sight, *lines), drops=drops)


def _resume_below(person: Person, steps: tuple[Say | Act, ...], heard: Heard, sight: Sight, *lines: Line) -> Talk:
    drafts = tuple(draft for draft in person.drafts if draft.form not in SOFT)
    person = replace(person, drafts=drafts)
    if not drafts:
        return Talk(person, steps)
    return Talk(person, (*steps, ask(FORMS[drafts[-1].form], drafts[-1], heard, sight, *lines, brief=True)))


def _prefilled(form: Form, answers: Mapping[str, Any], sight: Sight) -> dict[str, Any]:
    """Answers that are known before the first question: her only case, a number and code she typed along."""
    known = {name: value for name, value in answers.items() if name != "said"}
    said = str(answers.get("said", ""))
    if form.question("ticket") is not None and said:
        ticket, receipt = later.ticket_in(said), later.read_receipt(said)
        if ticket and any(option.key == ticket for option in sight.cases):
            return {**known, "case": ticket}
        if ticket:
            known |= {"case": later.ELSEWHERE, "ticket": ticket} | ({"receipt": receipt} if receipt else {})
    if form.question("case") is None or "case" in known:
        return known
    if len(sight.cases) == 1:
        return {**known, "case": sight.cases[0].key}
    return known if sight.cases else {**known, "case": later.ELSEWHERE}


def _replaced(person: Person, draft: Draft) -> Person:
    return replace(
        person,
        drafts=tuple(draft if one.id == draft.id else one for one in person.drafts),
        kept=tuple(draft if one.id == draft.id else one for one in person.kept),
    )


def _files_of(draft: Draft) -> tuple[str, ...]:
    evidence = FORMS[draft.form].evidence
    return tuple(file["id"] for file in evidence.held(draft.answers)["files"]) if evidence else ()
