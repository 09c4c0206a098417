"""A post is proposed from her own words, and only when it is the accused's."""

import pytest

from bot.cases.law import Law
from bot.cases.position import propose_position

pytestmark = pytest.mark.unit

STORY = "Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ"


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Pak Sekda", "sekda"),
        ("sekertaris daerah", "sekda"),
        ("SEKDA kab. Wakatobi", "sekda"),
        ("Plt. Sekda, namanya lupa", "sekda"),
        ("kadis kesehatan", "head_of_office"),
        ("Kadisdik", "head_of_office"),
        ("kepala dinas pendidikan", "head_of_office"),
        ("Ka. Dinas PU", "head_of_office"),
        ("camat Wangi-Wangi", "camat"),
        ("Bu camatnya sendiri", "camat"),
        ("kepala distrik", "camat"),
        ("bupati", "regional_head"),
        ("Wali Kota", "regional_head"),
        ("walikotanya", "regional_head"),
        ("gubernur", "regional_head"),
        ("wakil bupati", "deputy_regional_head"),
        ("wabup", "deputy_regional_head"),
        ("anggota DPRD", "legislator"),
        ("staf ahli bupati", "jpt"),
        ("pejabat eselon II", "jpt"),
        ("istri bupati", "kin"),
        ("adiknya, maksud saya adik camat", "kin"),
        ("ajudan pak bupati", "kin"),
        ("lurah", "lurah"),
        ("kepsek SD 2", "school_head"),
        ("Pak Kades", "village_head"),
        ("sekretaris camat", "administrator"),
    ],
)
def test_a_post_is_understood(law: Law, text: str, position: str) -> None:
    assert propose_position(law.positions, text) == position


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Pak Harun, staf kantor camat",
        f"Pak Harun, staf kantor camat. {STORY}",
        STORY,
        "pegawai pak camat",
        "anak buah camat",
        "kantor bupati",
        "pegawai kecamatan",
        "mantan bupati",
        "istri calon bupati",
        "bukan camat",
        "guru, ikut kampanye bupati",
        "foto bersama wali kota",
        "calon anggota DPRD",
        "guru SD di kampung saya",
        "Pak Camatra",
        "bupatiwati",
    ],
)
def test_somebody_elses_post_is_not_the_accuseds(law: Law, text: str) -> None:
    assert propose_position(law.positions, text) is None


def test_a_high_post_wins_over_any_other_in_the_same_text(law: Law) -> None:
    assert propose_position(law.positions, "lurah itu disuruh camat") == "camat"


def test_a_word_of_another_sentence_takes_nothing_away(law: Law) -> None:
    assert propose_position(law.positions, "Dia bukan staf. Camat yang pasang") == "camat"


def test_the_posts_that_are_never_read_locally(law: Law) -> None:
    high = {position.key for position in law.positions.rows if position.high}
    assert high == {
        "regional_head",
        "deputy_regional_head",
        "legislator",
        "state_official",
        "sekda",
        "head_of_office",
        "jpt",
        "camat",
        "kin",
    }


def test_an_endless_text_is_read_in_passing(law: Law) -> None:
    assert propose_position(law.positions, "pak " * 1000 + "camat") == "camat"
