"""Where an agency's offices of a province are, when not every province has one.

Read from `offices.toml`. An agency without rows there has an office in every province.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.cases.agency import Agencies
from bot.cases.rows import Row, tables


@dataclass(frozen=True, slots=True)
class Office:
    """One office; `serves` are provinces that have none of their own."""

    agency: str
    province: str
    serves: tuple[str, ...]
    contacts: tuple[str, ...]
    source: str
    unconfirmed: str


@dataclass(frozen=True, slots=True)
class Offices:
    rows: tuple[Office, ...]

    def of(self, agency: str) -> tuple[Office, ...]:
        return tuple(office for office in self.rows if office.agency == agency)

    def seat(self, agency: str, province: str) -> str:
        """The province in which the agency's office for this one sits; "" where nobody looks after it."""
        rows = self.of(agency)
        if not rows:
            return province
        return next((row.province for row in rows if province in (row.province, *row.serves)), "")

    def sits(self, agency: str, province: str) -> bool:
        """Whether the agency has an office there itself."""
        return self.seat(agency, province) == province

    def faults(self, provinces: Collection[str]) -> Iterator[str]:
        """A sentence for each province that no office looks after, that two do, or that is none."""
        for agency in dict.fromkeys(office.agency for office in self.rows):
            served = [code for office in self.of(agency) for code in (office.province, *office.serves)]
            for code in sorted(set(served) - set(provinces)):
                yield f"offices.toml: {agency} looks after {code!r}, which is no province"
            for code in sorted(set(provinces) - set(served)):
                yield f"offices.toml: no office of {agency} looks after province {code}"
            for code in sorted({code for code in served if served.count(code) > 1}):
                yield f"offices.toml: more than one office of {agency} looks after province {code}"


def load_offices(path: Path, agencies: Agencies, faults: list[str]) -> Offices:
    """The offices of this file; faults are appended, none is raised."""
    return Offices(tuple(_office(row, agencies) for row in tables(path, ("office",), faults)["office"]))


def _office(row: Row, agencies: Agencies) -> Office:
    office = Office(
        agency=row.one("agency", agencies.by_key),
        province=row.text("province"),
        serves=row.texts("serves"),
        contacts=row.texts("contacts"),
        source=row.text("source"),
        unconfirmed=row.text("unconfirmed", ""),
    )
    agency = agencies.by_key.get(office.agency)
    if agency is not None and "province" not in agency.levels:
        row.fault(f"{office.agency} has no offices at the level of provinces")
    row.done()
    return office
