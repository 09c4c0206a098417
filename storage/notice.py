"""What a file's arrival says to the conversation: a message of our own in the citizen's lane."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime

from sqlmodel import Session

from bot.conversation.message import Arrival
from storage import mail
from storage.keys import Keys

CHANNEL = "saksi"

REASONS = {
    "network": "network",
    "gone": "gone",
    "too-large": "too-large",
    "full": "full",
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
