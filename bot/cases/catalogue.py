"""The catalogue: what a citizen may choose, and which form of violation of the joint decree it may be.

The citizen never chooses between ethics and discipline (domain: the officer does, from `skb`). Beside it stand the
topics that she may ask about.
Read from `catalogue.toml`; see there for the meaning of each field and its source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.cases.rows import tables, twice

LISTS = ("etik", "disiplin")


@dataclass(frozen=True, slots=True)
class Offence:
    """One plain choice; see `catalogue.toml`."""

    key: str
    parent: str
    skb: tuple[str, ...]
    online: bool
    neutrality: bool
    group: bool
    open: bool
    source: str


@dataclass(frozen=True, slots=True)
class Item:
    """One form of violation (bentuk pelanggaran) of Annex II, as the decree words it."""

    code: str
    text: str
    list: str
    grade: str
    source: str
    unconfirmed: str


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade of punishment and what it contains."""

    key: str
    sanctions: tuple[str, ...]
    source: str
    unconfirmed: str


@dataclass(frozen=True, slots=True)
class AccusedKind:
    """What kind of person is reported. An officer makes one of `refines` of it; `high` is never read
    locally."""

    key: str
    refines: tuple[str, ...]
    high: bool
    source: str


@dataclass(frozen=True, slots=True)
class Topic:
    """What one may ask about; its words are `about-KEY`."""

    key: str
    source: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    offences: tuple[Offence, ...]
    items: tuple[Item, ...]
    grades: tuple[Grade, ...]
    accused: tuple[AccusedKind, ...]
    topics: tuple[Topic, ...]

    def choices(self, parent: str = "") -> tuple[Offence, ...]:
        """The choices of the first screen, or of the second one behind the group `parent`, in order."""
        return tuple(offence for offence in self.offences if offence.parent == parent)

    def offence(self, key: str) -> Offence | None:
        return next((offence for offence in self.offences if offence.key == key), None)

    def item(self, code: str) -> Item | None:
        return next((item for item in self.items if item.code == code), None)

    def kind(self, key: str) -> AccusedKind | None:
        return next((kind for kind in self.accused if kind.key == key), None)

    def items_of(self, offence: str) -> tuple[Item, ...]:
        """The forms of violation an officer may pick for this choice; all of them when she was not sure."""
        found = self.offence(offence)
        if found is None or found.open:
            return self.items
        return tuple(item for item in self.items if item.code in found.skb)


def topic_words(catalogue: Catalogue) -> Iterator[str]:
    """The words that people read of topics: each has to be there in every language."""
    for topic in catalogue.topics:
        yield from (f"about-{topic.key}", f"about-{topic.key}.short")


def load_catalogue(path: Path, faults: list[str]) -> Catalogue:
    """The catalogue of this file; faults (unknown code, offence without item, …) are appended, none
    raised."""
    found = tables(path, ("offence", "item", "grade", "accused", "topic"), faults)
    offences, items, grades, accused, topics = [], [], [], [], []
    for row in found["offence"]:
        offences.append(
            Offence(
                key=row.text("key"),
                parent=row.text("parent", ""),
                skb=row.texts("skb"),
                online=row.flag("online"),
                neutrality=row.flag("neutrality", True),
                group=row.flag("group"),
                open=row.flag("open"),
                source=row.text("source"),
            )
        )
        row.done()
    for row in found["item"]:
        items.append(
            Item(
                code=row.text("code"),
                text=row.text("text"),
                list=row.one("list", LISTS),
                grade=row.text("grade"),
                source=row.text("source"),
                unconfirmed=row.text("unconfirmed", ""),
            )
        )
        row.done()
    for row in found["grade"]:
        grades.append(
            Grade(
                key=row.text("key"),
                sanctions=row.texts("sanctions", True),
                source=row.text("source"),
                unconfirmed=row.text("unconfirmed", ""),
            )
        )
        row.done()
    for row in found["accused"]:
        accused.append(
            AccusedKind(row.text("key"), row.texts("refines", True), row.flag("high"), row.text("source"))
        )
        row.done()
    for row in found["topic"]:
        topics.append(Topic(row.text("key"), row.text("source")))
        row.done()
    catalogue = Catalogue(tuple(offences), tuple(items), tuple(grades), tuple(accused), tuple(topics))
    faults.extend(f"{path.name}: {fault}" for fault in _faults(catalogue))
    return catalogue


def _faults(catalogue: Catalogue) -> list[str]:
    """What is wrong between the rows."""
    faults: list[str] = []
    twice("offence", (offence.key for offence in catalogue.offences), faults)
    twice("item", (item.code for item in catalogue.items), faults)
    twice("grade", (grade.key for grade in catalogue.grades), faults)
    twice("accused", (kind.key for kind in catalogue.accused), faults)
    twice("topic", (topic.key for topic in catalogue.topics), faults)
    if not catalogue.offences:
        faults.append("no offence to choose from")
    if not catalogue.topics:
        faults.append("no topic to ask about")
    for offence in catalogue.offences:
        faults.extend(_offence_faults(catalogue, offence))
    grades = {grade.key for grade in catalogue.grades}
    reached = {code for offence in catalogue.offences for code in offence.skb}
    for item in catalogue.items:
        if item.grade not in grades:
            faults.append(f"item {item.code!r} names the unknown grade {item.grade!r}")
        if item.code not in reached:
            faults.append(f"item {item.code!r} is reached from no offence")
    return faults


def _offence_faults(catalogue: Catalogue, offence: Offence) -> list[str]:
    unknown = [code for code in offence.skb if catalogue.item(code) is None]
    faults = [f"offence {offence.key!r} names the unknown item {code!r}" for code in unknown]
    parent = catalogue.offence(offence.parent)
    if offence.neutrality and not (offence.skb or offence.open or offence.group):
        faults.append(f"offence {offence.key!r} is about neutrality, but names no item of the decree")
    if offence.parent and not (parent and parent.group):
        faults.append(f"offence {offence.key!r} stands behind {offence.parent!r}, which is no group")
    if offence.group and not catalogue.choices(offence.key):
        faults.append(f"the group {offence.key!r} opens an empty screen")
    return faults
