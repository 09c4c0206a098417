"""What became of a message, as Twilio tells it: in any order, more than once, for a letter or for a knock."""

from __future__ import annotations

from datetime import datetime, timedelta

import structlog
from sqlmodel import Session
from starlette.datastructures import ImmutableMultiDict

from handlers.channel import WHATSAPP_PAIR
from handlers.whatsapp.form import number, text
from handlers.whatsapp.refusals import CLOSED, refusal
from handlers.whatsapp.render import CHANNEL
from storage import letters, taken, windows
from storage.database import Database
from storage.keys import Keys
from storage.taken import Reached

REACHED = {
    "accepted": Reached.TAKEN,
    "queued": Reached.TAKEN,
    "sending": Reached.TAKEN,
    "sent": Reached.SENT,
    "delivered": Reached.DELIVERED,
    "read": Reached.READ,
}
FAILED = ("failed", "undelivered")
AGAIN = 30.0
"""Seconds before what Twilio gave back is sent again, where it names no time."""

log = structlog.get_logger(__name__)


def record(
    database: Database, keys: Keys, letter: str, knock: bool, form: ImmutableMultiDict[str, str]
) -> None:
    """Write down how far it got. What is unknown, or no letter of ours, changes nothing."""
    sid, status = text(form, "MessageSid", 64), text(form, "MessageStatus", 32)
    if not (letter.isdecimal() and len(letter) <= 18 and sid.isalnum()):
        return
    with database.transaction() as db:
        now = database.now()
        lane = taken.lane_of(db, CHANNEL, int(letter))
        if lane is None:
            return
        if status in FAILED:
            _failed(db, int(letter), lane, number(form, "ErrorCode", 10**6), now, knock=knock)
        elif status in REACHED and not knock:
            taken.arrived(db, keys, int(letter), lane, sid, REACHED[status], WHATSAPP_PAIR, now)


def _failed(db: Session, letter: int, lane: str, error: int, now: datetime, *, knock: bool) -> None:
    row = refusal(error)
    if row.alarm:
        log.error("whatsapp.refused", code=error, reason=row.reason)
    if not knock:
        again = now + timedelta(seconds=row.after or AGAIN) if row.again else None
        if error == CLOSED:
            windows.close(db, lane, now)
            again = now
        news = taken.given_back(db, letter, lane, row.reason, again=again, now=now)
        log.warning(
            "letter given back", channel=CHANNEL, letter=letter, reason=row.reason, code=error, news=news
        )
    if row.unreachable:
        letters.silence(db, lane, now)
