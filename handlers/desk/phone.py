"""An officer's chat: enrolled by a code, buttons of cards and of the desk. What may be done is asked of casework."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from bot.cases.lifecycle import Role
from bot.cases.lives import LIVES
from bot.conversation.message import Line, Option, Say, Value, Word
from bot.flows.kinds import KINDS
from bot.flows.officer_card import DESK, Card, button, state
from bot.flows.officer_desk import LOOKS, opened
from bot.flows.officer_look import GUARDED
from bot.flows.officer_seat import DOORS
from bot.flows.reader import desk_word
from bot.talk.person import Act
from handlers.casework import batch, may, moves, undo
from handlers.casework.work import Moved, Notice, Refused, Standing, Waiting, Work
from handlers.civil import asleep
from handlers.desk import alike, cards, gone, group, interview, screens, sealed, seats, today
from handlers.visit import STAYS, Visit, zone_of_case
from storage import boards, cases, desks, handling, readers, rooms
from storage.cases import Case
from storage.desks import Officer
from storage.ulid import ulid

AT_ONCE = frozenset({"take", "give_back", "recuse"})
"""Moves that ask nothing more."""
HANDS = frozenset({"ask", "assign", "give_back"})
"""Moves after which the case waits for somebody else, which is told."""
NEXT = {
    Role.AUDITOR: "officer-next-looks", Role.GUARDIAN: "officer-next-looks", Role.ADMIN: "officer-next-runs",
}  # fmt: skip
"""What who does not act on cases reads when they are enrolled."""
AS_GONE = frozenset({"gone", "barred", "left"})
"""Refusals that are told alike, so that nobody learns what lies at another desk, or whose case it is."""
NOT_NOW = frozenset({"unknown", "status", "role", "power", "kind", "most"})


def enrol(visit: Visit, act: Act) -> None:
    """Make this chat the officer's that the code was meant for. Used, expired and never given are told alike."""
    if visit.known.channel not in visit.office.enrols:
        visit.say(Say((Line("officer-elsewhere"),)))
        return
    fresh = ulid(visit.at, visit.draw(10))
    found = desks.enrol(
        visit.db, visit.keys, str(act.answers["code"]), id=fresh, lane=visit.lane, channel=visit.known.channel,
        address=visit.address, now=visit.now,
    )  # fmt: skip
    if not isinstance(found, Officer):
        visit.say(Say((Line("officer-slow" if found == "slow" else "officer-wrong"),)))
        return
    values: dict[str, Value] = {"name": found.name, "desk": desk_word(visit.library, found.desk)}
    room = rooms.of_desk(visit.db, found.desk)
    in_room = room is not None and room.channel == found.channel
    after = Line(NEXT.get(found.role, "officer-next-room" if in_room else "officer-next"))
    visit.say(Say((Line("officer-welcome", values), after, Line("officer-care"))))
    pin = not in_room and found.channel not in STAYS
    if visit.officer is not None:
        gone.cleared(visit.work, visit.officer, keeps=today.PINNED if pin else "")
    today.page(visit, found, pin=pin)
    boards.stale(visit.db, found.desk, visit.now)


def listed(visit: Visit, act: Act) -> None:
    """MEJA."""
    if visit.officer is not None:
        today.page(visit, visit.officer)


def which(visit: Visit, act: Act) -> None:
    """A number that may mean one of these cases: each can be opened."""
    if visit.officer is not None:
        today.which(visit, visit.officer, act.answers["tickets"])


def pressed(visit: Visit, act: Act) -> None:
    """A button: the sender of the press is the officer, the case must lie where the button says."""
    action, step = str(act.answers["action"]), int(act.answers["step"])
    officer = visit.officer
    if officer is None:
        visit.say(Say((Line("old-button"),)))
        return
    if action == "list":
        today.next_page(visit, officer, act.answers)
        return
    if action == "room":
        group.invite(visit, officer)
        return
    if action in DOORS:
        seats.pressed(visit, officer, act)
        return
    case = cases.by_ticket(visit.db, str(act.answers["ticket"]))
    if case is None or (case.desk != act.answers["desk"] and action != "undo"):
        refused(visit, officer, Refused("gone"))
    elif action == "open":
        open_desk(visit, officer, Standing(visit.work, case))
    elif action in TWO or action in AT_ONCE or action == "undo":
        answered(visit, officer, _done(visit.work, officer, case, step, action))
    elif (told := _begun(visit, officer, case, step, action)) is not None:
        refused(visit, officer, told)


