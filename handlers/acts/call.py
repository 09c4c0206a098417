"""She picks a time for a call, none of them, or lets go of the one that was agreed; who has the case hears."""

from __future__ import annotations

from bot.cases.appointment import key_of, moment_of
from bot.cases.deadline import reminders_by
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.message import Line, Make, Moment, Say, Value
from bot.flows import told
from bot.flows.call import NONE, Proposal, choice
from bot.talk.person import Act
from handlers import diary
from handlers.acts import added, standing
from handlers.asked import is_open
from handlers.casework import calls, hers
from handlers.casework.carry import moved_by
from handlers.casework.work import Standing
from handlers.tied import Tied, hold
from handlers.visit import Visit, zone_of_case
from storage import deadlines, events, handling, slots
from storage.cases import Case

CALL = "call"
"""The deadline of a call: due when it begins."""
LAST = {"call-unfit": "call-unfit-last", "call-none-left": "call-none-left-last"}
"""What she reads where no times suit -> where no others can be offered."""
KEEPS: Make = "buttons"
"""Screens to which an entry for a calendar is given. WhatsApp takes no such file (docs/adr/a-call-is-agreed.md)."""


def picked(visit: Visit, act: Act) -> None:
    """The time is hers, unless another has it by now: then she is shown what is left of the proposal.

    What she presses under a proposal that another has replaced answers none, but for a time that is in both.
    """
    case = visit.meant(act)
    if case is None:
        return
    case, tied = hold(visit.db, case.id, visit.known.language)
    proposal, key = calls.proposed(case, list(events.of(visit.db, case.id))), str(act.answers["pick"])
    row = allowed(LIVES[case.kind], Status(case.status), "unfit" if key == NONE else "pick", Role.CITIZEN)
    if not isinstance(row, Move) or proposal is None or not is_open(visit.db, case):
        at = slots.starts(visit.db, case.id)
        _over(visit, case, *(() if at and key == key_of(at) else (Line("call-offer-over"),)))
    elif act.answers.get("number") != str(proposal.seq) and key not in proposal.times:
        _replaced(visit, case, proposal)
    elif key == NONE:
        _none_fits(visit, case, tied, row, "call-unfit")
    elif key in proposal.times and _took(visit, case, tied, row, key):
        _agreed(visit, case)
    else:
        _others(visit, case, tied, proposal)


def offered(visit: Visit, act: Act) -> None:
    """The times once more, as they stand now."""
    case = visit.her_case(str(act.answers["case"]))
    if case is None:
        visit.say(Say((Line("no-case-here"),)))
    else:
        standing.asked(visit, case)


def unfit(visit: Visit, act: Act) -> None:
    """No time suits, and what she wrote about it goes along. Where they hold no more, it is added to the case."""
    case = visit.her_case(str(act.answers["case"]))
    if case is None:
        visit.say(Say((Line("no-case-here"),)))
        return
    case, tied = hold(visit.db, case.id, visit.known.language)
    proposal = calls.proposed(case, list(events.of(visit.db, case.id)))
    row = allowed(LIVES[case.kind], Status(case.status), "unfit", Role.CITIZEN)
    open_still = (
        proposal is not None and act.answers["number"] == str(proposal.seq) and is_open(visit.db, case)
    )
    if not isinstance(row, Move) or not open_still:
        added.add(visit, Act("add", act.answers, act.draft))
        return
    moved_by(visit.work, case, tied, row, Role.CITIZEN, {}, {"note": act.answers["note"]})
    hers.told(visit.work, case.id, "unfit-said")
    last = calls.is_last(Standing(visit.work, case))
    visit.say(
        Say((Line("call-unfit-last" if last else "call-unfit-said", {"ticket": case.ticket}),)), case=case
    )


def changed(visit: Visit, act: Act) -> None:
    """She asks for another time, or wants no call; the moment is another's from now on."""
    case = visit.meant(act)
    if case is None:
        return
    case, tied = hold(visit.db, case.id, visit.known.language)
    row = allowed(LIVES[case.kind], Status(case.status), "call_off", Role.CITIZEN)
    at = slots.starts(visit.db, case.id)
    if not isinstance(row, Move) or at is None or act.answers.get("at") != key_of(at):
        _over(visit, case, Line("call-over"))
        return
    wish = str(act.answers["call"])
    values: dict[str, Value] = {"at": Moment(at, zone_of_case(visit.library, case))}
    if wish == "other" and calls.is_last(Standing(visit.work, case)):
        lines = (Line("call-no-other", values), Line("call-cancels", only="numbers"))
        cancel = told.call_options(case.ticket, at)[1:]
        visit.say(Say(lines, cancel, draft=told.CASE), case=case)
        return
    moved_by(visit.work, case, tied, row, Role.CITIZEN, {"wish": wish})
    hers.told(visit.work, case.id, f"call-{wish}", values)
    lines = (
        Line(f"called-{wish}", {**values, "ticket": case.ticket}),
        Line("called-diary", join="run", only=KEEPS),
    )
    visit.say(Say(lines), case=case)


