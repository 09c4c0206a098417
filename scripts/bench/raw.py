"""The floor: raw SQLite writing rows of the same sizes in the same commits, and nothing else."""

from __future__ import annotations

import time
from pathlib import Path

import pysqlite3.dbapi2 as sqlite3


def turns_a_second(path: Path, turns: int, *, body: int, draft: int, letter: int) -> float:
    """Two commits a turn, WAL and synchronous=FULL: accept, then answer."""
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
    for turn in range(turns):
        lane = f"{turn % 200:032x}"
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT OR REPLACE INTO lane VALUES ('in', ?, '2024')", (lane,))
        db.execute(
            "INSERT INTO inbox (external, lane, sealed, state) VALUES (?, ?, ?, 'new')",
            (str(turn), lane, body_),
        )
        db.execute("COMMIT")
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT OR REPLACE INTO bucket VALUES (?, ?)", (lane, turn))
        db.execute("INSERT OR REPLACE INTO draft VALUES (?, ?, ?)", (lane, lane, draft_))
        db.execute("INSERT OR REPLACE INTO lane VALUES ('out', ?, '2024')", (lane,))
        db.execute("INSERT INTO outbox (lane, sealed, state) VALUES (?, ?, 'due')", (lane, letter_))
        db.execute("UPDATE inbox SET state = 'done', sealed = NULL WHERE external = ?", (str(turn),))
        db.execute("UPDATE lane SET next_at = NULL WHERE direction = 'in' AND lane = ?", (lane,))
        db.execute("COMMIT")
    spent = time.perf_counter() - begun
    db.close()
    return turns / spent
