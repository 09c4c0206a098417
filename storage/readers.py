"""Who reads of cases at desks: officers, and rooms. Whoever writes to several of them has their lanes in one order."""

from __future__ import annotations

from collections.abc import Collection

from sqlmodel import Session

from storage.sql import query, run

_LOCK = query(
    "SELECT lane FROM lane WHERE direction = 'out' AND lane IN ("
    "SELECT lane FROM officer WHERE (desk IN :desks OR id IN :officers) AND left_at IS NULL"
    " UNION SELECT lane FROM room WHERE desk IN :desks AND lost_at IS NULL"
    " UNION SELECT CAST(:chat AS VARCHAR)) ORDER BY lane FOR UPDATE"
)


def lock(db: Session, desks: Collection[str], officers: Collection[str] = (), chat: str = "") -> None:
    """Wait for the lanes of all who sit at these desks, of their rooms, of these officers and of this chat.

    Before a letter is posted to any of them: two who move cases of the same officers then never wait for each other in
    a circle. Citizens come before: whoever holds a case has her lane already (`handlers.tied.hold`).
    """
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK, {"desks": sorted(desks), "officers": sorted(officers) or [""], "chat": chat})
