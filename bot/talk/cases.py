"""Words and buttons about a filed case: hear of it, add, withdraw, erase, have it looked at again, a new code."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.cases.ticket import read_receipt
from bot.conversation.asking import ask
from bot.conversation.global_words import GlobalWord
from bot.conversation.message import Heard, Line, Say
from bot.conversation.scene import Sight
from bot.flows import later
from bot.flows.call import PRESSED, pressed
from bot.talk.interview import FORMS, go_on, on_top, start, under_way
from bot.talk.person import Act, Person, Talk

STARTS = {
    GlobalWord.STATUS: "status", GlobalWord.ADD: "add", GlobalWord.WITHDRAW: "withdraw", GlobalWord.ERASE: "erase",
    GlobalWord.NEW_CODE: "newcode", GlobalWord.OBJECT: "object",
    GlobalWord.RAISE: "raise",
}  # fmt: skip
BUTTONS = frozenset({"noted", "next", "formal", "how", "no", "unlink"})
"""What a letter about a case offers beside an interview: buttons carry `case::WHAT.TICKET`."""


INTERVIEWS: Mapping[str, tuple[str, Mapping[str, Any]]] = {
    "rate": ("rate", {}), "clear": ("follow", {"follow": "clear"}), "more": ("follow", {"follow": "more"}),
    "call_other": ("call", {"call": "other"}), "call_cancel": ("call", {"call": "cancel"}),
}  # fmt: skip
"""What else a button of a letter begins: the interview, and what of it she has answered by pressing."""


def asked_for(person: Person, word: GlobalWord, argument: str, heard: Heard, sight: Sight) -> Talk:
    """A word of STARTS; `argument` is a number, with the code if she wrote that too."""
    name = STARTS[word]
    here = under_way(person)
    if here is not None and here.form == name and not argument:
        return go_on(person, heard, sight)
    answers = known(name, argument, sight)
    if "ticket" not in answers and "case" not in answers and not sight.cases:
        return go_on(person, heard, sight, Say((Line("no-case-here"),)))
    return _open(person, name, heard, sight, answers)


def case_button(person: Person, what: str, ticket: str, heard: Heard, sight: Sight) -> Talk:
    """A button of a letter about a case of hers; what is none of ours changes nothing."""
    if what in STARTS.values():
        return _open(person, what, heard, sight, {"case": ticket})
    begins, _, at = what.partition("-")
    if begins in INTERVIEWS:
        name, answers = INTERVIEWS[begins]
        return start(person, name, heard, sight, answers={"case": ticket, **answers, "at": at})
    if what == "ombudsman":
        return Talk(person, (Act(what, {"case": ticket}),))
    if what.startswith(PRESSED):
        return start(person, "pick", heard, sight, answers={"case": ticket, **pressed(what)})
    if what == "clean":
        return start(person, "clean", heard, sight)
    if what in BUTTONS:
        return go_on(person, heard, sight, Act(what, {"case": ticket}))
    return go_on(person, heard, sight, line=Line("old-button"))


def _open(person: Person, name: str, heard: Heard, sight: Sight, answers: dict[str, Any]) -> Talk:
    """Start it, or go on with one that is open for the same case and may hold files."""
    case = answers.get("case")
    same = next(
        (one for one in person.drafts if one.form == "add" == name and one.answers.get("case") == case), None
    )
    if same is not None:
        return Talk(on_top(person, same), (ask(FORMS[name], same, heard, sight, brief=True),))
    lines = (Line("adding", {"ticket": str(case)}),) if name == "add" and case else ()
    return start(person, name, heard, sight, *lines, answers=answers)


def known(name: str, said: str, sight: Sight) -> dict[str, Any]:
    """Answers that are known before the first question: her only case, a number and code she wrote along."""
    form = FORMS[name]
    ticket, receipt = later.ticket_in(said), read_receipt(said)
    if ticket and any(option.key == ticket for option in sight.cases):
        return {"case": ticket}
    if form.question("ticket") is None:
        return {"case": sight.cases[0].key} if len(sight.cases) == 1 and not ticket else {}
    if ticket:
        return {"case": later.ELSEWHERE, "ticket": ticket} | ({"receipt": receipt} if receipt else {})
    if len(sight.cases) == 1:
        return {"case": sight.cases[0].key}
    return {} if sight.cases else {"case": later.ELSEWHERE}
