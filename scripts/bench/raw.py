"""The floor: raw SQLite writing rows of the same sizes, and nothing else."""

from __future__ import annotations

import time
from pathlib import Path

import pysqlite3.dbapi2 as sqlite3


def turns_a_second(path: Path, turns: int, together: int, *, body: int, draft: int, letter: int) -> float:
    """WAL and synchronous=FULL; two commits for every `together` turns: accept them, then answer them."""
    db = sqlite3.connect(path, isolation_level=None)
    db.executescript(
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;"
        "CREATE TABLE inbox (id INTEGER PRIMARY KEY, external TEXT UNIQUE, lane TEXT, sealed BLOB, state TEXT);"
        "CREATE TABLE lane (direction TEXT, lane TEXT, next_at TEXT, PRIMARY KEY (direction, lane));"
        "CREATE TABLE draft (id TEXT PRIMARY KEY, lane TEXT, sealed BLOB);"
        "CREATE TABLE bucket (name TEXT PRIMARY KEY, tat INTEGER);"
        "CREATE TABLE outbox (id INTEGER PRIMARY KEY, lane TEXT, sealed BLOB, state TEXT);"
        "CREATE INDEX outbox_lane ON outbox (lane, id);"
    )
    body_, draft_, letter_ = bytes(body), bytes(draft), bytes(letter)
    begun = time.perf_counter()
    for first in range(0, turns, together):
        some = [(str(turn), f"{turn % 200:032x}") for turn in range(first, min(first + together, turns))]
        db.execute("BEGIN IMMEDIATE")
        for external, lane in some:
            db.execute("INSERT OR REPLACE INTO lane VALUES ('in', ?, '2024')", (lane,))
            db.execute(
                "INSERT INTO inbox (external, lane, sealed, state) VALUES (?, ?, ?, 'new')",
                (external, lane, body_),
            )
        db.execute("COMMIT")
        db.execute("BEGIN IMMEDIATE")
        for external, lane in some:
            db.execute("INSERT OR REPLACE INTO bucket VALUES (?, ?)", (lane, int(external)))
            db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (lane, lane, draft_))
            db.execute("INSERT OR REPLACE INTO lane VALUES ('out', ?, '2024')", (lane,))
            db.execute("INSERT INTO outbox (lane, sealed, state) VALUES (?, ?, 'due')", (lane, letter_))
            db.execute("UPDATE inbox SET state = 'done', sealed = NULL WHERE external = ?", (external,))
            db.execute("UPDATE lane SET next_at = NULL WHERE direction = 'in' AND lane = ?", (lane,))
        db.execute("COMMIT")
    spent = time.perf_counter() - begun
    db.close()
    return turns / spent
