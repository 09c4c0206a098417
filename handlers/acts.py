"""What a finished interview or a word asks for, done in the turn's own transaction: consent, filing, adding."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from bot.cases import deadline
from bot.cases.lifecycle import Status
from bot.cases.ticket import receipt as drawn_receipt
from bot.cases.ticket import ticket as drawn_ticket
from bot.conversation.asking import scene_of
from bot.conversation.draft import Draft
from bot.conversation.message import Line, Say
from bot.flows import told
from bot.flows.reader import route_of, zone_of
from bot.flows.report import REPORT
from bot.flows.welcome import CONSENT_VERSION
from bot.talk.person import Act
from handlers.visit import Visit
from storage import cases, deadlines, events, evidence, pace, people
from storage.cases import Filing
from storage.ulid import ulid

CASES_A_DAY = pace.Rate(timedelta(days=1) / 5, burst=5)
WHO_SHE_IS = frozenset({"name", "phone"})


def consent(visit: Visit, act: Act) -> None:
    """Record the press: which text, when, where (UU 27/2022)."""
    words, channel = visit.library.words, visit.known.channel
    language = visit.person.language or visit.known.language
    text = "\n".join(words.text(language, key, channel=channel) for key in ("ask-consent", "ask-consented"))
    digest = sha256(text.encode()).hexdigest()
    people.consent(visit.db, visit.lane, version=CONSENT_VERSION, text_hash=digest, channel=channel, at=visit.at)


def report(visit: Visit, act: Act) -> None:
    """File the report.

    1. Five a day from one chat; the sixth stays an unfinished report.
    2. Route it, draw its number and code, make the case of the draft's dossier, start our own promise to write.
    3. Tie it to this chat, or, if she wants no news, only until her last letter has left.
    """
    draft = act.draft
    assert draft is not None
    if pace.allow(visit.db, f"cases:{visit.lane}", CASES_A_DAY, visit.now):
        visit.person = replace(visit.person, drafts=(*visit.person.drafts, draft))
        visit.say(Say((Line("too-many-cases"),)))
        return
    scene = scene_of(REPORT, draft, visit.heard, visit.sight)
    route, zone, answers = route_of(scene), zone_of(scene), draft.answers
    receipt = drawn_receipt(visit.draw(16))
    case_id = ulid(visit.at, visit.draw(10))
    silent = answers["identity"] == "silent"
    day = date.fromisoformat(answers["day"])
    filing = Filing(
        ticket=_free_ticket(visit),
        receipt=receipt,
        kind="violation",
        offence=answers.get("matter") or answers["offence"],
        accused_kind=answers["kind"],
        region=(answers.get("where") or {}).get("region") or "",
        desk=route.desk,
        audience="province" if answers.get("province") else "",
        identity_level="anonymous" if silent else answers["identity"],
        learned_on=day,
        happened_on=_day(answers.get("happened")) if "happened" in answers else day,
        content=_content(draft),
        identity={name: answers[name] for name in WHO_SHE_IS & answers.keys()},
    )
    files = [{"id": row.id, "sha256": row.sha256} for row in evidence.of(visit.db, visit.dossiers[draft.id].id)]
    routed = {
        "desk": route.desk, "office": route.office, "agency": route.agency, "formal": route.formal_possible,
        "files": [file for file in files if file["sha256"]],
    }  # fmt: skip
    dossier = visit.dossiers[draft.id]
    case = cases.file(visit.db, visit.keys, case_id, filing, dossier, Status.WAITING.value, visit.at, routed)
    visit.filed.add(draft.id)
    deadlines.start(visit.db, case.id, "news", deadline.news_due(visit.library.law, visit.at, zone))
    cases.tie(
        visit.db, visit.keys, case.id, lane=visit.lane, channel=visit.known.channel, address=visit.address, at=visit.at
    )
    *letters, last = told.filed(visit.facts(case), receipt, silent=silent)
    for say in letters:
        visit.say(say, case=case)
    visit.say(last, case=case, last=silent)
    if visit.make == "numbers" and not silent:
        sent = Draft("sent", ulid(visit.at, visit.draw(10)), {"case": case.ticket})
        visit.person = replace(visit.person, drafts=(*visit.person.drafts, sent))


def add(visit: Visit, act: Act) -> None:
    """More evidence, or a note, for a case of this chat."""
    assert act.draft is not None
    case = visit.her_case(str(act.answers["case"]))
    if case is None:
        visit.say(Say((Line("no-case-here"),)))
        return
    held = REPORT.evidence.held(act.answers) if REPORT.evidence else {"files": ()}
    note = act.answers.get("note")
    if not held["files"] and not note:
        visit.say(Say((Line("added-nothing", {"ticket": case.ticket}),)))
        return
    dossier = cases.dossier_of(visit.db, visit.keys, case)
    if act.draft.id in visit.dossiers:
        evidence.move(visit.db, visit.keys, visit.dossiers[act.draft.id], dossier)
    captions = {file["id"]: file["caption"] for file in held["files"] if file["caption"]}
    events.append(
        visit.db, case.id, what="added", by="citizen", at=visit.at, data={"files": [f["id"] for f in held["files"]]},
        secret={"note": note, "captions": captions}, dossier=dossier,
    )  # fmt: skip
    visit.say(Say((Line("added", {"ticket": case.ticket}),)), case=case)


def arrival(visit: Visit, act: Act) -> None:
    """A file of a filed case came in, or could not be had."""
    row = evidence.by_id(visit.db, str(act.answers["evidence"]))
    case = cases.by_dossier(visit.db, row.dossier_id) if row else None
    if row is None or case is None:
        return
    if act.answers["stored"]:
        data = {"files": [{"id": row.id, "sha256": row.sha256}]}
        events.append(visit.db, case.id, what="evidence_stored", by="citizen", at=visit.at, data=data)
    tie = cases.tied_to(visit.db, case.id)
    if tie is None or tie[0] != visit.lane:
        return
    if act.answers["stored"]:
        count = sum(one.state == "stored" for one in evidence.of(visit.db, case.dossier_id))
        line = Line("arrival-stored", {"ticket": case.ticket, "count": count})
        visit.say(Say((line,), draft=case.ticket, slot="late"), case=case)
    else:
        visit.say(Say((Line(f"evidence-not-{act.answers['reason'] or 'network'}"),)), case=case)


def edited(visit: Visit, act: Act) -> None:
    """A message she changed after sending: both versions are kept, as a note."""
    ref = str(act.answers["ref"])
    for case in cases.of_lane(visit.db, visit.lane):
        content = cases.content_of(visit.db, visit.keys, case)
        question = (content or {}).get("said", {}).get(ref)
        if content is None or question is None:
            continue
        secret = {"question": question, "before": content["answers"].get(question), "after": act.answers["text"]}
        dossier = cases.dossier_of(visit.db, visit.keys, case)
        events.append(visit.db, case.id, what="edited", by="citizen", at=visit.at, secret=secret, dossier=dossier)
        visit.say(Say((Line("edit-noted", {"ticket": case.ticket}),)), case=case)
        return


def _free_ticket(visit: Visit) -> str:
    while cases.ticket_is_taken(visit.db, ticket := drawn_ticket(visit.draw(16))):
        pass
    return ticket


def _content(draft: Draft) -> dict[str, Any]:
    """What she wrote, as it is sealed: answers by name, captions by file, which message gave which answer."""
    held = REPORT.evidence.held(draft.answers) if REPORT.evidence else {"files": ()}
    captions = {file["id"]: file["caption"] for file in held["files"] if file["caption"]}
    left_out = WHO_SHE_IS | {"evidence"}
    answers = {name: value for name, value in draft.answers.items() if name not in left_out}
    return {"answers": answers, "captions": captions, "said": dict(draft.said)}


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
