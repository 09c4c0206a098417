"""What waits for her, such as a question of the officers, and what is done with her answer to one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.cases.appointment import key_of
from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.draft import Draft
from bot.conversation.evidence import POST
from bot.conversation.form import Form
from bot.conversation.message import Line, Say
from bot.flows.answer import ANSWER, FILES, words_of
from bot.flows.call import CALL, PICK, Proposal
from bot.flows.follow import FOLLOW, RATE
from bot.talk.person import Act
from handlers.acts import added, named
from handlers.acts.filing import captions_of, posts_of, said_in
from handlers.casework import calls, hers, high
from handlers.casework.abreast import waited
from handlers.casework.carry import moved_by
from handlers.hearing import Hearing, call_of, heard
from handlers.tied import hold
from handlers.visit import Visit
from storage import cases, deadlines, events, evidence, unread
from storage.cases import Case
from storage.events import Event
from storage.keys import Keys


def waiting(
    db: Session,
    keys: Keys,
    lane: str,
    hers: Sequence[Case],
    begun: Sequence[Draft],
    now: datetime,
    said_at: datetime | None,
) -> Iterator[Draft]:
    """A draft for everything that waits for her and she has not begun, the oldest case first.

    said_at   when she wrote: what she had not read then, she does not answer; None for a press on what she read
    """
    under_way = {(draft.form, draft.answers.get("case")) for draft in begun}
    for case in sorted(hers, key=lambda one: one.id):
        if not any(one.why in WAITS for one in deadlines.of(db, case.id)):
            continue
        told = heard(db, case, now)
        running = [one.why for one in told.deadlines if one.state == "open" and one.why in WAITS]
        if not running or (said_at is not None and unread.of_case(db, lane, case.id, said_at)):
            continue
        for why in running:
            draft = WAITS[why](db, keys, told)
            if draft is not None and (draft.form, case.ticket) not in under_way:
                yield draft


def _question(db: Session, keys: Keys, told: Hearing) -> Draft | None:
    proposal = calls.proposed(told.case, told.events)
    if proposal is not None:
        return _draft(
            PICK, told.case, f"p{proposal.seq}",
            number=str(proposal.seq), times=list(proposal.times), zone=proposal.zone,
        )  # fmt: skip
    found = asked_of(db, keys, told.case, told.events)
    if found is None:
        return None
    seq, said = found
    return _draft(ANSWER, told.case, f"q{seq}", question=said)


def _follow(db: Session, keys: Keys, told: Hearing) -> Draft | None:
    return _draft(FOLLOW, told.case, f"f{told.case.step}")


def _call(db: Session, keys: Keys, told: Hearing) -> Draft | None:
    at = call_of(db, told)
    return None if at is None else _draft(CALL, told.case, f"c{told.case.step}", at=key_of(at))


def _rating(db: Session, keys: Keys, told: Hearing) -> Draft | None:
    return _draft(RATE, told.case, f"r{told.case.step}")


def _draft(form: Form, case: Case, start: str, **known: Any) -> Draft:
    return Draft(form.name, f"{start}{case.ticket.replace('-', '')}", {"case": case.ticket, **known})


WAITS: Mapping[str, Callable[[Session, Keys, Hearing], Draft | None]] = {
    "answer": _question, "follow_up": _follow, "call": _call, "rating": _rating,
}  # fmt: skip
"""A clock of hers that runs -> the interview that waits in her chat."""


def is_open(db: Session, case: Case) -> bool:
    """Whether an answer is waited for."""
    return any((one.why, one.state) == ("answer", "open") for one in deadlines.of(db, case.id))


def asked_of(
    db: Session, keys: Keys, case: Case, happened: Sequence[Event]
) -> tuple[int, dict[str, str]] | None:
    """The last question among what happened, and was not taken back: the number of its event, and a ready one's key or
    the officer's words. None: erased.
    """
    last = _last(happened, "ask")
    if last is None:
        return None
    if "question" in last.data:
        return last.seq, {"ready": str(last.data["question"])}
    secret = events.secret_of(last, case.id, cases.dossier_of(db, keys, case))
    return None if secret is None else (last.seq, {"own": str(secret["question"])})


def waits_for(
    db: Session, keys: Keys, case: Case, now: datetime
) -> tuple[dict[str, str] | Proposal, datetime] | None:
    """What the officers ask and is open, a question or times for a call, and by when it may be answered; as far as she
    has heard.
    """
    told = heard(db, case, now)
    due = told.due("answer")
    if due is None:
        return None
    if proposal := calls.proposed(told.case, told.events):
        return proposal, due
    found = asked_of(db, keys, case, told.events)
    return None if found is None else (found[1], due)


def advice_of(db: Session, keys: Keys, case: Case, now: datetime) -> str:
    """The last answer of the officers to her question that she has heard; "" where there is none, or it was erased."""
    found = _last(heard(db, case, now).events, "advise")
    if found is None:
        return ""
    secret = events.secret_of(found, case.id, cases.dossier_of(db, keys, case)) or {}
    return str(secret.get("advice", ""))


def _last(happened: Sequence[Event], what: str) -> Event | None:
    """The last event of that name whose move was not taken back."""
    undone = {event.data.get("of") for event in happened if event.what == "undo"}
    return next((one for one in reversed(happened) if one.what == what and one.seq not in undone), None)


def answered(visit: Visit, act: Act) -> None:
    """She answers, or would rather not: the case goes on, and who has it hears. After the time it is an addition."""
    assert act.draft is not None
    case = visit.meant(act)
    if case is None:
        return
    said, held = words_of(act.answers), FILES.held(act.answers)
    given = bool(said or held["files"])
    case, tied = hold(visit.db, case.id, visit.known.language)
    row = allowed(LIVES[case.kind], Status(case.status), "answer" if given else "skip", Role.CITIZEN)
    if not is_open(visit.db, case) or not isinstance(row, Move) or _is_older(visit, case, act):
        _too_late(visit, act, case, said, given=given)
        return
    source, target = visit.dossiers.get(act.draft.id), cases.dossier_of(visit.db, visit.keys, case)
    if source is not None and target.wrapped_content is not None:
        evidence.move(visit.db, visit.keys, source, target)
    files = [file["id"] for file in held["files"] if file["kind"] != POST]
    words = dict.fromkeys(
        (ref for ref, name in act.draft.said.items() if name in ("reply", "evidence")), "note"
    )
    told = words | said_in(act.draft, held, ())
    secret = {"note": said, "captions": captions_of(held), "posts": posts_of(held), "said": told}
    words_told = (said, *captions_of(held).values())
    if named.named(visit, case, *words_told):
        waited(visit.work, case, high.lifts(visit.work, case))
    case = moved_by(visit.work, case, tied, row, Role.CITIZEN, {"files": files}, secret if given else None)
    visit.say(Say((Line("answered" if given else "answer-skipped", {"ticket": case.ticket}),)), case=case)
    named.looked(visit, case, *words_told)
    hers.told(visit.work, case.id, "answered" if given else "skipped")


def _too_late(visit: Visit, act: Act, case: Case, said: str, *, given: bool) -> None:
    if not given:
        visit.say(Say((Line("answer-skipped", {"ticket": case.ticket}),)), case=case)
        return
    answers: dict[str, Any] = {**act.answers, "note": said}
    added.add(visit, Act("add", answers, act.draft))


def _is_older(visit: Visit, case: Case, act: Act) -> bool:
    """Whether something else was asked since: that stays open, for she has not answered it."""
    found = asked_of(visit.db, visit.keys, case, tuple(events.of(visit.db, case.id)))
    return found is not None and "question" in act.answers and found[1] != act.answers["question"]
