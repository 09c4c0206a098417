"""Another phone may answer in a chat to which a call was promised: nobody is called until it is known who speaks.

The number may be a swapped SIM's, or somebody else's by now (threats.md 18), and a changed name says no less: whoever
answers would learn that a question was asked, and what. Her officer is told at once, she as soon as she has proven that
the chat is hers.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bot.cases.appointment import key_of
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.message import Moment, Value
from handlers.casework.calls import PHONE
from handlers.casework.carry import moved_by
from handlers.casework.work import Notice
from handlers.house import House
from handlers.tick import Effect, Look, attempted, work_of
from handlers.tied import hold
from handlers.visit import zone_of_case
from storage import cases, slots, ties


def parted(house: House, looked: Look) -> Iterator[Effect]:
    """Every call to come whose chat is held."""
    with house.database.reading() as db:
        found = slots.held(db)
    for case in found:
        yield from attempted("call-off", partial(_call_off, house, looked, case))


def _call_off(house: House, looked: Look, id: str) -> Effect | None:
    if looked.dry:
        with house.database.reading() as db:
            found = cases.by_id(db, id)
        return Effect("call-off", found.ticket) if found else None
    with house.database.transaction() as db:
        case, tied = hold(db, id, house.settings.language)
        tie, at = ties.tied_to(db, id), slots.starts(db, id)
        row = allowed(LIVES[case.kind], Status(case.status), "call_off", Role.CLOCK)
        if tie is None or not tie.held or at is None or not isinstance(row, Move):
            return None
        work, officer = work_of(house, db, looked), case.officer_id or ""
        moved = moved_by(work, case, tied, row, Role.CLOCK, {"why": PHONE, "time": key_of(at)})
        told: dict[str, Value] = {"ticket": case.ticket, "at": Moment(at, zone_of_case(work.library, case))}
        work.office.notice(work, moved, Notice("call-parted", case.desk, (Role.OFFICER,), told, officer))
        return Effect("call-off", case.ticket)
