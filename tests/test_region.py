"""The land: names, codes, titles, clocks."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from bot.cases.region import Land, load_land

pytestmark = pytest.mark.unit

LAW = Path(__file__).parent.parent / "bot" / "law"


@pytest.fixture(scope="module")
def land() -> Land:
    return load_land(LAW)


def test_the_land_has_38_provinces_and_514_kabupaten_and_kota(land: Land) -> None:
    assert Counter(one.kind for one in land.regions.values()) == {
        "province": 38,
        "kabupaten": 416,
        "kota": 98,
    }


def test_every_kabupaten_has_a_province_a_town_on_the_map_and_its_provinces_clock(land: Land) -> None:
    towns = {town.region for town in land.towns}
    for code, region in land.regions.items():
        if region.kind == "province":
            assert land.parent(code) is None
            continue
        parent = land.parent(code)
        assert parent is not None
        assert parent.kind == "province"
        assert code.startswith(parent.code + ".")
        assert land.zone(code) == parent.zone
        assert code in towns, region


@pytest.mark.parametrize(
    ("zone", "provinces"),
    [
        ("Asia/Jakarta", "11 12 13 14 15 16 17 18 19 21 31 32 33 34 35 36 61 62"),
        ("Asia/Makassar", "51 52 53 63 64 65 71 72 73 74 75 76"),
        ("Asia/Jayapura", "81 82 91 92 93 94 95 96"),
    ],
)
def test_the_three_clocks_of_indonesia(land: Land, zone: str, provinces: str) -> None:
    all_provinces = [one for one in land.regions.values() if one.kind == "province"]
    assert [one.code for one in all_provinces if one.zone == zone] == provinces.split()


def test_titles_say_kabupaten_or_kota(land: Land) -> None:
    assert land.title("74.07") == "Kabupaten Wakatobi"
    assert land.short_title("74.07") == "Kab. Wakatobi"
    assert land.full_title("74.07") == "Kabupaten Wakatobi, Sulawesi Tenggara"
    assert land.title("32.71") == land.short_title("32.71") == "Kota Bogor"
    assert land.full_title("31.74") == "Kota Jakarta Selatan, DKI Jakarta"
    assert land.title("71.09") == "Kabupaten Kepulauan Siau Tagulandang Biaro"
    assert land.title("74") == land.short_title("74") == land.full_title("74") == "Sulawesi Tenggara"


def test_an_unknown_code_is_no_region(land: Land) -> None:
    assert land.region("99.99") is None
    with pytest.raises(KeyError):
        land.title("99.99")


def test_no_two_titles_are_alike(land: Land) -> None:
    assert len({land.title(code) for code in land.regions}) == len(land.regions)


def test_a_nickname_of_an_unknown_region_stops_the_start(tmp_path: Path) -> None:
    for file in ("regions.csv", "districts.csv", "towns.csv", "nicknames.toml"):
        text = (LAW / file).read_text("utf-8")
        (tmp_path / file).write_text(text.replace('jaksel = "31.74"', 'jaksel = "31.99"'), "utf-8")
    with pytest.raises(ValueError, match=r"nicknames.toml.*31\.99"):
        load_land(tmp_path)


def test_the_towns_credit_geonames() -> None:
    assert "GeoNames" in (LAW / "towns.csv").read_text("utf-8").splitlines()[0]
    assert "CC BY 4.0" in (LAW / "SOURCES.md").read_text("utf-8")
