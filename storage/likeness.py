"""Reports that may be about the same thing: found by marks of which only blind indexes are kept, and by their files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlmodel import Session

from storage.cases import Case
from storage.keys import Keys
from storage.sql import run, sql

MOST = 500
"""Pictures that one look compares."""

_KEEP = sql(
    "INSERT INTO likeness (case_id, mark) VALUES (:case, :mark) ON CONFLICT (case_id, mark) DO NOTHING"
)
_FORGET = sql("DELETE FROM likeness WHERE case_id = :case")
_SHARING = sql(
    "SELECT case_id, mark FROM likeness WHERE mark IN :marks AND case_id <> :case ORDER BY case_id"
)
_FILES = sql(
    "SELECT c.id, e.id AS mine, o.id AS theirs FROM evidence e"
    " JOIN evidence o ON o.sha256 = e.sha256 AND o.state = 'stored'"
    " JOIN case_file c ON c.dossier_id = o.dossier_id"
    " WHERE e.dossier_id = :dossier AND e.state = 'stored' AND e.sha256 <> '' AND c.id <> :case"
)
_OTHERS = sql(
    "SELECT c.id, e.id AS theirs, e.dhash FROM case_file c JOIN evidence e ON e.dossier_id = c.dossier_id"
    " WHERE c.desk = :desk AND c.closed_at IS NULL AND c.topic = :topic AND c.id <> :case"
    " AND e.state = 'stored' AND e.dhash <> '' ORDER BY c.id DESC LIMIT :most"
)


def keep(db: Session, keys: Keys, case: str, marks: Iterable[str]) -> None:
    for mark in marks:
        run(db, _KEEP, {"case": case, "mark": _index(keys, mark)})


def forget(db: Session, case: str) -> None:
    run(db, _FORGET, {"case": case})


def sharing(
    db: Session, keys: Keys, case: str, marks: Sequence[tuple[str, str]]
) -> Sequence[tuple[str, str]]:
    """(case, reason) for each that has one of these marks; a mark comes with its reason."""
    why = {_index(keys, mark): reason for reason, mark in marks}
    if not why:
        return []
    return [(row.case_id, why[row.mark]) for row in run(db, _SHARING, {"case": case, "marks": list(why)})]


def same_files(db: Session, case: Case) -> Sequence[tuple[str, str, str]]:
    """(case, this one's file, its own) of each that holds a file of this one, byte for byte."""
    found = run(db, _FILES, {"case": case.id, "dossier": case.dossier_id})
    return [(row.id, row.mine, row.theirs) for row in found]


def pictures(db: Session, case: Case) -> Sequence[tuple[str, str, str]]:
    """(case, file, likeness) of the pictures of open cases at the desk of this one on its topic."""
    told = {"desk": case.desk, "topic": case.topic, "case": case.id, "most": MOST}
    return [(row.id, row.theirs, row.dhash) for row in run(db, _OTHERS, told)]


def _index(keys: Keys, mark: str) -> str:
    return keys.index(f"likeness:{mark}")
