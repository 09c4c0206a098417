"""What an address brings to a turn: her open drafts, her cases, what she filed just now."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from bot.conversation.message import Option, Value
from bot.flows.kinds import KINDS
from bot.flows.welcome import CONSENT_VERSION
from bot.library import Library
from bot.talk.person import Filed, Person
from handlers.asked import waiting
from handlers.visit import zone_of_case
from storage import cards, cases, unread
from storage.cases import Case
from storage.desks import Officer
from storage.drafts import Open
from storage.keys import Keys
from storage.people import Known

ALONG = timedelta(minutes=30)
"""How long after a case was filed a file may still be one that was sent with it."""


def recall(
    db: Session,
    keys: Keys,
    library: Library,
    known: Known,
    before: Open,
    officer: Officer | None,
    at: datetime,
    now: datetime,
    said_at: datetime | None,
) -> Person:
    """The person behind an address. While the chat is locked she has no cases here.

    officer    who acts from this chat
    said_at    when her message came, in real time; None for a press, which means one screen and no other
    asked      only what she has heard of
    consented  only to the notice as it reads today: one that has changed is shown again
    """
    hers = cases.of_lane(db, known.lane)
    return Person(
        language=known.language,
        consented=known.consented == CONSENT_VERSION,
        drafts=before.under_way,
        kept=before.kept,
        cases=() if known.locked else tuple(_option(library, case) for case in hers),
        locked=known.locked,
        muted=known.muted,
        filed=_filed(db, keys, hers[0], at) if hers else None,
        asked=()
        if known.locked
        else tuple(waiting(db, keys, known.lane, hers, before.under_way, now, said_at)),
        news=said_at is not None and unread.let_go(db, known.lane, said_at),
        officer=officer is not None,
        screens=tuple(cards.on_screen(db, known.lane, said_at)) if officer and said_at else (),
    )


def _option(library: Library, case: Case) -> Option:
    day = case.filed_at.astimezone(ZoneInfo(zone_of_case(library, case))).date()
    values: dict[str, Value] = {
        "ticket": case.ticket,
        "topic": KINDS[case.kind].topic(library, case.topic),
        "day": day,
    }
    return Option(case.ticket, "case-title", values)


def _filed(db: Session, keys: Keys, case: Case, at: datetime) -> Filed | None:
    """Her newest case, while what was sent along with it may still be on its way."""
    if at - case.filed_at > ALONG:
        return None
    content = cases.content_of(db, keys, case) or {}
    return Filed(case.ticket, case.filed_at, frozenset(content.get("albums", ())))
