"""The files of a case as an officer sees them: clean copies, with the officer's name and the hour all over them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.conversation.message import Line, Moment, Say, Value, Word
from bot.flows.reader import desk_word
from handlers.casework import batch, looks
from handlers.casework.work import Refused, Standing, Work
from handlers.copies import LARGEST, named
from handlers.visit import Visit, zone_of_case
from storage.cases import Case
from storage.desks import Officer
from storage.evidence import Evidence
from storage.marking import FILM

KINDS = {"application/pdf": "pdf", "text/plain": "text"}
FAMILIES = {"image": "image", "video": "video", "audio": "sound"}
VOICES = frozenset({"audio/ogg"})
"""What phones record a voice in. A voice says who she is: it is the guardian's, like a name."""


def numbered(work: Work, case: Case) -> Sequence[tuple[int, Evidence]]:
    """The files that are stored, in the order they came, by the numbers officers know them by."""
    return list(enumerate(batch.files(Standing(work, case)), 1))


def kept_back(row: Evidence) -> str:
    """Why its copy is not shown, a tail of the words `file-note-…`; "" where it is."""
    if row.kind == "voice" or row.type in VOICES:
        return "voice"
    if row.clean_state == "ready":
        return "large" if (row.size or 0) > LARGEST else ""
    made = row.type in KINDS or row.type.partition("/")[0] in FAMILIES
    return "coming" if made and row.clean_state == "none" and row.type != "text/plain" else "none"


def files(visit: Visit, officer: Officer, case: Case) -> Iterator[Say] | Refused:
    """A list of all with kind, size and hash; then each that may be seen."""
    told = looks.files(visit.work, officer, case.id)
    return told if isinstance(told, Refused) else _shown(visit, officer, case)


def _shown(visit: Visit, officer: Officer, case: Case) -> Iterator[Say]:
    rows = numbered(visit.work, case)
    head = Line("desk-files", {"ticket": case.ticket, "count": len(rows)})
    films = (
        [Line("desk-films")] if any(row.clean_type == FILM and not kept_back(row) for _, row in rows) else []
    )
    yield Say((head, *(listed(number, row) for number, row in rows), *films))
    mark = Line("desk-mark", {
        "name": officer.name, "desk": desk_word(visit.library, officer.desk),
        "at": Moment(visit.at, zone_of_case(visit.library, case)),
    })  # fmt: skip
    for number, row in rows:
        if not kept_back(row):
            yield Say(
                (Line("desk-file-shown", {"number": number, "count": len(rows)}), mark), file=named(row)
            )


def listed(number: int, row: Evidence) -> Line:
    kind = KINDS.get(row.type) or FAMILIES.get(row.type.partition("/")[0], "office")
    values: dict[str, Value] = {
        "number": number, "kind": Word(f"file-kind-{kind}"), "size": (row.size or 0) // 1024 + 1,
        "hash": row.sha256[:16],
    }  # fmt: skip
    why = kept_back(row)
    return (
        Line("desk-file-kept", {**values, "note": Word(f"file-note-{why}")}, "row")
        if why
        else Line("desk-file", values, "row")
    )
