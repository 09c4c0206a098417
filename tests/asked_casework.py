"""Every key of the words of moves that the code puts together: what the citizen hears, and what her letters offer."""

from __future__ import annotations

from functools import cache
from typing import get_args

from bot.cases.appointment import Trouble
from bot.cases.law import FOLDER, load_law
from bot.cases.lives import LIVES
from bot.flows.call import WISHES
from handlers.casework.work import NOTICES

SAID_OTHERWISE = frozenset({"move-no-change"})
"""The promise of news says it with the words of its own."""
EVERY_MOVE = tuple(row for table in LIVES.values() for row in table.moves)
MOVES = frozenset(row.says for row in EVERY_MOVE if row.says) - SAID_OTHERWISE


@cache
def families() -> dict[str, frozenset[str]]:
    """What the code writes as an f-string -> the keys that have to be there for it."""
    grades = load_law(FOLDER).catalogue.grades
    return {
        "punished-{public['grade']}": frozenset(f"punished-{grade.key}" for grade in grades),
        "push-{what}": frozenset(f"push-{what}" for row in EVERY_MOVE for what in row.offers),
        "notice-{told.key}": frozenset(f"notice-{key}" for key in NOTICES),
        "opened-{part}": frozenset({"opened-identity", "opened-original"}),
        "times-{found.trouble}": frozenset(f"times-{trouble}" for trouble in get_args(Trouble)),
        "called-{wish}": frozenset(f"called-{wish}" for wish in WISHES),
        "call-{wish}": frozenset(f"notice-call-{wish}" for wish in WISHES),
    }
