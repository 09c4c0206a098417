"""What comes after: hearing, adding, withdrawing, erasing, going on in another chat.

In the same chat the case is known; elsewhere it is shown by number and code.
"""

from __future__ import annotations

from bot.cases.ticket import read_receipt, read_ticket
from bot.conversation.draft import Answers
from bot.conversation.evidence import Evidence
from bot.conversation.form import Form
from bot.conversation.message import Option
from bot.conversation.question import Choice
from bot.conversation.scene import Scene
from bot.conversation.text import Text

ELSEWHERE = "elsewhere"
DRAFT = "draft"
"""Among what may go to another chat: the report that is not sent yet."""


def hers(scene: Scene) -> tuple[Option, ...]:
    """Her cases in this chat."""
    return scene.sight.cases


def hers_or_elsewhere(scene: Scene) -> tuple[Option, ...]:
    return (*scene.sight.cases, Option(ELSEWHERE, "case-elsewhere"))


def hers_to_take(scene: Scene) -> tuple[Option, ...]:
    """Her unfinished report, and her cases in this chat."""
    unsent = (Option(DRAFT, "cross-draft"),) if scene.answers.get("drafts") else ()
    return (*unsent, *scene.sight.cases)


def elsewhere(answers: Answers) -> bool:
    return answers.get("case") == ELSEWHERE


def ticket_in(text: str) -> str | None:
    """The ticket as we write it, also where its check character is wrong: unknown and wrong are answered alike."""
    read = read_ticket(text)
    return read.ticket if read else None


TICKET = Text("ticket", at_most=60, reads=ticket_in, only_if=elsewhere)
RECEIPT = Text("receipt", at_most=60, reads=read_receipt, only_if=elsewhere)
ANY_CASE = (Choice("case", among=hers_or_elsewhere), TICKET, RECEIPT)
HER_CASE = Choice("case", among=hers)

STATUS = Form("status", ANY_CASE)
FILES = Evidence("evidence", rows="done remove | keep forget | later without | none @back")
ADD = Form("add", (HER_CASE, FILES, Text("note", pass_by="nothing")))
WITHDRAW = Form("withdraw", (*ANY_CASE, Choice("withdraw", of=("yes", "no"), rows="yes no")))
ERASE = Form("erase", (*ANY_CASE, Choice("erase", of=("yes", "no"), rows="yes no")))
OBJECT = Form("object", (*ANY_CASE, Text("objection", at_least=10, at_most=2000)))
NEW_CODE = Form("newcode", (HER_CASE, Choice("newcode", of=("yes", "no"), rows="yes no")))
UNLOCK = Form("unlock", ANY_CASE)
RAISE = Form("raise", (HER_CASE,))
LIFT = Form("lift", (HER_CASE, Choice("lift", of=("yes", "no"), unsure="yes", rows="yes no")))
CROSS = Form("cross", (Choice("cross", among=hers_to_take),))
