"""A case's cards, in the room of its desk or in its officers' own chats: in batches, edited in place, gone with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.cases.desk import powers_of
from bot.cases.lifecycle import Role, Status, possible
from bot.cases.lives import LIVES, OPEN
from bot.cases.stage import stage_on
from bot.conversation.message import Line, Moment, Say, Value, Word
from bot.flows.kinds import KINDS
from bot.flows.officer_card import Card, Clock, card, gone, offers
from bot.flows.officer_desk import number
from bot.flows.reader import area_word, desk_word
from bot.library import Library
from handlers.casework import batch, linked, may
from handlers.casework.work import Standing, Work
from handlers.civil import EVENING, asleep
from handlers.desk import order
from handlers.visit import STAYS, zone_of_case
from storage import boards, cards, desks, mail, readers, rooms
from storage.cases import Case
from storage.desks import Officer
from storage.rooms import Room

MOST = 5
"""New cards of one batch; more of them are one letter."""
DIGEST = time(8)
TAKING = frozenset({"take", "assign"})


@dataclass(frozen=True, slots=True)
class Reader:
    """A chat that cards come to: an officer's own, or the room of a desk, where everybody reads the same.

    language  what is spoken in it, "" where nobody has said
    """

    desk: str
    lane: str
    channel: str
    language: str
    officer: Officer | None = None

    @classmethod
    def of(cls, one: Officer | Room) -> Reader:
        officer = one if isinstance(one, Officer) else None
        return cls(one.desk, one.lane, one.channel, one.language, officer)


def draw(stands: Standing, was: str) -> None:
    """The cards of a case as it stands now; `was`: the desk that had it before.

    1. The desk's room has one card of an open case, or else each officer of the desk who may see it has one: edited
       where it is, else new, with the next batch. Where nothing can be edited, who moves a case reads
       of it in the answer, and gets no second card. A channel without groups keeps its own cards.
    2. A case that any officer said they are close to is in no room, where its card cannot be kept from one member: it
       comes to the chats of those who may see it.
    3. Of who may not see it any more, and at the desk that had it, a card is withdrawn. In a room it is taken out.
    4. Its place in the desk's list is found. What is pinned there is drawn anew, with the next batch too; at once where
       a case has to leave it.
    """
    order.placed(stands)
    stands = batch.drawn(stands)
    work, case, known = stands.work, stands.case, everyones(stands)
    readers.lock(work.db, {case.desk, was or case.desk}, {case.officer_id or ""}, work.chat)
    room, close = rooms.of_desk(work.db, case.desk), bool(stands.close.officers)
    if room is not None and Status(case.status) in OPEN and case.closed_at is None and not close:
        _show(stands, Reader.of(room), known)
    elif room is not None:
        _withdraw(stands, Reader.of(room), known)
    here = desks.officers_of(work.db, work.keys, case.desk)
    for officer in _readers(stands, here):
        if may.knows(stands, officer) is not None:
            _withdraw(stands, Reader.of(officer), known)
        elif (
            room is None
            or close
            or officer.channel != room.channel
            or officer.desk != case.desk
            or _has(work, officer, case)
        ):
            _show(stands, Reader.of(officer), known)
    if was and was != case.desk:
        left = rooms.of_desk(work.db, was)
        gone_from = [
            officer for officer in desks.officers_of(work.db, work.keys, was) if may.knows(stands, officer)
        ]
        for one in (*gone_from, *((left,) if left else ())):
            _withdraw(stands, Reader.of(one), known)
    staffed = {case.desk} if here else set()
    staffed |= {was} if was not in ("", case.desk) and desks.staffed(work.db, was) else set()
    for desk in sorted(staffed):
        boards.stale(work.db, desk, work.now if close and not work.hers else leaves_at(work, case))


def _readers(stands: Standing, here: Sequence[Officer]) -> Sequence[Officer]:
    """Who sits at the desk, and who has the case from a desk above."""
    holder = stands.holder
    beyond = holder is not None and holder.left_at is None and holder.desk != stands.case.desk
    return [*here, holder] if holder is not None and beyond else here


def _has(work: Work, officer: Officer, case: Case) -> bool:
    """Whether there is a card in their own chat, from before the desk had its room."""
    return cards.stands(work.db, officer.lane, cards.slot_of(case.id))


def facts(stands: Standing, officer: Officer | None, known: Card | None = None) -> Card:
    """What the card of the case tells and offers: this officer's, as they are today, or without one that of the room.

    known  what `everyones` said, where it was asked
    """
    held = stands.case.officer_id
    return replace(
        known or everyones(stands),
        mine=held == officer.id if officer else held is not None,
        moves=tuple(_moves(stands, officer) if officer else _in_room(stands)),
    )


def everyones(stands: Standing) -> Card:
    """What every card of the case tells, whoever reads it; it offers nothing."""
    work, case = stands.work, stands.case
    land, law = work.library.land, work.library.law
    zone = ZoneInfo(zone_of_case(work.library, case))
    today = work.at.astimezone(zone).date()
    stage = stage_on(law.calendar, today, case.region)
    kind = KINDS[case.kind]
    told, holder = stands.events, stands.holder
    taken = [event.at for event in told if event.what in TAKING]
    return Card(
        ticket=case.ticket,
        kind=case.kind,
        step=case.step,
        desk=case.desk,
        status=Status(case.status),
        about=about_word(work.library, case),
        area=area_word(land, case.region),
        stage=stage.key if stage and kind.neutral(work.library, case.topic) else "",
        tip=bool(told and told[0].data.get("formal")),
        files=len(batch.files(stands)),
        filed=case.filed_at.astimezone(zone).date(),
        call=Moment(stands.call, zone.key) if stands.call else None,
        clock=clock_of(stands, zone),
        holder=holder.name if holder else "",
        since=taken[-1].astimezone(zone).date() if taken and holder else None,
    )


def _in_room(stands: Standing) -> Iterator[str]:
    """What some officer of the desk may press: whether this one may is asked at the press."""
    case, powers = stands.case, powers_of(stands.work.library.law, stands.case.desk)
    rows = possible(LIVES[case.kind], Status(case.status), Role.OFFICER, powers, stands.made)
    yield from (
        row.key
        for row in rows
        if (row.key != "take" or case.officer_id is None) and not may.nowhere(stands, row)
    )


def _moves(stands: Standing, officer: Officer) -> Iterator[str]:
    """What may be pressed: not what is done already."""
    for row in may.offered(stands, officer):
        if row.key != "take" or stands.case.officer_id != officer.id:
            yield row.key


def clock_of(stands: Standing, zone: ZoneInfo) -> Clock | None:
    """The next thing an office is late with: a limit of the law before a target of ours."""
    found = order.running(stands)
    return Clock(found[0].astimezone(zone).date(), found[1]) if found else None


def about_word(library: Library, case: Case) -> Word:
    """What the case is about, and what kind of person, where one is accused."""
    topic = KINDS[case.kind].topic(library, case.topic)
    if not case.accused_kind:
        return Word("card-about", {"topic": topic})
    return Word("card-about-person", {"topic": topic, "kind": Word(f"kind-{case.accused_kind}.short")})


def leaves_at(work: Work, case: Case) -> datetime:
    """When a new card leaves, in real time: at the next full five minutes of civil time; at night, with the digest."""
    if batch.at_once(work):
        return work.now
    zone = zone_of_case(work.library, case)
    if _sleeps(work, case, zone):
        return work.now + (morning(work.at, zone) - work.at)
    return work.now + batch.waits(work.at)


def morning(at: datetime, zone: str) -> datetime:
    """The next eight o'clock there."""
    local = at.astimezone(ZoneInfo(zone))
    day: date = local.date() + timedelta(days=local.time() >= EVENING)
    return datetime.combine(day, DIGEST, local.tzinfo)


