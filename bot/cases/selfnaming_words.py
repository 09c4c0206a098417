"""The ways in which people say who they are, as patterns for selfnaming.py.

In a pattern one space stands for any short white space.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["work", "kin", "home", "name"]

_ME = "(?:saya|sy|sya|aku|gue|gua|gw|kami)"
_MINE = rf"(?:-?ku\b| (?:{_ME}|kita)\b)"
# Words that may stand between "saya" and what she is.
_WHO_IS = (
    r"(?: (?:adalah|ialah|ini|sendiri|juga|hanya|cuma|cuman|memang|kebetulan|sebagai|selaku|seorang|salah satu"
    r"|salah seorang|para|dulu|dulunya|masih|sekarang|pun|kan|sudah|sehari-hari)\b){0,3} "
)
# "Di depan kantor saya melihat …": there "saya" begins what she did, and the office is not hers.
_NO_VERB = (
    r"(?! (?:me(?:lihat|ndengar|nyaksikan|nemukan|motret|rekam|lapor\w*|ngambil|mfoto|nonton|mbaca|nunggu)|lihat|liat"
    r"|dengar|saksikan|temukan|jumpai|foto|rekam|ambil|baca|tahu|tau|mau|ingin|lapor|lewat|sempat|singgah|datang"
    r"|duduk|berdiri|pulang|tanya|bertanya|mohon|kira|rasa|pikir|takut|pernah|tadi|kemarin|akan|harap|minta)\b)"
)
_ASKING = r"(?! (?:mau|ingin|lapor|melapor\w*|mohon|tanya|bertanya|minta|izin|ijin)\b)"

_JOB = (
    r"(?:guru|dosen|staff?|pegawai|karyawan|karyawati|pns|asn|pppk|p3k|honorer|thl|perawat|bidan|dokter|nakes|kasi"
    r"|kabid|kasubb?ag|sekdes|sekcam|camat|lurah|kades|bendahara|operator|satpam|sopir|supir|bawahan\w*|anak buah\w*"
    r"|ajudan|polisi|tentara|penyuluh|pengawas|panwas\w*|kpps|mahasiswa|murid\w*|siswa\w*|kaur|kepsek"
    r"|tenaga (?:honor\w*|kontrak|kesehatan|pendidik\w*)|kepala (?:sekolah|desa|dinas|bidang|seksi|dusun|puskesmas)"
    r"|penjaga (?:sekolah|kantor)|(?:perangkat|aparat) desa|ketua (?:rt|rw|kpps)"
    r"|anggota (?:kpps|panwas\w*|ppk|pps|bpd|tni|polri|dprd))"
)
_PEOPLE_AT_WORK = (
    r"(?:atasan|boss?|pimpinan|kepala (?:sekolah|dinas|bidang|kantor|puskesmas|seksi|bagian)|kepsek|kadis|kabid|kasi"
    r"|kasubb?ag|rekan(?: (?:kerja|kantor|guru|sejawat))?|teman (?:kantor|kerja|guru)|bawahan|anak buah|murid|siswa"
    r"|guru|gaji|jabatan|nip|pekerjaan|profesi)"
)
_WORKPLACE = r"(?:kantor|sekolah|dinas|instansi|puskesmas|kampus|ruangan|kelas|(?:ruang|unit|tempat) kerja)"
_KIN = (
    r"(?:suami|istri|isteri|bini|ayah|papa|mama|emak|paman|bibi|sepupu|ipar|mertua|anak|keponakan|ponakan|kakek|nenek"
    r"|menantu|besan|saudara|saudari|keluarga|kerabat|pacar|tunangan|orang tua|orangtua|ortu|cucu)"
)
_CALLED = r"(?:bapak|ibu|kakak|abang|adik|adek|om|tante)"
_WHICH = r"(?: (?:ipar|kandung|tiri|sepupu|angkat|perempuan|laki-laki|sulung|bungsu|pertama|kedua))?"
_NOT_A_NAME = (
    r"(?!(?:jangan|tidak|tdk|tak|gak|nggak|tolong|mohon|agar|supaya|harap|anonim|rahasia|aman|ada|masuk|muncul|ikut"
    r"|dan|serta|sebagai|untuk|biar|bisa|dapat|akan|sudah|belum|juga|pun|di|dengan|ke|dalam|pada|kalau|jika|karena"
    r"|di(?:rahasiakan|sembunyikan|sebut\w*|catut|tulis|cantumkan|pakai|masukkan|daftarkan|gunakan|buka|ungkap\w*"
    r"|ketahui|bocorkan|catat|samarkan))\b)"
)
_VEHICLE = r"(?:sepeda motor|motor|mobil|kendaraan|p(?:e)?lat|nopol|nomor polisi)"
_PLATE = r"\b[a-z]{1,2}\s?[0-9]{2,4}\s?[a-z]{1,3}\b"


def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written.replace(" ", r"\s{1,3}"), re.IGNORECASE)


_ROWS: dict[Kind, tuple[str, ...]] = {
    "work": (
        rf"\b{_ME}{_WHO_IS}{_JOB}\b(?! (?:itu|tersebut|tsb)\b)",
        (
            rf"\b{_ME}{_WHO_IS}(?:bekerja|kerja|berkantor|ngantor|berdinas|dinas|bertugas|tugas|magang"
            r"|mengajar|ngajar|mengabdi) (?:di|pada|sebagai|jadi|untuk|dalam)\b"
        ),
        rf"\btempat {_ME} (?:bekerja|kerja|mengajar|ngajar|bertugas|tugas|berdinas|dinas)\b",
        rf"\b{_PEOPLE_AT_WORK}{_MINE}",
        rf"\b{_WORKPLACE}{_MINE}{_NO_VERB}",
        rf"\b(?:sekantor|satu kantor|satu ruangan|seruangan) (?:dengan|sama|dgn) {_ME}\b|\bteman sekantor\b",
        (
            r"\bI(?:['’]m| am) (?:also |just )?(?:an? |the )?(?:teacher|nurse|doctor|midwife|civil servant|staff"
            r"|employee|clerk|lecturer|driver|guard|student|principal|contract worker)\b"
        ),
        r"\bI (?:work|teach|serve) (?:at|in|for|as|with)\b",
        (
            r"\bmy (?:boss|office|school|workplace|principal|supervisor|colleagues?|co-?workers?|headmaster|job"
            r"|students?|employer)\b"
        ),
    ),
    "kin": (
        rf"\b{_KIN}{_WHICH}{_MINE}",
        rf"\b{_CALLED}{_WHICH}{_MINE}{_ASKING}",
        (
            rf"\b{_ME}{_WHO_IS}(?:{_KIN}|adik|kakak)(?:nya\b| (?:dari|dengan|pak|bu|bapak|ibu|calon|camat|lurah"
            r"|kades|kepala|bupati|sekda|beliau|dia|pelaku)\b)"
        ),
        (
            r"\bmy (?:husband|wife|father|mother|brother|sister|uncle|aunt|cousin|son|daughter|nephew|niece|family"
            r"|parents|(?:brother|sister|mother|father)-in-law)\b"
        ),
    ),
    "home": (
        rf"\b(?:rumah|kosa?n?|kost|kontrakan|warung|toko|kios|alamat|tempat tinggal){_MINE}{_NO_VERB}",
        (
            rf"\b{_ME}{_WHO_IS}(?:tinggal|berdomisili|ngontrak|mengontrak|ngekos|menetap|beralamat)"
            r" (?:di|dekat|depan|persis|sebelah|samping)\b"
        ),
        (
            rf"\b{_ME}{_WHO_IS}(?:warga|penduduk|orang) (?:asli )?(?:desa|kelurahan|dusun|kampung|rt|rw|komplek\w*"
            r"|perum\w*|gang|lorong)\b"
        ),
        rf"\btetangga{_MINE}|\br[tw]\.?{_MINE}{_NO_VERB}",
        r"\bmy (?:house|home|address|neighbou?rs?|street|shop)\b|\bI live (?:in|at|near|next|across|on)\b",
    ),
    "name": (
        (
            rf"\bnama(?: (?:lengkap|asli|panggilan))?(?:ku| {_ME})\b(?:[\s,:=]{{0,2}}(?:adalah|ialah|itu))?"
            rf"[\s,:=]{{1,3}}{_NOT_A_NAME}[a-z]+"
        ),
        rf"\b{_ME} bernama [a-z]+|\bpanggil (?:saja )?{_ME} [a-z]+",
        r"\bperkenalkan,? saya (?!warga|seorang|mau|ingin|pelapor|masyarakat|mohon)[a-z]+",
        r"\bmy name is [a-z]+",
    ),
}
PATTERNS = tuple((kind, _pattern(written)) for kind, rows in _ROWS.items() for written in rows)

PLATES: tuple[re.Pattern[str], ...] = (
    _pattern(rf"\b{_VEHICLE}{_MINE}(?:(?!\b{_VEHICLE}\b)[^.!?\n]){{0,30}}{_PLATE}"),
    _pattern(rf"{_PLATE},?(?: (?:itu|adalah))? {_VEHICLE}{_MINE}"),
    _pattern(
        rf"\bmy (?:car|motorbike|motorcycle|bike|plate|number plate|licen[cs]e plate)\b[^.!?\n]{{0,30}}{_PLATE}"
    ),
)
"""A plate only where she says that it is hers."""

# After these, "saya" belongs to what stands before it: "menurut saya guru itu", "teman saya guru".
_NOT_BEFORE_ME = frozenset(
    """menurut setahu sepengetahuan seingat setau sepengamatan bagi kata teman kawan tetangga kenalan anak kepada ke
    pada sama dengan dgn oleh untuk dari ajak mengajak suruh menyuruh minta meminta paksa memaksa beri memberi kasih
    mengancam ancam memanggil melarang hp nomor rumah kampung desa""".split()
)
_NOT_BEFORE_NAME = frozenset(
    """sebut menyebut sebutkan menyebutkan cantumkan mencantumkan atas jangan rahasiakan merahasiakan pakai memakai
    sembunyikan tanpa catut mencatut ungkap bocorkan membocorkan buka tulis""".split()
)
NOT_AFTER: dict[str, frozenset[str]] = {
    **dict.fromkeys(("saya", "sy", "sya", "aku", "gue", "gua", "gw", "kami"), _NOT_BEFORE_ME),
    **dict.fromkeys(("nama", "namaku"), _NOT_BEFORE_NAME),
}
"""What begins with the key is no hint after these words."""

OTHERS = re.compile(
    r"\b(?:pak|bu|bapak|ibu|beliau|dia|mereka|pelaku|calon|camat|lurah|kades|sekda|bupati|kadis|kepala|panitia|tim"
    r"|admin|oknum|his|her|their)\b|nya\b",
    re.IGNORECASE,
)
OWN = re.compile(rf"\b(?:{_ME}|my|me|i)\b|ku\b", re.IGNORECASE)
"""Who was named last before a number."""
