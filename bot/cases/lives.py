"""The kinds of case there are, and the life of each."""

from __future__ import annotations

from collections.abc import Mapping

from bot.cases.complaint import COMPLAINT
from bot.cases.consultation import CONSULTATION
from bot.cases.lifecycle import Status, Table
from bot.cases.violation import VIOLATION

LIVES: Mapping[str, Table] = {table.kind: table for table in (VIOLATION, CONSULTATION, COMPLAINT)}
"""By the kind that a case is stored with."""
OPEN: frozenset[Status] = frozenset().union(*(table.open for table in LIVES.values()))
"""Where a desk owes something, whatever kind of case it is."""
