"""Cases lie at a desk where nobody sits, such as triage, the last resort: only an operator can put that right.

Said in the log within minutes and then once a day while it lasts, counted for Prometheus, and told by `saksi check`,
which alone names the desks: where the only report of the hour comes from is nothing for a log.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import structlog

from handlers.house import House
from handlers.tick import Effect, Look
from storage import alarms
from storage.database import Database
from storage.deserted import deserted

ALARM = "desk:"
AGAIN = timedelta(hours=24)
HELP = "Nobody reads them: `saksi check` says at which desks, and how to enrol somebody there."

log = structlog.get_logger(__name__)


def alarm(house: House, looked: Look) -> Iterator[Effect]:
    """Ring for each such desk that has not rung for a day; one that has somebody again rings at once the next time.

    After `stranded`, which carries up what can rise. No effect: nothing becomes of any case.
    """
    if looked.dry or looked.rehearsal:
        return
    with house.database.reading() as db:
        found, rung = deserted(db), {key: at for key, at in alarms.met(db).items() if key.startswith(ALARM)}
    here = {f"{ALARM}{one.desk}" for one in found}
    fresh = sorted(key for key in here if key not in rung or rung[key] <= looked.now - AGAIN)
    over = sorted(rung.keys() - here)
    if fresh or over:
        with house.database.transaction() as db:
            for key in fresh:
                alarms.ring(db, key, looked.now)
            for key in over:
                alarms.quiet(db, key)
    if fresh:
        log.error("desks.deserted", desks=len(found), cases=sum(one.cases for one in found), help=HELP)
    yield from ()


def standing(database: Database) -> Iterator[str]:
    """A sentence for each such desk, for `saksi check`."""
    with database.reading() as db:
        found = deserted(db)
    for one in found:
        lie, them = ("One case lies", "it") if one.cases == 1 else (f"{one.cases} cases lie", "them")
        yield (
            f"{lie} at {one.desk}, where nobody sits, since {one.since:%Y-%m-%d %H:%M} UTC: nobody reads {them}. "
            f"`saksi officer invite --desk {one.desk} --name …` makes an officer there."
        )
