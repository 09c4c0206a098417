"""Cards in an officer's chat: those of a batch that has not left, what stands for many, and what a number may mean."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlmodel import Session

from bot.flows.officer_card import Shown, carried
from storage import lanes
from storage.sql import query, run, sql

CARD = "card:"
PAGER = "pager"
WORKED_ON = timedelta(minutes=30)
"""How long a screen that was worked on may be meant, although something newer has come."""
LATELY = timedelta(days=1)
"""How long it may be meant where nothing has."""

_WAITING = query(
    "SELECT id, slot, due_at FROM outbox WHERE lane = :lane AND state = 'due'"
    f" AND {lanes.OPEN} AND due_at > :now AND slot LIKE 'card:%' ORDER BY id",
    "due_at",
)
_PAGED = query(
    f"SELECT slot, due_at FROM outbox WHERE lane = :lane AND state = 'due' AND {lanes.OPEN} AND slot LIKE 'pager%'"
    f" AND reason <> '{lanes.HELD}' ORDER BY id LIMIT 1",
    "due_at",
)
_BEFORE = query(
    "SELECT max(received_at) AS before_at FROM inbox WHERE lane = :lane AND ref IS NOT NULL AND received_at < :said_at",
    "before_at",
)
_SHOWN = query(
    "SELECT offers, rank, sent_at FROM outbox WHERE lane = :lane AND provider_ref IS NOT NULL AND offers <> ''"
    " AND state = 'sent' AND sent_at > :after_at AND sent_at <= :said_at ORDER BY sent_at, id",
    "sent_at",
)
_LEAVING = sql(
    f"SELECT offers FROM outbox WHERE lane = :lane AND {lanes.OPEN} AND state <> 'due' AND rank = 0 AND offers <> ''"
    " AND made_at <= :said_at UNION ALL SELECT offers FROM outbox WHERE lane = :lane AND provider_ref IS NOT NULL"
    " AND state = 'sent' AND rank = 0 AND offers <> '' AND made_at <= :said_at AND sent_at > :said_at"
)
_OFFERED = sql(
    "SELECT offers FROM outbox WHERE lane IN :lanes AND provider_ref IS NOT NULL AND offers <> ''"
    " AND sent_at >= :since_at AND (rank = 0 OR slot = 'board' AND made_at < :begun_at)"
)
_STANDS = sql(
    "SELECT 1 FROM outbox WHERE lane = :lane AND slot = :slot AND provider_ref IS NOT NULL UNION ALL"
    f" SELECT 1 FROM outbox WHERE lane = :lane AND slot = :slot AND {lanes.OPEN} AND state <> 'due' LIMIT 1"
)
_SHOWS = "(slot LIKE 'card:%' OR slot LIKE 'pager%' OR slot LIKE 'detail:%' OR slot LIKE 'screen:%' OR slot = 'board')"
_OF_DESK = sql(
    f"SELECT slot FROM outbox WHERE lane = :lane AND provider_ref IS NOT NULL AND {_SHOWS} UNION"
    f" SELECT slot FROM outbox WHERE lane = :lane AND {lanes.OPEN} AND {_SHOWS}"
)
_DROP = sql(f"DELETE FROM outbox WHERE lane = :lane AND {lanes.OPEN} AND state = 'due' AND slot IN :slots")


def slot_of(case: str) -> str:
    """The slot of a case's card, in every chat that has one."""
    return f"{CARD}{case}"


def leaving(case: str) -> str:
    """The slot of the letter by which that card is taken out of a room: it leaves no more where the card is back."""
    return f"leaving:{case}"


def waiting(db: Session, lane: str, now: datetime) -> Sequence[str]:
    """Slots of the cards of this chat that wait for their batch."""
    return [row.slot for row in run(db, _WAITING, {"lane": lane, "now": now})]


def pager(at: datetime) -> str:
    """The slot of a letter that stands for many cards and leaves then: the next rings again, and edits none before."""
    return f"{PAGER}:{at:%m%d%H%M}"


def paged(db: Session, lane: str) -> tuple[str, datetime] | None:
    """The slot of the one letter that stands for many cards, and when it leaves; None when none waits."""
    row = run(db, _PAGED, {"lane": lane}).one_or_none()
    return None if row is None else (row.slot, row.due_at)


def on_screen(db: Session, lane: str, said_at: datetime) -> list[Shown]:
    """The screens that a number may mean which an officer wrote at that time.

    The answer to what was written before; else, for a while, the screen before that. And what came unasked since:
    where there is any of it, one number may mean several things, and must be asked about. So it does while an answer
    was on its way: it may be read before we know that it was sent.
    """
    before = run(db, _BEFORE, {"lane": lane, "said_at": said_at}).scalar_one()
    shown = run(db, _SHOWN, {"lane": lane, "after_at": said_at - LATELY, "said_at": said_at})
    since = [row for row in shown if before is None or row.sent_at > before]
    came = [Shown(tuple(row.offers.split()), came=True) for row in since if row.rank]
    answers = [Shown(tuple(row.offers.split()), answer=True) for row in since if not row.rank]
    old = [
        Shown(tuple(row.offers.split()))
        for row in shown
        if row not in since and (not came or said_at - row.sent_at < WORKED_ON)
    ]
    leaving = run(db, _LEAVING, {"lane": lane, "said_at": said_at}).scalars()
    return [*(answers or old)[-1:], *came, *(Shown(tuple(offers.split())) for offers in leaving)]


def read_since(db: Session, lanes: Collection[str], began: datetime) -> frozenset[str]:
    """The tickets of the cases that were listed in these chats since the second in which the reading began.

    In answers, and in what was pinned then. A card that changes, or news, lists nothing: whoever reads may miss it.
    """
    told = {"lanes": list(lanes), "since_at": began, "begun_at": began + timedelta(seconds=1)}
    found = run(db, _OFFERED, told).scalars()
    spent = (carried(key) for offers in found for key in offers.split())
    return frozenset(one.ticket for one in spent if one is not None and one.action == "open")


def stands(db: Session, lane: str, slot: str) -> bool:
    """Whether a card of this slot stands in the chat, or is on its way there."""
    return run(db, _STANDS, {"lane": lane, "slot": slot}).first() is not None


def of_desk(db: Session, lane: str) -> Sequence[str]:
    """Slots of all that a desk shows in this chat: cards, what stands for many, what is pinned, what was opened."""
    return sorted(run(db, _OF_DESK, {"lane": lane}).scalars())


def drop(db: Session, lane: str, slots: Sequence[str]) -> None:
    """These never leave: one letter stands for them, or the case is no longer for this chat."""
    if slots:
        lanes.lock(db, "out", lane)
        run(db, _DROP, {"lane": lane, "slots": list(slots)})
        lanes.settle(db, "out", lane)