def _begun(visit: Visit, officer: Officer, case: Case, step: int, action: str) -> Refused | None:
    """A look, which is shown; what is alike, gathered; or a form, whose first question is asked."""
    if action == alike.GATHER:
        return alike.gathered(visit, officer, case, step)
    if action in LOOKS:
        look = sealed.begin if action in GUARDED else screens.look
        return look(visit, officer, case, action)
    return interview.begin(visit, officer, case, step, action)


def found(visit: Visit, act: Act) -> None:
    """A number that an officer typed: the case, where they may know of it."""
    officer = visit.officer
    case = cases.by_ticket(visit.db, str(act.answers["ticket"]))
    stands = Standing(visit.work, case) if case else None
    if officer is None or stands is None or may.knows(stands, officer) is not None:
        own = Line("desk-or-status", {"ticket": str(act.answers["ticket"])})
        visit.say(Say((Line("desk-refused-gone"), own)))
        return
    open_desk(visit, officer, stands)


def submitted(visit: Visit, act: Act) -> None:
    """A finished form: made, unless something has changed since it was opened."""
    officer = visit.officer
    case = cases.by_ticket(visit.db, str(act.answers["about"]))
    if officer is None or case is None or case.desk != act.answers["at"]:
        visit.say(Say((Line("desk-refused-gone"),)))
        return
    given = interview.given(visit, case, act.answers)
    step, key = int(act.answers["step"]), str(act.answers["move"])
    answered(visit, officer, moves.move(visit.work, officer, case.id, step, key, given))


def reasoned(visit: Visit, act: Act) -> None:
    """A guardian has said why."""
    told = sealed.submitted(visit, act)
    officer = visit.officer
    if told is not None:
        refused(visit, officer, told) if officer else visit.say(Say((Line("desk-refused-gone"),)))


def answered(visit: Visit, officer: Officer, done: Moved | Waiting | Refused) -> None:
    """What came of it, for the one who did it; the cards are drawn already."""
    if isinstance(done, Refused):
        refused(visit, officer, done)
        return
    if isinstance(done, Waiting):
        visit.say(Say((Line("desk-proposed", {"ticket": done.case.ticket}),), protect=True))
        return
    if done.move == "take":
        open_desk(visit, officer, done.stands, undoable=done.until is not None)
        return
    card = cards.facts(done.stands, officer)
    values: dict[str, Value] = {"ticket": card.ticket, "state": state(card)}
    lines = [_told(officer, done, values)]
    lines += [Line("desk-may-undo")] if done.until is not None else []
    visit.say(_with(tuple(lines), _undo(card) if done.until is not None else ()))


def _told(officer: Officer, done: Moved, values: Mapping[str, Value]) -> Line:
    """How the case stands now; of one that left this officer's desk only that."""
    if done.move == "recuse":
        return Line("desk-recused", values)
    seen = may.knows(done.stands, officer) is None
    if not seen:
        return Line("desk-left", values)
    if done.move != "undo" and (done.move in HANDS or not _stays(done)):
        return Line("desk-done", values)
    who = KINDS[done.case.kind].who
    return Line("desk-done-now", {**values, "did": Word(f"desk-did-{done.move}", {"who": who})})


def _stays(done: Moved) -> bool:
    """Whether how the case stands tells nothing of the move: it stands as before."""
    return any(row.key == done.move and row.to is None for row in LIVES[done.case.kind].moves)