def hers_again(visit: Visit, case: Case) -> None:
    """She has proven that the chat is hers: she is told of a call that was called off meanwhile, and no other came."""
    told = [event for event in events.of(visit.db, case.id) if event.what in ("pick", "propose", "call_off")]
    if told and told[-1].data.get("why") == calls.PHONE:
        at = Moment(moment_of(str(told[-1].data["time"])), zone_of_case(visit.library, case))
        visit.say(Say((Line("call-parted", {"ticket": case.ticket, "at": at}),)), case=case)


def _over(visit: Visit, case: Case, *first: Line) -> None:
    """What she pressed under holds no more: what holds instead she reads, as soon as the letter about it may leave.

    Who presses the agreed time twice reads of it once more, and no `first` word.
    """
    if _is_unheard(visit, case):
        visit.say(Say((Line("call-replacing"),)), case=case)
    else:
        standing.shown(visit, case, *first)


def _replaced(visit: Visit, case: Case, proposal: Proposal) -> None:
    """Other times are offered by now."""
    if _is_unheard(visit, case):
        visit.say(Say((Line("call-replacing"),)), case=case)
        return
    gone = calls.gone(visit.db, case, proposal, visit.at)
    visit.say(choice(Line("call-replaced"), case.ticket, proposal, gone), case=case)


def _is_unheard(visit: Visit, case: Case) -> bool:
    return handling.unheard(visit.db, case.id, visit.now) is not None


def _took(visit: Visit, case: Case, tied: Tied | None, row: Move, key: str) -> bool:
    at = moment_of(key)
    if at <= visit.at or case.officer_id is None:
        return False
    if not slots.take(visit.db, case.id, case.officer_id, at, visit.now):
        return False
    moved_by(visit.work, case, tied, row, Role.CITIZEN, {"time": key})
    deadlines.start(visit.db, case.id, CALL, at, case.desk)
    _count_missed(visit, case)
    return True


def _count_missed(visit: Visit, case: Case) -> None:
    """Reminders whose time was over when it was agreed are not told any more."""
    clock, zone = visit.library.law.clocks.by_id[CALL], zone_of_case(visit.library, case)
    for one in deadlines.of(visit.db, case.id):
        if (one.why, one.state) == (CALL, "open"):
            deadlines.remind(visit.db, one, reminders_by(clock, one.due_at, visit.at, zone))


def _agreed(visit: Visit, case: Case) -> None:
    slot = slots.of(visit.db, case.id)
    assert slot is not None
    values: dict[str, Value] = {"at": Moment(slot.starts_at, zone_of_case(visit.library, case))}
    hers.told(visit.work, case.id, "picked", values)
    lines = (Line("call-agreed", {**values, "ticket": case.ticket}), Line("call-change", only="numbers"))
    visit.say(Say(lines, told.call_options(case.ticket, slot.starts_at), draft=told.CASE), case=case)
    entry = (Line("call-diary"), Line("call-title", join="run"))
    visit.say(Say(entry, file=diary.named(slot, visit.at), only=KEEPS), case=case)


def _none_fits(visit: Visit, case: Case, tied: Tied | None, row: Move, said: str) -> None:
    moved_by(visit.work, case, tied, row, Role.CITIZEN, {})
    last = calls.is_last(Standing(visit.work, case))
    hers.told(visit.work, case.id, "unfit-last" if last else "unfit")
    visit.say(Say((Line(LAST[said] if last else said, {"ticket": case.ticket}),)), case=case)


def _others(visit: Visit, case: Case, tied: Tied | None, proposal: Proposal) -> None:
    """That time is gone: the others, or where none is left her officer proposes anew."""
    gone = calls.gone(visit.db, case, proposal, visit.at)
    row = allowed(LIVES[case.kind], Status(case.status), "unfit", Role.CITIZEN)
    if gone == set(proposal.times) and isinstance(row, Move):
        _none_fits(visit, case, tied, row, "call-none-left")
        return
    visit.say(choice(Line("call-taken"), case.ticket, proposal, gone), case=case)
