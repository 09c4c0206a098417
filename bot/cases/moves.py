"""How a row of a lifecycle is written down: by whom, and whether she hears of it."""

from __future__ import annotations

from functools import partial

from bot.cases.lifecycle import Move, Role, Status

CITIZEN = frozenset({Role.CITIZEN})
OFFICER = frozenset({Role.OFFICER, Role.SUPERVISOR})
SUPERVISOR = frozenset({Role.SUPERVISOR})
CLOCK = frozenset({Role.CLOCK})


def told(
    key: str,
    start: frozenset[Status],
    to: Status | None,
    by: frozenset[Role],
    needs: str = "",
    *,
    power: str = "",
    starts: str = "",
    keeps: str = "",
    says: str = "",
    until: str = "",
    offers: str = "",
    second: bool = False,
    most: int = 0,
    kinds: str = "",
    pushed: bool = True,
) -> Move:
    """A move that is pushed to her, with the words `move-<key>` unless it `says` others; lists are written as
    words with spaces between."""
    return Move(
        key=key,
        start=start,
        to=to,
        by=by,
        needs=tuple(needs.split()),
        powers=frozenset(power.split()),
        starts=tuple(starts.split()),
        keeps=tuple(keeps.split()),
        says=f"move-{(says or key).replace('_', '-')}" if pushed else "",
        until=until,
        offers=tuple(offers.split()),
        second=second,
        most=most,
        kinds=frozenset(kinds.split()),
    )


quiet = partial(told, pushed=False)
"""A move she is not told of: her own, which the talk answers, and what only the desk needs to know."""


def forwards(
    start: frozenset[Status], starts: str, *, of: str = "", offers: str = ""
) -> tuple[Move, Move, Move]:
    """To another desk: twice, wherever the officer says; the third time to the desk that decides, and never again.

    Who only distributes passes it on as often as it takes. of: what ends the words of this kind of case.
    """
    row = partial(told, "forward", start, Status.WAITING, OFFICER, starts=starts, offers=offers)
    further, last = f"forward{of}", f"decide{of}"
    return (
        row("desk reason", power="distribute", says=further),
        row("desk reason", most=2, says=further),
        row("reason", most=3, says=last),
    )
