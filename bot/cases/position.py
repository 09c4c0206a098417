"""The accused's post, as her own words propose it, so that no friend of a high official reads the report.

Read from `positions.toml`. A proposal only chooses who reads: it is never printed as a fact about anybody.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bot.cases.rows import tables, twice

KIN = "kin"
GROUPS = ("jpt", "administrator", "pengawas", "fungsional", "pelaksana", "head_of_area")
AROUND = ("skip", "other", KIN)
TOKEN = re.compile(r"[^\W_]+|[.,;:!?()\n]")
SHORTENED = re.compile(r"\b(ka|plt|plh|pjs?|bpk?)\.")
LONGEST = 4
SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class Position:
    """One post; `high` is never read by a local office; `group` is where published statistics count it."""

    key: str
    high: bool
    group: str
    words: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Positions:
    """phrases: the words of a phrase -> its post; stems: beginnings of one word -> its post."""

    rows: tuple[Position, ...]
    around: Mapping[str, str] = field(repr=False)
    phrases: Mapping[tuple[str, ...], Position] = field(repr=False)
    stems: Mapping[str, Position] = field(repr=False)

    def position(self, key: str | None) -> Position | None:
        return next((row for row in self.rows if row.key == key), None)


def propose_position(positions: Positions, text: str) -> str | None:
    """The post that a text (her words about the accused, her story) names; a high one before any other.

    1. The text becomes words in small letters; punctuation ends a clause.
    2. At each word the longest phrase of the table is looked for.
    3. The words before it are looked at, over words that say nothing: "staf kantor camat" and "calon bupati"
       name nobody's post; "istri bupati" is kin.
    """
    words = TOKEN.findall(SHORTENED.sub(r"\1 ", text.casefold()))
    found: list[Position] = []
    at = 0
    while at < len(words):
        position, length = _match(positions, words, at)
        if position is None:
            at += 1
            continue
        whose = _whose(positions, words, at)
        if whose == KIN and position.high:
            position = positions.position(KIN) or position
        if whose in ("", KIN):
            found.append(position)
        at += length
    high = next((position for position in found if position.high), None)
    return (high or found[0]).key if found else None


def _match(positions: Positions, words: list[str], at: int) -> tuple[Position | None, int]:
    for length in range(LONGEST, 0, -1):
        phrase = tuple(words[at : at + length])
        if len(phrase) < length:
            continue
        for last in (phrase[-1], phrase[-1].removesuffix("nya")):
            position = positions.phrases.get((*phrase[:-1], last))
            if position:
                return position, length
    for end in range(len(words[at]), SHORTEST_STEM, -1):
        if position := positions.stems.get(words[at][:end]):
            return position, 1
    return None, 1


def _whose(positions: Positions, words: list[str], at: int) -> str:
    """What the words before `at` make of the post: "" it is meant, "other" or "kin"."""
    for word in reversed(words[:at]):
        kind = positions.around.get(word, "")
        if kind != "skip":
            return kind
    return ""


def load_positions(path: Path, faults: list[str]) -> Positions:
    """The posts of this file; faults are appended, none is raised."""
    found = tables(path, ("position", "around"), faults)
    rows: list[Position] = []
    for row in found["position"]:
        rows.append(
            Position(
                key=row.text("key"),
                high=row.flag("high"),
                group=row.one("group", GROUPS, ""),
                words=row.texts("words"),
                source=row.text("source"),
            )
        )
        row.done()
    around: list[tuple[str, str]] = []
    for row in found["around"]:
        kind = row.one("kind", AROUND)
        around.extend((word, kind) for word in row.texts("words", True))
        row.done()
    phrases: dict[tuple[str, ...], Position] = {}
    stems: dict[str, Position] = {}
    for position in rows:
        for word in position.words:
            if word.endswith("*"):
                stems[word.removesuffix("*")] = position
            else:
                phrases[tuple(word.split())] = position
            if len(word.split()) > LONGEST or (word.endswith("*") and len(word) <= SHORTEST_STEM):
                faults.append(f"{path.name}: {word!r} has too many words, or too few letters before its *")
    twice(f"{path.name}: position", (position.key for position in rows), faults)
    twice(f"{path.name}: word", (word for position in rows for word in position.words), faults)
    twice(f"{path.name}: word around", (word for word, _ in around), faults)
    return Positions(tuple(rows), dict(around), phrases, stems)
