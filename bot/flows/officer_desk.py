"""An officer's desk in private: one case opened, and the list of what lies there today. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.conversation.message import Line, Option, Say, Value, Word
from bot.flows.kinds import KINDS
from bot.flows.officer_card import DESK, Card, button, clock_line, in_rows, state

LOOKS = ("story", "files", "history", "copy", "citizen", "name", "original", "alike", "prior")
"""What may be opened of a case; each look is an event."""
ELSEWHERE = frozenset({"take", "recuse", "give_back"})
"""Moves with buttons of their own places."""
PAGE = 8
LATE, UNSETTLED, NEVER = date.min, date(9999, 12, 30), date.max
"""Days that are none, in their order among the others: what is late, what is not worked out yet, where nothing runs."""
EPOCH, DAYS = date(2020, 1, 1), 2**13
ODD = {LATE: 0, UNSETTLED: DAYS - 2, NEVER: DAYS - 1}
SPAN = 2**17
"""How a place in the list goes along with a button, in few digits: a day after EPOCH, a second of a day and a half."""
MANY = 1000
"""Up to here cases are counted: of more nobody needs the number, and counting them all would take ever longer."""


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
    day: date,
    counts: Counts,
    page: Sequence[Listed],
    more: Option | None,
    *,
    room: bool = False,
) -> Say:
    """The desk today: how many of what, then the cases, the late ones first, a page at a time.

    more  the way to what follows, where anything does
    room  it stands where many read it: what is *mine* elsewhere is whoever's there
    """
    found = {"free": counts.free, "mine": counts.mine, "due": counts.due, "late": counts.late}
    values = {name: number(count) for name, count in found.items()}
    options = [_row(one) for one in page]
    if more is not None:
        options.append(more)
    lines = (
        Line("desk-today", {"desk": desk, "day": day}),
        Line("desk-counts-room" if room else "desk-counts", values, "row"),
    )
    return Say(lines if options else (*lines, Line("desk-empty")), tuple(options), draft=DESK, protect=True)


def number(count: int) -> Value:
    """A number, as far as anybody counts."""
    return count if count <= MANY else Word("desk-many", {"count": MANY})


def further(ticket: str, desk: str, due_on: date, began: int) -> Option:
    """To what follows this case: its place goes along as it is now, so that the list may change meanwhile.

    began  second in which the reading of the list began
    """
    day = ODD.get(due_on, min(max((due_on - EPOCH).days, 1), DAYS - 3))
    return Option(f"list.{began % SPAN * DAYS + day}.{ticket}.{desk}", "desk-more")


def behind(step: int, now: int) -> tuple[date, int]:
    """What `further` let go along: the day, and the second, the last such before now."""
    rest, day = divmod(step, DAYS)
    odd = {number: one for one, number in ODD.items()}
    return odd.get(day, EPOCH + timedelta(days=day)), now - (now - rest) % SPAN


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
