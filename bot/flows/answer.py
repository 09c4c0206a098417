"""The citizen answers a question of the officers: in words, with files, or not at all.

The answers hold `case` and `question` from the start; whoever knows the case put them there.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.conversation.draft import Answers
from bot.conversation.evidence import Evidence
from bot.conversation.form import Form
from bot.conversation.message import Heard, Line, Option
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.question import Sheet
from bot.conversation.scene import Scene
from bot.conversation.spoken import cleaned
from bot.conversation.text import Text
from bot.flows.officer import question_value

SAID = "said"
"""Where among the files words stand that came after them."""


@dataclass(frozen=True, slots=True)
class Files(Evidence):
    """Files that answer. Words that come with them or after them are part of the answer, and end it."""

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        outcome = Evidence.understand(self, heard, scene)
        text = cleaned(heard.text)
        if isinstance(outcome, Missed) and heard.press is None and text:
            return Answer(
                {**self.held(scene.answers), SAID: text, "done": True, "trouble": "", "full": False}
            )
        return outcome


@dataclass(frozen=True, slots=True)
class Reply(Text):
    """Her words, whatever they are: "1" and "tidak" answer a question. Files that came first are an answer too."""

    def options(self, scene: Scene) -> tuple[Option, ...]:
        return (Option(self.pass_by, f"{self.called}-{self.pass_by}", only="buttons"),)

    def chosen(self, heard: Heard, scene: Scene) -> str | None:
        """Only a button: LEWATI is understood before."""
        return self.pass_by if heard.press is not None and heard.press.value == self.pass_by else None

    def answered(self, answers: Answers) -> bool:
        return self.name in answers or sent_files(answers)

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        text = cleaned(heard.text)
        if heard.press is None and 0 < len(text) <= self.at_most:
            return Answer(text)
        return Text.understand(self, heard, scene)

    def sheet(self, scene: Scene) -> Sheet:
        question = question_value(scene.answers.get("question") or {"own": ""})
        return Sheet((Line("ask-reply", {"question": question}, "run"),), self.options(scene), self.rows)


def sent_files(answers: Answers) -> bool:
    held = FILES.held(answers)
    return bool(held["files"] or held["voice"])


FILES = Files("evidence", only_if=sent_files, rows="done remove | keep forget")
REPLY = Reply("reply", at_most=2000, pass_by="skip")
ANSWER = Form("answer", (REPLY, FILES))


def words_of(answers: Answers) -> str:
    """What she said, before or after the files; "" where she said nothing."""
    said = answers.get(REPLY.name) or FILES.held(answers).get(SAID) or ""
    return str(said)
