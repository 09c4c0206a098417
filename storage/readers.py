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

_LOCK_HERS = query(
    "WITH theirs AS (SELECT o.lane FROM officer o JOIN case_file c ON c.id = :case"
    " WHERE (o.desk = c.desk OR o.id = c.officer_id) AND o.left_at IS NULL"
    " UNION SELECT r.lane FROM room r JOIN case_file c ON c.id = :case WHERE r.desk = c.desk AND r.lost_at IS NULL)"
    " SELECT lane FROM lane WHERE direction = 'out' AND (lane = :lane OR (lane IN (SELECT lane FROM theirs)"
    " AND EXISTS (SELECT 1 FROM officer WHERE lane = :lane AND left_at IS NULL))) ORDER BY lane FOR UPDATE"
)


def lock(db: Session, desks: Collection[str], officers: Collection[str] = (), chat: str = "") -> None:
    """Wait for the lanes of all who sit at these desks, of their rooms, of these officers and of this chat.

    Before a letter is posted to any of them: two who move cases of the same officers then never wait for each other in
    a circle. Citizens come before: whoever holds a case has her lane already (`handlers.tied.hold`).
    """
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK, {"desks": sorted(desks), "officers": sorted(officers) or [""], "chat": chat})


def lock_hers(db: Session, case: str, lane: str) -> None:
    """Wait for the letters of the citizen of a case, in whose chat an officer may act as well.

    Where one does, it is one of those lanes: then all who read of the case are waited for, in their order.
    """
    if db.get_bind().dialect.name == "postgresql":
        run(db, _LOCK_HERS, {"case": case, "lane": lane})
