"""What is merged is one matter: who is close to a part of it sees none of it, and does not have it, while it is one."""

from __future__ import annotations

from handlers.casework.release import release
from handlers.casework.work import Standing
from handlers.tied import hold


def changed(part: Standing, lead: str) -> None:
    """A case, as it stands by itself, has become a part of the case `lead`, or is one no more.

    Where anybody is close to it, the cards of the other are drawn anew; an officer who has that one lets go of it. But
    who reported from their own chat keeps it, and can open nothing: letting go of it would tell who reported.
    """
    work = part.work
    if not part.close.officers:
        return
    case, tied = hold(work.db, lead, work.language)
    stands = Standing(work, case)
    if case.officer_id in stands.close.officers:
        release(work, case, tied, "close")
    else:
        work.office.cards(stands, case.desk)
