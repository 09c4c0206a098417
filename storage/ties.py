"""The tie from a case to its citizen's chat: made, held while somebody else may answer there, cut."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from sqlmodel import Session

from storage.keys import Keys
from storage.sql import query, run, sql

_TIE = sql(
    "INSERT INTO tie (case_id, lane, channel, sealed, made_at) VALUES (:case, :lane, :channel, :sealed, :made_at)"
)
_TIE_OF = query("SELECT lane, channel, held_at FROM tie WHERE case_id = :case", "held_at")
_HOLD = query("UPDATE tie SET held_at = :now WHERE lane = :lane AND held_at IS NULL RETURNING case_id")
_RELEASE = sql(
    "UPDATE tie SET held_at = NULL WHERE lane = :lane"
    " AND held_at = (SELECT held_at FROM tie WHERE case_id = :case AND lane = :lane)"
)
_CUT = sql("DELETE FROM tie WHERE case_id = :case")


@dataclass(frozen=True, slots=True)
class Chat:
    """The chat a case is tied to. held: somebody else may answer there, until the receipt is given."""

    lane: str = field(repr=False)
    channel: str
    held: bool = False

    def is_hers(self, lane: str) -> bool:
        """Whether that chat may be shown the case."""
        return self.lane == lane and not self.held


def tie(db: Session, keys: Keys, case: str, *, lane: str, channel: str, address: str, at: datetime) -> None:
    """Link a case to a chat, with a sealed copy of the address, so that pushes outlive the erasure of the rest."""
    sealed = keys.seal(address.encode(), f"tie:{case}")
    run(db, _TIE, {"case": case, "lane": lane, "channel": channel, "sealed": sealed, "made_at": at})


def tied_to(db: Session, case: str) -> Chat | None:
    """The chat a case is tied to; None when the tie was cut."""
    row = run(db, _TIE_OF, {"case": case}).one_or_none()
    return Chat(row.lane, row.channel, row.held_at is not None) if row else None


def hold(db: Session, lane: str, now: datetime) -> list[str]:
    """Another may answer in this chat: its cases are shown and told there no more. Returns which were not held yet."""
    return run(db, _HOLD, {"lane": lane, "now": now}).scalars()


def release(db: Session, lane: str, case: str) -> bool:
    """Its receipt was given in this chat: it is hers again, with all that were held in the same moment.

    False: it was not held. What was held at another time may be another person's.
    """
    return bool(run(db, _RELEASE, {"lane": lane, "case": case}).rowcount)


def cut(db: Session, case: str) -> None:
    """Forget whose case it is."""
    run(db, _CUT, {"case": case})
