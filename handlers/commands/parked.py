"""`saksi parked list`: messages that failed five times."""

from __future__ import annotations

import json as written
from collections.abc import Iterator

from handlers.stores import Stores
from storage import upkeep


def listed(stores: Stores, *, json: bool) -> Iterator[str]:
    """The lines to print: one a message, or one JSON list."""
    with stores.database.reading() as db:
        found = upkeep.parked(db)
    if json:
        yield written.dumps(
            [
                {
                    "id": one.id,
                    "channel": one.channel,
                    "received_at": one.received_at.isoformat(),
                    "attempts": one.attempts,
                    "reason": one.reason,
                }
                for one in found
            ],
            indent=1,
        )
    elif not found:
        yield "Nothing is parked."
    else:
        yield from (
            f"{one.id}  {one.channel}  {one.received_at.isoformat()}  {one.attempts} tries  {one.reason}"
            for one in found
        )
