"""The screens of who looks after a desk: its figures, a code for a colleague, who sits there, what was done about it.

Who may do it is asked of `casework.may`; each change is an event (`storage.seats`), and the whole desk hears of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.cases.lifecycle import Role
from bot.conversation.message import Line, Moment, Say, Value
from bot.flows import officer_seat
from bot.flows.officer_desk import number
from bot.flows.officer_seat import COLLEAGUE, PAGE, SURE, Seat, Step, role_word
from bot.flows.reader import desk_word
from bot.talk.interview import start
from bot.talk.person import Act
from handlers.casework import chiefs, may
from handlers.casework.work import Refused, Work
from handlers.civil import waking
from handlers.desk import gone, order, screens
from handlers.desk.cards import Reader, post
from handlers.visit import Visit
from storage import desks, readers, seats
from storage.desks import Officer

LINKS = {"telegram": "{way}?start={code}", "whatsapp": "{way}?text={code}"}
"""How a code goes along with what opens our chat, on the channels where somebody can be enrolled."""
LATEST = 12
"""Changes that one screen shows."""


def page(visit: Visit, officer: Officer) -> None:
    """MEJA of an admin: how much lies there, and no case of it."""
    work, desk = visit.work, officer.desk
    order.settled(work, desk)
    found = order.counted(work, desk, None)
    values = {"free": found.free, "mine": found.held, "due": found.due, "late": found.late}
    say = officer_seat.counted(
        desk_word(work.library, desk),
        order.today(work, desk),
        {key: number(one) for key, one in values.items()},
        desk,
    )
    visit.say(say, slot=screens.slot_of(visit))


def pressed(visit: Visit, officer: Officer, act: Act) -> None:
    """A button of these screens, of this desk."""
    action, desk = str(act.answers["action"]), str(act.answers["desk"])
    match action:
        case "invite":
            told = _ask(visit, officer, desk)
        case "seats":
            told = _list(visit, officer, desk, int(str(act.answers["step"])))
        case "off" | "sure":
            told = _off(visit, officer, desk, str(act.answers["ticket"]), sure=action == SURE)
        case _:
            told = _trail(visit, officer, desk)
    if told is not None:
        _refused(visit)


def invited(visit: Visit, act: Act) -> None:
    """The form is full: a code, for the admin to hand over; the desk hears for whom it is."""
    desk, officer = str(act.answers["at"]), visit.officer
    today = may.runs(visit.work, officer, desk) if officer else Refused("left")
    name, role = str(act.answers["colleague"]), Role(act.answers["seat"])
    if isinstance(today, Refused) or role not in may.SEATS:
        _refused(visit)
        return
    code, expires = desks.invite(
        visit.db, visit.keys, desk=desk, role=role, name=name, now=visit.now,
        drawn=visit.draw(desks.CODE_BYTES), by=today.id,
    )  # fmt: skip
    values: dict[str, Value] = {"name": name, "role": role_word(role)}
    until = Moment(expires + (visit.at - visit.now), order.zone_of(visit.library, desk))
    lines = [Line("seat-code", {**values, "code": code})]
    lines += [
        Line("seat-link", {"link": LINKS[channel].format(way=way, code=code)}, "row")
        for channel, way in visit.ways.items()
        if way and channel in LINKS
    ]
    visit.say(Say((*lines, Line("seat-code-care", {"role": role_word(role), "until": until})), protect=True))
    _tell(visit.work, desk, Line("seat-told-invited", {**values, "by": today.name}))


def _ask(visit: Visit, officer: Officer, desk: str) -> Refused | None:
    """Who, and as what."""
    today = may.runs(visit.work, officer, desk)
    if isinstance(today, Refused):
        return today
    begun = start(visit.person, COLLEAGUE.name, visit.heard, visit.sight, answers={"at": desk})
    visit.person = begun.person
    for step in begun.steps:
        if isinstance(step, Say):
            visit.say(step)
    return None


def _list(visit: Visit, officer: Officer, desk: str, first: int) -> Refused | None:
    """Who sits there, a page from the `first` on."""
    today = may.runs(visit.work, officer, desk)
    if isinstance(today, Refused):
        return today
    found = desks.officers_of(visit.db, visit.keys, desk, tuple(Role))
    here = [_seat(visit, one) for one in found[first : first + PAGE]]
    more = len(found) > first + PAGE
    visit.say(
        officer_seat.seated(desk_word(visit.library, desk), here, desk, first, more=more),
        slot=screens.slot_of(visit),
    )
    return None


def _off(visit: Visit, officer: Officer, desk: str, other: str, *, sure: bool) -> Refused | None:
    """Let a colleague go: asked twice, then their chat is nobody's at once, and what they had returns to the desk."""
    one = may.lets_go(visit.work, officer, desk, other)
    if isinstance(one, Refused):
        return one
    if not sure:
        visit.say(officer_seat.asked_twice(_seat(visit, one), desk), slot=screens.slot_of(visit))
        return None
    values: dict[str, Value] = {"name": one.name, "role": role_word(one.role), "by": officer.name}
    _tell(visit.work, desk, Line("seat-told-left", values), one)
    desks.leave(visit.db, one.id, visit.now, by=officer.id)
    gone.cleared(visit.work, one)
    visit.say(Say((Line("seat-is-off", values),)))
    return None


def _trail(visit: Visit, officer: Officer, desk: str) -> Refused | None:
    """The latest of what was done about who sits there."""
    told = may.reads_trail(visit.work, officer, desk)
    if told is not None:
        return told
    found = reversed(seats.latest(visit.db, desk, most=LATEST))
    zone = ZoneInfo(order.zone_of(visit.library, desk))
    steps = [
        Step(
            one.at.astimezone(zone).date(), one.what, one.role, _name(visit, one.by), _name(visit, one.about)
        )
        for one in found
    ]
    visit.say(officer_seat.trail(desk_word(visit.library, desk), steps), slot=screens.slot_of(visit))
    return None


def _tell(work: Work, desk: str, line: Line, *also: Officer) -> None:
    """Everybody who acts at the desk, its supervisors wherever they sit, and `also`: by day, in their own chats."""
    seat = chiefs.seat(work, desk)
    readers.lock(work.db, {desk, *((seat,) if seat else ())}, {one.id for one in also}, work.chat)
    zone = order.zone_of(work.library, desk)
    due = work.now + (waking(work.at, zone) - work.at)
    for one in _hearing(work, desk, seat, also):
        post(work, Reader.of(one), Say((line,)), due_at=due)


def _hearing(work: Work, desk: str, seat: str | None, also: tuple[Officer, ...]) -> Iterator[Officer]:
    here = [*desks.officers_of(work.db, work.keys, desk), *also]
    above = desks.officers_of(work.db, work.keys, seat, chiefs.CHIEFS) if seat else ()
    yield from {one.id: one for one in (*here, *above)}.values()


def _seat(visit: Visit, one: Officer) -> Seat:
    since = one.enrolled_at.astimezone(ZoneInfo(order.zone_of(visit.library, one.desk))).date()
    return Seat(one.id, one.name, one.role.value, since, one.role in may.SEATS)


def _name(visit: Visit, id: str | None) -> str:
    one = desks.by_id(visit.db, visit.keys, id) if id else None
    return one.name if one else ""


def _refused(visit: Visit) -> None:
    """As of a button that is nothing: whoever presses it learns of no desk and no colleague."""
    visit.say(Say((Line("desk-refused-gone"),)))