def post(work: Work, reader: Reader, say: Say, *, due_at: datetime, slot: str = "", rank: int = 1) -> None:
    """A letter to an officer's chat or a room, in the language of that chat."""
    mail.post(
        work.db, work.keys, lane=reader.lane, channel=reader.channel, say=say,
        language=reader.language or work.language, rank=rank, slot=slot, due_at=due_at, now=work.now,
        offers=offers(say),
    )  # fmt: skip


def _show(stands: Standing, reader: Reader, known: Card) -> None:
    work, case = stands.work, stands.case
    if reader.lane == work.chat and reader.channel in STAYS:
        return
    slot, officer = cards.slot_of(case.id), reader.officer
    if officer is None:
        cards.drop(work.db, reader.lane, [cards.leaving(case.id)])
    links = linked.seen(stands, officer) if officer else ()
    shown = card(replace(facts(stands, officer, known), links=links), room=officer is None)
    due = leaves_at(work, case)
    if cards.stands(work.db, reader.lane, slot):
        post(work, reader, shown, due_at=due if work.hers else work.now, slot=slot)
        return
    queued = cards.waiting(work.db, reader.lane, work.now)
    if officer and (case.officer_id not in (None, officer.id) or Status(case.status) not in OPEN):
        cards.drop(work.db, reader.lane, [slot])  # who never saw it need not
        return
    if slot in queued:
        post(work, reader, shown, due_at=due, slot=slot)
        return
    night = not batch.at_once(work) and _sleeps(work, case, zone_of_case(work.library, case))
    paged = cards.paged(work.db, reader.lane)
    if paged is not None or night or (due > work.now and len(queued) >= MOST):
        cards.drop(work.db, reader.lane, queued)
        after = due + batch.BATCH if night else due  # the digest takes its place, where there is one
        slot, due = paged or (cards.pager(due), after)
        post(work, reader, pager(work, reader), due_at=due, slot=slot)
        return
    post(work, reader, shown, due_at=due, slot=slot)


def pager(work: Work, reader: Reader) -> Say:
    """One letter for many new cases: how many wait when it leaves, and where the desk is seen."""
    count, officer = order.counted(batch.coming(work), reader.desk, reader.officer).free, reader.officer
    values: dict[str, Value] = {"desk": desk_word(work.library, reader.desk), "count": number(count)}
    return Say((Line("desk-pager" if officer else "desk-pager-room", values),))


def _withdraw(stands: Standing, reader: Reader, known: Card) -> None:
    """It offers nothing any more. In a room it is taken out, or says so where Telegram lets a bot take out no more.

    What she did shows with the next batch here, too: whoever makes her withdraw may not watch the card go.
    """
    work, case, slot = stands.work, stands.case, cards.slot_of(stands.case.id)
    cards.drop(work.db, reader.lane, [slot])
    told, due = gone(known), leaves_at(work, case) if work.hers else work.now
    if not cards.stands(work.db, reader.lane, slot):
        return
    if reader.officer is None:
        taken = Say(told.lines, protect=True, takes=slot)
        post(work, reader, taken, due_at=due, slot=cards.leaving(case.id))
    else:
        post(work, reader, told, due_at=due, slot=slot)


def _sleeps(work: Work, case: Case, zone: str) -> bool:
    """Night, but for the polling week, in which nothing waits."""
    day = work.at.astimezone(ZoneInfo(zone)).date()
    stage = stage_on(work.library.law.calendar, day, case.region)
    return asleep(work.at, zone) and not (stage and stage.key in ("quiet", "voting"))
