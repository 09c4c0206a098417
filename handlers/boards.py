"""What stands pinned at a desk is drawn anew; and a desk whose group is lost hears of it, and has its cards back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import structlog

from bot.cases.lifecycle import Status
from bot.conversation.message import Line, Say, Value
from bot.flows.reader import desk_word
from handlers import desk_list
from handlers.casework import chiefs
from handlers.casework.work import Work
from handlers.civil import asleep, waking
from handlers.desk_cards import Reader, pager, post
from handlers.house import House
from handlers.tick import Effect, Look, attempted, work_of
from handlers.visit import STAYS
from storage import boards, cards, desks, rooms
from storage.desks import Officer
from storage.rooms import Room

log = structlog.get_logger(__name__)


def pinned(house: House, looked: Look) -> Iterator[Effect]:
    """Every desk with a change, with the batch of that change, and in the morning: one message a chat, edited."""
    with house.database.reading() as db:
        found = boards.due(db, looked.now)
    for desk in found:
        yield from attempted("board", partial(_pinned, house, looked, desk))


def lost(house: House, looked: Look) -> Iterator[Effect]:
    """Every room that we are in no more. However that was learned, its officers are told once."""
    with house.database.reading() as db:
        found = rooms.untold(db)
    for room in found:
        yield from attempted("room-lost", partial(_lost, house, looked, room))


def _pinned(house: House, looked: Look, desk: str) -> Effect | None:
    if looked.dry:
        return Effect("board", desk)
    with house.database.transaction() as db:
        work = work_of(house, db, looked)
        again = desk_list.morning(work.at, desk_list.zone_of_desk(work, desk))
        if not boards.claim(db, desk, looked.now, looked.now + (again - work.at)):
            return None
        draw(work, desk)
    return Effect("board", desk)


def draw(work: Work, desk: str) -> None:
    """In the desk's room, or in the chat of each of its officers."""
    room = rooms.of_desk(work.db, desk)
    for one in (room,) if room else desks.officers_of(work.db, work.keys, desk):
        reader = Reader.of(one)
        if reader.channel in STAYS:  # each change would be one more letter
            continue
        post(work, reader, desk_list.pinned(work, reader), due_at=work.now, slot=desk_list.PINNED, rank=2)


def _lost(house: House, looked: Look, room: Room) -> Effect | None:
    if looked.dry:
        return Effect("room-lost", room.desk)
    with house.database.transaction() as db:
        if not rooms.tell(db, room.id, looked.now):
            return None
        log.error("room lost", desk=room.desk)
        _back_in_private(work_of(house, db, looked), room.desk)
    return Effect("room-lost", room.desk)


def _back_in_private(work: Work, desk: str) -> None:
    """Who sits there is told, and the supervisors, and where what waits is found: by day."""
    zone = desk_list.zone_of_desk(work, desk)
    due = work.now + (waking(work.at, zone) - work.at) if asleep(work.at, zone) else work.now
    here = list(desks.officers_of(work.db, work.keys, desk))
    values: dict[str, Value] = {"desk": desk_word(work.library, desk)}
    for one in (*here, *_chiefs(work, desk, here)):
        post(work, one, Say((Line("room-lost", values),)), due_at=due)
    for one in here:
        if cards.free(work.db, desk, Status.WAITING, officer=one.id, lane=one.lane):
            post(work, one, pager(work, Reader.of(one)), due_at=due, slot=cards.pager(due))
    boards.stale(work.db, desk, due)


def _chiefs(work: Work, desk: str, here: list[Officer]) -> list[Officer]:
    seat = chiefs.seat(work, desk)
    found = desks.officers_of(work.db, work.keys, seat, chiefs.CHIEFS) if seat else ()
    return [one for one in found if one not in here]
