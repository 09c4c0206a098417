"""What stands pinned at a desk is drawn anew; and a desk whose group is lost hears of it, and has its cards back."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import structlog

from handlers.casework.work import Work
from handlers.desk import gone, order, today
from handlers.desk.cards import Reader, post
from handlers.house import House
from handlers.tick import Effect, Look, attempted, work_of
from handlers.visit import STAYS
from storage import boards, desks, readers, rooms
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
        again = today.morning(work.at, order.zone_of(work.library, desk))
        order.settled(work, desk)
        readers.lock(db, {desk})
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
        post(work, reader, today.pinned(work, reader), due_at=work.now, slot=today.PINNED, rank=2)


def _lost(house: House, looked: Look, room: Room) -> Effect | None:
    if looked.dry:
        return Effect("room-lost", room.desk)
    with house.database.transaction() as db:
        if not rooms.tell(db, room.id, looked.now):
            return None
        log.error("room lost", desk=room.desk)
        gone.back_in_private(work_of(house, db, looked), room.desk, "room-lost")
    return Effect("room-lost", room.desk)
