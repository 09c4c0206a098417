"""What she does with a case that is filed reaches its desk: cards are drawn anew, and who has the case hears.

Never at once: it leaves with the desk's next batch, so that nobody who looks at her phone can put the two together.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.cases.lifecycle import Role, Status
from bot.conversation.message import Value
from handlers.casework import batch
from handlers.casework.work import Notice, Standing, Work
from storage import cases
from storage.desks import ACTING

UNREAD = frozenset({Status.WAITING, Status.ERASED})
"""Where nobody has read it yet, or nobody can any more: the card is enough."""


def seen(work: Work, case_id: str) -> None:
    """Draw its cards as it is now."""
    case = cases.by_id(work.db, case_id)
    if case is not None:
        work.office.cards(Standing(batch.coming(work), case), "")


def told(work: Work, case_id: str, key: str, values: Mapping[str, Value] | None = None) -> None:
    """Tell who has it, and draw its cards; of one that nobody has, the whole desk, once it was read.

    What was merged into another case is told to who has that, by its own number: there it is read.
    """
    case = cases.by_id(work.db, case_id)
    if case is None:
        return
    seen(work, case.id)
    lead = cases.lead_of(work.db, case)
    if lead.officer_id is None and Status(lead.status) in UNREAD:
        return
    roles = (Role.OFFICER,) if lead.officer_id else ACTING
    notice = Notice(key, lead.desk, roles, {"ticket": case.ticket, **(values or {})}, lead.officer_id or "")
    work.office.notice(batch.coming(work), case, notice)
