"""What a question makes of an answer, and a whole turn of a message."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation.draft import Draft
from bot.conversation.message import Attachment, Line, Say


@dataclass(frozen=True, slots=True)
class Answer:
    """Understood: the value to keep.

    stay   the same question goes on (files are still coming)
    wants  files to fetch; drops: files to let go of
    """

    value: Any
    stay: bool = False
    wants: tuple[Attachment, ...] = ()
    drops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Half:
    """Half understood: kept as `pending` until she says which."""

    pending: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Missed:
    """Not understood. `line` helps better than the question's ordinary hint; a `calm` one does not count as a miss."""

    line: Line | None = None
    calm: bool = False


Outcome = Answer | Half | Missed


@dataclass(frozen=True, slots=True)
class Turn:
    """What a turn gives.

    wants, drops  files to fetch, files to let go of
    submitted     the interview is complete and sent
    """

    draft: Draft
    says: tuple[Say, ...] = ()
    wants: tuple[Attachment, ...] = ()
    drops: tuple[str, ...] = ()
    submitted: bool = False
