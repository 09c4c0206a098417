"""Short interviews around the report: the notice, the menu, an unfinished draft, files without a draft."""

from __future__ import annotations

from bot.conversation.draft import Answers
from bot.conversation.evidence import Evidence
from bot.conversation.form import Form
from bot.conversation.message import Option
from bot.conversation.question import Choice
from bot.conversation.scene import Scene
from bot.conversation.text import Text

CONSENT_VERSION = "1"
"""Raised whenever what the notice says changes: she is asked again."""


def never(answers: Answers) -> bool:
    return False


def reading(answers: Answers) -> bool:
    return answers.get("consent") == "read"


def homes(scene: Scene) -> tuple[Option, ...]:
    """Where files without a draft may go: a new report, one of hers, nowhere."""
    return (Option("new", "loose-new"), *scene.sight.cases, Option("discard", "loose-discard"))


FILES = Evidence("evidence", only_if=never)
STORY = Text("story", at_most=8000, only_if=never, early=True)
"""What came before there was a question for it: kept, and carried into the interview she chooses."""

WELCOME = Form(
    "welcome",
    (
        Choice("consent", of=("agree", "read", "ask"), rows="agree | read ask"),
        Choice("consented", of=("agree", "no"), only_if=reading, rows="agree | no"),
        FILES,
        STORY,
    ),
)
ASKING = Form("asking", (Choice("asking", of=("agree", "no"), rows="agree | no"),))
"""Her yes to the notice, where she wants to ask an officer and no more."""
MENU = Form(
    "menu",
    (
        Choice(
            "menu",
            of=("report", "ask", "ombudsman", "status", "add", "data", "help"),
            rows="report | ask | ombudsman | status add | data help",
        ),
        STORY,
    ),
)
RESUME = Form("resume", (Choice("resume", of=("continue", "restart", "delete")),))
LOOSE = Form("loose", (Choice("loose", among=homes), FILES))
LANGUAGE = Form("language", (Choice("language", of=("id", "en"), rows="id en"),))
SENT = Form("sent", (Choice("sent", of=("noted", "clean", "how", "no")),))
"""After sending, where choices are numbered: what the last letters offer. Never asked, only understood."""
CLEAN = Form("clean", (Choice("clean", of=("yes", "no"), rows="yes no"),))
