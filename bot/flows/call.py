"""A call with an officer: she picks one of the proposed times; later she asks for another, or calls it off.

The answers hold `case` from the start; of a proposal its `number`, its `times` and the `zone` of the place; of a call
the time `at` which it was agreed for. A button names the proposal or the call that it stands under: it answers no
later one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.cases.appointment import key_of, meant, moment_of
from bot.conversation.form import Form
from bot.conversation.message import Heard, Line, Moment, Option, Say
from bot.conversation.outcome import Answer, Missed, Outcome
from bot.conversation.question import Choice
from bot.conversation.scene import Scene
from bot.flows.told import CASE, case_option

PRESSED = "pick-"
"""How a button of the letter begins that proposes times: the number of the proposal and the key of the time follow."""
NONE = "none"
"""Picked where no time suits."""
WISHES = ("other", "cancel")
"""What she may want of a call that was agreed: another time, or none."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """seq of its event, which is its number; the keys of its times; the zone they were written in."""

    seq: int
    times: tuple[str, ...]
    zone: str


def offered(ticket: str, proposal: Proposal, gone: Collection[str] = ()) -> tuple[Option, ...]:
    """The same as buttons of a letter, in the order of the interview; what is `gone` keeps its number, unlisted."""
    return tuple(
        Option(
            case_option(f"{PRESSED}{proposal.seq}-{one.key}", ticket, one.label).key, one.label, one.values,
            only="numbers" if one.key in gone else "", quiet=one.key in gone,
        )
        for one in (*_options(proposal.times, proposal.zone), Option(NONE, "pick-none"))
    )  # fmt: skip


def pressed(what: str) -> Mapping[str, str]:
    """What she has answered by such a button. Those of old letters have no number."""
    number, _, key = what.removeprefix(PRESSED).rpartition("-")
    return {"pick": key, "number": number}


def choice(line: Line, ticket: str, proposal: Proposal, gone: Collection[str] = ()) -> Say:
    """The times once more, without those that are gone."""
    options = offered(ticket, proposal, gone)
    rows = " | ".join(option.key for option in options if not option.quiet)
    return Say((line,), options, draft=CASE, rows=rows)


@dataclass(frozen=True, slots=True)
class Time(Choice):
    """One of the times that were offered; also by its day or hour alone, where that can be no other."""

    def understand(self, heard: Heard, scene: Scene) -> Outcome:
        key = self.chosen(heard, scene)
        if key is None and (times := scene.answers.get("times")):
            now = heard.at.astimezone(ZoneInfo(str(scene.answers["zone"])))
            found = meant(heard.text, [moment_of(one) for one in times], now)
            key = None if found is None else key_of(found)
        return Missed() if key is None else Answer(key)


def times_of(scene: Scene) -> tuple[Option, ...]:
    shown = _options(scene.answers.get("times", ()), str(scene.answers.get("zone", "")))
    return (*shown, Option(NONE, "pick-none"))


def _options(times: Sequence[str], zone: str) -> tuple[Option, ...]:
    return tuple(Option(key, "pick-time", {"at": Moment(moment_of(key), zone)}) for key in times)


PICK = Form("pick", (Time("pick", among=times_of),))
UNFIT = Form("unfit", (Choice("unfit", of=("yes", "other")),))
"""Whether what she wrote, `note`, answers the proposal of that `number`: then none suits, and her officer reads it."""
CALL = Form("call", (Choice("call", of=WISHES),))
