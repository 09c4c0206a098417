"""What Twilio refuses and only an operator can put right: said in the log, counted, and kept for `saksi check`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

import structlog
from sqlalchemy.exc import SQLAlchemyError

from handlers import metrics
from handlers.whatsapp.refusals import refusal
from handlers.whatsapp.render import CHANNEL
from storage import alarms
from storage.database import Database

STANDS = timedelta(hours=24)
"""How long `saksi check` tells of what was met; what still goes wrong is met again."""

log = structlog.get_logger(__name__)


def ring(database: Database, code: int) -> None:
    """Tell of it. Blocking. Nothing where the code needs no operator."""
    row = refusal(code)
    if not row.remedy:
        return
    log.error("whatsapp.refused", code=code, reason=row.reason, help=row.remedy)
    metrics.REFUSED.labels(CHANNEL, str(code)).inc()
    try:
        with database.transaction() as db:
            alarms.ring(db, f"{CHANNEL}:{code}", database.now())
    except (SQLAlchemyError, OSError) as fault:
        log.warning("alarm not kept", kind=type(fault).__name__)


def standing(database: Database, now: datetime) -> Iterator[str]:
    """A sentence for each that was met within a day."""
    with database.reading() as db:
        met = alarms.since(db, now - STANDS)
    for name, at in met.items():
        channel, _, code = name.partition(":")
        if channel == CHANNEL and code.isdecimal() and (row := refusal(int(code))).remedy:
            yield f"Twilio refused with {code}, last at {at:%Y-%m-%d %H:%M} UTC. {row.remedy}"
