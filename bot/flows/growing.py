"""One case grows out of another of hers: what she has answered there is carried over by name, the rest is asked.

    Jadikan laporan           a consultation into a report; the consultation ends with it
    Tanya Ombudsman tentang   a report into a consultation; the report goes on

Another way for a case to grow is another row of GROWTHS, and two words of its own: `grown-KEY`, `growing-KEY`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation.draft import Answers
from bot.conversation.form import Form
from bot.conversation.question import Choice, Question
from bot.conversation.text import Text

GROWN = "grown"
"""Among the answers of a draft: the ticket of the case that it took its first answers from."""
WHO_SHE_IS = frozenset({"name", "phone"})
"""Carried only with how she chose to be known: where that is asked anew, so are they."""


@dataclass(frozen=True, slots=True)
class Growth:
    """One way.

    key    the button, and the word for it; of: the kind of case that it starts from; into: the form it leads to
    move   what becomes of the old case when the new one is sent: a move of its life; "" it goes on as it was
    noted  what the old case's history says of it
    """

    key: str
    of: str
    into: str
    noted: str
    move: str = ""


GROWTHS: Mapping[str, Growth] = {
    one.key: one
    for one in (
        Growth("raise", of="consultation", into="report", noted="raise", move="raise"),
        Growth("ombudsman", of="violation", into="consultation", noted="consulted"),
    )
}


def growths_of(kind: str) -> tuple[Growth, ...]:
    """The ways out of a case of this kind."""
    return tuple(one for one in GROWTHS.values() if one.of == kind)


def growth_into(kind: str, form: str) -> Growth | None:
    """The way from a case of this kind into this form."""
    return next((one for one in growths_of(kind) if one.into == form), None)


def fitting(form: Form, known: Answers) -> dict[str, Any]:
    """Those of these answers that answer a question of the same name of this form. What she did not know is asked."""
    found = {question.name: known[question.name] for question in form.questions if _fits(question, known)}
    if "identity" not in found:
        return {name: value for name, value in found.items() if name not in WHO_SHE_IS}
    return found


def files_kept(form: Form, kinds: Mapping[str, str], captions: Mapping[str, str]) -> dict[str, Any]:
    """The answer that files give which are stored already; `kinds`: id -> kind. None of them is no answer."""
    if form.evidence is None or not kinds:
        return {}
    files = [
        {"id": file, "kind": kind, "state": "stored", "caption": captions.get(file, ""), "ref": ""}
        for file, kind in kinds.items()
    ][: form.evidence.at_most]
    return {form.evidence.name: {**form.evidence.held({}), "files": files, "done": True}}


def _fits(question: Question, known: Answers) -> bool:
    value = known.get(question.name)
    match question:
        case Choice():
            return value in question.of
        case Text():
            return isinstance(value, str) and question.at_least <= len(value) <= question.at_most
        case _:
            return isinstance(value, Mapping) and question.answered(known)