def open_desk(visit: Visit, officer: Officer, stands: Standing, *, undoable: bool = False) -> None:
    """The case in private: only what this officer may look at and do."""
    told = may.knows(stands, officer)
    if told is not None:
        refused(visit, officer, told)
        return
    card = cards.facts(stands, officer)
    proposal = handling.proposed(visit.db, stands.case)
    waits = proposal.move if proposal else ""
    second = bool(proposal and proposal.officer_id != officer.id)
    say = opened(card, screens.offered(stands, officer), waits, second=second)
    undoing = _undo(card) if undoable or undo.offered(stands, officer) else ()
    rows = " | ".join(filter(None, (say.rows, " ".join(option.key for option in undoing))))
    shown = Say(say.lines, (*say.options, *undoing), draft=DESK, rows=rows, protect=True)
    visit.say(shown, slot=screens.slot_of(visit))


def refused(visit: Visit, officer: Officer, told: Refused) -> None:
    """Why not, in a sentence; who has it now, where this officer may know of the case."""
    reason = "gone" if told.reason in AS_GONE else "not-now" if told.reason in NOT_NOW else told.reason
    stands = Standing(visit.work, told.case) if told.case else None
    if reason in ("stale", "taken") and stands is not None and may.knows(stands, officer) is None:
        card = cards.facts(stands, officer)
        values: dict[str, Value] = {"ticket": card.ticket, "state": state(card)}
        visit.say(_with((Line("desk-stale", values),), (button("open", card, "card-open"),)))
        return
    if reason == "needs":
        pieces = " ".join(told.missing)
        visit.say(Say((Line("desk-refused-needs", {"pieces": pieces}),)))
        return
    if reason in ("stale", "taken"):
        reason = "not-now"
    visit.say(Say((Line(f"desk-refused-{reason}"),)))


def notice(work: Work, case: Case, told: Notice) -> None:
    """Tell the officers of a desk something, by day, with the way to the case where they may open it.

    Nobody hears of a case of their own, or of one they are close to.
    """
    stands = batch.drawn(Standing(work, case))
    work, sleep = stands.work, asleep(work.at, zone_of_case(work.library, case))
    due = cards.leaves_at(work, case) if work.hers or sleep else work.now
    readers.lock(work.db, {case.desk, told.desk}, {case.officer_id or "", told.to}, work.chat)
    for officer in _audience(work, told):
        one = told.count == 1
        opens = one and may.knows(stands, officer) is None
        if one and (stands.close.bars(officer) or not (opens or told.beyond)):
            continue
        options: tuple[Option, ...] = ()
        if opens:
            options = (button("open", cards.facts(stands, officer), "card-open"),)
        say = _with((Line(f"notice-{told.key}", {"who": KINDS[case.kind].who, **told.values}),), options)
        cards.post(work, cards.Reader.of(officer), say, due_at=due)


def _audience(work: Work, told: Notice) -> Sequence[Officer]:
    """One officer, wherever they sit, or those of the desk with such a role."""
    if told.to:
        one = desks.by_id(work.db, work.keys, told.to)
        return [one] if one is not None and one.left_at is None else []
    found = desks.officers_of(work.db, work.keys, told.desk, told.roles)
    return [officer for officer in found if officer.id != told.but]


def _done(work: Work, officer: Officer, case: Case, step: int, action: str) -> Moved | Waiting | Refused:
    if action == "undo":
        return undo.undo(work, officer, case.id, step)
    if action in TWO:
        return TWO[action](work, officer, case.id, step)
    return moves.move(work, officer, case.id, step, action)


def _undo(card: Card) -> tuple[Option, ...]:
    return (button("undo", card, "desk-undo"),)


def _with(lines: tuple[Line, ...], options: tuple[Option, ...]) -> Say:
    return Say(lines, options, draft=DESK if options else "", protect=True)


TWO: Mapping[str, Callable[[Work, Officer, str, int], Moved | Waiting | Refused]] = {
    "confirm": moves.confirm, "decline": moves.decline,
}  # fmt: skip
"""What a second officer may answer to a move that waits."""
