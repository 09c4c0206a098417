"""What is added to a filed case: notes, files, a message that was changed after sending."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.evidence import POST
from bot.conversation.message import Line, Say
from bot.flows.later import FILES
from bot.talk.person import Act
from handlers.acts import named
from handlers.acts.filing import WHO_SHE_IS, captions_of, posts_of, said_in
from handlers.casework import hers
from handlers.casework.carry import moved_by, record
from handlers.casework.work import Work
from handlers.tied import Tied, hold
from handlers.visit import Visit
from storage import cases, events, evidence, ties
from storage.cases import Case
from storage.keys import Dossier


def add(visit: Visit, act: Act) -> None:
    """More evidence, or a note, for a case of this chat."""
    assert act.draft is not None
    found = visit.her_case(str(act.answers["case"]))
    if found is None or cases.dossier_of(visit.db, visit.keys, found).wrapped_content is None:
        visit.say(Say((Line("no-case-here"),)))
        return
    case, tied = hold(visit.db, found.id, visit.known.language)
    held = _held(act.answers)
    if not held["files"] and not act.answers.get("note"):
        visit.say(Say((Line("added-nothing", {"ticket": case.ticket}),)))
        return
    keep(visit.work, case, tied, act, visit.dossiers.get(act.draft.id))
    visit.say(Say((Line("added", {"ticket": case.ticket}),)), case=case)
    named.looked(visit, case, act.answers.get("note"), *captions_of(held).values())
    hers.told(visit.work, case.id, "added")


def keep(work: Work, case: Case, tied: Tied | None, act: Act, source: Dossier | None) -> None:
    """Her files, which hang on `source`, become the case's, and what she wrote an event. The case must be held.

    Where the lifecycle says that her words move it (a talk goes on), it is a move. Raises Erased.
    """
    assert act.draft is not None
    held, dossier = _held(act.answers), cases.dossier_of(work.db, work.keys, case)
    if source is not None:
        evidence.move(work.db, work.keys, source, dossier)
    files = [file["id"] for file in held["files"] if file["kind"] != POST]
    secret = {
        "note": act.answers.get("note"), "captions": captions_of(held), "posts": posts_of(held),
        "said": said_in(act.draft, held, ("note",)),
    }  # fmt: skip
    row = allowed(LIVES[case.kind], Status(case.status), "add", Role.CITIZEN)
    if isinstance(row, Move) and row.to is not None:
        moved_by(work, case, tied, row, Role.CITIZEN, {"files": files}, secret)
    else:
        record(work, case, "added", Role.CITIZEN, {"files": files}, secret)


def late(visit: Visit, act: Act) -> None:
    """Files that were sent with a case that is filed already: they are fetched into its dossier."""
    assert act.draft is not None
    case = visit.her_case(str(act.answers["case"]))
    if case is None:
        return
    dossier = cases.dossier_of(visit.db, visit.keys, case)
    visit.dossiers[act.draft.id] = dossier
    files = list(act.answers["files"])
    captions = dict.fromkeys(files, act.answers["caption"]) if act.answers["caption"] else {}
    said = {visit.heard.ref: files[0]} if visit.heard.ref and files else {}
    secret: dict[str, Any] = {"note": None, "captions": captions, "posts": [], "said": said}
    _note(visit, case, "added", {"files": files}, secret, dossier)
    named.looked(visit, case, *captions.values())


def arrival(visit: Visit, act: Act) -> None:
    """A file of a filed case came in, or could not be had."""
    row = evidence.by_id(visit.db, str(act.answers["evidence"]))
    case = cases.by_dossier(visit.db, row.dossier_id) if row else None
    if row is None or case is None:
        return
    if act.answers["stored"]:
        data = {"files": [{"id": row.id, "sha256": row.sha256}]}
        events.append(visit.db, case.id, what="evidence_stored", by="citizen", at=visit.at, data=data)
    hers.seen(visit.work, case.id)
    tie = ties.tied_to(visit.db, case.id)
    if tie is None or not tie.is_hers(visit.lane):
        return
    if act.answers["stored"]:
        count = sum(one.state == "stored" for one in evidence.of(visit.db, case.dossier_id))
        line = Line("arrival-stored", {"ticket": case.ticket, "count": count})
        line = Line("arrival-quiet") if visit.known.locked else line
        visit.say(Say((line,), draft=case.ticket, slot="late"), case=case)
    else:
        visit.say(Say((Line(f"evidence-not-{act.answers['reason'] or 'network'}"),)), case=case)


def edited(visit: Visit, act: Act) -> None:
    """A message she changed after sending: a note with both versions. Not of who she is, for officers read notes."""
    ref = str(act.answers["ref"])
    for case in cases.of_lane(visit.db, visit.lane):
        told = _told_by(visit, case, ref)
        if told is None:
            continue
        if told["before"] == act.answers["text"]:
            return
        secret = {**told, "after": act.answers["text"]}
        _note(visit, case, "edited", None, secret, cases.dossier_of(visit.db, visit.keys, case))
        visit.say(Say((Line("edit-noted", {"ticket": case.ticket}),)), case=case)
        named.looked(visit, case, str(act.answers["text"]))
        hers.told(visit.work, case.id, "added")
        return
    visit.say(Say((Line("edit-unused"),)))


def _told_by(visit: Visit, case: Case, ref: str) -> dict[str, Any] | None:
    """What that message of hers told this case: the answer, note or file, by name, and the words it had."""
    content = cases.content_of(visit.db, visit.keys, case)
    if content is None:
        return None
    dossier = cases.dossier_of(visit.db, visit.keys, case)
    later = (events.secret_of(event, case.id, dossier) for event in events.of(visit.db, case.id))
    for held in (content, *filter(None, later)):
        name = held.get("said", {}).get(ref)
        if name is not None and name not in WHO_SHE_IS:
            words = {**held.get("answers", {}), **held.get("captions", {}), "note": held.get("note")}
            return {"question": name, "before": words.get(name)}
    return None


def _held(answers: Mapping[str, Any]) -> Mapping[str, Any]:
    return FILES.held(answers)


def _note(
    visit: Visit,
    case: Case,
    what: str,
    data: Mapping[str, Any] | None,
    secret: Mapping[str, Any],
    dossier: Dossier,
) -> None:
    events.append(
        visit.db, case.id, what=what, by="citizen", at=visit.at, data=data, secret=secret, dossier=dossier
    )
