"""`saksi ask`: how a question is read, and which situation of the law it is taken for."""

from __future__ import annotations

from collections.abc import Iterator

from bot.cases.likeness import Match, Score, match
from bot.library import Library

SHOWN = 5


def explained(library: Library, question: str) -> Iterator[str]:
    """The lines to print: what was heard, what nearly fits, and the answer as she would read it."""
    found = match(library.law.everyday, library.law.situations, question)
    yield from _read(found)
    yield ""
    yield from (f"{number}. {_told(score)}" for number, score in enumerate(found.scores[:SHOWN], 1))
    yield ""
    yield from _outcome(library, found)


def _read(found: Match) -> Iterator[str]:
    meant = found.meant
    yield f"heard: {', '.join(f'{key} ({said})' for key, said in meant.heard.items()) or 'nothing'}"
    yield f"persons: {', '.join(meant.persons) or 'none, so asn'}"
    yield f"taken for: {', '.join(f'{written} as {known}' for written, known in meant.slips) or 'nothing'}"
    yield f"unknown: {', '.join(meant.unknown) or 'nothing'}"


def _told(score: Score) -> str:
    against = [
        *(f"{key} is missing" for key in score.missing),
        *(f"{key} is strange to it" for key in score.strange),
    ]
    return f"{score.situation.key} {score.value:.2f}: {', '.join(against) or 'it fits'}"


def _outcome(library: Library, found: Match) -> Iterator[str]:
    row = found.found
    near = ", ".join(one.key for one in found.nearest) or "nothing"
    if row is None:
        yield f"not sure; near: {near}"
        return
    if not row.sure:
        yield f"situation: {row.key}, not answered until an officer has confirmed it; near: {near}"
        return
    texts = (f"situation-{row.key}", f"verdict-{row.verdict}", f"because-{row.key}", f"basis-{row.basis}")
    yield f"situation: {row.key} ({row.known}, {row.source})"
    yield " ".join(library.words.text(library.words.languages[0], key) for key in texts)
