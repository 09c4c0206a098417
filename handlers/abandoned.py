"""An officer has left the desk, or sits at another: what they had is the desk's again, told once however much it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bot.conversation.message import Value
from bot.flows.reader import desk_word
from handlers.casework import chiefs
from handlers.casework.release import release
from handlers.house import House
from handlers.tick import Effect, Look, attempted, work_of
from handlers.tied import hold
from storage import cases, handling


def abandoned(house: House, looked: Look) -> Iterator[Effect]:
    """Every open case whose officer is none any more: first it is said how many at which desk, then each is let go.

    Of whom it could not be said yet, nothing is let go: the next look says it.
    """
    if not looked.dry:
        with house.database.reading() as db:
            left = handling.left_untold(db)
        for officer in left:
            yield from attempted("released", partial(_told, house, looked, officer))
    after = ""
    while True:
        with house.database.reading() as db:
            page = handling.abandoned(db, after, untold=looked.dry)
        if not page:
            return
        for case in page:
            yield from attempted("released", partial(_released, house, looked, case.id))
        after = page[-1].id


def _told(house: House, looked: Look, officer: str) -> None:
    with house.database.transaction() as db:
        if not handling.tell_left(db, officer, looked.now):
            return
        work = work_of(house, db, looked)
        for desk, count, first in handling.left_behind(db, officer):
            case = cases.by_id(db, first)
            assert case is not None
            values: dict[str, Value] = {"count": count, "desk": desk_word(work.library, desk)}
            chiefs.tell(work, case, "released" if count == 1 else "released-many", values, count=count)


def _released(house: House, looked: Look, id: str) -> Effect | None:
    if looked.dry:
        with house.database.reading() as db:
            found = cases.by_id(db, id)
        return Effect("released", found.ticket) if found else None
    with house.database.transaction() as db:
        case, tied = hold(db, id, house.settings.language)
        if not handling.is_abandoned(db, id):
            return None
        release(work_of(house, db, looked), case, tied, "left")
        return Effect("released", case.ticket)
