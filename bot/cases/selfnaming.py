"""Does a story name its teller? "Saya guru di SD 2", "kakak ipar saya", "depan rumah saya", a number of her own.

Only the first person together with what points to her counts: what she saw of others is her story. The answer
feeds one gentle warning before she sends, so a false alarm costs more than a rare miss.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from bot.cases.phone import phones
from bot.cases.selfnaming_words import NOT_AFTER, OTHERS, OWN, PATTERNS, PLATES

HintKind = Literal["work", "kin", "phone", "nik", "plate", "home", "name"]

_LONGEST = 4_000
_MANY = 10
_SNIPPET = 60
_NIK = re.compile(r"(?<![0-9])(?:[0-9][ .-]?){15}[0-9](?![0-9])")
_NIP = re.compile(r"(?<![0-9])(?:[0-9][ .-]?){17}[0-9](?![0-9])")
_NIK_SHAPE = re.compile(r"[1-9][0-9]{5}(?:[04][1-9]|[1256][0-9]|[37][01])(?:0[1-9]|1[0-2])[0-9]{6}")
_NIP_SHAPE = re.compile(
    r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9](?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])[12][0-9]{3}"
)
_SENTENCE_END = re.compile(r"[.!?\n](?=\s|$)")
_LAST_WORD = re.compile(r"(\w+)\s*$")


@dataclass(frozen=True, slots=True)
class Hint:
    """Something in a story that may point to its teller: story[start:end], and how to quote it."""

    kind: HintKind
    start: int
    end: int
    snippet: str = field(repr=False)


def names_herself(story: str) -> tuple[Hint, ...]:
    """Every hint in the order they stand, none overlapping another, ten at most; of 4,000 characters."""
    text = story[:_LONGEST]
    kept: list[Hint] = []
    for kind, start, end in sorted(_found(text), key=lambda hint: (hint[1], -hint[2])):
        if len(kept) < _MANY and (not kept or start >= kept[-1].end):
            kept.append(Hint(kind, start, end, " ".join(text[start:end].split())[:_SNIPPET]))
    return tuple(kept)


def _found(text: str) -> Iterator[tuple[HintKind, int, int]]:
    yield from _said(text)
    for start, end, _ in phones(text):
        if not _anothers(text, start):
            yield "phone", start, end
    for pattern, shape in ((_NIK, _NIK_SHAPE), (_NIP, _NIP_SHAPE)):
        for match in pattern.finditer(text):
            if shape.fullmatch(re.sub(r"[^0-9]", "", match.group())) and not _anothers(text, match.start()):
                yield "nik", match.start(), match.end()


def _said(text: str) -> Iterator[tuple[HintKind, int, int]]:
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(text):
            before = _LAST_WORD.search(text[max(0, match.start() - 40) : match.start()])
            begins = match.group().split()[0].lower()
            if not (before and before[1].lower() in NOT_AFTER.get(begins, ())):
                yield kind, match.start(), match.end()
    for pattern in PLATES:
        for match in pattern.finditer(text):
            yield "plate", match.start(), match.end()


def _anothers(text: str, at: int) -> bool:
    """Whether the number at `at` is said to be somebody else's: who was named last before it, in its sentence?"""
    before = _SENTENCE_END.split(text[max(0, at - 60) : at])[-1]
    others = [match.end() for match in OTHERS.finditer(before)]
    own = [match.end() for match in OWN.finditer(before)]
    return bool(others) and max(others) > max(own, default=-1)
