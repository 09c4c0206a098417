""" "Bolehkah ASN …?": the situations that are answered, read from `situations.toml`; see there for each field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.cases.catalogue import Catalogue
from bot.cases.everyday import ROLE, Everyday
from bot.cases.meaning import SOMEONE
from bot.cases.rows import Row, tables, twice

YES = "yes"
VERDICTS = (YES, "no", "depends")
FROM_MEMORY = "M"
KNOWN = ("D", "P", FROM_MEMORY)
_CONFIRMED = re.compile(r"\S.*, (\d{4}-\d{2}-\d{2})")
_KEY = re.compile(r"[a-z][a-z-]{1,29}")

Way = tuple[frozenset[str], ...]
"""What a question must speak of: of each set at least one concept."""


@dataclass(frozen=True, slots=True)
class Situation:
    """One row. `sure`: it may be answered; one from memory only once an officer has confirmed it."""

    key: str
    topic: str
    verdict: str
    basis: str
    codes: tuple[str, ...]
    source: str
    known: str
    near: tuple[str, ...]
    confirmed: str
    offence: str
    roles: tuple[str, ...]
    ways: tuple[Way, ...] = field(repr=False)
    may: frozenset[str] = field(repr=False)
    said: tuple[str, ...] = field(repr=False)

    @property
    def speaks_of(self) -> frozenset[str]:
        """Everything that one of its ways asks for."""
        return frozenset[str]().union(*(group for way in self.ways for group in way))

    @property
    def sure(self) -> bool:
        return self.known != FROM_MEMORY or bool(self.confirmed)


@dataclass(frozen=True, slots=True)
class Situations:
    """Topics and situations in the order in which they are listed."""

    topics: tuple[str, ...]
    rows: tuple[Situation, ...] = field(repr=False)

    def situation(self, key: str) -> Situation | None:
        return next((row for row in self.rows if row.key == key), None)

    def of(self, topic: str) -> tuple[Situation, ...]:
        return tuple(row for row in self.rows if row.topic == topic)


def words_of(situations: Situations) -> Iterator[str]:
    """The words that people read of them: each has to be there in every language."""
    yield from (f"topic-{topic}" for topic in situations.topics)
    for row in situations.rows:
        yield from (
            f"situation-{row.key}",
            f"situation-{row.key}.short",
            f"because-{row.key}",
            f"basis-{row.basis}",
        )


def load_situations(path: Path, everyday: Everyday, catalogue: Catalogue, faults: list[str]) -> Situations:
    """The situations of this file; faults are appended, none is raised."""
    found = tables(path, ("topic", "situation"), faults)
    topics = []
    for row in found["topic"]:
        topics.append(row.text("key"))
        row.done()
    rows = []
    for row in found["situation"]:
        rows.append(_read(row))
        row.done()
        for fault in _faults(rows[-1], topics, everyday, catalogue):
            row.fault(fault)
    keys = {one.key for one in rows}
    strange = [(one.key, near) for one in rows for near in one.near if near not in keys]
    faults.extend(f"{path.name}: {key} is near to {near!r}, which is no situation" for key, near in strange)
    twice(f"{path.name}: topic", topics, faults)
    twice(f"{path.name}: situation", (row.key for row in rows), faults)
    return Situations(tuple(topics), tuple(rows))


def _read(row: Row) -> Situation:
    ways = (
        tuple(frozenset(group.split("|")) for group in way.split())
        for way in row.texts("ways", required=True)
    )
    return Situation(
        key=row.text("key"),
        topic=row.text("topic"),
        verdict=row.one("verdict", VERDICTS),
        basis=row.text("basis"),
        codes=row.texts("codes"),
        source=row.text("source"),
        known=row.one("known", KNOWN),
        near=row.texts("near"),
        confirmed=row.text("confirmed", ""),
        offence=row.text("offence", ""),
        roles=row.texts("roles", required=True),
        ways=tuple(ways),
        may=frozenset(row.texts("may")),
        said=row.texts("said"),
    )


def _faults(one: Situation, topics: list[str], everyday: Everyday, catalogue: Catalogue) -> Iterator[str]:
    """What a row names and is not there."""
    if not _KEY.fullmatch(one.key):
        yield f"key is {one.key!r}, but must be small letters with hyphens, thirty at most"
    if one.topic not in topics:
        yield f"topic is {one.topic!r}, which is no topic of this file"
    for code in one.codes:
        if catalogue.item(code) is None:
            yield f"codes names {code!r}, which is no form of the catalogue"
    offence = catalogue.offence(one.offence)
    if one.offence and (offence is None or offence.group):
        yield f"offence is {one.offence!r}, which nobody can report"
    if one.confirmed and not _names_a_day(one.confirmed):
        yield 'confirmed must name the officer and the day, such as "Budi, Bawaslu Kab. Wakatobi, 2024-10-21"'
    concepts = {key: concept.kind for key, concept in everyday.concepts.items()}
    for role in one.roles:
        if concepts.get(role) != ROLE:
            yield f"roles names {role!r}, which is no role of everyday.toml"
    for key in sorted((one.may | one.speaks_of) - concepts.keys() - {SOMEONE}):
        yield f"ways or may names {key!r}, which is no concept of everyday.toml"


def _names_a_day(confirmed: str) -> bool:
    found = _CONFIRMED.fullmatch(confirmed)
    try:
        return found is not None and bool(date.fromisoformat(found[1]))
    except ValueError:
        return False
