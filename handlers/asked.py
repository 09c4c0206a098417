"""Questions of officers that wait for her answer, and what is done with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.draft import Draft
from bot.conversation.evidence import POST
from bot.conversation.message import Line, Say
from bot.flows.answer import ANSWER, FILES, words_of
from bot.talk.person import Act
from handlers import acts_added
from handlers.acts import captions_of, posts_of, said_in
from handlers.casework import hers
from handlers.casework.carry import moved_by
from handlers.tied import hold
from handlers.visit import Visit
from storage import cases, deadlines, events, evidence, handling
from storage.cases import Case
from storage.keys import Keys


def waiting(
    db: Session, keys: Keys, hers: Sequence[Case], begun: Sequence[Draft], now: datetime
) -> Iterator[Draft]:
    """A draft for each question that she was asked and has not begun to answer, the oldest case first."""
    under_way = {draft.answers.get("case") for draft in begun if draft.form == ANSWER.name}
    for case in sorted(hers, key=lambda one: one.id):
        if case.ticket not in under_way and is_open(db, case) and not _on_its_way(db, case, now):
            question = asked_of(db, keys, case)
            if question is not None:
                seq, said = question
                known = {"case": case.ticket, "question": said}
                yield Draft(ANSWER.name, f"q{seq}{case.ticket.replace('-', '')}", known)


def is_open(db: Session, case: Case) -> bool:
    """Whether an answer is waited for."""
    return any((one.why, one.state) == ("answer", "open") for one in deadlines.of(db, case.id))


def asked_of(db: Session, keys: Keys, case: Case) -> tuple[int, dict[str, str]] | None:
    """The last question: the number of its event, and a ready one's key or the officer's words. None: erased."""
    found = [event for event in events.of(db, case.id) if event.what == "ask"]
    if not found:
        return None
    last = found[-1]
    if "question" in last.data:
        return last.seq, {"ready": str(last.data["question"])}
    secret = events.secret_of(last, case.id, cases.dossier_of(db, keys, case))
    return None if secret is None else (last.seq, {"own": str(secret["question"])})


def answered(visit: Visit, act: Act) -> None:
    """She answers, or would rather not: the case goes on, and who has it hears. After the time it is an addition."""
    assert act.draft is not None
    case = visit.her_case(str(act.answers["case"]))
    if case is None:
        visit.say(Say((Line("no-case-here"),)))
        return
    said, held = words_of(act.answers), FILES.held(act.answers)
    given = bool(said or held["files"])
    case, tied = hold(visit.db, case.id, visit.known.language)
    row = allowed(LIVES[case.kind], Status(case.status), "answer" if given else "skip", Role.CITIZEN)
    if not is_open(visit.db, case) or not isinstance(row, Move):
        _too_late(visit, act, case, said, given=given)
        return
    source, target = visit.dossiers.get(act.draft.id), cases.dossier_of(visit.db, visit.keys, case)
    if source is not None and target.wrapped_content is not None:
        evidence.move(visit.db, visit.keys, source, target)
    files = [file["id"] for file in held["files"] if file["kind"] != POST]
    heard = dict.fromkeys(
        (ref for ref, name in act.draft.said.items() if name in ("reply", "evidence")), "note"
    )
    told = heard | said_in(act.draft, held, ())
    secret = {"note": said, "captions": captions_of(held), "posts": posts_of(held), "said": told}
    moved_by(visit.work, case, tied, row, Role.CITIZEN, {"files": files}, secret if given else None)
    hers.told(visit.work, case.id, "answered" if given else "skipped")
    visit.say(Say((Line("answered" if given else "answer-skipped", {"ticket": case.ticket}),)), case=case)


def _too_late(visit: Visit, act: Act, case: Case, said: str, *, given: bool) -> None:
    if not given:
        visit.say(Say((Line("answer-skipped", {"ticket": case.ticket}),)), case=case)
        return
    answers: dict[str, Any] = {**act.answers, "note": said}
    acts_added.add(visit, Act("add", answers, act.draft))


def _on_its_way(db: Session, case: Case, now: datetime) -> bool:
    """Whether the question has not left yet: an officer may still take it back."""
    undo = handling.undo_of(db, case.id)
    return undo is not None and undo.step == case.step and now < undo.until_at
