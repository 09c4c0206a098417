"""The supervisors of a desk: its own, or those of the first desk above it that has any."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cases.desk import over
from bot.cases.lifecycle import Role
from bot.conversation.message import Value
from handlers.casework.work import Notice, Work
from storage import desks
from storage.cases import Case
from storage.desks import ACTING

CHIEFS = (Role.SUPERVISOR,)


def seat(work: Work, desk: str, *, but: str = "") -> str | None:
    """The desk where the supervisors of `desk` sit; None: there are none. `but`: an officer who does not count."""
    for one in (desk, *over(work.library.law, desk)):
        if any(chief.id != but for chief in desks.officers_of(work.db, work.keys, one, CHIEFS)):
            return one
    return None


def tell(
    work: Work, case: Case, key: str, values: Mapping[str, Value], *, but: str = "", count: int = 1
) -> None:
    """Tell them of a case, or of so many; where there are none, whoever sits at the desk: nothing stays unseen."""
    told: dict[str, Value] = {"ticket": case.ticket, **values}
    above = seat(work, case.desk, but=but)
    roles = CHIEFS if above else ACTING
    work.office.notice(work, case, Notice(key, above or case.desk, roles, told, but=but, count=count))
