"""Answers not yet submitted. The place in the interview is not here: it is computed from the answers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

Answers = Mapping[str, Any]
"""Answers by question name; values are JSON (keys, texts, lists, small objects; None is "she does not know")."""


@dataclass(frozen=True, slots=True)
class Draft:
    """What one interview knows so far.

    answers     by question name
    revisiting  the question that back or edit opened again; "" when none
    misses      misunderstandings in a row at the current question
    pending     a half-understood answer waiting for a yes; `of` names its question
    said        which message of hers gave which answer, so that an edited message can replace it
    spoken      when she last spoke in it, ISO 8601 with zone; "" when that was not kept
    """

    form: str
    id: str
    answers: Answers = field(default_factory=dict)
    revisiting: str = ""
    misses: int = 0
    pending: Mapping[str, Any] | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    spoken: str = ""

    def __repr__(self) -> str:
        return f"Draft({self.form}, {self.id}, answered: {', '.join(self.answers) or 'nothing'})"


def dump(draft: Draft) -> str:
    return json.dumps(asdict(draft), ensure_ascii=False, separators=(",", ":"))


def revive(text: str) -> Draft:
    """Read a draft of any release: what it does not know is at rest, what we no longer know is left out."""
    stored = json.loads(text)
    known = {name: stored[name] for name in Draft.__dataclass_fields__ if name in stored}
    return Draft(**known)
