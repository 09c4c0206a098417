"""An officer's desk in private: one case opened, and the list of what lies there today. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.conversation.message import Line, Option, Say, Word
from bot.flows.kinds import KINDS
from bot.flows.officer_card import DESK, NONE, Card, button, clock_line, in_rows, state

LOOKS = ("story", "files", "history", "copy", "citizen", "name", "original", "alike", "prior")
"""What may be opened of a case; each look is an event."""
ELSEWHERE = frozenset({"take", "recuse", "give_back"})
"""Moves with buttons of their own places."""
PAGE = 8


@dataclass(frozen=True, slots=True)
class Listed:
    """One case in the list, with when it is late."""

    card: Card
    late: bool = False
    today: bool = False


@dataclass(frozen=True, slots=True)
class Counts:
    """How much lies at a desk: free, in this officer's hands, due today, late."""

    free: int
    mine: int
    due: int
    late: int


def opened(facts: Card, looks: Sequence[str], waits: str = "", *, second: bool = False) -> Say:
    """One case: where it stands, what may be looked at, what may be done.

    waits   the move that waits for a second officer; second: this reader may be the one
    """
    called = KINDS[facts.kind].named
    moves = [key for key in facts.moves if key not in ELSEWHERE and not waits]
    rows = (
        *_pairs(tuple(button(key, facts, f"desk-see-{called(key)}") for key in looks)),
        *_pairs(tuple(button(key, facts, f"desk-do-{called(key)}") for key in moves)),
        *_pairs(tuple(button(key, facts, f"desk-{key}") for key in _of_two(waits, second=second))),
        *_pairs(
            tuple(
                button(key, facts, f"card-{key}")
                for key in ("take", "give_back", "recuse")
                if key in facts.moves
            )
        ),
    )
    what = Line("card-what-where", {"about": facts.about, "area": facts.area}, "row")
    waiting = (Line("desk-waits", {"move": Word(f"desk-do-{called(waits)}")}, "row"),) if waits else ()
    clock = tuple(Line(line.key, line.values, "row") for line in clock_line(facts))
    return Say(
        (Line("card-head", {"ticket": facts.ticket, "state": state(facts)}), what, *clock, *waiting),
        tuple(option for row in rows for option in row),
        draft=DESK,
        rows=in_rows(rows),
        protect=True,
    )


def listed(
    desk: Word,
    desk_key: str,
    day: date,
    counts: Counts,
    page: Sequence[Listed],
    start: int,
    *,
    more: bool,
    room: bool = False,
) -> Say:
    """The desk today: how many of what, then the cases, the late ones first, a page at a time.

    room  it stands where many read it: what is *mine* elsewhere is whoever's there
    """
    values = {"free": counts.free, "mine": counts.mine, "due": counts.due, "late": counts.late}
    options = [_row(one) for one in page]
    if more:
        options.append(Option(f"list.{start + PAGE}.{NONE}.{desk_key}", "desk-more"))
    lines = (
        Line("desk-today", {"desk": desk, "day": day}),
        Line("desk-counts-room" if room else "desk-counts", values, "row"),
    )
    return Say(lines if options else (*lines, Line("desk-empty")), tuple(options), draft=DESK, protect=True)


def which_of(rows: Sequence[Listed]) -> Say:
    """Some cases, one of which is meant."""
    lines = (Line("desk-which"),) if rows else (Line("desk-refused-gone"),)
    return Say(lines, tuple(_row(one) for one in rows), draft=DESK, protect=True)


def _row(one: Listed) -> Option:
    label = "desk-row-late" if one.late else "desk-row-today" if one.today else "desk-row"
    found = button("open", one.card, label)
    return Option(found.key, label, {"ticket": one.card.ticket, "state": state(one.card)})


def _of_two(waits: str, *, second: bool) -> tuple[str, ...]:
    if not waits:
        return ()
    return ("confirm", "decline") if second else ("decline",)


def _pairs(options: tuple[Option, ...]) -> tuple[tuple[Option, ...], ...]:
    return tuple(options[at : at + 2] for at in range(0, len(options), 2))
