"""Who sits at a desk, for whoever looks after that and sees no case: colleagues invited, listed, let go. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.form import Form
from bot.conversation.message import Line, Option, Say, Value, Word
from bot.conversation.question import Choice
from bot.conversation.text import Text
from bot.flows.officer_card import DESK, NONE

LONGEST = 60
"""Characters of a colleague's name."""
PAGE = 8
INVITE, SEATS, OFF, SURE, TRAIL = "invite", "seats", "off", "sure", "trail"
DOORS = frozenset({INVITE, SEATS, OFF, SURE, TRAIL})
"""What the buttons of these screens do; each is about a desk, and no case."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A colleague who sits at the desk. off: the reader may let them go."""

    id: str
    name: str
    role: str
    since: date
    off: bool


@dataclass(frozen=True, slots=True)
class Step:
    """A change of who sits there. by: "" an operator; name: "" whoever was invited has not come yet."""

    day: date
    what: str
    role: str
    by: str
    name: str


def name_in(text: str) -> str | None:
    """A name as colleagues call them, in one row; None where it is none."""
    plain = " ".join(text.split())
    return plain if plain.isprintable() and any(letter.isalpha() for letter in plain) else None


COLLEAGUE = Form(
    "colleague",
    (
        Text("colleague", at_least=2, at_most=LONGEST, reads=name_in),
        Choice("seat", of=("officer", "supervisor")),
    ),
)
"""The last answer makes the code: who guards identities or audits is an operator's to enrol, and who invites, too."""


def role_word(role: str) -> Word:
    return Word(f"seat-role-{role}")


def counted(desk: Word, day: date, values: dict[str, Value], at: str) -> Say:
    """The desk in figures, and what may be done about who sits there."""
    return Say(
        (
            Line("desk-today", {"desk": desk, "day": day}),
            Line("desk-counts-room", values, "row"),
            Line("seat-runs"),
        ),
        tuple(_button(key, at, f"seat-do-{key}") for key in (INVITE, SEATS, TRAIL)),
        draft=DESK,
        protect=True,
    )


def seated(desk: Word, found: Sequence[Seat], at: str, start: int, more: bool) -> Say:
    """A page of who sits there. start: how many came before; more: others follow."""
    lines = [Line("seat-list", {"desk": desk})]
    for one in found:
        values: dict[str, Value] = {"name": one.name, "role": role_word(one.role), "since": one.since}
        lines.append(Line("seat-row", values, "row"))
    options = [Option(f"{OFF}.0.{one.id}.{at}", "seat-off", {"name": one.name}) for one in found if one.off]
    if more:
        options.append(Option(f"{SEATS}.{start + PAGE}.{NONE}.{at}", "desk-more"))
    return Say(tuple(lines), tuple(options), draft=DESK if options else "", protect=True)


def asked_twice(one: Seat, at: str) -> Say:
    """Before anything is done: it cannot be taken back, but by a new code."""
    values: dict[str, Value] = {"name": one.name, "role": role_word(one.role)}
    options = (Option(f"{SURE}.0.{one.id}.{at}", "seat-sure-yes", values), _button(SEATS, at, "seat-sure-no"))
    return Say((Line("seat-sure", values),), options, draft=DESK, protect=True)


def trail(desk: Word, found: Sequence[Step]) -> Say:
    """What was done about who sits there, the oldest of these first."""
    lines = [Line("seat-trail", {"desk": desk})]
    for one in found:
        by: Value = one.by or Word("seat-operator")
        values: dict[str, Value] = {"day": one.day, "by": by, "name": one.name, "role": role_word(one.role)}
        lines.append(Line(f"seat-did-{one.what}", values, "row"))
    if not found:
        lines.append(Line("seat-trail-empty", join="row"))
    return Say(tuple(lines), protect=True)


def trail_option(at: str) -> Option:
    return _button(TRAIL, at, f"seat-do-{TRAIL}")


def _button(action: str, at: str, label: str) -> Option:
    return Option(f"{action}.0.{NONE}.{at}", label)
