"""Rows of a law file, read with every fault gathered instead of the first one raised.

A law file is TOML with tables of rows. An administrator edits it, so a mistake is expected: each reader
returns a usable value of the right type and appends one sentence (file, row, field, what is wrong) to a
shared list.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

NEVER = date(1, 1, 1)
"""What a day reads as when its field is faulty."""


@dataclass(slots=True)
class Row:
    """One row under reading. `where` names it in faults: file, table, number."""

    where: str
    data: dict[str, object]
    faults: list[str]
    read: set[str] = field(default_factory=set)

    def fault(self, sentence: str) -> None:
        self.faults.append(f"{self.where}: {sentence}")

    def text(self, name: str, default: str | None = None) -> str:
        """A text; without a default it must be there and not be empty."""
        value = self._get(name, default is None)
        if value is None:
            return default or ""
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.fault(f"{name} must be a text")
            return default or ""
        return value

    def one(self, name: str, of: Collection[str], default: str | None = None) -> str:
        """A text out of a closed set."""
        value = self.text(name, default)
        if value and value not in of:
            self.fault(f"{name} is {value!r}, but must be one of {', '.join(sorted(of))}")
        return value

    def texts(self, name: str, required: bool = False) -> tuple[str, ...]:
        """A list of texts without repeats; absent is empty."""
        value = self._get(name, required)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            self.fault(f"{name} must be a list of texts")
            return ()
        if len(set(value)) != len(value):
            self.fault(f"{name} names something twice")
        return tuple(dict.fromkeys(value))

    def flag(self, name: str, default: bool = False) -> bool:
        value = self._get(name, False)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        self.fault(f"{name} must be true or false")
        return default

    def number(self, name: str) -> int:
        """A whole number above zero."""
        value = self._get(name, True)
        if isinstance(value, int) and not isinstance(value, bool) and value > 0:
            return value
        if value is not None:
            self.fault(f"{name} must be a whole number above zero")
        return 1

    def numbers(self, name: str) -> tuple[int, ...]:
        """A list of whole numbers, zero or more; absent is empty."""
        value = self._get(name, False)
        if value is None:
            return ()
        if not isinstance(value, list) or not all(type(one) is int and one >= 0 for one in value):
            self.fault(f"{name} must be a list of whole numbers")
            return ()
        return tuple(value)

    def day(self, name: str, required: bool = True) -> date | None:
        value = self._get(name, required)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.fault(f"{name} must be a day, such as 2024-11-27")
        return NEVER if required else None

    def time(self, name: str) -> time:
        value = self._get(name, True)
        if isinstance(value, time):
            return value
        if value is not None:
            self.fault(f"{name} must be a time, such as 08:00:00")
        return time(0)

    def done(self) -> None:
        """Every field was asked for, or it is a misspelt one."""
        for name in sorted(self.data.keys() - self.read):
            self.fault(f"{name} is not a field of this table")

    def _get(self, name: str, required: bool) -> object:
        self.read.add(name)
        if name not in self.data and required:
            self.fault(f"{name} is missing")
        return self.data.get(name)


def tables(path: Path, names: Collection[str], faults: list[str]) -> dict[str, list[Row]]:
    """The tables `names` of one file, each a list of rows. A missing table is empty, a missing file a
    fault."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        faults.append(f"{path.name}: the file is missing in {path.parent}")
        return {name: [] for name in names}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        faults.append(f"{path.name}: cannot be read: {error}")
        return {name: [] for name in names}
    strange = sorted(content.keys() - set(names))
    faults.extend(f"{path.name}: [[{name}]] is not a table of this file" for name in strange)
    found: dict[str, list[Row]] = {}
    for name in names:
        rows = content.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            faults.append(f"{path.name}: {name} must be a table of rows, written [[{name}]]")
            rows = []
        found[name] = [Row(f"{path.name} [[{name}]] {n}", row, faults) for n, row in enumerate(rows, start=1)]
    return found


def twice(what: str, keys: Iterable[str], faults: list[str]) -> None:
    """A fault for each key that stands more than once."""
    seen: set[str] = set()
    for key in keys:
        if key in seen:
            faults.append(f"{what} {key!r} stands twice")
        seen.add(key)
