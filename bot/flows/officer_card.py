"""The card: what an officer sees of a case unopened. Never a village, a name, a minute, or how she chose to be known.

At most 300 characters. It is edited in place at each change, so it says where the case stands, never what was done.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.cases.lifecycle import Status
from bot.conversation import screen
from bot.conversation.message import Line, Moment, Option, Say, Value, Word

DESK = "desk"
"""The `draft` of officers' buttons: `desk::ACTION.STEP.TICKET.DESK`, at most 64 bytes."""

DIGITS = 10
"""Of a step, or of a place in a list, which takes the most."""
NONE = "-"
"""In place of a ticket: the button is about no case."""
NEXT = {Status.EXAMINED: "card-next", Status.IN_TALK: "card-next-talk"}
"""Where an officer at work says what comes next."""


@dataclass(frozen=True, slots=True)
class Clock:
    """When something is late. `legal`: a limit of the law, never called a target."""

    by: date
    legal: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """What may stand on a card.

    kind     of case; about: what it is about, and of whom
    step     how many moves the case has made: what a button is spent against
    area     kabupaten, kota or province
    stage    of the election, "" off season; tip: early information under the election laws
    filed    the day, never the minute
    call     when she is called, as was agreed
    holder   the name of the officer who has it, "" nobody; since: the day they took it; mine: the reader has it
    moves    what the reader may do: only that is offered
    links    cases of the same citizen that it grew from, or that grew out of it, as far as the reader sees them
    """

    ticket: str
    kind: str
    step: int
    desk: str
    status: Status
    about: Word
    area: Word
    stage: str
    tip: bool
    files: int
    filed: date
    clock: Clock | None = None
    call: Moment | None = None
    holder: str = ""
    since: date | None = None
    mine: bool = False
    moves: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A screen whose numbers an officer may mean: what they stand for, in order.

    answer   it answered what was written last;  came: unasked, since then
    """

    keys: tuple[str, ...]
    answer: bool = False
    came: bool = False


@dataclass(frozen=True, slots=True)
class Spent:
    """What an officer's button carries."""

    action: str
    step: int
    ticket: str
    desk: str


def button(action: str, card: Card, label: str) -> Option:
    return Option(f"{action}.{card.step}.{card.ticket}.{card.desk}", label)


def carried(value: str) -> Spent | None:
    """What a pressed button carried; None where it is none of ours."""
    match value.split(".", 3):
        case [str(action), str(step), str(ticket), str(desk)] if step.isdecimal() and len(step) <= DIGITS:
            return Spent(action, int(step), ticket, desk)
    return None


def offers(say: Say) -> str:
    """What the numbers of a screen of the desk stand for, apart by blanks; "" of any other."""
    return " ".join(option.key for option in screen.choices(say, "numbers")) if say.draft == DESK else ""


def card(facts: Card, *, room: bool = False) -> Say:
    """The card as it is now; `room`: it stands where many read it, and what is opened comes to a private chat."""
    free = facts.status is Status.WAITING and not facts.holder
    links = tuple(Line(f"card-{key}", {"ticket": ticket}) for key, ticket in facts.links)
    head, *more = (_head(facts), *(_fresh(facts) if free else _known(facts)), *links)
    labels = {"open": "card-open-private"} if room else {}
    rows = tuple(
        tuple(button(key, facts, labels.get(key, f"card-{key}")) for key in row) for row in _rows(facts)
    )
    return Say(
        (head, *(Line(line.key, line.values, "row") for line in more)),
        tuple(option for row in rows for option in row),
        draft=DESK,
        rows=in_rows(rows),
        slot="card",
        protect=True,
    )


def in_rows(rows: tuple[tuple[Option, ...], ...]) -> str:
    return " | ".join(" ".join(option.key for option in row) for row in rows)


def gone(facts: Card) -> Say:
    """The card of a case that left the desk: nothing of how it stands elsewhere."""
    left = Line("card-head", {"ticket": facts.ticket, "state": Word("card-left")})
    return Say((left,), draft=DESK, slot="card", protect=True)


def state(facts: Card) -> Word:
    """Where the case stands, in a few words."""
    if facts.status is Status.WAITING and not facts.holder:
        return Word("card-free")
    if facts.holder and facts.status in (Status.WAITING, *NEXT):
        values: dict[str, Value] = {"holder": facts.holder}
        return (
            Word("card-taken-on", values | {"since": facts.since})
            if facts.since
            else Word("card-taken", values)
        )
    stands = Word(f"card-status-{facts.status}", {"who": Word(f"who-{facts.kind}")})
    return Word("card-held", {"state": stands, "holder": facts.holder}) if facts.holder else stands


def clock_line(facts: Card) -> tuple[Line, ...]:
    """A call; or its limit of the law, or our target: two words that are never mixed. Or whom we go on waiting for."""
    if facts.call is not None:
        return (Line("card-call", {"at": facts.call}),)
    if facts.clock is None:
        return ()
    target = "card-awaited" if facts.status is Status.AT_PPK else "card-target"
    return (Line("card-legal" if facts.clock.legal else target, {"by": facts.clock.by}),)


def _head(facts: Card) -> Line:
    return Line("card-head", {"ticket": facts.ticket, "state": state(facts)})


def _fresh(facts: Card) -> tuple[Line, ...]:
    where: dict[str, Value] = {"area": facts.area}
    filed: dict[str, Value] = {"day": facts.filed, "due": Word(f"card-due-{facts.kind}")}
    source = Word("card-tip" if facts.tip else f"card-source-{facts.kind}")
    return (
        Line("card-what", {"about": facts.about}),
        Line("card-where-stage", where | {"stage": Word(f"card-stage-{facts.stage}")})
        if facts.stage
        else Line("card-where", where),
        Line("card-source", {"source": source, "files": facts.files}),
        Line("card-filed-read", filed | {"by": facts.clock.by}) if facts.clock else Line("card-filed", filed),
    )


def _known(facts: Card) -> tuple[Line, ...]:
    what = Line("card-what-where", {"about": facts.about, "area": facts.area})
    if facts.status not in NEXT or facts.clock is None or facts.clock.legal:
        return (what, *clock_line(facts))
    return (what, Line(NEXT[facts.status], {"by": facts.clock.by}))


def _rows(facts: Card) -> tuple[tuple[str, ...], ...]:
    """What may be pressed: before it is taken, to take it or to be rid of it; then to open it."""
    if facts.mine:
        wanted: tuple[tuple[str, ...], ...] = (("open",), ("give_back",))
    elif facts.holder:
        wanted = (("open",), ("recuse",)) if "assign" in facts.moves else (("recuse",),)
    else:
        wanted = (("take",), ("forward", "recuse"))
    may = {*facts.moves, "open"}
    rows = (tuple(key for key in row if key in may) for row in wanted)
    return tuple(row for row in rows if row)
