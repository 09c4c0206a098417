"""The words of everyday questions, in Indonesian and English: read from `everyday.toml`; see there for each field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.cases.rows import Row, tables

KINDS = ("role", "kin", "beside", "may", "dull")
ROLE, KIN, BESIDE, MAY, DULL = KINDS
LONGEST_PHRASE = 5
WORD = re.compile(r"[^\W_]+|[.,;:!?()\n]")
"""A word or a mark."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing a question may be about; see `everyday.toml`."""

    key: str
    kind: str
    within: str
    vague: tuple[str, ...]
    stands: bool
    elected: bool
    acts: bool
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Everyday:
    """phrases: words -> concept; spellings: a written word -> the words it stands for; plain: every known word."""

    concepts: Mapping[str, Concept] = field(repr=False)
    spellings: Mapping[str, tuple[str, ...]] = field(repr=False)
    phrases: Mapping[tuple[str, ...], Concept] = field(repr=False)
    plain: frozenset[str] = field(repr=False)

    def is_within(self, person: str, role: str) -> bool:
        """Whether a role is another, or one of its kind: a teacher is an ASN."""
        return person == role or (person in self.concepts and self.concepts[person].within == role)


def load_everyday(path: Path, faults: list[str]) -> Everyday:
    """The words of this file; faults are appended, none is raised."""
    found = tables(path, ("spelling", "concept"), faults)
    spellings: dict[str, tuple[str, ...]] = {}
    for row in found["spelling"]:
        word = tuple(row.text("word").split())
        for written in row.texts("written", required=True):
            if written in spellings or not written.isalnum():
                row.fault(f"{written!r} is not one word, or is written for another one too")
            spellings[written] = word
        row.done()
    concepts: dict[str, Concept] = {}
    phrases: dict[tuple[str, ...], Concept] = {}
    for row in found["concept"]:
        concept = _concept(row)
        row.done()
        if concept.key in concepts:
            row.fault(f"{concept.key!r} stands twice")
        concepts[concept.key] = concept
        for words in concept.words:
            phrase = phrase_of(spellings, words)
            if not 0 < len(phrase) <= LONGEST_PHRASE or phrases.get(phrase, concept) is not concept:
                row.fault(f"{words!r} is too long, or means {phrases.get(phrase, concept).key} too")
            phrases.setdefault(phrase, concept)
    strange = {concept.within for concept in concepts.values()} - concepts.keys() - {""}
    faults.extend(f"{path.name}: within is {key!r}, which is no concept" for key in sorted(strange))
    plain = frozenset(word for phrase in phrases for word in phrase)
    return Everyday(concepts, spellings, phrases, plain)


def _concept(row: Row) -> Concept:
    return Concept(
        key=row.text("key"),
        kind=row.one("kind", KINDS, ""),
        within=row.text("within", ""),
        vague=row.texts("vague"),
        stands=row.flag("stands"),
        elected=row.flag("elected"),
        acts=row.flag("acts"),
        words=row.texts("words", required=True),
    )


def phrase_of(spellings: Mapping[str, tuple[str, ...]], words: str) -> tuple[str, ...]:
    """A phrase as questions are read: in the words that hurried spellings stand for, none twice in a row."""
    found: list[str] = []
    for token in WORD.findall(words):
        for word in spellings.get(token, (token,)):
            found += [word] if found[-1:] != [word] else []
    return tuple(found)
