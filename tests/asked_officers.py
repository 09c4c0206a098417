"""Every key of officers' words that the code puts together: cards, the desk, what is opened, the form of a move."""

from __future__ import annotations

from functools import cache
from typing import get_args

from bot.cases.law import FOLDER, load_law
from bot.cases.lifecycle import Role, Status
from bot.cases.lives import LIVES
from bot.cases.stage import STAGES
from bot.flows.growing import GROWTHS
from bot.flows.kinds import KINDS, Kind
from bot.flows.officer import EVERY_REASON, OTHER, OUTCOMES, READ
from bot.flows.officer_desk import ELSEWHERE, LOOKS
from handlers.casework import alike
from handlers.casework.release import Why
from handlers.casework.work import Reason
from handlers.desk import history
from handlers.desk.phone import AS_GONE, NOT_NOW
from storage.desk_tables import ROLES

ON_CARDS = frozenset({"take", "forward", "recuse", "open", "give_back"})
LINKS = {f"{side}-{key}" for side in ("from", "into") for key in GROWTHS}
"""How a card names another case of hers."""
EVERY_MOVE = tuple(row for table in LIVES.values() for row in table.moves)
DATED = ("letter", "register", "find")
"""Variants of the one question that is never asked without."""
NOTICES = ("recused", "answered", "skipped", "second")
TOLD_OTHERWISE = frozenset({"stale", "taken", "needs", "slow"})


@cache
def families() -> dict[str, frozenset[str]]:
    """What the code writes as an f-string -> the keys that have to be there for it."""
    law = load_law(FOLDER)
    moves = {f"desk-do-{kind.named(key)}" for kind in KINDS.values() for key in _made(kind) - ELSEWHERE}
    reasons = {f"reason-{key}" for key in (*EVERY_REASON, OTHER)}
    refused = set(get_args(Reason)) - AS_GONE - NOT_NOW - TOLD_OTHERWISE | {"gone", "not-now"}
    found = {
        "desk-{name}": frozenset({"desk-story", "desk-asks"}),
        "seat-do-{key}": {"seat-do-invite", "seat-do-seats", "seat-do-trail"},
        "seat-do-{TRAIL}": {"seat-do-trail"},
        "seat-did-{one.what}": {f"seat-did-{what}" for what in ("invited", "enrolled", "left")},
        "seat-role-{role}": {f"seat-role-{role}" for role in ROLES},
        "card-stage-{facts.stage}": {f"card-stage-{stage}" for stage in STAGES},
        "card-stage-{stage.key}": {f"card-stage-{stage}" for stage in STAGES},
        "card-status-{facts.status}": {
            f"card-status-{status}" for status in Status if status is not Status.UNFILED
        },
        "card-{key}": {f"card-{key}" for key in ON_CARDS}
        | {f"card-{side}-{key}" for side in ("from", "into") for key in GROWTHS},
        "kind-{case.accused_kind}.short": {f"kind-{kind.key}.short" for kind in law.catalogue.accused},
        "desk-do-{called(key)}": moves,
        "desk-do-{called(waits)}": moves,
        "desk-do-{kind.named(str(answers['move']))}": moves,
        "card-source-{facts.kind}": {f"card-source-{kind}" for kind in KINDS},
        "card-due-{facts.kind}": {f"card-due-{kind}" for kind in KINDS},
        "who-{facts.kind}": {f"who-{kind}" for kind in KINDS},
        "who-{self.life.kind}": {f"who-{kind}" for kind in KINDS},
        "outcome-{value}": {f"outcome-{key}" for key in OUTCOMES},
        "outcome-{public['outcome']}": {f"outcome-{key}" for key in OUTCOMES},
        "desk-read-{name}": {f"desk-read-{name}" for name in (*READ, "grade")},
        "grade-{value}": {f"grade-{key}" for key in ("moral", "ringan", "sedang", "berat", "ptdh")},
        "desk-see-{called(key)}": {f"desk-see-{kind.named(key)}" for kind in KINDS.values() for key in LOOKS},
        "desk-{key}": {"desk-confirm", "desk-decline"},
        "desk-refused-{reason}": {f"desk-refused-{key}" for key in refused},
        "question-{value['ready']}": {f"question-{key}" for kind in KINDS.values() for key in kind.ready},
        "notice-{told.key}": {f"notice-{key}" for key in NOTICES},
        "desk-file-{fault.reason}": {
            f"desk-file-{why}" for why in ("erased", "lost", "away", "elsewhere", "long")
        },
        "alike-{one.why[0]}": {f"alike-{reason}" for reason in alike.REASONS},
        "file-kind-{kind}": {f"file-kind-{kind}" for kind in "image pdf video sound office text".split()},
        "file-note-{why}": {f"file-note-{why}" for why in "voice large coming none".split()},
        "reason-{data['reason']}": reasons,
        "question-{data['question']}": {f"question-{key}" for kind in KINDS.values() for key in kind.ready},
        "grade-{data['grade']}": {f"grade-{key}" for key in ("moral", "ringan", "sedang", "berat", "ptdh")},
        "desk-did-opened-{event.data['what']}": {
            f"desk-did-opened-{part}" for part in ("story", "evidence", "identity", "original")
        },
        "desk-did-return-{event.data['why']}": {f"desk-did-return-{why}" for why in get_args(Why)},
        "sum-{name}": {f"sum-{name}" for name in history.WROTE},
        "reason-{key}": reasons,
        "reason-{value}": reasons,
    }
    return {written: frozenset(keys) for written, keys in found.items()}


def _made(kind: Kind) -> set[str]:
    """Moves of officers."""
    return {row.key for row in kind.life.moves if row.by & {Role.OFFICER, Role.SUPERVISOR}}


@cache
def optional() -> dict[str, frozenset[str]]:
    """What has happened to a case, as far as officers read of it."""
    whats = {row.key for row in EVERY_MOVE}
    more = (
        "filed added evidence_stored withdrawn erased proposed declined undo joined grown consulted".split()
    )
    known = frozenset(f"desk-did-{what}" for what in whats.union(more))
    return {"desk-did-{event.what}": known, "desk-did-{done.move}": known}
