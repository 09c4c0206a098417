"""A case that its officer can have no longer is the desk's again, wherever it stands."""

from __future__ import annotations

from typing import Literal

from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from handlers.casework.carry import moved_by, record
from handlers.casework.work import Standing, Work
from handlers.tied import Tied
from storage import cases
from storage.cases import Case

Why = Literal["left", "close"]
"""Its officer has left the desk, or has said that they are close to it: words `desk-did-return-WHY`."""


def release(work: Work, case: Case, tied: Tied | None, why: Why) -> Case:
    """As after two days without a step; where that is no move, as at the PPK's, only who has it changes.

    The case must be held.
    """
    row = allowed(LIVES[case.kind], Status(case.status), "return", Role.CLOCK)
    if isinstance(row, Move):
        return moved_by(work, case, tied, row, Role.CLOCK, {"why": why})
    free = cases.place(
        work.db, case.id, status=case.status, desk=case.desk, officer=None, closed_at=case.closed_at,
        merged_into=case.merged_into,
    )  # fmt: skip
    record(work, free, "released", Role.CLOCK, {"why": why})
    work.office.cards(Standing(work, free), case.desk)
    return free
