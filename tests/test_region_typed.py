"""What people type when asked where it happened."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cases.region import Found, load_land
from bot.cases.region_typed import find_typed

pytestmark = pytest.mark.unit

LAND = load_land(Path(__file__).parent.parent / "bot" / "law")

SURE = {
    "Wanci, Wakatobi": "74.07",
    "wakatobi": "74.07",
    "wakatobbi": "74.07",
    "di depan kantor camat wangi-wangi wakatobi": "74.07",
    "Kemarin di pasar wanci ada camat": "74.07",
    "kantor bupati Wakatobi": "74.07",
    "kota jogja": "34.71",
    "Sleman, Jogja": "34.04",
    "jl. Solo km 9, Maguwoharjo, Sleman": "34.04",
    "jaksel": "31.74",
    "jakpus": "31.71",
    "Jl. Jend. Sudirman No. 5, Kel. Bendungan Hilir, Kec. Tanah Abang, Jakarta Pusat": "31.71",
    "kep. seribu": "31.01",
    "makasar": "73.71",
    "MAKASSAR!!!": "73.71",
    "Makasar, Jakarta Timur": "31.75",
    "Aula Hotel Claro Makassar": "73.71",
    "Bulukamba": "73.02",
    "kab. bulukamba kec ujung loe": "73.02",
    "kab bogor": "32.01",
    "bupati Bogor": "32.01",
    "Bogor Regency": "32.01",
    "Cibinong": "32.01",
    "cibinong bogor": "32.01",
    "Desa Sukamaju kec Cibinong": "32.01",
    "kota bogor": "32.71",
    "pemkot bogor": "32.71",
    "Bogor Tengah, Bogor": "32.71",
    "Muna": "74.03",
    "Muna Barat": "74.13",
    "muno barat": "74.13",
    "Pasar Baru, Muna": "74.03",
    "solo": "33.72",
    "kota solo jawa tengah": "33.72",
    "solo baru": "33.11",
    "kota solok": "13.72",
    "Raba, Bima": "52.72",
    "Kec. Pekat Kab. Dompu NTB": "52.05",
    "Banggai": "72.01",
    "Banggai Kepulauan": "72.07",
    "Banggai, Banggai Laut": "72.11",
    "pangkal pinang": "19.71",
    "pangkalpinang": "19.71",
    "tj. pinang": "21.72",
    "kepri batam": "21.71",
    "bau-bau": "74.72",
    "baubau": "74.72",
    "kab sorong papua barat daya": "96.01",
    "Merauke, Papua": "93.01",
    "Wamena, Papua": "95.01",
    "Teminabuan, Papua Barat": "96.02",
    "Maybrat, Papua Barat": "96.05",
    "desa Bandung kec. Diwek, Jombang": "35.17",
    "Timika": "94.04",
    "Fakfak": "92.03",
    "toli toli": "72.04",
    "Selayar": "73.01",
    "Konawe Kep": "74.12",
    "Banjar, Jawa Barat": "32.79",
    "banjar kalsel": "63.03",
    "Kota Baru, Jambi": "15.71",
    "Kotabaru kalsel": "63.02",
    "Sekernan, Jambi": "15.05",
    "kota Jambi": "15.71",
    "Depok": "32.76",
    "Depok, Sleman": "34.04",
    "batu": "35.79",
    "kota batu": "35.79",
    "lapangan Merdeka Medan": "12.71",
    "Nias Baart": "12.25",
    "Banyuwnagi": "35.10",
    "Surabya": "35.78",
    "Mataram, Lombok": "52.71",
    "ngamprah kbb": "32.17",
    "kec sukamaju, luwu utara": "73.22",
    "alun-alun wonosobo": "33.07",
    "ＷＡＫＡＴＯＢＩ": "74.07",
    "Hu'u": "52.05",
}

CHOICES = {
    "Bogor": "32.71 32.01",
    "kabupaten/kota bogor": "32.71 32.01",
    "di bogor": "32.71 32.01",
    "Bandung": "32.73 32.04",
    "semarang jateng": "33.74 33.22",
    "Sorong": "96.71 96.01",
    "Sorong, Papua Barat": "96.71 96.01",
    "Solok": "13.72 13.02",
    "Bima NTB": "52.72 52.06",
    "tasikmalya": "32.78 32.06",
    "Banjar": "32.79 63.03",
    "jogja": "34.71 34.01 34.02 34.03 34.04",
    "Yogyakarta": "34.71 34.01 34.02 34.03 34.04",
    "Gorontalo": "75.71 75.01 75.02 75.03 75.04 75.05",
    "Jakarta": "31.01 31.71 31.72 31.73 31.74 31.75",
    "lombok": "52.71 52.01 52.02 52.03 52.08",
    "Toraja": "73.18 73.26",
    "Kartasura, Solo": "33.72 33.11",
    "Sukamaju": "73.22 36.02",
    "jalan solo": "33.72",
    "Gunung Sugih": "18.02",
}
WITHIN = {
    "sultra": "74",
    "Sulawesi Tenggara": "74",
    "jateng": "33",
    "NTB": "52",
    "provinsi jambi": "15",
    "papua": "91",
}

NOTHING = [
    "", " ", ".", "asdfgh", "tidak tahu", "di rumah saya", "kamu", "ya", "1", "kota", "kabupaten",
    "di kabupaten sebelah",
    "Saya tidak ingat tempatnya", "makan bakso enak sekali", "tadi malam di kota", "halo", "Kuala Lumpur", "東京", "🙂",
]  # fmt: skip


def codes(found: Found) -> str:
    return " ".join(one.code for one in found.choices)


@pytest.mark.parametrize(("text", "code"), SURE.items())
def test_a_place_typed_as_people_type_it_is_found(text: str, code: str) -> None:
    found = find_typed(LAND, text)
    assert found.sure == LAND.region(code), codes(found)


@pytest.mark.parametrize(("text", "expected"), CHOICES.items())
def test_what_may_be_several_places_is_asked(text: str, expected: str) -> None:
    found = find_typed(LAND, text)
    assert (found.sure, codes(found)) == (None, expected)


@pytest.mark.parametrize(("text", "province"), WITHIN.items())
def test_a_province_alone_asks_for_the_kabupaten(text: str, province: str) -> None:
    assert find_typed(LAND, text) == Found(within=LAND.region(province))


def test_a_small_province_alone_gives_its_kabupaten() -> None:
    found = find_typed(LAND, "Kaltara")
    assert (found.sure, found.within, codes(found)) == (None, None, "65.01 65.02 65.03 65.04 65.71")


def test_a_name_of_both_a_city_and_its_large_province_offers_the_city_and_asks() -> None:
    assert find_typed(LAND, "Jambi") == Found(choices=(LAND.regions["15.71"],), within=LAND.region("15"))


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_no_place_gives_nothing(text: str) -> None:
    assert find_typed(LAND, text) == Found()


def test_the_province_named_before_decides_between_places_of_one_name() -> None:
    assert find_typed(LAND, "Banjar", LAND.region("63")).sure == LAND.region("63.03")
    assert find_typed(LAND, "Wakatobi", LAND.region("63")).sure == LAND.region("74.07")


def test_every_title_as_written_finds_itself() -> None:
    for code, region in LAND.regions.items():
        if region.kind == "province":
            continue
        for text in (
            LAND.title(code),
            LAND.short_title(code),
            LAND.full_title(code),
            LAND.title(code).upper(),
        ):
            assert find_typed(LAND, text).sure == region, text


def test_every_bare_name_finds_itself_or_is_asked_with_its_twin() -> None:
    for region in LAND.regions.values():
        if region.kind != "province":
            found = find_typed(LAND, region.name)
            twins = {
                one for one in LAND.regions.values() if one.kind != "province" and one.name == region.name
            }
            assert (found.sure == region and len(twins) == 1) or twins <= set(found.choices), region


@settings(max_examples=300, deadline=None)
@given(
    st.text(max_size=300)
    | st.lists(st.sampled_from([*SURE, *CHOICES, *NOTHING, "kec", "jalan"])).map(" ".join)
)
def test_no_text_raises_and_no_answer_is_both_sure_and_open(text: str) -> None:
    found = find_typed(LAND, text)
    assert len(found.choices) <= 8
    assert len(set(found.choices)) == len(found.choices)
    assert not (found.sure and (found.choices or found.within))
    assert all(one.kind != "province" for one in found.choices)


@pytest.mark.parametrize("text", ["a", "a ", "bogor ", "kabupatn ", "kec. sukamaju, ", "\u0301", "ﷺ"])
def test_a_hostile_text_is_answered(text: str) -> None:
    find_typed(LAND, (text * 4_000)[:4_000])
