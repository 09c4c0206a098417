"""What comes after filing: status, withdrawing, erasing, a new code; from her chat, or with number and code."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.cases.lifecycle import Status
from bot.cases.ticket import receipt as drawn_receipt
from bot.conversation.asking import HOME
from bot.conversation.message import Line, Moment, Say, Value
from bot.flows import told
from bot.flows.later import ELSEWHERE
from bot.flows.welcome import WELCOME
from bot.talk.growing import without
from bot.talk.person import Act
from handlers import crossing, endings
from handlers.acts import call, standing
from handlers.casework import hers
from handlers.tied import look, push
from handlers.visit import Visit, zone_of_case
from storage import cases, deadlines, events, pace, people, ties
from storage.cases import Case

WRONG_TRIES = pace.Rate(timedelta(hours=1) / 5, burst=5)
FROM_ELSEWHERE = timedelta(hours=48)
"""How long a withdrawal or erasure asked for from another chat waits, so that the tied chat can stop it."""
BACKUPS = timedelta(days=35)
EVERY = 1_000
"""Cases of one chat, where each counts; a screen offers nine."""


def status(visit: Visit, act: Act) -> None:
    case = proven(visit, act)
    if case is None:
        return
    standing.shown(visit, case, here=_is_here(visit, case))


def withdraw(visit: Visit, act: Act) -> None:
    """In her chat at once; from another after 48 hours, and her chat is told."""
    case = proven(visit, act)
    if case is None or _already(visit, case):
        return
    if _is_tied_elsewhere(visit, case):
        _wait(visit, case, "withdraw")
        return
    endings.withdraw(visit.db, case, by="citizen", at=visit.at)
    _last(visit, case, Say((Line("withdrawn", {"ticket": case.ticket}),)))
    hers.told(visit.work, case.id, "withdrawn")


def erase(visit: Visit, act: Act) -> None:
    """Destroy what she wrote and sent; the number, the offence, the area and the dates stay."""
    case = proven(visit, act)
    if case is None or _already(visit, case, "erased"):
        return
    if _is_tied_elsewhere(visit, case):
        _wait(visit, case, "erase")
        return
    endings.erase(visit.db, case, by="citizen", at=visit.at, now=visit.now)
    visit.person = without(visit.person, case.ticket)
    gone = (visit.at + BACKUPS).astimezone(ZoneInfo(HOME)).date()
    _last(visit, case, Say((Line("erased", {"ticket": case.ticket, "backup": gone}),)))
    hers.told(visit.work, case.id, "erased")


def newcode(visit: Visit, act: Act) -> None:
    """A new code for a case of this chat; the old one dies."""
    case = visit.meant(act)
    if case is None:
        return
    receipt = drawn_receipt(visit.draw(16))
    cases.new_receipt(visit.db, visit.keys, case, receipt)
    events.append(visit.db, case.id, what="new_receipt", by="citizen", at=visit.at)
    visit.say(told.code(case.ticket, receipt), case=case)


def leave(visit: Visit, act: Act) -> None:
    """Stop what another chat asked for."""
    if crossing.stopped(visit):
        visit.say(Say((Line("cross-stopped"),)))
        return
    stopped = [case for case in cases.of_lane(visit.db, visit.lane, EVERY) if _stop_waiting(visit, case)]
    for case in stopped:
        events.append(visit.db, case.id, what="kept", by="citizen", at=visit.at)
        visit.say(Say((Line("kept-after-all", {"ticket": case.ticket}),)), case=case)
    if not stopped:
        visit.say(Say((Line("nothing-to-keep"),)))


def proven(visit: Visit, act: Act) -> Case | None:
    """The case she speaks of: one of this chat, or one whose number and code she gave.

    Five wrong tries an hour, for a chat and for a number; unknown and wrong are answered alike.
    """
    if act.answers["case"] != ELSEWHERE:
        return visit.meant(act)
    ticket, receipt = str(act.answers["ticket"]), str(act.answers["receipt"])
    buckets = (pace.of_lane("tries", visit.lane), f"tries:{visit.keys.index('ticket:' + ticket)}")
    if not all(pace.room(visit.db, bucket, WRONG_TRIES, visit.now) for bucket in buckets):
        visit.say(Say((Line("receipt-slow"),)))
        return None
    case = cases.by_ticket(visit.db, ticket)
    if case is not None and visit.keys.proves(receipt, ticket, case.receipt_hash):
        _hers_again(visit, case)
        return case
    for bucket in buckets:
        pace.spend(visit.db, bucket, WRONG_TRIES, 1, visit.now)
    visit.say(Say((Line("receipt-wrong", {"what": act.name}),)))
    return None


def _hers_again(visit: Visit, case: Case) -> None:
    """Her receipt opens what was held in this chat. What she agreed to holds again: the notice waits for no yes."""
    if not ties.release(visit.db, visit.lane, case.id):
        return
    visit.say(Say((Line("hers-again"),)))
    call.hers_again(visit, case)
    if people.come_back(visit.db, visit.lane):
        drafts = tuple(draft for draft in visit.person.drafts if draft.form != WELCOME.name)
        visit.person, visit.goes_on = replace(visit.person, consented=True, drafts=drafts), False


def _already(visit: Visit, case: Case, *final: str) -> bool:
    """Nothing is left to do: she is told where the case stands."""
    over = final or (Status.WITHDRAWN.value, Status.ERASED.value)
    if case.status not in over:
        return False
    visit.say(told.status(visit.facts(case), here=False))
    return True


def _stop_waiting(visit: Visit, case: Case) -> bool:
    ended = [deadlines.end(visit.db, case.id, why, "cancelled") for why in ("withdraw", "erase")]
    return any(ended)


def _is_here(visit: Visit, case: Case) -> bool:
    tie = ties.tied_to(visit.db, case.id)
    return tie is not None and tie.is_hers(visit.lane)


def _is_tied_elsewhere(visit: Visit, case: Case) -> bool:
    """Another chat is told of it and can stop it. A locked chat that gave number and code is her chat all the same."""
    return ties.tied_to(visit.db, case.id) is not None and not _is_here(visit, case)


def _wait(visit: Visit, case: Case, why: str) -> None:
    """Asked for from another chat: it waits, and the tied chat is told, once."""
    waiting = [one.due_at for one in deadlines.of(visit.db, case.id) if (one.why, one.state) == (why, "open")]
    due = waiting[0] if waiting else visit.at + FROM_ELSEWHERE
    values: dict[str, Value] = {"ticket": case.ticket, "at": Moment(due, zone_of_case(visit.library, case))}
    if not waiting:
        deadlines.start(visit.db, case.id, why, due)
        events.append(visit.db, case.id, what=f"{why}_asked", by="citizen", at=visit.at)
        _, tied = look(visit.db, case.id, visit.known.language)
        if tied is not None and tied.hears:
            line = Line(f"{why}-asked", values)
            push(visit.db, visit.keys, case, tied, line, due_at=visit.now, now=visit.now)
    visit.say(Say((Line(f"{why}-waits", values),)))


def _last(visit: Visit, case: Case, say: Say) -> None:
    """Answer; with the last letter to the tied chat the tie is cut."""
    here = _is_here(visit, case)
    visit.say(say, case=case if here else None, last=here)
