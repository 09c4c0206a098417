"""Who may see and do what with a case: asked here, and nowhere else."""

from __future__ import annotations

from bot.cases.desk import is_above, powers_of
from bot.cases.lifecycle import Move, Refusal, Role, Status, allowed, possible
from bot.cases.lives import LIVES
from handlers.casework import batch, calls
from handlers.casework.upward import is_upward, upward
from handlers.casework.work import Refused, Standing, Work
from storage import cases, desks
from storage.cases import Case
from storage.desks import Officer

SEES = frozenset({Role.OFFICER, Role.SUPERVISOR, Role.GUARDIAN, Role.AUDITOR})
FROM_ABOVE = frozenset({Role.SUPERVISOR, Role.GUARDIAN, Role.AUDITOR})
"""Who looks after the desks below their own."""
OPENS = {
    "story": frozenset({Role.OFFICER, Role.SUPERVISOR}),
    "evidence": frozenset({Role.OFFICER, Role.SUPERVISOR}),
    "timeline": SEES,
    "identity": frozenset({Role.OFFICER, Role.GUARDIAN}),
    "original": frozenset({Role.GUARDIAN}),
}
"""Part of a case -> who may open it at all."""
SEATS = frozenset({Role.OFFICER, Role.SUPERVISOR})
"""Whom an admin of a desk may invite to it, and let go. The others are an operator's: they guard against an admin."""
TRAILS = frozenset({Role.ADMIN, Role.AUDITOR, Role.SUPERVISOR})
"""Who may read what was done about who sits at their desk."""
KNOWS = {"open": Role.OFFICER, "sealed": Role.GUARDIAN}
"""How she chose to be known -> who may open who she is. Where she is anonymous nobody may."""


def sees(work: Work, officer: Officer, case: Case) -> Refused | None:
    """None where this officer may know of the case: of their desk or above it, not close to it, not their own.

    From above only by role, or where the case was given to them. Before its batch nobody may, who tries its number.

    Who may not is told the same as if there were no such case.
    """
    today = present(work, officer)
    return Refused("left") if today is None else knows(Standing(work, case), today)


def knows(stands: Standing, today: Officer) -> Refused | None:
    """The same as `sees`, of an officer as they are today."""
    case = stands.case
    over = today.role in FROM_ABOVE or case.officer_id == today.id
    from_above = over and is_above(today.desk, case.desk)
    is_out = case.filed_at <= batch.out(stands.work)
    if today.role not in SEES or not (today.desk == case.desk or from_above) or not is_out:
        return Refused("gone")
    return Refused("barred") if stands.close.bars(today) else None


def present(work: Work, officer: Officer) -> Officer | None:
    """The officer as they are today: a role may have changed since their button was drawn. None: they have left."""
    today = desks.by_id(work.db, work.keys, officer.id)
    return None if today is None or today.left_at is not None else today


def runs(work: Work, officer: Officer, desk: str) -> Officer | Refused:
    """An admin of this very desk, as they are today: who looks after who sits there, and opens no case."""
    today = present(work, officer)
    if today is None:
        return Refused("left")
    return today if today.role is Role.ADMIN and today.desk == desk else Refused("role")


def lets_go(work: Work, officer: Officer, desk: str, other: str) -> Officer | Refused:
    """The colleague whom this admin may let go: one who acts at this very desk."""
    today = runs(work, officer, desk)
    if isinstance(today, Refused):
        return today
    one = desks.by_id(work.db, work.keys, other)
    here = one is not None and one.left_at is None and one.desk == desk and one.role in SEATS
    return one if one is not None and here else Refused("gone")


def reads_trail(work: Work, officer: Officer, desk: str) -> Refused | None:
    """None where they may read what was done about who sits at this desk, their own."""
    today = present(work, officer)
    return None if today and today.role in TRAILS and today.desk == desk else Refused("role")


def opens(work: Work, officer: Officer, case: Case, part: str) -> Refused | None:
    """None where this officer may look at `part` of the case (OPENS).

    Story and files: who has the case, and supervisors. Identity: who has the case where she said *open*; the
    guardian where she said *sealed*, and of originals always.
    """
    today, stands = present(work, officer), Standing(work, case)
    if today is None:
        return Refused("left")
    return knows(stands, today) or _opens(stands, today, part)


def openable(stands: Standing, today: Officer) -> frozenset[str]:
    """The parts of the case that an officer, as they are today, may look at: what their buttons offer."""
    if knows(stands, today) is not None:
        return frozenset()
    return frozenset(part for part in OPENS if _opens(stands, today, part) is None)


def moves(work: Work, officer: Officer, case: Case, key: str) -> Move | Refused:
    """The row by which this officer may make this move now; what is given with it is not looked at."""
    today = present(work, officer)
    return Refused("left") if today is None else makes(Standing(work, case), today, key)


def makes(stands: Standing, today: Officer, key: str) -> Move | Refused:
    """The same as `moves`, of an officer as they are today."""
    return knows(stands, today) or _row(stands, today, key)


def offered(stands: Standing, today: Officer) -> tuple[Move, ...]:
    """The moves that an officer, as they are today, may make now, in the order of the table."""
    if knows(stands, today) is not None:
        return ()
    powers = powers_of(stands.work.library.law, today.desk)
    rows = possible(LIVES[stands.case.kind], Status(stands.case.status), today.role, powers, stands.made)
    return tuple(row for row in rows if _hinders(stands, today, row) is None)


def _opens(stands: Standing, today: Officer, part: str) -> Refused | None:
    """The same as `opens`, for who is known to see the case."""
    case = stands.case
    if today.role not in OPENS[part]:
        return Refused("role")
    if part == "identity" and today.role is not KNOWS.get(case.identity_level):
        return Refused("role")
    holder = cases.lead_of(stands.work.db, case).officer_id
    if today.role is not Role.OFFICER or part == "timeline" or holder == today.id:
        return None
    return Refused("taken" if holder else "untaken", case=case)


def _row(stands: Standing, today: Officer, key: str) -> Move | Refused:
    """The same as `makes`, for who is known to see the case."""
    case, law = stands.case, stands.work.library.law
    powers = powers_of(law, today.desk)
    row = allowed(LIVES[case.kind], Status(case.status), key, today.role, powers, stands.made)
    if isinstance(row, Refusal):
        return Refused(row.reason, case=case)
    return _hinders(stands, today, row) or row


def _hinders(stands: Standing, today: Officer, row: Move) -> Refused | None:
    """What the table allows may still be another's to do, done already, or not of this case."""
    case = stands.case
    if row.kinds and case.accused_kind not in row.kinds:
        return Refused("kind")
    another = case.officer_id not in (None, today.id)
    if another and today.role is Role.OFFICER and row.key != "recuse":
        return Refused("taken", case=case)
    if row.key == "take" and another:
        return Refused("taken", case=case)
    if row.key == "give_back" and case.officer_id is None:
        return Refused("untaken", case=case)
    if "times" in row.needs and not calls.wants(stands.work, case):
        return Refused("chat")
    if nowhere(stands, row):
        return Refused("most" if row.most and stands.made(row.key) else "needs", ("desk",), case)
    return None


def nowhere(stands: Standing, row: Move) -> bool:
    """Whether it would take the case to a desk that there is not: nobody sits above, or who has it is to decide."""
    return is_upward(row) and upward(stands.work, stands.case, row) is None
