"""A case that grows out of another case of hers: begun from it, filed beside it, each knowing of the other.

1. *Begin*: her answers are carried into the form of the new case, and its files are shared with it; nothing moves yet.
2. *Send*: the new case says what it grew from, the old one's history what grew out of it; a consultation ends with it.
Only a case that is tied to this very chat can grow: one whose tie was cut stays cut. What she did not choose for the
new case is not in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.cases.lifecycle import Move, Role, Status, allowed
from bot.cases.lives import LIVES
from bot.conversation.draft import Draft
from bot.conversation.evidence import POST
from bot.conversation.message import Line, Say
from bot.flows import told
from bot.flows.growing import GROWN, GROWTHS, Growth, files_kept, fitting, growth_into, growths_of
from bot.flows.kinds import BY_FORM, KINDS
from bot.flows.told import Facts
from bot.talk.growing import begun, go_on_with, grow
from bot.talk.person import Act
from handlers.casework import hers, linked
from handlers.casework.carry import moved_by, record
from handlers.casework.work import Standing
from handlers.tied import hold
from handlers.visit import Visit
from storage import cases, events, sharing
from storage.cases import Case
from storage.keys import Dossier

GONE = frozenset({Status.WITHDRAWN, Status.ERASED})
"""Where nothing is carried on: she has taken it back."""


def ways(visit: Visit, case: Case) -> tuple[Growth, ...]:
    """What can grow out of it now: each once, and nothing that it grew from itself."""
    taken = {one.kind for _, one in linked.kin(Standing(visit.work, case))}
    return tuple(
        one for one in growths_of(case.kind) if BY_FORM[one.into].life.kind not in taken and _may(case, one)
    )


def with_ways(visit: Visit, case: Case, facts: Facts) -> Facts:
    """With what can grow out of it, where she asks in its own chat."""
    return replace(facts, grows=tuple(one.key for one in ways(visit, case)))


def begin(visit: Visit, act: Act) -> None:
    """Open the form with what fits. Pressed again it leads to what she has begun, or says what became of the case."""
    growth, ticket = GROWTHS[act.name], str(act.answers["case"])
    case = visit.meant(act)
    if case is None:
        return
    draft = begun(visit.person, growth, ticket)
    if draft is not None:
        visit.lead(go_on_with(visit.person, draft, visit.heard, visit.sight))
        return
    case, _ = hold(visit.db, case.id, visit.known.language)
    content = cases.content_of(visit.db, visit.keys, case)
    if growth not in ways(visit, case) or content is None:
        visit.say(Say((Line("growing-not", {"ticket": ticket}),)))
        visit.say(told.status(with_ways(visit, case, visit.facts(case)), here=True))
        return
    dossier = cases.dossier_of(visit.db, visit.keys, case)
    form = BY_FORM[growth.into].form
    answers = fitting(form, {**content["answers"], **(cases.identity_of(visit.db, visit.keys, case) or {})})
    ids, files = _files(visit, case, dossier, content)
    answers |= files_kept(form, *files)
    visit.lead(grow(visit.person, growth, ticket, answers, visit.heard, visit.sight))
    if ids:
        visit.shares[visit.heard.fresh] = (dossier, ids)


def source(visit: Visit, draft: Draft) -> Case | None:
    """The case that this draft grew from, held; None where it grew from none, or from one that she let go of."""
    case = visit.her_case(str(draft.answers[GROWN])) if GROWN in draft.answers else None
    if case is None:
        return None
    case, _ = hold(visit.db, case.id, visit.known.language)
    growth = growth_into(case.kind, draft.form)
    return case if growth is not None and growth in ways(visit, case) else None


def grown(visit: Visit, source: Case, case: Case, *, silent: bool) -> None:
    """Both know of each other, and she reads it. `silent`: with that letter the old tie is cut too."""
    growth = growth_into(source.kind, KINDS[case.kind].form.name)
    assert growth is not None
    record(visit.work, case, "grown", Role.CITIZEN, {"ticket": source.ticket})
    _, tied = hold(visit.db, source.id, visit.known.language)
    row = allowed(LIVES[source.kind], Status(source.status), growth.move, Role.CITIZEN)
    if isinstance(row, Move):
        moved_by(visit.work, source, tied, row, Role.CITIZEN, {"ticket": case.ticket})
        hers.told(visit.work, source.id, "raised")
    else:
        record(visit.work, source, growth.noted, Role.CITIZEN, {"ticket": case.ticket})
        hers.seen(visit.work, source.id)
    line = Line(f"grown-{growth.key}", {"ticket": source.ticket, "new": case.ticket})
    visit.say(Say((line,)), case=source, last=silent)


def _may(case: Case, growth: Growth) -> bool:
    if not growth.move:
        return Status(case.status) not in GONE
    row = allowed(LIVES[case.kind], Status(case.status), growth.move, Role.CITIZEN)
    return isinstance(row, Move)


def _files(
    visit: Visit, case: Case, dossier: Dossier, content: Mapping[str, Any]
) -> tuple[dict[str, str], tuple[dict[str, str], dict[str, str]]]:
    """Stored files and forwarded texts: old id -> new id; of the new ids their kinds, and what she wrote under them."""
    captions: dict[str, str] = dict(content.get("captions", {}))
    for event in events.of(visit.db, case.id):
        captions |= (events.secret_of(event, case.id, dossier) or {}).get("captions", {})
    rows = sharing.stored(visit.db, case.dossier_id)
    ids = {row.id: f"{visit.heard.fresh}f{number}" for number, row in enumerate(rows)}
    kinds = {ids[row.id]: row.kind for row in rows}
    said = {ids[file]: text for file, text in captions.items() if file in ids}
    for number, text in enumerate(content.get("posts", ())):
        post = f"{visit.heard.fresh}p{number}"
        kinds[post], said[post] = POST, text
    return ids, (kinds, said)
