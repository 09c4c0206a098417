"""Stories that name their teller, and stories that only tell."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.selfnaming import names_herself

pytestmark = pytest.mark.unit

POINTING = """
work: Saya guru di SD 2 Wanci, jadi saya tahu beliau kepala dinas.
work: saya staf di kantor itu
work: Saya juga pegawai di dinas yang sama
work: kebetulan saya honorer di situ
work: Saya bekerja di kantor camat
work: saya kerja di puskesmas
work: tempat saya mengajar dipasangi spanduk
work: Baliho dipasang di pagar kantor saya.
work: Atasan saya menyuruh kami memilih nomor dua
work: kepala sekolah saya membagikan stiker
work: Kadis kami mengumpulkan semua staf
work: bosku ikut kampanye
work: dia satu kantor dengan saya
work: teman sekantor bilang dia diancam
work: kami para guru disuruh hadir
work: saya sebagai bawahannya tidak berani
work: Sy PNS, takut dimutasi
work: gue kerja di dinas pendidikan
work: gaji kami dipotong untuk calon
work: Saya sekdes, diminta uang oleh camat
work: saya anggota KPPS di TPS 3
work: I am a teacher at the school next door
work: My boss told everyone to vote for him
work: I work at the district office
kin: Suami saya disuruh atasannya ikut kampanye
kin: kakak saya yang jadi panitia
kin: Paman saya kepala desa
kin: dia kakak ipar saya
kin: saya istrinya, jadi saya tahu
kin: Saya keponakan camat itu
kin: sepupuku yang memasang
kin: anak saya sekolah di situ dan ditanya gurunya
kin: bapak saya diberi sembako
kin: my husband was told to come
phone: hubungi saya di 0812-3456-7890
phone: WA 081234567890 kalau perlu
phone: nomor saya +62 812 3456 7890
nik: NIK saya 7407054512900001
nik: 7407 0545 1290 0001
nik: NIP saya 198001012005012001
plate: motor saya DT 1234 AB diikuti
plate: Mobil kami, dt 1234 ab, parkir di depan
plate: pelat motor saya DT 4321 XY
home: baliho dipasang di depan rumah saya
home: Rumah saya di Jalan Merdeka 5
home: saya tinggal di RT 03 RW 02
home: Saya warga desa Longa
home: alamat saya Jl. Melati 4
home: tetangga saya ASN dan memasang baliho
home: warung saya ditempeli stiker
home: it hangs in front of my house
name: Nama saya Sari Wulandari
name: nama saya: Sari
name: namaku Sari
name: perkenalkan saya Sari dari Wanci
name: My name is Sari
"""

INNOCENT = """
Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ, masih pakai baju dinas
Saya melihat Pak Harun, guru SD, memasang baliho.
saya lihat mobil dinas DT 1234 AB mengangkut baliho
Menurut saya guru itu memihak.
setahu saya staf camat itu PNS
Setahu saya camat sudah dilarang ikut kampanye
Pak camat bekerja di kantor bupati dulu
Di depan kantor saya melihat baliho besar
Di sekolah saya lihat spanduk calon
Kepala sekolah membagikan stiker kepada guru
Guru-guru disuruh hadir oleh kepala dinas
Dia bilang istrinya calon anggota dewan
Suami camat itu calon bupati
Bapak bupati membagikan uang
Ibu saya mau lapor soal camat
kak saya mau lapor ada PNS kampanye
Camat memberi nomor rekening 7407000000 untuk sumbangan
NIP-nya 198001012005011001 ada di papan nama
Pak Harun, NIP 198001012005011001, memasang baliho
nomor WA pak camat 081234567890 dipakai untuk mengajak
Dia mengirim dari nomornya 0812 3456 7890
Nama saya jangan disebut ya
tolong rahasiakan nama saya dari mereka
nama saya dicatut sebagai pendukung
KTP atas nama saya dipakai
mohon nama saya dirahasiakan
Saya takut, tolong dirahasiakan
Kami melihat mobil itu berhenti dua kali
Motor itu pelatnya DT 1234 AB
Mereka datang jam 10 pagi di RT 03 RW 02
Saya warga biasa yang ingin pilkada jujur
saya lewat di situ kemarin
Saya sedang beli bensin waktu mobil dinas itu lewat
Menurut kata orang guru itu anggota tim sukses
Teman saya lihat sendiri kejadiannya
kepala desa kami jarang datang, tetapi kemarin ikut kampanye
Kami bekerja sama dengan panwas
Ada 3 guru dan 2 staf yang ikut
saya hitung 25 orang, masing-masing dapat Rp 100.000
Tanggal 16-10-2024 pukul 10.30 di lapangan
Camat itu mengajak saya pegawai dan warga memilih nomor 2
He is a teacher at SD 2 and shared the poster
I saw the official car DT 1234 AB at the rally
In my opinion the village head is biased
The head of the school works at the district office
"""


def rows() -> list[tuple[str, str]]:
    pairs = (line.split(": ", 1) for line in POINTING.strip().splitlines())
    return [(story, kind) for kind, story in pairs]


@pytest.mark.parametrize(("story", "kind"), rows())
def test_a_story_that_names_its_teller_is_noticed(story: str, kind: str) -> None:
    hints = names_herself(story)
    assert kind in {hint.kind for hint in hints}


@pytest.mark.parametrize("story", INNOCENT.strip().splitlines())
def test_a_story_about_others_is_left_in_peace(story: str) -> None:
    assert names_herself(story) == ()


def test_a_hint_quotes_what_she_wrote_and_where() -> None:
    story = "Camat datang.\nSaya   guru di SD 2, dan suami saya staf camat. Telepon 081234567890."
    hints = names_herself(story)
    assert [(hint.kind, hint.snippet) for hint in hints] == [
        ("work", "Saya guru"),
        ("kin", "suami saya"),
        ("phone", "081234567890"),
    ]
    assert [story[hint.start : hint.end] for hint in hints] == ["Saya   guru", "suami saya", "081234567890"]


def test_a_hint_does_not_show_her_words_when_it_is_logged() -> None:
    assert "Sari" not in repr(names_herself("nama saya Sari"))


@given(st.text(max_size=300))
def test_no_story_breaks_it(story: str) -> None:
    names_herself(story)


WORDS = "saya kami guru kantor rumah suami nama motor DT 1234 AB 0812 34567890 7407054512900001 di itu . , \n ku".split(
    " "
)


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join))
def test_hints_stand_in_order_and_never_overlap(story: str) -> None:
    hints = names_herself(story)
    assert len(hints) <= 10
    assert all(0 <= hint.start < hint.end <= len(story) for hint in hints)
    assert all(one.end <= other.start for one, other in pairwise(hints))
    assert all(0 < len(hint.snippet) <= 60 for hint in hints)


def test_a_wall_of_text_is_read_in_a_moment() -> None:
    started = time.perf_counter()
    for piece in (
        "saya ",
        "saya adalah juga ",
        "motor saya ",
        "1 ",
        "0812345678 ",
        " ",
        "\n",
        "a",
        "nama saya ",
        "dt 12 ab ",
    ):
        names_herself(piece * 4_000)
    assert time.perf_counter() - started < 3
