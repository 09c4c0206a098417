"""Pins of the event, and where they lie."""

from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.region import Found, load_land
from bot.cases.region_pin import find_pin

pytestmark = pytest.mark.unit

LAND = load_land(Path(__file__).parent.parent / "bot" / "law")

SURE = [
    ("Wanci", -5.32, 123.53, "74.07"),
    ("Kaledupa", -5.52, 123.77, "74.07"),
    ("Tomia", -5.75, 123.95, "74.07"),
    ("Binongko", -5.95, 124.03, "74.07"),
    ("Pekat,Dompu", -8.2, 117.8, "52.05"),
    ("Dompu", -8.536, 118.463, "52.05"),
    ("Hu'u", -8.8, 118.42, "52.05"),
    ("Sukoharjo", -7.68, 110.84, "33.11"),
    ("Kartasura", -7.556, 110.74, "33.11"),
    ("Solo balaikota", -7.569, 110.829, "33.72"),
    ("Raha", -4.84, 122.72, "74.03"),
    ("Sorendiweri", -0.69, 135.6, "91.19"),
    ("Bulukumba", -5.553, 120.197, "73.02"),
    ("Luwuk", -0.951, 122.787, "72.01"),
    ("Salakan", -1.31, 123.28, "72.07"),
    ("Makassar Losari", -5.143, 119.408, "73.71"),
    ("Pangkalpinang", -2.129, 106.113, "19.71"),
    ("Mataram", -8.583, 116.108, "52.71"),
    ("Monas", -6.1754, 106.8272, "31.71"),
    ("Blok M", -6.2443, 106.7986, "31.74"),
    ("Tanjung Priok", -6.11, 106.88, "31.72"),
    ("Taman Mini", -6.3025, 106.895, "31.75"),
    ("Kebun Raya Bogor", -6.597, 106.799, "32.71"),
    ("Cibinong", -6.482, 106.842, "32.01"),
    ("Gedung Sate", -6.9025, 107.6188, "32.73"),
    ("Soreang", -7.033, 107.519, "32.04"),
    ("Tugu Jogja", -7.7829, 110.3671, "34.71"),
    ("Bantul", -7.888, 110.33, "34.02"),
    ("Surabaya Tugu", -7.2459, 112.7378, "35.78"),
    ("Sidoarjo", -7.4478, 112.7183, "35.15"),
    ("Batu", -7.871, 112.527, "35.79"),
    ("Ubud", -8.5069, 115.2625, "51.04"),
    ("Denpasar", -8.6563, 115.2222, "51.71"),
    ("Labuan Bajo", -8.4964, 119.8877, "53.15"),
    ("Kupang", -10.1772, 123.607, "53.71"),
    ("Atambua", -9.106, 124.892, "53.04"),
    ("Pontianak", -0.0263, 109.3425, "61.71"),
    ("Singkawang", 0.906, 108.987, "61.72"),
    ("Entikong", 0.985, 110.345, "61.03"),
    ("Sampit", -2.532, 112.95, "62.02"),
    ("Balikpapan", -1.2675, 116.831, "64.71"),
    ("Nunukan", 4.138, 117.657, "65.03"),
    ("Tarakan", 3.3, 117.633, "65.71"),
    ("Manado", 1.4748, 124.842, "71.71"),
    ("Tahuna", 3.613, 125.491, "71.03"),
    ("Palu", -0.8917, 119.8707, "72.71"),
    ("Rantepao", -2.969, 119.899, "73.26"),
    ("Kendari", -3.972, 122.515, "74.71"),
    ("Bau Bau", -5.462, 122.603, "74.72"),
    ("Gorontalo", 0.54, 123.06, "75.71"),
    ("Mamuju", -2.675, 118.887, "76.02"),
    ("Ambon", -3.6954, 128.1814, "81.71"),
    ("Saumlaki", -7.98, 131.3, "81.03"),
    ("Ternate", 0.787, 127.384, "82.71"),
    ("Sofifi", 0.737, 127.564, "82.72"),
    ("Jayapura", -2.533, 140.717, "91.71"),
    ("Sentani", -2.567, 140.516, "91.03"),
    ("Merauke", -8.496, 140.402, "93.01"),
    ("Timika", -4.547, 136.889, "94.04"),
    ("Wamena", -4.093, 138.944, "95.01"),
    ("Sorong", -0.876, 131.256, "96.71"),
    ("Aimas", -0.967, 131.32, "96.01"),
    ("Waisai", -0.43, 130.822, "96.03"),
    ("Banda Aceh", 5.5536, 95.3172, "11.71"),
    ("Sabang", 5.893, 95.319, "11.72"),
    ("Medan", 3.5897, 98.6738, "12.71"),
    ("Gunungsitoli", 1.288, 97.614, "12.78"),
    ("Bukittinggi", -0.305, 100.369, "13.75"),
    ("Pekanbaru", 0.507, 101.447, "14.71"),
    ("Batam", 1.13, 104.053, "21.71"),
    ("Tanjungpinang", 0.917, 104.446, "21.72"),
    ("Natuna", 3.948, 108.388, "21.03"),
]
NEAR_A_BORDER = [
    ("Kota Tua", -6.1352, 106.8133, "31.73"),
    ("UGM", -7.7705, 110.3777, "34.04"),
    ("IKN", -0.973, 116.708, "64.09"),
]
ABROAD = [
    ("Singapore", 1.29, 103.852),
    ("Johor", 1.4927, 103.7414),
    ("KL", 3.139, 101.687),
    ("Dili", -8.5569, 125.5603),
    ("Darwin", -12.46, 130.84),
    ("Davao", 7.07, 125.6),
    ("Kuching", 1.553, 110.359),
    ("Kota Kinabalu", 5.98, 116.07),
    ("Tawau", 4.244, 117.891),
    ("Vanimo", -2.685, 141.302),
    ("Java Sea", -5.0, 111.0),
    ("Indian Ocean", -11.0, 100.0),
    ("Null", 0.0, 0.0),
]


@pytest.mark.parametrize(("place", "latitude", "longitude", "code"), SURE, ids=[row[0] for row in SURE])
def test_a_pin_in_a_town_finds_its_kabupaten(
    place: str, latitude: float, longitude: float, code: str
) -> None:
    assert find_pin(LAND, latitude, longitude).sure == LAND.region(code)


@pytest.mark.parametrize(("place", "latitude", "longitude", "code"), NEAR_A_BORDER)
def test_a_pin_near_a_border_is_asked(place: str, latitude: float, longitude: float, code: str) -> None:
    found = find_pin(LAND, latitude, longitude)
    assert found.sure is None
    assert LAND.region(code) in found.choices
    assert len(found.choices) <= 5


@pytest.mark.parametrize(("place", "latitude", "longitude"), ABROAD, ids=[row[0] for row in ABROAD])
def test_a_pin_abroad_or_far_at_sea_is_no_place(place: str, latitude: float, longitude: float) -> None:
    assert find_pin(LAND, latitude, longitude) == Found()


@given(st.floats(), st.floats())
def test_no_pin_raises(latitude: float, longitude: float) -> None:
    find_pin(LAND, latitude, longitude)


@given(st.floats(-11, 6), st.floats(95, 141))
def test_a_pin_is_sure_or_open_and_never_both(latitude: float, longitude: float) -> None:
    found = find_pin(LAND, latitude, longitude)
    assert not (found.sure and found.choices)
    assert found.within is None


def test_no_number_is_no_place() -> None:
    assert find_pin(LAND, math.nan, 123.0) == find_pin(LAND, -5.0, math.inf) == Found()
