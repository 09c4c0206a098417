"""Who may see and do what with a case: asked here, and nowhere else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache

from bot.cases.desk import is_above, powers_of
from bot.cases.lifecycle import Move, Refusal, Role, Status, allowed, possible
from bot.cases.lives import LIVES
from handlers.casework.work import Refused, Work
from storage import cases, desks, events, handling
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


def sees(work: Work, officer: Officer, case: Case) -> Refused | None:
    """None where this officer may know of the case: of their desk or above it, not close to it, not their own.

    From above only by role, or where the case was given to them.

    Who may not is told the same as if there were no such case.
    """
    found = _seeing(work, officer, case)
    return found if isinstance(found, Refused) else None


def _seeing(work: Work, officer: Officer, case: Case) -> Officer | Refused:
    """The officer as they are today, where they may know of the case."""
    found = desks.before(work.db, work.keys, officer.id, case.id)
    if found is None or found[0].left_at is not None:
        return Refused("left")
    today, barred = found
    over = today.role in FROM_ABOVE or case.officer_id == today.id
    from_above = over and is_above(today.desk, case.desk)
    if today.role not in SEES or not (today.desk == case.desk or from_above):
        return Refused("gone")
    return Refused("barred") if barred else today


def present(work: Work, officer: Officer) -> Officer | None:
    """The officer as they are today: a role may have changed since their button was drawn. None: they have left."""
    today = desks.by_id(work.db, work.keys, officer.id)
    return None if today is None or today.left_at is not None else today


def is_barred(work: Work, officer: Officer, case: Case) -> bool:
    """Close to the case, or the one who reported it: nobody handles a case of their own."""
    return handling.is_barred(work.db, officer, case.id)


def opens(work: Work, officer: Officer, case: Case, part: str) -> Refused | None:
    """None where this officer may look at `part` of the case (OPENS).

    Story and files: who has the case, and supervisors. Identity: who has the case where she said *open*; the
    guardian where she said *sealed*, and of originals where she did not say *open*.
    """
    today = _seeing(work, officer, case)
    return today if isinstance(today, Refused) else _opens(work, today, case, part)


def openable(work: Work, officer: Officer, case: Case) -> frozenset[str]:
    """The parts of the case that this officer may look at: what their buttons offer."""
    today = _seeing(work, officer, case)
    if isinstance(today, Refused):
        return frozenset()
    return frozenset(part for part in OPENS if _opens(work, today, case, part) is None)


def moves(work: Work, officer: Officer, case: Case, key: str) -> Move | Refused:
    """The row by which this officer may make this move now; what is given with it is not looked at."""
    today = _seeing(work, officer, case)
    return today if isinstance(today, Refused) else _row(work, today, case, key, lambda: made_of(work, case))


def offered(
    work: Work, officer: Officer, case: Case, made: Callable[[], Counter[str]] | None = None
) -> tuple[Move, ...] | Refused:
    """The moves this officer may make now, in the order of the table: what their buttons offer.

    Refused where they may not know of the case, as `sees` tells.

    made   how often each move was made (`made_of`), where many are asked about
    """
    today = _seeing(work, officer, case)
    if isinstance(today, Refused):
        return today
    powers = powers_of(work.library.law, today.desk)
    rows = possible(LIVES[case.kind], Status(case.status), today.role, powers)
    made = made or cache(lambda: made_of(work, case))
    return tuple(row for row in rows if isinstance(_row(work, today, case, row.key, made), Move))


def _opens(work: Work, officer: Officer, case: Case, part: str) -> Refused | None:
    """The same as `opens`, for who is known to see the case; `officer` as they are today."""
    if officer.role not in OPENS[part]:
        return Refused("role")
    if part == "identity" and (officer.role is Role.GUARDIAN) != (case.identity_level == "sealed"):
        return Refused("role")
    lead = cases.by_id(work.db, case.merged_into) if case.merged_into else case
    holder = lead.officer_id if lead else None
    if officer.role is not Role.OFFICER or part == "timeline" or holder == officer.id:
        return None
    return Refused("taken" if holder else "untaken", case=case)


def _row(
    work: Work, officer: Officer, case: Case, key: str, made: Callable[[], Counter[str]]
) -> Move | Refused:
    """The same as `moves`, for who is known to see the case; `officer` as they are today.

    made   how often each move was made, looked up where a row has a limit
    """
    row = allowed(
        LIVES[case.kind], Status(case.status), key, officer.role, powers_of(work.library.law, officer.desk)
    )
    if isinstance(row, Refusal):
        return Refused(row.reason, case=case)
    if row.kinds and case.accused_kind not in row.kinds:
        return Refused("kind")
    another = case.officer_id not in (None, officer.id)
    if another and officer.role is Role.OFFICER and key != "recuse":
        return Refused("taken", case=case)
    if key == "take" and another:
        return Refused("taken", case=case)
    if key == "give_back" and case.officer_id is None:
        return Refused("untaken", case=case)
    if row.most and made()[key] >= row.most:
        return Refused("most")
    return row


def made_of(work: Work, case: Case) -> Counter[str]:
    """How often each move was made in the life of the case; what was taken back does not count."""
    found = list(events.of(work.db, case.id))
    undone = {event.data.get("of") for event in found if event.what == "undo"}
    return Counter(event.what for event in found if event.seq not in undone)
