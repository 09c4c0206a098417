"""What is sealed, opened by the guardian of identities: pressed for, a reason given, looked at, gone again."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from bot.conversation.message import Line, Say
from bot.flows.officer_look import GUARDED, LOOK
from bot.talk.interview import start
from bot.talk.person import Act
from handlers.casework import looks, may
from handlers.casework.work import Refused
from handlers.copies import named
from handlers.desk import files, screens
from handlers.visit import Visit
from storage import cases
from storage.cases import Case
from storage.desks import Officer


def begin(visit: Visit, officer: Officer, case: Case, what: str) -> Refused | None:
    """Ask why, and of several files which. Nothing is asked where it would be refused."""
    refused = screens.allowed(visit.work, officer, case, what)
    if refused is not None:
        return refused
    told: dict[str, Any] = {"what": what, "about": case.ticket, "at": case.desk}
    lines: tuple[Line, ...] = ()
    if what == "original":
        rows = files.numbered(visit.work, case)
        told |= {"files": [number for number, _ in rows]} | (
            {"numbered": rows[0][0]} if len(rows) == 1 else {}
        )
        lines = tuple(files.listed(number, row) for number, row in rows)
    begun = start(visit.person, LOOK.name, visit.heard, visit.sight, *lines, answers=told)
    visit.person = begun.person
    for step in begun.steps:
        if isinstance(step, Say):
            visit.say(step)
    return None


def submitted(visit: Visit, act: Act) -> Refused | None:
    """Open it, unless something has changed since it was asked for."""
    officer = visit.officer
    case = cases.by_ticket(visit.db, str(act.answers["about"]))
    if officer is None or case is None or case.desk != act.answers["at"]:
        return Refused("gone")
    if refused := may.opens(visit.work, officer, case, GUARDED[str(act.answers["what"])]):
        return refused
    shows = _original if act.answers["what"] == "original" else _name
    letters = shows(visit, officer, case, act)
    if isinstance(letters, Refused):
        return letters
    screens.show(visit, list(letters))
    return None


def _name(visit: Visit, officer: Officer, case: Case, act: Act) -> Iterator[screens.Letter] | Refused:
    identity = looks.identity(visit.work, officer, case.id, str(act.answers["why"]))
    if isinstance(identity, Refused):
        return identity
    values = {"name": str(identity.get("name") or "-"), "phone": str(identity.get("phone") or "-")}
    return iter([(Line("desk-sealed", values),)])


def _original(visit: Visit, officer: Officer, case: Case, act: Act) -> Iterator[screens.Letter] | Refused:
    rows = dict(files.numbered(visit.work, case))
    number = int(act.answers["numbered"])
    if number not in rows:
        return Refused("erased")
    row = looks.original(visit.work, officer, case.id, rows[number].id, str(act.answers["why"]))
    if isinstance(row, Refused):
        return row
    head = Line("desk-original", {"number": number, "hash": row.sha256})
    return iter([Say((head,), file=named(row, original=True))])
