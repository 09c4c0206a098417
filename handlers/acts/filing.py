"""What a finished interview or a word asks for, done in the turn's own transaction: consent, filing, adding."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from bot.cases.lifecycle import Status
from bot.cases.resemblance import marks
from bot.cases.ticket import receipt as drawn_receipt
from bot.cases.ticket import ticket as drawn_ticket
from bot.conversation.asking import scene_of
from bot.conversation.draft import Draft
from bot.conversation.evidence import POST
from bot.conversation.form import Form, path
from bot.conversation.message import Line, Say
from bot.flows.kinds import BY_FORM
from bot.flows.reader import region_of, route_of
from bot.flows.welcome import CONSENT_VERSION
from bot.talk.person import Act
from handlers import growing
from handlers.casework import batch, clocks
from handlers.casework.work import Standing
from handlers.tied import hold
from handlers.visit import Visit
from storage import cases, evidence, likeness, pace, people, readers, ties
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
    people.consent(
        visit.db, visit.lane, version=CONSENT_VERSION, text_hash=digest, channel=channel, at=visit.at
    )


def file(visit: Visit, act: Act) -> None:
    """Make a case of what she sent, of whichever kind its interview is.

    1. Five a day from one chat; the sixth stays unfinished.
    2. Route it, draw its number and code, make the case of the draft's dossier, start its clocks; its desk gets cards.
    3. Where it grew out of another case of hers, both say so, and that one moves.
    4. Tie it to this chat. If she wants no news it never is: with her last letter the chat itself is forgotten.
    Only what the way through the interview asks is filed: a name she gave before she chose to stay anonymous is not.
    """
    draft = act.draft
    assert draft is not None
    if pace.allow(visit.db, pace.of_lane("cases", visit.lane), CASES_A_DAY, visit.now):
        visit.person = replace(visit.person, drafts=(*visit.person.drafts, draft))
        visit.say(Say((Line("too-many-cases"),)))
        return
    kind = BY_FORM[draft.form]
    source = growing.source(visit, draft)
    answers = told_in(kind.form, draft)
    scene = scene_of(kind.form, replace(draft, answers=answers), visit.heard, visit.sight)
    about = kind.about(scene)
    route = route_of(scene, about)
    prior = answers.get("prior") or {}
    if prior and not _is_first(visit, prior):
        return
    if visit.officer is not None:  # whose own lane may be one of those that read of it
        readers.lock(visit.db, {route.desk}, chat=visit.lane)
    receipt = drawn_receipt(visit.draw(16))
    case_id = ulid(visit.at, visit.draw(10))
    identity = answers.get("identity", "open")  # not asked where she gave a number to be called at
    silent = identity == "silent"
    learned = _day(answers.get("day"))
    filing = Filing(
        ticket=_free_ticket(visit),
        receipt=receipt,
        kind=kind.life.kind,
        topic=about.topic,
        accused_kind=about.accused,
        region=region_of(scene),
        desk=route.desk,
        audience="province" if answers.get("province") else "",
        identity_level="anonymous" if silent else identity,
        learned_on=learned,
        happened_on=_day(answers.get("happened")) if "happened" in answers else learned,
        content=_content(kind.form, draft, answers, people.consent_of(visit.db, visit.lane), silent=silent),
        identity={name: answers[name] for name in WHO_SHE_IS & answers.keys()},
        high=about.high,
        grown_from=source.id if source else prior.get("case"),
        against=prior.get("against"),
    )
    files = [
        {"id": row.id, "sha256": row.sha256} for row in evidence.of(visit.db, visit.dossiers[draft.id].id)
    ]
    routed = {
        "desk": route.desk, "office": route.office, "agency": route.agency, "formal": route.formal_possible,
        "files": [file for file in files if file["sha256"]],
    }  # fmt: skip
    dossier = visit.dossiers[draft.id]
    case = cases.file(visit.db, visit.keys, case_id, filing, dossier, Status.WAITING.value, visit.at, routed)
    visit.filed.add(draft.id)
    if silent:
        evidence.untie(visit.db, case.id)
    else:
        ties.tie(
            visit.db, visit.keys, case.id,
            lane=visit.lane, channel=visit.known.channel, address=visit.address, at=visit.at,
        )  # fmt: skip
    likeness.keep(visit.db, visit.keys, case.id, marks(case.topic, case.region, case.happened_on, answers))
    clocks.first(visit.work, case)
    if source is not None:
        growing.grown(visit, source, case, silent=silent)
    *letters, last = kind.sent(visit.facts(case), receipt, silent)
    for say in letters:
        visit.say(say, case=case)
    visit.say(last, case=case, last=silent)
    # After her own letters: every transaction locks her lane before those of officers.
    visit.office.cards(Standing(batch.coming(visit.work), case), "")
    if visit.make == "numbers" and not silent:
        sent = Draft("sent", ulid(visit.at, visit.draw(10)), {"case": case.ticket})
        visit.person = replace(visit.person, drafts=(*visit.person.drafts, sent))


def _is_first(visit: Visit, prior: Mapping[str, Any]) -> bool:
    """Whether there is no complaint about this decision yet, also where two are sent at once; else she is told."""
    hold(visit.db, prior["case"], visit.known.language)
    made = cases.by_against(visit.db, prior["against"])
    if made is not None:
        visit.say(Say((Line("complaint-made", {"ticket": made.ticket}),)))
    return made is None


def _free_ticket(visit: Visit) -> str:
    while cases.ticket_is_taken(visit.db, ticket := drawn_ticket(visit.draw(16))):
        pass
    return ticket


def told_in(form: Form, draft: Draft) -> dict[str, Any]:
    """The answers that count: those of the questions that are asked, and the wishes of the review."""
    asked = {question.name for question in path(form, draft.answers)}
    offers = (
        {offer.name for offer in form.review.offers if offer.asked(draft.answers)} if form.review else set()
    )
    return {name: value for name, value in draft.answers.items() if name in asked | offers}


def _content(
    form: Form, draft: Draft, answers: Mapping[str, Any], consent: Mapping[str, str] | None, *, silent: bool
) -> dict[str, Any]:
    """What she wrote, as it is sealed: answers by name, captions by file, posts, and what she had agreed to.

    Which message gave which answer, and which albums something came of, by the channel's own names: while there is
    a chat that edits and late files can come from.
    """
    held = form.evidence.held(answers) if form.evidence else {"files": (), "albums": ()}
    left_out = WHO_SHE_IS | {"evidence"}
    return {
        "answers": {name: value for name, value in answers.items() if name not in left_out},
        "captions": captions_of(held),
        "posts": posts_of(held),
        "consent": consent,
        "albums": [] if silent else list(held["albums"]),
        "said": {} if silent else said_in(draft, held, answers.keys() - left_out),
    }


def said_in(draft: Draft, held: Mapping[str, Any], names: Collection[str]) -> dict[str, str]:
    """Which message of hers gave which of these answers, or came with which file: so that she may still edit it."""
    texts = {ref: name for ref, name in draft.said.items() if name in names}
    return texts | {f["ref"]: f["id"] for f in held["files"] if f.get("ref") and f["kind"] != POST}


def captions_of(held: Mapping[str, Any]) -> dict[str, str]:
    """What she wrote under each file, by its id."""
    return {f["id"]: f["caption"] for f in held["files"] if f["caption"] and f["kind"] != POST}


def posts_of(held: Mapping[str, Any]) -> list[str]:
    """The texts she forwarded."""
    return [f["caption"] for f in held["files"] if f["kind"] == POST]


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
