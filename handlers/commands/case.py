"""`saksi case list` and `saksi case show`: the contract with operators and with tests from outside (design.md §9)."""

from __future__ import annotations

import difflib
import json as written
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.cases.lifecycle import Status
from bot.cases.region_typed import find_typed
from bot.cases.routing import is_desk
from bot.cases.ticket import read_ticket
from bot.conversation.asking import HOME
from bot.library import Library
from handlers.stores import Stores
from storage import cases, deadlines, events, evidence, search
from storage.cases import Case
from storage.events import Event
from storage.evidence import Evidence
from storage.keys import Dossier, Erased
from storage.search import FIRST, Sought

PAGE = 500
ANY = Sought()
STATUSES = tuple(one.value for one in Status if one is not Status.UNFILED)


class NoCase(Exception):
    """There is no such case, or can be none; the sentence says why."""


def listed(
    stores: Stores, library: Callable[[], Library], sought: Sought = ANY, *, json: bool
) -> Iterator[str]:
    """The lines to print: one a case, or one JSON list. Raises NoCase where none can be, and CannotOpen.

    library   asked only where nothing is found: a desk that the law knows no more may still have cases
    """
    found = [_facts(one) for one in _all(stores, sought)]
    if not found and (sought.desk or sought.region or sought.topic):
        _known(library(), sought)
    if json:
        yield written.dumps(found, ensure_ascii=False, indent=1)
    elif not found:
        yield "There are no such cases." if sought.given else "There are no cases."
    else:
        yield from (
            "  ".join((one["ticket"], one["filed_at"][:16], one["status"], one["desk"])) for one in found
        )


def shown(stores: Stores, ticket: str, *, json: bool) -> str:
    """One case, its look recorded and committed before anything is opened. Raises NoCase."""
    read = read_ticket(ticket)
    if read is None:
        raise NoCase(f"{ticket!r} is not a ticket; one looks like K7M-4QX-3.")
    if read.wrong:
        raise NoCase(f"{read.ticket} is misread somewhere: its last character does not fit.")
    with stores.database.transaction() as db:
        case = cases.by_ticket(db, read.ticket)
        if case is None:
            raise NoCase(f"There is no case {read.ticket}.")
        events.append(
            db, case.id, what="seen", by="operator", at=stores.database.now(), data={"part": "case"}
        )
    with stores.database.reading() as db:
        told = _told(db, stores, case)
    return written.dumps(told, ensure_ascii=False, indent=1) if json else "\n".join(_lines(told))


def sought(*, since: datetime | None, until: datetime | None, **facts: str) -> Sought:
    """What is looked for; the days are those of the land's first zone, both of them included. Raises NoCase."""
    if (status := facts.get("status", "")) and status not in STATUSES:
        raise NoCase(f"{status!r} is no status of a case. There are: {', '.join(STATUSES)}.")
    zone = ZoneInfo(HOME)
    return Sought(
        **facts,
        since_at=since.replace(tzinfo=zone) if since else None,
        until_at=(until + timedelta(days=1)).replace(tzinfo=zone) if until else None,
    )


def _known(library: Library, sought: Sought) -> None:
    """Raises NoCase where the law or the land knows no such desk, place or topic, with what to write instead."""
    law, land = library.law, library.land
    topics = {one.key for one in law.catalogue.offences} | {one.key for one in law.catalogue.topics}
    if sought.desk and not is_desk(law, land, sought.desk):
        agencies = ", ".join(one.key for one in law.agencies.rows if not one.successor)
        raise NoCase(
            f"{sought.desk!r} is no desk, and no case lies there. One is an agency of the law with an office there: "
            f"bkn, bawaslu:74, bawaslu:74.07. The agencies: {agencies}."
        )
    if sought.region and land.region(sought.region) is None:
        near = find_typed(land, sought.region)
        found = [near.sure] if near.sure else list(near.choices)
        meant = ", ".join(f"{one.code} {land.title(one.code)}" for one in found)
        hint = f"Did you mean {meant}?" if meant else "A code of Kemendagri is needed, such as 74 or 74.07."
        raise NoCase(f"{sought.region!r} is no region, and no case is about it. {hint}")
    if sought.topic and sought.topic not in topics:
        near_topic = difflib.get_close_matches(sought.topic, sorted(topics), n=1)
        hint = f"Did you mean {near_topic[0]}?" if near_topic else f"There are: {', '.join(sorted(topics))}."
        raise NoCase(f"{sought.topic!r} is no offence and no topic, and no case is about it. {hint}")


def _all(stores: Stores, sought: Sought) -> Iterator[Case]:
    before = FIRST
    while True:
        with stores.database.reading() as db:
            page = search.page(db, sought, before=before, most=PAGE)
        if not page:
            return
        yield from page
        before = page[-1].id


def _facts(case: Case) -> dict[str, str]:
    return {
        "ticket": case.ticket,
        "kind": case.kind,
        "status": case.status,
        "desk": case.desk,
        "filed_at": case.filed_at.isoformat(),
    }


def _told(db: Session, stores: Stores, case: Case) -> dict[str, Any]:
    dossier = cases.dossier_of(db, stores.keys, case)
    content = cases.content_of(db, stores.keys, case) or {}
    identity = cases.identity_of(db, stores.keys, case) or {}
    return {
        "ticket": case.ticket,
        "kind": case.kind,
        "status": case.status,
        "desk": case.desk,
        "region": case.region,
        "filed_at": case.filed_at.isoformat(),
        "answers": {**content.get("answers", {}), **identity},
        "evidence": [_file(one, dossier) for one in evidence.of(db, case.dossier_id)],
        "events": [_event(one) for one in events.of(db, case.id)],
        "deadlines": [
            {"due": one.due_at.isoformat(), "why": one.why, "state": one.state}
            for one in deadlines.of(db, case.id)
        ],
    }


def _file(one: Evidence, dossier: Dossier) -> dict[str, Any]:
    try:
        name = evidence.name_of(one, dossier)
    except Erased:
        name = ""
    return {
        "id": one.id,
        "name": name,
        "type": one.type,
        "bytes": one.size,
        "sha256": one.sha256,
        "state": one.state,
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "seq": event.seq,
        "at": event.at.isoformat(),
        "what": event.what,
        "by": event.by,
        "data": dict(event.data),
    }


def _lines(told: Mapping[str, Any]) -> Iterator[str]:
    """The same for eyes."""
    yield f"{told['ticket']}  {told['kind']}, {told['status']}, at {told['desk']}, region {told['region'] or 'unknown'}"
    yield f"filed {told['filed_at']}"
    yield "\nAnswers"
    yield from (f"  {name}: {_plain(value)}" for name, value in told["answers"].items())
    yield "\nEvidence"
    for one in told["evidence"]:
        size = f"{one['bytes']} bytes  {one['sha256']}" if one["sha256"] else ""
        yield f"  {one['id']}  {one['state']}  {one['type']}  {size}  {_plain(one['name'])}".rstrip()
    yield "\nEvents"
    for one in told["events"]:
        data = _plain(one["data"]) if one["data"] else ""
        yield f"  {one['seq']:>3}  {one['at']}  {one['what']} by {one['by']}  {data}".rstrip()
    yield "\nDeadlines"
    yield from (f"  {one['due']}  {one['why']}  {one['state']}" for one in told["deadlines"])


def _plain(value: object) -> str:
    """Hostile text must not steer a terminal: what is not printable is shown as a dot."""
    text = value if isinstance(value, str) else written.dumps(value, ensure_ascii=False)
    return "".join(letter if letter.isprintable() or letter == "\n" else "·" for letter in text)
