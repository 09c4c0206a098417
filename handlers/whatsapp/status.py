"""What became of a message, as Twilio tells it: in any order, more than once, for a letter or for a knock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

import structlog
from sqlmodel import Session
from starlette.datastructures import ImmutableMultiDict

from handlers.channel import WHATSAPP_PAIR
from handlers.whatsapp.form import number, text
from handlers.whatsapp.refusals import CLOSED, CONTENT_CODES, refusal
from handlers.whatsapp.render import CHANNEL
from handlers.whatsapp.window import KNOCKS
from storage import lanes, letters, taken, windows
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
    database: Database,
    keys: Keys,
    letter: str,
    knock: str,
    form: ImmutableMultiDict[str, str],
    park: Callable[[str, int], None] = lambda sid, code: None,
    alarm: Callable[[int], None] = lambda code: None,
) -> None:
    """Write down how far it got. What is unknown, or no letter of ours, changes nothing.

    knock  the content that told her that something waits, "" where this is the letter itself
    park   told of a content, and the code it was refused with;  alarm: told of every code; blocking
    """
    sid, status = text(form, "MessageSid", 64), text(form, "MessageStatus", 32)
    if not (letter.isdecimal() and len(letter) <= 18 and sid.isalnum()):
        return
    error = number(form, "ErrorCode", 10**6)
    with database.transaction() as db:
        now = database.now()
        lane = taken.lane_of(db, CHANNEL, int(letter))
        if lane is None:
            return
        if status in FAILED:
            _failed(db, int(letter), lane, error, now, knock=bool(knock))
        elif status in REACHED and not knock:
            taken.arrived(db, keys, int(letter), lane, sid, REACHED[status], WHATSAPP_PAIR, now)
    if status in FAILED:
        if knock and error in CONTENT_CODES | {CLOSED}:
            park(knock, error)
        alarm(error)


def _failed(db: Session, letter: int, lane: str, error: int, now: datetime, *, knock: bool) -> None:
    """What was given back goes again or never; of what waits for a knock that failed she is told later, anew."""
    row = refusal(error)
    if knock:
        taken.untold(db, letter, lane, now + KNOCKS.per + timedelta(seconds=AGAIN), now)
    else:
        again = now + timedelta(seconds=row.after or AGAIN) if row.again else None
        if error == CLOSED:
            lanes.lock(db, "out", lane)
            windows.close(db, lane, (taken.sent_at(db, letter) or now) + windows.LASTS, now)
            again = now
        news = taken.given_back(db, letter, lane, row.reason, again=again, now=now)
        log.warning(
            "letter given back", channel=CHANNEL, letter=letter, reason=row.reason, code=error, news=news
        )
    if row.unreachable:
        letters.silence(db, lane, now)
