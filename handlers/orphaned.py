"""What others were merged into is withdrawn or erased: their reports go on, each read by itself, and they hear of it.

Whoever reported the case that went on for all may be the accused, or somebody who was made to take it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from handlers.casework.carry import moved_by
from handlers.house import House
from handlers.tick import Effect, Look, attempted, work_of
from handlers.tied import hold
from storage import cases, events, handling, recusals
from storage.cases import Case


def orphaned(house: House, looked: Look) -> Iterator[Effect]:
    """Every report that was merged into one that its reporter has ended: at the desk where that lay it waits again.

    But for those that were withdrawn as well.
    """
    after = ""
    while True:
        with house.database.reading() as db:
            page = handling.orphaned(db, after)
        for case in page:
            yield from attempted("orphaned", partial(_apart, house, looked, case))
        if not page:
            return
        after = page[-1].id


def _apart(house: House, looked: Look, seen: Case) -> Effect | None:
    if looked.dry:
        return Effect("orphaned", seen.ticket)
    with house.database.transaction() as db:
        case, tied = hold(db, seen.id, house.settings.language)
        row = allowed(LIVES[case.kind], Status(case.status), "split", Role.CLOCK)
        hers = {event.what for event in events.of(db, case.id)}
        if not isinstance(row, Move) or "withdrawn" in hers or not handling.is_orphaned(db, case.id):
            return None
        desk = cases.lead_of(db, case).desk
        recusals.stay_close(db, case.id)
        moved_by(work_of(house, db, looked), case, tied, row, Role.CLOCK, {}, desk=desk)
        return Effect("orphaned", case.ticket)
