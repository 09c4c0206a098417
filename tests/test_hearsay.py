"""Stories heard from others or seen online, and stories seen with her own eyes."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cases.hearsay import told_by_others

pytestmark = pytest.mark.unit

TOLD = """
Kata teman, camat itu ikut kampanye di lapangan
kata tetangga dia bagi-bagi sembako
Katanya pak kadis sudah jadi tim sukses
konon lurah itu mengumpulkan KTP
kabarnya mobil dinas dipakai kampanye
Saya diceritakan oleh keponakan yang hadir di sana
saya diceritain adik
Foto ini dikirimi teman di grup
fotonya dikirim di grup WA kampung
saya dapat dari WA
dapat video dari grup keluarga
Dapat kiriman foto dari tetangga
screenshot ini dari status WA guru itu
ini SS-an percakapan grup dinas
tangkapan layar facebook kepala desa
Saya lihat di Facebook dia memakai kaos calon
PNS itu membagikan poster calon di instagram
videonya viral di tiktok
Beredar video camat mengajak warga memilih
menurut warga, sudah dua kali dia begitu
Menurut cerita orang-orang di pasar
saya dengar dari ibu-ibu pengajian
dengar-dengar mereka dikasih uang
teman saya cerita kalau dia dipaksa
Tetangga bilang baliho itu dipasang malam hari
saya diberi tahu saudara yang bekerja di sana
dikasih tau kakak saya
postingan akun Pak Harun mendukung calon nomor 2
pesan itu diteruskan ke saya
dia live di fb waktu kampanye
My friend told me about it
I was told that the head teacher shared it
I saw it on Facebook
A screenshot from the office group
according to the neighbours he did it twice
"""

SEEN = """
Baliho calon bupati dipasang di pagar kantor camat siang-siang. Yang pasang pegawai situ, masih pakai baju dinas
Saya melihat sendiri camat membagikan sembako di balai desa
bukan kata orang, saya lihat sendiri
Saya berdiri di depan panggung waktu dia berpidato
Camat memberi kata sambutan dan mengajak memilih nomor 2
dia mengeluarkan kata-kata kasar kepada warga
Pak lurah berkata kami harus memilih dia
Kepala dinas mengumpulkan staf di aula dan menyuruh memilih
mobil dinas DT 1234 AB mengangkut alat peraga
Saya foto dari seberang jalan
Dia memakai kaos partai di lapangan
Ada tiga PNS ikut pawai, saya hitung
kepala sekolah menempel stiker di papan pengumuman
saya diminta uang oleh kasubag waktu mengurus kenaikan pangkat
warga dapat amplop dari lurah
saya menerima uang dari tim sukses
kades mengumpulkan fotokopi KTP dari rumah ke rumah
beliau menyebut nama calon tiga kali
orang itu berdiri di atas panggung
Warga diberi amplop di depan balai desa
Saya dan teman menonton kampanye itu
I saw the district head on the stage with my own eyes
The official car was parked at the rally
He handed out rice with the candidate's picture
"""


@pytest.mark.parametrize("story", TOLD.strip().splitlines())
def test_a_story_from_others_or_from_the_net_is_known(story: str) -> None:
    assert told_by_others(story)


@pytest.mark.parametrize("story", SEEN.strip().splitlines())
def test_what_she_saw_herself_is_not_hearsay(story: str) -> None:
    assert not told_by_others(story)


@given(st.text(max_size=300))
def test_no_story_breaks_it(story: str) -> None:
    told_by_others(story)


def test_a_wall_of_text_is_read_in_a_moment() -> None:
    started = time.perf_counter()
    for piece in (
        "a",
        "kata ",
        "dapat ",
        "dikirim di ",
        "bukan kata ",
        "saya dengar ",
        " ",
        "dapat foto ",
        "teman ",
    ):
        told_by_others(piece * 10_000)
    assert time.perf_counter() - started < 1
