"""What we ourselves say to the conversation, as messages in a citizen's lane: a file's arrival, what came over."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from bot.conversation.message import Arrival, Heard
from storage import mail
from storage.keys import Keys

CHANNEL = "saksi"

REASONS = {
    "network": "network",
    "gone": "gone",
    "too-large": "too-large",
    "full": "full",
    "case-full": "case-full",
    "type": "type",
    "broken": "broken",
    "empty": "broken",
    "mixed": "broken",
    "bomb": "bomb",
}
"""Why a file is not kept -> the word she reads (`evidence-not-…`). Whatever else it was, it did not come."""


def tell(
    db: Session, keys: Keys, *, id: str, lane: str, draft: str, stored: bool, reason: str, now: datetime
) -> None:
    """Let the conversation hear, in order with all she says, that a file was stored or why it was not.

    A row without a lane belongs to a case whose tie was cut: nobody is told.
    """
    if not lane:
        return
    arrival = Arrival(draft, id, stored, "" if stored else REASONS.get(reason, "network"))
    mail.accept(
        db,
        keys,
        channel=CHANNEL,
        bot="",
        external_id=f"evidence:{id}:{'stored' if stored else 'not'}",
        lane=lane,
        body=json.dumps(asdict(arrival)).encode(),
        now=now,
    )


def bring(db: Session, keys: Keys, *, lane: str, what: str, id: str, now: datetime) -> None:
    """Let the conversation go on with what came over from another chat: a draft, by its id, or a case, by its ticket.

    id  random: it is told once
    """
    body = json.dumps({"brought": what}).encode()
    mail.accept(db, keys, channel=CHANNEL, bot="", external_id=f"brought:{id}", lane=lane, body=body, now=now)


def heard(body: bytes, at: datetime, fresh: str) -> Heard:
    """What was told."""
    told = json.loads(body)
    if "brought" in told:
        return Heard(at, fresh, brought=str(told["brought"]))
    return Heard(at, fresh, arrival=Arrival(**told))
