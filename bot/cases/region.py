"""The land: provinces, kabupaten and kota with their codes, names and clocks.

`load_land` reads the data files once, at start; everything else is a value. Codes are Kemendagri's, with dots:
"74" is a province, "74.07" a kabupaten or kota in it. A kota and a kabupaten often share a name (Bogor, Sorong): what
people read always says which of the two it is.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from bot.cases.region_names import Names, index_names

Kind = Literal["province", "kabupaten", "kota"]
KINDS: dict[str, Kind] = {"province": "province", "kabupaten": "kabupaten", "kota": "kota"}


@dataclass(frozen=True, slots=True)
class Region:
    """A province, kabupaten or kota. `name` is without its kind; `province` a code; `zone` an IANA name."""

    code: str
    name: str
    kind: Kind
    province: str
    zone: str


@dataclass(frozen=True, slots=True)
class Town:
    """A town on the map, in degrees. `region` is its kabupaten's code, or a country's two letters abroad."""

    name: str
    latitude: float
    longitude: float
    region: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a place may be. It is sure, or a few choices (at most 8, best first), or nothing.

    within  a province was understood and no more: "which kabupaten in it?"; choices may still stand beside it
    """

    sure: Region | None = None
    choices: tuple[Region, ...] = ()
    within: Region | None = None


@dataclass(frozen=True, slots=True)
class Land:
    regions: Mapping[str, Region] = field(repr=False)
    towns: tuple[Town, ...] = field(repr=False)
    names: Names = field(repr=False)

    def region(self, code: str) -> Region | None:
        return self.regions.get(code)

    def parent(self, code: str) -> Region | None:
        """The province of a kabupaten or kota; None for a province. KeyError for an unknown code."""
        region = self.regions[code]
        return None if region.kind == "province" else self.regions[region.province]

    def children(self, province: str) -> tuple[Region, ...]:
        """The kabupaten and kota of a province, by code."""
        return tuple(
            one for one in self.regions.values() if one.province == province and one.kind != "province"
        )

    def title(self, code: str) -> str:
        """ "Kabupaten Wakatobi", "Kota Bogor", "Sulawesi Tenggara". KeyError for an unknown code."""
        region = self.regions[code]
        return region.name if region.kind == "province" else f"{region.kind.capitalize()} {region.name}"

    def short_title(self, code: str) -> str:
        """ "Kab. Wakatobi", "Kota Bogor". KeyError for an unknown code."""
        region = self.regions[code]
        return f"Kab. {region.name}" if region.kind == "kabupaten" else self.title(code)

    def full_title(self, code: str) -> str:
        """ "Kabupaten Wakatobi, Sulawesi Tenggara". KeyError for an unknown code."""
        province = self.parent(code)
        return self.title(code) if province is None else f"{self.title(code)}, {province.name}"

    def zone(self, code: str) -> str:
        """The IANA zone of a province, kabupaten or kota. KeyError for an unknown code."""
        return self.regions[code].zone


def load_land(folder: Path) -> Land:
    """Reads regions.csv, districts.csv, towns.csv and nicknames.toml of `folder`.

    Raises OSError when a file is missing and ValueError, naming the file and the code, when a row points nowhere.
    """
    regions = {row["code"]: _region(row) for row in _rows(folder / "regions.csv")}
    towns = tuple(
        Town(row["name"], float(row["latitude"]), float(row["longitude"]), row["region"])
        for row in _rows(folder / "towns.csv")
    )
    districts = [
        (row["region"], row["name"], int(row["elsewhere"])) for row in _rows(folder / "districts.csv")
    ]
    nicknames = tomllib.loads((folder / "nicknames.toml").read_text("utf-8"))
    used = {
        "towns.csv": {town.region for town in towns if "." in town.region},
        "districts.csv": {code for code, _, _ in districts},
        "nicknames.toml": {code for codes in nicknames["names"].values() for code in codes.split()}
        | set(nicknames["provinces"].values()),
    }
    for file, codes in used.items():
        if unknown := codes - regions.keys():
            raise ValueError(f"{folder / file}: no region has the code {', '.join(sorted(unknown))}")
    kinds = [(one.code, one.name, one.kind) for one in regions.values()]
    home = [(town.region, town.name) for town in towns if "." in town.region]
    return Land(regions, towns, index_names(kinds, districts, home, nicknames))


def _region(row: Mapping[str, str]) -> Region:
    if row["kind"] not in KINDS:
        raise ValueError(f"regions.csv: {row['code']} is of no known kind: {row['kind']}")
    return Region(row["code"], row["name"], KINDS[row["kind"]], row["province"], row["zone"])


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(line for line in file if not line.startswith("#"))
