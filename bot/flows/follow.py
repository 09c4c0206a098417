"""After an answer of the officers: is it clear, or does she ask on; and once it is closed, how good was it.

The answers hold `case` from the start. Both wait in her chat, and take only what they understand.
"""

from __future__ import annotations

from bot.conversation.draft import Answers
from bot.conversation.form import Form
from bot.conversation.question import Choice
from bot.conversation.text import Text

RATINGS = ("1", "2", "3", "4", "5")
SKIPPED = "skip"


def asks_on(answers: Answers) -> bool:
    return answers.get("follow") == "more"


FOLLOW = Form("follow", (Choice("follow", of=("clear", "more")), Text("more", at_most=2000, only_if=asks_on)))
RATE = Form("rate", (Choice("rating", of=(*RATINGS, SKIPPED), unsure=SKIPPED),))
