"""A chat that is a desk's no more: what the desk showed goes out of it; and a desk without its room goes on."""

from __future__ import annotations

from bot.conversation.message import Line, Say, Value
from bot.flows.reader import desk_word
from handlers.casework import batch, chiefs
from handlers.casework.work import Work
from handlers.civil import waking
from handlers.desk import order, today
from handlers.desk.cards import Reader, pager, post
from handlers.visit import STAYS
from storage import boards, cards, desks, readers, rooms
from storage.desks import Officer
from storage.rooms import Room


def cleared(work: Work, one: Officer | Room, *, keeps: str = "") -> None:
    """What waits for this chat never leaves; what stands there is taken out, or emptied and unpinned where too old.

    A channel that lets nothing be taken out keeps it: its buttons are dead. `keeps`: a slot that stays.
    """
    reader = Reader.of(one)
    slots = [slot for slot in cards.of_desk(work.db, reader.lane) if slot != keeps]
    cards.drop(work.db, reader.lane, slots)
    for slot in slots if reader.channel not in STAYS else ():
        if cards.stands(work.db, reader.lane, slot):
            told = Say((Line("desk-over"),), protect=True, takes=slot, pin=slot == today.PINNED)
            post(work, reader, told, due_at=work.now)


def ended(work: Work, room: Room) -> None:
    """A supervisor or the operator lets the group go, while we are still in it."""
    _waited(work, room.desk)
    cleared(work, room)
    post(
        work,
        Reader.of(room),
        Say((Line("room-ended-here", {"desk": desk_word(work.library, room.desk)}),)),
        due_at=work.now,
    )
    rooms.end(work.db, room.id, work.now)
    back_in_private(work, room.desk, "room-ended")


def back_in_private(work: Work, desk: str, key: str) -> None:
    """Who sits at a desk without its room, and the supervisors, are told by `key`; and where what waits is found.

    By day, but at once where nothing waits: with a delay of nought, and in a rehearsal.
    """
    _waited(work, desk)
    by_day = work.at if batch.at_once(work) else waking(work.at, order.zone_of(work.library, desk))
    due = work.now + (by_day - work.at)
    here = list(desks.officers_of(work.db, work.keys, desk))
    values: dict[str, Value] = {"desk": desk_word(work.library, desk)}
    for one in (*here, *_chiefs(work, desk, here)):
        post(work, Reader.of(one), Say((Line(key, values),)), due_at=due)
    for one in here:
        if order.counted(batch.coming(work), desk, one).free:
            post(work, Reader.of(one), pager(work, Reader.of(one)), due_at=due, slot=cards.pager(due))
    boards.stale(work.db, desk, due)


def _waited(work: Work, desk: str) -> None:
    """Wait for all who are told, before the first is."""
    readers.lock(work.db, {desk, chiefs.seat(work, desk) or desk}, chat=work.chat)


def _chiefs(work: Work, desk: str, here: list[Officer]) -> list[Officer]:
    seat = chiefs.seat(work, desk)
    found = desks.officers_of(work.db, work.keys, seat, chiefs.CHIEFS) if seat else ()
    return [one for one in found if one not in here]
